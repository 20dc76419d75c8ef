/** Which number stands first in "3/4/2026". */
export type DateOrder = 'day-first' | 'month-first'

/**
 * Reads a date as files write it, into whole days since 1970-01-01: ISO ("2026-03-05", a time behind it is left out), "2026/3/5",
 * "20260305", "5.3.2026", "3/5/2026", "5 Mar 2026", "March 5, 2026", "2026年3月5日"; and what stands for its first day: "2026-03", "Mar 2026",
 * "2026-W10" (ISO, Monday), "2026-Q1", "2026". Two digits of a year are of 1970 to 2069. Undefined for all else, 30 February included.
 */
export function readDate(words: string, order: DateOrder): number | undefined {
  const iso = ISO.exec(words)
  if (iso !== null) return dayOf(Number(iso[1]), Number(iso[2]), Number(iso[3]))
  const plain = words.normalize('NFKC').trim()
  for (const { pattern, read } of FORMS) {
    const groups = pattern.exec(plain)?.groups
    if (groups !== undefined) return read(groups, order)
  }
  return undefined
}

/** Whether a cell shows which order its column is in: "13/4/2026" can only be the 13th. */
export function orderShown(words: string): DateOrder | 'either' | undefined {
  const groups = NUMBERS.exec(words.normalize('NFKC').trim())?.groups
  if (groups === undefined) return undefined
  if (Number(groups.first) > 12) return 'day-first'
  return Number(groups.second) > 12 ? 'month-first' : 'either'
}

const ISO = /^(\d{4})-(\d{2})-(\d{2})(?:[T ][\d:.]+(?:Z|[+-]\d{2}:?\d{2})?)?$/
const TIME = String.raw`(?:[T ,]+\d{1,2}:\d{2}\S*(?: ?[ap]m)?)?`
const NUMBERS = new RegExp(String.raw`^(?<first>\d{1,2})[/.-](?<second>\d{1,2})[/.-](?<year>\d{4}|\d{2})${TIME}$`, 'i')

type Groups = Readonly<Record<string, string | undefined>>

const FORMS: readonly { readonly pattern: RegExp; readonly read: (groups: Groups, order: DateOrder) => number | undefined }[] = [
  {
    pattern: new RegExp(String.raw`^(?<year>\d{4})(?:[-/.]|年)(?<month>\d{1,2})(?:[-/.]|月)(?<day>\d{1,2})日?${TIME}$`, 'i'),
    read: ({ year, month, day }) => dayOf(Number(year), Number(month), Number(day)),
  },
  {
    pattern: /^(?<year>\d{4})(?<month>\d{2})(?<day>\d{2})$/,
    read: ({ year, month, day }) => dayOf(Number(year), Number(month), Number(day)),
  },
  {
    pattern: NUMBERS,
    read: ({ first, second, year }, order) =>
      order === 'day-first' ? dayOf(fullYear(year), Number(second), Number(first)) : dayOf(fullYear(year), Number(first), Number(second)),
  },
  { pattern: /^(?<year>\d{4})(?:[-/.]|年)(?<month>\d{1,2})月?$/, read: ({ year, month }) => dayOf(Number(year), Number(month), 1) },
  { pattern: /^(?<year>\d{4})-?W(?<week>\d{1,2})$/i, read: ({ year, week }) => mondayOfWeek(Number(year), Number(week)) },
  { pattern: /^(?<year>\d{4})[- ]?Q(?<quarter>[1-4])$/i, read: ({ year, quarter }) => dayOf(Number(year), Number(quarter) * 3 - 2, 1) },
  { pattern: /^Q(?<quarter>[1-4])[- /]?(?<year>\d{4})$/i, read: ({ year, quarter }) => dayOf(Number(year), Number(quarter) * 3 - 2, 1) },
  { pattern: /^(?<year>\d{4})年?$/, read: ({ year }) => dayOf(Number(year), 1, 1) },
  {
    pattern: /^(?<day>\d{1,2})(?:st|nd|rd|th)?[ .-]*(?<month>[a-z]{3,9})[ .,-]*(?<year>\d{4}|\d{2})$/i,
    read: ({ year, month, day }) => dayOf(fullYear(year), monthNamed(month), Number(day)),
  },
  {
    pattern: /^(?<month>[a-z]{3,9})[ .]*(?<day>\d{1,2})(?:st|nd|rd|th)?[ ,]+(?<year>\d{4})$/i,
    read: ({ year, month, day }) => dayOf(fullYear(year), monthNamed(month), Number(day)),
  },
  { pattern: /^(?<month>[a-z]{3,9})[ .,-]*(?<year>\d{4})$/i, read: ({ year, month }) => dayOf(fullYear(year), monthNamed(month), 1) },
]

const DAY_MS = 86_400_000

function dayOf(year: number, month: number, day: number): number | undefined {
  const instant = new Date(0).setUTCFullYear(year, month - 1, day)
  const date = new Date(instant)
  const isReal = date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day
  return isReal && year >= 1000 ? instant / DAY_MS : undefined
}

function fullYear(words = ''): number {
  const year = Number(words)
  if (words.length > 2) return year
  return year < 70 ? 2000 + year : 1900 + year
}

function mondayOfWeek(year: number, week: number): number | undefined {
  const fourth = dayOf(year, 1, 4) // 4 January always lies in the first ISO week
  if (fourth === undefined || week < 1 || week > 53) return undefined
  return fourth - weekdayOf(fourth) + 1 + (week - 1) * 7
}

/** 1 Monday to 7 Sunday: 1970-01-01 was a Thursday. */
function weekdayOf(day: number): number {
  return ((((day + 3) % 7) + 7) % 7) + 1
}

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']

/** 0 where there is no such month, which is no date either. */
function monthNamed(name = ''): number {
  return MONTHS.indexOf(name.slice(0, 3).toLowerCase()) + 1
}
