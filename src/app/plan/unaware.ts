import { Temporal } from 'temporal-polyfill'
import type { Period } from '../../core/calendar/period.js'
import type { MemberId, PlanId } from '../../core/id.js'
import { localDate, type Member, type Team } from '../../store/repository/teams.js'
import type { Store } from '../../store/store.js'
import type { MetricAmount } from '../metric-amount.js'
import { type CrewFit, crewFits, type StandingPlan } from './crew-change.js'
import { firstWorkingDay } from './figures.js'
import { periodOf } from './plan-period.js'
import { openDays, standingTargets } from './standing.js'
import { planOf } from './stored-plan.js'

/** A published plan that does not know yet on which days a member is there. */
export interface UnawarePlan {
  readonly planId: PlanId
  readonly period: Period
  readonly fit: Exclude<CrewFit, 'fits'>
  /** What it asks them for on the days that they are not there. */
  readonly beyond: readonly MetricAmount[]
  /** Whether they have a working day left in which they could carry that. */
  readonly mayCarry: boolean
}

/** Those of the team's published plans that are not over and know less of a member's days than the team, the first to end first. */
export async function plansUnaware(store: Store, team: Team, memberId: MemberId): Promise<UnawarePlan[]> {
  const today = localDate(team, store.now)
  const members = await store.teams.members(team.id)
  const member = members.find(({ id }) => id === memberId)
  if (member === undefined) return []
  const published = await store.plans.ofTeam(team.id, ['published'])
  const found: UnawarePlan[] = []
  for (const revision of published) {
    const plan = planOf(revision)
    const period = periodOf(plan)
    if (Temporal.PlainDate.compare(period.end, today) < 0) continue
    const from = Temporal.PlainDate.compare(today, period.start) > 0 ? today : period.start
    const standing = await standingTargets(store, team, plan, period)
    const whole: StandingPlan = { plan, period, from, standing }
    const fit = (await crewFits(store, team, whole, members))(member)
    if (fit === 'fits') continue
    found.push({ planId: revision.id, period, fit, beyond: askedBeyond(whole, member), mayCarry: mayCarry(team, whole, member) })
  }
  return found.toSorted((a, b) => Temporal.PlainDate.compare(a.period.end, b.period.end))
}

function askedBeyond({ plan, from, standing }: StandingPlan, { id, joinedOn, leftOn }: Member): MetricAmount[] {
  const [first, last] = [joinedOn.toString(), leftOn?.toString()]
  return standing.flatMap((target, index): MetricAmount[] => {
    const own = target.members.find(({ member }) => member === id)
    const amount = openDays(own, from)
      .filter(({ on }) => on < first || (last !== undefined && on > last))
      .reduce((sum, day) => sum + day.amount, 0n)
    const currency = plan.targets[index]?.currency
    return amount === 0n ? [] : [{ metric: target.metric, amount, ...(currency === undefined ? {} : { currency }) }]
  })
}

function mayCarry(team: Team, { from, period }: StandingPlan, { joinedOn, leftOn }: Member): boolean {
  const first = Temporal.PlainDate.compare(joinedOn, from) > 0 ? joinedOn : from
  const last = leftOn === undefined || Temporal.PlainDate.compare(leftOn, period.end) > 0 ? period.end : leftOn
  return firstWorkingDay(team, first, last) !== undefined
}
