import type { Temporal } from 'temporal-polyfill'
import { apportion } from '../amount/apportion.js'
import { apportionTable } from '../amount/apportion-table.js'
import { dayNumber } from '../calendar/day-number.js'
import { type Decomposition, type MemberPlan, type MonthPlan, memberPlan, teamTotals } from './decomposition.js'
import type { Result } from './result.js'
import { spreadByWeight } from './spread-days.js'
import { type Stagger, staggerOf } from './stagger.js'
import type { DayWeigher } from './week-template.js'

/** 'past-exceeds-total': more was planned before the change than the new total. 'no-working-day': nobody has a day left to work on. */
export type ReplanError =
  | { readonly code: 'past-exceeds-total'; readonly past: bigint; readonly total: bigint }
  | { readonly code: 'no-working-day'; readonly remaining: bigint }

export interface ReplanRules {
  /** The week's weights, by which the fresh plan's days were laid. */
  readonly weigh?: DayWeigher | undefined
  /** A member's place, as in decompose; without it everybody's is the first. */
  readonly placeOf?: ((member: string) => number) | undefined
  /** Whether season, phases, rhythm, week and ramps are those by which the published days were laid. */
  readonly time?: 'as-published' | 'changed' | undefined
}

/**
 * The fresh plan as of a day: what was published for the days before stays, and what the fresh total leaves goes over the days from
 * then on. Each member comes to their fresh total where they can; who has had more than that already gets nothing more, and it is
 * taken from the others in proportion to what they lack. The fresh plan's months and days say how the rest falls; what does not change keeps
 * its days exactly, in the very months that were published, so that replanning without a change changes nothing.
 *
 * @throws RangeError when the two plans are of different metrics or periods
 */
export function replan(
  published: Decomposition,
  fresh: Decomposition,
  from: Temporal.PlainDate,
  { weigh, placeOf = () => 0, time = 'changed' }: ReplanRules = {},
): Result<Decomposition, ReplanError> {
  if (
    published.metric !== fresh.metric ||
    !published.period.start.equals(fresh.period.start) ||
    !published.period.end.equals(fresh.period.end)
  )
    throw new RangeError(
      `Cannot replan ${published.metric} of ${published.period.id}: the fresh plan is ${fresh.metric} of ${fresh.period.id}`,
    )

  const cut = dayNumber(from)
  const names = new Set([...published.members, ...fresh.members].map(({ member }) => member))
  const publishedByMember = new Map(published.members.map((plan) => [plan.member, plan]))
  const freshByMember = new Map(fresh.members.map((plan) => [plan.member, plan]))
  const rows = [...names].map((member) => rowOf(member, publishedByMember.get(member), freshByMember.get(member), fresh, cut))

  const past = rows.reduce((sum, row) => sum + row.past, 0n)
  const remaining = fresh.total - past
  if (remaining < 0n) return { ok: false, error: { code: 'past-exceeds-total', past, total: fresh.total } }
  const open = rows.filter(({ workedDays }) => workedDays > 0n)
  if (open.length === 0 && remaining > 0n) return { ok: false, error: { code: 'no-working-day', remaining } }

  const totals = open.length === 0 ? [] : apportion(remaining, shareWeights(open))
  const shares = open.map((row, index) => ({ row, total: totals[index] ?? 0n }))
  const staying = new Set(shares.filter((share) => time === 'as-published' && stays(share, publishedByMember)).map(({ row }) => row.member))
  const anew = shares.filter(({ row }) => !staying.has(row.member))
  const amounts = apportionTable(
    anew.map(({ total }) => total),
    anew.map(({ row }) => monthWeights(row)),
  )
  const amountsByMember = new Map(anew.map(({ row }, index) => [row.member, amounts[index] ?? []]))
  const members = rows.map((row) => {
    const before = publishedByMember.get(row.member)
    if (before !== undefined && staying.has(row.member)) return before
    const stagger = staggerOf(fresh.metric, placeOf(row.member))
    const plan = memberPlan(row.member, monthsOf(row, amountsByMember.get(row.member) ?? [], weigh, stagger))
    return keepingUnchanged(before, plan)
  })
  const months = fresh.months.map(({ month, quarter }) => ({ id: month, quarter }))
  return {
    ok: true,
    value: { metric: fresh.metric, period: fresh.period, ...teamTotals(members, months), members, excluded: fresh.excluded },
  }
}

interface Share {
  readonly row: Row
  readonly total: bigint
}

/**
 * Whether a member keeps every day although the team's plan changes: by the same rules their total and their working days come out as published.
 * Without this, one colleague's leave would move others' deals by a day here and there, as the team's sums round otherwise.
 */
function stays({ row, total }: Share, published: ReadonlyMap<string, MemberPlan>): boolean {
  const before = published.get(row.member)
  if (before === undefined || before.total !== row.past + total) return false
  return row.months.every(({ pastDays, freshDays }, index) => {
    const days = before.months[index]?.days ?? []
    return (
      days.length === freshDays.length &&
      days.every((share, day) => pastDays[day] !== null || (share === null) === (freshDays[day] === null))
    )
  })
}

