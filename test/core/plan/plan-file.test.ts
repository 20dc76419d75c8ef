import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { foldedName } from '../../../src/core/plan/closest-name.js'
import { METRICS, metric } from '../../../src/core/plan/metric.js'
import { formatPlanFile, parsePlan } from '../../../src/core/plan/plan-file.js'
import { type PlanInput, planInput, planPeriod, wholeWeights } from '../../../src/core/plan/plan-input.js'

function read(text: string, format: 'yaml' | 'csv' = 'yaml', currency?: string): PlanInput {
  const parsed = parsePlan({ format, text }, currency === undefined ? {} : { currency })
  if (!parsed.ok) throw new RangeError(JSON.stringify(parsed.error))
  return parsed.value
}

function mistakes(text: string, format: 'yaml' | 'csv' = 'yaml'): unknown {
  const parsed = parsePlan({ format, text })
  return parsed.ok ? [] : parsed.error.map(({ line, field, code }) => [line, field, code])
}

const YAML = `version: 1
name: 华东 2026
period: 2026-Q2
targets:
  - metric: revenue
    amount: 1234567.50
    currency: CNY
    split:
      - member: Li Na
        weight: 2
      - member: "No"
        weight: 0.5
    rhythm:
      - 30
      - 50
      - 20
  - metric: visits
    amount: 120
    split: equal
    months:
      2026-04: 1
      2026-05: 2
      2026-06: 1.5
    phases:
      - 30
      - 40
      - 30
`

