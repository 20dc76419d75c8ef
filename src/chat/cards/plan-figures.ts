import type { Temporal } from 'temporal-polyfill'
import type { TargetFigures } from '../../app/plan/figures.js'
import type { Period } from '../../core/calendar/period.js'
import { tierAmounts } from '../../core/plan/tiers.js'
import type { Line } from '../model.js'
import { spanned } from '../period-span.js'
import { amountOf, asTyped, date, metricName, period, type Text, text } from '../text.js'

/** A target below its heading: its parts in time, its tiers, and what it asks of each member. A year shows its quarters, a quarter its months. */
export function targetLines(target: TargetFigures, of: Period, firstDay: Temporal.PlainDate | undefined): Line[] {
  const { total, currency } = target
  const parts = partsOf(target, of)
  return [
    ...(parts.length > 1 ? [{ kind: 'list' as const, items: parts }] : []),
    ...(total > 0n ? [{ kind: 'text' as const, text: tiersText(total, currency) }] : []),
    ...(target.members.length > 0 ? [memberTable(target, firstDay)] : []),
  ]
}

export function tiersText(total: bigint, currency: string | undefined): Text {
  const { base, breakthrough } = tierAmounts(total)
  return text('plan-tiers', { base: amountOf(base, currency), breakthrough: amountOf(breakthrough, currency) })
}

export function targetHeading({ metric, total, currency }: TargetFigures): Text {
  return text('plan-target', { metric: metricName(metric), amount: amountOf(total, currency) })
}

function partsOf({ quarters, months, spans, currency }: TargetFigures, of: Period): Text[] {
  const parts =
    of.kind === 'year'
      ? quarters.map(({ quarter, total }) => ({ id: quarter, total }))
      : months.map(({ month, total }) => ({ id: month, total }))
  return parts.map(({ id, total }) => {
    const span = spans.find((each) => each.id === id)
    return text('plan-part', { period: span === undefined ? period(id) : spanned(span), amount: amountOf(total, currency) })
  })
}

function memberTable({ members, currency }: TargetFigures, firstDay: Temporal.PlainDate | undefined): Line {
  const amount = (value: bigint | null) => (value === null ? asTyped('–') : text('plan-amount', { amount: amountOf(value, currency) }))
  return {
    kind: 'table',
    columns: [
      { label: text('plan-column-name'), align: 'start' },
      { label: text('plan-column-total'), align: 'end' },
      ...(firstDay === undefined ? [] : [{ label: text('plan-column-day', { on: date(firstDay) }), align: 'end' as const }]),
    ],
    rows: members.map((member) => [
      asTyped(member.name),
      amount(member.total),
      ...(firstDay === undefined ? [] : [amount(member.firstDay)]),
    ]),
  }
}
