import { Temporal } from 'temporal-polyfill'
import { workingDaysBetween } from '../../core/calendar/working-calendar.js'
import type { Actor } from '../access/visitor.js'
import type { App } from '../app.js'
import { calendarOf } from '../team/calendar.js'
import { UserError } from '../user-error.js'
import { FARTHEST_YEARS } from './coming.js'
import { holdAllTeams, takeBackElsewhere } from './everywhere.js'
import type { LeaveChanged } from './mark.js'
import { spreadLeave } from './spread.js'
import { tellOfLeave } from './tell.js'
import { whoseLeave } from './whose.js'

/**
 * Takes leave back; of leave that has begun, the days from today on. The member is asked again on these days, and their part of the month comes
 * back to them. Leave of the very same days in the person's other teams goes with it.
 *
 * @returns the days that are leave no longer
 * @throws UserError when there is no such leave any more, or it is none of the asker's
 */
export async function takeBackLeave(app: App, actor: Actor, id: string): Promise<LeaveChanged> {
  return app.transaction(actor.organisationId, async (store) => {
    const members = (await store.teams.members(actor.team.id)).map((member) => member.id)
    const find = async () =>
      (await store.leaves.between(members, actor.today, actor.today.add({ years: FARTHEST_YEARS }))).find((each) => each.id === id)
    const seen = await find()
    if (seen === undefined) throw new UserError('leave-gone')
    const member = await whoseLeave(store, actor, seen.memberId)
    const others = await holdAllTeams(store, actor.team, member)
    // Somebody else may have taken it back while this waited.
    const known = await find()
    if (known === undefined) throw new UserError('leave-gone')
    const hasBegun = Temporal.PlainDate.compare(known.from, actor.today) < 0
    const days = { from: hasBegun ? actor.today : known.from, to: known.to }
    await store.leaves.remove(id, member.id)
    if (hasBegun) await store.leaves.add({ ...known, to: actor.today.subtract({ days: 1 }), at: store.now })
    const targets = await spreadLeave(store, actor, known, days, 'taken-back')
    const alsoIn = await takeBackElsewhere(store, others, known, actor.personId)
    const leave = { ...known, ...days }
    await tellOfLeave(store, actor, member, leave, 'taken-back', targets)
    return { member, leave, workingDays: workingDaysBetween(calendarOf(actor.team), days.from, days.to).length, targets, alsoIn }
  })
}
