import type { CheckInId } from '../../core/id.js'
import { type Actor, mustCarryTarget } from '../access/visitor.js'
import type { App } from '../app.js'
import { UserError } from '../user-error.js'
import { announceCheckIn } from './announce.js'
import { dayNumbers } from './day.js'
import { mayRecord } from './may-record.js'
import { sourceOf } from './submit.js'

/** Undoes a check-in: its numbers no longer count, its notes are gone, and the post in the thread says so. Undone twice, it is undone once. */
export async function takeBackCheckIn(app: App, actor: Actor, id: CheckInId): Promise<void> {
  const memberId = mustCarryTarget(actor)
  await app.transaction(actor.organisationId, async (store) => {
    const checkIn = await store.work.checkInById(id)
    if (checkIn === undefined || checkIn.memberId !== memberId) throw new UserError('button-gone')
    await mayRecord(store, actor.team, memberId, checkIn.on, checkIn.form)
    await store.work.voidEntries({ checkInId: id }, store.now)
    await store.work.removeCases(sourceOf(id))
    await store.work.saveImprovement(checkIn, '')
    await store.work.removeCheckIn(id)
    const numbers = await dayNumbers(store, actor.team, memberId, checkIn.on)
    await announceCheckIn(store, actor.team, actor.name, { ...checkIn, notes: {} }, numbers, 'taken-back')
  })
}
