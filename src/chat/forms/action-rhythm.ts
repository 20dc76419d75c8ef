import type { Every } from '../../core/plan/actions/rhythm.js'

/** How often, as people type it: "every 2 weeks on Tuesday", "每月最后一个周五", or a rule of RFC 5545. */

export interface RhythmWords {
  readonly every: string
  /** What is left of the line. */
  readonly rest: string
}

/** The rhythm that a line names; undefined where it names none, or where more than one is left in it: part of what was meant would be lost. */
export function rhythmIn(line: string): RhythmWords | undefined {
  const found = firstRhythm(line)
  return found === undefined || firstRhythm(found.rest) !== undefined || LEFT_OVER.test(found.rest) ? undefined : found
}

function firstRhythm(line: string): RhythmWords | undefined {
  for (const { words, everyOf } of RHYTHMS) {
    const found = words.exec(line)
    const every = found && everyOf(found)
    if (found !== null && every !== null && every !== undefined)
      return { every, rest: `${line.slice(0, found.index)} ${line.slice(found.index + found[0].length)}`.trim() }
  }
  return undefined
}

/** "周二" of "每月周二", "15 日" of "每月 15 日前": words of time ahead of the action that no rhythm took. */
const LEFT_OVER = /^(?:周|星期|礼拜)[一二三四五六日天]|^(?:上|中|下)旬|^[、,]?\s*\d{1,2}\s*[日号]|^[一二三四五六日天]\s*\d/

const UNIT = '(day|week|month|quarter)'
const WEEKDAY = '(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:days?)?'
const WEEKDAYS = `${WEEKDAY}(?:(?:\\s*,\\s*|\\s+and\\s+|\\s*,\\s*and\\s+)${WEEKDAY})*`
const NTH = '(first|1st|second|2nd|third|3rd|fourth|4th|last)'
const OF_MONTH = '(?:\\s+(?:of|in)\\s+(?:each|every|the|a)\\s+month|\\s+(?:each|every)\\s+month)'
const ZH_WEEK = '(?:周|星期|礼拜)'
const ZH_DAY = '[一二三四五六日天]'
// “每周三次” is three a week, “每周五、一次” one each Friday: neither counts a day before its measure word.
const NO_COUNT = '(?!\\s*[次场条家位名份项通封篇个])'
const ZH_DAYS = `${ZH_DAY}${NO_COUNT}(?:\\s*(?:[、,和及]\\s*${ZH_WEEK}?|${ZH_WEEK})${ZH_DAY}${NO_COUNT})*`
const ZH_TIMES = '([1-9]\\d?|两|二|三|四)'

/** The more exact first: "every Monday" before "every month". */
const RHYTHMS: readonly { readonly words: RegExp; readonly everyOf: (found: RegExpExecArray) => string | undefined }[] = [
  { words: /(?:\bby\s+|按\s*)?\b(?:RRULE:)?(FREQ=[A-Z]+(?:;[A-Z]+=[-+,\dA-Z]+)*)/i, everyOf: ([, rule]) => rule?.toUpperCase() },
  {
    words: new RegExp(`\\b(?:every|each|on|on the|the)\\s+${NTH}\\s+(${WEEKDAY})${OF_MONTH}\\b:?`, 'i'),
    everyOf: ([, nth = '', day = '']) => onNth(nth, day),
  },
  {
    words: new RegExp(`\\bon\\s+(?:day\\s+|the\\s+)([1-9]\\d?)(?:st|nd|rd|th)?${OF_MONTH}\\b:?`, 'i'),
    everyOf: ([, date]) => onDate(date),
  },
  {
    words: new RegExp(`\\bevery\\s+(other|[1-9]\\d?)\\s+weeks?\\s+on\\s+(${WEEKDAYS})\\b:?`, 'i'),
    everyOf: ([, count = '', days = '']) => onWeekdays(days.match(new RegExp(WEEKDAY, 'gi')) ?? [], timesOf(count)),
  },
  {
    words: new RegExp(`\\b(?:every|each|on)\\s+(${WEEKDAYS})\\b:?`, 'i'),
    everyOf: ([, days = '']) => onWeekdays(days.match(new RegExp(WEEKDAY, 'gi')) ?? []),
  },
  { words: /(?:\s+(?:a|an|per|each|every)\s+|\s*\/\s*|^every\s+)(?:working day|workday|weekday)\b:?/i, everyOf: () => 'day' },
  {
    words: new RegExp(`\\bevery\\s+(other|[1-9]\\d?)\\s+${UNIT}s?\\b:?`, 'i'),
    everyOf: ([, count = '', unit]) => inSteps(unit, timesOf(count)),
  },
  { words: /(?:\s+(?:a|an|per|each|every)\s+|\s*\/\s*)fortnight$/i, everyOf: () => inSteps('week', '2') },
  { words: new RegExp(`(?:\\s+(?:a|an|per|each|every)\\s+|\\s*/\\s*)${UNIT}$`, 'i'), everyOf: ([, unit]) => unit?.toLowerCase() },
  { words: new RegExp(`^(?:a|per|each|every)\\s+${UNIT}\\b\\s*:?`, 'i'), everyOf: ([, unit]) => unit?.toLowerCase() },
  { words: /\b(daily|weekly|monthly|quarterly)$/i, everyOf: ([, word = '']) => ADVERBS[word.toLowerCase()] },
  {
    words: new RegExp(`每个?月的?\\s*(?:第\\s*([一二三四1-4])|最后一)\\s*个?\\s*${ZH_WEEK}(${ZH_DAY})`),
    everyOf: ([, nth = '最后', day = '']) => onNth(nth, day),
  },
  { words: /每个?月的?\s*([1-9]\d?)\s*[日号]/, everyOf: ([, date]) => onDate(date) },
  {
    words: new RegExp(`(?:隔|每\\s*${ZH_TIMES}\\s*个?)${ZH_WEEK}的?\\s*(?:的|在)?\\s*${ZH_WEEK}(${ZH_DAYS})`),
    everyOf: ([, count = '2', days = '']) => onWeekdays(daysIn(days), timesOf(count)),
  },
  { words: new RegExp(`(?:每个?|逢)${ZH_WEEK}(${ZH_DAYS})`), everyOf: ([, days = '']) => onWeekdays(daysIn(days)) },
  { words: /隔(天|日|周|星期|礼拜|月)/, everyOf: ([, sign = '']) => inSteps(SIGNS[sign], '2') },
  {
    words: new RegExp(`每\\s*${ZH_TIMES}\\s*个?(天|周|星期|礼拜|月)`),
    everyOf: ([, count = '', unit = '']) => inSteps(SIGNS[unit], timesOf(count)),
  },
  { words: /每个?(工作日|天|日|周|星期|礼拜|月|季度|季)/, everyOf: ([, sign = '']) => SIGNS[sign] },
]

