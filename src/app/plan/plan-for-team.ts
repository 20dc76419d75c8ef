import type { Fraction } from '../../core/amount/fraction.js'
import { begunSeason } from '../../core/plan/begun-season.js'
import { presenceIn } from '../../core/plan/decompose.js'
import { fiscalOfPlan } from '../../core/plan/plan-calendar.js'
import type { PlanInput, PlanTarget } from '../../core/plan/plan-input.js'
import { planMonths } from '../../core/plan/plan-months.js'
import type { PlanFileError } from '../../core/plan/raw-plan.js'
import type { Result } from '../../core/plan/result.js'
import { localDate, type Team } from '../../store/repository/teams.js'
import type { Store } from '../../store/store.js'
import type { Actor } from '../access/visitor.js'
import { calendarOf } from '../team/calendar.js'
import { crewOf } from './carriers.js'
import { newestOf } from './change-draft.js'
import { periodOf } from './plan-period.js'
import { type PlanSource, readPlan } from './plan-source.js'
import { planFor } from './save-draft.js'
import { firstAsked, pastOf, standingOf } from './standing.js'
import { recheckedPlan } from './stored-plan.js'

/**
 * A plan from outside as the team would keep it: in its fiscal year, and what a table of months cannot say (a month's rhythm, funnels,
 * focus) as it is in what is being planned for the period.
 *
 * @returns the plan, or all that is wrong in it
 * @throws UserError when its period or months are not of the team's year
 */
export async function readPlanFor(store: Store, actor: Actor, source: PlanSource): Promise<Result<PlanInput, PlanFileError[]>> {
  const members = (await store.teams.members(actor.team.id)).map(({ name }) => name)
  const read = await readPlan(source, actor.team.currency, actor.team.fiscal, members)
  if (!read.ok) return read
  const plan = planFor(actor.team, read.value.plan)
  const isGrid = read.value.isTable && plan.targets.every(({ months }) => months !== undefined)
  if (!isGrid) return { ok: true, value: plan }
  const standing = await newestOf(store, actor, plan)
  return { ok: true, value: withRulesOf(standing, await byOwnMonths(store, actor.team, plan, standing)) }
}

/**
 * Weights that come to each member's own amount once a joiner's share is lowered by the days before they came, and to each month's number where
 * the days to come begin within one.
 */
async function byOwnMonths(store: Store, team: Team, plan: PlanInput, standing: PlanInput): Promise<PlanInput> {
  const period = periodOf(plan)
  const today = localDate(team, store.now)
  const [crew, rows] = await Promise.all([
    crewOf(store, team, period, today, isComplete(standing, plan) ? standing : plan),
    store.targets.between(team.id, period.start, period.end),
  ])
  const months = planMonths(period, fiscalOfPlan(plan))
  const targets = plan.targets.map((given) => {
    const said = Object.fromEntries(Object.entries(given.months ?? {}).map(([month, sum]) => [month, BigInt(sum)]))
    const published = standingOf(rows, given.metric, period, fiscalOfPlan(plan))
    const past = pastOf(published, today)
    const asked = Object.fromEntries(past.months.map(({ month, total }) => [month, total]))
    // What has passed by a rhythm leaves of its month what the rhythm has left.
    const goesOn = past.total > 0n && standing.targets.find(({ metric }) => metric === given.metric)?.rhythm !== undefined
    const season = goesOn ? said : begunSeason(said, months, calendarOf(team), today, asked)
    const target = { ...given, months: Object.fromEntries(Object.entries(season).map(([month, weight]) => [month, String(weight)])) }
    const { split, metric, amount } = target
    if (split === 'equal') return target
    const carriers = crew.carriers(split)
    const asksFrom = firstAsked(published) ?? today
    const presence = presenceIn({ metric, amount, period, fiscal: fiscalOfPlan(plan), members: carriers, months: season, asksFrom })
    const own = split.map(({ member, weight }, index) => ({ member, weight: divided(weight, presence.get(carriers[index]?.member ?? '')) }))
    return { ...target, split: own }
  })
  return { ...plan, targets }
}

/** To fifteen decimals: close enough for the same whole units. */
function divided(weight: string, by: Fraction | undefined): string {
  if (by === undefined || by.num === 0n || by.num === by.den) return weight
  const scaled = (BigInt(weight) * by.den * 10n ** 15n) / by.num
  return `${scaled / 10n ** 15n}.${String(scaled % 10n ** 15n).padStart(15, '0')}`
}

function withRulesOf(standing: PlanInput, grid: PlanInput): PlanInput {
  const targets = grid.targets.map((target) => ({ ...rulesOf(standing.targets.find(({ metric }) => metric === target.metric)), ...target }))
  const whole = recheckedPlan({ ...(isComplete(standing, grid) ? standing : {}), ...grid, targets })
  // Rules that no longer hold with the new numbers are not worth refusing them.
  return whole.success ? whole.data : grid
}

/** Whether a grid has all that was planned: then what the plan says of the whole team holds for it too. */
function isComplete(standing: PlanInput, grid: PlanInput): boolean {
  return standing.targets.every(({ metric }) => grid.targets.some((target) => target.metric === metric))
}

/** What is no number: the grid has those. */
function rulesOf(target: PlanTarget | undefined): Partial<PlanTarget> {
  if (target === undefined) return {}
  const { amount: _1, currency: _2, split: _3, months: _4, phases: _5, agreed: _6, tree: _7, seasonality: _8, ...rules } = target
  return rules
}
