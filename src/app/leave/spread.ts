import { Temporal } from 'temporal-polyfill'
import { dayNumber } from '../../core/calendar/day-number.js'
import type { Period } from '../../core/calendar/period.js'
import { belongsOn, type Stay } from '../../core/calendar/stay.js'
import type { WorkingCalendar } from '../../core/calendar/working-calendar.js'
import type { MemberId } from '../../core/id.js'
import { dayTargets, keptMonths } from '../../core/plan/kept-months.js'
import { layAroundLeave, type MonthDays } from '../../core/plan/lay-around-leave.js'
import { METRICS, type MetricKey } from '../../core/plan/metric.js'
import type { TargetMonth } from '../../store/repository/targets.js'
import type { Team } from '../../store/repository/teams.js'
import type { Store } from '../../store/store.js'
import type { Actor } from '../access/visitor.js'
import { calendarOf } from '../team/calendar.js'
import { placesOf } from '../team/place.js'
import { changeOf, type Days, type LaidStretch } from './leave-change.js'
import type { LeaveChange } from './post.js'
import { type Stretch, stretchesOf } from './stretches.js'

/**
 * Lays the touched months of a member anew after their leave has changed: leave days get nothing, their part falls on the other working
 * days of the month, days that are leave no longer get theirs again, and every month keeps its total. A month is what the plan's own year
 * calls one. The past stays as it was published, and so does today unless it is one of the days that change. A month without a working day
 * left stays as it is: there is nowhere for its numbers to go.
 *
 * @param changed the days that have become leave, or are leave no longer; none of them past
 * @returns what it changes, by month and metric
 */
export async function spreadLeave(
  store: Store,
  { team, today }: Pick<Actor, 'team' | 'today'>,
  memberId: MemberId,
  changed: Days,
): Promise<LeaveChange[]> {
  const touched = await store.targets.between(team.id, changed.from, changed.to, memberId)
  if (touched.length === 0) return []
  const stretches = stretchesOf(touched, await store.plans.ofTeam(team.id, ['published']), { start: changed.from, end: changed.to })
  const [start, end] = [earliest(stretches), latest(stretches)]
  const rows = await store.targets.between(team.id, start, end, memberId)
  const leaves = await store.leaves.between([memberId], start, end)
  const members = await store.teams.members(team.id)
  const around = {
    leave: leaves.map(({ from, to }) => ({ from, until: to })),
    changed: { from: changed.from, until: changed.to },
    // Everybody has seen today's number in the morning's post.
    from: changed.from.equals(today) ? today : today.add({ days: 1 }),
    calendar: calendarWithin(
      team,
      members.find(({ id }) => id === memberId),
    ),
    place: placesOf(members).get(memberId),
  }
  const laid = stretches.map((stretch): LaidStretch => {
    const days = daysOf(rows, stretch)
    return { ...stretch, before: days, after: layAroundLeave({ ...stretch, days }, { ...around, ...stretch.rules }) }
  })
  await store.targets.write(team.id, changedRows(rows, laid, memberId))
  return laid
    .toSorted((a, b) => Temporal.PlainDate.compare(a.month.start, b.month.start) || orderOf(a) - orderOf(b))
    .flatMap((each) => changeOf(each, changed, around.from) ?? [])
}

/** Leave may reach beyond somebody's last day: taken back, it brings no work there. */
function calendarWithin(team: Team, stay: Stay | undefined): WorkingCalendar {
  const calendar = calendarOf(team)
  if (stay === undefined) return calendar
  return { ...calendar, isWorkingDay: (on) => calendar.isWorkingDay(on) && belongsOn(stay, on) }
}

function earliest(stretches: readonly Stretch[]): Temporal.PlainDate {
  const [first] = stretches.map(({ month }) => month.start).toSorted(Temporal.PlainDate.compare)
  if (first === undefined) throw new RangeError('Cannot spread leave: it touches no month')
  return first.with({ day: 1 })
}

function latest(stretches: readonly Stretch[]): Temporal.PlainDate {
  const last = stretches.map(({ month }) => month.end).toSorted(Temporal.PlainDate.compare)
  return last.at(-1) ?? earliest(stretches)
}

function daysOf(rows: readonly TargetMonth[], { metric, month }: Stretch): MonthDays {
  const targets = dayTargets(rows.filter((row) => row.metric === metric))
  const firstDay = dayNumber(month.start)
  return Array.from({ length: lengthOf(month) }, (_, index) => targets.get(firstDay + index) ?? null)
}

function lengthOf({ start, end }: Period): number {
  return dayNumber(end) - dayNumber(start) + 1
}

/** The kept months of the metrics that change, with the new days in place. */
function changedRows(rows: readonly TargetMonth[], laid: readonly LaidStretch[], memberId: MemberId): TargetMonth[] {
  const changed = laid.flatMap(({ after, ...each }) => (after === undefined || sameDays(each.before, after) ? [] : [{ ...each, after }]))
  const metrics = [...new Set(changed.map(({ metric }) => metric))]
  return metrics.flatMap((metric) => {
    const own = rows.filter((row) => row.metric === metric)
    const of = changed.filter((each) => each.metric === metric)
    const targets = new Map(dayTargets(own))
    for (const { month, after } of of) for (const [index, day] of after.entries()) targets.set(dayNumber(month.start) + index, day)
    return keptMonths(targets, { start: earliest(of), end: latest(of) }).flatMap(({ month, days }): TargetMonth[] => {
      const row = own.find((each) => each.month === month) ?? newRow(of, memberId, month, days)
      return row === undefined || sameDays(row.days, days) ? [] : [{ ...row, days }]
    })
  })
}

/** A calendar month that leave had left without a day, and so without a row. */
function newRow([laid]: readonly LaidStretch[], memberId: MemberId, month: string, days: MonthDays): TargetMonth | undefined {
  if (laid === undefined || days.every((day) => day === null)) return undefined
  const { metric, planId, currency } = laid
  return { memberId, metric, month, planId, currency, days: days.map(() => null) }
}

function orderOf({ metric }: { readonly metric: MetricKey }): number {
  return METRICS.findIndex(({ key }) => key === metric)
}

function sameDays(one: MonthDays, other: MonthDays): boolean {
  return one.every((day, index) => day === other[index])
}
