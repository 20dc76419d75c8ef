import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { Temporal } from 'temporal-polyfill'
import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import {
  type CalendarRule,
  firstWorkingDayOfMonth,
  holidayDataMissing,
  nextWorkingDay,
  previousWorkingDay,
  workingCalendar,
  workingDaysBetween,
} from '../../../src/core/calendar/working-calendar.js'

const date = (iso: string) => Temporal.PlainDate.from(iso)
const MONDAY_TO_FRIDAY = [1, 2, 3, 4, 5]
const works = (rule: Partial<CalendarRule>, iso: string) => workingCalendar({ weekdays: MONDAY_TO_FRIDAY, ...rule }).isWorkingDay(date(iso))

describe('weekdays', () => {
  test.each([
    { rule: {}, on: '2026-03-02', isWorked: true },
    { rule: {}, on: '2026-03-07', isWorked: false },
    { rule: { weekdays: [7, 1, 2, 3, 4] }, on: '2026-03-01', isWorked: true },
    { rule: { weekdays: [7, 1, 2, 3, 4] }, on: '2026-03-06', isWorked: false },
    { rule: { closed: ['2026-03-02'] }, on: '2026-03-02', isWorked: false },
    { rule: { open: ['2026-03-07'] }, on: '2026-03-07', isWorked: true },
    { rule: { open: ['2026-03-07'], closed: ['2026-03-07'] }, on: '2026-03-07', isWorked: false },
  ])('$rule on $on: $isWorked', ({ rule, on, isWorked }) => expect(works(rule, on)).toBe(isWorked))
})

describe('public holidays', () => {
  test.each([
    { place: { country: 'US' }, on: '2026-11-26', isWorked: false },
    { place: { country: 'US' }, on: '2027-12-31', isWorked: false }, // New Year's Day 2028 is a Saturday
    { place: { country: 'US' }, on: '2026-02-14', isWorked: false },
    { place: { country: 'GB' }, on: '2026-12-28', isWorked: false },
    { place: { country: 'DE' }, on: '2026-01-06', isWorked: true },
    { place: { country: 'DE', region: 'BY' }, on: '2026-01-06', isWorked: false },
    { place: { country: 'IS' }, on: '2026-12-24', isWorked: true }, // free from one o'clock: half a day closes nothing
    { place: { country: 'AE', weekdays: [1, 2, 3, 4, 5, 6, 7] }, on: '2026-03-21', isWorked: false }, // second day of Eid
    { place: { country: 'JP' }, on: '2026-09-22', isWorked: false },
    { place: { country: 'US', open: ['2026-11-26'] }, on: '2026-11-26', isWorked: true },
  ])('$place on $on: $isWorked', ({ place, on, isWorked }) => expect(works(place, on)).toBe(isWorked))

  test('an unknown country is a bug', () => expect(() => works({ country: 'XX' }, '2026-01-01')).toThrow(RangeError))
})

