import fc from 'fast-check'
import { expect, test } from 'vitest'
import { formatPlanFile, parsePlan } from '../../../../src/core/plan/plan-file.js'
import type { PlanInput } from '../../../../src/core/plan/plan-input.js'
import { shareWords } from '../../../../src/core/plan/tree/tree-words.js'

const YAML = `version: 1
period: 2026
targets:
  - metric: revenue
    amount: 10000000
    currency: CNY
    split: equal
    tree:
      by: size
      parts:
        - name: Large
          share: 50%
          deal: 500000
          tree:
            by: person
            parts:
              - name: Li Na
              - name: Wang Wei
                pin: 3000000.50
                reason: brings two accounts along
        - name: Medium
          share: 30%
          deal: 100000
        - name: Small
          share: 1/5
          deal: 20000
`

function read(text: string): PlanInput {
  const parsed = parsePlan({ format: 'yaml', text })
  if (!parsed.ok) throw new RangeError(JSON.stringify(parsed.error))
  return parsed.value
}

test('export, import, export: byte by byte the same', () => {
  expect(formatPlanFile(read(YAML))).toBe(YAML.replace('1/5', '20%'))
  expect(formatPlanFile(read(formatPlanFile(read(YAML))))).toBe(formatPlanFile(read(YAML)))
})

test('amounts are read as people write them', () => {
  const plan = read(YAML.replace('deal: 500000', 'deal: 50万').replace('pin: 3000000.50', 'pin: "¥3,000,000.50"'))
  expect(formatPlanFile(plan)).toBe(formatPlanFile(read(YAML)))
})

test.each([
  {
    what: 'shares that are not whole',
    text: YAML.replace('1/5', '15%'),
    found: [9, 'tree-shares-not-whole', { fixed: '9500000', whole: '10000000' }],
  },
  { what: 'shares of more than there is', text: YAML.replace('1/5', '25%'), found: [9, 'tree-shares-over', { fixed: '10500000' }] },
  {
    what: 'a pin of more than there is',
    text: YAML.replace('3000000.50', '6m'),
    found: [15, 'tree-pins-over', { name: 'Large', whole: '5000000', fixed: '6000000', names: 'Wang Wei' }],
  },
  {
    what: 'a pin without a reason',
    text: YAML.replace('reason: brings two accounts along', 'history: 5'),
    found: [19, 'pin-without-reason', {}],
  },
  { what: 'a reason without a pin', text: YAML.replace('pin: 3000000.50', 'history: 5'), found: [20, 'reason-without-pin', {}] },
  { what: 'two rules at once', text: YAML.replace('share: 50%', 'share: 50%\n          amount: 5m'), found: [11, 'two-rules', {}] },
  { what: 'a bare number for a share', text: YAML.replace('30%', '30'), found: [22, 'not-a-share', { words: '30' }] },
  { what: 'a name twice on a level', text: YAML.replace('Medium', 'Large'), found: [21, 'part-twice', { name: 'Large' }] },
  { what: 'an unknown dimension', text: YAML.replace('by: size', 'by: mood'), found: [9, 'not-a-dimension', {}] },
  { what: 'an amount that cannot be read', text: YAML.replace('20000\n', 'much\n'), found: [26, 'not-a-number', { words: 'much' }] },
  { what: 'a deal of nothing', text: YAML.replace('20000\n', '0\n'), found: [26, 'deal-of-nothing', {}] },
  {
    what: 'a deal of a count',
    text: YAML.replace('revenue', 'visits').replace('    currency: CNY\n', ''),
    found: [12, 'deal-of-a-count', {}],
  },
])('$what is told with its line', ({ text, found: [line, code, facts] }) => {
  const parsed = parsePlan({ format: 'yaml', text })
  if (parsed.ok) throw new RangeError('It was read')
  expect(parsed.error).toContainEqual(expect.objectContaining({ line, code, facts: expect.objectContaining(facts) }))
})

test('a share is written exactly, and read back', () => {
  expect([shareWords({ num: 1n, den: 8n }), shareWords({ num: 1n, den: 3n }), shareWords({ num: 1n, den: 1n })]).toEqual([
    '12.5%',
    '1/3',
    '100%',
  ])
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 998 }), (first) => {
      const shares = [`${first}/999`, `${999 - first}/999`]
      const [large = '', small = ''] = shares
      const text = YAML.replace('share: 50%', `share: ${large}`)
        .replace('share: 30%', `share: ${small}`)
        .replace(/ {8}- name: Small[\s\S]*$/, '')
        .replace('3000000.50', '1')
      const plan = read(text)
      expect(read(formatPlanFile(plan))).toEqual(plan)
    }),
    { numRuns: 50 },
  )
})
