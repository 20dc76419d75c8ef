import { changeRegression } from './change-regression.js'
import { combine, type Member } from './combine.js'
import { dampedTrend } from './damped-trend.js'
import { halfWidths } from './half-widths.js'
import { longMean } from './long-mean.js'
import { type Asked, forecastOf } from './rolled.js'
import { withSeason } from './season-so-far.js'
import { theta } from './theta.js'

export interface ValuesQuestion {
  /** Evenly spaced, oldest first, no gaps. */
  readonly values: readonly number[]
  /** Lengths, in values, of the seasons to try; those too long for the history are left out. */
  readonly seasons: readonly number[]
  readonly horizon: number
  /** The chance with which the interval should cover the outcome, between 0 and 1. */
  readonly level: number
}

export interface ValuesForecast {
  /** What said it, and with which share; in words for people who want to know. */
  readonly method: string
  /** One a step. */
  readonly points: readonly Point[]
  /** The history was too short to choose a method: its mean is carried on, with an interval that is a guess. */
  readonly tooShort: boolean
}

export interface Point {
  readonly value: number
  readonly lower: number
  readonly upper: number
}

/**
 * Where a series of numbers goes from here: a combination of a regression on past changes, the Theta method and a damped trend, each
 * with and without a season, of the values and (where all are above zero) of their logarithms, weighted by how near each came at the
 * history's own past origins, with intervals from the combination's errors there.
 *
 * A history without a negative value is forecast without one. The same numbers always give the same answer.
 */
export function forecastValues({ values, seasons, horizon, level }: ValuesQuestion): ValuesForecast {
  // Made free of its unit, so that cents and millions are forecast alike.
  const scale = values.reduce((sum, value) => sum + Math.abs(value), 0) / Math.max(1, values.length)
  if (values.length < LEAST_HISTORY) return tooShortForecast(values, horizon)
  if (scale === 0) return { ...tooShortForecast(values, horizon), tooShort: false }

  const used = Math.max(USED_HISTORY, 4 * Math.max(1, ...seasons))
  const scaled = Float64Array.from(values.slice(-used), (value) => value / scale)
  const firstOrigin = scaled.length - 1 - Math.min(MOST_ORIGINS, Math.floor(scaled.length / 2))
  const asked = { values: scaled, horizon, firstOrigin }
  const members = membersOf(asked, seasons)
  const { said, shares } = combine(asked, members)
  const widths = halfWidths(asked, said, level)
  const floor = values.every((value) => value >= 0) ? 0 : Number.NEGATIVE_INFINITY
  return {
    method: methodWords(members, shares),
    tooShort: false,
    points: Array.from(forecastOf(said, horizon), (middle, k) => {
      const width = widths[k] ?? 0
      const within = (value: number) => Math.max(floor, value * scale)
      return { value: within(middle), lower: within(middle - width), upper: within(middle + width) }
    }),
  }
}

const LEAST_HISTORY = 4
/** What lies farther back tells next to nothing, and takes time. */
const USED_HISTORY = 520
const MOST_ORIGINS = 208
/** A season is tried when this many of its cycles are there. */
const LEAST_CYCLES = 2.2

const METHODS = [
  { name: 'changes', method: changeRegression, onLogs: true },
  { name: 'theta', method: withSeason(theta), onLogs: true },
  { name: 'damped trend', method: withSeason(dampedTrend), onLogs: true },
  { name: 'mean', method: withSeason(longMean), onLogs: false },
] as const

function membersOf(asked: Omit<Asked, 'season'>, seasons: readonly number[]): Member[] {
  const { values } = asked
  const tried = [1, ...seasons.filter((season) => season > 1 && values.length >= LEAST_CYCLES * season)]
  const isPositive = values.every((value) => value > 0)
  const logs = isPositive ? values.map(Math.log) : values
  return tried.flatMap((season) =>
    METHODS.flatMap(({ name, method, onLogs }) => {
      const words = season === 1 ? name : `${name} (season ${season})`
      const plain: Member = { name: words, said: method({ ...asked, season }) }
      if (!isPositive || !onLogs) return [plain]
      return [plain, { name: `${words} of logs`, said: method({ ...asked, values: logs, season }).map(Math.exp) }]
    }),
  )
}

function methodWords(members: readonly Member[], shares: readonly number[]): string {
  const told = members
    .map(({ name }, index) => ({ name, share: shares[index] ?? 0 }))
    .toSorted((a, b) => b.share - a.share)
    .filter(({ share }, index) => index === 0 || (index < 3 && share >= 0.1))
  return told.map(({ name, share }) => `${name} ${Math.round(share * 100)}%`).join(', ')
}

function tooShortForecast(values: readonly number[], horizon: number): ValuesForecast {
  const mean = values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length)
  const spread = Math.max(Math.abs(mean), ...values.map((value) => 2 * Math.abs(value - mean)))
  const lower = values.every((value) => value >= 0) ? Math.max(0, mean - spread) : mean - spread
  const point = { value: mean, lower, upper: mean + spread }
  return { method: 'mean', tooShort: true, points: Array.from({ length: horizon }, () => point) }
}