describe('YAML', () => {
  test('a plan is read, exact to the cent', () => {
    const plan = read(YAML)
    expect(plan.targets[0]).toMatchObject({ metric: 'revenue', amount: 1_234_567_50n, currency: 'CNY', rhythm: [30, 50, 20] })
    expect(plan.targets[0]?.split).toEqual([
      { member: 'Li Na', weight: '2' },
      { member: 'No', weight: '0.5' },
    ])
    expect(plan.targets[1]).toMatchObject({ amount: 120n, split: 'equal', months: { '2026-06': '1.5' } })
    expect(String(planPeriod(plan)?.end)).toBe('2026-06-30')
  })

  test('words, amounts and metrics are read as people write them', () => {
    const plan = read(
      'version: 1\nperiod: 2027\nfiscalStartMonth: 4\ntargets: [{metric: 销售额, amount: 1.5亿, split: equal}]',
      'yaml',
      'CNY',
    )
    expect(plan.targets).toEqual([{ metric: 'revenue', amount: 15_000_000_000n, currency: 'CNY', split: 'equal' }])
    expect(String(planPeriod(plan)?.start)).toBe('2026-04-01')
  })

  test('an amount that floating point cannot hold stays exact', () => {
    expect(
      read('version: 1\nperiod: 2026\ntargets: [{metric: revenue, amount: 999999999999999.99, currency: USD, split: equal}]').targets[0]
        ?.amount,
    ).toBe(99_999_999_999_999_999n)
  })

  const plan = (target: string, head = 'version: 1\nperiod: 2026-Q2') => `${head}\ntargets:\n  - ${target.replaceAll('\n', '\n    ')}\n`
  test.each([
    { text: '', found: [[undefined, '', 'invalid-type']] },
    {
      text: 'version: 2\nperiod: 2026\ntargets: []',
      found: [
        [1, 'version', 'unknown-version'],
        [3, 'targets', 'no-targets'],
      ],
    },
    { text: plan('metric: visits\namount: many\nsplit: equal'), found: [[5, 'targets.0.amount', 'not-a-number']] },
    { text: plan('metric: visits\namount: -5\nsplit: equal'), found: [[5, 'targets.0.amount', 'negative']] },
    { text: plan('metric: visits\namount: 1.5\nsplit: equal'), found: [[5, 'targets.0.amount', 'too-precise']] },
    { text: plan('metric: visits\nsplit: equal'), found: [[4, 'targets.0.amount', 'missing']] },
    { text: plan('metric: joy\namount: 1\nsplit: equal'), found: [[4, 'targets.0.metric', 'unknown-metric']] },
    { text: plan('metric: revenue\namount: 1\nsplit: equal'), found: [[4, 'targets.0.currency', 'currency-missing']] },
    { text: plan('metric: visits\namount: 1\ncurrency: USD\nsplit: equal'), found: [[6, 'targets.0.currency', 'currency-of-a-count']] },
    { text: plan('metric: revenue\namount: 1\ncurrency: usd\nsplit: equal'), found: [[6, 'targets.0.currency', 'unknown-currency']] },
    { text: plan('metric: visits\namount: 1\nsplit: evenly'), found: [[6, 'targets.0.split', 'not-a-split']] },
    { text: plan('metric: visits\namount: 1\nsplit: []'), found: [[6, 'targets.0.split', 'nobody']] },
    {
      text: plan('metric: visits\namount: 1\nsplit:\n  - member: a\n    weight: heavy\n  - member: b\n    weight: 0'),
      found: [
        [8, 'targets.0.split.0.weight', 'not-a-weight'],
        [10, 'targets.0.split.1.weight', 'not-a-weight'],
      ],
    },
    {
      text: plan('metric: visits\namount: 1\nsplit:\n  - member: a\n  - member: a'),
      found: [[8, 'targets.0.split.1.member', 'member-twice']],
    },
    {
      text: plan('metric: visits\namount: 9\nsplit: equal\nagreed:\n  - member: a\n    amount: 10'),
      found: [[8, 'targets.0.agreed', 'agreed-above-amount']],
    },
    {
      text: plan('metric: visits\namount: 9\nsplit: equal\nagreed:\n  - member: a\n    amount: some'),
      found: [[9, 'targets.0.agreed.0.amount', 'not-a-number']],
    },
    { text: plan('metric: visits\namount: 1\nsplit: equal\nrhythm: [30, 50, 30]'), found: [[7, 'targets.0.rhythm', 'not-a-hundred']] },
    {
      text: plan('metric: visits\namount: 1\nsplit: equal\nmonths:\n  2026-04: 1\n  2026-05: 1\n  2026-07: 1'),
      found: [
        [8, 'targets.0.months', 'month-missing'],
        [10, 'targets.0.months.2026-07', 'month-outside-period'],
      ],
    },
    { text: plan('metric: visits\namount: 1\nsplit: equal\ncolour: red'), found: [[4, 'targets.0', 'unrecognized-keys']] },
    { text: plan('metric: visits\namount: 1\nsplit: equal', 'version: 1\nperiod: 2026-Q9'), found: [[2, 'period', 'unknown-period']] },
    {
      text: plan('metric: visits\namount: 1\nsplit: equal', 'version: 1\nperiod: 2026\nfiscalStartMonth: 13'),
      found: [[3, 'fiscalStartMonth', 'not-a-month']],
    },
    {
      text: 'version: 1\nperiod: 2026\ntargets:\n  - {metric: visits, amount: 1, split: equal}\n  - {metric: 拜访, amount: 2, split: equal}',
      found: [[5, 'targets.1.metric', 'metric-twice']],
    },
    {
      text: `${plan('metric: visits\namount: 1\nsplit: equal')}actions:
  - {action: Shows, count: 0, every: month}
  - {action: shows , count: 2, every: often}
  - {action: x, count: 2, every: FREQ=HOURLY, carrier: old}`,
      found: [
        [8, 'actions.0.count', 'not-an-action-count'],
        [9, 'actions.1.every', 'not-a-rhythm'],
        [10, 'actions.2.every', 'not-a-rhythm'],
        [10, 'actions.2.carrier', 'not-an-action-carrier'],
      ],
    },
    {
      text: `${plan('metric: visits\namount: 1\nsplit: equal')}actions:
  - {action: Shows, count: 1, every: month}
  - {action: shows, count: 2, every: week, members: [a, A]}`,
      found: [
        [9, 'actions.1.action', 'action-twice'],
        [9, 'actions.1.members.1', 'member-twice'],
      ],
    },
    { text: 'a: 1\na: 2', found: [[2, '', 'yaml-duplicate-key']] },
    { text: 'a: &x 1\nb: *x', found: [[2, '', 'yaml-alias']] },
    { text: 'x'.repeat(5_000_001), found: [[undefined, '', 'too-long']] },
  ])('case $#: $found', ({ text, found }) => expect(mistakes(text)).toEqual(found))

  test.each(['[', '- ', '{a: ', '? '])('nesting without end (%s) is refused, not followed', (sign) => {
    const parsed = parsePlan({ format: 'yaml', text: sign.repeat(100_000) })
    expect(parsed.ok ? [] : parsed.error.map(({ code }) => code)).toContain('yaml-resource-exhaustion')
  })

  test('a mistake comes with its facts and no sentence', () => {
    const parsed = parsePlan({ format: 'yaml', text: plan('metric: joy\namount: 1\nsplit: equal') })
    expect(parsed).toEqual({ ok: false, error: [{ line: 4, field: 'targets.0.metric', code: 'unknown-metric', facts: { words: 'joy' } }] })
  })
})

