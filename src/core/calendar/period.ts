import { Temporal } from 'temporal-polyfill'
import { dateOfDayNumber, dayNumber } from './day-number.js'
import { type FiscalCalendar, fiscalMonthIndex, fiscalYearOf, startOfFiscalYear } from './fiscal-year.js'

export type PeriodKind = 'day' | 'week' | 'month' | 'quarter' | 'year'

/** A stretch of whole days. Weeks are ISO's (Monday first), months the calendar's, quarters and years fiscal. */
export interface Period {
  readonly kind: PeriodKind
  /** '2026-03-02' · '2026-W47' · '2026-11' · '2026-Q4' · '2026' */
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
    case 'month': {
      const start = on.with({ day: 1 })
      return monthsFrom(kind, monthId(on), start, 1)
    }
    case 'quarter': {
      const monthInYear = fiscalMonthIndex(on, fiscal)
      const start = on.with({ day: 1 }).subtract({ months: monthInYear % 3 })
      return monthsFrom(kind, `${yearId(fiscalYearOf(on, fiscal))}-Q${Math.floor(monthInYear / 3) + 1}`, start, 3)
    }
    case 'year': {
      const year = fiscalYearOf(on, fiscal)
      return monthsFrom(kind, yearId(year), startOfFiscalYear(year, fiscal), 12)
    }
  }
}

function monthsFrom(kind: PeriodKind, id: string, start: Temporal.PlainDate, months: number): Period {
  return { kind, id, start, end: start.add({ months }).subtract({ days: 1 }) }
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

/** Reads an id back into its period; undefined when there is no such day, week, month, quarter or year. */
export function parsePeriod(id: string, fiscal: FiscalCalendar): Period | undefined {
  const kind = SHAPES.find(({ shape }) => shape.test(id))?.kind
  if (kind === undefined || id.startsWith('0')) return undefined
  const on = someDay(kind, id, fiscal)
  const period = on && periodContaining(kind, on, fiscal)
  return period?.id === id ? period : undefined // a 53rd week that the year has not, a 30 February
}

const SHAPES: readonly { kind: PeriodKind; shape: RegExp }[] = [
  { kind: 'day', shape: /^\d{4}-\d{2}-\d{2}$/ },
  { kind: 'week', shape: /^\d{4}-W\d{2}$/ },
  { kind: 'month', shape: /^\d{4}-\d{2}$/ },
  { kind: 'quarter', shape: /^\d{4}-Q[1-4]$/ },
  { kind: 'year', shape: /^\d{4}$/ },
]

/** A day that lies in the period if there is one of that id. */
function someDay(kind: PeriodKind, id: string, fiscal: FiscalCalendar): Temporal.PlainDate | undefined {
  const year = Number(id.slice(0, 4))
  const part = Number(id.slice(5).replace(/^[WQ]/, '').slice(0, 2))
  switch (kind) {
    case 'day':
    case 'month':
      return dateIfAny(year, part, kind === 'day' ? Number(id.slice(8)) : 1)
    case 'week': // 4 January lies in the first ISO week
      return Temporal.PlainDate.from({ year, month: 1, day: 4 }).add({ weeks: part - 1 })
    case 'quarter':
      return startOfFiscalYear(year, fiscal).add({ months: (part - 1) * 3 })
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

/** The calendar months it touches, whole, in order: a week over a month's end has two. */
export function monthsOf({ start, end }: Pick<Period, 'start' | 'end'>): Period[] {
  const count = (end.year - start.year) * 12 + end.month - start.month + 1
  const first = start.with({ day: 1 })
  return Array.from({ length: count }, (_, index) => {
    const month = first.add({ months: index })
    return monthsFrom('month', monthId(month), month, 1)
  })
}

/** Each of its days, in order. */
export function datesOf({ start, end }: Pick<Period, 'start' | 'end'>): Temporal.PlainDate[] {
  const first = dayNumber(start)
  return Array.from({ length: dayNumber(end) - first + 1 }, (_, index) => dateOfDayNumber(first + index))
}
