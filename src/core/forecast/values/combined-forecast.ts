import { seasonalNaive } from './baselines.js'
import { changeRegression } from './change-regression.js'
import { combine, type Member } from './combine.js'
import { dampedTrend } from './damped-trend.js'
import { longMean } from './long-mean.js'
import type { Asked, Rolled } from './rolled.js'
import { withSeason } from './season-so-far.js'
import { theta } from './theta.js'

export interface CombinedForecast {
  /** The history as it was used: the latest of it, over `scale`. */
  readonly asked: Omit<Asked, 'season'>
  /** What the combination says, over `scale`. */
  readonly said: Rolled
  readonly shares: readonly MethodShare[]
}

/** How much of a combination a method makes up; all shares add up to 1. */
export interface MethodShare {
  readonly method: MethodName
  /** Values in its season; 1 for none. */
  readonly season: number
  readonly of: 'values' | 'logs'
  readonly share: number
}

const METHODS = [
  { name: 'changes', method: changeRegression, onLogs: true },
  { name: 'theta', method: withSeason(theta), onLogs: true },
  { name: 'damped trend', method: withSeason(dampedTrend), onLogs: true },
  { name: 'mean', method: withSeason(longMean), onLogs: false },
] as const

export type MethodName = (typeof METHODS)[number]['name'] | 'last season'

/**
 * Several methods, each with and without a season, of the values and (where all are above zero) of their logarithms, combined by how near
 * each came at the history's own past origins.
 *
 * @param question.seasons lengths to try, in values; those too long for the history are left out
 * @param scale makes the values free of their unit, so that cents and millions are forecast alike; above 0
 */
export function combinedForecast(
  { values, seasons, horizon }: { readonly values: readonly number[]; readonly seasons: readonly number[]; readonly horizon: number },
  scale: number,
): CombinedForecast {
  const used = Math.max(USED_HISTORY, 4 * Math.max(1, ...seasons))
  const scaled = Float64Array.from(values.slice(-used), (value) => value / scale)
  const firstOrigin = scaled.length - 1 - Math.min(MOST_ORIGINS, Math.floor(scaled.length / 2))
  const asked = { values: scaled, horizon, firstOrigin }
  const members = membersOf(asked, seasons)
  const { said, shares } = combine(asked, members)
  return { asked, said, shares: members.map(({ told }, index) => ({ ...told, share: shares[index] ?? 0 })) }
}

/** What lies farther back tells next to nothing, and takes time. */
const USED_HISTORY = 520
const MOST_ORIGINS = 208
/** A season is tried when this many of its cycles are there. */
const LEAST_CYCLES = 2.2
/**
 * With fewer, what came a season ago is all that is known of it: from so many on the history shows whether it comes again. In a long
 * season one value tells too little of its place.
 */
const LEAST_CYCLES_TO_REPEAT = 1.5
const LONGEST_TO_REPEAT = 13

interface NamedMember extends Member {
  readonly told: Omit<MethodShare, 'share'>
}

function membersOf(asked: Omit<Asked, 'season'>, seasons: readonly number[]): NamedMember[] {
  const { values } = asked
  const tried = [1, ...seasons.filter((season) => season > 1 && values.length >= LEAST_CYCLES * season)]
  const isPositive = values.every((value) => value > 0)
  const logs = isPositive ? values.map(Math.log) : values
  const repeated = seasons.filter(
    (season) => season <= LONGEST_TO_REPEAT && !tried.includes(season) && values.length >= LEAST_CYCLES_TO_REPEAT * season,
  )
  const repeating = repeated.map(
    (season): NamedMember => ({ told: { method: 'last season', season, of: 'values' }, said: seasonalNaive({ ...asked, season }) }),
  )
  const methods = tried.flatMap((season) =>
    METHODS.flatMap(({ name, method, onLogs }): NamedMember[] => {
      const plain: NamedMember = { told: { method: name, season, of: 'values' }, said: method({ ...asked, season }) }
      if (!isPositive || !onLogs) return [plain]
      return [plain, { told: { method: name, season, of: 'logs' }, said: method({ ...asked, values: logs, season }).map(Math.exp) }]
    }),
  )
  return [...methods, ...repeating]
}
