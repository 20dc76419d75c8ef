import type { WhatIfView } from '../../app/plan/what-if.js'
import type { FunnelChange } from '../../app/plan/what-if-funnels.js'
import type { StartedFrom } from '../../app/plan/what-if-shift.js'
import { ceilDivide } from '../../core/amount/fraction.js'
import type { MetricKey } from '../../core/plan/metric.js'
import { shareWords } from '../../core/plan/tree/tree-words.js'
import type { WhatIfResult } from '../../core/plan/what-if.js'
import type { Button, Card, Line } from '../model.js'
import { amountOf, metricName, period, type Text, type TextArg, text } from '../text.js'
import { dueText, stageName, stepText } from './plan-checks/measurable.js'
import { indentOf } from './plan-tree.js'

/** What a change would do to a plan, before and after, to be kept as a draft or dropped. */
export function whatIfCard(view: WhatIfView): Card {
  const { change, result, tree, funnels, period: of } = view
  const isNothing =
    tree === undefined
      ? result?.asks.every(({ before, amount }) => before === amount) && funnels.length === 0 && change.kind !== 'headcount'
      : tree.changes.length === 0
  const mayKeep = !isNothing && change.kind !== 'headcount'
  return {
    title: text('what-if-title', { period: period(of.id), change: titleChange(view) }),
    lines: [
      ...(isNothing
        ? [{ kind: 'text' as const, text: text('what-if-nothing') }]
        : result === undefined
          ? treeTexts(view)
          : [...resultLines(view, result), ...funnels.flatMap(funnelLines), ...workedLines(view, result)]),
    ],
    buttons: [
      ...(mayKeep ? [{ label: text('what-if-keep'), action: keepAction(view), style: 'primary' as const }] : []),
      { label: text('what-if-drop'), action: 'whatif:drop' },
      { label: text('what-if-other'), action: `whatif:open:${view.plan.teamId}` },
    ].filter(({ action }) => Buffer.byteLength(action) <= 64) as Button[],
    note: text(
      change.kind === 'headcount' ? 'what-if-note-headcount' : view.plan.state === 'draft' ? 'what-if-note-draft' : 'what-if-note',
    ),
  }
}

/** With what it starts from, where it was said from there. */
function titleChange(view: WhatIfView): Text {
  const { now, currencies } = view
  if (now === undefined) return changeText(view)
  return text('what-if-change-from', { change: changeText(view), before: nowValue(now, currencies.get('revenue')) })
}

function nowValue(now: StartedFrom, currency: string | undefined): TextArg {
  switch (now.kind) {
    case 'win-rate':
    case 'rate':
      return shareWords(now.rate)
    case 'deal-size':
      return amountOf(now.amount, currency)
    case 'headcount':
      return now.people
  }
}

function changeText(view: WhatIfView): Text {
  const { change, currencies, tree } = view
  switch (change.kind) {
    case 'win-rate':
      return text('what-if-change-rate', { rate: shareWords(change.rate) })
    case 'deal-size':
      return text('what-if-change-deal', { amount: amountOf(change.amount, currencies.get('revenue')) })
    case 'headcount':
      return text('what-if-change-headcount', { people: change.people })
    case 'step':
      return text(`what-if-change-step-${change.value.kind}`, { stage: triedStage(view), value: triedValue(view) })
    case 'share': {
      const own = tree?.changes.find(({ place }) => place.join('.') === tree.place.join('.'))
      return text('what-if-change-share', {
        name: own?.name ?? (typeof change.part === 'string' ? change.part : ''),
        share: shareWords(change.share),
      })
    }
  }
}

function resultLines({ currencies, days, past }: WhatIfView, { asks, people, peopleBefore }: WhatIfResult): Line[] {
  const shown = asks.filter(({ before, amount }) => before !== amount || people !== peopleBefore)
  if (shown.length === 0) return []
  return [
    {
      kind: 'list',
      items: shown.map(({ metric, before, amount }) => {
        const currency = currencies.get(metric)
        const facts = { metric: metricName(metric), before: amountOf(before, currency), after: amountOf(amount, currency) }
        return text(before === amount ? 'what-if-same' : 'what-if-line', facts)
      }),
    },
    ...(days === 0
      ? []
      : [
          { kind: 'text' as const, text: text('what-if-each', { days, people }) },
          {
            kind: 'list' as const,
            items: shown.map(({ metric, before, amount }) => {
              const due = past.get(metric) ?? 0n
              const each = (whole: bigint, among: number) =>
                whole > 0n && whole <= due ? text('what-if-each-enough') : eachDay(whole - due, among * days, currencies.get(metric))
              return text('what-if-each-line', {
                metric: metricName(metric),
                before: each(before, peopleBefore),
                after: each(amount, people),
              })
            }),
          },
        ]),
  ]
}

