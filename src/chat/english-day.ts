import type { Temporal } from 'temporal-polyfill'
import { saidDate } from './said-date.js'

type EnglishDay =
  | { readonly on: Temporal.PlainDate; readonly rest: string }
  /** "31 Feb" */
  | { readonly on: 'none'; readonly said: string }

/** An English date or "last Friday" at the start or the end of words, and the words without it. A date without a year is the last one there was. */
export function englishDay(words: string, today: Temporal.PlainDate): EnglishDay | undefined {
  const found = ENGLISH_DAYS.map((pattern) => pattern.exec(words)).find((match) => match !== null)
  if (found === undefined || found.groups === undefined) return undefined
  const { day, month, monthFirst, dayLast, year, weekday, heading } = found.groups
  // "3 may come" is no date.
  if ((month ?? monthFirst) === 'may') return undefined
  const on =
    weekday === undefined && heading === undefined
      ? saidDate(MONTHS.indexOf((month ?? monthFirst ?? '').slice(0, 3).toLowerCase()) + 1, Number(day ?? dayLast), year, today)
      : daysBack(WEEKDAYS.indexOf((weekday ?? heading ?? '').slice(0, 3).toLowerCase()) + 1, today, heading === undefined)
  if (on === undefined) return { on: 'none', said: found[0].replace(/^ ?(?:on )?|[ ,:;]+$/gi, '') }
  return { on, rest: `${words.slice(0, found.index)} ${words.slice(found.index + found[0].length)}`.trim() }
}

/** The last such weekday; today itself unless it is called the last one. */
function daysBack(weekday: number, today: Temporal.PlainDate, isBefore: boolean): Temporal.PlainDate {
  const days = (today.dayOfWeek - weekday + 7) % 7
  return today.subtract({ days: days === 0 && isBefore ? 7 : days })
}

const MONTHS = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ')
const MONTH =
  '(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)'
const WEEKDAYS = 'mon tue wed thu fri sat sun'.split(' ')
const WEEKDAY = '(?:mon|tues|wednes|thurs|fri|satur|sun)day'
const ENGLISH = String.raw`(?:on )?(?:(?<day>\d{1,2})(?:st|nd|rd|th)? (?<month>${MONTH})\.?|(?<monthFirst>${MONTH})\.? (?<dayLast>\d{1,2})(?:st|nd|rd|th)?)(?:,? (?<year>\d{4}))?`
const LAST_DAY = `(?:on )?last (?<weekday>${WEEKDAY})`
// Alone a weekday may be part of what was done ("Monday meeting"): with a colon behind it, it is a heading.
const ENGLISH_DAYS = [
  new RegExp(`^(?:${ENGLISH}|${LAST_DAY}|(?<heading>${WEEKDAY})(?=[:,]))(?=$|[ ,:;])[,:;]? *`, 'i'),
  new RegExp(`(?:^| )(?:${ENGLISH}|${LAST_DAY})$`, 'i'),
]
