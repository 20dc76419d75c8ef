import type { Temporal } from 'temporal-polyfill'
import { type Period, periodContaining } from '../../core/calendar/period.js'
import { isMetricKey, type MetricKey } from '../../core/plan/metric.js'
import { publishedBetween } from '../../core/plan/published.js'
import { type Actor, mustCarryTarget } from '../access/visitor.js'
import type { App } from '../app.js'
import { fiscalOf, periodOf } from '../plan/plan-period.js'
import { planOf } from '../plan/stored-plan.js'
import { UserError } from '../user-error.js'

/** How one of today's numbers came about, from the plan's whole amount down to the day. Amounts in minor units. */
export interface Why {
  readonly metric: MetricKey
  readonly currency: string | undefined
  readonly planPeriod: Period
  readonly planAmount: bigint
  readonly revision: number
  /** The member's part of the whole; `share` is of one. */
  readonly mine: bigint
  readonly share: number
  readonly month: Period
  readonly inMonth: bigint
  readonly workingDaysInMonth: number
  readonly on: Temporal.PlainDate
  readonly onDay: bigint | null
}

/** Explains each of the asker's numbers of a day. @throws UserError when there is none to explain */
export async function whyTheseNumbers(app: App, actor: Actor, on: Temporal.PlainDate): Promise<Why[]> {
  const memberId = mustCarryTarget(actor)
  const { team } = actor
  const store = app.reading(actor.organisationId)
  const plans = (await store.plans.ofTeam(team.id, ['published'])).map((revision) => ({ revision, plan: planOf(revision) }))
  const now = plans.filter(({ plan }) => contains(periodOf(plan), on))
  const month = periodContaining('month', on, fiscalOf(team))
  const whys = await Promise.all(
    now.map(async ({ revision, plan }) => {
      const period = periodOf(plan)
      const months = await store.targets.between(team.id, period.start, period.end, memberId)
      const mine = publishedBetween(months, period.start, period.end)
      const inMonth = publishedBetween(months, month.start, month.end)
      return plan.targets.flatMap(({ metric, amount, currency }): Why[] => {
        const own = mine.find((sum) => sum.metric === metric)
        const days = months.find((each) => each.metric === metric && each.month === month.id)?.days ?? []
        if (own === undefined || !isMetricKey(metric)) return []
        return [
          {
            metric,
            currency,
            planPeriod: period,
            planAmount: amount,
            revision: revision.revision,
            mine: own.target,
            share: amount === 0n ? 0 : Number((own.target * 1_000_000n) / amount) / 1_000_000,
            month,
            inMonth: inMonth.find((sum) => sum.metric === metric)?.target ?? 0n,
            workingDaysInMonth: days.filter((day) => day !== null).length,
            on,
            onDay: days[on.day - 1] ?? null,
          },
        ]
      })
    }),
  )
  if (whys.flat().length === 0) throw new UserError('no-target-to-explain')
  return whys.flat()
}

function contains(period: Period, on: Temporal.PlainDate): boolean {
  return on.since(period.start).sign >= 0 && period.end.since(on).sign >= 0
}
