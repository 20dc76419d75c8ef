import { Temporal } from 'temporal-polyfill'
import { dateOfDayNumber, dayNumber } from './day-number.js'
import {
  CALENDAR_YEAR,
  type FiscalCalendar,
  type FiscalMonth,
  fiscalMonthOf,
  fiscalYearOf,
  monthsOfFiscalYear,
  monthsOfQuarter,
  startOfFiscalYear,
} from './fiscal-year.js'

export type PeriodKind = 'day' | 'week' | 'month' | 'quarter' | 'year'

/** A stretch of whole days. Weeks are ISO's (Monday first), quarters and years fiscal; so are months in a year of weeks, else the calendar's. */
export interface Period {
  readonly kind: PeriodKind
  /** '2026-03-02' · '2026-W47' · '2026-11', of a year of weeks '2026-P03' · '2026-Q4' · '2026' */
  readonly id: string
  readonly start: Temporal.PlainDate
  /** The last day, which belongs to it. */
  readonly end: Temporal.PlainDate
}

/** The period of a kind that `on` lies in. */
export function periodContaining(kind: PeriodKind, on: Temporal.PlainDate, fiscal: FiscalCalendar): Period {
  switch (kind) {
    case 'day':
      return { kind, id: on.toString(), start: on, end: on }
    case 'week': {
      const start = on.subtract({ days: on.dayOfWeek - 1 })
      return { kind, id: weekId(on), start, end: start.add({ days: 6 }) }
    }
    case 'month':
      return fiscal.kind === 'weeks' ? weeksMonth(fiscalMonthOf(on, fiscal)) : calendarMonth(on)
    case 'quarter': {
      const { year, quarter } = fiscalMonthOf(on, fiscal)
      return spanOf(kind, `${yearId(year)}-Q${quarter + 1}`, monthsOfQuarter(year, quarter, fiscal))
    }
    case 'year': {
      const year = fiscalYearOf(on, fiscal)
      return {
        kind,
        id: yearId(year),
        start: startOfFiscalYear(year, fiscal),
        end: startOfFiscalYear(year + 1, fiscal).subtract({ days: 1 }),
      }
    }
  }
}

function calendarMonth(on: Temporal.PlainDate): Period {
  return { kind: 'month', id: monthId(on), start: on.with({ day: 1 }), end: on.with({ day: on.daysInMonth }) }
}

function weeksMonth({ year, index, start, end }: FiscalMonth): Period {
  return { kind: 'month', id: `${yearId(year)}-P${twoDigits(index + 1)}`, start, end }
}

function spanOf(kind: PeriodKind, id: string, months: readonly FiscalMonth[]): Period {
  const [first, last] = [months[0], months.at(-1)]
  if (first === undefined || last === undefined) throw new RangeError(`Cannot make ${kind} ${id}: it has no month`)
  return { kind, id, start: first.start, end: last.end }
}

/** The ISO week's year may differ from the date's: 2027-01-01 lies in 2026-W53. */
function weekId(on: Temporal.PlainDate): string {
  return `${yearId(on.yearOfWeek ?? on.year)}-W${twoDigits(on.weekOfYear ?? 0)}`
}

function monthId(on: Temporal.PlainDate): string {
  return `${yearId(on.year)}-${twoDigits(on.month)}`
}

function yearId(year: number): string {
  return String(year).padStart(4, '0')
}

function twoDigits(number: number): string {
  return String(number).padStart(2, '0')
}

/**
 * Reads an id back into its period; undefined when there is no such day, week, month, quarter or year. A calendar month is known by its id in
 * every fiscal year: what was published by it stays readable.
 */
export function parsePeriod(id: string, fiscal: FiscalCalendar): Period | undefined {
  const kind = SHAPES.find(({ shape }) => shape.test(id))?.kind
  if (kind === undefined || id.startsWith('0')) return undefined
  const on = someDay(kind, id, fiscal)
  const period = on && (CALENDAR_MONTH.test(id) ? calendarMonth(on) : periodContaining(kind, on, fiscal))
  return period?.id === id ? period : undefined // a 53rd week that the year has not, a 30 February
}