const someName = fc
  .string({ unit: 'grapheme', minLength: 1, maxLength: 20 })
  .filter(
    (name) =>
      name.length <= 100 &&
      planInput.safeParse(planOf({ name, period: '2026', targets: [{ metric: 'visits', amount: '1', split: 'equal' }] })).success,
  )
const oddName = fc.constantFrom(
  'no',
  'null',
  '- a',
  '#1',
  'a: b',
  '"',
  "'",
  '1e3',
  '~',
  '李娜',
  '{x',
  '* a',
  '2026',
  '👩‍💼',
  'a #b',
  '%',
  '@x',
  '? y',
)
const someWeight = fc.oneof(fc.integer({ min: 1, max: 1_000_000 }).map(String), fc.constantFrom('0.5', '1.250', '007', '12.000001'))
const someThree = fc.constantFrom(undefined, ['30', '50', '20'], ['0', '0', '100'])

function planOf(content: Record<string, unknown>): unknown {
  return { version: 1, ...content }
}

const someText = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 40 })

/** Halves, so that the shares of every level hold; some of them set by hand. */
function someTree(depth: number): fc.Arbitrary<unknown> {
  const tree =
    depth === 0
      ? fc.constant(undefined)
      : fc.option(fc.constant(null), { nil: undefined }).chain((deeper) => (deeper === null ? someTree(depth - 1) : fc.constant(undefined)))
  const part = fc.record({ name: fc.oneof(someName, oddName), share: fc.constantFrom('50%', '0.5', '1/2', '50.0%'), tree })
  const parts = fc.uniqueArray(part, { minLength: 2, maxLength: 2, selector: ({ name }) => name })
  return fc.record({ by: fc.constantFrom('business', 'size', 'product', 'region'), parts })
}

const someCalendar = fc.record({
  layout: fc.constantFrom('4-4-5', '4-5-4', '5-4-4', '13x4'),
  startMonth: fc.integer({ min: 1, max: 12 }),
  weekStart: fc.constantFrom('monday', 'sunday'),
  yearEnds: fc.constantFrom('nearest', 'last'),
  yearName: fc.constantFrom('start', 'end'),
})

const someYear = fc.oneof(
  fc.record({ fiscalStartMonth: fc.option(fc.integer({ min: 1, max: 12 }), { nil: undefined }) }),
  fc.record({ calendar: someCalendar }),
)

const aQuarterOfMonths = { '2026-09': '1', '2026-08': '0', '2026-07': '0.25' }

