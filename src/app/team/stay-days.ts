import { Temporal } from 'temporal-polyfill'
import type { Stay } from '../../core/calendar/stay.js'
import type { PersonId } from '../../core/id.js'
import type { Member } from '../../store/repository/teams.js'
import type { Store } from '../../store/store.js'
import { UserError } from '../user-error.js'

/** Gives a member other days in the team, and keeps who did. @param act 'member-remove': they are taken out of it */
export async function changeStay(
  store: Store,
  by: PersonId | undefined,
  act: 'member-remove' | 'member-stay',
  before: Member,
  after: Stay,
): Promise<void> {
  await store.teams.setStay(before.id, after)
  await store.records.audit({ personId: by, act, subject: before.id, before: stayWords(before), after: stayWords(after) })
}

function stayWords({ joinedOn, leftOn }: Stay) {
  return { joinedOn: joinedOn.toString(), leftOn: leftOn?.toString() }
}

/** Farther off than this a day is a slip of the key. */
const MOST_DAYS = 366

/** @throws UserError for a first or last day in a team that is past, or too far off to be meant */
export function mustBeComing(on: Temporal.PlainDate, today: Temporal.PlainDate, what: 'join' | 'leave'): void {
  const isPast = Temporal.PlainDate.compare(on, today) < 0
  if (isPast) throw new UserError(what === 'join' ? 'joins-past' : 'leaves-past', { on: dayFact(on) })
  if (today.until(on, { largestUnit: 'days' }).days > MOST_DAYS) throw new UserError('stay-far', { on: { ...dayFact(on), style: 'long' } })
}

export function dayFact(on: Temporal.PlainDate) {
  return { kind: 'date' as const, on: on.toString(), style: 'weekday' as const }
}
