import fc from 'fast-check'
import { Temporal } from 'temporal-polyfill'
import { describe, expect, test } from 'vitest'
import { CALENDAR_YEAR } from '../../../../src/core/calendar/fiscal-year.js'
import { workingCalendar, workingDaysBetween } from '../../../../src/core/calendar/working-calendar.js'
import type { PlanInput, PlanTarget } from '../../../../src/core/plan/plan-input.js'
import { isWithin, opensOn, windowOnOrAfter } from '../../../../src/core/plan/window/calendar-window.js'
import { changeRight } from '../../../../src/core/plan/window/change-right.js'
import { changedTargets } from '../../../../src/core/plan/window/changed-targets.js'

const day = (iso: string) => Temporal.PlainDate.from(iso)
const weekdays = workingCalendar({ weekdays: [1, 2, 3, 4, 5] })
const rule = { calendar: weekdays, fiscal: CALENDAR_YEAR, workingDays: 5 }

describe('the calendar opens a window', () => {
  test.each([
    { example: 'at the end of Q2 for Q3', on: '2026-06-26', opens: '2026-06-24', closes: '2026-06-30', quarter: '2026-Q3' },
    { example: 'the next one from any day before', on: '2026-04-01', opens: '2026-06-24', closes: '2026-06-30', quarter: '2026-Q3' },
    { example: 'at the year’s end for the next year', on: '2026-12-31', opens: '2026-12-25', closes: '2026-12-31', quarter: '2027-Q1' },
    { example: 'not on the days before it', on: '2026-06-23', opens: '2026-06-24', closes: '2026-06-30', quarter: '2026-Q3' },
    { example: 'past a weekend at the end', on: '2026-10-01', opens: '2026-12-25', closes: '2026-12-31', quarter: '2027-Q1' },
  ])('$example', ({ on, opens, closes, quarter }) => {
    const window = windowOnOrAfter(rule, day(on))
    expect([String(window?.opensOn), String(window?.closesOn), window?.quarter.id]).toEqual([opens, closes, quarter])
  })

  test('in the team’s own fiscal year, and never where it is switched off or nobody works', () => {
    const fiscal = { kind: 'months', startMonth: 2 } as const
    const window = windowOnOrAfter({ ...rule, fiscal }, day('2026-04-29'))
    expect([String(window?.opensOn), String(window?.closesOn), window?.quarter.id]).toEqual(['2026-04-24', '2026-04-30', '2027-Q2'])
    expect(windowOnOrAfter({ ...rule, workingDays: 0 }, day('2026-04-29'))).toBeUndefined()
    expect(windowOnOrAfter({ ...rule, calendar: workingCalendar({ weekdays: [] }) }, day('2026-04-29'))).toBeUndefined()
  })

  test('it is never over, and has as many working days as the team says', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 3_000 }),
        fc.integer({ min: 1, max: 20 }),
        fc.integer({ min: 1, max: 12 }),
        (days, most, startMonth) => {
          const on = day('2024-01-01').add({ days })
          const window = windowOnOrAfter({ ...rule, workingDays: most, fiscal: { kind: 'months', startMonth } }, on)
          if (window === undefined) throw new Error('no window')
          expect(Temporal.PlainDate.compare(on, window.closesOn)).toBeLessThanOrEqual(0)
          expect(workingDaysBetween(weekdays, window.opensOn, window.closesOn)).toHaveLength(most)
          expect(String(window.quarter.start)).toBe(String(window.closesOn.add({ days: 1 })))
          expect(isWithin(on, window)).toBe(Temporal.PlainDate.compare(on, window.opensOn) >= 0)
        },
      ),
      { numRuns: 100 },
    )
  })
})

test('it opens on the day on which the one that a working day lies before or in opens, in quarters with hardly a working day too', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 3_000 }),
      fc.integer({ min: 0, max: 20 }),
      fc.integer({ min: 1, max: 12 }),
      fc.uniqueArray(fc.integer({ min: 1, max: 7 }), { minLength: 1 }),
      fc.array(fc.integer({ min: 0, max: 3_100 }), { maxLength: 8 }),
      (days, most, startMonth, worked, makeUpDays) => {
        const isOff = days % 3 === 0
        const dates = makeUpDays.map((more) => day('2024-01-01').add({ days: more }))
        const calendar = workingCalendar({ weekdays: isOff ? [] : worked, open: dates.map(String) })
        const askedOf = { calendar, workingDays: most, fiscal: { kind: 'months', startMonth } } as const
        for (const on of [day('2024-01-01').add({ days }), ...dates].filter((each) => calendar.isWorkingDay(each)))
          expect(opensOn(askedOf, on)).toBe(windowOnOrAfter(askedOf, on)?.opensOn.equals(on) ?? false)
      },
    ),
  )
})

