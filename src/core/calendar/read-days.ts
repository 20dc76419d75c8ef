import { Temporal } from 'temporal-polyfill'

export type DaysRead =
  /** Both included; `to` may lie before `from`, where that was said. */
  | { readonly kind: 'days'; readonly from: Temporal.PlainDate; readonly to: Temporal.PlainDate }
  /** The words, as typed, that stand for no day, or for more than one. */
  | { readonly kind: 'unread'; readonly words: string }

/**
 * Reads a day, or two with all between, out of what somebody typed in English or Chinese: "tomorrow", "24 Dec - 3 Jan", "next week",
 * "2026-12-24 2026-12-28", "下周一到周三", "12月24日到28日". A date without a year is the next one there is, and the second day the next after the
 * first. What could be meant in two ways ("5/6", "5.6", "next Friday") is not read. Never throws.
 *
 * @param today what "tomorrow" is counted from
 */
export function readDays(words: string, today: Temporal.PlainDate): DaysRead {
  const unread: DaysRead = { kind: 'unread', words: words.trim() }
  const said = words.normalize('NFKC').toLowerCase().trim().replace(LEADING, '').replace(TRAILING, '')
  const week = WEEK_WORDS.has(said) ? mondayOf(today).add({ days: 7 }) : undefined
  if (week !== undefined) return { kind: 'days', from: week, to: week.add({ days: 6 }) }

  const first = dayAtStart(said)
  if (first === undefined) return unread
  if (first.rest === '') return isVague(first.day) ? unread : (span(dateOf(first.day, today, today), undefined) ?? unread)
  const second = dayAtStart(first.rest.replace(BETWEEN, ''))
  if (second === undefined || second.rest !== '') return unread
  return bothDays(first.day, second.day, today) ?? unread
}

const LEADING = /^(?:from|on|从|请假|休假)\s*/
const TRAILING = /\s*(?:off|请假|休假|休息)$/
const WEEK_WORDS: ReadonlySet<string> = new Set(['next week', '下周', '下星期', '下个星期', '下礼拜'])
// A comma or an "and" would make it two days, without those between.
const BETWEEN = /^\s*(?:to|until|till|through|[-–—~]|\.\.\.?|到|至)?\s*/

/** A day as it was said. */
type SaidDay =
  | { readonly kind: 'ahead'; readonly days: number }
  | { readonly kind: 'date'; readonly year: number | undefined; readonly month: number; readonly day: number }
  /** "24", "24th", "24日": a number alone may be anything. */
  | { readonly kind: 'day'; readonly day: number; readonly as: 'number' | 'ordinal' | '日' }
  /** Of this week or the next, or else the next one there is. */
  | { readonly kind: 'weekday'; readonly weekday: number; readonly week: 'this' | 'next' | undefined }

function isVague(day: SaidDay): boolean {
  return day.kind === 'day' && day.as === 'number'
}

function span(from: Temporal.PlainDate | undefined, to: Temporal.PlainDate | undefined): DaysRead | undefined {
  return from === undefined ? undefined : { kind: 'days', from, to: to ?? from }
}

function bothDays(first: SaidDay, second: SaidDay, today: Temporal.PlainDate): DaysRead | undefined {
  if (first.kind === 'day' && second.kind === 'date') {
    // "24-28 Dec": the month is said once, behind both. In "24日到12月28日" it may be another.
    const to = first.as === '日' ? undefined : dateOf(second, today, today)
    return to === undefined || first.day > to.day ? undefined : span(dateIn(to.year, to.month, first.day), to)
  }
  const from = isVague(first) ? undefined : dateOf(first, today, today)
  const to = from === undefined ? undefined : dateOf(second, today, from)
  return to === undefined ? undefined : span(from, to)
}

/** @param notBefore where a year, a month or a week is not said, the day is the first one from here on */
function dateOf(said: SaidDay, today: Temporal.PlainDate, notBefore: Temporal.PlainDate): Temporal.PlainDate | undefined {
  switch (said.kind) {
    case 'ahead':
      return today.add({ days: said.days })
    case 'date': {
      const { year, month, day } = said
      if (year !== undefined) return dateIn(year, month, day)
      return firstOf(YEARS_TO_LEAP_DAY, (years) => dateIn(notBefore.year + years, month, day), notBefore)
    }
    case 'day': {
      const month = notBefore.with({ day: 1 })
      return firstOf(MONTHS_TO_A_31ST, (months) => dateInMonth(month.add({ months }), said.day), notBefore)
    }
    case 'weekday': {
      const { weekday, week } = said
      if (week !== undefined) return mondayOf(today).add({ days: weekday - 1 + (week === 'next' ? 7 : 0) })
      // Said on a Friday, "Friday" is no word for today.
      const start = notBefore.equals(today) ? today.add({ days: 1 }) : notBefore
      return start.add({ days: (weekday - start.dayOfWeek + 7) % 7 })
    }
  }
}

const YEARS_TO_LEAP_DAY = 8
const MONTHS_TO_A_31ST = 2

