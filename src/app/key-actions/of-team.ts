import type { Temporal } from 'temporal-polyfill'
import { type ActionCount, actionCount, actionStandings, addedUp, capped } from '../../core/plan/actions/action-standing.js'
import type { Span } from '../../core/plan/actions/rhythm.js'
import { type ActionMember, spreadActions } from '../../core/plan/actions/spread-actions.js'
import type { MemberTick } from '../../store/repository/actions.js'
import { TURN_DAYS } from '../../store/repository/day-start.js'
import type { Member, Team } from '../../store/repository/teams.js'
import type { Store } from '../../store/store.js'
import { plannedWithin } from './planned.js'

/** A key action that is due on a day, less what was done ahead of it. */
export interface DueAction {
  readonly action: string
  readonly count: number
}

/** What is due of key actions on a day, by member: one query, and two more where the plan has any. */
export async function dueActions(
  store: Store,
  team: Team,
  members: readonly Member[],
  on: Temporal.PlainDate,
): Promise<(member: Member) => DueAction[]> {
  const day = { start: on, end: on }
  const [found] = plannedWithin(await store.actions.plans(team.id), team, day)
  if (found === undefined) return () => []
  const daysOf = await memberDays(store, team, members, day)
  const itemsOf = spreadActions(found.planned, day)
  return (member) => {
    const { acting, ticks } = daysOf(member)
    return actionStandings(itemsOf(acting), ticks, on).flatMap(({ action, due }) => (due === 0 ? [] : [{ action, count: due }]))
  }
}

/**
 * How many of each key action a stretch of days asks its members for, and how many they did: what somebody does beyond their own part does
 * not stand in for a colleague's. One query, and two more where the plan has any.
 */
export async function teamActions(store: Store, team: Team, members: readonly Member[], span: Span): Promise<ActionCount[]> {
  const found = plannedWithin(await store.actions.plans(team.id), team, span)
  if (found.length === 0) return []
  const daysOf = await memberDays(store, team, members, span)
  const counts = found.flatMap(({ planned, span: own }) => {
    const itemsOf = spreadActions(planned, own)
    return members.map(daysOf).flatMap(({ acting, ticks }) => capped(actionCount(itemsOf(acting), ticks, own)))
  })
  return addedUp(counts)
}

interface MemberActing {
  readonly acting: ActionMember
  readonly ticks: readonly MemberTick[]
}

async function memberDays(
  store: Store,
  team: Team,
  members: readonly Member[],
  { start, end }: Span,
): Promise<(member: Member) => MemberActing> {
  const [from, to] = [start.subtract({ days: TURN_DAYS }), end.add({ days: TURN_DAYS })]
  const ticks = await store.actions.ticks(team.id, from, end)
  const leaves = await store.leaves.between(
    members.map(({ id }) => id),
    from,
    to,
  )
  return ({ id, name, joinedOn, leftOn }) => ({
    acting: {
      name,
      joinedOn,
      leftOn,
      leave: leaves.filter(({ memberId }) => memberId === id).map((leave) => ({ from: leave.from, until: leave.to })),
    },
    ticks: ticks.filter(({ memberId }) => memberId === id),
  })
}
