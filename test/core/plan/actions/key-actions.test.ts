import fc from 'fast-check'
import { Temporal } from 'temporal-polyfill'
import { describe, expect, test } from 'vitest'
import { CALENDAR_YEAR } from '../../../../src/core/calendar/fiscal-year.js'
import { workingCalendar } from '../../../../src/core/calendar/working-calendar.js'
import { actionCount, actionStandings } from '../../../../src/core/plan/actions/action-standing.js'
import type { KeyAction } from '../../../../src/core/plan/actions/key-action.js'
import { isRule, turnsIn } from '../../../../src/core/plan/actions/rhythm.js'
import { type ActionMember, spreadActions } from '../../../../src/core/plan/actions/spread-actions.js'
import { usualActions } from '../../../../src/core/plan/actions/usual-actions.js'
import type { MetricKey } from '../../../../src/core/plan/metric.js'

const day = (iso: string) => Temporal.PlainDate.from(iso)
const april = { start: day('2026-04-01'), end: day('2026-04-30') }
const quarter = { start: day('2026-04-01'), end: day('2026-06-30') }
const calendar = workingCalendar({ weekdays: [1, 2, 3, 4, 5] })
const act = (action: string, count: number, every: string, members?: string[]): KeyAction => ({ action, count, every, members })

function spread(actions: readonly KeyAction[], member: Partial<ActionMember> = {}, period = april, part = period) {
  return spreadActions({ actions, period, fiscal: CALENDAR_YEAR, calendar }, part)({ name: 'Li Na', ...member })
}

const dates = (...asked: Parameters<typeof spread>) => spread(...asked).map(({ on, count }) => `${on.toString().slice(5)}×${count}`)

describe('a rule', () => {
  test.each([
    ['FREQ=MONTHLY', true],
    ['FREQ=WEEKLY;BYDAY=FR', true],
    ['FREQ=WEEKLY;INTERVAL=2', true],
    ['FREQ=MONTHLY;BYDAY=-1FR', true],
    ['FREQ=HOURLY', false],
    ['FREQ=YEARLY', false],
    ['FREQ=WEEKLY;COUNT=3', false],
    ['FREQ=WEEKLY;UNTIL=20261231', false],
    ['FREQ=WEEKLY;BYDAY=XX', false],
    ['every week', false],
    ['', false],
  ])('%s: %s', (words, is) => expect(isRule(words)).toBe(is))

  test('weeks that touch the period are whole, and one that skips some counts from the period’s first', () => {
    const spans = (part: typeof april) =>
      turnsIn('FREQ=WEEKLY;INTERVAL=2', april, part, CALENDAR_YEAR).map(({ span }) => `${span.start}/${span.end}`)
    expect(spans(april)).toEqual(['2026-03-30/2026-04-05', '2026-04-13/2026-04-19', '2026-04-27/2026-05-03'])
    expect(spans({ start: day('2026-04-08'), end: day('2026-04-14') })).toEqual(['2026-04-13/2026-04-19'])
  })
})

describe('key actions of April 2026, which has 22 weekdays', () => {
  test.each([
    { example: '2 trade shows a month, at its quarters', actions: [act('Show', 2, 'month')], member: {}, on: ['04-08×1', '04-23×1'] },
    { example: 'the same as a rule', actions: [act('Show', 2, 'FREQ=MONTHLY')], member: {}, on: ['04-08×1', '04-23×1'] },
    {
      example: 'every Friday',
      actions: [act('Review', 1, 'FREQ=WEEKLY;BYDAY=FR')],
      member: {},
      on: ['04-03×1', '04-10×1', '04-17×1', '04-24×1'],
    },
    {
      example: 'a Friday of leave moves to the day before',
      actions: [act('Review', 1, 'FREQ=WEEKLY;BYDAY=FR')],
      member: { leave: [{ from: day('2026-04-10'), until: day('2026-04-10') }] },
      on: ['04-03×1', '04-09×1', '04-17×1', '04-24×1'],
    },
    {
      example: 'a week of leave has none',
      actions: [act('Review', 1, 'FREQ=WEEKLY;BYDAY=FR')],
      member: { leave: [{ from: day('2026-04-06'), until: day('2026-04-12') }] },
      on: ['04-03×1', '04-17×1', '04-24×1'],
    },
    {
      example: 'who joins is asked from then on',
      actions: [act('Review', 1, 'FREQ=WEEKLY;BYDAY=FR')],
      member: { joinedOn: day('2026-04-15') },
      on: ['04-17×1', '04-24×1'],
    },
    { example: 'others have none of it', actions: [act('Show', 2, 'month', ['Wang Wei'])], member: {}, on: [] },
    { example: 'a name is one however it is written', actions: [act('Show', 1, 'month', ['@li  na'])], member: {}, on: ['04-16×1'] },
  ])('$example', ({ actions, member, on }) => expect(dates(actions, member)).toEqual(on))

  test('5 in-depth visits a week are one a day, and the week over the month’s end has its days on either side', () => {
    const all = dates([act('Visit', 5, 'week')])
    expect(all).toHaveLength(22)
    expect(all.every((each) => each.endsWith('×1'))).toBe(true)
  })

  test('3 a quarter fall on its three months', () => {
    expect(dates([act('Summit', 3, 'quarter')], {}, quarter).map((on) => on.slice(0, 2))).toEqual(['04', '05', '06'])
  })

  test('2.1 the usual ones are those of the guide', () => {
    expect(usualActions(['new', 'repeat'], (name) => name).map(({ action, count, every }) => `${count} ${action} a ${every}`)).toEqual([
      '2 trade-shows a month',
      '50 leads a month',
      '10 screened-leads a week',
      '5 in-depth-visits a week',
      '20 customers-reviewed a month',
      '5 upsells a month',
      '3 referrals a month',
    ])
  })

  test('what a target counts already, as a whole or with more, is not asked for twice', () => {
    const names = (counted: readonly MetricKey[]) => usualActions(['new'], (name) => name, counted).map(({ action }) => action)
    expect(names(['leads'])).toEqual(['trade-shows', 'in-depth-visits'])
    expect(names(['leads', 'visits'])).toEqual(['trade-shows'])
  })
})

