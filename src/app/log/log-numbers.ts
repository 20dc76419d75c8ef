import type { Temporal } from 'temporal-polyfill'
import type { Entry } from '../../store/repository/work.js'
import { type Actor, mustCarryTarget } from '../access/visitor.js'
import type { App } from '../app.js'
import { type DayNumber, dayNumbers } from '../check-in/day.js'
import { mayRecord } from '../check-in/may-record.js'

/**
 * Adds numbers to a member's day. The same source adds once, however often it comes.
 *
 * @param source the delivery that brought them; undoing names it
 * @returns the day as it stands then
 */
export async function logNumbers(
  app: App,
  actor: Actor,
  entries: readonly Entry[],
  source: string,
  on: Temporal.PlainDate = actor.today,
): Promise<DayNumber[]> {
  const memberId = mustCarryTarget(actor)
  return app.transaction(actor.organisationId, async (store) => {
    await mayRecord(store, actor.team, memberId, on, 'evening')
    await store.work.addEntries({ teamId: actor.team.id, memberId, on, entries, source, madeBy: actor.personId, madeAt: store.now })
    return dayNumbers(store, actor.team, memberId, on)
  })
}

/** Takes back what one source added. @returns what was taken back; empty when it was before */
export async function undoLog(app: App, actor: Actor, source: string): Promise<Entry[]> {
  const memberId = mustCarryTarget(actor)
  return app.transaction(actor.organisationId, (store) => store.work.voidEntries({ source, memberId }, store.now))
}