/** How the tried rate or size makes one target of another, in figures. */
function workedLines({ change, currencies }: WhatIfView, { asks, worked }: WhatIfResult): Line[] {
  if (worked === undefined || (change.kind !== 'win-rate' && change.kind !== 'deal-size')) return []
  const askedText = (metric: MetricKey) => {
    const amount = asks.find((each) => each.metric === metric)?.amount ?? 0n
    return text('check-asked', { metric: metricName(metric), amount: amountOf(amount, currencies.get(metric)) })
  }
  const by = change.kind === 'win-rate' ? shareWords(change.rate) : amountOf(change.amount, currencies.get('revenue'))
  return [{ kind: 'text', text: text('what-if-worked', { from: askedText(worked.from), by, to: askedText(worked.to) }) }]
}

/** A funnel's stages backwards, with the months in which they are due and how many of each go on. */
function funnelLines({ name, stages }: FunnelChange): Line[] {
  const items = stages.flatMap(({ before, after }) => {
    if (after === undefined) return []
    const { stage, amount } = after
    const facts = {
      stage: stageName(stage),
      before: amountOf(before?.amount ?? 0n, stage.currency),
      after: amountOf(amount, stage.currency),
    }
    const how = { due: dueText(after), step: stepText(stage) }
    return [text(before?.amount === amount ? 'what-if-need-same' : 'what-if-need', { ...facts, ...how })]
  })
  return [
    { kind: 'text', text: text('what-if-funnel', { funnel: name }) },
    { kind: 'list', items },
  ]
}

function triedStage({ change, becomes }: WhatIfView): Text | string {
  if (change.kind !== 'step' || typeof change.part === 'string') return ''
  const { stage, metric } = becomes.funnels?.[change.part.funnel]?.stages[change.part.stage] ?? {}
  return stageName({ name: stage, metric })
}

function triedValue({ change, currencies, becomes }: WhatIfView): TextArg {
  if (change.kind !== 'step') return ''
  const { value, part } = change
  if (value.kind === 'rate') return shareWords(value.rate)
  const target = typeof part === 'string' ? undefined : becomes.funnels?.[part.funnel]?.target
  return amountOf(value.amount, target && currencies.get(target))
}

/** Money in whole units of the smallest coin, counts to two places: 0.35 visits a day is one every three days. */
function eachDay(whole: bigint, shares: number, currency: string | undefined) {
  if (currency === undefined) return Math.round((Number(whole) / shares) * 100) / 100
  return amountOf(ceilDivide(whole, BigInt(shares)), currency)
}

function treeTexts({ tree, currencies }: WhatIfView): Line[] {
  if (tree === undefined) return []
  const currency = currencies.get(tree.metric)
  const items = tree.changes
    .slice(0, 40)
    .map(({ name, place, before, after }) =>
      text('tree-change', { indent: indentOf(place), name, before: amountOf(before, currency), after: amountOf(after, currency) }),
    )
  return [{ kind: 'list', items }]
}

function keepAction({ plan, change, tree }: WhatIfView): string {
  const start = `whatif:keep:${plan.id}`
  switch (change.kind) {
    case 'win-rate':
      return `${start}:rate:${change.rate.num}/${change.rate.den}`
    case 'deal-size':
      return `${start}:deal:${change.amount}`
    case 'step': {
      const { part, value } = change
      const words = value.kind === 'rate' ? `${value.rate.num}/${value.rate.den}` : String(value.amount)
      return `${start}:step:${words}::${typeof part === 'string' ? '' : `${part.funnel}.${part.stage}`}`
    }
    case 'headcount':
      return start
    case 'share':
      return `${start}:share:${change.share.num}/${change.share.den}:${tree?.metric}:${tree?.place.join('.')}`
  }
}