describe('standing on Wednesday 8 April with 5 visits a week and 2 shows a month', () => {
  const wednesday = day('2026-04-08')
  const items = spread([act('Visit', 5, 'week'), act('Show', 2, 'month')])
  const tick = (key: string, on: string, count: number) => ({ key, on: day(on), count })
  const standing = (...ticks: ReturnType<typeof tick>[]) =>
    actionStandings(items, ticks, wednesday).map(({ due, doneToday, behind, done, asked }) => [due, doneToday, behind, done, asked])

  test.each([
    { example: 'nothing was done', ticks: [], visit: [1, 0, 2, 0, 5] },
    { example: 'all of it was', ticks: [tick('visit', '2026-04-06', 1), tick('visit', '2026-04-07', 1)], visit: [1, 0, 0, 2, 5] },
    { example: 'ahead, today asks for nothing', ticks: [tick('visit', '2026-04-06', 4)], visit: [0, 0, 0, 4, 5] },
    { example: 'what is over today makes up for it', ticks: [tick('visit', '2026-04-08', 2)], visit: [1, 2, 1, 2, 5] },
    { example: 'last week’s are last week’s', ticks: [tick('visit', '2026-04-03', 9)], visit: [1, 0, 2, 0, 5] },
  ])('$example', ({ ticks, visit }) => expect(standing(...ticks)[0]).toEqual(visit))

  test('one that is not due today still counts in its month', () => {
    expect(actionStandings(items, [], day('2026-04-14'))[1]).toMatchObject({ action: 'Show', every: 'month', due: 0, behind: 1, asked: 2 })
  })

  test('a week counts what falls into it', () => {
    const week = { start: day('2026-04-13'), end: day('2026-04-19') }
    expect(actionCount(items, [tick('visit', '2026-04-14', 3), tick('visit', '2026-04-02', 9)], week)).toEqual([
      { key: 'visit', action: 'Visit', asked: 5, done: 3 },
      { key: 'show', action: 'Show', asked: 1, done: 0 },
    ])
  })
})

describe('whatever the leave', () => {
  const span = fc.tuple(fc.integer({ min: 0, max: 89 }), fc.integer({ min: 0, max: 20 }))
  const someLeave = fc.array(span, { maxLength: 3 }).map((spans) =>
    spans.map(([from, length]) => ({
      from: quarter.start.add({ days: from }),
      until: quarter.start.add({ days: from + length }),
    })),
  )
  const isAway = (leave: readonly { from: Temporal.PlainDate; until: Temporal.PlainDate }[], on: Temporal.PlainDate) =>
    leave.some(({ from, until }) => Temporal.PlainDate.compare(from, on) <= 0 && Temporal.PlainDate.compare(on, until) <= 0)

  test('leave and holidays never receive one, nothing is lost where a turn has a day left, and a part has what the whole has', () => {
    fc.assert(
      fc.property(someLeave, fc.integer({ min: 1, max: 60 }), fc.constantFrom('week', 'month'), (leave, count, every) => {
        const actions = [act('A', count, every), act('B', 1, 'day')]
        const items = spread(actions, { leave }, quarter)
        for (const { on } of items) expect([calendar.isWorkingDay(on), isAway(leave, on)]).toEqual([true, false])
        for (const month of every === 'month' ? [4, 5, 6] : []) {
          const first = day(`2026-0${month}-01`)
          const days = Array.from({ length: first.daysInMonth }, (_, index) => first.add({ days: index }))
          const worked = days.filter((on) => calendar.isWorkingDay(on) && !isAway(leave, on))
          const done = items.filter((item) => item.action.action === 'A' && item.on.month === month)
          expect(done.reduce((sum, item) => sum + item.count, 0)).toBe(worked.length === 0 ? 0 : count)
        }
        const may = { start: day('2026-05-11'), end: day('2026-05-15') }
        const words = (all: typeof items) =>
          all.filter(({ on }) => on.month === 5 && on.day >= 11 && on.day <= 15).map(({ on, count: times }) => `${on} ${times}`)
        expect(words(spread(actions, { leave }, quarter, may))).toEqual(words(items))
      }),
      { numRuns: 40 },
    )
  })
})
