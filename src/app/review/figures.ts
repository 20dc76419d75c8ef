import { z } from 'zod'
import { METRICS } from '../../core/plan/metric.js'

/**
 * The figures of published reports, as they are frozen and read back: amounts are bigint minor units (of `currency` where there is one),
 * dates and periods are ISO words, shares are of one. They hold everybody; what others see of them is in shown.ts.
 */

const metricKey = z.enum(METRICS.map(({ key }) => key))
const currency = z.string().exactOptional()

const boardRow = z.object({
  memberId: z.string(),
  name: z.string(),
  target: z.bigint(),
  done: z.bigint(),
  attainmentShare: z.number(),
  rank: z.number(),
  movement: z.union([z.number(), z.literal('new')]),
  streak: z.number(),
  isQuiet: z.boolean(),
})
export type BoardRow = z.infer<typeof boardRow>

const unrankedRow = z.object({
  memberId: z.string(),
  name: z.string(),
  why: z.enum(['no-target', 'zero-target']),
  done: z.bigint(),
  attainmentShare: z.null(),
  streak: z.number(),
  isQuiet: z.boolean(),
})

const sum = z.object({ target: z.bigint(), done: z.bigint(), attainmentShare: z.number().nullable() })

const boardFigures = z.object({
  metric: metricKey,
  currency,
  setting: z.object({ kind: z.enum(['names', 'best', 'team-only']), best: z.number() }),
  /** Whether there was a board before to have moved against. */
  isCompared: z.boolean(),
  rows: z.array(boardRow),
  unranked: z.array(unrankedRow),
  team: sum,
})
export type BoardFigures = z.infer<typeof boardFigures>

/** What others see of a board: see core/review/visible-board.ts. */
const boardShown = boardFigures.pick({ metric: true, currency: true, setting: true, isCompared: true, team: true }).extend({
  best: z.array(boardRow),
  aroundMe: z.array(boardRow),
  others: z.array(z.string()),
})
export type BoardShown = z.infer<typeof boardShown>

const attainment = z.object({
  metric: metricKey,
  currency,
  /** Null without a target, which is not a target of zero. */
  target: z.bigint().nullable(),
  done: z.bigint(),
  attainmentShare: z.number().nullable(),
  tier: z.enum(['none', 'base', 'stretch', 'breakthrough']),
  /** In a running period: what of the target was due by the days that are over. */
  due: z.bigint().exactOptional(),
})
export type AttainmentFigures = z.infer<typeof attainment>

const fraction = z.object({ num: z.bigint(), den: z.bigint() })
const gapBasis = { cost: z.bigint(), sampleSize: z.bigint(), isSmallSample: z.boolean() }
const gap = z.discriminatedUnion('kind', [
  z.object({ ...gapBasis, kind: z.literal('entry'), stage: metricKey, planned: z.bigint(), actual: z.bigint() }),
  z.object({
    ...gapBasis,
    kind: z.literal('conversion'),
    from: metricKey,
    to: metricKey,
    planned: fraction,
    actual: fraction.nullable(),
  }),
])

/** What the gap's cost was worked out with: the funnel's last stage, what the plan asked of it, and what one of it brings in minor units. */
const worth = z.object({ stage: metricKey, planned: z.bigint(), averageDeal: z.bigint() })

/** `currency` is that of the gap's cost; without one nobody knows what a deal is worth, and the cost only ranked the stages. */
const bottleneck = z.discriminatedUnion('state', [
  z.object({ state: z.literal('found'), gap, currency, worth: worth.exactOptional() }),
  z.object({ state: z.literal('none') }),
  z.object({ state: z.literal('no-plan') }),
])
export type BottleneckFigures = z.infer<typeof bottleneck>

/** Of a running period, which is never published: the working days that are over, of how many, and the last of them; null before the first. */
const soFar = z.object({ days: z.number(), of: z.number(), through: z.string().nullable() })
export type SoFarFigures = z.infer<typeof soFar>

/** Somebody's own words of a day. */
const saying = z.object({ memberId: z.string(), name: z.string(), words: z.string(), on: z.string(), isQuiet: z.boolean() })
export type Saying = z.infer<typeof saying>

const actions = z.object({
  /** Done within the week. */
  done: z.array(saying),
  /** Promised and not done by the week's end. */
  carriedOver: z.array(saying),
})

