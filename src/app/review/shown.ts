import { type Viewer, visibleTo } from '../../core/review/visible-board.js'
import type { BoardFigures, BoardShown, MonthlyFigures, MonthlyShown, Saying, WeeklyFigures, WeeklyShown } from './figures.js'

/** What a viewer sees of a board, by the team's setting at the time. */
export function shownBoard(board: BoardFigures | null, viewer: Viewer): BoardShown | null {
  if (board === null) return null
  const { best, aroundMe, others, team } = visibleTo(board, viewer, board.setting)
  const { metric, currency, setting, isCompared } = board
  return {
    metric,
    ...(currency === undefined ? {} : { currency }),
    setting,
    isCompared,
    best: [...best],
    aroundMe: [...aroundMe],
    others: others.filter(({ memberId }) => aroundMe.every((row) => row.memberId !== memberId)).map(({ name }) => name),
    team,
  }
}

/** A week without what is the managers' alone, and without the words of those who keep their names out of sight. */
export function shownWeek({ notHeardFrom: _, ...figures }: WeeklyFigures, viewer: Viewer): WeeklyShown {
  const named = (sayings: readonly Saying[]) => sayings.filter((saying) => !saying.isQuiet || isViewer(viewer, saying.memberId))
  return {
    ...figures,
    board: shownBoard(figures.board, viewer),
    actions: { done: named(figures.actions.done), carriedOver: named(figures.actions.carriedOver) },
    wins: named(figures.wins),
  }
}

/** A month without the members' own figures; its winners named unless the team, or they themselves, would rather not. */
export function shownMonth({ members: _, honours, quiet, ...figures }: MonthlyFigures, viewer: Viewer): MonthlyShown {
  const isPrivate = figures.board?.setting.kind === 'team-only'
  const hidden = new Set(quiet.filter((memberId) => !isViewer(viewer, memberId)))
  const isNamed = ({ memberId }: { memberId: string }) => !isPrivate && !hidden.has(memberId)
  return {
    ...figures,
    board: shownBoard(figures.board, viewer),
    topSeller: shownTopSeller(honours.topSeller, isPrivate, isNamed),
    progress: honours.progress.filter(isNamed),
    newCustomers: honours.newCustomers.filter(isNamed),
  }
}

function shownTopSeller(
  topSeller: MonthlyFigures['honours']['topSeller'],
  isPrivate: boolean,
  isNamed: (member: { memberId: string }) => boolean,
): MonthlyShown['topSeller'] {
  if (topSeller.state === 'none') return topSeller
  if (isPrivate) return { state: 'private' }
  const winners = topSeller.winners.filter(isNamed)
  return {
    state: 'won',
    winners,
    unnamed: topSeller.winners.length - winners.length,
    decidedBy: topSeller.decidedBy,
    passedOver: topSeller.passedOver.filter(isNamed).map(({ name }) => name),
  }
}

function isViewer(viewer: Viewer, memberId: string): boolean {
  return viewer.kind === 'member' && viewer.memberId === memberId
}
