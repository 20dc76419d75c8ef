import type { RevisionEvent, RevisionHistory } from '../../app/plan/plan-history.js'
import type { MetricChange } from '../../store/repository/plan-changes.js'
import type { PlanRevision } from '../../store/repository/plans.js'
import type { Card, Line } from '../model.js'
import { amountOf, date, list, metricName, period, type Text, type TextArg, text } from '../text.js'

const MOST = 20

/** A team's revisions, newest first: who, when, why, what became of each, and what it changed for whom. */
export function planHistoryCard(team: string, revisions: readonly RevisionHistory[]): Card {
  if (revisions.length === 0) return { lines: [{ kind: 'text', text: text('plan-history-none') }] }
  return {
    title: text('plan-history-title', { team }),
    lines: revisions.slice(0, MOST).flatMap(revisionLines),
    ...(revisions.length > MOST ? { note: text('plan-history-more', { count: revisions.length - MOST }) } : {}),
  }
}

function revisionLines({ revision, period: of, by, on, events }: RevisionHistory): Line[] {
  const line = text('plan-history-line', {
    period: period(of.id),
    // What was never published is no version of the plan.
    version: revision.publishedAt === undefined ? 0 : revision.version,
    state: stateOf(revision),
    by: by ?? '?',
    on: date(on),
  })
  const items = [...agreementItems(revision), ...events.flatMap(eventItems)]
  return [{ kind: 'text', text: line }, ...(items.length === 0 ? [] : [{ kind: 'list' as const, items }])]
}

/** A draft that was put aside never counted, which its state alone does not tell. */
function stateOf({ state, publishedAt }: PlanRevision): Text {
  if (publishedAt === undefined && state === 'superseded') return text('plan-state-redrafted')
  if (publishedAt === undefined && state === 'recalled') return text('plan-state-discarded')
  return text(`plan-state-${state}`)
}

function agreementItems({ unagreed }: PlanRevision): Text[] {
  if (unagreed === undefined) return []
  return [unagreed.length === 0 ? text('plan-change-agreed') : text('plan-change-unagreed', { names: list(unagreed) })]
}

function eventItems({ act, ground, reason, overridden, changes, by, on }: RevisionEvent): Text[] {
  // A plain publication stands in the revision's own line.
  const isPlain = act === 'published' && (ground === 'free' || ground === 'unrecorded')
  return [
    ...(isPlain ? [] : [text(`plan-change-${wayOf(act, ground)}`, { by: by ?? '?', on: date(on) })]),
    ...(overridden.length === 0
      ? []
      : [text('plan-change-blocked', { checks: list(overridden.map((check) => text(`check-name-${check}`))) })]),
    ...(reason === undefined ? [] : [text('plan-reason', { reason })]),
    ...changes.flatMap(changeItems),
  ]
}

function wayOf(act: RevisionEvent['act'], ground: RevisionEvent['ground']) {
  if (act === 'recalled') return ground === 'override' ? ('recalled-override' as const) : ('recalled' as const)
  return ground === 'free' || ground === 'unrecorded' ? ('published' as const) : ground
}

function changeItems({ metric, currency, before, after, members }: MetricChange): Text[] {
  const amount = (value: bigint | null): TextArg => (value === null ? text('plan-change-none') : amountOf(value, currency))
  const isNew = before === null
  const each = members.map((member) =>
    text(isNew ? 'plan-change-member-new' : 'plan-change-member', {
      name: member.name,
      before: amount(member.before),
      after: amount(member.after),
    }),
  )
  const facts = { metric: metricName(metric), before: amount(before), after: amount(after), members: list(each) }
  if (each.length === 0) return [text('plan-change-team', facts)]
  if (isNew) return [text('plan-change-new', facts)]
  return [before === after ? text('plan-change-members', facts) : text('plan-change-both', facts)]
}
