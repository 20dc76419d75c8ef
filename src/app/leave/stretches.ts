import { CALENDAR_YEAR } from '../../core/calendar/fiscal-year.js'
import { monthsOf, overlaps, type Period, parsePeriod } from '../../core/calendar/period.js'
import type { PlanId } from '../../core/id.js'
import type { OpenDays } from '../../core/plan/lay-open-days.js'
import { isMetricKey, type MetricKey } from '../../core/plan/metric.js'
import { fiscalOfPlan } from '../../core/plan/plan-calendar.js'
import type { LeaveRule } from '../../core/plan/plan-time.js'
import { timeRules } from '../../core/plan/time-rules.js'
import type { PlanRevision } from '../../store/repository/plans.js'
import type { TargetMonth } from '../../store/repository/targets.js'
import { periodOf } from '../plan/plan-period.js'
import { settledIn } from '../plan/settled.js'
import { planOf } from '../plan/stored-plan.js'

type Span = Pick<Period, 'start' | 'end'>

/** A month of a metric whose days leave may move, with the plan's rules for it. */
export interface Stretch {
  readonly metric: MetricKey
  readonly currency: string | undefined
  readonly planId: PlanId
  readonly month: Period
  readonly rules: Pick<OpenDays, 'fiscal' | 'rhythm' | 'week'>
  /** What becomes of days on leave. */
  readonly leave: LeaveRule
  /** Names, folded, of those whose number stays whatever becomes of the others'. */
  readonly settled: ReadonlySet<string>
}

/**
 * The months that changed days lie in, as the plans behind them count months. Numbers that no published plan stands behind any more are laid
 * by calendar months.
 *
 * @param rows the member's kept months that touch the days
 * @param handedOver metrics of which leave has handed over all that stood there
 */
export function stretchesOf(
  rows: readonly TargetMonth[],
  handedOver: readonly string[],
  published: readonly PlanRevision[],
  changed: Span,
): Stretch[] {
  const planned = published.flatMap((revision) => plannedMonths(revision, changed))
  const planless = rows.flatMap((row): Stretch[] => {
    const { metric, currency, planId } = row
    const month = parsePeriod(row.month, CALENDAR_YEAR)
    if (month === undefined || !isMetricKey(metric)) return []
    const isPlanned = planned.some((each) => each.metric === metric && overlaps(each.month, month))
    return isPlanned ? [] : [{ metric, currency, planId, month, rules: {}, leave: 'carried', settled: new Set() }]
  })
  const asked = new Set([...rows.map(({ metric }) => metric), ...handedOver])
  return [...planned.filter(({ metric }) => asked.has(metric)), ...planless]
}

function plannedMonths(revision: PlanRevision, changed: Span): Stretch[] {
  const plan = planOf(revision)
  const period = periodOf(plan)
  const fiscal = fiscalOfPlan(plan)
  const months = monthsOf(changed, fiscal).filter((month) => overlaps(month, period))
  return plan.targets.flatMap((target) => {
    const { metric, currency } = target
    const { rhythm, week } = timeRules(target, period, fiscal)
    const facts = {
      metric,
      currency,
      planId: revision.id,
      rules: { fiscal, rhythm, week },
      leave: plan.leave ?? 'carried',
      settled: settledIn(target),
    }
    return months.map((month) => ({ ...facts, month }))
  })
}
