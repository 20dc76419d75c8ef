import { Temporal } from 'temporal-polyfill'
import type { Decomposition } from '../../core/plan/decomposition.js'
import type { PlanInput } from '../../core/plan/plan-input.js'
import type { Member } from '../../store/repository/teams.js'
import { openDays } from './standing.js'

/** How the team has changed since its plan was published, which the plan does not know until it is published anew. */
export interface CrewChange {
  /** Reps who have no part yet in a target that is shared out equally. */
  readonly joined: readonly string[]
  /** Who has left, and is still asked for something. */
  readonly left: readonly string[]
}

/** @param standing what stands for each of the plan's targets, in their order */
export function crewChange(
  { targets }: PlanInput,
  standing: readonly Decomposition[],
  members: readonly Member[],
  today: Temporal.PlainDate,
): CrewChange {
  const carries = (member: Member, plan: Decomposition | undefined) =>
    openDays(
      plan?.members.find((each) => each.member === member.id),
      today,
    ).length > 0
  const isGone = ({ leftOn }: Member) => leftOn !== undefined && Temporal.PlainDate.compare(leftOn, today) < 0
  const shared = standing.filter((_, index) => targets[index]?.split === 'equal')
  const reps = members.filter((member) => member.role === 'rep' && member.leftOn === undefined)
  return {
    joined: reps.filter((member) => shared.some((plan) => !carries(member, plan))).map(({ name }) => name),
    left: members.filter((member) => isGone(member) && standing.some((plan) => carries(member, plan))).map(({ name }) => name),
  }
}