function firstOf(
  most: number,
  dateAt: (step: number) => Temporal.PlainDate | undefined,
  notBefore: Temporal.PlainDate,
): Temporal.PlainDate | undefined {
  const dates = Array.from({ length: most + 1 }, (_, step) => dateAt(step))
  return dates.find((on) => on !== undefined && Temporal.PlainDate.compare(on, notBefore) >= 0)
}

function dateIn(year: number, month: number, day: number): Temporal.PlainDate | undefined {
  if (month < 1 || month > 12) return undefined
  return dateInMonth(new Temporal.PlainDate(year, month, 1), day)
}

function dateInMonth(month: Temporal.PlainDate, day: number): Temporal.PlainDate | undefined {
  return day >= 1 && day <= month.daysInMonth ? month.with({ day }) : undefined
}

function mondayOf(on: Temporal.PlainDate): Temporal.PlainDate {
  return on.subtract({ days: on.dayOfWeek - 1 })
}

function dayAtStart(words: string): { readonly day: SaidDay; readonly rest: string } | undefined {
  for (const { shape, read } of SHAPES) {
    const match = shape.exec(words)
    const day = match === null ? undefined : read(match.groups ?? {})
    if (match !== null && day !== undefined) return { day, rest: words.slice(match[0].length) }
  }
  return undefined
}

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']
const MONTH =
  '(?<month>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\\.?'
const WEEKDAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun']
const CHINESE_WEEKDAYS = '一二三四五六日'
const AHEAD: Readonly<Record<string, number>> = {
  today: 0,
  'day after tomorrow': 2,
  'the day after tomorrow': 2,
  tomorrow: 1,
  今天: 0,
  今日: 0,
  明天: 1,
  明日: 1,
  后天: 2,
}

// Longer forms before those they begin with.
const SHAPES: readonly { readonly shape: RegExp; readonly read: (said: Readonly<Record<string, string | undefined>>) => SaidDay }[] = [
  {
    shape: /^(?<words>today|tomorrow|(?:the )?day after tomorrow|今天|今日|明天|明日|后天)(?![a-z])/,
    read: ({ words = '' }) => ({ kind: 'ahead', days: AHEAD[words] ?? 0 }),
  },
  {
    shape: /^(?<year>\d{4})(?<sign>[-/.])(?<month>\d{1,2})\k<sign>(?<day>\d{1,2})(?!\d)/,
    read: ({ year, month, day }) => ({ kind: 'date', year: Number(year), month: Number(month), day: Number(day) }),
  },
  {
    shape: /^(?:(?<year>\d{4})\s*年\s*)?(?<month>\d{1,2})\s*月\s*(?<day>\d{1,2})\s*[日号]?(?!\d)/,
    read: ({ year, month, day }) => ({
      kind: 'date',
      year: year === undefined ? undefined : Number(year),
      month: Number(month),
      day: Number(day),
    }),
  },
  {
    shape: new RegExp(`^(?<day>\\d{1,2})(?:st|nd|rd|th)?\\s*(?:of\\s+)?${MONTH}(?:,?\\s*(?<year>\\d{4})(?!\\d))?(?![a-z])`),
    read: englishDate,
  },
  {
    shape: new RegExp(`^${MONTH}\\s*(?<day>\\d{1,2})(?:st|nd|rd|th)?(?:,?\\s*(?<year>\\d{4})(?!\\d)(?!-))?(?![a-z\\d])`),
    read: englishDate,
  },
  {
    shape: /^(?<day>\d{1,2})(?<mark>st|nd|rd|th|日|号)?(?![a-z\d./月])/,
    read: ({ day, mark }) => ({
      kind: 'day',
      day: Number(day),
      as: mark === undefined ? 'number' : mark === '日' || mark === '号' ? '日' : 'ordinal',
    }),
  },
  {
    shape: /^(?<weekday>mon(?:day)?|tue(?:s|sday)?|wed(?:nesday)?|thu(?:rs|rsday)?|fri(?:day)?|sat(?:urday)?|sun(?:day)?)(?![a-z])/,
    read: ({ weekday = '' }) => ({ kind: 'weekday', weekday: WEEKDAYS.indexOf(weekday.slice(0, 3)) + 1, week: undefined }),
  },
  {
    shape: /^(?<week>下个?|本|这个?)?(?:周|星期|礼拜)(?<weekday>[一二三四五六日天])/,
    read: ({ week, weekday = '' }) => ({
      kind: 'weekday',
      weekday: CHINESE_WEEKDAYS.indexOf(weekday === '天' ? '日' : weekday) + 1,
      week: week === undefined ? undefined : week.startsWith('下') ? 'next' : 'this',
    }),
  },
]

function englishDate({ year, month = '', day }: Readonly<Record<string, string | undefined>>): SaidDay {
  return {
    kind: 'date',
    year: year === undefined ? undefined : Number(year),
    month: MONTHS.indexOf(month.slice(0, 3)) + 1,
    day: Number(day),
  }
}
