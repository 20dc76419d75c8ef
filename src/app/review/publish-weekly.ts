import { newId } from '../../store/new-id.js'
import type { Team } from '../../store/repository/teams.js'
import type { Store } from '../../store/store.js'
import { keepWeekly } from '../forecast/keep-weekly.js'
import { homeOf } from '../team/create.js'
import { managersOf } from '../team/managers.js'
import { composeWeekly } from './compose-weekly.js'
import { privateEntries } from './private-entries.js'

/**
 * Freezes a team's week with its figures and has it posted; who was not heard from goes to the managers in private. A week that is published
 * already stays as it is.
 *
 * @returns whether there was anything to say
 */
export async function publishWeekly(store: Store, team: Team, weekId: string, { late }: { late: boolean }): Promise<boolean> {
  const composed = await composeWeekly(store, team, weekId, store.now)
  if (composed === undefined) return false
  const isFirst = await store.records.freezeReport({
    id: newId(),
    teamId: team.id,
    kind: 'weekly',
    period: weekId,
    figures: composed.figures,
  })
  if (!isFirst) return true
  await keepWeekly(store, team)
  await store.outbox.add([
    { key: `weekly:${team.id}:${weekId}`, to: homeOf(team), post: { ...composed.post, late }, language: team.language },
    ...(composed.toManagers === undefined
      ? []
      : await privateEntries(store, team, await managersOf(store, team), `weekly-managers:${team.id}:${weekId}`, composed.toManagers)),
  ])
  return true
}
