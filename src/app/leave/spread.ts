import { Temporal } from 'temporal-polyfill'
import type { Period } from '../../core/calendar/period.js'
import type { MemberId } from '../../core/id.js'
import { METRICS, type MetricKey } from '../../core/plan/metric.js'
import type { LeaveShare } from '../../store/repository/leave-shares.js'
import type { LeaveDays } from '../../store/repository/leaves.js'
import type { Team } from '../../store/repository/teams.js'
import type { Store } from '../../store/store.js'
import type { Actor } from '../access/visitor.js'
import { calendarOf } from '../team/calendar.js'
import { placesOf } from '../team/place.js'
import { type Crew, type LaidStretch, layStretch } from './lay-stretch.js'
import type { Days } from './leave-change.js'
import { changedRows, isEmpty, type LaidDays, spanOf } from './month-rows.js'
import type { LeaveChange } from './post.js'
import { stretchesOf } from './stretches.js'
import { tellColleagues } from './tell.js'

/**
 * Lays the touched months anew after somebody's leave has changed, by the rule of the plan behind each: what leave days ask for falls on
 * the member's other working days of the month, or goes to the colleagues who carry the same metric in it; and comes back from there when days
 * are leave no longer. Either way the team's months keep their totals. A month is what the plan's own year calls one. The past stays as it
 * was published, and so does today unless it is one of the days that change. Where no working day can take it, a month stays as it is.
 * Colleagues whose numbers change are told in private.
 *
 * @param changed the days that have become leave, or are leave no longer; none of them past
 * @returns what it changes, by month and metric
 */
export async function spreadLeave(
  store: Store,
  { team, today }: Pick<Actor, 'team' | 'today'>,
  { id, memberId }: Pick<LeaveDays, 'id' | 'memberId'>,
  changed: Days,
  change: 'marked' | 'taken-back',
): Promise<LeaveChange[]> {
  const shares = change === 'marked' ? [] : await store.leaveShares.ofLeave(id)
  const touched = await store.targets.between(team.id, changed.from, changed.to, memberId)
  const handedOver = shares.map(({ metric }) => metric)
  if (touched.length + handedOver.length === 0) return []
  const published = await store.plans.ofTeam(team.id, ['published'])
  const stretches = stretchesOf(touched, handedOver, published, { start: changed.from, end: changed.to })
  if (stretches.length === 0) return []
  const isTeams = shares.length > 0 || stretches.some(({ leave }) => leave === 'team')
  const crew = await crewAround(store, { team, today }, memberId, spanOf(stretches), isTeams ? 'team' : 'member')

  const laid = stretches
    .toSorted((a, b) => Temporal.PlainDate.compare(a.month.start, b.month.start) || orderOf(a) - orderOf(b))
    .map((stretch) => layStretch(stretch, crew, changed, change === 'marked' ? 'marked' : shareFor(stretch, shares)))
  await keepMonths(store, team, crew, laid)
  const kept = laid.flatMap(({ stretch: { metric, month }, handed }) =>
    handed === undefined ? [] : [{ leaveId: id, memberId, metric, month, handed }],
  )
  const untouched = shares.filter((share) => !stretches.some((stretch) => shareFor(stretch, [share]) === share))
  if (kept.length + shares.length > 0) await store.leaveShares.replace(team.id, id, [...untouched, ...kept])
  const targets = laid.flatMap(({ told }) => told ?? [])
  await tellColleagues(store, team, crew.members, { id, memberId }, changed, change, targets)
  return targets
}

/** @param whose of whom numbers and leave are read: of the member alone where only their own days move */
async function crewAround(
  store: Store,
  { team, today }: Pick<Actor, 'team' | 'today'>,
  memberId: MemberId,
  { start, end }: Pick<Period, 'start' | 'end'>,
  whose: 'member' | 'team',
): Promise<Crew> {
  const members = await store.teams.members(team.id)
  const rows = await store.targets.between(team.id, start, end, whose === 'team' ? undefined : memberId)
  const leaves = await store.leaves.between(whose === 'team' ? members.map(({ id }) => id) : [memberId], start, end)
  return { memberId, members, rows, leaves, places: placesOf(members), calendar: calendarOf(team), today }
}

/** A month that leave empties has no row: no row is "no target", a row of zeros is a target of zero. */
async function keepMonths(store: Store, { id }: Team, { rows }: Crew, laid: readonly LaidStretch[]): Promise<void> {
  const months = changedRows(
    rows,
    laid.flatMap(({ days }): readonly LaidDays[] => days),
  )
  const [emptied, kept] = [months.filter(({ days }) => isEmpty(days)), months.filter(({ days }) => !isEmpty(days))]
  await store.targets.remove(id, emptied)
  await store.targets.write(id, kept)
}

function shareFor({ metric, month }: { metric: MetricKey; month: { id: string } }, shares: readonly LeaveShare[]): LeaveShare | undefined {
  return shares.find((share) => share.metric === metric && share.month.id === month.id)
}

function orderOf({ metric }: { readonly metric: MetricKey }): number {
  return METRICS.findIndex(({ key }) => key === metric)
}
