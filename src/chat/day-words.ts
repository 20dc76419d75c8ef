import { Temporal } from 'temporal-polyfill'
import { UserError } from '../app/user-error.js'
import { englishDay } from './english-day.js'
import { saidDate } from './said-date.js'

const DAYS_AHEAD: ReadonlyMap<string, number> = new Map([
  ['today', 0],
  ['今天', 0],
  ['今日', 0],
  ['yesterday', -1],
  ['昨天', -1],
  ['昨日', -1],
  ['前天', -2],
  ['tomorrow', 1],
  ['明天', 1],
  ['明日', 1],
])

interface DayTaken {
  readonly on: Temporal.PlainDate
  readonly isSaid: boolean
  readonly rest: string
}

/**
 * A day said at the start or the end of a command's words ("yesterday", 昨天, 上周五, 3月2日, 2026-11-20, 2026/3/2, "23 Dec", "last Friday"), and
 * the words without it. Chinese puts no space behind it: "昨天拜访3". A date without a year is the last one there was.
 *
 * @throws UserError for what is written as a date and is none: taken for words, today would be meant
 */
export function takeDay(words: string, today: Temporal.PlainDate): DayTaken {
  const parts = words.split(/\s+/).filter((part) => part !== '')
  for (const at of [0, parts.length - 1]) {
    const on = dayOf(parts[at]?.replace(PAUSES, ''), today)
    if (on !== undefined) return { on, isSaid: true, rest: parts.filter((_, index) => index !== at).join(' ') }
  }
  const english = englishDay(words.trim(), today)
  if (english?.on === 'none') throw noSuchDay(english.said)
  return gluedDay(words.trim(), today) ?? (english && { isSaid: true, ...english }) ?? { on: today, isSaid: false, rest: words.trim() }
}

/** The same of a report in one's own words: there a coming day at the end is part of what is told ("met the buyer, back tomorrow"). */
export function takeReportDay(words: string, today: Temporal.PlainDate): DayTaken {
  const taken = takeDay(words, today)
  const isTold = Temporal.PlainDate.compare(taken.on, today) > 0 && taken.rest.includes(' ')
  const isAtTheEnd = words.trim().replace(/\s+/g, ' ').startsWith(taken.rest)
  return isTold && isAtTheEnd ? { on: today, isSaid: false, rest: words.trim() } : taken
}

/** Whether words that are no numbers still name a day: what they are about is then another than the one that was taken. */
export function namesADay(words: string): boolean {
  return ANY_DAY.test(words)
}

const ANY_DAY =
  /昨天|昨日|前天|上个?(?:周|星期|礼拜)|(?:周|星期|礼拜)[一二三四五六日天]|\d\s*月\s*\d|\d{4}-\d{1,2}-\d{1,2}|\byesterday\b|\b(?:mon|tues|wednes|thurs|fri|satur|sun)day\b|\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.? \d|\d (?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)/i

const PAUSES = /[,，:：;；、]+$/
// "昨天和今天拜访3家" is about two days.
const GLUED =
  /^(今天|今日|昨天|昨日|前天|上个?(?:周|星期|礼拜)[一二三四五六日天]|(?:\d{4}年)?\d{1,2}月\d{1,2}[日号]|\d{4}(?<between>[-/.])\d{1,2}\k<between>\d{1,2}(?!\d))(?![和与跟及到至、~-])[,，:：;；]?\s*/

function gluedDay(words: string, today: Temporal.PlainDate): DayTaken | undefined {
  const [all = '', said = ''] = GLUED.exec(words) ?? []
  const on = dayOf(said, today)
  return on === undefined ? undefined : { on, isSaid: true, rest: words.slice(all.length) }
}

function dayOf(word: string | undefined, today: Temporal.PlainDate): Temporal.PlainDate | undefined {
  if (word === undefined) return undefined
  const ahead = DAYS_AHEAD.get(word.toLowerCase())
  if (ahead !== undefined) return today.add({ days: ahead })
  return lastWeeksDay(word, today) ?? writtenDate(word, today)
}

function lastWeeksDay(word: string, today: Temporal.PlainDate): Temporal.PlainDate | undefined {
  const weekday = /^上个?(?:周|星期|礼拜)([一二三四五六日天])$/.exec(word)?.[1]?.replace('天', '日')
  return weekday === undefined ? undefined : today.subtract({ days: today.dayOfWeek + 6 - '一二三四五六日'.indexOf(weekday) })
}

function writtenDate(word: string, today: Temporal.PlainDate): Temporal.PlainDate | undefined {
  const { year, month, day } = (CHINESE_DATE.exec(word) ?? NUMBERED_DATE.exec(word))?.groups ?? {}
  if (month === undefined) return undefined
  const on = saidDate(Number(month), Number(day), year, today)
  if (on === undefined) throw noSuchDay(word)
  return on
}

const CHINESE_DATE = /^(?:(?<year>\d{4})年)?(?<month>\d{1,2})月(?<day>\d{1,2})[日号]$/
const NUMBERED_DATE = /^(?<year>\d{4})(?<between>[-/.])(?<month>\d{1,2})\k<between>(?<day>\d{1,2})$/

function noSuchDay(words: string): UserError {
  return new UserError('no-such-day', { words })
}
