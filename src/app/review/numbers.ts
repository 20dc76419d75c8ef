import { Temporal } from 'temporal-polyfill'
import type { Period } from '../../core/calendar/period.js'
import { belongsWithin } from '../../core/calendar/stay.js'
import type { MemberId } from '../../core/id.js'
import { FUNNEL, METRICS, type MetricKey, metric } from '../../core/plan/metric.js'
import { publishedBetween } from '../../core/plan/published.js'
import type { DayTotal } from '../../store/repository/entries.js'
import type { TargetMonth } from '../../store/repository/targets.js'
import type { Member, Team } from '../../store/repository/teams.js'
import type { Store } from '../../store/store.js'

type Stretch = Pick<Period, 'start' | 'end'>

/** A team's rows over a stretch of time: read at once, cut into periods afterwards. */
export interface TeamRows {
  readonly members: readonly Member[]
  readonly targets: readonly TargetMonth[]
  readonly totals: readonly DayTotal[]
}

export async function readRows(store: Store, team: Team, { start, end }: Stretch): Promise<TeamRows> {
  const [members, targets, totals] = [
    await store.teams.members(team.id),
    await store.targets.between(team.id, start, end),
    await store.entries.totals(team.id, start, end),
  ]
  return { members, targets, totals }
}

/** Minor units of `currency`, or a count. */
export interface Numbers {
  readonly metric: MetricKey
  readonly currency: string | undefined
  /** Null without a target, which is not a target of zero. */
  readonly target: bigint | null
  readonly done: bigint
}

export interface PeriodNumbers {
  /** Who counts in the period, in the team's order: reps who belonged to it then, and whoever had a target or did something. */
  readonly members: readonly { readonly member: Member; readonly numbers: readonly Numbers[] }[]
  /** Their sums, in the order metrics are shown; only metrics with a target or something done. */
  readonly team: readonly Numbers[]
}

/** What was asked for and done in a period. */
export function numbersOf(rows: TeamRows, team: Pick<Team, 'currency'>, period: Stretch): PeriodNumbers {
  const targets = new Map(
    publishedBetween(rows.targets, period.start, period.end).map((sum) => [`${sum.memberId} ${sum.metric}`, sum] as const),
  )
  const done = doneIn(rows.totals, period)
  const members = rows.members.flatMap((member) => {
    const numbers = METRICS.flatMap(({ key, unit }): Numbers[] => {
      const target = targets.get(`${member.id} ${key}`)
      const amount = done.get(`${member.id} ${key}`)
      if (target === undefined && amount === undefined) return []
      const currency = unit === 'money' ? (target?.currency ?? team.currency) : undefined
      return [{ metric: key, currency, target: target?.target ?? null, done: amount ?? 0n }]
    })
    return numbers.length > 0 || (member.role === 'rep' && belongsWithin(member, period)) ? [{ member, numbers }] : []
  })
  return {
    members,
    team: METRICS.flatMap(({ key }) => sumOf(members.flatMap(({ numbers }) => numbers.filter((each) => each.metric === key)))),
  }
}

function doneIn(totals: readonly DayTotal[], { start, end }: Stretch): Map<string, bigint> {
  const done = new Map<string, bigint>()
  for (const { memberId, metric, on, amount } of totals) {
    if (isBefore(on, start) || isBefore(end, on)) continue
    const key = `${memberId} ${metric}`
    done.set(key, (done.get(key) ?? 0n) + amount)
  }
  return done
}

function sumOf(numbers: readonly Numbers[]): Numbers[] {
  const [first] = numbers
  if (first === undefined) return []
  const targets = numbers.flatMap(({ target }) => (target === null ? [] : [target]))
  return [
    {
      metric: first.metric,
      currency: first.currency,
      target: targets.length === 0 ? null : targets.reduce((sum, target) => sum + target, 0n),
      done: numbers.reduce((sum, { done }) => sum + done, 0n),
    },
  ]
}

/** What the board ranks by: the team's first money result with a target, else deals, else the first metric with one. */
export function mainMetric({ team }: PeriodNumbers): Numbers | undefined {
  const targeted = team.filter(({ target }) => target !== null && target > 0n)
  return (
    targeted.find(({ metric: key }) => metric(key).kind === 'result' && metric(key).unit === 'money') ??
    targeted.find(({ metric: key }) => key === 'deals') ??
    targeted[0]
  )
}

/**
 * The funnel's stages over the period, against plan. Where nobody plans or counts deals, as with a plan for revenue and what leads to it, the
 * last stage that is planned stands for them.
 */
export function funnelStages({ team }: PeriodNumbers) {
  const stages = FUNNEL.map((stage) => {
    const numbers = team.find(({ metric: key }) => key === stage)
    return { stage, isCounted: numbers !== undefined, planned: numbers?.target ?? 0n, actual: numbers?.done ?? 0n }
  })
  if (stages.at(-1)?.isCounted === true) return stages
  return stages.slice(0, stages.findLastIndex(({ planned }) => planned > 0n) + 1)
}

/**
 * What a deal, or one of the funnel's last stage, is worth by the plan (else by what was done) over the stretch that was read, in minor units;
 * undefined when nothing tells.
 */
export function averageDeal(
  rows: TeamRows,
  team: Pick<Team, 'currency'>,
  stretch: Stretch,
  lastStage: MetricKey = 'deals',
): { amount: bigint; currency: string } | undefined {
  const numbers = numbersOf(rows, team, stretch).team
  const deals = numbers.find(({ metric: key }) => key === lastStage)
  const money = numbers.find(({ metric: key }) => key === 'revenue') ?? numbers.find(({ metric: key }) => key === 'collected')
  if (deals === undefined || money?.currency === undefined) return undefined
  const { currency } = money
  if (deals.target !== null && deals.target > 0n && money.target !== null && money.target > 0n)
    return { amount: money.target / deals.target, currency }
  return deals.done > 0n && money.done > 0n ? { amount: money.done / deals.done, currency } : undefined
}

/** The day on which a member's amount of the period was complete: the tie between two who did the same goes to the earlier. */
export function reachedOn(
  totals: readonly DayTotal[],
  memberId: MemberId,
  metricKey: MetricKey,
  { start, end }: Stretch,
): Temporal.PlainDate | null {
  const days = totals
    .filter((day) => day.memberId === memberId && day.metric === metricKey && !isBefore(day.on, start) && !isBefore(end, day.on))
    .toSorted((a, b) => Temporal.PlainDate.compare(a.on, b.on))
  const whole = days.reduce((sum, { amount }) => sum + amount, 0n)
  let soFar = 0n
  for (const { on, amount } of days) {
    soFar += amount
    if (soFar >= whole) return on
  }
  return null
}

function isBefore(a: Temporal.PlainDate, b: Temporal.PlainDate): boolean {
  return Temporal.PlainDate.compare(a, b) < 0
}
