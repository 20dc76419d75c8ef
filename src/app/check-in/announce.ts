import type { Temporal } from 'temporal-polyfill'
import type { CheckIn } from '../../store/repository/check-ins.js'
import type { Team } from '../../store/repository/teams.js'
import type { CheckInStore, Store } from '../../store/store.js'
import type { Actor } from '../access/visitor.js'
import { homeOf } from '../team/create.js'
import type { DayNumber } from './day.js'
import type { CheckInPost } from './post.js'

/** Where a check-in's post goes: a new one, under its day's prompt where there is one, or in place of the one that stands. */
export type PostPlace = 'new' | 'under-prompt' | 'in-place'

/** Posts a check-in in the thread of its day's prompt; a correction takes the place of what stands there. */
export async function announceCheckIn(
  store: CheckInStore,
  { team, name }: Pick<Actor, 'team' | 'name'>,
  checkIn: CheckIn,
  numbers: readonly DayNumber[],
  place: PostPlace,
  state: 'kept' | 'taken-back' = 'kept',
): Promise<void> {
  const key = `${POST_KEY_PREFIX}${checkIn.id}`
  await store.outbox.add([
    {
      key: place === 'in-place' ? `${key}:${checkIn.revision}${state === 'kept' ? '' : ':taken-back'}` : key,
      to: homeOf(team),
      ...(place === 'in-place' ? { replaces: key } : place === 'under-prompt' ? { under: promptKey(team, checkIn.on) } : {}),
      post: postOf(name, checkIn, numbers, state),
      language: team.language,
    },
  ])
}

/** The place of a check-in's post, by what was written before. */
export async function postPlace(store: Store, team: Team, { id, on }: Pick<CheckIn, 'id' | 'on'>): Promise<PostPlace> {
  if (await store.outbox.has(`${POST_KEY_PREFIX}${id}`)) return 'in-place'
  return (await store.outbox.has(promptKey(team, on))) ? 'under-prompt' : 'new'
}

/** A check-in's post is kept in the outbox under this, with the check-in's id behind it. */
export const POST_KEY_PREFIX = 'check-in:'

export function promptKey(team: Pick<Team, 'id'>, on: Temporal.PlainDate): string {
  return `morning:${team.id}:${on}`
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
