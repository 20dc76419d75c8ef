import { Temporal } from 'temporal-polyfill'
import { expect, test } from 'vitest'
import { soFar } from '../../../src/core/review/so-far.js'

// 2026-W48, Monday 23 to Sunday 29 November; Thursday is a holiday.
const week = { start: Temporal.PlainDate.from('2026-11-23'), end: Temporal.PlainDate.from('2026-11-29') }
const workingDays = ['23', '24', '25', '27'].map((day) => Temporal.PlainDate.from(`2026-11-${day}`))

test.each([
  { when: 'Monday morning', today: '2026-11-23', todayIs: 'open', days: 0, through: null },
  { when: 'Monday, closed', today: '2026-11-23', todayIs: 'closed', days: 1, through: '2026-11-23' },
  { when: 'Wednesday morning', today: '2026-11-25', todayIs: 'open', days: 2, through: '2026-11-24' },
  { when: 'Friday morning, after the holiday', today: '2026-11-27', todayIs: 'open', days: 3, through: '2026-11-26' },
  { when: 'Sunday', today: '2026-11-29', todayIs: 'open', days: 4, through: '2026-11-28' },
  { when: 'the week after', today: '2026-12-02', todayIs: 'closed', days: 4, through: '2026-11-29' },
] as const)('$when $days of 4 working days are over', ({ today, todayIs, days, through }) => {
  const found = soFar(week, workingDays, Temporal.PlainDate.from(today), todayIs)
  expect({ ...found, through: found.through?.toString() ?? null }).toEqual({ days, of: 4, through })
})
