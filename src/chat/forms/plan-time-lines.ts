import { WEEKDAYS, type Weekday } from '../../core/calendar/weekday.js'
import { metricByWords } from '../../core/plan/metric-words.js'
import type { PlanInput, PlanTarget } from '../../core/plan/plan-input.js'
import type { DayItem, PlanRamp } from '../../core/plan/plan-time.js'
import type { Language, Say } from '../model.js'
import { metricName } from '../text.js'
import { weekdayName } from './calendar-names.js'

/** What a plan says of time as lines that people type, and back. Each reader gives undefined for what it cannot read. */

type Week = Exclude<PlanTarget['week'], undefined>

/** "Mon 60, Wed 40" */
export function weekLine(week: Week, language: Language, say: Say): string {
  return WEEKDAYS.flatMap((weekday, index) =>
    week[weekday] === undefined ? [] : [`${say(weekdayName(index + 1, language, 'short'))} ${week[weekday]}`],
  ).join(language === 'en' ? ', ' : '，')
}

/** "Mon 60, Wed 40", "Monday: 60% Wednesday: 40%", "周一60 周三40". */
export function readWeek(words: string): Week | undefined {
  const plain = words.normalize('NFKC').toLowerCase()
  const pairs = [...plain.matchAll(PAIR)]
  const isAllRead = plain.replace(PAIR, '').replace(/[\s,;、]+/g, '') === ''
  const week = Object.fromEntries(pairs.flatMap(([, name = '', weight = '']) => weekdayEntry(name, weight)))
  return isAllRead && Object.keys(week).length === pairs.length ? week : undefined
}

const PAIR = /(\p{L}+)\s*[:=]?\s*(\d{1,9}(?:\.\d{1,6})?)\s*%?/gu

function weekdayEntry(name: string, weight: string): [Weekday, string][] {
  const english = WEEKDAYS.find((weekday) => weekday === name || (name.length >= 3 && weekday.startsWith(name)))
  const sign = /^(?:周|星期|礼拜)([一二三四五六日天])$/.exec(name)?.[1]
  const chinese = sign === undefined ? undefined : WEEKDAYS['一二三四五六日'.indexOf(sign === '天' ? '日' : sign)]
  const weekday = english ?? chinese
  return weekday === undefined ? [] : [[weekday, weight]]
}

/** "5 Follow-ups" on a line of its own, for each item. */
export function dayLines(items: readonly DayItem[], say: Say): string {
  return items.map(({ metric, action, count }) => `${count} ${metric === undefined ? action : say(metricName(metric))}`).join('\n')
}

/** "5 follow-ups", "跟进 5"; what names no metric is an action: "3 lost cases reviewed". */
export function readDay(words: string): Exclude<PlanInput['day'], undefined> | undefined {
  const items = linesOf(words).map((line) => {
    const found = /^(\d{1,3})\s*[x×个次]?\s*(\S.{0,98})$/.exec(line) ?? /^(\S.{0,98}?)\s*[:=x×]?\s*(\d{1,3})\s*[个次]?$/.exec(line)
    if (found === null) return undefined
    const [first = '', second = ''] = [found[1], found[2]]
    const [count, name] = /^\d+$/.test(first) ? [first, second] : [second, first]
    const metric = metricByWords(name)
    return Number(count) === 0 ? undefined : { ...(metric === undefined ? { action: name } : { metric }), count: Number(count) }
  })
  return items.length > 10 ? undefined : whole(items)
}

/** "Li Na 25 50 75" on a line of its own, for each ramp. */
export function rampLines(ramps: readonly PlanRamp[]): string {
  return ramps.map(({ member, from, steps }) => [member, ...(from === undefined ? [] : [from]), ...steps].join(' ')).join('\n')
}

/** "Li Na 25 50 75", "李娜：25%，50%，75%", "Li Na 2026-03-16 25 50 75" where it begins on another day than they joined. */
export function readRamps(words: string): PlanRamp[] | undefined {
  return whole(
    linesOf(words).map((line) => {
      const found = RAMP.exec(line)?.groups
      const steps = (found?.steps ?? '').match(/\d+/g)?.map(Number) ?? []
      if (found?.member === undefined || !/\p{L}/u.test(found.member) || steps.length > 24 || steps.some((step) => step > 100))
        return undefined
      return { member: found.member, ...(found.from === undefined ? {} : { from: found.from }), steps }
    }),
  )
}

// What stands between two steps is one run of signs: read as two, a row of double spaces would be tried in all its divisions.
const RAMP =
  /^@?(?<member>\S(?:.{0,98}?\S)??)(?:\s*[:,]\s*|\s+)(?:(?<from>\d{4}-\d{2}-\d{2})\s+)?(?<steps>\d{1,3}(?:[\s,/%]+\d{1,3})*\s*%?)$/u

/** The first of several lines that a reader of them cannot read; undefined where each can be read by itself. */
export function unreadLine(words: string, read: (line: string) => unknown): string | undefined {
  return linesOf(words).find((line) => read(line) === undefined)
}

function linesOf(words: string): string[] {
  return words
    .normalize('NFKC')
    .split('\n')
    .map((line) => line.trim().replaceAll('、', ','))
    .filter((line) => line !== '')
}

function whole<T>(items: readonly (T | undefined)[]): T[] | undefined {
  const read = items.filter((item) => item !== undefined)
  return read.length === items.length ? read : undefined
}

/** Numbers that stand in a row: "30 / 40 / 30", "8, 6, 9.5". */
export function readNumbers(words: string): string[] | undefined {
  const plain = words.normalize('NFKC')
  const isAllRead = /^[\d.\s,/%、-]*$/.test(plain)
  const numbers = plain.match(/\d{1,9}(?:\.\d{1,6})?/g) ?? []
  return isAllRead && numbers.length > 0 ? numbers : undefined
}
