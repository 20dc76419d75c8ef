import type { Standing } from '../../app/target/standing.js'
import type { Why, WhyView } from '../../app/target/why.js'
import type { TreeStep } from '../../app/target/why-tree.js'
import { unitDigits } from '../../core/amount/unit.js'
import type { Card, Line } from '../model.js'
import { amountOf, date, list, metricName, period as periodArg, share, type Text, type TextArg, text } from '../text.js'
import { daysText } from './leave.js'
import { weekTexts } from './plan-time.js'

/** How each number of a day or a longer period came about, from the plan's whole down to it. */
export function whyCard({ of, on, period, whys, pace }: WhyView): Card {
  const when = period.kind === 'day' ? date(on, 'weekday') : periodArg(period.id)
  return {
    title: of.kind === 'me' ? text('why-title-me', { on: when }) : text('why-title-other', { name: of.name, on: when }),
    lines: [...whys.flatMap((why) => whyLines(why, of, on, period)), ...paceLines(pace)],
    note: text('why-note'),
  }
}

function whyLines(why: Why, of: WhyView['of'], on: WhyView['on'], { kind, id }: WhyView['period']): Line[] {
  const { metric, currency, inPeriod } = why
  const heading =
    inPeriod === null
      ? text('why-number-off', { metric: metricName(metric) })
      : text('why-number', { metric: metricName(metric), amount: amountOf(inPeriod, currency) })
  const week =
    kind === 'week' && inPeriod !== null ? [text('why-week', { period: periodArg(id), amount: amountOf(inPeriod, currency) })] : []
  return [
    { kind: 'heading', text: heading },
    {
      kind: 'list',
      items: [
        planText(why),
        ...shareTexts(why, of),
        ...rampTexts(why),
        ...(kind === 'year' ? [] : quarterTexts(why)),
        ...(kind === 'year' || kind === 'quarter' ? [] : monthTexts(why)),
        ...leaveTexts(why),
        ...(kind === 'day' ? dayTexts(why, on) : kind === 'month' ? averageTexts(why) : week),
      ],
    },
  ]
}

function planText({ planPeriod, planAmount, version, publishedOn, currency }: Why): Text {
  return text('why-plan', { period: periodArg(planPeriod.id), version, on: date(publishedOn), amount: amountOf(planAmount, currency) })
}

function shareTexts(why: Why, { kind, name }: WhyView['of']): Text[] {
  const { part, moved, share: of1, split, currency, agreed, paths } = why
  if (of1 === null) return [text('why-zero')]
  if (agreed !== undefined) return [agreedText(agreed, currency), ...standsText(why, agreed.amount)]
  if (paths.length > 0) {
    const own = paths.reduce((sum, path) => sum + (path.at(-1)?.node.value ?? 0n), 0n)
    return [...paths.flatMap((path) => path.map((step) => stepText(step, currency))), ...standsText(why, own)]
  }
  const facts = { part: amountOf(part - moved, currency), share: share(of1) }
  switch (kind) {
    case 'me':
      return [text(`why-share-${split}`, facts)]
    case 'member':
      return [text('why-share-of', { ...facts, name })]
    case 'team':
      return [text('why-share-team', facts)]
  }
}

function rampTexts({ ramp }: Why): Text[] {
  return ramp === undefined ? [] : [text('why-ramp', { steps: list(ramp.map((step) => text('time-step', { step }))) })]
}

/** What is theirs beside the plan's own part, or no longer, since somebody is on leave. */
function leaveTexts({ leave, currency }: Why): Text[] {
  return leave.map(({ kind, name, amount, from, to }) =>
    text(`why-${kind}`, { name, amount: amountOf(amount, currency), days: daysText({ from, to }) }),
  )
}

function agreedText({ amount, reason = '' }: NonNullable<Why['agreed']>, currency: string | undefined): Text {
  const facts = { amount: amountOf(amount, currency), reason }
  return text(reason === '' ? 'why-agreed' : 'why-agreed-because', facts)
}

/** One step down the tree: who gets how much of what, by which rule, or by hand and then what the rule would have given. */
export function stepText({ name, above, node: { value, computed, rule, pin } }: TreeStep, currency: string | undefined): Text {
  const facts = { name, value: amountOf(value, currency), above: amountOf(above, currency) }
  if (pin !== undefined) return text('why-step-pinned', { ...facts, reason: pin.reason, computed: amountOf(computed, currency) })
  // Where a sibling is set by hand, the rule's own part is not what is left of it.
  if (value !== computed) return text('why-step-absorbed', { ...facts, computed: amountOf(computed, currency) })
  if (rule.kind === 'share') return text('why-step-share', { ...facts, share: share(Number(rule.share.num) / Number(rule.share.den)) })
  if (rule.kind === 'history') return text('why-step-history', { ...facts, history: amountOf(rule.amount, currency) })
  return text(`why-step-${rule.kind}`, facts)
}

