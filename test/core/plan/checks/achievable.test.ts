import { describe, expect, test } from 'vitest'
import { type AchievableInput, achievableCheck } from '../../../../src/core/plan/checks/achievable.js'
import type { TrackRecord } from '../../../../src/core/plan/track-record.js'

const nothing: AchievableInput = { targets: [], rates: [], market: undefined, marketTarget: undefined, months: 3 }
const revenue = (amount: bigint) => ({ metric: 'revenue' as const, currency: 'CNY', amount })
const record = (expected: bigint, best?: bigint): TrackRecord => ({
  months: 12,
  level: expected / 3n,
  trend: 0,
  season: 1,
  best: best === undefined ? undefined : { amount: best, month: '2025-04' },
  expected,
  done: 0n,
})
const target = (amount: bigint, team: TrackRecord | undefined, members: AchievableInput['targets'][number]['members'] = []) => ({
  ...nothing,
  targets: [{ ...revenue(amount), team, members }],
})

describe('beside the past', () => {
  test.each([
    { example: 'a tenth more is good', asked: 1_100_000n, verdict: 'good', suggestion: undefined },
    {
      example: 'a third more is bold; below it as the breakthrough lies 1,110,000',
      asked: 1_333_333n,
      verdict: 'bold',
      suggestion: ['ladder', 1_110_000n],
    },
    {
      example: 'twice as much is not reachable, and so is what has it as the breakthrough',
      asked: 2_000_000n,
      verdict: 'blocked',
      suggestion: ['lower', 1_500_000n],
    },
    {
      example: 'what is not reachable may be the breakthrough of what is',
      asked: 1_700_000n,
      verdict: 'blocked',
      suggestion: ['ladder', 1_410_000n],
    },
  ])('$example', ({ asked, verdict, suggestion }) => {
    const check = achievableCheck(target(asked, record(1_000_000n)))
    expect(check.verdict).toBe(verdict)
    expect(check.suggestion && 'amount' in check.suggestion ? [check.suggestion.code, check.suggestion.amount] : check.suggestion).toEqual(
      suggestion,
    )
    expect(check.canOverride).toBe(true)
  })

  test('what was done once is never out of reach', () => {
    expect(achievableCheck(target(2_000_000n, record(1_000_000n, 1_900_000n))).verdict).toBe('bold')
  })

  test('the ladder says of each rung how bold it is', () => {
    const [finding] = achievableCheck(target(1_500_000n, record(1_000_000n))).findings
    expect(finding?.code === 'history' && finding.ladder.map(({ tier, amount, boldness }) => [tier, amount, boldness])).toEqual([
      ['base', 1_200_000n, 'bold'],
      ['stretch', 1_500_000n, 'bold'],
      ['breakthrough', 1_800_000n, 'unreachable'],
    ])
  })

  test('somebody whose share is beyond their own past is named, and stops nothing', () => {
    const members = [
      { name: 'Li Na', amount: 600_000n, record: record(300_000n) },
      { name: 'Wang Wei', amount: 400_000n, record: record(390_000n) },
      { name: 'Zhou', amount: 100_000n, record: undefined },
    ]
    const check = achievableCheck(target(1_100_000n, record(1_000_000n), members))
    expect(check.verdict).toBe('bold')
    expect(check.findings[1]).toMatchObject({ code: 'members', bold: [{ name: 'Li Na', boldness: 'unreachable' }] })
    expect(check.suggestion).toMatchObject({ code: 'share-out', name: 'Li Na' })
  })

  test('without history it is taken on trust', () => {
    const check = achievableCheck({ ...target(5n, undefined), marketTarget: revenue(5n) })
    expect(check).toMatchObject({ verdict: 'bold', suggestion: { code: 'say-market' } })
    expect(achievableCheck(target(5n, undefined)).suggestion).toEqual({ code: 'look-again' })
  })
})

describe('a rate by hand', () => {
  const shown = (tried: bigint, converted: bigint) => ({
    basis: 'history' as const,
    assumed: { num: 1n, den: 2n },
    rate: { num: 1n, den: 2n },
    tried,
    converted,
  })
  const rate = (percent: bigint, tried: bigint, converted: bigint) =>
    achievableCheck({
      ...nothing,
      rates: [{ motion: 'New', from: 'negotiations', to: 'deals', proposed: { num: percent, den: 100n }, shown: shown(tried, converted) }],
    })

  test('1 achievable: a win rate of 15% over six months and 18% proposed are +3 points, which is bold', () => {
    const check = rate(18n, 200n, 30n)
    expect(check).toMatchObject({ verdict: 'bold', suggestion: { code: 'seen-rate', seen: { num: 30n, den: 200n } } })
    expect(check.findings[0]?.code === 'rate' && check.findings[0].points).toBeCloseTo(0.03)
  })

  test('a point more is good, and a handful of cases shows nothing', () => {
    expect(rate(16n, 200n, 30n).verdict).toBe('good')
    expect(rate(60n, 19n, 3n).findings).toEqual([])
  })
})

describe('the market', () => {
  const percent = (num: bigint) => ({ num, den: 100n })
  const market = { size: 100_000_000_00n, shareNow: percent(12n), shareWanted: percent(14n) }
  const year = (amount: bigint, of = market) => achievableCheck({ ...nothing, market: of, marketTarget: revenue(amount), months: 12 })

  test('1 achievable: of 100M a year, two points of share more are 2M', () => {
    expect(year(14_000_000_00n)).toMatchObject({
      verdict: 'bold',
      suggestion: { code: 'say-source' },
      findings: [{ code: 'market', gain: 2_000_000_00n, wanted: 14_000_000_00n }],
    })
    const [finding] = year(14_000_000_00n).findings
    expect(finding?.code === 'market' && finding.points).toBeCloseTo(0.02)
  })

  test('a point of share more within the wanted one is good', () => {
    expect(year(13_000_000_00n, { ...market, shareWanted: percent(13n) }).verdict).toBe('good')
  })

  test('more than the whole market is blocked, and no reason makes it sensible', () => {
    expect(year(100_000_000_01n)).toMatchObject({
      verdict: 'blocked',
      canOverride: false,
      suggestion: { code: 'lower', amount: 14_000_000_00n },
    })
  })

  test('what is asked for instead of more than the market is within reach of the past, too', () => {
    const past = record(4_000_000_00n)
    const check = achievableCheck({ ...target(100_000_000_01n, past), market, marketTarget: revenue(100_000_000_01n), months: 12 })
    expect(check.suggestion).toMatchObject({ code: 'lower', amount: 6_000_000_00n })
  })

  test('a quarter has a quarter of it', () => {
    const quarter = achievableCheck({ ...nothing, market, marketTarget: revenue(4_000_000_00n), months: 3 })
    expect(quarter.suggestion).toMatchObject({ code: 'within-share', amount: 3_500_000_00n })
    expect(quarter.findings[0]).toMatchObject({ verdict: 'bold', wanted: 3_500_000_00n, whole: 25_000_000_00n })
  })
})
