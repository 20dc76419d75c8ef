import { type MonthlyShown, monthlyShown, type WinnerFigures } from '../../app/review/figures.js'
import type { MonthlyPost } from '../../app/review/post.js'
import { metric } from '../../core/plan/metric.js'
import { doneOfTarget } from '../in-passing.js'
import type { Card, Line } from '../model.js'
import { list, metricName, period as periodArg, share, type Text, text } from '../text.js'
import { boardSection, myPlaceButton } from './leaderboard.js'
import { attainmentLines, whyTargetsButtons } from './weekly-attainment.js'

/** The month's structure and its top seller in the team's conversation. */
export function monthlyCard({ teamId, period, late, figures }: MonthlyPost): Card {
  const month = monthlyShown.parse(figures)
  return {
    title: text('monthly-title', { team: month.team, period: periodArg(period) }),
    lines: [...(late ? [{ kind: 'text' as const, text: text('weekly-late') }] : []), ...monthLines(month, 'announced')],
    buttons: [
      ...(month.board === null ? [] : [myPlaceButton('month', teamId)]),
      ...whyTargetsButtons(period, teamId, month.attainment),
      { label: text('case-button-add'), action: `case:add:${teamId}` },
    ],
    note: text('monthly-rules'),
  }
}

/** Who won, what the month came to by results and by what leads to them, and the board. */
export function monthLines(month: MonthlyShown, state: 'announced' | 'running'): Line[] {
  return [
    { kind: 'heading', text: text(state === 'running' ? 'monthly-leading-heading' : 'monthly-winner-heading') },
    ...topSellerLines(month),
    ...furtherLines(month),
    ...structureLines(month, 'result'),
    ...structureLines(month, 'process'),
    ...boardSection(month.board),
  ]
}

function topSellerLines({ topSeller, board, restMonths }: MonthlyShown): Line[] {
  if (topSeller.state === 'none') return [{ kind: 'text', text: text(`monthly-none-${topSeller.why}`) }]
  if (topSeller.state === 'private') return [{ kind: 'text', text: text('monthly-winner-private') }]
  const { winners, unnamed, decidedBy, passedOver } = topSeller
  return [
    ...winners.flatMap((winner) => winnerLines(winner, board?.metric, board?.currency)),
    ...(unnamed === 0 ? [] : [{ kind: 'text' as const, text: unnamedText(unnamed, winners.length) }]),
    ...(decidedBy === 'share' ? [] : [{ kind: 'text' as const, text: text(`monthly-decided-${decidedBy}`) }]),
    ...(passedOver.length === 0
      ? []
      : [{ kind: 'text' as const, text: text('monthly-passed-over', { names: list(passedOver), months: restMonths }) }]),
  ]
}

function unnamedText(unnamed: number, named: number): Text {
  return named === 0 ? text('monthly-winner-unnamed', { count: unnamed }) : text('monthly-winner-more-unnamed', { count: unnamed })
}

function winnerLines(winner: WinnerFigures, metricKey: string | undefined, currency: string | undefined): Line[] {
  return [
    { kind: 'text', text: winnerText(winner, metricKey, currency) },
    ...(winner.tier === 'none'
      ? []
      : [{ kind: 'text' as const, text: text('monthly-tier', { tier: text(`monthly-tier-${winner.tier}`) }) }]),
  ]
}

export function winnerText(winner: WinnerFigures, metricKey: string | undefined, currency: string | undefined): Text {
  const { name, attainmentShare, done, target } = winner
  return text('monthly-winner', {
    name,
    share: share(attainmentShare),
    metric: metricName(metricKey ?? 'revenue'),
    ...doneOfTarget(done, target, currency),
  })
}

/** Other ways to win than the largest share. */
export function furtherLines({ progress, newCustomers }: Pick<MonthlyShown, 'progress' | 'newCustomers'>): Line[] {
  const items = [
    ...progress.map(({ name, gainedShare }) => text('monthly-progress', { name, points: Math.round(gainedShare * 100) })),
    ...newCustomers.map(({ name, count }) => text('monthly-new-customers', { name, count })),
  ]
  return items.length === 0 ? [] : [{ kind: 'list', items }]
}

function structureLines({ attainment }: MonthlyShown, kind: 'result' | 'process'): Line[] {
  const of = attainment.filter((each) => metric(each.metric).kind === kind)
  return of.length === 0 ? [] : [{ kind: 'heading', text: text(`monthly-structure-${kind}`) }, ...attainmentLines(of)]
}
