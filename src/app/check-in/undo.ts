import type { Temporal } from 'temporal-polyfill'
import { z } from 'zod'
import type { CheckInId } from '../../core/id.js'
import type { CheckIn } from '../../store/repository/check-ins.js'
import type { CheckInStore, Store } from '../../store/store.js'
import { type Actor, mustCarryTarget } from '../access/visitor.js'
import type { App } from '../app.js'
import { UserError } from '../user-error.js'
import { announceCheckIn, postPlace } from './announce.js'
import { dayNumbers } from './day.js'
import { dropLessons, keepLessons } from './lessons.js'
import { mayRecord } from './may-record.js'

const KIND = 'check-in-undo'

const undoable = z.object({
  checkInId: z.string().transform((id) => id as CheckInId),
  revision: z.int(),
  /** The notes before; null when this submission was the day's first. */
  notesBefore: z.record(z.string(), z.string()).nullable(),
  source: z.string(),
})

/** Remembers for a day what a submission changed. @param id the one that undoCheckIn takes */
export async function keepUndo(
  store: CheckInStore,
  actor: Actor,
  id: string,
  checkIn: CheckIn,
  before: CheckIn | undefined,
  source: string,
): Promise<void> {
  const state = { checkInId: checkIn.id, revision: checkIn.revision, notesBefore: before?.notes ?? null, source }
  await store.records.keepPending({ id, personId: actor.personId, kind: KIND, state })
}

/**
 * Undoes one submission: its numbers no longer count and the notes are as before. The first one of a day undone takes the whole check-in
 * back. The post in the thread changes in place.
 *
 * @throws UserError when it was undone already, is older than a day, or the check-in was changed since
 */
export async function undoCheckIn(
  app: App,
  actor: Actor,
  undoId: string,
): Promise<{ on: Temporal.PlainDate; outcome: 'taken-back' | 'as-before' }> {
  const memberId = mustCarryTarget(actor)
  return app.transaction(actor.organisationId, async (store) => {
    const kept = undoable.safeParse(await store.records.pending(undoId, actor.personId, KIND))
    if (!kept.success) throw new UserError('undo-gone')
    const { checkInId, revision, notesBefore, source } = kept.data
    await store.days.hold(memberId)
    const checkIn = await store.checkIns.byId(checkInId)
    if (checkIn === undefined || checkIn.memberId !== memberId) throw new UserError('undo-gone')
    if (checkIn.revision !== revision) throw new UserError('undo-changed-since')
    await mayRecord(store, actor.team, memberId, checkIn.on, checkIn.form)
    await store.records.dropPending(undoId)
    if (notesBefore === null) {
      await takeBack(store, actor, checkIn)
      return { on: checkIn.on, outcome: 'taken-back' }
    }
    await store.entries.void({ source, memberId }, store.now)
    const restored = { ...checkIn, notes: notesBefore, revision: checkIn.revision + 1 }
    await store.checkIns.save(restored)
    await openEarlier(store, actor, { checkInId, undone: revision, now: restored.revision })
    await keepLessons(store, restored)
    const numbers = await dayNumbers(store, actor.team, memberId, checkIn.on)
    await announceCheckIn(store, actor, restored, numbers, await postPlace(store, actor.team, checkIn))
    return { on: checkIn.on, outcome: 'as-before' }
  })
}

/** The check-in is as the submission before had left it: that one can be undone in its turn. */
async function openEarlier(
  store: Store,
  { personId }: Actor,
  { checkInId, undone, now }: { checkInId: CheckInId; undone: number; now: number },
): Promise<void> {
  for (const { id, state } of await store.records.pendings(personId, KIND)) {
    const kept = undoable.safeParse(state)
    const isBefore = kept.success && kept.data.checkInId === checkInId && kept.data.revision === undone - 1
    if (isBefore) await store.records.keepPending({ id, personId, kind: KIND, state: { ...kept.data, revision: now } })
  }
}

async function takeBack(store: Store, actor: Actor, checkIn: CheckIn): Promise<void> {
  await store.entries.void({ checkInId: checkIn.id }, store.now)
  await dropLessons(store, checkIn)
  await store.checkIns.remove(checkIn.id)
  const numbers = await dayNumbers(store, actor.team, checkIn.memberId, checkIn.on)
  await announceCheckIn(store, actor, { ...checkIn, notes: {} }, numbers, await postPlace(store, actor.team, checkIn), 'taken-back')
}
