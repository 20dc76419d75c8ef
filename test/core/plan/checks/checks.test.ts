import { describe, expect, test } from 'vitest'
import { relevantCheck } from '../../../../src/core/plan/checks/relevant.js'
import { specificCheck } from '../../../../src/core/plan/checks/specific.js'
import { timeBoundCheck } from '../../../../src/core/plan/checks/time-bound.js'

describe('specific', () => {
  const target = { metric: 'revenue' as const, currency: 'CNY', amount: 100n, owners: 2, carrier: undefined, lines: [], weekly: undefined }

  test('a result says what carries it; new customers are new by themselves, and a process needs no carrier', () => {
    expect(specificCheck([target])).toMatchObject({ verdict: 'bold', suggestion: { code: 'say-carrier' } })
    expect(specificCheck([{ ...target, carrier: 'repeat' }]).verdict).toBe('good')
    expect(specificCheck([{ ...target, metric: 'new-customers', currency: undefined }]).verdict).toBe('good')
    expect(specificCheck([{ ...target, metric: 'visits', currency: undefined }]).verdict).toBe('good')
  })

  test.each([
    { metric: 'new-customers' as const, carrier: 'repeat' as const },
    { metric: 'deals' as const, carrier: 'deal-size' as const },
  ])('$metric by $carrier contradicts itself, and no reason mends that', ({ metric, carrier }) => {
    expect(specificCheck([{ ...target, metric, currency: undefined, carrier }])).toMatchObject({ verdict: 'blocked', canOverride: false })
  })

  test('a target of nothing is told', () => {
    expect(specificCheck([{ ...target, amount: 0n, carrier: 'new' }]).findings.map(({ code }) => code)).toContain('nothing-asked')
    expect(specificCheck([{ ...target, amount: 0n, carrier: 'new' }]).suggestion).toMatchObject({ code: 'ask-or-drop', metric: 'revenue' })
  })
})

describe('relevant', () => {
  const percent = (num: bigint) => ({ num, den: 100n })
  const healthcare = { name: 'Healthcare', share: undefined }
  const tagged = (metric: 'revenue' | 'visits', ...shares: [string, bigint][]) => ({
    metric,
    tags: shares.map(([name, num]) => ({ name, share: percent(num) })),
  })

  test('1 relevant: with the strategy "healthcare" targets outside it are off strategy', () => {
    const check = relevantCheck({ focuses: [healthcare], targets: [tagged('revenue', ['Healthcare', 60n]), tagged('visits')] })
    expect(check.verdict).toBe('bold')
    expect(check.findings).toEqual([
      { code: 'focus', verdict: 'bold', name: 'Healthcare', wanted: 1, planned: 0.3 },
      {
        code: 'off-strategy',
        verdict: 'bold',
        share: 0.7,
        room: 0,
        targets: [
          { metric: 'revenue', share: 0.4 },
          { metric: 'visits', share: 1 },
        ],
      },
    ])
    expect(check.suggestion).toEqual({ code: 'tag', metric: 'visits' })
  })

  test('shares within ten points of what is wanted are good', () => {
    const focuses = [
      { name: 'Healthcare', share: percent(50n) },
      { name: 'East', share: percent(20n) },
    ]
    expect(relevantCheck({ focuses, targets: [tagged('revenue', ['Healthcare', 40n], ['East', 20n])] }).verdict).toBe('good')
    expect(relevantCheck({ focuses, targets: [tagged('revenue', ['Healthcare', 39n], ['East', 21n])] })).toMatchObject({
      verdict: 'bold',
      suggestion: { code: 'shift', to: 'Healthcare' },
    })
  })

  test('deals off strategy are told beside the targets, and make no plan bold', () => {
    const open = [
      { focus: 'Healthcare', amount: 25n },
      { focus: undefined, amount: 75n },
    ]
    const check = relevantCheck({ focuses: [healthcare], targets: [tagged('revenue', ['Healthcare', 100n])], deals: { open, won: [] } })
    expect(check.verdict).toBe('good')
    expect(check.findings.slice(2)).toEqual([
      {
        code: 'deals',
        verdict: 'good',
        which: 'open',
        byFocus: { focuses: [{ name: 'Healthcare', wanted: 1, share: 0.25 }], off: { share: 0.75, room: 0 } },
      },
    ])
  })

  test('where no focus lacks much and too much is off strategy, the one that lacks most gets more', () => {
    const focuses = ['Healthcare', 'East', 'Boxes'].map((name) => ({ name, share: percent(20n) }))
    const tags = [tagged('revenue', ['Healthcare', 14n], ['East', 12n], ['Boxes', 15n])]
    expect(relevantCheck({ focuses, targets: tags })).toMatchObject({ verdict: 'bold', suggestion: { code: 'shift', to: 'East' } })
  })

  test('focuses without a share divide what the others leave', () => {
    const focuses = [{ name: 'Healthcare', share: percent(60n) }, healthcare, { name: 'East', share: undefined }]
    const { findings } = relevantCheck({ focuses, targets: [] })
    expect(findings.flatMap((finding) => (finding.code === 'focus' ? [Math.round(finding.wanted * 100)] : []))).toEqual([60, 20, 20])
  })

  test('a tag that the strategy does not have is blocked; no strategy at all is bold', () => {
    const unknown = relevantCheck({ focuses: [healthcare], targets: [tagged('revenue', ['Education', 100n])] })
    expect(unknown).toMatchObject({ verdict: 'blocked', canOverride: false, suggestion: { code: 'retag', name: 'Education' } })
    expect(relevantCheck({ focuses: [], targets: [tagged('revenue')] })).toMatchObject({
      verdict: 'bold',
      suggestion: { code: 'say-focus' },
    })
  })
})

describe('time-bound', () => {
  const target = {
    metric: 'visits' as const,
    currency: undefined,
    amount: 10n,
    split: 'by-hand' as const,
    dayless: [] as string[],
    carriers: [
      { name: 'Li Na', amount: 5n, workingDays: 60 },
      { name: 'Wang Wei', amount: 5n, workingDays: 61 },
    ],
  }

  test('every part reaches a working day', () => {
    expect(timeBoundCheck([target])).toMatchObject({
      verdict: 'good',
      findings: [{ code: 'reaches', people: 2, fewestDays: 60, mostDays: 61 }],
    })
  })

  test('a part by name that reaches no day is blocked, unless an admin knows why', () => {
    expect(timeBoundCheck([{ ...target, dayless: ['Zhou'] }])).toMatchObject({
      verdict: 'blocked',
      canOverride: true,
      suggestion: { code: 'leave-out', names: ['Zhou'] },
    })
    expect(timeBoundCheck([{ ...target, split: 'equal' as const, dayless: ['Zhou'] }])).toMatchObject({
      verdict: 'bold',
      suggestion: { code: 'check-leave', names: ['Zhou'] },
    })
  })

  test('fewer pieces than people leave some with nothing', () => {
    const few = {
      ...target,
      amount: 1n,
      carriers: [
        { name: 'Li Na', amount: 1n, workingDays: 60 },
        { name: 'Wang Wei', amount: 0n, workingDays: 60 },
      ],
    }
    expect(timeBoundCheck([few])).toMatchObject({ verdict: 'bold', suggestion: { code: 'fewer-people' } })
  })
})