const somePlan = fc
  .record({
    name: fc.option(fc.oneof(someName, oddName), { nil: undefined }),
    period: fc.constantFrom('2026', '2026-Q3', '2026-11', '2026-W47', '2026-03-02'),
    year: someYear,
    isSeasonal: fc.boolean(),
    joiners: fc.constantFrom(undefined, 'team', 'carried'),
    leavers: fc.constantFrom(undefined, 'carried'),
    leave: fc.constantFrom(undefined, 'team', 'carried'),
    ramps: fc.constantFrom(undefined, [
      { member: '李娜', from: '2026-03-16', steps: ['25', '50'] },
      { member: '#x', steps: ['0'] },
    ]),
    day: fc.constantFrom(undefined, [
      { metric: '跟进', count: '5' },
      { action: 'yes: "lost" cases', count: 3 },
    ]),
    actions: fc.option(
      fc.uniqueArray(
        fc.record({
          action: fc.oneof(
            someName.filter((words) => words.length <= 60),
            oddName,
          ),
          count: fc.constantFrom(1, '2', 999),
          every: fc.constantFrom('day', 'week', 'month', 'quarter', 'FREQ=WEEKLY;BYDAY=FR', 'FREQ=MONTHLY;INTERVAL=2'),
          carrier: fc.constantFrom(undefined, 'new', 'repeat', 'deal-size'),
          members: fc.constantFrom(undefined, ['李娜', '#x'], ['no']),
        }),
        { minLength: 1, maxLength: 4, selector: ({ action }) => foldedName(action) },
      ),
      { nil: undefined },
    ),
    targets: fc
      .subarray(
        METRICS.map(({ key }) => key),
        { minLength: 1 },
      )
      .chain((keys) =>
        fc.tuple(
          ...keys.map((key) =>
            fc.record({
              metric: fc.constant(key),
              amount: fc
                .bigInt({ min: 0n, max: 10n ** 13n })
                .map((amount) => (metric(key).unit === 'money' ? `${amount}.5` : String(amount))),
              currency: fc.constant(metric(key).unit === 'money' ? 'EUR' : undefined),
              split: fc.oneof(
                fc.constant('equal'),
                fc.uniqueArray(fc.record({ member: fc.oneof(someName, oddName), weight: someWeight }), {
                  minLength: 1,
                  maxLength: 5,
                  selector: ({ member }) => member,
                }),
              ),
              phases: someThree,
              seasonality: fc.constantFrom(undefined, 'last-year'),
              week: fc.constantFrom(undefined, { wednesday: '40', monday: '60.5' }, { sunday: 1 }),
              rhythm: someThree,
              agreed: fc.option(
                fc.uniqueArray(
                  fc.record({
                    member: fc.oneof(someName, oddName),
                    amount: fc.constantFrom('0', '00'),
                    reason: fc.option(fc.oneof(someText, oddName), { nil: undefined }),
                  }),
                  { minLength: 1, maxLength: 3, selector: ({ member }) => member },
                ),
                { nil: undefined },
              ),
              tree: fc.option(someTree(2), { nil: undefined }),
            }),
          ),
        ),
      ),
  })
  .map(({ year, isSeasonal, ...content }) => {
    const inWeeks = 'calendar' in year
    if (inWeeks) return planInput.parse(planOf({ ...content, ...year, period: content.period.replace('2026-11', '2026-P11') }))
    if (!isSeasonal) return planInput.parse(planOf({ ...content, ...year }))
    const targets = content.targets.map((target) => ({ ...target, months: aQuarterOfMonths }))
    return planInput.parse(planOf({ ...content, targets, period: '2026-Q3' }))
  })

test('export, import, export: byte by byte the same, and the same plan', () => {
  expect(formatPlanFile(read(YAML))).toBe(YAML.replace('"No"', 'No'))
  fc.assert(
    fc.property(somePlan, (plan) => {
      const text = formatPlanFile(plan)
      const again = read(text)
      expect(again).toEqual(plan)
      expect(formatPlanFile(again)).toBe(text)
    }),
    { numRuns: 100 },
  )
})

test('no text makes it throw', () => {
  fc.assert(
    fc.property(fc.string(), fc.constantFrom('yaml', 'csv'), (text, format) => {
      expect(typeof parsePlan({ format, text }).ok).toBe('boolean')
      expect(typeof parsePlan({ format, text: `period,metric,amount\n${text}` }).ok).toBe('boolean')
    }),
    { numRuns: 300 },
  )
})

test('a retail year and all that is said of time go out and come back', () => {
  const text = `version: 1
period: 2026-Q1
calendar:
  layout: 4-5-4
  startMonth: 2
  weekStart: sunday
  yearEnds: nearest
  yearName: start
leavers: carried
leave: team
ramps:
  - member: Li Na
    from: 2026-03-16
    steps:
      - 25
      - 50
      - 75
day:
  - metric: follow-ups
    count: 5
  - action: lost cases reviewed
    count: 3
targets:
  - metric: visits
    amount: 100
    split: equal
    months:
      2026-P01: 1
      2026-P02: 2
      2026-P03: 1
    seasonality: last-year
    week:
      monday: 60
      wednesday: 40
`
  expect(formatPlanFile(read(text))).toBe(text)
})