/** The very months that were published, where nothing in them changes: whoever keeps the plan can tell at once what is to be written. */
function keepingUnchanged(published: MemberPlan | undefined, plan: MemberPlan): MemberPlan {
  if (published === undefined) return plan
  const months = plan.months.map((month, index) => {
    const before = published.months[index]
    return before !== undefined && isSameMonth(before, month) ? before : month
  })
  return months.every((month, index) => month === published.months[index]) ? published : { ...plan, months }
}

function isSameMonth(one: MonthPlan, other: MonthPlan): boolean {
  return one.month === other.month && one.days.length === other.days.length && one.days.every((day, index) => day === other.days[index])
}

interface Row {
  readonly member: string
  readonly past: bigint
  readonly freshTotal: bigint
  readonly workedDays: bigint
  readonly months: readonly RowMonth[]
}

interface RowMonth {
  readonly month: string
  readonly firstDay: number
  /** As published; null from the cut on. */
  readonly pastDays: readonly (bigint | null)[]
  /** As in the fresh plan; null before the cut. */
  readonly freshDays: readonly (bigint | null)[]
  readonly freshAmount: bigint
  /** Places of the days that are worked from the cut on. */
  readonly worked: readonly number[]
}

/** @param cut the day number of the first day that is open */
function rowOf(member: string, published: MemberPlan | undefined, fresh: MemberPlan | undefined, plan: Decomposition, cut: number): Row {
  const months = plan.months.map(({ month }, index): RowMonth => {
    const [before, after] = [published?.months[index], fresh?.months[index]]
    const firstDay = after?.firstDay ?? before?.firstDay ?? 0
    const pastDays = (before?.days ?? []).map((share, day) => (firstDay + day < cut ? share : null))
    const freshDays = (after?.days ?? []).map((share, day) => (firstDay + day < cut ? null : share))
    const worked = [...freshDays.keys()].filter((day) => freshDays[day] !== null)
    return { month, firstDay, pastDays, freshDays, freshAmount: sumOf(freshDays), worked }
  })
  return {
    member,
    past: months.reduce((sum, { pastDays }) => sum + sumOf(pastDays), 0n),
    freshTotal: fresh?.total ?? 0n,
    workedDays: months.reduce((sum, { worked }) => sum + BigInt(worked.length), 0n),
    months,
  }
}

function sumOf(days: readonly (bigint | null)[]): bigint {
  return days.reduce<bigint>((sum, share) => sum + (share ?? 0n), 0n)
}

/** By what each lacks of the fresh total; if nobody lacks anything who could still work, by the fresh plan, and then by days. */
function shareWeights(open: readonly Row[]): bigint[] {
  const candidates = [
    open.map(({ freshTotal, past }) => (freshTotal > past ? freshTotal - past : 0n)),
    open.map(({ months }) => months.reduce((sum, { freshAmount }) => sum + freshAmount, 0n)),
  ]
  return candidates.find((weights) => weights.some((weight) => weight > 0n)) ?? open.map(({ workedDays }) => workedDays)
}

function monthWeights({ months }: Row): bigint[] {
  const amounts = months.map(({ freshAmount }) => freshAmount)
  return amounts.some((amount) => amount > 0n) ? amounts : months.map(({ worked }) => BigInt(worked.length))
}

function monthsOf({ months }: Row, amounts: readonly bigint[], weigh: DayWeigher | undefined, stagger: Stagger): MonthPlan[] {
  return months.map((month, index) => {
    const open = openDays(month, amounts[index] ?? 0n, weigh, stagger)
    const days = Array.from({ length: Math.max(month.pastDays.length, open.length) }, (_, day) => month.pastDays[day] ?? open[day] ?? null)
    return { month: month.month, firstDay: month.firstDay, total: sumOf(days), days }
  })
}

/** The fresh plan's days, in its proportion; by the week, or evenly, where it had too little to give every day some. */
function openDays(month: RowMonth, amount: bigint, weigh: DayWeigher | undefined, stagger: Stagger): (bigint | null)[] {
  const { firstDay, freshDays, freshAmount, worked } = month
  if (amount === freshAmount) return [...freshDays]
  const days: (bigint | null)[] = freshDays.map(() => null)
  const weights = worked.map((day) => freshDays[day] ?? 0n)
  const byWeek = weigh && worked.map((day) => weigh(firstDay + day))
  if (freshAmount === 0n || weights.some((weight, index) => weight === 0n && byWeek?.[index] !== 0n))
    spreadByWeight(amount, worked, byWeek ?? worked.map(() => 1n), days, stagger)
  else for (const [index, share] of apportion(amount, weights).entries()) days[worked[index] ?? 0] = share
  return days
}
