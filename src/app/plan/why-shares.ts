import { Temporal } from 'temporal-polyfill'
import { dayNumber } from '../../core/calendar/day-number.js'
import { isWithin, type Period } from '../../core/calendar/period.js'
import { workingDaysBetween } from '../../core/calendar/working-calendar.js'
import type { MemberId } from '../../core/id.js'
import { foldedName } from '../../core/plan/closest-name.js'
import { type DecomposeMember, presenceIn } from '../../core/plan/decompose.js'
import type { Decomposition, MemberPlan } from '../../core/plan/decomposition.js'
import { type PlanSplit, type PlanTarget, wholeWeights } from '../../core/plan/plan-input.js'
import { personTotals } from '../../core/plan/tree/person-totals.js'
import { shareWorkings } from '../../core/plan/workings.js'
import type { PlanEffect, TargetEffect, Workings } from './effect.js'
import { askedOn } from './standing.js'

/** How a member comes to their part of a draft's target, and to their first day's. Amounts in minor units. */
export interface MemberWhy {
  readonly memberId: MemberId
  readonly name: string
  /** As it would stand, days that have passed included. */
  readonly total: bigint
  /** By the draft's rules alone, as if nothing had been published before. */
  readonly byRule: bigint
  readonly rule: ShareRule
  /** The part of the period that counts for their share, from 0 to 1, and why it is less. */
  readonly presence: number
  readonly joinsOn: Temporal.PlainDate | undefined
  readonly leavesOn: Temporal.PlainDate | undefined
  /** Working days on leave whose work is the team's by the plan's rule. */
  readonly daysAway: number
  /** Percents of a share, month by month. */
  readonly ramp: readonly number[] | undefined
  /** Undefined where the period has no working day left. */
  readonly month: MonthWhy | undefined
}

export type ShareRule =
  /** As the plan says it. `isRaised`: their exact part has a fraction, and was rounded up. */
  | { readonly kind: 'weight'; readonly weight: number; readonly isRaised: boolean }
  | { readonly kind: 'agreed'; readonly reason: string | undefined }
  /** What the tree gives them by name, and their part of what it gives to nobody by name. */
  | { readonly kind: 'tree'; readonly named: bigint; readonly besides: bigint }
  /** They carry nothing new: only what has passed stays. */
  | { readonly kind: 'past' }

/** The month of the first working day, as far as it can still be planned. */
export interface MonthWhy {
  readonly id: string
  readonly amount: bigint
  readonly workingDays: number
  /** On that first day; null when they do not work then. */
  readonly onDay: bigint | null
}

export interface SharesWhy {
  /** What the split shares: all but what is agreed, or given to somebody by name in the tree. */
  readonly shared: bigint
  /** In the team's order; who has no day in the period is left out. */
  readonly members: readonly MemberWhy[]
}

export function sharesWhy(
  target: PlanTarget,
  { after, tree }: TargetEffect,
  workings: Workings,
  { members, period, from }: PlanEffect,
  firstDay: Temporal.PlainDate | undefined,
): SharesWhy {
  const { carriers, fresh, time } = workings
  const { shared, ruleOf } = rules(target, workings, tree)
  const presence = presenceIn({ ...time, members: carriers.members })
  const whys = members.flatMap(({ id, name }): MemberWhy[] => {
    const plan = after.members.find(({ member }) => member === id)
    if (plan === undefined || !plan.months.some(({ days }) => days.some((day) => day !== null))) return []
    const rule = ruleOf(id, name)
    const { num, den } = presence.get(id) ?? WHOLE
    const there = rule.kind === 'weight' || rule.kind === 'tree' ? Number(num) / Number(den) : 1
    const carrier = there < 1 ? carriers.members.find(({ member }) => member === id) : undefined
    return [
      {
        memberId: id,
        name,
        total: plan.total,
        byRule: totalOf(fresh, id),
        rule,
        presence: there,
        ...reasonsOf(carrier, period, time.asksFrom ?? period.start),
        month: firstDay && monthWhy(plan, from, firstDay),
      },
    ]
  })
  return { shared, members: whys }
}

