import { Temporal } from 'temporal-polyfill'
import { expect, test } from 'vitest'
import { plannedWithin } from '../../../src/app/key-actions/planned.js'
import { planInput } from '../../../src/core/plan/plan-input.js'

const team = { weekdays: [1, 2, 3, 4, 5], country: undefined, region: undefined }
const plan = (period: string, action?: string) =>
  planInput.parse({
    version: 1,
    period,
    targets: [{ metric: 'visits', amount: 100, split: 'equal' }],
    ...(action && { actions: [{ action, count: 1, every: 'week' }] }),
  })
const week = { start: Temporal.PlainDate.from('2026-04-27'), end: Temporal.PlainDate.from('2026-05-03') }

test.each([
  { example: 'no plan has any', plans: [plan('2026')], found: [] },
  { example: 'one plan has the week', plans: [plan('2026', 'year')], found: ['year 04-27/05-03'] },
  { example: 'a month ends', plans: [plan('2026-04', 'april')], found: ['april 04-27/04-30'] },
  { example: 'a month begins', plans: [plan('2026-05', 'may')], found: ['may 05-01/05-03'] },
  {
    example: 'two months share it',
    plans: [plan('2026-04', 'april'), plan('2026-05', 'may')],
    found: ['april 04-27/04-30', 'may 05-01/05-03'],
  },
  {
    example: 'the month knows better than the year',
    plans: [plan('2026', 'year'), plan('2026-05', 'may')],
    found: ['year 04-27/04-30', 'may 05-01/05-03'],
  },
  {
    example: 'and after it the year counts again',
    plans: [plan('2026', 'year'), plan('2026-04', 'april')],
    found: ['april 04-27/04-30', 'year 05-01/05-03'],
  },
  { example: 'a plan without actions takes nothing away', plans: [plan('2026', 'year'), plan('2026-04')], found: ['year 04-27/05-03'] },
])('which plan says the week over the end of April where $example', ({ plans, found }) => {
  const said = plannedWithin(plans, team, week).map(
    ({ planned, span }) => `${planned.actions[0]?.action} ${String(span.start).slice(5)}/${String(span.end).slice(5)}`,
  )
  expect(said).toEqual(found)
})
