import { Temporal } from 'temporal-polyfill'
import type { Period } from '../../core/calendar/period.js'
import { belongsWithin, hasLeft } from '../../core/calendar/stay.js'
import { foldedName } from '../../core/plan/closest-name.js'
import type { DecomposeMember } from '../../core/plan/decompose.js'
import { type PlanSplit, wholeWeights } from '../../core/plan/plan-input.js'
import type { PlanRamp, PlanTime } from '../../core/plan/plan-time.js'
import type { Ramp } from '../../core/plan/ramp.js'
import type { Member, Team } from '../../store/repository/teams.js'
import type { Store } from '../../store/store.js'
import { calendarOf } from '../team/calendar.js'
import { placesOf } from '../team/place.js'
import { UserError } from '../user-error.js'

/** A team's members, as far as a plan's period is concerned. */
export interface Crew {
  readonly members: readonly Member[]
  /** The members a split falls on, with their weights and days. @throws UserError for a name that nobody, or more than one, has */
  carriers(split: PlanSplit): DecomposeMember[]
  /** A member's place in the team, by their id: see `placesOf`. */
  placeOf(member: string): number
  /** @throws UserError for names that nobody has, said at a form's field */
  mustKnow(names: readonly string[], field: string): void
}

/**
 * @param from the first day that can still be planned: who left before it carries nothing new
 * @param time what the plan says of those who are there for a part of its period
 * @throws UserError for a ramp of somebody unknown
 */
export async function crewOf(store: Store, team: Team, period: Period, from: Temporal.PlainDate, time: PlanTime): Promise<Crew> {
  const members = await store.teams.members(team.id)
  const leaves = await store.leaves.between(
    members.map(({ id }) => id),
    period.start,
    period.end,
  )
  const calendar = calendarOf(team)
  const isHere = (member: Member) => belongsWithin(member, { start: from, end: period.end })
  const places = placesOf(members)
  const placeOf = (member: string) => places.get(member) ?? 0
  const ramps = rampsOf(time.ramps ?? [], members, from)
  const carrier = ({ id, joinedOn, leftOn }: Member, weight: bigint): DecomposeMember => ({
    member: id,
    weight,
    place: placeOf(id),
    calendar,
    joinedOn,
    leftOn,
    leave: leaves.filter((leave) => leave.memberId === id).map((leave) => ({ from: leave.from, until: leave.to })),
    ramp: ramps.get(id),
    beforeJoining: time.joiners,
    afterLeaving: time.leavers,
    onLeave: time.leave,
  })
  return {
    members,
    placeOf,
    mustKnow: (names, field) => mustBeKnown(names, members, from, field),
    carriers(split) {
      if (split === 'equal') return equally(members.filter(isHere)).map((member) => carrier(member, 1n))
      const weights = wholeWeights(split.map(({ weight }) => weight))
      return membersNamed(
        split.map(({ member }) => member),
        members,
        isHere,
      ).map((member, index) => carrier(member, weights[index] ?? 0n))
    },
  }
}

/** @throws UserError for a name that nobody has */
function rampsOf(ramps: readonly PlanRamp[], members: readonly Member[], from: Temporal.PlainDate): Map<string, Ramp> {
  const named = ramps.map((ramp) => ({ ...ramp, found: members.findLast((member) => foldedName(member.name) === foldedName(ramp.member)) }))
  mustBeKnown(
    ramps.map(({ member }) => member),
    members,
    from,
    'ramps',
  )
  return new Map(
    named.flatMap(({ found, from, steps }) => {
      if (found === undefined) return []
      return [[found.id, { from: from === undefined ? found.joinedOn : Temporal.PlainDate.from(from), steps: steps.map(BigInt) }]]
    }),
  )
}

function mustBeKnown(names: readonly string[], members: readonly Member[], from: Temporal.PlainDate, field: string): void {
  const unknown = names.filter((name) => !members.some((member) => foldedName(member.name) === foldedName(name)))
  const known = members.filter((member) => !hasLeft(member, from) && member.role !== 'spectator').map(({ name }) => name)
  if (unknown.length > 0) throw new UserError('plan-unknown-member', { names: list([...new Set(unknown)]), known: list(known) }, field)
}

/** An equal split is the reps'. A manager carries a target when a plan names them, or when there is nobody else. */
function equally(here: readonly Member[]): Member[] {
  const reps = here.filter(({ role }) => role === 'rep')
  const carriers = reps.length > 0 ? reps : here.filter(({ role }) => role === 'manager')
  if (carriers.length === 0) throw new UserError('plan-nobody', {}, 'split')
  return carriers
}

function membersNamed(names: readonly string[], members: readonly Member[], isHere: (member: Member) => boolean): Member[] {
  const found = names.map((name) => {
    const alike = members.filter((member) => foldedName(member.name) === foldedName(name))
    const here = alike.filter(isHere)
    // Who has left is still known by name: their share goes to the others, and the preview says so.
    return here.length > 0 ? here : alike.slice(0, 1)
  })
  const unknown = names.filter((_, index) => found[index]?.length === 0)
  const known = members.filter((member) => isHere(member) && member.role !== 'spectator').map(({ name }) => name)
  if (unknown.length > 0) throw new UserError('plan-unknown-member', { names: list(unknown), known: list(known) }, 'weights')
  const ambiguous = names.filter((_, index) => (found[index]?.length ?? 0) > 1)
  if (ambiguous.length > 0) throw new UserError('plan-name-twice', { names: list(ambiguous) }, 'weights')
  const named = found.flat()
  const spectators = named.filter(({ role }) => role === 'spectator').map(({ name }) => name)
  if (spectators.length > 0) throw new UserError('plan-spectator', { names: list(spectators) }, 'weights')
  if (new Set(named).size < named.length) throw new UserError('plan-member-repeated', {}, 'weights')
  return named
}

function list(items: readonly string[]) {
  return { kind: 'list' as const, items }
}
