import { attainmentShare, compareAttainment } from '../pace/attainment.js'

export interface Contender {
  readonly memberId: string
  readonly name: string
  /** Minor units or a count, as `done`; null without a target, which is not the same as a target of zero. */
  readonly target: bigint | null
  readonly done: bigint
  /** Working days in a row with a check-in. */
  readonly streak: number
  /** On the board before; null when the member was not on it. */
  readonly previousRank: number | null
  /** Keeps the name out of what others see. */
  readonly isQuiet: boolean
  /** Who is not, any more or yet, has no row; what they did counts in the team's sums. */
  readonly isPresent: boolean
}

export interface LeaderboardRow {
  readonly memberId: string
  readonly name: string
  readonly target: bigint
  readonly done: bigint
  /** For showing, 0 up. Ranks come from the exact fractions. */
  readonly attainmentShare: number
  /** 1 is best; who attained exactly the same share has the same rank, and the ranks they take up are left out: 1, 1, 3. */
  readonly rank: number
  /** Ranks gained since the board before; negative when lost. */
  readonly movement: number | 'new'
  readonly streak: number
  readonly isQuiet: boolean
}

/** A member whose share cannot be told. */
export interface UnrankedRow {
  readonly memberId: string
  readonly name: string
  readonly why: 'no-target' | 'zero-target'
  readonly done: bigint
  readonly attainmentShare: null
  readonly streak: number
  readonly isQuiet: boolean
}

export interface Leaderboard {
  /** Best first. */
  readonly rows: readonly LeaderboardRow[]
  /** By name. */
  readonly unranked: readonly UnrankedRow[]
  /** Everybody's sums, of those without a target or a row as well. */
  readonly team: { readonly target: bigint; readonly done: bigint; readonly attainmentShare: number | null }
}

/**
 * Ranks members by the share of their own target, compared exactly; of equal shares the order is that of names (by code unit) and the rank
 * the same. Everything here is for the team's manager; what others see of it is in visible-board.ts.
 */
export function leaderboard(members: readonly Contender[]): Leaderboard {
  const present = members.filter(({ isPresent }) => isPresent)
  const ranked = present.flatMap((member) => (member.target !== null && member.target > 0n ? [{ ...member, target: member.target }] : []))
  const sorted = ranked.toSorted((a, b) => -compareAttainment(a, b) || compareNames(a, b))
  const team = {
    target: members.reduce((sum, { target }) => sum + (target ?? 0n), 0n),
    done: members.reduce((sum, { done }) => sum + done, 0n),
  }
  return {
    rows: sorted.map((member) => row(member, 1 + sorted.findIndex((other) => compareAttainment(other, member) === 0))),
    unranked: present.flatMap((member) => unrankedRow(member)).toSorted(compareNames),
    team: { ...team, attainmentShare: attainmentShare(team) },
  }
}

function row({ previousRank, ...member }: Contender & { readonly target: bigint }, rank: number): LeaderboardRow {
  const { memberId, name, target, done, streak, isQuiet } = member
  const movement = previousRank === null ? 'new' : previousRank - rank
  return { memberId, name, target, done, attainmentShare: attainmentShare(member) ?? 0, rank, movement, streak, isQuiet }
}

function unrankedRow({ memberId, name, target, done, streak, isQuiet }: Contender): UnrankedRow[] {
  if (target !== null && target > 0n) return []
  return [{ memberId, name, why: target === null ? 'no-target' : 'zero-target', done, attainmentShare: null, streak, isQuiet }]
}

/** As a list of names is read, Chinese ones by their pinyin, whatever the server's language; of namesakes by id. */
export function compareNames(a: { name: string; memberId: string }, b: { name: string; memberId: string }): number {
  const byName = NAMES.compare(a.name, b.name)
  if (byName !== 0) return byName
  return a.memberId < b.memberId ? -1 : a.memberId > b.memberId ? 1 : 0
}

const NAMES = new Intl.Collator('zh-CN')
