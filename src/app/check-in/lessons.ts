import type { CheckInId } from '../../core/id.js'
import { newId } from '../../store/new-id.js'
import type { CheckIn } from '../../store/repository/work.js'
import type { Store } from '../../store/store.js'

/** The evening's success and failure go into the case library, the improvement into the next morning; what is no longer said goes out again. */
export async function keepLessons(store: Store, checkIn: CheckIn): Promise<void> {
  if (checkIn.form !== 'evening') return
  const { id, teamId, memberId, on, notes } = checkIn
  const kinds = (['success', 'failure'] as const).filter((kind) => notes[kind] !== undefined)
  if (checkIn.revision > 1) await store.work.removeCases(sourceOf(id))
  for (const kind of kinds) {
    const words = notes[kind] ?? ''
    await store.work.saveCase({ id: newId(), teamId, memberId, on, kind, words, source: sourceOf(id), at: store.now })
  }
  if (checkIn.revision > 1 || notes.improvement !== undefined) await store.work.saveImprovement(checkIn, notes.improvement ?? '')
}

export async function dropLessons(store: Store, checkIn: CheckIn): Promise<void> {
  await store.work.removeCases(sourceOf(checkIn.id))
  await store.work.saveImprovement(checkIn, '')
}

function sourceOf(id: CheckInId): string {
  return `check-in:${id}`
}
