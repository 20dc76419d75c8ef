import chineseDays from 'chinese-days'
import type { HolidayDates } from './holiday-dates.js'

/**
 * China's holidays of a year. The State Council decrees them late in the year before, with the weekend days that are worked instead.
 * Until the decree is in the data, the statutory holidays stand in for it (Regulation on National Festivals, as of 2025: New Year's
 * Day, the eve and first three days of the lunar year, Qingming, 1–2 May, the dragon boats, mid-autumn, 1–3 October): what is moved to or
 * worked for cannot be known, and `isDecreed` says so. A decree may reach into the last days of the year before.
 */
export function chinaHolidays(year: number): HolidayDates {
  return isDecreed(year) ? decreedDates(year) : { closed: statutoryHolidays(year), open: new Set() }
}

/** Whether the decree for the year is in the data: 1 October is a holiday in every one. */
export function isDecreed(year: number): boolean {
  return decreeOn(`${year}-10-01`) !== undefined
}

/**
 * `chinese-days` reads a date in the server's zone, and west of Greenwich takes the weekday of the day before. Its table is shifted alike,
 * so what the decree names is found by an ISO string in every zone; the plain weekdays are left to the caller. Decreed days
 * carry a name in two languages with a comma, others the name of their weekday.
 */
function decreeOn(date: string): 'closed' | 'open' | undefined {
  const { name, work } = chineseDays.getDayDetail(date)
  if (!name.includes(',')) return undefined
  return work ? 'open' : 'closed'
}

function decreedDates(year: number): HolidayDates {
  const dates = datesOfYear(year)
  return {
    closed: new Set(dates.filter((date) => decreeOn(date) === 'closed')),
    open: new Set(dates.filter((date) => decreeOn(date) === 'open')),
  }
}

function statutoryHolidays(year: number): ReadonlySet<string> {
  const lunarYear = lunarDate(year, 1, 1)
  return new Set([
    ...isoDates(year, 1, 1, 1),
    ...isoDates(year, lunarYear.month, lunarYear.day - 1, 4),
    ...isoDates(year, 4, qingmingDay(year), 1),
    ...isoDates(year, 5, 1, 2),
    ...[lunarDate(year, 5, 5), lunarDate(year, 8, 15)].flatMap(({ month, day }) => isoDates(year, month, day, 1)),
    ...isoDates(year, 10, 1, 3),
  ])
}

/** The solar date of a lunar one. Asked at noon of the server's zone, so that no zone moves it. */
function lunarDate(year: number, month: number, day: number): { month: number; day: number } {
  const [, solarMonth, solarDay] = chineseDays.getSolarDateFromLunar(new Date(year, month - 1, day, 12)).date.split('-')
  return { month: Number(solarMonth), day: Number(solarDay) }
}

/** The day in April; the usual formula [Y × 0.2422 + 4.81] − [Y ÷ 4] for the 21st century, in whole numbers. */
function qingmingDay(year: number): number {
  const inCentury = year % 100
  return Math.floor((inCentury * 2422 + 48_100) / 10_000) - Math.floor(inCentury / 4)
}

function datesOfYear(year: number): string[] {
  return isoDates(year, 1, 1, 366).filter((date) => date.startsWith(`${year}-`))
}

/** So many dates on end; a day of 0 is the last of the month before. */
function isoDates(year: number, month: number, firstDay: number, count: number): string[] {
  return Array.from({ length: count }, (_, index) => new Date(Date.UTC(year, month - 1, firstDay + index)).toISOString().slice(0, 10))
}
