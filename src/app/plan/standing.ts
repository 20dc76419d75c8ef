import type { Temporal } from 'temporal-polyfill'
import { dateOfDayNumber, dayNumber } from '../../core/calendar/day-number.js'
import type { FiscalCalendar } from '../../core/calendar/fiscal-year.js'
import type { Period } from '../../core/calendar/period.js'
import { type Decomposition, type MemberPlan, memberPlan, teamTotals } from '../../core/plan/decomposition.js'
import { dayTargets } from '../../core/plan/kept-months.js'
import type { MetricKey } from '../../core/plan/metric.js'
import { fiscalOfPlan } from '../../core/plan/plan-calendar.js'
import type { PlanInput } from '../../core/plan/plan-input.js'
import { planMonths } from '../../core/plan/plan-months.js'
import type { TargetMonth } from '../../store/repository/targets.js'
import type { Team } from '../../store/repository/teams.js'
import type { Store } from '../../store/store.js'

/** What stands published for a metric in a period, as the core speaks of it; members by their ids. */
/** The first day that was asked for; undefined where nothing was. */
export function firstAsked({ members }: Decomposition): Temporal.PlainDate | undefined {
  const days = members.flatMap(({ months }) =>
    months.flatMap(({ firstDay, days }) => {
      const day = days.findIndex((asked) => asked !== null)
      return day < 0 ? [] : [firstDay + day]
    }),
  )
  return days.length === 0 ? undefined : dateOfDayNumber(days.reduce((one, other) => Math.min(one, other)))
}

export function standingOf(rows: readonly TargetMonth[], metric: MetricKey, period: Period, fiscal: FiscalCalendar): Decomposition {
  const months = planMonths(period, fiscal)
  const byMember = new Map<string, TargetMonth[]>()
  for (const row of rows.filter((each) => each.metric === metric)) byMember.set(row.memberId, [...(byMember.get(row.memberId) ?? []), row])
  const members = [...byMember].map(([member, own]) => {
    const targets = dayTargets(own)
    return memberPlan(
      member,
      months.map(({ id, firstDay, length, planFrom, planUntil }) => {
        const days = Array.from({ length }, (_, index) => {
          const day = firstDay + index
          return day >= planFrom && day <= planUntil ? (targets.get(day) ?? null) : null
        })
        return { month: id, firstDay, total: sumOf(days), days }
      }),
    )
  })
  return { metric, period, ...teamTotals(members, months), members, excluded: [] }
}

/** The same of each of a published plan's targets, in their order. */
export async function standingTargets(store: Store, team: Pick<Team, 'id'>, plan: PlanInput, period: Period): Promise<Decomposition[]> {
  const rows = await store.targets.between(team.id, period.start, period.end)
  return plan.targets.map(({ metric }) => standingOf(rows, metric, period, fiscalOfPlan(plan)))
}

/** The plan without what it asks from a day on: the days before stand. */
export function pastOf(plan: Decomposition, from: Temporal.PlainDate): Decomposition {
  const cut = dayNumber(from)
  const members = plan.members.map((member) => {
    const months = member.months.map(({ month, firstDay, days }) => {
      const kept = days.map((day, index) => (firstDay + index < cut ? day : null))
      return { month, firstDay, total: sumOf(kept), days: kept }
    })
    return memberPlan(member.member, months)
  })
  const months = plan.months.map(({ month, quarter }) => ({ id: month, quarter }))
  return { ...plan, ...teamTotals(members, months), members }
}

/** What a member is asked for from a day on, in order; empty when there is no target any more. */
export function openDays(plan: MemberPlan | undefined, from: Temporal.PlainDate): { readonly on: string; readonly amount: bigint }[] {
  const cut = dayNumber(from)
  return (plan?.months ?? []).flatMap(({ firstDay, days }) =>
    days.flatMap((amount, index) =>
      amount !== null && firstDay + index >= cut ? [{ on: dateOfDayNumber(firstDay + index).toString(), amount }] : [],
    ),
  )
}

/** What a plan asks of a member on a date; null on a day without work. */
export function askedOn(plan: MemberPlan, on: Temporal.PlainDate): bigint | null {
  const day = dayNumber(on)
  const month = plan.months.find(({ firstDay, days }) => day >= firstDay && day < firstDay + days.length)
  return month?.days[day - month.firstDay] ?? null
}

function sumOf(days: readonly (bigint | null)[]): bigint {
  return days.reduce<bigint>((sum, day) => sum + (day ?? 0n), 0n)
}