/** What stands may differ from what the plan says: joining, leaving, a later change, or a part of what is nobody's by name. */
function standsText({ part, currency }: Why, said: bigint): Text[] {
  return part === said ? [] : [text('why-stands', { part: amountOf(part, currency) })]
}

function quarterTexts({ quarter, currency, share: of1 }: Why): Text[] {
  if (quarter === undefined || of1 === null) return []
  return [text('why-quarter', { quarter: periodArg(quarter.period.id), amount: amountOf(quarter.amount, currency) })]
}

/** A month's plan is its own month. */
function monthTexts({ planPeriod, month, planInMonth, monthBy, phase, share: of1, currency }: Why): Text[] {
  if (planPeriod.kind === 'month' || of1 === null) return []
  const facts = { month: periodArg(month.id), amount: amountOf(planInMonth, currency) }
  return [
    phase === undefined
      ? text(`why-month-${monthBy}`, facts)
      : text('why-month-phase', { ...facts, phase: phase.index, percent: phase.percent }),
  ]
}

function averageTexts(why: Why): Text[] {
  const { inMonth, workingDays, currency } = why
  if (workingDays === 0 || inMonth === 0n) return []
  return [text('why-days', { amount: amountOf(inMonth, currency), days: workingDays, average: average(why) })]
}

function dayTexts(why: Why, on: WhyView['on']): Text[] {
  const { currency, onDay, dayBy } = why
  const told = averageTexts(why)
  if (told.length === 0) return []
  // A cent more or less than the even share is no news.
  if (onDay === null || dayBy === 'even' || (dayBy === 'whole' && currency !== undefined && unitDigits({ kind: 'money', currency }) > 0))
    return told
  const said = { amount: amountOf(onDay, currency), on: date(on, 'weekday') }
  if (why.week !== undefined && dayBy === 'week') return [...told, text('why-day-week', { ...said, week: list(weekTexts(why.week)) })]
  return [...told, text(dayBy === 'week' ? 'why-day-moved' : `why-day-${dayBy}`, said)]
}

function average({ inMonth, workingDays, currency }: Why) {
  return perDay(inMonth, workingDays, currency)
}

function perDay(amount: bigint, days: number, currency: string | undefined): TextArg {
  return currency === undefined ? Number(amount) / days : amountOf((amount + BigInt(days) / 2n) / BigInt(days), currency)
}

/** Ahead or behind, and what each day left takes, with the figures that it is worked out from. Whoever has no target of it has nothing to stand on. */
function paceLines(pace: WhyView['pace']): Line[] {
  const asked = pace?.standings.filter(({ pace: { target } }) => target > 0n) ?? []
  if (pace === undefined || asked.length === 0) return []
  return [
    { kind: 'heading', text: text('why-pace', { period: periodArg(pace.period.id) }) },
    { kind: 'list', items: asked.flatMap((standing) => [gapText(standing), ...restTexts(standing)]) },
  ]
}

function gapText({ metric, currency, pace: { done, expectedByNow: due, gap } }: Standing): Text {
  const facts = { metric: metricName(metric), due: amountOf(due, currency), done: amountOf(done, currency) }
  if (due === 0n && done === 0n) return text('why-pace-start', facts)
  if (gap === 0n) return text('why-pace-even', facts)
  return gap > 0n
    ? text('why-pace-ahead', { ...facts, gap: amountOf(gap, currency) })
    : text('why-pace-behind', { ...facts, gap: amountOf(-gap, currency) })
}

function restTexts({ currency, outOfReach, pace }: Standing): Text[] {
  const { done, target, remaining, workingDaysLeft: days, mostLeft } = pace
  if (remaining === 0n || days === 0) return []
  const rest = text('why-pace-rest', {
    target: amountOf(target, currency),
    done: amountOf(done, currency),
    days,
    rate: perDay(remaining, days, currency),
  })
  if (outOfReach === undefined) return [rest]
  const { capPercent: cap, lands } = outOfReach
  const most = { done: amountOf(done, currency), most: amountOf(mostLeft, currency), lands: amountOf(lands, currency) }
  return [rest, text('why-pace-cap', { cap, ...most })]
}
