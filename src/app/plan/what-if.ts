import { Temporal } from 'temporal-polyfill'
import type { Period } from '../../core/calendar/period.js'
import { workingDaysBetween } from '../../core/calendar/working-calendar.js'
import type { PlanId } from '../../core/id.js'
import { dueBefore } from '../../core/plan/decomposition.js'
import type { MetricKey } from '../../core/plan/metric.js'
import type { PlanInput } from '../../core/plan/plan-input.js'
import { type NodeChange, nodeChanges, withShare } from '../../core/plan/tree/change-tree.js'
import { type NodePlace, nodeAt, type PlanTree } from '../../core/plan/tree/plan-tree.js'
import { wordsOfTree } from '../../core/plan/tree/tree-words.js'
import { type WhatIfResult, whatIf } from '../../core/plan/what-if.js'
import type { Shift } from '../../core/plan/what-if-shift.js'
import type { PlanRevision } from '../../store/repository/plans.js'
import type { Store } from '../../store/store.js'
import { type Actor, mustManage } from '../access/visitor.js'
import type { App } from '../app.js'
import { calendarOf } from '../team/calendar.js'
import { UserError } from '../user-error.js'
import { newestOf } from './change-draft.js'
import { planEffect } from './effect.js'
import { periodOf } from './plan-period.js'
import { revisionOf } from './revision.js'
import { keepDraft } from './save-draft.js'
import { sharedNode } from './shared-node.js'
import { planOf, unitOf } from './stored-plan.js'
import { workedTree } from './tree-carriers.js'
import type { TriedChange } from './tried-change.js'
import { type FunnelChange, throughFunnels } from './what-if-funnels.js'
import { type StartedFrom, shiftedOn } from './what-if-shift.js'

export interface WhatIfView {
  readonly plan: PlanRevision
  readonly period: Period
  readonly change: TriedChange
  /** What it starts from, where it was said from there. */
  readonly now?: StartedFrom
  /** Undefined for a share, which changes no sum. */
  readonly result: WhatIfResult | undefined
  /** What the change makes of the plan. */
  readonly becomes: PlanInput
  /** Of a change that goes through the plan's funnels: what each needs before and after it. */
  readonly funnels: readonly FunnelChange[]
  /** Working days from today, or from the period's first, to its end. */
  readonly days: number
  /** Of each metric, what the plan asked for on the days before those. */
  readonly past: ReadonlyMap<MetricKey, bigint>
  readonly currencies: ReadonlyMap<MetricKey, string | undefined>
  /** Of a share. */
  readonly tree: { readonly metric: MetricKey; readonly place: NodePlace; readonly changes: readonly NodeChange[] } | undefined
}

/**
 * Tries a change on the team's newest draft, or else on the plan that counts now. Nothing is kept.
 *
 * @throws UserError when there is no plan, or the change makes no sense for it
 */
export async function tryChange(app: App, actor: Actor, wish: TriedChange | Shift): Promise<WhatIfView> {
  mustManage(actor)
  const store = app.reading(actor.organisationId)
  const revisions = await store.plans.ofTeam(actor.team.id, ['draft', 'published'])
  const running = revisions.filter((each) => Temporal.PlainDate.compare(periodOf(planOf(each)).end, actor.today) >= 0)
  const plan = running.find(({ state }) => state === 'draft') ?? running[0]
  if (plan === undefined) throw new UserError('plan-none', { team: actor.team.name })
  const content = planOf(plan)
  if (!isShift(wish)) return viewOf(store, actor, plan, content, wish)
  const { change, now } = await shiftedOn(store, actor, content, await planEffect(store, actor.team, content), wish)
  return { ...(await viewOf(store, actor, plan, content, change)), now }
}

function isShift(wish: TriedChange | Shift): wish is Shift {
  return wish.kind.endsWith('-by')
}

/** Makes a tried change a draft. @throws UserError when it can no longer be carried out */
export async function keepChange(app: App, actor: Actor, planId: PlanId, change: TriedChange): Promise<PlanRevision> {
  mustManage(actor)
  return app.transaction(actor.organisationId, async (store) => {
    await store.teams.hold(actor.team.id)
    const plan = await revisionOf(store, actor.team, planId)
    // What was kept since it was tried stays: the change is made to the newest draft.
    const newest = await newestOf(store, actor, planOf(plan))
    return keepDraft(store, actor, (await viewOf(store, actor, plan, newest, change)).becomes)
  })
}

async function viewOf(store: Store, actor: Actor, plan: PlanRevision, content: PlanInput, change: TriedChange): Promise<WhatIfView> {
  const period = periodOf(content)
  const { targets, from } = await planEffect(store, actor.team, content)
  const people = new Set(targets.flatMap(({ after, isDropped }) => (isDropped ? [] : after.members.map(({ member }) => member)))).size
  const facts = {
    plan,
    period,
    change,
    days: workingDaysBetween(calendarOf(actor.team), from, period.end).length,
    past: new Map(targets.map(({ metric, after }) => [metric, dueBefore(after, from)])),
    currencies: new Map(content.targets.map(({ metric, currency }) => [metric, currency])),
  }
  if (change.kind === 'share') {
    const { metric, place, before, after } = sharedTrees(content, change)
    const becomes = sharedPlan(content, change)
    return { ...facts, result: undefined, becomes, funnels: [], tree: { metric, place, changes: nodeChanges(before, after) } }
  }
  const funnelled = await throughFunnels(store, actor, content, change)
  if (funnelled !== undefined)
    return { ...facts, ...funnelled, result: { asks: funnelled.asks, worked: undefined, people, peopleBefore: people }, tree: undefined }
  if (change.kind === 'step') throw new UserError('what-if-no-step', { name: typeof change.part === 'string' ? change.part : '' })
  const result = whatIf(content.targets, people, change)
  if (!result.ok) throw new UserError(result.error === 'no-stages' ? 'what-if-no-stages' : 'what-if-no-revenue')
  return { ...facts, result: result.value, becomes: askingFor(content, result.value), funnels: [], tree: undefined }
}

function sharedPlan(plan: PlanInput, change: Extract<TriedChange, { kind: 'share' }>): PlanInput {
  const { metric, tree } = sharedTrees(plan, change)
  const targets = plan.targets.map((target) => (target.metric === metric ? { ...target, tree: wordsOfTree(tree, unitOf(target)) } : target))
  return { ...plan, targets }
}

function askingFor(plan: PlanInput, { asks }: WhatIfResult): PlanInput {
  const amounts = new Map(asks.map(({ metric, amount }) => [metric, amount]))
  return { ...plan, targets: plan.targets.map((target) => ({ ...target, amount: amounts.get(target.metric) ?? target.amount })) }
}

function sharedTrees(plan: PlanInput, { part, share }: Extract<TriedChange, { kind: 'share' }>) {
  const { target, metric, place, tree: planned, before } = sharedNode(plan, part)
  const tree: PlanTree | undefined = withShare(planned, before, place, share)
  if (tree === undefined) throw new UserError('what-if-no-sibling', { name: nodeAt(planned, place)?.name ?? '' })
  return { metric, place, before, after: workedTree(target, tree), tree }
}
