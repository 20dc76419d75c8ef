import { Temporal } from 'temporal-polyfill'
import { describe, expect, test } from 'vitest'
import { workingCalendar } from '../../../src/core/calendar/working-calendar.js'
import { type DayState, dayState, type MemberDay, responseWindow } from '../../../src/core/checkin/day-state.js'

const MONDAY_TO_FRIDAY = workingCalendar({ weekdays: [1, 2, 3, 4, 5] })
const FRIDAY = Temporal.PlainDate.from('2026-11-20')
const window = responseWindow(FRIDAY, 'Asia/Shanghai', MONDAY_TO_FRIDAY)
const local = (words: string) => Temporal.Instant.from(`${words}+08:00`)

function stateOf(day: Partial<MemberDay>): DayState {
  return dayState({
    now: local('2026-11-20T10:00'),
    window,
    submittedAt: null,
    onLeave: false,
    isWorkingDay: true,
    role: 'rep',
    ...day,
  })
}

describe('a Friday in Shanghai', () => {
  test.each([
    { what: 'not due the evening before', day: { now: local('2026-11-19T23:59') }, state: 'not-due' },
    { what: 'awaited from midnight', day: { now: local('2026-11-20T00:00') }, state: 'awaiting' },
    { what: 'still awaited over the weekend', day: { now: local('2026-11-22T20:00') }, state: 'awaiting' },
    { what: 'and on Monday morning', day: { now: local('2026-11-23T11:59') }, state: 'awaiting' },
    { what: 'missed from Monday noon', day: { now: local('2026-11-23T12:00') }, state: 'missed' },
    {
      what: 'answered early, the day before',
      day: { submittedAt: local('2026-11-19T18:00'), now: local('2026-11-19T18:01') },
      state: 'done',
    },
    { what: 'answered in time', day: { submittedAt: local('2026-11-20T19:59') }, state: 'done' },
    { what: 'late from eight in the evening', day: { submittedAt: local('2026-11-20T20:00') }, state: 'late' },
    { what: 'late on Monday morning', day: { submittedAt: local('2026-11-23T09:00') }, state: 'late' },
    { what: 'on leave', day: { onLeave: true, now: local('2026-12-01T00:00') }, state: 'leave' },
    { what: 'a holiday', day: { isWorkingDay: false, now: local('2026-12-01T00:00') }, state: 'excused' },
    { what: 'a spectator', day: { role: 'spectator', now: local('2026-12-01T00:00') }, state: 'excused' },
    { what: 'a manager is asked like a rep', day: { role: 'manager' }, state: 'awaiting' },
  ] as const)('$what: $state', ({ day, state }) => expect(stateOf(day).state).toBe(state))

  test('numbers that come after the window leave the day missed, and say when they came', () => {
    const submittedAt = local('2026-11-23T12:00')
    expect(stateOf({ submittedAt })).toEqual({ state: 'missed', madeUpAt: submittedAt })
  })

  test('why a day is excused', () => {
    expect(stateOf({ isWorkingDay: false })).toEqual({ state: 'excused', why: 'holiday' })
    expect(stateOf({ isWorkingDay: false, role: 'spectator' })).toEqual({ state: 'excused', why: 'spectator' })
  })
})

test('the window keeps to the wall clock over daylight saving', () => {
  const berlin = responseWindow(Temporal.PlainDate.from('2026-10-23'), 'Europe/Berlin', MONDAY_TO_FRIDAY)
  expect([berlin.opensAt, berlin.lateAt, berlin.endsAt].map(String)).toEqual([
    '2026-10-22T22:00:00Z',
    '2026-10-23T18:00:00Z',
    '2026-10-26T11:00:00Z',
  ])
})

test('without another working day the window ends on the day after', () => {
  expect(String(responseWindow(FRIDAY, 'UTC', workingCalendar({ weekdays: [] })).endsAt)).toBe('2026-11-21T12:00:00Z')
})
