import { Temporal } from 'temporal-polyfill'
import { workingDaysBetween } from '../../core/calendar/working-calendar.js'
import type { MemberId } from '../../core/id.js'
import { newId } from '../../store/new-id.js'
import type { LeaveDays } from '../../store/repository/leaves.js'
import type { Member } from '../../store/repository/teams.js'
import type { Actor } from '../access/visitor.js'
import type { App } from '../app.js'
import { calendarOf } from '../team/calendar.js'
import { UserError } from '../user-error.js'
import { holdAllTeams, markElsewhere } from './everywhere.js'
import type { Days } from './leave-change.js'
import type { LeaveChange } from './post.js'
import { spreadLeave } from './spread.js'
import { tellOfLeave } from './tell.js'
import { whoseLeave } from './whose.js'

export interface LeaveChanged {
  readonly member: Member
  /** The days that have become leave, or are leave no longer. */
  readonly leave: LeaveDays
  readonly workingDays: number
  /** What it does to the member's numbers. */
  readonly targets: readonly LeaveChange[]
  /** The names of the person's other teams in which it holds too. */
  readonly alsoIn: readonly string[]
}

/** A year away at most, and a year long: a longer one is a slip of the key. */
const MOST_DAYS = 366

/**
 * Marks days off, both included: nobody asks, reminds or misses the member then, and their part of the month moves to the other days they work,
 * or to the team, as the plan says.
 * Leave is the person's: it holds in all teams that they carry a target in.
 *
 * @param forMember somebody else of the team, for those who run it; they are told in private
 * @throws UserError for days that are past, the wrong way round, too many, too far off, or off already
 */
export async function markLeave(app: App, actor: Actor, days: Days, forMember?: MemberId): Promise<LeaveChanged> {
  mustBeMarkable(days, actor.today)
  return app.transaction(actor.organisationId, async (store) => {
    const member = await whoseLeave(store, actor, forMember)
    const others = await holdAllTeams(store, actor.team, member)
    const [known] = await store.leaves.between([member.id], days.from, days.to)
    if (known !== undefined) throw new UserError('leave-already', { from: day(known.from), to: day(known.to) }, 'from')
    const leave: LeaveDays = { id: newId(), memberId: member.id, from: days.from, to: days.to }
    await store.leaves.add({ ...leave, at: store.now })
    const targets = await spreadLeave(store, actor, leave, days, 'marked')
    const alsoIn = await markElsewhere(store, others, days, actor.personId)
    await tellOfLeave(store, actor, member, leave, 'marked', targets)
    return { member, leave, workingDays: workingDaysBetween(calendarOf(actor.team), days.from, days.to).length, targets, alsoIn }
  })
}

function mustBeMarkable({ from, to }: Days, today: Temporal.PlainDate): void {
  if (Temporal.PlainDate.compare(to, from) < 0) throw new UserError('leave-order', { from: day(from), to: day(to) }, 'to')
  if (Temporal.PlainDate.compare(from, today) < 0) throw new UserError('leave-past', { from: day(from) }, 'from')
  if (daysBetween(today, from) > MOST_DAYS) throw new UserError('leave-far', { from: { ...day(from), style: 'long' } }, 'from')
  if (daysBetween(from, to) >= MOST_DAYS) throw new UserError('leave-long', { most: MOST_DAYS }, 'to')
}

function daysBetween(from: Temporal.PlainDate, to: Temporal.PlainDate): number {
  return from.until(to, { largestUnit: 'days' }).days
}

function day(on: Temporal.PlainDate) {
  return { kind: 'date' as const, on: on.toString(), style: 'weekday' as const }
}
