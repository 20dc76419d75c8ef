import type { CheckInId } from '../../core/id.js'
import { newId } from '../../store/new-id.js'
import type { CheckIn } from '../../store/repository/check-ins.js'
import type { CheckInStore } from '../../store/store.js'

/** The evening's success and failure go into the case library, the improvement into the next morning; what is no longer said goes out again. */
export async function keepLessons(store: CheckInStore, checkIn: CheckIn): Promise<void> {
  const { notes } = checkIn
  const cases = (['success', 'failure'] as const).flatMap((kind) => {
    const words = notes[kind]
    return words === undefined ? [] : [{ id: newId(), kind, words }]
  })
  const hasTaught = cases.length > 0 || notes.improvement !== undefined
  if (checkIn.form !== 'evening' || (checkIn.revision === 1 && !hasTaught)) return
  await store.days.keepLessons(checkIn, { source: sourceOf(checkIn.id), cases, improvement: notes.improvement, at: store.now })
}

export async function dropLessons(store: CheckInStore, checkIn: CheckIn): Promise<void> {
  await store.days.keepLessons(checkIn, { source: sourceOf(checkIn.id), cases: [], improvement: undefined, at: store.now })
}

function sourceOf(id: CheckInId): string {
  return `check-in:${id}`
}
