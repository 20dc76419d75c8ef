import { Temporal } from 'temporal-polyfill'
import { hasLeft } from '../../core/calendar/stay.js'
import { workingDaysBetween } from '../../core/calendar/working-calendar.js'
import type { MemberId } from '../../core/id.js'
import type { LeaveDays } from '../../store/repository/leaves.js'
import type { Member } from '../../store/repository/teams.js'
import type { Store } from '../../store/store.js'
import type { Actor } from '../access/visitor.js'
import type { App } from '../app.js'
import { calendarOf } from '../team/calendar.js'
import { whoseLeave } from './whose.js'

export interface ComingLeave {
  /** Undefined for somebody who runs the team without a target of their own. */
  readonly member: Member | undefined
  readonly leaves: readonly Leave[]
  /** What the others of the team have, for those who run it. */
  readonly others: readonly (Leave & { readonly name: string })[]
}

export interface Leave extends LeaveDays {
  readonly workingDays: number
  readonly hasBegun: boolean
}

/** Leave begins within a year and is at most as long. */
export const FARTHEST_YEARS = 2

/**
 * Leave that is not over, the nearest first: the asker's own, and for those who run the team the others' too, or that of one of them alone.
 *
 * @throws UserError for another member's without the right to it, and for somebody who neither carries a target nor runs the team
 */
export async function comingLeave(app: App, actor: Actor, ofMember?: MemberId): Promise<ComingLeave> {
  const store = app.reading(actor.organisationId)
  const manages = actor.isAdmin || actor.role === 'manager'
  const carries = actor.memberId !== undefined && actor.role !== 'spectator'
  const member = ofMember === undefined && manages && !carries ? undefined : await whoseLeave(store, actor, ofMember)
  const others = ofMember === undefined && manages ? await othersOf(store, actor, member) : []
  const ids = [...others, ...(member === undefined ? [] : [member])].map(({ id }) => id)
  const all = await store.leaves.between(ids, actor.today, actor.today.add({ years: FARTHEST_YEARS }))
  const leaves = all.map((leave) => withDays(leave, actor))
  return {
    member,
    leaves: leaves.filter(({ memberId }) => memberId === member?.id),
    others: leaves.flatMap((leave) => {
      const name = others.find(({ id }) => id === leave.memberId)?.name
      return name === undefined ? [] : [{ ...leave, name }]
    }),
  }
}

async function othersOf(store: Store, { team, today }: Actor, own: Member | undefined): Promise<Member[]> {
  const members = await store.teams.members(team.id)
  return members.filter((member) => member.id !== own?.id && !hasLeft(member, today) && member.role !== 'spectator')
}

function withDays(leave: LeaveDays, { team, today }: Actor): Leave {
  return {
    ...leave,
    workingDays: workingDaysBetween(calendarOf(team), leave.from, leave.to).length,
    hasBegun: Temporal.PlainDate.compare(leave.from, today) < 0,
  }
}
