import type { Temporal } from 'temporal-polyfill'

/**
 * The id of a week or calendar month that somebody named as they are written in cards: "week 10", "第10周", "2026年第10周", "March", "3月",
 * "2026年3月". Without a year it is the last one there was. Never throws.
 *
 * @returns such as 2026-W10 or 2026-03; undefined for anything else
 */
export function readPeriod(words: string, today: Temporal.PlainDate): string | undefined {
  const said = words.normalize('NFKC').toLowerCase().replace(/\s+/g, ' ').trim()
  const week = (WEEK.exec(said) ?? CHINESE_WEEK.exec(said))?.groups
  if (week !== undefined) {
    const number = Number(week.week)
    const year = week.year ?? (number > (today.weekOfYear ?? 0) ? (today.yearOfWeek ?? 0) - 1 : today.yearOfWeek)
    return `${year}-W${String(number).padStart(2, '0')}`
  }
  const month = (MONTH.exec(said) ?? CHINESE_MONTH.exec(said))?.groups
  if (month === undefined) return undefined
  const number = month.name === undefined ? Number(month.month) : MONTHS.indexOf(month.name) + 1
  const year = month.year ?? (number > today.month ? today.year - 1 : today.year)
  return `${year}-${String(number).padStart(2, '0')}`
}

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']
const WEEK = /^(?:week ?|w)(?<week>\d{1,2})(?: (?:of )?(?<year>\d{4}))?$/
const CHINESE_WEEK = /^(?:(?<year>\d{4}) ?年)? ?第? ?(?<week>\d{1,2}) ?周$/
const MONTH = /^(?<name>jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)(?:uary|ruary|ch|il|e|y|ust|t?ember|ober)?(?: (?<year>\d{4}))?$/
const CHINESE_MONTH = /^(?:(?<year>\d{4}) ?年)? ?(?<month>\d{1,2}) ?月(?:份)?$/
