import type { CorrectionFigures, MonthlyFigures, MonthlyShown } from './figures.js'
import { shownMonth } from './shown.js'

/**
 * What changed between two states of a published month, of that which an announcement says; undefined when nothing of it did. Who is quiet in
 * either is named in neither.
 */
export function correctionOf(before: MonthlyFigures, after: MonthlyFigures): CorrectionFigures | undefined {
  const quiet = [...new Set([...before.quiet, ...after.quiet])]
  const was = shownMonth({ ...before, quiet }, { kind: 'everybody' })
  const is = shownMonth({ ...after, quiet }, { kind: 'everybody' })
  const attainment = sumsChanged(before, after)
  const isSameSeller = sellerFacts(was.topSeller) === sellerFacts(is.topSeller)
  const isSameFurther = furtherFacts(was) === furtherFacts(is)
  if (attainment.length === 0 && isSameSeller && isSameFurther) return undefined
  const board = is.board ?? was.board
  return {
    team: after.team,
    month: after.month,
    attainment,
    main: board === null ? null : { metric: board.metric, ...(board.currency === undefined ? {} : { currency: board.currency }) },
    topSeller: isSameSeller ? null : { before: was.topSeller, after: is.topSeller },
    further: isSameFurther ? null : { progress: is.progress, newCustomers: is.newCustomers },
  }
}

function sumsChanged(before: MonthlyFigures, after: MonthlyFigures): CorrectionFigures['attainment'] {
  const metrics = new Map([...before.attainment, ...after.attainment].map((each) => [each.metric, each] as const))
  return [...metrics.values()].flatMap(({ metric, currency }) => {
    const [was, is] = [before, after].map(({ attainment }) => attainment.find((each) => each.metric === metric)?.done ?? 0n)
    if (was === undefined || is === undefined || was === is) return []
    return [{ metric, ...(currency === undefined ? {} : { currency }), before: was, after: is }]
  })
}

/** What makes two announcements of a top seller the same: who, and the figures; a new name of the same person changes nothing. */
function sellerFacts(topSeller: MonthlyShown['topSeller']): string {
  if (topSeller.state !== 'won') return topSeller.state
  return JSON.stringify([
    topSeller.unnamed,
    ...topSeller.winners.map(({ memberId, target, done }) => [memberId, String(target), String(done)]),
  ])
}

function furtherFacts({ progress, newCustomers }: MonthlyShown): string {
  return JSON.stringify([
    progress.map(({ memberId, gainedShare }) => [memberId, gainedShare]),
    newCustomers.map(({ memberId, count }) => [memberId, String(count)]),
  ])
}