describe('CSV', () => {
  test('rows without a member are split equally', () => {
    expect(read('period,metric,amount\n2026-Q2,visits,120\n,leads,"1,200"\n', 'csv')).toEqual({
      version: 1,
      period: '2026-Q2',
      targets: [
        { metric: 'visits', amount: 120n, split: 'equal' },
        { metric: 'leads', amount: 1200n, split: 'equal' },
      ],
    })
  })

  test('a Chinese table from a spreadsheet, with weights', () => {
    const text = '\uFEFF周期;指标;目标;成员;权重\r\n2026;营收;100万;李娜;2\r\n2026;营收;;王伟;1\r\n2026;拜访;240;;\r\n'
    expect(read(text, 'csv', 'CNY').targets).toEqual([
      {
        metric: 'revenue',
        amount: 100_000_000n,
        currency: 'CNY',
        split: [
          { member: '李娜', weight: '2' },
          { member: '王伟', weight: '1' },
        ],
      },
      { metric: 'visits', amount: 240n, split: 'equal' },
    ])
  })

  test("each member's own amount adds up to the target", () => {
    const text = 'period\tmetric\tamount\tmember\tcurrency\n2026\trevenue\t1000.25\tAnna\tEUR\n2026\trevenue\t500\tBen\tEUR\n'
    expect(read(text, 'csv').targets).toEqual([
      {
        metric: 'revenue',
        amount: 150_025n,
        currency: 'EUR',
        split: [
          { member: 'Anna', weight: '100025' },
          { member: 'Ben', weight: '50000' },
        ],
      },
    ])
  })

  test('what is read as a table can be written as a file', () => {
    const plan = read('period,metric,amount,member,weight\n2026,visits,120,Anna,1.5\n2026,visits,120,Ben,1\n', 'csv')
    expect(read(formatPlanFile(plan))).toEqual(plan)
  })

  test.each([
    {
      text: 'metric,weight\nvisits,1\n',
      found: [
        [1, 'period', 'column-missing'],
        [1, 'amount', 'column-missing'],
      ],
    },
    { text: '', found: [[undefined, '', 'header-missing']] },
    { text: 'Plan of East\n2026,visits,100\n', found: [[undefined, '', 'header-missing']] },
    { text: 'period,metric,amount,mood\n', found: [[1, 'mood', 'unknown-column']] },
    { text: 'period,metric,amount,目标\n', found: [[1, 'amount', 'column-twice']] },
    { text: 'period,metric,amount\n', found: [[1, '', 'rows-missing']] },
    { text: 'period,metric,amount\n2026,visits,1\n2027,leads,1\n', found: [[3, 'period', 'period-differs']] },
    { text: 'period,metric,amount\n2026,visits,1\n2026,joy,1\n', found: [[3, 'targets.1.metric', 'unknown-metric']] },
    { text: 'period,metric,amount\n2026,visits,many\n', found: [[2, 'targets.0.amount', 'not-a-number']] },
    { text: 'period,metric,amount\n2026,revenue,1\n', found: [[2, 'targets.0.currency', 'currency-missing']] },
    { text: 'period,metric,amount,member\n2026,visits,1,a\n2026,visits,x,b\n', found: [[3, 'amount', 'not-a-number']] },
    { text: 'period,metric,amount,member\n2026,visits,1,a\n2026,visits,1,\n', found: [[3, 'member', 'member-missing']] },
    { text: 'period,metric,amount,member,weight\n2026,visits,9,a,1\n2026,visits,8,b,1\n', found: [[3, 'amount', 'amount-differs']] },
    { text: 'period,metric,amount,member,weight\n2026,visits,9,a,1\n2026,visits,9,b,\n', found: [[3, 'weight', 'weight-missing']] },
    {
      text: 'period,metric,amount,member,weight\n2026,visits,9,a,1\n2026,visits,9,b,big\n',
      found: [[3, 'targets.0.split.1.weight', 'not-a-weight']],
    },
    {
      text: 'period,metric,amount,member,weight\n2026,visits,9,a,1\n2026,visits,9,a,2\n',
      found: [[3, 'targets.0.split.1.member', 'member-twice']],
    },
    { text: 'period,metric,amount\n2026,"visits,1\n', found: [[undefined, '', 'csv-quote-not-closed']] },
  ])('case $#: $found', ({ text, found }) => expect(mistakes(text, 'csv')).toEqual(found))
})

test('decimal weights become whole ones of the same ratio', () => {
  expect(wholeWeights(['2', '0.5', '1.25'])).toEqual([200n, 50n, 125n])
  expect(wholeWeights([])).toEqual([])
})
