import type { RevisionEvent, RevisionHistory } from '../../app/plan/plan-history.js'
import type { MetricChange } from '../../store/repository/plan-changes.js'
import type { PlanRevision } from '../../store/repository/plans.js'
import type { Card, Line } from '../model.js'
import { amountOf, date, list, metricName, period, type Text, type TextArg, text } from '../text.js'

const MOST = 20

/**
 * A team's revisions, newest first: who, when, why, what became of each, and what it changed for whom.
 *
 * @param from how many newer entries to leave out: those before are on the cards before
 */
export function planHistoryCard(
  { id, name }: { readonly id: string; readonly name: string },
  revisions: readonly RevisionHistory[],
  from = 0,
): Card {
  if (revisions.length === 0) return { lines: [{ kind: 'text', text: text('plan-history-none') }] }
  const entries = entriesOf(revisions)
  const older = entries.length - from - MOST
  return {
    title: text('plan-history-title', { team: name }),
    lines: entries.slice(from, from + MOST).flatMap((entry) => entryLines(entry, revisions)),
    ...(older > 0
      ? {
          note: text('plan-history-more', { count: older }),
          buttons: [{ label: text('plan-button-older'), action: `plan:history:${id}:${from + MOST}` }],
        }
      : {}),
  }
}

/** A draft that one person changed again and again on one day is one entry. */
function entriesOf(revisions: readonly RevisionHistory[]): RevisionHistory[][] {
  return revisions.reduce<RevisionHistory[][]>((entries, each) => {
    const [newest] = entries.at(-1) ?? []
    if (newest !== undefined && isRedraftOf(newest, each)) entries.at(-1)?.push(each)
    else entries.push([each])
    return entries
  }, [])
}

function isRedraftOf(newest: RevisionHistory, { revision, period: of, by, on }: RevisionHistory): boolean {
  return isRedrafted(newest.revision) && isRedrafted(revision) && newest.period.id === of.id && newest.by === by && newest.on.equals(on)
}

function isRedrafted({ state, publishedAt }: Pick<PlanRevision, 'state' | 'publishedAt'>): boolean {
  return publishedAt === undefined && state === 'superseded'
}

function entryLines([newest, ...others]: readonly RevisionHistory[], revisions: readonly RevisionHistory[]): Line[] {
  if (newest === undefined) return []
  if (!isRedrafted(newest.revision)) return revisionLines(newest)
  const { period: of, by, on } = newest
  const facts = { period: period(of.id), count: others.length + 1, became: becameOf(newest, revisions), by: by ?? '?', on: date(on) }
  return [{ kind: 'text', text: text('plan-history-redrafts', facts) }]
}

/** A draft that was changed never counted itself: what it was changed into did, or waits, or was put away. */
function becameOf({ revision, period: of }: RevisionHistory, revisions: readonly RevisionHistory[]): Text {
  const next = revisions.findLast(
    (each) => each.revision.revision > revision.revision && each.period.id === of.id && !isRedrafted(each.revision),
  )?.revision
  if (next?.publishedAt !== undefined) return text('plan-became-published', { version: next.version })
  return text(next?.state === 'draft' ? 'plan-became-draft' : 'plan-became-discarded')
}

function revisionLines({ revision, period: of, by, on, events, leaveChange }: RevisionHistory): Line[] {
  const line = text('plan-history-line', {
    period: period(of.id),
    // What was never published is no version of the plan.
    version: revision.publishedAt === undefined ? 0 : revision.version,
    state: stateOf(revision),
    by: by ?? '?',
    on: date(on),
  })
  const rule = leaveChange === undefined ? [] : [text(`plan-leave-now-${leaveChange}`)]
  const items = [...agreementItems(revision), ...rule, ...events.flatMap(eventItems)]
  return [{ kind: 'text', text: line }, ...(items.length === 0 ? [] : [{ kind: 'list' as const, items }])]
}

/** A draft that was put aside never counted, which its state alone does not tell. */
function stateOf({ state, publishedAt }: PlanRevision): Text {
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
  const each = groupsOf(members).map(([first, ...others]) => {
    const numbers = { before: amount(first.before), after: amount(first.after) }
    if (others.length === 0) return text(isNew ? 'plan-change-member-new' : 'plan-change-member', { name: first.name, ...numbers })
    const names = list([first, ...others].map(({ name }) => name))
    return text(isNew ? 'plan-change-alike-new' : 'plan-change-alike', { names, ...numbers })
  })
  const facts = { metric: metricName(metric), before: amount(before), after: amount(after), members: list(each) }
  if (each.length === 0) return [text('plan-change-team', facts)]
  if (isNew) return [text('plan-change-new', facts)]
  return [before === after ? text('plan-change-members', facts) : text('plan-change-both', facts)]
}

type MemberChange = MetricChange['members'][number]

/** Three or more whose numbers are the same are told of together: an equal split of ten people is one line, not ten. */
function groupsOf(members: readonly MemberChange[]): [MemberChange, ...MemberChange[]][] {
  const alike = (member: MemberChange) => members.filter(({ before, after }) => before === member.before && after === member.after)
  return members.flatMap((member): [MemberChange, ...MemberChange[]][] => {
    const [first, ...others] = alike(member)
    if (first === undefined || others.length < 2) return [[member]]
    return first === member ? [[first, ...others]] : []
  })
}
