import { Temporal } from 'temporal-polyfill'
import type { Period } from '../../core/calendar/period.js'
import { belongsWithin } from '../../core/calendar/stay.js'
import { holidayDataMissing } from '../../core/calendar/working-calendar.js'
import type { PlanId } from '../../core/id.js'
import type { PlanInput } from '../../core/plan/plan-input.js'
import { type LeaveRule, leaveChange } from '../../core/plan/plan-time.js'
import type { PlanFileError } from '../../core/plan/raw-plan.js'
import type { Result } from '../../core/plan/result.js'
import type { WorkedTree } from '../../core/plan/tree/work-out.js'
import type { ChangeRight } from '../../core/plan/window/change-right.js'
import type { Member, Team } from '../../store/repository/teams.js'
import type { Store } from '../../store/store.js'
import { type Actor, mustManage } from '../access/visitor.js'
import type { App } from '../app.js'
import { type Agreement, agreementOf } from './agree/agreement.js'
import { changesByMember } from './announce.js'
import { checkPlan, type PlanChecks } from './check-plan.js'
import { type PlanEffect, planEffect, type TargetEffect } from './effect.js'
import { figuresOf, firstWorkingDay, type TargetFigures } from './figures.js'
import { learnSeasons } from './learn-seasons.js'
import { readPlanFor } from './plan-for-team.js'
import type { PlanSource } from './plan-source.js'
import { type PublishWay, publishWay } from './publish-gate.js'
import { revisionOf, type VersionedPlan, versioned } from './revision.js'
import { openDays } from './standing.js'
import { planOf } from './stored-plan.js'

/** What publishing a plan would do. */
export interface PlanPreview {
  /** Undefined for a plan that is not kept. */
  readonly draft: VersionedPlan | undefined
  readonly period: Period
  /** The first day that it changes. */
  readonly from: Temporal.PlainDate
  /** The first working day from then on. */
  readonly firstDay: Temporal.PlainDate | undefined
  /** Who carries a part of it and is there for a part of it only, with their first or last day in it. */
  readonly coming: readonly DatedName[]
  readonly leaving: readonly DatedName[]
  /** Reps who could work in it and carry nothing of it: left out on purpose, or forgotten. */
  readonly idle: readonly string[]
  /** Years whose public holidays are not known for certain yet. */
  readonly holidaysUnsure: readonly number[]
  /** Whether it takes the place of a published one. */
  readonly isReplacing: boolean
  /** What becomes of days on leave, where the published plan has it otherwise. */
  readonly leaveChange: LeaveRule | undefined
  readonly plan: PlanInput
  readonly targets: readonly TargetPreview[]
  /** How many members are told that their numbers change. */
  readonly changes: number
  /** Undefined when it was never proposed to the team. */
  readonly agreement: Agreement | undefined
  readonly checks: PlanChecks
  /** By what it may change what is published today. */
  readonly right: ChangeRight
  /** How the asker may publish it. */
  readonly way: PublishWay
}

export interface DatedName {
  readonly name: string
  readonly on: Temporal.PlainDate
}

export interface TargetPreview extends TargetFigures {
  /** What stands published for the period; null: nothing does. */
  readonly before: bigint | null
  /** No longer asked for from `from` on. */
  readonly isDropped: boolean
  /** Named, but without a working day in the period: their share goes to the others. */
  readonly excluded: readonly string[]
  /** Undefined where the target is not broken down. */
  readonly tree: WorkedTree | undefined
}

/** Works a draft out without publishing it. @throws UserError when it could not be published as things are now */
export async function previewPlan(app: App, actor: Actor, planId: PlanId): Promise<PlanPreview> {
  mustManage(actor)
  const store = app.reading(actor.organisationId)
  const draft = await revisionOf(store, actor.team, planId)
  return previewOf(store, actor, planOf(draft), versioned(await store.plans.ofTeam(actor.team.id), draft))
}

/**
 * Reads a plan from outside and works it out without keeping it.
 *
 * @returns all that is wrong in it, by place
 * @throws UserError when it could not be published as things are now
 */
export async function previewPlanSource(app: App, actor: Actor, source: PlanSource): Promise<Result<PlanPreview, PlanFileError[]>> {
  mustManage(actor)
  const store = app.reading(actor.organisationId)
  const read = await readPlanFor(store, actor, source)
  if (!read.ok) return read
  return { ok: true, value: await previewOf(store, actor, await learnSeasons(store, actor.team, read.value), undefined) }
}

async function previewOf(store: Store, actor: Actor, plan: PlanInput, draft: VersionedPlan | undefined): Promise<PlanPreview> {
  const { team } = actor
  const effect = await planEffect(store, team, plan)
  const checks = await checkPlan(store, team, plan, effect)
  const { period, from, replaces, right } = effect
  const firstDay = firstWorkingDay(team, from, period.end)
  const targets = effect.targets.map((target) => targetPreview(target, effect, firstDay))
  const agreement = draft && (await agreementOf(store, team, draft, effect))
  const changes = changesByMember(effect).length
  const way = publishWay(actor, { checks, right })
  return {
    draft,
    plan,
    period,
    from,
    firstDay,
    ...comingAndGoing(effect),
    idle: idleIn(effect),
    holidaysUnsure: unsureYears(team, from, period.end),
    isReplacing: replaces !== undefined,
    leaveChange: replaces && leaveChange(planOf(replaces), plan),
    targets,
    changes,
    agreement,
    checks,
    right,
    way,
  }
}

function comingAndGoing(effect: PlanEffect): Pick<PlanPreview, 'coming' | 'leaving'> {
  const { members, period, from } = effect
  const carriers = members.filter((member) => carriesIn(effect, member))
  return {
    coming: carriers
      .filter(({ joinedOn }) => Temporal.PlainDate.compare(joinedOn, from) > 0)
      .map(({ name, joinedOn: on }) => ({ name, on })),
    leaving: carriers.flatMap(({ name, leftOn: on }) =>
      on !== undefined && Temporal.PlainDate.compare(on, period.end) < 0 ? [{ name, on }] : [],
    ),
  }
}

function idleIn(effect: PlanEffect): string[] {
  const { targets, members, period, from } = effect
  const span = { start: from, end: period.end }
  return members
    .filter((member) => member.role === 'rep' && belongsWithin(member, span) && !carriesIn(effect, member))
    .filter(({ id }) => !targets.some(({ after }) => after.excluded.includes(id)))
    .map(({ name }) => name)
}

function carriesIn({ targets, from }: PlanEffect, { id }: Member): boolean {
  return targets.some(({ after }) => {
    const own = after.members.find(({ member }) => member === id)
    return openDays(own, from).length > 0
  })
}

function unsureYears({ weekdays, country }: Team, from: Temporal.PlainDate, until: Temporal.PlainDate): number[] {
  const rule = { weekdays, ...(country === undefined ? {} : { country }) }
  const years = Array.from({ length: until.year - from.year + 1 }, (_, index) => from.year + index)
  return years.filter((year) => holidayDataMissing(rule, year))
}

function targetPreview(target: TargetEffect, { members, from }: PlanEffect, firstDay: Temporal.PlainDate | undefined): TargetPreview {
  const { before, after, currency, isDropped, tree } = target
  const stands = before.members.some((member) => openDays(member, from).length > 0)
  return {
    ...figuresOf(after, currency, members, firstDay),
    before: stands ? before.total : null,
    isDropped,
    tree,
    excluded: after.excluded.map((id) => members.find((member) => member.id === id)?.name ?? ''),
  }
}