const CALENDAR_MONTH = /^\d{4}-\d{2}$/

const SHAPES: readonly { kind: PeriodKind; shape: RegExp }[] = [
  { kind: 'day', shape: /^\d{4}-\d{2}-\d{2}$/ },
  { kind: 'week', shape: /^\d{4}-W\d{2}$/ },
  { kind: 'month', shape: CALENDAR_MONTH },
  { kind: 'month', shape: /^\d{4}-P\d{2}$/ },
  { kind: 'quarter', shape: /^\d{4}-Q[1-4]$/ },
  { kind: 'year', shape: /^\d{4}$/ },
]

/** A day that lies in the period if there is one of that id. */
function someDay(kind: PeriodKind, id: string, fiscal: FiscalCalendar): Temporal.PlainDate | undefined {
  const year = Number(id.slice(0, 4))
  const part = Number(
    id
      .slice(5)
      .replace(/^[WPQ]/, '')
      .slice(0, 2),
  )
  switch (kind) {
    case 'day':
      return dateIfAny(year, part, Number(id.slice(8)))
    case 'month':
      return id[5] === 'P' ? monthsOfFiscalYear(year, fiscal)[part - 1]?.start : dateIfAny(year, part, 1)
    case 'week': // 4 January lies in the first ISO week
      return Temporal.PlainDate.from({ year, month: 1, day: 4 }).add({ weeks: part - 1 })
    case 'quarter':
      return monthsOfQuarter(year, part - 1, fiscal)[0]?.start
    case 'year':
      return startOfFiscalYear(year, fiscal)
  }
}

function dateIfAny(year: number, month: number, day: number): Temporal.PlainDate | undefined {
  if (month < 1 || day < 1) return undefined
  return Temporal.PlainDate.from({ year, month, day }, { overflow: 'constrain' })
}

export function previousPeriod({ kind, start }: Period, fiscal: FiscalCalendar): Period {
  return periodContaining(kind, start.subtract({ days: 1 }), fiscal)
}

export function nextPeriod({ kind, end }: Period, fiscal: FiscalCalendar): Period {
  return periodContaining(kind, end.add({ days: 1 }), fiscal)
}

/** The months it touches, whole, in order: a week over a month's end has two. The calendar's, unless a fiscal year has its own. */
export function monthsOf({ start, end }: Pick<Period, 'start' | 'end'>, fiscal: FiscalCalendar = CALENDAR_YEAR): Period[] {
  const months: Period[] = []
  let month = periodContaining('month', start, fiscal)
  while (Temporal.PlainDate.compare(month.start, end) <= 0) {
    months.push(month)
    month = nextPeriod(month, fiscal)
  }
  return months
}

export function isWithin(on: Temporal.PlainDate, { start, end }: Pick<Period, 'start' | 'end'>): boolean {
  return Temporal.PlainDate.compare(start, on) <= 0 && Temporal.PlainDate.compare(on, end) <= 0
}

/** Whether two have a day in common. */
export function overlaps(one: Pick<Period, 'start' | 'end'>, other: Pick<Period, 'start' | 'end'>): boolean {
  return Temporal.PlainDate.compare(one.start, other.end) <= 0 && Temporal.PlainDate.compare(other.start, one.end) <= 0
}

/** Each of its days, in order. */
export function datesOf({ start, end }: Pick<Period, 'start' | 'end'>): Temporal.PlainDate[] {
  const first = dayNumber(start)
  return Array.from({ length: dayNumber(end) - first + 1 }, (_, index) => dateOfDayNumber(first + index))
}

/** About how many months it is long, at least one: 3 for a quarter of 13 weeks. */
export function monthsIn({ start, end }: Pick<Period, 'start' | 'end'>): number {
  return Math.max(1, Math.round((start.until(end).days + 1) / 30.4375))
}
