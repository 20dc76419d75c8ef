import type { Fraction } from '../../amount/fraction.js'
import { plainly } from '../../amount/plainly.js'
import { type ConversionRate, FEW_CASES } from '../conversion.js'
import { capacityOf, type Market, shareAsked, shareGain } from '../market.js'
import type { MetricKey } from '../metric.js'
import { TIER_RATES, TIERS, type Tier, tierAmounts } from '../tiers.js'
import type { TrackRecord } from '../track-record.js'
import { type Boldness, boldnessOf, excess, mostReachable } from './boldness.js'
import { type Asked, type Check, concluded, type Verdict } from './check.js'

export interface AchievableInput {
  readonly targets: readonly AchievableTarget[]
  /** Rates that the plan sets by hand, beside what history shows of the same step. */
  readonly rates: readonly ProposedRate[]
  readonly market: Market | undefined
  /** The result in money that the market is compared with. */
  readonly marketTarget: Asked | undefined
  /** Of the plan's period. */
  readonly months: number
}

export interface AchievableTarget extends Asked {
  readonly team: TrackRecord | undefined
  readonly members: readonly { readonly name: string; readonly amount: bigint; readonly record: TrackRecord | undefined }[]
}

export interface ProposedRate {
  readonly motion: string
  readonly from: MetricKey
  readonly to: MetricKey
  readonly proposed: Fraction
  readonly shown: ConversionRate
}

/** One rung of the ladder, beside what the past leads one to expect. */
export interface Rung {
  readonly tier: Tier
  readonly amount: bigint
  /** Undefined where nothing is expected. */
  readonly excess: number | undefined
  readonly boldness: Boldness
}

export type AchievableFinding = { readonly verdict: Verdict; readonly isFinal?: boolean } & (
  | {
      readonly code: 'history'
      readonly target: Asked
      readonly record: TrackRecord
      readonly excess: number | undefined
      readonly boldness: Boldness
      /** Only where the target is more than good. */
      readonly ladder: readonly Rung[]
    }
  | { readonly code: 'no-history'; readonly target: Asked }
  /** Those whose share is bold by their own history, the boldest first, at most three. */
  | {
      readonly code: 'members'
      readonly target: Asked
      readonly bold: readonly { readonly name: string; readonly amount: bigint; readonly expected: bigint; readonly boldness: Boldness }[]
    }
  /** `points` of a rate or share: 0.03 is three points. */
  | ({ readonly code: 'rate'; readonly points: number } & ProposedRate)
  | {
      readonly code: 'market'
      readonly market: Market
      readonly points: number
      readonly gain: bigint
      readonly target: Asked
      readonly shareAsked: number
      /** What the wanted share is in the plan's period, and what the whole market is. */
      readonly wanted: bigint
      readonly whole: bigint
    }
)

export type AchievableSuggestion =
  /** The wish becomes the breakthrough of a lower target. */
  | { readonly code: 'ladder'; readonly target: Asked; readonly amount: bigint }
  | { readonly code: 'lower'; readonly target: Asked; readonly amount: bigint }
  | { readonly code: 'share-out'; readonly target: Asked; readonly name: string }
  | { readonly code: 'say-market' }
  /** No more than the share of the market that is wanted. */
  | { readonly code: 'within-share'; readonly target: Asked; readonly amount: bigint }
  /** A larger share comes from somebody: where. */
  | { readonly code: 'say-source' }
  /** The rate that history shows, until it has risen. */
  | { readonly code: 'seen-rate'; readonly from: MetricKey; readonly to: MetricKey; readonly seen: Fraction }
  /** Once there is a history. */
  | { readonly code: 'look-again' }

export type AchievableCheck = Check<'achievable', AchievableFinding, AchievableSuggestion>

/** How daring each target is beside the team's and each person's own past, and beside the market. */
export function achievableCheck(input: AchievableInput): AchievableCheck {
  const findings = [
    ...input.targets.flatMap(({ members, team, ...target }) => [...byHistory(target, team), ...byMembers(target, members)]),
    ...input.rates.flatMap(byRate),
    ...byMarket(input),
  ]
  return concluded('achievable', findings, suggestionFor(findings, input))
}

function byHistory(target: Asked, record: TrackRecord | undefined): AchievableFinding[] {
  if (target.amount === 0n) return []
  if (record === undefined) return [{ code: 'no-history', verdict: 'bold', target }]
  const rate = (amount: bigint) => boldnessOf(amount, record.expected, record.best?.amount)
  const boldness = rate(target.amount)
  const amounts = tierAmounts(target.amount)
  const ladder = TIERS.map((tier): Rung => {
    return { tier, amount: amounts[tier], excess: excess(amounts[tier], record.expected), boldness: rate(amounts[tier]) }
  })
  return [
    {
      code: 'history',
      verdict: boldness === 'unreachable' ? 'blocked' : boldness,
      target,
      record,
      excess: excess(target.amount, record.expected),
      boldness,
      ladder: boldness === 'good' ? [] : ladder,
    },
  ]
}

