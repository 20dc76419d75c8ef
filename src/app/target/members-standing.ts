import { belongsWithin, hasLeft } from '../../core/calendar/stay.js'
import type { MetricKey } from '../../core/plan/metric.js'
import type { Member } from '../../store/repository/teams.js'
import { numbersOf } from './numbers.js'
import { type Standing, type StandingInput, standings, type TargetPace } from './standing.js'

/** How each member stands on the metric that comes first: for those who look after the team, never for a board. */
export interface MembersStanding {
  readonly metric: MetricKey
  /** Furthest behind their own curve first: who needs help before who does not. */
  readonly rows: readonly { readonly name: string; readonly pace: TargetPace }[]
}

/** @returns undefined where no metric asks for more than zero */
export function membersStanding(
  members: readonly Member[],
  team: readonly Standing[],
  { months, totals, ...rest }: StandingInput,
): MembersStanding | undefined {
  const first = team.find(({ pace }) => pace.target > 0n)
  if (first === undefined) return undefined
  // Who has left is past help, and who has yet to come needs none.
  const present = members.filter((member) => !hasLeft(member, rest.asOf) && belongsWithin(member, rest.period))
  const rows = present.flatMap(({ id, name }) => {
    const own = standings({ ...rest, ...numbersOf({ months, totals }, { memberId: id }) }).find(({ metric }) => metric === first.metric)
    return own === undefined ? [] : [{ name, pace: own.pace }]
  })
  return { metric: first.metric, rows: rows.toSorted((a, b) => paceShare(a.pace) - paceShare(b.pace)) }
}

/** Of whom nothing is expected yet nobody can say that they are behind. */
function paceShare({ paceShare: share }: TargetPace): number {
  return share ?? 1
}