describe('China', () => {
  const china = workingCalendar({ weekdays: MONDAY_TO_FRIDAY, country: 'CN' })

  test('the weekend days worked in 2026 are those decreed', () => {
    const weekendWork = workingDaysBetween(china, date('2026-01-01'), date('2026-12-31')).filter((on) => on.dayOfWeek > 5)
    expect(weekendWork.map(String)).toEqual(['2026-01-04', '2026-02-14', '2026-02-28', '2026-05-09', '2026-09-20', '2026-10-10'])
  })

  test('the free weekdays of 2026 are those decreed', () => {
    const worked = new Set(workingDaysBetween(china, date('2026-01-01'), date('2026-12-31')).map(String))
    const free = workingDaysBetween(workingCalendar({ weekdays: MONDAY_TO_FRIDAY }), date('2026-01-01'), date('2026-12-31'))
      .map(String)
      .filter((on) => !worked.has(on))
    expect(free.join(' ')).toBe(
      '2026-01-01 2026-01-02 2026-02-16 2026-02-17 2026-02-18 2026-02-19 2026-02-20 2026-02-23 2026-04-06 2026-05-01 2026-05-04 2026-05-05 2026-06-19 2026-09-25 2026-10-01 2026-10-02 2026-10-05 2026-10-06 2026-10-07',
    )
  })

  const decrees = z
    .object({ holidays: z.record(z.string(), z.string()), workdays: z.record(z.string(), z.string()) })
    .parse(JSON.parse(readFileSync('node_modules/chinese-days/dist/chinese-days.json', 'utf8')))

  test('every day of every decree in the data is as decreed', () => {
    for (const on of Object.keys(decrees.holidays)) expect([on, china.isWorkingDay(date(on))]).toEqual([on, false])
    for (const on of Object.keys(decrees.workdays)) expect([on, china.isWorkingDay(date(on))]).toEqual([on, true])
  })

  test.each(['America/Los_Angeles', 'America/St_Johns', 'Europe/London', 'Asia/Shanghai', 'Pacific/Kiritimati'])(
    'the server may stand in %s',
    (zone) => {
      const script = `
        import chineseDays from 'chinese-days'
        const names = ['2026-01-03', '2026-01-04', '2026-02-15', '2026-02-24', '2026-10-07', '2026-10-10'].map((on) => {
          const { name, work } = chineseDays.getDayDetail(on)
          return name.includes(',') ? work : null
        })
        const lunar = chineseDays.getSolarDateFromLunar(new Date(2027, 0, 1, 12)).date
        console.log(JSON.stringify([...names, lunar]))`
      const told = execFileSync(process.execPath, ['--input-type=module', '-e', script], {
        env: { ...process.env, TZ: zone },
        encoding: 'utf8',
      })
      expect(JSON.parse(told)).toEqual([false, true, false, null, false, true, '2027-02-06'])
    },
  )

  test.each([
    { year: 2026, isMissing: false },
    { year: 2035, isMissing: true },
  ])('the decree for $year is missing: $isMissing', ({ year, isMissing }) => {
    expect(holidayDataMissing({ weekdays: MONDAY_TO_FRIDAY, country: 'CN' }, year)).toBe(isMissing)
    expect(holidayDataMissing({ weekdays: MONDAY_TO_FRIDAY, country: 'US' }, year)).toBe(false)
  })

  test('before the decree the statutory holidays stand in for it', () => {
    const everyDay = workingCalendar({ weekdays: [1, 2, 3, 4, 5, 6, 7], country: 'CN' })
    const worked = new Set(workingDaysBetween(everyDay, date('2035-01-01'), date('2035-12-31')).map(String))
    const free = workingDaysBetween(workingCalendar({ weekdays: [1, 2, 3, 4, 5, 6, 7] }), date('2035-01-01'), date('2035-12-31'))
      .map(String)
      .filter((on) => !worked.has(on))
    expect(free.join(' ')).toBe(
      '2035-01-01 2035-02-07 2035-02-08 2035-02-09 2035-02-10 2035-04-05 2035-05-01 2035-05-02 2035-06-10 2035-09-16 2035-10-01 2035-10-02 2035-10-03',
    )
  })
})

describe('looking for a working day', () => {
  const china = workingCalendar({ weekdays: MONDAY_TO_FRIDAY, country: 'CN' })
  const never = workingCalendar({ weekdays: [] })

  test('between two dates, both counted', () => {
    expect(workingDaysBetween(china, date('2026-02-13'), date('2026-02-24')).map(String)).toEqual([
      '2026-02-13',
      '2026-02-14',
      '2026-02-24',
    ])
    expect(workingDaysBetween(china, date('2026-02-24'), date('2026-02-13'))).toEqual([])
  })

  test('the next and the previous one', () => {
    expect(String(nextWorkingDay(china, date('2026-02-14')))).toBe('2026-02-24')
    expect(String(previousWorkingDay(china, date('2026-02-24')))).toBe('2026-02-14')
    expect(nextWorkingDay(never, date('2026-02-14'))).toBeUndefined()
  })

  test('the first of a month', () => {
    expect(String(firstWorkingDayOfMonth(china, date('2026-10-20')))).toBe('2026-10-08')
    expect(firstWorkingDayOfMonth(never, date('2026-10-20'))).toBeUndefined()
  })
})