const WHOLE = { num: 1n, den: 1n }

function rules(target: PlanTarget, { time, carriers, agreed, fresh }: Workings, tree: TargetEffect['tree']) {
  const settled = new Map(agreed.map(({ member }, index) => [member, target.agreed?.[index]?.reason]))
  const open = carriers.members.filter(({ member }) => !settled.has(member))
  const left = agreed.reduce((rest, { member }) => rest - totalOf(fresh, member), fresh.total)
  const byTree = tree && carriers.totals && personTotals(tree)
  const named = new Map([...(byTree?.byName ?? [])].map(([name, amount]) => [foldedName(name), amount]))
  const shares = byTree === undefined ? shareWorkings({ ...time, amount: left, members: open }) : []
  const one = scaleOf(target.split)

  function ruleOf(id: string, name: string): ShareRule {
    if (settled.has(id)) return { kind: 'agreed', reason: settled.get(id) }
    if (carriers.totals?.has(id) === true) {
      const own = named.get(foldedName(name)) ?? 0n
      return { kind: 'tree', named: own, besides: totalOf(fresh, id) - own }
    }
    const share = shares.find(({ member }) => member === id)
    if (share === undefined) return { kind: 'past' }
    return { kind: 'weight', weight: Number(share.weight) / one, isRaised: share.isRaised }
  }
  return { shared: byTree?.unassigned ?? left, ruleOf }
}

/** What a weight of 1 is among the whole numbers that a split's weights become. */
function scaleOf(split: PlanSplit): number {
  const [one = 1n] = split === 'equal' ? [] : wholeWeights(['1', ...split.map(({ weight }) => weight)])
  return Number(one)
}

function totalOf({ members }: Decomposition, id: string): bigint {
  return members.find(({ member }) => member === id)?.total ?? 0n
}

/** @param carrier undefined for who counts for all of the period */
function reasonsOf(
  carrier: DecomposeMember | undefined,
  { start, end }: Period,
  asksFrom: Temporal.PlainDate,
): Pick<MemberWhy, 'joinsOn' | 'leavesOn' | 'daysAway' | 'ramp'> {
  const { joinedOn, leftOn, ramp, beforeJoining, afterLeaving } = carrier ?? {}
  const joins = joinedOn !== undefined && beforeJoining !== 'carried' && Temporal.PlainDate.compare(joinedOn, start) > 0
  const leaves = leftOn !== undefined && afterLeaving !== 'carried' && Temporal.PlainDate.compare(leftOn, end) < 0
  return {
    joinsOn: joins ? joinedOn : undefined,
    leavesOn: leaves ? leftOn : undefined,
    daysAway: carrier?.onLeave === 'team' ? daysAway(carrier, asksFrom, end) : 0,
    ramp: beforeJoining === 'carried' ? undefined : ramp?.steps.map(Number),
  }
}

function daysAway({ calendar, leave = [], ...stay }: DecomposeMember, start: Temporal.PlainDate, end: Temporal.PlainDate): number {
  const isAway = (on: Temporal.PlainDate) => leave.some(({ from, until }) => isWithin(on, { start: from, end: until }))
  const there = { start: stay.joinedOn ?? start, end: stay.leftOn ?? end }
  return workingDaysBetween(calendar, start, end).filter((on) => isAway(on) && isWithin(on, there)).length
}

function monthWhy(plan: MemberPlan, from: Temporal.PlainDate, firstDay: Temporal.PlainDate): MonthWhy | undefined {
  const [cut, day] = [dayNumber(from), dayNumber(firstDay)]
  const month = plan.months.find((each) => day >= each.firstDay && day < each.firstDay + each.days.length)
  if (month === undefined) return undefined
  const open = month.days.filter((asked, index): asked is bigint => asked !== null && month.firstDay + index >= cut)
  return {
    id: month.month,
    amount: open.reduce((sum, asked) => sum + asked, 0n),
    workingDays: open.length,
    onDay: askedOn(plan, firstDay),
  }
}
