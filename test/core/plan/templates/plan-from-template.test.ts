import { Temporal } from 'temporal-polyfill'
import { describe, expect, test } from 'vitest'
import { amountWords } from '../../../../src/core/amount/amount-words.js'
import { CALENDAR_YEAR } from '../../../../src/core/calendar/fiscal-year.js'
import { measurableCheck } from '../../../../src/core/plan/checks/measurable.js'
import { specificCheck } from '../../../../src/core/plan/checks/specific.js'
import { motionsOf } from '../../../../src/core/plan/motions.js'
import { planInput } from '../../../../src/core/plan/plan-input.js'
import { planFromTemplate, type TemplateFacts } from '../../../../src/core/plan/templates/plan-from-template.js'
import { PLAN_TEMPLATES, TEMPLATE_KEYS, type TemplateKey } from '../../../../src/core/plan/templates/plan-templates.js'
import { readTreeWords } from '../../../../src/core/plan/tree/tree-words.js'
import { workOutTree } from '../../../../src/core/plan/tree/work-out.js'
import { NO_HISTORY } from '../funnels.js'

/** A year of 12,000,000.01 yuan for ten people: no number of parts divides it evenly. */
const TEN: TemplateFacts = {
  period: '2027',
  fiscal: CALENDAR_YEAR,
  months: 12,
  people: 10,
  revenue: 1_200_000_001n,
  currency: 'CNY',
  split: 'equal',
  names: { funnel: 'Sales', part: (part) => part, action: (name) => name },
}
const yuan = { kind: 'money', currency: 'CNY' } as const

function made(key: TemplateKey, facts: Partial<TemplateFacts> = {}) {
  return planFromTemplate(PLAN_TEMPLATES[key], { ...TEN, ...facts })
}

describe.each(TEMPLATE_KEYS)('the template %s for ten people', (key) => {
  const { parts, phases, season, rhythm } = PLAN_TEMPLATES[key]

  test('makes a plan that the schema takes as it is', () => {
    const plan = made(key)
    const written = plan.targets.map((target) => ({
      ...target,
      amount: amountWords(target.amount, target.currency === undefined ? { kind: 'count' } : yuan),
    }))
    const read = planInput.safeParse({ ...plan, targets: written })
    expect(read.success && read.data.targets.map(({ metric, amount }) => [metric, amount])).toEqual(
      plan.targets.map(({ metric, amount }) => [metric, amount]),
    )
  })

  test('divides exactly a hundred percent', () => {
    const sum = (numbers: readonly number[]) => numbers.reduce((total, each) => total + each, 0)
    const wholes = [parts.map(({ percent }) => percent), phases, season, rhythm].filter((each) => each !== undefined)
    expect(wholes.map(sum)).toEqual(wholes.map(() => 100))
  })

  test('splits the revenue over the business to the last cent', () => {
    const [revenue] = made(key).targets
    const tree = revenue?.tree && readTreeWords(revenue.tree, yuan, TEN.revenue)
    const worked = tree?.ok ? workOutTree(tree.value.tree, TEN.revenue) : undefined
    expect(worked?.ok && worked.value.parts.reduce((total, { value }) => total + value, 0n)).toBe(1_200_000_001n)
  })

  test('says what carries each result, and asks for just what the funnel takes', () => {
    const plan = made(key)
    const asked = plan.targets.map(({ metric, currency, amount, carrier }) => ({ metric, currency, amount, carrier, owners: 10 }))
    expect(specificCheck(asked.map((each) => ({ ...each, weekly: undefined, lines: [] }))).verdict).toBe('good')
    const measurable = measurableCheck({
      targets: asked.map((each) => ({
        ...each,
        months: [{ on: Temporal.PlainDate.from('2027-06-15'), amount: each.amount }],
        ahead: each.amount,
      })),
      motions: motionsOf(plan, NO_HISTORY),
      weeks: 52,
      from: Temporal.PlainDate.from('2027-01-01'),
      isRunning: false,
      today: Temporal.PlainDate.from('2027-01-01'),
      usual: () => undefined,
      done: () => 0n,
    })
    expect([measurable.verdict, measurable.suggestion]).toEqual(['good', undefined])
  })
})

test('SaaS counts backwards from 24 deals a year for each of ten people', () => {
  // 12,000,000 ÷ 240 deals = 50,000 a deal; the one cent takes a 241st. 241 ÷ 40% = 602.5, ÷ 50% = 1,206, ÷ 25% = 4,824.
  const { targets, funnels } = made('saas')
  expect(funnels?.[0]?.stages.at(-1)).toEqual({ metric: 'deals', size: '50000' })
  expect(targets.map(({ metric, amount }) => [metric, amount])).toEqual([
    ['revenue', 1_200_000_001n],
    ['leads', 4_824n],
    ['visits', 1_206n],
    ['proposals', 603n],
  ])
})

test('a quarter takes a quarter of the deals', () => {
  // 24 a year are 6 in three months: 60 deals of 50,000 for 3,000,000.
  expect(made('saas', { months: 3, revenue: 300_000_000n }).funnels?.[0]?.stages.at(-1)?.size).toBe('50000')
})

test('a season starts with the first month of the fiscal year', () => {
  const [revenue] = made('retail', { fiscal: { kind: 'months', startMonth: 4 } }).targets
  // April to December, then January to March.
  expect(revenue?.seasonality).toEqual(['8', '8', '8', '7', '8', '8', '9', '11', '10', '8', '7', '8'])
})

test('services ask for 85% of the revenue in cash, rounded up', () => {
  expect(made('services').targets.find(({ metric }) => metric === 'collected')?.amount).toBe(1_020_000_001n)
})