/** Of one key action: how many the members were asked for, and how many they did of those. */
const keyActionCount = z.object({ action: z.string(), asked: z.number(), done: z.number() })

export const weeklyFigures = z.object({
  team: z.string(),
  week: z.string(),
  board: boardFigures.nullable(),
  soFar: soFar.exactOptional(),
  attainment: z.array(attainment),
  /** Absent where the plan has none; in a running week of the days that are over. */
  keyActions: z.array(keyActionCount).exactOptional(),
  bottleneck,
  /** For the managers alone. */
  notHeardFrom: z.array(z.object({ memberId: z.string(), name: z.string(), missedDays: z.number() })),
  actions,
  wins: z.array(saying),
})
export type WeeklyFigures = z.infer<typeof weeklyFigures>

export const weeklyShown = weeklyFigures.omit({ notHeardFrom: true }).extend({ board: boardShown.nullable() })
export type WeeklyShown = z.infer<typeof weeklyShown>

const winner = z.object({
  memberId: z.string(),
  name: z.string(),
  target: z.bigint(),
  done: z.bigint(),
  attainmentShare: z.number(),
  tier: z.enum(['none', 'base', 'stretch', 'breakthrough']),
})
export type WinnerFigures = z.infer<typeof winner>

const honours = z.object({
  topSeller: z.discriminatedUnion('state', [
    z.object({ state: z.literal('none'), why: z.enum(['no-target', 'nothing-done', 'all-resting']) }),
    z.object({
      state: z.literal('won'),
      winners: z.array(winner),
      decidedBy: z.enum(['share', 'amount', 'earliest', 'shared']),
      passedOver: z.array(winner),
    }),
  ]),
  progress: z.array(z.object({ memberId: z.string(), name: z.string(), gainedShare: z.number() })),
  newCustomers: z.array(z.object({ memberId: z.string(), name: z.string(), count: z.bigint() })),
})
export type HonoursFigures = z.infer<typeof honours>

export const monthlyFigures = z.object({
  team: z.string(),
  month: z.string(),
  board: boardFigures.nullable(),
  soFar: soFar.exactOptional(),
  attainment: z.array(attainment),
  members: z.array(z.object({ memberId: z.string(), name: z.string(), attainment: z.array(attainment) })),
  honours,
  /** Months for which a top seller was not to be named again; 0 for no such rule. */
  restMonths: z.number(),
  /** Members who keep their name out of what others see. */
  quiet: z.array(z.string()),
})
export type MonthlyFigures = z.infer<typeof monthlyFigures>

export const monthlyShown = monthlyFigures.omit({ members: true, quiet: true, honours: true }).extend({
  board: boardShown.nullable(),
  /** 'private': the team shows no names. Winners who keep theirs out of sight are counted in `unnamed`. */
  topSeller: z.discriminatedUnion('state', [
    z.object({ state: z.literal('none'), why: z.enum(['no-target', 'nothing-done', 'all-resting']) }),
    z.object({ state: z.literal('private') }),
    z.object({
      state: z.literal('won'),
      winners: z.array(winner),
      unnamed: z.number(),
      decidedBy: z.enum(['share', 'amount', 'earliest', 'shared']),
      passedOver: z.array(z.string()),
    }),
  ]),
  progress: honours.shape.progress,
  newCustomers: honours.shape.newCustomers,
})
export type MonthlyShown = z.infer<typeof monthlyShown>

/** What is different now from what was announced, or corrected last. Only of what an announcement says: the team's sums and the winners. */
export const correctionFigures = z.object({
  team: z.string(),
  month: z.string(),
  attainment: z.array(z.object({ metric: metricKey, currency, before: z.bigint(), after: z.bigint() })),
  /** The board's metric, which the winners' figures are of; null when there is no board. */
  main: z.object({ metric: metricKey, currency }).nullable(),
  /** Null where the top seller and the figures remain. */
  topSeller: z.object({ before: monthlyShown.shape.topSeller, after: monthlyShown.shape.topSeller }).nullable(),
  /** The further winners as they are now; null where they remain. */
  further: monthlyShown.pick({ progress: true, newCustomers: true }).nullable(),
})
export type CorrectionFigures = z.infer<typeof correctionFigures>
