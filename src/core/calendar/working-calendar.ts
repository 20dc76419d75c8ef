import type { Temporal } from 'temporal-polyfill'
import { isDecreed } from './china-decree.js'
import { dateOfDayNumber, dayNumber } from './day-number.js'
import type { HolidayDates } from './holiday-dates.js'
import { isHolidayCountry, publicHolidays } from './public-holidays.js'

export interface WorkingCalendar {
  /** The weekdays that are usually worked, where it knows: ISO, 1 is Monday. */
  readonly weekdays?: readonly number[]
  isWorkingDay(on: Temporal.PlainDate): boolean
}

export interface CalendarRule {
  /** ISO: 1 is Monday, 7 Sunday. */
  readonly weekdays: readonly number[]
  /** ISO 3166-1; without it no public holidays. */
  readonly country?: string
  /** The second part of ISO 3166-2: 'BY'. */
  readonly region?: string
  /** ISO dates that are free although the rest says otherwise; they win over `open`. */
  readonly closed?: readonly string[]
  /** ISO dates that are worked although the rest says otherwise. */
  readonly open?: readonly string[]
}

/**
 * Says which days are worked: the team's own dates first, then the country's holidays and (China) its worked weekend days, then weekdays.
 * China's decree counts for a team with any weekdays: it works the decreed Sundays too.
 *
 * @throws RangeError when there is no such country: a bug, since the settings form offers those there are
 */
export function workingCalendar(rule: CalendarRule): WorkingCalendar {
  if (rule.country !== undefined && !isHolidayCountry(rule.country))
    throw new RangeError(`Cannot make a calendar: there are no holidays of "${rule.country}"`)
  const weekdays = new Set(rule.weekdays)
  const closed = new Set(rule.closed)
  const open = new Set(rule.open)
  const holidaysByYear = new Map<number, HolidayDates>()

  function holidaysOf(year: number): HolidayDates {
    const known = holidaysByYear.get(year)
    if (known !== undefined) return known
    const dates = rule.country === undefined ? NO_HOLIDAYS : publicHolidays(year, rule.country, rule.region)
    holidaysByYear.set(year, dates)
    return dates
  }

  return {
    weekdays: rule.weekdays,
    isWorkingDay(on) {
      const date = on.toString()
      if (closed.has(date)) return false
      if (open.has(date)) return true
      const holidays = holidaysOf(on.year)
      if (holidays.closed.has(date)) return false
      return holidays.open.has(date) || weekdays.has(on.dayOfWeek)
    },
  }
}

const NO_HOLIDAYS: HolidayDates = { closed: new Set(), open: new Set() }

/** Whether the year's holidays are not known for certain yet: in China, until the State Council's decree for it is in the data. */
export function holidayDataMissing(rule: CalendarRule, year: number): boolean {
  return rule.country === 'CN' && !isDecreed(year)
}

/** The working days from `from` up to and including `to`. */
export function workingDaysBetween(calendar: WorkingCalendar, from: Temporal.PlainDate, to: Temporal.PlainDate): Temporal.PlainDate[] {
  const [first, last] = [dayNumber(from), dayNumber(to)]
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, index) => dateOfDayNumber(first + index)).filter((on) =>
    calendar.isWorkingDay(on),
  )
}

/** The first working day after `after`; undefined when there is none within two years (a calendar without weekdays). */
export function nextWorkingDay(calendar: WorkingCalendar, after: Temporal.PlainDate): Temporal.PlainDate | undefined {
  return search(calendar, after, 1)
}

/** The last working day before `before`; undefined when there is none within two years. */
export function previousWorkingDay(calendar: WorkingCalendar, before: Temporal.PlainDate): Temporal.PlainDate | undefined {
  return search(calendar, before, -1)
}

const TWO_YEARS_DAYS = 731

function search(calendar: WorkingCalendar, start: Temporal.PlainDate, step: 1 | -1): Temporal.PlainDate | undefined {
  for (let days = 1; days <= TWO_YEARS_DAYS; days += 1) {
    const on = start.add({ days: days * step })
    if (calendar.isWorkingDay(on)) return on
  }
  return undefined
}

/** Of the month that `on` lies in; undefined when the month has none. */
export function firstWorkingDayOfMonth(calendar: WorkingCalendar, on: Temporal.PlainDate): Temporal.PlainDate | undefined {
  return workingDaysBetween(calendar, on.with({ day: 1 }), on.with({ day: on.daysInMonth }))[0]
}
