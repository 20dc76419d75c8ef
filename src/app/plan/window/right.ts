import { Temporal } from 'temporal-polyfill'
import type { Period } from '../../../core/calendar/period.js'
import type { PlanInput } from '../../../core/plan/plan-input.js'
import { type WindowRule, windowOnOrAfter } from '../../../core/plan/window/calendar-window.js'
import { type ChangeRight, changeRight } from '../../../core/plan/window/change-right.js'
import { changedTargets } from '../../../core/plan/window/changed-targets.js'
import type { PlanRevision } from '../../../store/repository/plans.js'
import { localDate, type Member, type Team } from '../../../store/repository/teams.js'
import type { Store } from '../../../store/store.js'
import type { Actor } from '../../access/visitor.js'
import { calendarOf } from '../../team/calendar.js'
import { UserError } from '../../user-error.js'
import { planOf } from '../stored-plan.js'

/** By what a plan may take the place of a published one today. @param plan undefined: nothing takes its place */
export async function rightToReplace(
  store: Store,
  team: Team,
  replaces: PlanRevision,
  plan: PlanInput | undefined,
  period: Period,
  members: readonly Member[],
): Promise<ChangeRight> {
  const crew = crewSince(team, replaces, members)
  const isChange = plan === undefined || changedTargets(planOf(replaces), plan, crew).length > 0
  if (!isChange) return { kind: 'free' }
  const today = localDate(team, store.now)
  const isOpened = (await store.windows.openOn(team.id, today)).length > 0
  return changeRight({ today, period, isChange, isOpened, calendar: windowOnOrAfter(windowRule(team), today) })
}

export function windowRule(team: Team): WindowRule {
  return { calendar: calendarOf(team), fiscal: team.fiscal, workingDays: team.settings.adjustmentDays }
}

/** Names of who joined since a plan was published, and of who has left. */
function crewSince(team: Team, { publishedAt }: PlanRevision, members: readonly Member[]): Set<string> {
  const since = publishedAt && localDate(team, publishedAt)
  const isNew = ({ joinedOn }: Member) => since !== undefined && Temporal.PlainDate.compare(joinedOn, since) > 0
  return new Set(members.filter((member) => isNew(member) || member.leftOn !== undefined).map(({ name }) => name))
}

/** By what right a change was made. */
export type Ground = 'free' | 'opened' | 'calendar' | 'override'

/** An admin's own decision to publish what is blocked, or to change what is published outside a window. */
export interface Override {
  readonly reason: string
}

/**
 * What is kept on record of a change's right.
 *
 * @throws UserError when the plan may not be changed today, and nobody who may has overridden that with a reason
 */
export function groundOf(right: ChangeRight, actor: Actor, override: Override | undefined): Ground {
  if (right.kind !== 'closed') return right.kind
  if (!actor.isAdmin) throw closedTo(right)
  if (override === undefined || override.reason.trim() === '') throw new UserError('change-needs-reason')
  return 'override'
}

/** Why a manager cannot change it today, and what can be done. */
export function closedTo({ next }: Extract<ChangeRight, { kind: 'closed' }>): UserError {
  if (next === undefined) return new UserError('change-closed')
  return new UserError('change-closed-until', {
    opens: { kind: 'date', on: next.opensOn.toString(), style: 'day' },
    closes: { kind: 'date', on: next.closesOn.toString(), style: 'day' },
  })
}
