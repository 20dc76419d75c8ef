import { Temporal } from 'temporal-polyfill'
import { belongsOn, hasLeft } from '../../core/calendar/stay.js'
import type { WorkingCalendar } from '../../core/calendar/working-calendar.js'
import type { MemberId } from '../../core/id.js'
import { foldedName } from '../../core/plan/closest-name.js'
import { type Colleague, giveBack, type HandedOver, handOver } from '../../core/plan/hand-over.js'
import { layAroundLeave } from '../../core/plan/lay-around-leave.js'
import type { OpenDays } from '../../core/plan/lay-open-days.js'
import type { LeaveShare } from '../../store/repository/leave-shares.js'
import type { LeaveDays } from '../../store/repository/leaves.js'
import type { TargetMonth } from '../../store/repository/targets.js'
import type { Member } from '../../store/repository/teams.js'
import { changeOf, type Days, handedBy } from './leave-change.js'
import { daysIn, type LaidDays } from './month-rows.js'
import type { LeaveChange } from './post.js'
import type { Stretch } from './stretches.js'

/** Who is away, and the team around them. */
export interface Crew {
  readonly memberId: MemberId
  /** All of the team, as teams.members has them. */
  readonly members: readonly Member[]
  /** What stands published of all calendar months that are touched: the member's, and where leave is the team's everybody's. */
  readonly rows: readonly TargetMonth[]
  readonly leaves: readonly LeaveDays[]
  readonly places: ReadonlyMap<string, number>
  readonly calendar: WorkingCalendar
  readonly today: Temporal.PlainDate
}

/** A month of a metric laid anew. */
export interface LaidStretch {
  readonly stretch: Stretch
  readonly days: readonly LaidDays[]
  /** What the team has of it from now on. */
  readonly handed: HandedOver | undefined
  readonly told: LeaveChange | undefined
}

/** @param share what had been handed over for days that are leave no longer, if it was; 'marked' for days that have become leave */
export function layStretch(stretch: Stretch, crew: Crew, changed: Days, share: LeaveShare | undefined | 'marked'): LaidStretch {
  if (share === undefined) return layOwnDays(stretch, crew, changed)
  if (share !== 'marked') return layGivenBack(stretch, crew, changed, share)
  if (stretch.leave === 'carried') return layOwnDays(stretch, crew, changed)
  const { settled } = stretch
  const isSettled = crew.members.some(({ id, name }) => id === crew.memberId && settled.has(foldedName(name)))
  return isSettled ? layOwnDays(stretch, crew, changed, 'settled') : layHandedOver(stretch, crew, changed)
}

/** @param because why it is on their own days although the plan gives leave to the team */
function layOwnDays(stretch: Stretch, crew: Crew, changed: Days, because?: 'settled' | 'nobody-else'): LaidStretch {
  const { memberId } = crew
  const from = firstOpen(crew, changed)
  const before = ownDays(stretch, crew)
  const around = { ...openDays(stretch, crew, memberId), from, until: undefined, changed: { from: changed.from, until: changed.to } }
  const after = layAroundLeave({ metric: stretch.metric, month: stretch.month, days: before }, around)
  const told = changeOf(stretch, { before, after }, changed, from)
  return {
    stretch,
    days: after === undefined ? [] : [{ memberId, stretch, before, after }],
    handed: undefined,
    told: told && (because === undefined ? told : { ...told, because }),
  }
}

function layHandedOver(stretch: Stretch, crew: Crew, changed: Days): LaidStretch {
  const { metric, month } = stretch
  const { memberId } = crew
  const before = ownDays(stretch, crew)
  const away = { from: changed.from, until: changed.to }
  const given = handOver({ metric, month, days: before }, away, colleagues(stretch, crew))
  if (given === undefined) return layOwnDays(stretch, crew, changed, 'nobody-else')
  const { days: after, handed } = given
  const others = handed.parts.flatMap(({ member, laid }): LaidDays[] =>
    laid === undefined ? [] : [{ memberId: member as MemberId, stretch, ...laid }],
  )
  return {
    stretch,
    days: [{ memberId, stretch, before, after }, ...others],
    handed: handed.asked.every((day) => day === null) ? undefined : handed,
    told: handedBy(stretch, handed.parts, 0n, crew.members),
  }
}

function layGivenBack(stretch: Stretch, crew: Crew, changed: Days, { leaveId, handed }: LeaveShare): LaidStretch {
  const { metric, month } = stretch
  const { memberId, members } = crew
  const before = ownDays(stretch, crew)
  const all = new Map(colleagues({ ...stretch, settled: new Set() }, crew).map((each) => [each.member, each]))
  // Taken back, leave that reaches beyond somebody's last day brings no work there.
  const { leftOn } = members.find(({ id }) => id === memberId) ?? {}
  const until = leftOn !== undefined && Temporal.PlainDate.compare(leftOn, changed.to) < 0 ? leftOn : changed.to
  const given = giveBack({ metric, month, days: before }, handed, { from: changed.from, until }, all)
  const others = given.others.map(({ member, amount: _, ...laid }): LaidDays => ({ memberId: member as MemberId, stretch, ...laid }))
  return {
    stretch,
    days: [{ memberId, stretch, before, after: given.days }, ...others],
    // Of leave that is gone whole there is nothing to explain any more.
    handed: crew.leaves.some(({ id }) => id === leaveId) ? given.rest : undefined,
    told: handedBy(stretch, given.others, given.left, members),
  }
}

function ownDays(stretch: Stretch, { rows, memberId }: Crew) {
  return daysIn(
    rows.filter((row) => row.memberId === memberId),
    stretch,
  )
}

/**
 * Who else carries a part of it that can still change, beginning with who stands after the member: so it is not always the team's first who
 * gets what is left when parts are rounded.
 */
function colleagues(stretch: Stretch, crew: Crew): Colleague[] {
  const { members, memberId, rows, today } = crew
  const own = members.findIndex(({ id }) => id === memberId)
  return [...members.slice(own + 1), ...members.slice(0, own)]
    .filter(({ name, role, ...stay }) => role !== 'spectator' && !hasLeft(stay, today) && !stretch.settled.has(foldedName(name)))
    .map(({ id }) => ({
      member: id,
      days: daysIn(
        rows.filter((row) => row.memberId === id),
        stretch,
      ),
      around: openDays(stretch, crew, id),
    }))
}

/** Somebody's days from tomorrow on: everybody has seen today's number in the morning's post. */
function openDays({ rules }: Stretch, { members, leaves, places, calendar, today }: Crew, memberId: MemberId): OpenDays {
  const stay = members.find(({ id }) => id === memberId)
  return {
    ...rules,
    leave: leaves.filter((leave) => leave.memberId === memberId).map(({ from, to }) => ({ from, until: to })),
    from: today.add({ days: 1 }),
    until: stay?.leftOn,
    calendar: stay === undefined ? calendar : { ...calendar, isWorkingDay: (on) => calendar.isWorkingDay(on) && belongsOn(stay, on) },
    place: places.get(memberId),
  }
}

/** Today's own number moves when today itself is one of the days. */
function firstOpen({ today }: Crew, { from }: Days): Temporal.PlainDate {
  return from.equals(today) ? today : today.add({ days: 1 })
}
