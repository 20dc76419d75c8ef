import { Temporal } from 'temporal-polyfill'
import type { MemberId } from '../../core/id.js'
import { layAroundLeave, type MonthDays } from '../../core/plan/lay-around-leave.js'
import { isMetricKey, METRICS } from '../../core/plan/metric.js'
import type { ThreeParts } from '../../core/plan/month-planner.js'
import type { TargetMonth } from '../../store/repository/targets.js'
import type { LeaveDays } from '../../store/repository/work.js'
import type { Store } from '../../store/store.js'
import type { Actor } from '../access/visitor.js'
import { planOf } from '../plan/stored-plan.js'
import type { DayRange, LeaveChange } from '../posts.js'
import { calendarOf } from '../team/calendar.js'

export type Days = Pick<LeaveDays, 'from' | 'to'>

/**
 * Lays the touched months of a member anew after their leave has changed: leave days get nothing, their part falls on the other working
 * days of the month, days that are leave no longer get theirs again, and every month keeps its total. The past stays as it was published, and so
 * does today unless it is one of the days that change. A month without a working day left stays as it is: there is nowhere for its numbers to go.
 *
 * @param changed the days that have become leave, or are leave no longer; none of them past
 * @returns what it changes, by month and metric
 */
export async function spreadLeave(store: Store, { team, today }: Actor, memberId: MemberId, changed: Days): Promise<LeaveChange[]> {
  const months = await store.targets.between(team.id, changed.from, changed.to, memberId)
  if (months.length === 0) return []
  const lastOfMonth = changed.to.with({ day: changed.to.daysInMonth })
  const leaves = await store.work.leaves([memberId], changed.from.with({ day: 1 }), lastOfMonth)
  const rhythmOf = await rhythms(store, months)
  const around = {
    leave: leaves.map(({ from, to }) => ({ from, until: to })),
    changed: { from: changed.from, until: changed.to },
    // Everybody has seen today's number in the morning's post.
    from: changed.from.equals(today) ? today : today.add({ days: 1 }),
    calendar: calendarOf(team),
  }
  const laid = months.map((row) => {
    const { metric } = row
    const days = isMetricKey(metric) ? layAroundLeave({ ...row, metric }, { ...around, rhythm: rhythmOf(row) }) : undefined
    return { row, days }
  })
  const changes = laid.filter(({ row, days }) => days !== undefined && !sameDays(row.days, days))
  await store.targets.replaceMember(
    team.id,
    memberId,
    changes.map(({ row, days = row.days }) => ({ ...row, days })),
  )
  return laid
    .toSorted((a, b) => a.row.month.localeCompare(b.row.month) || orderOf(a.row) - orderOf(b.row))
    .flatMap(({ row, days }) => changeOf(row, days, changed, around.from) ?? [])
}

/** The plan's rhythm for a month's metric; numbers that no plan of ours stands behind have none. */
async function rhythms(store: Store, months: readonly TargetMonth[]): Promise<(row: TargetMonth) => ThreeParts | undefined> {
  const ids = [...new Set(months.map(({ planId }) => planId))]
  const targets = new Map<string, ThreeParts>()
  for (const id of ids) {
    const plan = await store.plans.byId(id)
    for (const { metric, rhythm } of plan === undefined ? [] : planOf(plan).targets)
      if (rhythm !== undefined) targets.set(`${id} ${metric}`, [BigInt(rhythm[0]), BigInt(rhythm[1]), BigInt(rhythm[2])])
  }
  return ({ planId, metric }) => targets.get(`${planId} ${metric}`)
}

function orderOf({ metric }: TargetMonth): number {
  return METRICS.findIndex(({ key }) => key === metric)
}

function sameDays(one: MonthDays, other: MonthDays): boolean {
  return one.every((day, index) => day === other[index])
}

/** What a member is told of a month: undefined where its days ask for the same as before. */
function changeOf(row: TargetMonth, days: MonthDays | undefined, changed: Days, from: Temporal.PlainDate): LeaveChange | undefined {
  const first = Temporal.PlainDate.from(`${row.month}-01`)
  const places = row.days.map((_, index) => ({ index, on: first.add({ days: index }) }))
  const inside = places.filter(({ on }) => isWithin(on, changed))
  const facts = { month: row.month, metric: row.metric, ...(row.currency === undefined ? {} : { currency: row.currency }) }
  const asked = amountOn(inside, row.days)
  if (days === undefined) return asked === 0n ? undefined : { kind: 'stays', ...facts, amount: asked }

  const moved = asked - amountOn(inside, days)
  const others = places.filter(({ index, on }) => !isWithin(on, changed) && isOpen(on, from) && days[index] !== null)
  if (moved === 0n || others.length === 0) return undefined
  return {
    kind: 'moves',
    ...facts,
    amount: moved < 0n ? -moved : moved,
    days: others.length,
    before: range(others, row.days),
    after: range(others, days),
  }
}

type Place = { readonly index: number }

function amountOn(places: readonly Place[], days: MonthDays): bigint {
  return places.reduce((sum, { index }) => sum + (days[index] ?? 0n), 0n)
}

function range(places: readonly Place[], days: MonthDays): DayRange {
  const [first = 0n, ...rest] = places.map(({ index }) => days[index] ?? 0n)
  return rest.reduce(({ least, most }, amount) => ({ least: amount < least ? amount : least, most: amount > most ? amount : most }), {
    least: first,
    most: first,
  })
}

function isWithin(on: Temporal.PlainDate, { from, to }: Days): boolean {
  return Temporal.PlainDate.compare(on, from) >= 0 && Temporal.PlainDate.compare(on, to) <= 0
}

function isOpen(on: Temporal.PlainDate, from: Temporal.PlainDate): boolean {
  return Temporal.PlainDate.compare(on, from) >= 0
}