const ADVERBS: Readonly<Record<string, Every>> = { daily: 'day', weekly: 'week', monthly: 'month', quarterly: 'quarter' }
const SIGNS: Readonly<Record<string, Every>> = {
  工作日: 'day',
  天: 'day',
  日: 'day',
  周: 'week',
  星期: 'week',
  礼拜: 'week',
  月: 'month',
  季度: 'quarter',
  季: 'quarter',
}
const TIMES: Readonly<Record<string, string>> = { other: '2', 两: '2', 二: '2', 三: '3', 四: '4' }
const FREQUENCY: Readonly<Record<string, string>> = { day: 'DAILY', week: 'WEEKLY', month: 'MONTHLY' }
const PLACES: Readonly<Record<string, string>> = {
  ...{ first: '1', second: '2', third: '3', fourth: '4', last: '-1' },
  ...{ '1st': '1', '2nd': '2', '3rd': '3', '4th': '4' },
  ...{ 一: '1', 二: '2', 三: '3', 四: '4', 1: '1', 2: '2', 3: '3', 4: '4', 最后: '-1' },
}

function timesOf(words: string): string {
  return TIMES[words.toLowerCase()] ?? words
}

function inSteps(unit = '', count = ''): string | undefined {
  if (count === '1') return unit.toLowerCase()
  const [times, frequency] =
    unit.toLowerCase() === 'quarter' ? [Number(count) * 3, 'MONTHLY'] : [Number(count), FREQUENCY[unit.toLowerCase()]]
  return frequency === undefined ? undefined : `FREQ=${frequency};INTERVAL=${times}`
}

function onNth(nth: string, day: string): string | undefined {
  const [place, code] = [PLACES[nth.toLowerCase()], codeOf(day)]
  return place === undefined || code === undefined ? undefined : `FREQ=MONTHLY;BYDAY=${place}${code}`
}

function onDate(date = ''): string | undefined {
  return Number(date) <= 31 ? `FREQ=MONTHLY;BYMONTHDAY=${date}` : undefined
}

const CODES = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU']

/** @param day "Fri", "Mondays", "五" */
function codeOf(day: string): string | undefined {
  const place = '一二三四五六日'.indexOf(day === '天' ? '日' : day)
  return place >= 0 ? CODES[place] : CODES.find((code) => day.toUpperCase().startsWith(code))
}

function daysIn(words: string): string[] {
  return [...words].filter((sign) => /[一二三四五六日天]/.test(sign))
}

/** @param weeks '1' for every week */
function onWeekdays(days: readonly string[], weeks = '1'): string | undefined {
  const codes = days.map(codeOf)
  const inOrder = CODES.filter((code) => codes.includes(code))
  if (inOrder.length === 0) return undefined
  return `FREQ=WEEKLY${weeks === '1' ? '' : `;INTERVAL=${weeks}`};BYDAY=${inOrder.join(',')}`
}
