import type { Temporal } from 'temporal-polyfill'
import type { Period } from '../../core/calendar/period.js'
import { hasLeft, isToCome } from '../../core/calendar/stay.js'
import { workingDaysBetween } from '../../core/calendar/working-calendar.js'
import { foldedName } from '../../core/plan/closest-name.js'
import type { Decomposition } from '../../core/plan/decomposition.js'
import type { PlanInput, PlanTarget } from '../../core/plan/plan-input.js'
import { peopleIn } from '../../core/plan/tree/person-totals.js'
import type { LeaveDays } from '../../store/repository/leaves.js'
import { localDate, type Member, type Team } from '../../store/repository/teams.js'
import type { Store } from '../../store/store.js'
import { calendarOf } from '../team/calendar.js'
import { openDays } from './standing.js'
import { treeOf } from './tree-carriers.js'

/** How the team has changed since its plan was published, which the plan does not know until it is published anew. */
export interface CrewChange {
  /** Who has no part yet in a target that is theirs too; with their first day, where that is ahead. */
  readonly joined: readonly { readonly name: string; readonly from: Temporal.PlainDate | undefined }[]
  /** Who has left, and is still asked for something. */
  readonly left: readonly string[]
  /** Who is asked for something after a last day that is still ahead. */
  readonly leaving: readonly { readonly name: string; readonly on: Temporal.PlainDate }[]
  /** Who comes earlier or later, or stays longer, than the plan was published for. */
  readonly shifted: readonly string[]
}

export const NO_CREW_CHANGE: CrewChange = { joined: [], left: [], leaving: [], shifted: [] }

/** How what a plan asks of somebody lies to the days that they are there. */
export type CrewFit = 'fits' | 'no-part' | 'left' | 'leaving' | 'shifted'

/** A published plan, and what stands for each of its targets, in their order. */
export interface StandingPlan {
  readonly plan: PlanInput
  readonly period: Period
  /** The first day that can still change. */
  readonly from: Temporal.PlainDate
  readonly standing: readonly Decomposition[]
}

export async function crewChange(store: Store, team: Team, plan: StandingPlan, members: readonly Member[]): Promise<CrewChange> {
  const fitOf = await crewFits(store, team, plan, members)
  const today = localDate(team, store.now)
  const those = (fit: CrewFit) => members.filter((member) => fitOf(member) === fit)
  return {
    joined: those('no-part').map((member) => ({ name: member.name, from: isToCome(member, today) ? member.joinedOn : undefined })),
    left: those('left').map(({ name }) => name),
    leaving: those('leaving').flatMap(({ name, leftOn }) => (leftOn === undefined ? [] : [{ name, on: leftOn }])),
    shifted: those('shifted').map(({ name }) => name),
  }
}

/** Of whom leave is no sign that the plan knows less of them than they are there. One query. */
export async function crewFits(
  store: Store,
  team: Team,
  { plan, period, from, standing }: StandingPlan,
  members: readonly Member[],
): Promise<(member: Member) => CrewFit> {
  const today = localDate(team, store.now)
  const leaves = await store.leaves.between(
    members.map(({ id }) => id),
    from,
    period.end,
  )
  const workingDays = workingDaysBetween(calendarOf(team), from, period.end).map(String)
  const targets = standing.map((target, index) => ({ isTheirs: carriersOf(plan.targets[index]), asked: askedDays(target, from) }))
  return (member) => {
    const own = targets.map(({ isTheirs, asked }) => ({ isTheirs, days: asked.get(member.id) ?? [], asked }))
    const [first, last] = [member.joinedOn.toString(), member.leftOn?.toString() ?? LATEST]
    const workable = workableDays(workingDays, leaves, member).filter((day) => day >= first && day <= last)
    if (own.some(({ days }) => days.some((day) => day > last))) return hasLeft(member, today) ? 'left' : 'leaving'
    if (own.some(({ days }) => days.some((day) => day < first))) return 'shifted'
    if (workable.length === 0) return 'fits'
    if (own.some(({ isTheirs, days }) => days.length === 0 && isTheirs(member))) return 'no-part'
    return own.some(({ days, asked }) => days.length > 0 && lacksDays(days, workable, othersDays(asked, member))) ? 'shifted' : 'fits'
  }
}

/** Later than any date that is written so. */
const LATEST = '9999-12-31'

/** The days, in order, on which each member is asked for something. */
function askedDays(target: Decomposition, from: Temporal.PlainDate): ReadonlyMap<string, readonly string[]> {
  return new Map(target.members.map((own) => [own.member, openDays(own, from).map(({ on }) => on)]))
}

function workableDays(workingDays: readonly string[], leaves: readonly LeaveDays[], { id }: Member): readonly string[] {
  const own = leaves.filter(({ memberId }) => memberId === id).map(({ from, to }) => ({ from: from.toString(), to: to.toString() }))
  return own.length === 0 ? workingDays : workingDays.filter((day) => !own.some(({ from, to }) => day >= from && day <= to))
}

/** Whose a target is: an equal split is the reps', another one and a tree with people say whose. */
function carriersOf(target: PlanTarget | undefined): (member: Member) => boolean {
  if (target === undefined) return () => false
  const tree = treeOf(target)
  const people = tree === undefined ? { names: [], isWhole: false } : peopleIn(tree)
  const named = new Set([...people.names, ...(target.split === 'equal' || people.isWhole ? [] : target.split.map(({ member }) => member))])
  const names = new Set([...named].map(foldedName))
  const isForReps = target.split === 'equal' && !people.isWhole
  return ({ name, role }) => role !== 'spectator' && ((isForReps && role === 'rep') || names.has(foldedName(name)))
}

interface Reach {
  readonly first: string
  readonly last: string
}

/** Over which days the others are asked: a plan may leave out the last days of its period for everybody. */
function othersDays(asked: ReadonlyMap<string, readonly string[]>, { id }: Member): Reach {
  const others = [...asked].flatMap(([member, days]) => (member === id || days.length === 0 ? [] : [days]))
  const firsts = others.map(([first = '']) => first).toSorted()
  const lasts = others.map((days) => days.at(-1) ?? '').toSorted()
  return { first: firsts[0] ?? '', last: lasts.at(-1) ?? LATEST }
}

function lacksDays(days: readonly string[], workable: readonly string[], { first, last }: Reach): boolean {
  const [start = '', end = ''] = [days[0], days.at(-1)]
  return workable.some((day) => (day < start && day >= first) || (day > end && day <= last))
}
