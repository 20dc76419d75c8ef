import type { Temporal } from 'temporal-polyfill'
import { date, type PeriodArg, period, type Text, text } from './text.js'

/** Whole days under a period's id. */
export interface Span {
  readonly id: string
  readonly start: Temporal.PlainDate
  /** The last day, which belongs to it. */
  readonly end: Temporal.PlainDate
}

/** A period by its name and, where that does not tell its days, by these: of a week, of a month of weeks, of a quarter or year that is no calendar's. */
export function spanned(of: Span): PeriodArg {
  return tellsItsDays(of) ? period(of.id) : { ...period(of.id), span: spanText(of) }
}

/** From when to when, with the years that the period's own name would lead one to take wrongly. */
export function spanText({ id, start, end }: Span): Text {
  if (start.year !== end.year) return text('period-span-years', { from: date(start, 'dated'), to: date(end, 'dated') })
  const facts = { from: date(start), to: date(end), year: String(start.year) }
  return text(id.startsWith(facts.year) ? 'period-span' : 'period-span-year', facts)
}

function tellsItsDays({ id, start, end }: Span): boolean {
  const [year = '', part = ''] = id.split('-')
  if (part === '') return start.toString() === `${year}-01-01` && end.toString() === `${year}-12-31`
  const [, quarter] = /^Q(\d)$/.exec(part) ?? []
  if (quarter === undefined) return !/^[WP]/.test(part)
  return start.year === Number(year) && start.day === 1 && start.month === Number(quarter) * 3 - 2 && end.day === end.daysInMonth
}
