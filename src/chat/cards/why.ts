import type { Why, WhyView } from '../../app/target/why.js'
import { unitDigits } from '../../core/amount/unit.js'
import type { Card, Line } from '../model.js'
import { amountOf, date, metricName, period as periodArg, share, type Text, text } from '../text.js'

/** How each number of a day came about, from the plan's whole down to the day. */
export function whyCard({ of, on, whys }: WhyView): Card {
  const when = date(on, 'weekday')
  return {
    title: of.kind === 'me' ? text('why-title-me', { on: when }) : text('why-title-other', { name: of.name, on: when }),
    lines: whys.flatMap((why) => whyLines(why, of, on)),
    note: text('why-note'),
  }
}

function whyLines(why: Why, of: WhyView['of'], on: WhyView['on']): Line[] {
  const { metric, currency, onDay } = why
  const heading =
    onDay === null
      ? text('why-number-off', { metric: metricName(metric) })
      : text('why-number', { metric: metricName(metric), amount: amountOf(onDay, currency) })
  return [
    { kind: 'heading', text: heading },
    { kind: 'list', items: [planText(why), ...shareTexts(why, of), ...monthTexts(why), ...dayTexts(why, on)] },
  ]
}

function planText({ planPeriod, planAmount, publishedOn, currency }: Why): Text {
  return text('why-plan', { period: periodArg(planPeriod.id), on: date(publishedOn), amount: amountOf(planAmount, currency) })
}

function shareTexts({ part, share: of1, split, currency }: Why, { kind, name }: WhyView['of']): Text[] {
  if (of1 === null) return [text('why-zero')]
  const facts = { part: amountOf(part, currency), share: share(of1) }
  switch (kind) {
    case 'me':
      return [text(`why-share-${split}`, facts)]
    case 'member':
      return [text('why-share-of', { ...facts, name })]
    case 'team':
      return [text('why-share-team', facts)]
  }
}

/** A month's plan is its own month. */
function monthTexts({ planPeriod, month, inMonth, monthBy, share: of1, currency }: Why): Text[] {
  if (planPeriod.kind === 'month' || of1 === null) return []
  return [text(`why-month-${monthBy}`, { month: periodArg(month.id), amount: amountOf(inMonth, currency) })]
}

function dayTexts(why: Why, on: WhyView['on']): Text[] {
  const { inMonth, workingDays, currency, onDay, dayBy } = why
  if (workingDays === 0 || inMonth === 0n) return []
  const facts = { amount: amountOf(inMonth, currency), days: workingDays, average: average(why) }
  const told = [text('why-days', facts)]
  // A cent more or less than the even share is no news.
  if (onDay === null || dayBy === 'even' || (dayBy === 'whole' && currency !== undefined && unitDigits({ kind: 'money', currency }) > 0))
    return told
  return [...told, text(`why-day-${dayBy}`, { amount: amountOf(onDay, currency), on: date(on, 'weekday') })]
}

function average({ inMonth, workingDays, currency }: Why) {
  return currency === undefined
    ? Number(inMonth) / workingDays
    : amountOf((inMonth + BigInt(workingDays) / 2n) / BigInt(workingDays), currency)
}
