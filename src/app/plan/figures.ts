import { Temporal } from 'temporal-polyfill'
import { dateOfDayNumber } from '../../core/calendar/day-number.js'
import { nextWorkingDay } from '../../core/calendar/working-calendar.js'
import type { Decomposition, MonthTotal, QuarterTotal } from '../../core/plan/decomposition.js'
import type { MetricKey } from '../../core/plan/metric.js'
import type { PlanInput } from '../../core/plan/plan-input.js'
import type { Member, Team } from '../../store/repository/teams.js'
import type { MetricAmount } from '../metric-amount.js'
import { calendarOf } from '../team/calendar.js'
import { askedOn } from './standing.js'

/** A target as it is shown: the team's total, its parts in time, and what it asks of each member. Amounts in minor units. */
export interface TargetFigures {
  readonly metric: MetricKey
  readonly currency: string | undefined
  readonly total: bigint
  readonly quarters: readonly QuarterTotal[]
  readonly months: readonly MonthTotal[]
  /** From when to when its quarters and months run: in a fiscal year of its own nobody knows that by heart. */
  readonly spans: readonly PartSpan[]
  readonly members: readonly MemberFigures[]
}

export interface PartSpan {
  readonly id: string
  readonly start: Temporal.PlainDate
  readonly end: Temporal.PlainDate
}

export interface MemberFigures {
  readonly name: string
  readonly total: bigint
  readonly months: readonly { readonly month: string; readonly total: bigint }[]
  /** On the first working day to come; null when they do not work then. */
  readonly firstDay: bigint | null
}

/**
 * A decomposition as people read it: by quarter, month, span and member, of whom those without a day in it are left out.
 *
 * @param firstDay the first working day to come, of which each member's part is told
 */
export function figuresOf(
  plan: Decomposition,
  currency: string | undefined,
  members: readonly Member[],
  firstDay: Temporal.PlainDate | undefined,
): TargetFigures {
  const names = new Map<string, string>(members.map(({ id, name }) => [id, name]))
  const placeOf = new Map<string, number>(members.map(({ id }, place) => [id, place]))
  return {
    metric: plan.metric,
    currency,
    total: plan.total,
    quarters: plan.quarters,
    months: plan.months,
    spans: partSpans(plan),
    members: plan.members
      .filter(({ months }) => months.some(({ days }) => days.some((day) => day !== null)))
      .toSorted((a, b) => (placeOf.get(a.member) ?? -1) - (placeOf.get(b.member) ?? -1))
      .map((member) => ({
        name: names.get(member.member) ?? '',
        total: member.total,
        months: member.months.map(({ month, total }) => ({ month, total })),
        firstDay: firstDay === undefined ? null : askedOn(member, firstDay),
      })),
  }
}

function partSpans({ months, members }: Decomposition): PartSpan[] {
  const [someone] = members
  if (someone === undefined) return []
  const parts = someone.months.map(({ month, firstDay, days }, index) => ({
    id: month,
    quarter: months[index]?.quarter ?? '',
    start: dateOfDayNumber(firstDay),
    end: dateOfDayNumber(firstDay + days.length - 1),
  }))
  const quarters = [...new Set(parts.map(({ quarter }) => quarter))].flatMap((id): PartSpan[] => {
    const own = parts.filter(({ quarter }) => quarter === id)
    const [first, last] = [own[0], own.at(-1)]
    return first === undefined || last === undefined ? [] : [{ id, start: first.start, end: last.end }]
  })
  return [...quarters, ...parts]
}

/** The team's first working day from a date on, if the period still has one. */
export function firstWorkingDay(team: Team, from: Temporal.PlainDate, until: Temporal.PlainDate): Temporal.PlainDate | undefined {
  const on = nextWorkingDay(calendarOf(team), from.subtract({ days: 1 }))
  return on === undefined || Temporal.PlainDate.compare(on, until) > 0 ? undefined : on
}

/** What a plan asks of the team. */
export function amountsOf({ targets }: PlanInput): MetricAmount[] {
  return targets.map(({ metric, amount, currency }) => ({ metric, amount, ...(currency === undefined ? {} : { currency }) }))
}
