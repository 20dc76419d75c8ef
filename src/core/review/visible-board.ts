import { compareNames, type Leaderboard, type LeaderboardRow } from './leaderboard.js'

/** What a team shows of its board. */
export interface BoardSetting {
  /** 'names': the best few, and the others by name without rank or figures; 'best': the best few; 'team-only': the team's sum. */
  readonly kind: 'names' | 'best' | 'team-only'
  /** How many ranks the best few are. */
  readonly best: number
}

/** Who looks: a post in the team's conversation is for 'everybody'. */
export type Viewer = { readonly kind: 'everybody' } | { readonly kind: 'member'; readonly memberId: string }

export interface VisibleBoard {
  readonly best: readonly LeaderboardRow[]
  /** The viewer's own row with the ones next to it, best first; empty for everybody and for a viewer without a target. */
  readonly aroundMe: readonly LeaderboardRow[]
  /** Members who are named and nothing more, by name. */
  readonly others: readonly { readonly memberId: string; readonly name: string }[]
  readonly team: Leaderboard['team']
}

/**
 * What a viewer sees of the board. A member always sees the own row; of the others
 * - nobody sees who is worst: the last rank is never shown, unless it is the first as well, and in a team of three or more the best few
 *   leave at least two out, so that nobody can be told by who is missing (ties aside);
 * - a quiet member is not named, and keeps the rank, so that a rank may be missing from the list.
 */
export function visibleTo(board: Leaderboard, viewer: Viewer, setting: BoardSetting): VisibleBoard {
  const shown = board.rows.filter((row) => !row.isQuiet && !isWorst(row, board))
  const limit = Math.min(setting.best, Math.max(1, board.rows.length - 2))
  const best = setting.kind === 'team-only' ? [] : shown.filter(({ rank }) => rank <= limit)
  return {
    best,
    aroundMe: viewer.kind === 'member' ? aroundMe(board, viewer.memberId, setting) : [],
    others: setting.kind === 'names' ? othersThan(best, board) : [],
    team: board.team,
  }
}

function isWorst({ rank }: LeaderboardRow, { rows }: Leaderboard): boolean {
  return rank > 1 && rank === rows.at(-1)?.rank
}

function aroundMe(board: Leaderboard, memberId: string, setting: BoardSetting): LeaderboardRow[] {
  const own = board.rows.findIndex((row) => row.memberId === memberId)
  if (own < 0) return []
  const reach = setting.kind === 'team-only' ? 0 : 1
  const window = board.rows.slice(Math.max(0, own - reach), own + reach + 1)
  return window.filter((row) => row.memberId === memberId || (!row.isQuiet && !isWorst(row, board)))
}

function othersThan(best: readonly LeaderboardRow[], { rows, unranked }: Leaderboard) {
  const shown = new Set(best.map(({ memberId }) => memberId))
  return [...rows, ...unranked]
    .filter(({ memberId, isQuiet }) => !isQuiet && !shown.has(memberId))
    .map(({ memberId, name }) => ({ memberId, name }))
    .toSorted(compareNames)
}
