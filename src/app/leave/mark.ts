import { Temporal } from 'temporal-polyfill'
import { newId } from '../../store/new-id.js'
import type { LeaveDays } from '../../store/repository/work.js'
import { type Actor, mustCarryTarget } from '../access/visitor.js'
import type { App } from '../app.js'
import { UserError } from '../user-error.js'
import { spreadLeave } from './spread.js'

const MOST_DAYS = 366

/**
 * Marks days off, both included: nobody asks, reminds or misses the member then, and their share of the month moves to their other working
 * days from tomorrow on.
 *
 * @throws UserError for days that are past, the wrong way round, too many, or off already
 */
export async function markLeave(app: App, actor: Actor, days: { from: Temporal.PlainDate; to: Temporal.PlainDate }): Promise<LeaveDays> {
  const memberId = mustCarryTarget(actor)
  if (Temporal.PlainDate.compare(days.to, days.from) < 0) throw new UserError('leave-order', {}, 'to')
  if (Temporal.PlainDate.compare(days.from, actor.today) < 0) throw new UserError('leave-past', {}, 'from')
  if (days.from.until(days.to, { largestUnit: 'days' }).days >= MOST_DAYS) throw new UserError('leave-long', { most: MOST_DAYS }, 'to')
  return app.transaction(actor.organisationId, async (store) => {
    if ((await store.work.leaves([memberId], days.from, days.to)).length > 0) throw new UserError('leave-already', {}, 'from')
    const leave = { id: newId(), memberId, ...days }
    await store.work.addLeave({ ...leave, at: store.now })
    await spreadLeave(store, actor, memberId, days)
    await store.records.audit({
      personId: actor.personId,
      act: 'leave-mark',
      subject: memberId,
      after: { from: days.from.toString(), to: days.to.toString() },
    })
    return leave
  })
}

/** Takes leave back that has not begun. */
export async function takeBackLeave(app: App, actor: Actor, id: string): Promise<void> {
  const memberId = mustCarryTarget(actor)
  await app.transaction(actor.organisationId, async (store) => {
    const known = (await store.work.leaves([memberId], actor.today, actor.today.add({ years: 2 }))).find((leave) => leave.id === id)
    if (known === undefined) throw new UserError('button-gone')
    if (Temporal.PlainDate.compare(known.from, actor.today) < 0) throw new UserError('leave-begun')
    await store.work.removeLeave(id, memberId)
    await spreadLeave(store, actor, memberId, known)
    await store.records.audit({
      personId: actor.personId,
      act: 'leave-take-back',
      subject: memberId,
      before: { from: known.from.toString(), to: known.to.toString() },
    })
  })
}

/** The asker's leave that is not over. */
export async function comingLeave(app: App, actor: Actor): Promise<LeaveDays[]> {
  const memberId = mustCarryTarget(actor)
  return app.reading(actor.organisationId).work.leaves([memberId], actor.today, actor.today.add({ years: 2 }))
}
