import type { Temporal } from 'temporal-polyfill'
import type { FiscalCalendar } from '../../core/calendar/fiscal-year.js'
import type { Period } from '../../core/calendar/period.js'
import { type Decomposition, type MemberPlan, memberPlan, teamTotals } from '../../core/plan/decomposition.js'
import type { MetricKey } from '../../core/plan/metric.js'
import { planMonths } from '../../core/plan/plan-months.js'
import type { TargetMonth } from '../../store/repository/targets.js'

/** What stands published for a metric in a period, as the core speaks of it; members by their ids. */
export function standingOf(rows: readonly TargetMonth[], metric: MetricKey, period: Period, fiscal: FiscalCalendar): Decomposition {
  const months = planMonths(period, fiscal)
  const quarterOfMonth = months.map(({ quarter }) => quarter)
  const byMember = new Map<string, Map<string, TargetMonth>>()
  for (const row of rows.filter((each) => each.metric === metric)) {
    const known = byMember.get(row.memberId) ?? new Map<string, TargetMonth>()
    byMember.set(row.memberId, known.set(row.month, row))
  }
  const members = [...byMember].map(([member, byMonth]) =>
    memberPlan(
      member,
      months.map(({ id, length }) => {
        const days = byMonth.get(id)?.days ?? Array.from({ length }, () => null)
        return { month: id, total: days.reduce<bigint>((sum, day) => sum + (day ?? 0n), 0n), days }
      }),
      quarterOfMonth,
    ),
  )
  return { metric, period, ...teamTotals(members, months), members, excluded: [] }
}

/** The plan without what it asks from a day on: the days before stand. */
export function pastOf(plan: Decomposition, from: Temporal.PlainDate): Decomposition {
  const members = plan.members.map((member) => {
    const months = member.months.map(({ month, days }) => {
      const kept = days.map((day, index) => (isOpen(month, index, from) ? null : day))
      return { month, total: kept.reduce<bigint>((sum, day) => sum + (day ?? 0n), 0n), days: kept }
    })
    return memberPlan(
      member.member,
      months,
      plan.months.map(({ quarter }) => quarter),
    )
  })
  const months = plan.months.map(({ month, quarter }) => ({ id: month, quarter }))
  return { ...plan, ...teamTotals(members, months), members }
}

/** What a member is asked for from a day on, in order; empty when there is no target any more. */
export function openDays(plan: MemberPlan | undefined, from: Temporal.PlainDate): { readonly on: string; readonly amount: bigint }[] {
  return (plan?.months ?? []).flatMap(({ month, days }) =>
    days.flatMap((amount, index) => (amount !== null && isOpen(month, index, from) ? [{ on: dateIn(month, index), amount }] : [])),
  )
}

/** What a plan asks of a member on a date; null on a day without work. */
export function askedOn(plan: MemberPlan, on: Temporal.PlainDate): bigint | null {
  return plan.months.find(({ month }) => month === on.toString().slice(0, 7))?.days[on.day - 1] ?? null
}

function isOpen(month: string, index: number, from: Temporal.PlainDate): boolean {
  return dateIn(month, index) >= from.toString()
}

function dateIn(month: string, index: number): string {
  return `${month}-${String(index + 1).padStart(2, '0')}`
}