describe('the right to change', () => {
  const calendar = windowOnOrAfter(rule, day('2026-06-01'))
  const year = { start: day('2026-01-01'), end: day('2026-12-31') }
  const q2 = { start: day('2026-04-01'), end: day('2026-06-30') }
  const q3 = { start: day('2026-07-01'), end: day('2026-09-30') }
  test.each([
    { example: 'a first plan needs none', today: '2026-05-01', period: year, isChange: false, isOpened: false, right: 'free' },
    { example: 'outside a window nobody may', today: '2026-05-01', period: year, isChange: true, isOpened: false, right: 'closed' },
    { example: 'an admin opened one', today: '2026-05-01', period: q2, isChange: true, isOpened: true, right: 'opened' },
    { example: 'at the quarter’s end the year may', today: '2026-06-25', period: year, isChange: true, isOpened: false, right: 'calendar' },
    { example: 'and the next quarter', today: '2026-06-25', period: q3, isChange: true, isOpened: false, right: 'calendar' },
    { example: 'but not the one that ends', today: '2026-06-25', period: q2, isChange: true, isOpened: false, right: 'closed' },
  ])('$example', ({ today, period, isChange, isOpened, right }) => {
    expect(changeRight({ today: day(today), period, isChange, isOpened, calendar }).kind).toBe(right)
  })

  test('the calendar’s changes hold from the next quarter on; a closed one says what to wait for', () => {
    const circumstances = { period: year, isChange: true, isOpened: false, calendar }
    expect(changeRight({ ...circumstances, today: day('2026-06-25') })).toEqual({ kind: 'calendar', from: day('2026-07-01') })
    expect(changeRight({ ...circumstances, today: day('2026-05-01') })).toEqual({ kind: 'closed', next: calendar })
    expect(changeRight({ ...circumstances, today: day('2026-05-01'), period: q2 })).toEqual({ kind: 'closed', next: undefined })
  })
})

describe('a changed target', () => {
  const target = (more: Partial<PlanTarget> = {}): PlanTarget => ({ metric: 'visits', amount: 100n, split: 'equal', ...more })
  const plan = (...targets: PlanTarget[]): PlanInput => ({ version: 1, period: '2026-Q2', targets })
  const weights = (...names: string[]) => names.map((member) => ({ member, weight: '1' }))
  test.each([
    { example: 'the same', before: [target()], after: [target()], crew: [], changed: [] },
    { example: 'another amount', before: [target()], after: [target({ amount: 101n })], crew: [], changed: ['visits'] },
    { example: 'another rhythm', before: [target()], after: [target({ rhythm: [30, 50, 20] })], crew: [], changed: ['visits'] },
    { example: 'taken out', before: [target()], after: [], crew: [], changed: ['visits'] },
    { example: 'a new metric beside it', before: [target()], after: [target(), target({ metric: 'leads' })], crew: [], changed: [] },
    {
      example: 'weights in another order',
      before: [target({ split: weights('Li', 'Wang') })],
      after: [target({ split: weights('Wang', 'Li') })],
      crew: [],
      changed: [],
    },
    {
      example: 'somebody joined, somebody left',
      before: [target({ split: weights('Li', 'Wang') })],
      after: [target({ split: weights('Li', 'Zhao') })],
      crew: ['Wang', 'Zhao'],
      changed: [],
    },
    {
      example: 'somebody was put in who was there all along',
      before: [target({ split: weights('Li', 'Wang') })],
      after: [target({ split: weights('Li', 'Wang', 'Zhao') })],
      crew: [],
      changed: ['visits'],
    },
    {
      example: 'a number was agreed',
      before: [target()],
      after: [target({ agreed: [{ member: 'Li', amount: 40n }] })],
      crew: [],
      changed: ['visits'],
    },
    { example: 'what carries it is said at last', before: [target()], after: [target({ carrier: 'new' })], crew: [], changed: [] },
    {
      example: 'another thing carries it',
      before: [target({ carrier: 'new' })],
      after: [target({ carrier: 'repeat' })],
      crew: [],
      changed: ['visits'],
    },
    {
      example: 'it serves another focus',
      before: [target({ focus: 'Healthcare' })],
      after: [target({ focus: 'Education' })],
      crew: [],
      changed: ['visits'],
    },
    { example: 'another week', before: [target()], after: [target({ week: { monday: '1' } })], crew: [], changed: ['visits'] },
    {
      example: 'the same season in another order',
      before: [target({ months: { '2026-04': '1', '2026-05': '2' } })],
      after: [target({ months: { '2026-05': '2', '2026-04': '1' } })],
      crew: [],
      changed: [],
    },
  ] as const)('$example', ({ before, after, crew, changed }) => {
    expect(changedTargets(plan(...before), plan(...after), new Set(crew))).toEqual(changed)
  })

  test.each([
    {
      example: 'somebody who was there comes up by steps',
      published: {},
      next: { ramps: [{ member: 'Li', steps: [50] }] },
      changed: ['visits'],
    },
    { example: 'somebody who joined comes up by steps', published: {}, next: { ramps: [{ member: 'Zhao', steps: [50] }] }, changed: [] },
    { example: 'who leaves carries the whole share', published: {}, next: { leavers: 'carried' }, changed: ['visits'] },
    { example: 'days on leave go to the team', published: {}, next: { leave: 'team' }, changed: ['visits'] },
    { example: 'a strategy is named at last', published: {}, next: { focus: [{ name: 'Healthcare' }] }, changed: [] },
    {
      example: 'another strategy',
      published: { focus: [{ name: 'Education' }] },
      next: { focus: [{ name: 'Healthcare' }] },
      changed: ['visits'],
    },
    { example: "the day's standard", published: {}, next: { day: [{ action: 'call', count: 5 }] }, changed: [] },
  ] satisfies { example: string; published: Partial<PlanInput>; next: Partial<PlanInput>; changed: string[] }[])(
    'of all: $example',
    ({ published, next, changed }) => {
      const joined = new Set(['Zhao'])
      expect(changedTargets({ ...plan(target()), ...published }, { ...plan(target()), ...next }, joined)).toEqual(changed)
    },
  )
})
