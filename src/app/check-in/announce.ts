import type { Team } from '../../store/repository/teams.js'
import type { CheckIn } from '../../store/repository/work.js'
import type { Store } from '../../store/store.js'
import type { CheckInPost } from '../posts.js'
import { homeOf } from '../team/create.js'
import type { DayNumber } from './day.js'

/** Posts a check-in in the thread of its day's prompt; a correction takes the place of what stands there. */
export async function announceCheckIn(
  store: Store,
  team: Team,
  name: string,
  checkIn: CheckIn,
  numbers: readonly DayNumber[],
  state: 'kept' | 'taken-back' = 'kept',
): Promise<void> {
  const key = `check-in:${checkIn.id}`
  const prompt = `morning:${team.id}:${checkIn.on}`
  const isFirst = !(await store.outbox.has(key))
  const hasPrompt = isFirst && (await store.outbox.has(prompt))
  await store.outbox.add([
    {
      key: isFirst ? key : `${key}:${checkIn.revision}${state === 'kept' ? '' : ':taken-back'}`,
      to: homeOf(team),
      ...(isFirst ? (hasPrompt ? { under: prompt } : {}) : { replaces: key }),
      post: postOf(name, checkIn, numbers, state),
      language: team.language,
    },
  ])
}

function postOf(
  name: string,
  { on, form, notes, late, revision }: CheckIn,
  numbers: readonly DayNumber[],
  state: 'kept' | 'taken-back',
): CheckInPost {
  return {
    kind: 'check-in',
    name,
    on: on.toString(),
    form,
    // In the morning nothing is done yet: what is shown is what the day asks.
    numbers: numbers
      .filter(({ done, target }) => (form === 'morning' ? target !== null : done !== undefined))
      .map(({ metric, currency, target, done }) => ({
        metric,
        amount: form === 'morning' ? (target ?? 0n) : (done ?? 0n),
        target,
        ...(currency === undefined ? {} : { currency }),
      })),
    notes,
    late,
    revision,
    ...(state === 'taken-back' ? { takenBack: true } : {}),
  }
}
