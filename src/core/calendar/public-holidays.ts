import Holidays from 'date-holidays'
import { chinaHolidays } from './china-decree.js'
import type { HolidayDates } from './holiday-dates.js'

/**
 * A country's public holidays that fall in the year, their moved days included; of a region too where one is given. A holiday that lasts
 * less than a day (Christmas Eve from noon) closes nothing. Only China has worked weekend days.
 *
 * @param country ISO 3166-1, 'DE'
 * @param region the second part of ISO 3166-2, 'BY', or of a district within it, 'BY-A'
 */
export function publicHolidays(year: number, country: string, region?: string): HolidayDates {
  const key = `${year} ${country} ${region ?? ''}`
  const known = holidaysByPlace.get(key)
  if (known !== undefined) return known
  const dates = country === 'CN' ? chinaHolidays(year) : { closed: closedDates(year, country, region), open: new Set<string>() }
  holidaysByPlace.set(key, dates)
  return dates
}

const holidaysByPlace = new Map<string, HolidayDates>()

export function isHolidayCountry(country: string): boolean {
  return Object.hasOwn(new Holidays().getCountries(), country)
}

/** The code of a region or a district, however it was typed ('by-a' for 'BY-A'); undefined when there is no such one. */
export function holidayRegion(country: string, words: string): string | undefined {
  const [stateWords = '', districtWords] = words.split('-', 2)
  const state = regionsOf(country).find(({ code }) => isAlike(code, stateWords))?.code
  if (state === undefined || districtWords === undefined) return state
  const district = Object.keys(new Holidays().getRegions(country, state) ?? {}).find((code) => isAlike(code, districtWords))
  return district && `${state}-${district}`
}

function isAlike(code: string, words: string): boolean {
  return code.toLowerCase() === words.toLowerCase()
}

/** The regions of a country that have holidays of their own on record, by the second part of ISO 3166-2. */
export function regionsOf(country: string): { readonly code: string; readonly name: string }[] {
  if (country === 'CN' || !isHolidayCountry(country)) return []
  return Object.entries(new Holidays().getStates(country) ?? {}).map(([code, name]) => ({ code, name }))
}

function closedDates(year: number, country: string, region: string | undefined): ReadonlySet<string> {
  const [state, district] = region?.split('-') ?? []
  const place = { country, ...(state !== undefined && { state }), ...(district !== undefined && { region: district }) }
  const holidays = new Holidays(place, { types: ['public'] })
  // the year before too, for a holiday of several days that runs over New Year
  const dates = [year - 1, year].flatMap((each) => holidays.getHolidays(each)).flatMap(holidayDates)
  return new Set(dates.filter((date) => date.startsWith(`${year}-`)))
}

const HOUR_MS = 3_600_000

/** The local dates it takes up. An hour is forgiven, which daylight saving may take from a day. */
function holidayDates({ date, start, end }: { date: string; start: Date; end: Date }): string[] {
  const days = Math.floor(((end.getTime() - start.getTime()) / HOUR_MS + 1) / 24)
  const first = Date.parse(`${date.slice(0, 10)}T00:00:00Z`)
  return Array.from({ length: days }, (_, index) => new Date(first + index * 24 * HOUR_MS).toISOString().slice(0, 10))
}