/** A share that is too much for one person does not stop the plan: the others may carry it, and the team's own check stands above. */
function byMembers(target: Asked, members: AchievableTarget['members']): AchievableFinding[] {
  const bold = members
    .flatMap(({ name, amount, record }) => {
      if (record === undefined) return []
      const boldness = boldnessOf(amount, record.expected, record.best?.amount)
      return boldness === 'good' ? [] : [{ name, amount, expected: record.expected, boldness }]
    })
    .toSorted((a, b) => Number(b.amount * a.expected - a.amount * b.expected))
  return bold.length === 0 ? [] : [{ code: 'members', verdict: 'bold', target, bold: bold.slice(0, 3) }]
}

/** A rate of few cases shows nothing, so nothing is bold beside it. */
function byRate(rate: ProposedRate): AchievableFinding[] {
  const { proposed, shown } = rate
  if (shown.basis !== 'history' || shown.tried < FEW_CASES) return []
  const seen = { num: shown.converted, den: shown.tried }
  const points = Number(proposed.num) / Number(proposed.den) - Number(seen.num) / Number(seen.den)
  const boldness = boldnessOf(proposed.num * seen.den, seen.num * proposed.den)
  return [{ code: 'rate', verdict: boldness === 'good' ? 'good' : 'bold', points, ...rate }]
}

function byMarket({ market, marketTarget: target, months }: AchievableInput): AchievableFinding[] {
  if (market === undefined || target === undefined) return []
  const wanted = capacityOf(market, market.shareWanted, months)
  const whole = capacityOf(market, { num: 1n, den: 1n }, months)
  const { shareNow: now, shareWanted: to } = market
  const points = Number(to.num) / Number(to.den) - Number(now.num) / Number(now.den)
  const isBold = target.amount > wanted || boldnessOf(to.num * now.den, now.num * to.den) !== 'good'
  const verdict =
    target.amount > whole ? { verdict: 'blocked' as const, isFinal: true } : { verdict: isBold ? ('bold' as const) : ('good' as const) }
  const asked = shareAsked(market, target.amount, months)
  return [{ code: 'market', ...verdict, market, points, gain: shareGain(market), target, shareAsked: asked, wanted, whole }]
}

function suggestionFor(
  findings: readonly AchievableFinding[],
  { market, marketTarget }: AchievableInput,
): AchievableSuggestion | undefined {
  const beyondMarket = findings.find((finding) => finding.code === 'market' && finding.verdict === 'blocked')
  if (beyondMarket?.code === 'market')
    return { code: 'lower', target: beyondMarket.target, amount: plainly(reachable(beyondMarket, findings)) }
  const boldest = findings
    .filter((finding) => finding.code === 'history')
    .filter(({ boldness }) => boldness !== 'good')
    .toSorted((a, b) => Number(b.boldness === 'unreachable') - Number(a.boldness === 'unreachable'))[0]
  if (boldest !== undefined) return lowered(boldest.target, boldest.record)
  const members = findings.find((finding) => finding.code === 'members')
  const [most] = members?.code === 'members' ? members.bold : []
  if (members?.code === 'members' && most !== undefined) return { code: 'share-out', target: members.target, name: most.name }
  return forMarket(findings) ?? forRate(findings) ?? forTrust(findings, market === undefined && marketTarget !== undefined)
}

/** The wanted share of the market, or what the past says can be reached where that is less: a suggestion must not be refused in its turn. */
function reachable({ target, wanted }: { target: Asked; wanted: bigint }, findings: readonly AchievableFinding[]): bigint {
  const past = findings.find((finding) => finding.code === 'history' && finding.target.metric === target.metric)
  if (past?.code !== 'history') return wanted
  const most = mostReachable(past.record.expected, past.record.best?.amount)
  return most < wanted ? most : wanted
}

function forMarket(findings: readonly AchievableFinding[]): AchievableSuggestion | undefined {
  const bold = findings.find((finding) => finding.code === 'market' && finding.verdict === 'bold')
  if (bold?.code !== 'market') return undefined
  const { target, wanted } = bold
  return target.amount > wanted ? { code: 'within-share', target, amount: plainly(wanted) } : { code: 'say-source' }
}

function forRate(findings: readonly AchievableFinding[]): AchievableSuggestion | undefined {
  const bold = findings.find((finding) => finding.code === 'rate' && finding.verdict === 'bold')
  if (bold?.code !== 'rate') return undefined
  const { from, to, shown } = bold
  return { code: 'seen-rate', from, to, seen: { num: shown.converted, den: shown.tried } }
}

/** Without a history the market may say something, and else time will. */
function forTrust(findings: readonly AchievableFinding[], couldHaveMarket: boolean): AchievableSuggestion | undefined {
  if (!findings.some(({ code }) => code === 'no-history')) return undefined
  return { code: couldHaveMarket ? 'say-market' : 'look-again' }
}

/** The wish as the breakthrough, where the target below it is within reach; else the most that is. */
function lowered(target: Asked, record: TrackRecord): AchievableSuggestion {
  const { num, den } = TIER_RATES.breakthrough
  const below = plainly((target.amount * den) / num)
  if (boldnessOf(below, record.expected, record.best?.amount) !== 'unreachable') return { code: 'ladder', target, amount: below }
  return { code: 'lower', target, amount: plainly(mostReachable(record.expected, record.best?.amount)) }
}
