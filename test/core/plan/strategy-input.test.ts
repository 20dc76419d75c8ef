import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { focusLines, parseFocuses, parseTags, tagLines } from '../../../src/core/plan/focus-lines.js'
import { parseStages, stageLines } from '../../../src/core/plan/funnel-lines.js'
import { formatPlanFile, parsePlan } from '../../../src/core/plan/plan-file.js'
import { planInput } from '../../../src/core/plan/plan-input.js'

const YAML = `version: 1
period: 2026
targets:
  - metric: revenue
    amount: 12000000
    currency: CNY
    split: equal
    carrier: new
    focus: Healthcare
  - metric: leads
    amount: 900
    split: equal
    focus:
      - name: Healthcare
        share: 60%
      - name: 华东
        share: 1/5
funnels:
  - name: New business
    target: revenue
    share: 80%
    stages:
      - stage: Raw leads
        metric: leads
        rate: 62.5%
        cycle: 2 weeks
      - stage: Qualified leads
        assume: 20%
        cycle: 2 months
      - metric: deals
        size: 50k
market:
  size: 1亿
  share: 12%
  wanted: 14%
focus:
  - name: Healthcare
    kind: industry
    share: 60%
  - name: 华东
`

function read(text: string) {
  const parsed = parsePlan({ format: 'yaml', text })
  if (!parsed.ok) throw new RangeError(JSON.stringify(parsed.error))
  return parsed.value
}

describe('a plan file', () => {
  test('is written as it was read, funnels, market and focus too', () => {
    expect(formatPlanFile(read(YAML))).toBe(YAML)
  })

  const somePlan = fc.record({
    rate: fc.integer({ min: 1, max: 100 }).map((percent) => `${percent}%`),
    cycle: fc.oneof(
      fc.nat(90).map(String),
      fc.nat(12).map((count) => `${count} months`),
    ),
    names: fc.uniqueArray(fc.constantFrom('Healthcare', '华东', 'No', '1', 'a: b', '"x"', 'Größe'), { minLength: 1, maxLength: 4 }),
    kind: fc.option(fc.constantFrom('region', 'product', 'industry'), { nil: undefined }),
  })

  test('comes back from its own export the same, whatever it says', () => {
    fc.assert(
      fc.property(somePlan, ({ rate, cycle, names, kind }) => {
        const plan = planInput.parse({
          version: 1,
          period: '2026',
          targets: [{ metric: 'deals', amount: '40', split: 'equal', carrier: 'repeat', focus: names[0] }],
          funnels: names.map((name) => ({
            name,
            target: 'deals',
            share: '25%',
            stages: [{ stage: name, rate, cycle }, { metric: 'visits' }],
          })),
          focus: names.map((name) => ({ name, ...(kind === undefined ? {} : { kind }) })),
        })
        const written = formatPlanFile(plan)
        expect(read(written)).toEqual(plan)
        expect(formatPlanFile(read(written))).toBe(written)
      }),
    )
  })

  const head =
    'version: 1\nperiod: 2026\ntargets:\n  - {metric: revenue, amount: 5, currency: CNY, split: equal}\n  - {metric: deals, amount: 5, split: equal}\n'
  const funnel = (body: string, target = 'deals') => `${head}funnels:\n  - {name: New, target: ${target}, stages: [${body}]}\n`
  test.each([
    { text: funnel('{metric: leads, rate: 0%}'), found: [['funnels.0.stages.0.rate', 'not-a-rate']] },
    { text: funnel('{metric: leads, cycle: soon}'), found: [['funnels.0.stages.0.cycle', 'not-a-cycle']] },
    { text: funnel(''), found: [['funnels.0.stages', 'no-stages']] },
    { text: funnel('{rate: 20%}'), found: [['funnels.0.stages.0.stage', 'stage-unnamed']] },
    { text: funnel('{stage: Pool}'), found: [['funnels.0.stages.0.rate', 'rate-missing']] },
    { text: funnel('{metric: leads, rate: 20%, assume: 30%}'), found: [['funnels.0.stages.0.rate', 'rate-twice']] },
    { text: funnel('{metric: leads, size: 5k}'), found: [['funnels.0.stages.0.size', 'size-of-a-count']] },
    { text: funnel('{metric: leads}, {metric: leads}'), found: [['funnels.0.stages.1.metric', 'stage-twice']] },
    { text: funnel('{metric: revenue}'), found: [['funnels.0.stages.0.metric', 'stage-unit']] },
    { text: funnel('{metric: deals, rate: 20%}', 'revenue'), found: [['funnels.0.stages.0.rate', 'rate-into-money']] },
    { text: funnel('{metric: deals, size: many}', 'revenue'), found: [['funnels.0.stages.0.size', 'not-a-number']] },
    { text: funnel('{metric: visits}', 'new-customers'), found: [['funnels.0.target', 'funnel-without-target']] },
    {
      text: `${head}funnels:\n  - {name: A, target: deals, share: 60%, stages: [{metric: leads}]}\n  - {name: A, target: deals, share: 50%, stages: [{metric: leads}]}\n`,
      found: [
        ['funnels', 'shares-over-whole'],
        ['funnels.1.name', 'funnel-twice'],
      ],
    },
    { text: `${head}market: {size: lots, share: 1%, wanted: 2%}\n`, found: [['market.size', 'not-a-number']] },
    {
      text: `${head}focus: [{name: A, share: 60%}, {name: A, share: 50%}]\n`,
      found: [
        ['focus', 'focus-twice'],
        ['focus', 'focus-over-whole'],
      ],
    },
    { text: `${head}focus: [{name: A, kind: mood}]\n`, found: [['focus.0.kind', 'not-a-focus-kind']] },
    { text: head.replace('split: equal}', 'split: equal, carrier: luck}'), found: [['targets.0.carrier', 'not-a-carrier']] },
    {
      text: 'version: 1\nperiod: 2026\ntargets: [{metric: visits, amount: 5, split: equal}]\nmarket: {size: 5, share: 1%, wanted: 2%}\n',
      found: [['market', 'market-without-money']],
    },
  ])('says what does not fit, case $#', ({ text, found }) => {
    const parsed = parsePlan({ format: 'yaml', text })
    expect(parsed.ok ? [] : parsed.error.map(({ field, code }) => [field, code])).toEqual(found)
  })
})

