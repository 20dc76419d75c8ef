import type { Stay } from '../../core/calendar/stay.js'
import { type Contender, leaderboard } from '../../core/review/leaderboard.js'
import type { Team } from '../../store/repository/teams.js'
import type { BoardFigures } from './figures.js'
import { mainMetric, type PeriodNumbers } from './numbers.js'

/**
 * The board of a period by the team's main metric; null when nobody carries a target.
 *
 * @param isPresent of whom to show: see `presentIn`
 * @param before the last published board; one of another metric says nothing about movement
 */
export function boardOf(
  numbers: PeriodNumbers,
  team: Pick<Team, 'settings'>,
  isPresent: (stay: Stay) => boolean,
  streakOf: (memberId: Contender['memberId']) => number,
  before: BoardFigures | null | undefined,
): BoardFigures | null {
  const main = mainMetric(numbers)
  if (main === undefined) return null
  const compared = before?.metric === main.metric ? before : undefined
  const ranks = new Map(compared?.rows.map(({ memberId, rank }) => [memberId, rank] as const))
  const {
    rows,
    unranked,
    team: sums,
  } = leaderboard(
    numbers.members.map(({ member, numbers: own }) => {
      const ownMain = own.find(({ metric }) => metric === main.metric)
      return {
        memberId: member.id,
        name: member.name,
        target: ownMain?.target ?? null,
        done: ownMain?.done ?? 0n,
        streak: streakOf(member.id),
        previousRank: ranks.get(member.id) ?? null,
        isQuiet: member.isQuiet,
        isPresent: isPresent(member),
      }
    }),
  )
  return {
    metric: main.metric,
    ...(main.currency === undefined ? {} : { currency: main.currency }),
    setting: { kind: team.settings.board, best: team.settings.boardBest },
    isCompared: compared !== undefined,
    rows: [...rows],
    unranked: [...unranked],
    team: sums,
  }
}
