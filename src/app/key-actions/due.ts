import type { Temporal } from 'temporal-polyfill'
import { actionStandings } from '../../core/plan/actions/action-standing.js'
import { spreadActions } from '../../core/plan/actions/spread-actions.js'
import type { Member, Team } from '../../store/repository/teams.js'
import { TURN_DAYS } from '../../store/repository/work.js'
import type { Store } from '../../store/store.js'
import { plannedActions } from './planned.js'

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
  const planned = plannedActions(await store.actions.plans(team.id), team, on)
  if (planned === undefined) return () => []
  const ticks = await store.actions.ticks(team.id, on.subtract({ days: TURN_DAYS }), on)
  const leaves = await store.work.leaves(
    members.map(({ id }) => id),
    on.subtract({ days: TURN_DAYS }),
    on.add({ days: TURN_DAYS }),
  )
  const itemsOf = spreadActions(planned, { start: on, end: on })
  return ({ id, name, joinedOn, leftOn }) => {
    const leave = leaves.filter(({ memberId }) => memberId === id).map(({ from, to }) => ({ from, until: to }))
    const own = ticks.filter(({ memberId }) => memberId === id)
    return actionStandings(itemsOf({ name, joinedOn, leftOn, leave }), own, on).flatMap(({ action, due }) =>
      due === 0 ? [] : [{ action, count: due }],
    )
  }
}
