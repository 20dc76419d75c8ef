import fc from 'fast-check'
import { Temporal } from 'temporal-polyfill'
import { describe, expect, test } from 'vitest'
import { workingCalendar } from '../../../../src/core/calendar/working-calendar.js'
import { defaultActions } from '../../../../src/core/plan/actions/default-actions.js'
import type { KeyAction } from '../../../../src/core/plan/actions/key-action.js'
import { isRhythm, turnsIn } from '../../../../src/core/plan/actions/rhythm.js'
import { spreadActions } from '../../../../src/core/plan/actions/spread-actions.js'

const day = (iso: string) => Temporal.PlainDate.from(iso)
const april = { start: day('2026-04-01'), end: day('2026-04-30') }
const calendar = workingCalendar({ weekdays: [1, 2, 3, 4, 5] })
const action = (name: string, times: number, rhythm: string): KeyAction => ({ action: name, times, rhythm })
const dates = (actions: readonly KeyAction[], member: Omit<Parameters<typeof spreadActions>[2], 'calendar'> = {}) =>
  spreadActions(actions, april, { calendar, ...member }).map(({ on, times }) => `${on.toString().slice(5)}×${times}`)

describe('a rhythm', () => {
  test.each([
    ['FREQ=MONTHLY', true],
    ['FREQ=WEEKLY;BYDAY=FR', true],
    ['FREQ=WEEKLY;INTERVAL=2', true],
    ['FREQ=MONTHLY;BYDAY=-1FR', true],
    ['FREQ=HOURLY', false],
    ['FREQ=WEEKLY;COUNT=3', false],
    ['FREQ=WEEKLY;BYDAY=XX', false],
    ['every week', false],
    ['', false],
  ])('%s: %s', (words, is) => expect(isRhythm(words)).toBe(is))

  test('weeks that touch the period are whole, and an odd rule counts from its first', () => {
    const spans = turnsIn('FREQ=WEEKLY;INTERVAL=2', april).map(({ span }) => `${span.start}/${span.end}`)
    expect(spans).toEqual(['2026-03-30/2026-04-05', '2026-04-13/2026-04-19', '2026-04-27/2026-05-03'])
    expect(turnsIn('FREQ=WEEKLY;BYDAY=FR', april).map(({ on }) => String(on))).toEqual([
      '2026-04-03',
      '2026-04-10',
      '2026-04-17',
      '2026-04-24',
      '2026-05-01',
    ])
  })
})

describe('key actions of April 2026, which has 22 weekdays', () => {
  test.each([
    {
      example: '2 trade shows a month, at its quarters',
      actions: [action('Show', 2, 'FREQ=MONTHLY')],
      member: {},
      on: ['04-08×1', '04-23×1'],
    },
    {
      example: 'every Friday',
      actions: [action('Review', 1, 'FREQ=WEEKLY;BYDAY=FR')],
      member: {},
      on: ['04-03×1', '04-10×1', '04-17×1', '04-24×1'],
    },
    {
      example: 'a Friday of leave moves to the day before',
      actions: [action('Review', 1, 'FREQ=WEEKLY;BYDAY=FR')],
      member: { leave: [{ from: day('2026-04-10'), until: day('2026-04-10') }] },
      on: ['04-03×1', '04-09×1', '04-17×1', '04-24×1'],
    },
    {
      example: 'a week of leave has none',
      actions: [action('Review', 1, 'FREQ=WEEKLY;BYDAY=FR')],
      member: { leave: [{ from: day('2026-04-06'), until: day('2026-04-12') }] },
      on: ['04-03×1', '04-17×1', '04-24×1'],
    },
    {
      example: 'who joins is asked from then on',
      actions: [action('Review', 1, 'FREQ=WEEKLY;BYDAY=FR')],
      member: { joinedOn: day('2026-04-15') },
      on: ['04-17×1', '04-24×1'],
    },
  ])('$example', ({ actions, member, on }) => expect(dates(actions, member)).toEqual(on))

  test('5 in-depth visits a week are one a day, and the week over the month’s end has its days on either side', () => {
    const all = dates([action('Visit', 5, 'FREQ=WEEKLY')])
    expect(all).toHaveLength(22)
    expect(all.every((each) => each.endsWith('×1'))).toBe(true)
  })

  test('the defaults are those of the guide', () => {
    expect(defaultActions('new', 'en').map(({ action: name, times, rhythm }) => `${times} ${name} ${rhythm}`)).toEqual([
      '2 Trade show FREQ=MONTHLY',
      '50 New lead FREQ=MONTHLY',
      '10 Screened lead FREQ=WEEKLY',
      '5 In-depth visit FREQ=WEEKLY',
    ])
    expect(defaultActions('repeat', 'zh-CN').map(({ times }) => times)).toEqual([20, 5, 3])
  })
})

test('leave and holidays never receive one, nothing is lost where a turn has a day left, and it falls the same way again', () => {
  const span = fc.tuple(fc.integer({ min: 0, max: 89 }), fc.integer({ min: 0, max: 20 }))
  const quarter = { start: day('2026-04-01'), end: day('2026-06-30') }
  fc.assert(
    fc.property(
      fc.array(span, { maxLength: 3 }),
      fc.integer({ min: 1, max: 60 }),
      fc.constantFrom('FREQ=WEEKLY', 'FREQ=MONTHLY'),
      (spans, times, rhythm) => {
        const leave = spans.map(([from, length]) => ({
          from: quarter.start.add({ days: from }),
          until: quarter.start.add({ days: from + length }),
        }))
        const actions = [action('A', times, rhythm), action('B', 1, 'FREQ=DAILY')]
        const items = spreadActions(actions, quarter, { calendar, leave })
        for (const { on } of items) {
          expect(calendar.isWorkingDay(on)).toBe(true)
          expect(
            leave.some(({ from, until }) => Temporal.PlainDate.compare(from, on) <= 0 && Temporal.PlainDate.compare(on, until) <= 0),
          ).toBe(false)
        }
        if (rhythm === 'FREQ=MONTHLY')
          for (const month of [4, 5, 6]) {
            const first = day(`2026-0${month}-01`)
            const isAway = Array.from({ length: first.daysInMonth }, (_, index) => first.add({ days: index }))
              .filter((on) => calendar.isWorkingDay(on))
              .every((on) =>
                leave.some(({ from, until }) => Temporal.PlainDate.compare(from, on) <= 0 && Temporal.PlainDate.compare(on, until) <= 0),
              )
            const done = items.filter((item) => item.action === 'A' && item.on.month === month).reduce((sum, item) => sum + item.times, 0)
            expect(done).toBe(isAway ? 0 : times)
          }
        expect(spreadActions(actions, quarter, { calendar, leave })).toEqual(items)
      },
    ),
    { numRuns: 40 },
  )
})
