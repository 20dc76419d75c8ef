import { type CorrectionFigures, correctionFigures, type MonthlyShown } from '../../app/review/figures.js'
import type { MonthlyCorrectionPost } from '../../app/review/post.js'
import type { Card, Line } from '../model.js'
import { amountOf, list, metricName, period as periodArg, type TextArg, text } from '../text.js'
import { furtherLines, winnerText } from './monthly.js'

/** In the announcement's thread: what is different now. */
export function monthlyCorrectionCard({ period, figures }: MonthlyCorrectionPost): Card {
  return {
    title: text('monthly-correction-title', { period: periodArg(period) }),
    lines: correctionLines(correctionFigures.parse(figures)),
    note: text('monthly-correction-note'),
  }
}

export function correctionLines({ attainment, topSeller, further, main }: CorrectionFigures): Line[] {
  return [
    ...(attainment.length === 0
      ? []
      : [
          {
            kind: 'list' as const,
            items: attainment.map(({ metric, currency, before, after }) =>
              text('monthly-correction-sum', {
                metric: metricName(metric),
                before: amountOf(before, currency),
                after: amountOf(after, currency),
              }),
            ),
          },
        ]),
    ...(topSeller === null ? [] : sellerLines(topSeller, main)),
    ...(further === null ? [] : furtherChanged(further)),
  ]
}

function sellerLines({ before, after }: NonNullable<CorrectionFigures['topSeller']>, main: CorrectionFigures['main']): Line[] {
  if (after.state !== 'won') return [{ kind: 'text', text: text('monthly-correction-nobody') }]
  const said =
    namesOf(before) === namesOf(after)
      ? text('monthly-correction-same', { names: winnerNames(after) })
      : before.state === 'won'
        ? text('monthly-correction-winner', { names: winnerNames(after), before: winnerNames(before) })
        : text('monthly-correction-first', { names: winnerNames(after) })
  return [
    { kind: 'text', text: said },
    ...after.winners.map((winner) => ({ kind: 'text' as const, text: winnerText(winner, main?.metric, main?.currency) })),
  ]
}

function namesOf(topSeller: MonthlyShown['topSeller']): string {
  return topSeller.state === 'won' ? JSON.stringify([topSeller.unnamed, topSeller.winners.map(({ memberId }) => memberId)]) : ''
}

function winnerNames({ winners, unnamed }: Extract<MonthlyShown['topSeller'], { state: 'won' }>): TextArg {
  return list([...winners.map(({ name }) => name), ...(unnamed === 0 ? [] : [text('monthly-unnamed', { count: unnamed })])])
}

function furtherChanged(further: NonNullable<CorrectionFigures['further']>): Line[] {
  const lines = furtherLines(further)
  return lines.length === 0 ? [] : [{ kind: 'text', text: text('monthly-correction-further') }, ...lines]
}
