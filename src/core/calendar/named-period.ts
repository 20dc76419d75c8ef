import type { Temporal } from 'temporal-polyfill'
import type { FiscalCalendar } from './fiscal-year.js'
import { type Period, type PeriodKind, parsePeriod, periodContaining } from './period.js'

export type NamedKind = Exclude<PeriodKind, 'day'>

/** A week, month, quarter or year by the words that name it: its number, and its year where that was said. */
export interface NamedPeriod {
  readonly kind: NamedKind
  readonly year: number | undefined
  /** The quarter's, month's or week's; a fiscal month is counted from the year's first. Undefined of a year. */
  readonly number: number | undefined
  readonly isFiscalMonth: boolean
  /** As it was said. */
  readonly words: string
}

/**
 * Finds the first period that is named, not meant by "this" or "next": "Q3", "2026-Q3", "week 47", "2026-W47", "Nov 2026", "2026-11", "P4", "2026";
 * 第三季度, 2026年11月, 第47周, 第4期. A month's English name alone may be a person's (April, May): it takes a year.
 *
 * @returns it, and the words without it; undefined where none is named
 */
export function takeNamedPeriod(typed: string): { readonly named: NamedPeriod; readonly rest: string } | undefined {
  const words = FIND.exec(typed)?.[0]
  const named = words === undefined ? undefined : readNamedPeriod(words)
  return words === undefined || named === undefined ? undefined : { named, rest: typed.replace(words, ' ') }
}

/** The same of words that are about nothing else: there a month's name needs no year. */
export function readNamedPeriod(words: string): NamedPeriod | undefined {
  const said = words.normalize('NFKC').toLowerCase().replace(/\s+/g, ' ').trim()
  const groups = SHAPES.map((shape) => shape.exec(said)?.groups).find((found) => found !== undefined)
  if (groups === undefined) return undefined
  const { year, quarter, week, month, name, part } = groups
  const numbered = quarter ?? week ?? part ?? month
  const number = name === undefined ? numbered : String(MONTHS.indexOf(name) + 1)
  const kind = quarter !== undefined ? 'quarter' : week !== undefined ? 'week' : number !== undefined ? 'month' : 'year'
  return {
    kind,
    year: year === undefined ? undefined : Number(year),
    number: number === undefined ? undefined : (CHINESE[number] ?? Number(number)),
    isFiscalMonth: part !== undefined,
    words,
  }
}

/**
 * The period that is meant, in a team's fiscal calendar. Without a year it is the one of the fiscal year that runs, and a week of the running
 * year's weeks.
 *
 * @param today the team's date
 * @returns undefined where there is none of that number, such as a fourteenth month
 */
export function periodNamed(
  { kind, year, number, isFiscalMonth }: NamedPeriod,
  today: Temporal.PlainDate,
  fiscal: FiscalCalendar,
): Period | undefined {
  const running = periodContaining('year', today, fiscal)
  if (kind === 'year') return parsePeriod(String(year), fiscal)
  const inYear = (of: number | string) => parsePeriod(`${of}-${code(kind, isFiscalMonth)}${digits(kind, number)}`, fiscal)
  if (year !== undefined) return inYear(year)
  if (kind === 'week') return inYear(today.yearOfWeek ?? today.year)
  if (kind === 'quarter' || isFiscalMonth) return inYear(running.id)
  // A fiscal year lies in two calendar years, whichever it is named by.
  return [running.start.year, running.end.year].map(inYear).find((period) => period !== undefined && isWithin(period, running))
}

/** The same, where one that is over or runs is meant: without a year it is the last there was. */
export function lastPeriodNamed(named: NamedPeriod, today: Temporal.PlainDate, fiscal: FiscalCalendar): Period | undefined {
  const period = periodNamed(named, today, fiscal)
  if (period === undefined || named.year !== undefined || period.start.until(today).sign >= 0) return period
  return periodNamed({ ...named, year: Number(period.id.slice(0, 4)) - 1 }, today, fiscal)
}

function isWithin({ start }: Period, year: Period): boolean {
  return start.until(year.start).sign <= 0 && start.until(year.end).sign >= 0
}

function code(kind: NamedKind, isFiscalMonth: boolean): string {
  if (kind === 'quarter') return 'Q'
  return kind === 'week' ? 'W' : isFiscalMonth ? 'P' : ''
}

function digits(kind: NamedKind, number = 0): string {
  return kind === 'quarter' ? String(number) : String(number).padStart(2, '0')
}

const CHINESE: Readonly<Record<string, number>> = { 一: 1, 二: 2, 三: 3, 四: 4 }
const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']

const YEAR = '(?<year>20\\d{2})'
const MONTH_NAME = `(?<name>${MONTHS.join('|')})(?:uary|ruary|ch|il|e|y|ust|t|t?ember|ober)?`
const IN_LETTERS = [
  `q(?<quarter>[1-4])(?:[ -]?${YEAR})?`,
  `${YEAR}[ -]?q(?<quarter>[1-4])`,
  `(?:week ?|w)(?<week>\\d{1,2})(?: (?:of )?${YEAR})?`,
  `${YEAR}-?w(?<week>\\d{1,2})`,
  `p(?<part>\\d{1,2})(?: ?${YEAR})?`,
  `${YEAR}-?p(?<part>\\d{1,2})`,
  `${MONTH_NAME}[ -]${YEAR}`,
  `${YEAR}[-/](?<month>\\d{1,2})`,
  YEAR,
]
const IN_SIGNS = [
  `(?:${YEAR} ?年 ?)?第 ?(?<quarter>[1-4一二三四]) ?季度?`,
  `(?:${YEAR} ?年 ?)?(?<quarter>[1-4一二三四]) ?季度`, // 四季 alone may be part of a name
  `(?:${YEAR} ?年 ?)?第 ?(?<week>\\d{1,2}) ?周`,
  `(?:${YEAR} ?年 ?)?第 ?(?<part>\\d{1,2}) ?期`,
  `(?:${YEAR} ?年 ?)?(?<month>\\d{1,2}) ?月份?`,
  `${YEAR} ?年(?:度|全年)?`,
]
const SHAPES = [...IN_LETTERS, MONTH_NAME, ...IN_SIGNS].map((shape) => new RegExp(`^${shape}$`))

/** Chinese words stand without spaces between them; other letters must end where the name does. */
const FIND = new RegExp(
  [...IN_SIGNS, ...IN_LETTERS.map((shape) => `(?<![\\p{L}\\p{N}@-])${shape}(?![\\p{L}\\p{N}]|[-/]\\d)`)]
    .map((shape) => shape.replace(/\?<\w+>/g, '?:').replaceAll(' ?', '\\s?'))
    .join('|'),
  'iu',
)