describe('lines of a form', () => {
  const name = (metric: string) => ({ leads: 'Leads', visits: '拜访', deals: 'Deals won', revenue: 'Revenue' })[metric] ?? metric
  test.each([
    { line: 'Leads 40% 2 weeks', stage: { metric: 'leads', rate: '40%', cycle: '2 weeks' } },
    { line: '拜访 ?', stage: { metric: 'visits' } },
    { line: 'Leads ~40%', stage: { metric: 'leads', assume: '40%' } },
    { line: 'Raw leads (Leads) 62.5%', stage: { stage: 'Raw leads', metric: 'leads', rate: '62.5%' } },
    { line: 'Demo booked 1/3 14 days', stage: { stage: 'Demo booked', rate: '1/3', cycle: '14 days' } },
    { line: 'Deals won 50k', stage: { metric: 'deals', size: '50k' } },
  ])('$line', ({ line, stage }) => {
    expect(parseStages(line)).toEqual({ ok: true, value: [stage] })
    expect(stageLines([stage as never], name, () => '')).toBe(line)
  })

  test.each([
    { line: '线索：40%，2周', stage: { metric: 'leads', rate: '40%', cycle: '2周' } },
    { line: '签单 5万', stage: { metric: 'deals', size: '5万' } },
    { line: 'Leads', stage: { metric: 'leads' } },
    { line: 'leads, 40 %, 3 months', stage: { metric: 'leads', rate: '40%', cycle: '3 months' } },
  ])('$line, as people write it too', ({ line, stage }) => expect(parseStages(line)).toEqual({ ok: true, value: [stage] }))

  test('how long a stage takes is told in the reader’s language, as long as it says the same', () => {
    const stage = { metric: 'leads' as const, rate: '40%', cycle: '2 weeks' }
    const told = (said: string) => stageLines([stage], name, () => said)
    expect([told('2周'), told('3周')]).toEqual(['Leads 40% 2周', 'Leads 40% 2 weeks'])
  })

  test.each(['Leads 140%', 'Raw (joy) 40%', 'Leads ~many'])('%s is not guessed at', (line) => {
    expect(parseStages(line).ok && parseStages(line)).toEqual(false)
  })

  test('focuses and what serves them', () => {
    const focuses = [{ name: 'Healthcare', kind: 'industry', share: '60%' } as const, { name: '华东' }]
    const lines = focusLines(focuses, (kind) => kind)
    expect(lines).toBe('industry: Healthcare 60%\n华东')
    expect(parseFocuses(lines)).toEqual({ ok: true, value: focuses })
    expect(parseFocuses('行业：医疗60%\n\n')).toEqual({ ok: true, value: [{ name: '医疗', kind: 'industry', share: '60%' }] })
    const tags = tagLines(
      [
        {
          metric: 'revenue',
          focus: [
            { name: 'Healthcare', share: '60%' },
            { name: '华东', share: '20%' },
          ],
        },
        { metric: 'deals', focus: '华东' },
        { metric: 'visits' },
      ],
      name,
    )
    expect(tags).toBe('Revenue: Healthcare 60%, 华东 20%\nDeals won: 华东\n拜访:')
    const read = parseTags(tags)
    expect(read.ok && [...read.value]).toEqual([
      [
        'revenue',
        [
          { name: 'Healthcare', share: '60%' },
          { name: '华东', share: '20%' },
        ],
      ],
      ['deals', '华东'],
    ])
    expect(parseTags('Joy: Healthcare').ok).toBe(false)
    expect(parseTags('Revenue: A, B').ok).toBe(false)
  })
})
