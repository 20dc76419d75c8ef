import type { DraftWhy, FunnelNeed } from '../../app/plan/why-draft.js'
import type { PartWhy } from '../../app/plan/why-parts.js'
import { treeSteps } from '../../app/target/why-tree.js'
import type { Button, Card, Line } from '../model.js'
import { amountOf, date, metricName, period, type Text, text } from '../text.js'
import { needText } from './plan-checks/measurable.js'
import { askedText } from './plan-checks/words.js'
import { tiersText } from './plan-figures.js'
import { targetTimeTexts } from './plan-time.js'
import { indentOf, MOST_NODES } from './plan-tree.js'
import { dayLines, hundredths, shareLines, unrounded } from './plan-why-shares.js'
import { stepText } from './why.js'

/**
 * Why the figures of a draft's target are what they are, from the team's amount down to a member's first day; its other targets by button.
 *
 * @param from how many members stand on the cards before
 */
export function planWhyCard(why: DraftWhy, from = 0): Card {
  const { draft, target, amount, metrics, members } = why
  const { id } = draft.revision
  const facts = { metric: metricName(target.metric), period: period(draft.period.id) }
  const shown = members.slice(from, from + MOST_PEOPLE)
  const left = Math.min(members.length - from - shown.length, MOST_PEOPLE)
  return {
    title: text('why-draft-title', facts),
    lines: [
      ...(from === 0 ? [{ kind: 'text' as const, text: revisionText(why) }] : []),
      { kind: 'heading', text: text('why-number', { ...facts, amount: amountOf(amount, target.currency) }) },
      ...(from === 0 ? [{ kind: 'list' as const, items: teamTexts(why) }, ...partLines(why), ...treeLines(why)] : []),
      ...shareLines(why, shown),
      ...dayLines(why, shown),
    ],
    buttons: [
      ...(left > 0
        ? [{ label: text('why-draft-button-more', { count: left }), action: `plan:why:${id}:${target.metric}:${from + MOST_PEOPLE}` }]
        : []),
      ...metrics.filter((metric) => metric !== target.metric).map((metric) => whyDraftButton(id, metric)),
      { label: text('agreement-button-draft'), action: `plan:draft:${id}` },
    ],
    note: text('why-note'),
  }
}

/** More would not fit into the messages that Slack answers in. */
const MOST_PEOPLE = 40

/** @param metric which of the draft's targets; without it the first */
export function whyDraftButton(planId: string, metric?: string): Button {
  if (metric === undefined) return { label: text('why-draft-button'), action: `plan:why:${planId}` }
  return { label: metricName(metric), action: `plan:why:${planId}:${metric}` }
}

/** Who made it, and what it would become. */
function revisionText({ draft, replaces, from }: DraftWhy): Text {
  const { version } = draft.revision
  const facts = { by: draft.by ?? '?', on: date(draft.on), period: period(draft.period.id), version }
  if (replaces !== undefined)
    return text('why-draft-replaces', { ...facts, earlier: replaces.revision.version, since: date(replaces.on), from: date(from) })
  return version === 1 ? text('why-draft-first', facts) : text('why-draft-next', facts)
}

function teamTexts({ target: { currency }, amount, before, past, from, hasBegun, needs }: DraftWhy): Text[] {
  const set = before === null ? 'why-draft-team' : before === amount ? 'why-draft-team-same' : 'why-draft-team-before'
  const facts = { past: amountOf(past, currency), open: amountOf(amount - past, currency), from: date(from) }
  return [
    text(set, { before: amountOf(before ?? 0n, currency) }),
    ...needs.map(funnelText),
    ...(hasBegun ? [text(past === 0n ? 'why-draft-begun' : 'why-draft-past', facts)] : []),
    ...(amount > 0n ? [tiersText(amount, currency)] : []),
  ]
}

function funnelText({ funnel, target, need }: FunnelNeed): Text {
  return text('why-draft-need', { funnel, target: askedText(target), need: needText(need) })
}

function partLines(why: DraftWhy): Line[] {
  const { parts, target } = why
  if (parts.length === 0) return []
  const { phases, months, seasonality } = target
  const rules = targetTimeTexts({ phases, months, seasonality })
  return [
    { kind: 'heading', text: text('why-draft-over-time') },
    { kind: 'list', items: [...rules, ...parts.map((part) => partText(part, why))] },
    ...(parts.every(({ isByRule }) => isByRule) ? [] : [{ kind: 'text' as const, text: text('why-draft-moved') }]),
  ]
}

function partText(part: PartWhy, why: DraftWhy): Text {
  const { id, total, past, byRule, isByRule, share } = part
  const { currency } = why.target
  const facts = { part: period(id), amount: amountOf(total, currency), from: date(why.from) }
  if (share === 0 && total === past) return text('why-draft-part-kept', facts)
  const own = howText(part, currency)
  const how = past === 0n ? own : text('why-draft-with-past', { past: amountOf(past, currency), how: own })
  const exact = { ...facts, how, about: isRounded(part) ? 'yes' : 'no', exact: unrounded(byRule, currency) }
  if (!isByRule) return text('why-draft-part-moved', exact)
  return currency !== undefined || Number.isInteger(hundredths(byRule))
    ? text('why-draft-part', exact)
    : text('why-draft-part-whole', exact)
}

function howText({ by, of, share, phase, workingDays, workingDaysInAll }: PartWhy, currency: string | undefined): Text {
  const open = amountOf(of, currency)
  if (share === 1) return text('why-draft-by-all', { open })
  return text(`why-draft-by-${by}`, { open, percent: percentOf(share), phase, days: workingDays, all: workingDaysInAll })
}

function percentOf(share: number): number {
  return hundredths(share * 100)
}

/** Whether who multiplies by the percentage that is shown finds another amount. */
function isRounded({ by, of, share }: PartWhy): boolean {
  return by !== 'working-days' && Math.abs((percentOf(share) / 100 - share) * Number(of)) >= 0.5
}

/** Each node with where its value comes from. */
function treeLines({ tree, amount, target: { currency } }: DraftWhy): Line[] {
  if (tree === undefined) return []
  const steps = treeSteps(tree, amount)
  const shown = steps.slice(0, MOST_NODES).map((step) => stepText({ ...step, name: `${indentOf(step.node.place)}${step.name}` }, currency))
  return [
    { kind: 'heading', text: text('why-draft-tree') },
    { kind: 'list', items: shown },
    ...(steps.length > MOST_NODES ? [{ kind: 'text' as const, text: text('tree-more', { count: steps.length - MOST_NODES }) }] : []),
  ]
}
