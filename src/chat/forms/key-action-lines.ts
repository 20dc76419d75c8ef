import { actionsInput, type KeyAction } from '../../core/plan/actions/key-action.js'
import type { Every } from '../../core/plan/actions/rhythm.js'
import type { Carrier } from '../../core/plan/checks/specific.js'
import { everyText } from '../key-rhythm.js'
import { meaningOf } from '../meaning-of.js'
import type { Say } from '../model.js'
import { text } from '../text.js'

/** Key actions as lines that people type, and back. */

/** "2 trade shows a month (new) @Li Na" on a line of its own, for each. */
export function keyActionLines(actions: readonly KeyAction[], say: Say): string {
  return actions
    .map(({ action, count, every, carrier, members = [] }) => {
      const rhythm = /BY(?!DAY=(?:[A-Z]{2},?)+$)|INTERVAL.*BY/.test(every) ? every : say(everyText(every))
      return [
        say(text('key-action-line', { count, action, every: rhythm })),
        ...(carrier === undefined ? [] : [`(${say(text(`key-actions-line-carrier-${carrier}`))})`]),
        ...members.map((member) => `@${member}`),
      ].join(' ')
    })
    .join('\n')
}

export interface ReadActions {
  readonly actions: readonly KeyAction[]
  /** The lines that could not be read. */
  readonly unread: readonly string[]
}

/** "2 trade shows a month", "5 in-depth visits a week (new)", "每月2次展会", "展会每月 2 @李娜", "1 review every Friday", "1 review FREQ=MONTHLY;BYDAY=-1FR". */
export function readKeyActions(words: string): ReadActions {
  const lines = words
    .normalize('NFKC')
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
  const read = lines.map((line) => ({ line, action: actionIn(line) }))
  return {
    actions: read.flatMap(({ action }) => (action === undefined ? [] : [action])),
    unread: read.flatMap(({ line, action }) => (action === undefined ? [line] : [])),
  }
}

function actionIn(line: string): KeyAction | undefined {
  const owned = owners(line)
  const carried = carrierIn(owned.rest)
  const rhythm = rhythmIn(carried.rest)
  const counted = rhythm && countIn(rhythm.rest)
  if (rhythm === undefined || counted === undefined) return undefined
  const { carrier } = carried
  const { members } = owned
  const parsed = actionsInput.safeParse([{ ...counted, every: rhythm.every, ...(carrier && { carrier }), ...(members && { members }) }])
  return parsed.data?.[0]
}

function owners(line: string): { rest: string; members?: string[] } {
  const [rest = '', ...named] = line.split(/(?:^|[\s,;、)])@/)
  const members = named.map((name) => name.replace(/[\s,;、]+$/, '').trim()).filter((name) => name !== '')
  const closed = line[rest.length] === ')' ? `${rest})` : rest
  return { rest: closed.trim(), ...(members.length === 0 ? {} : { members }) }
}

/** Brackets that name no part of the business belong to the action. */
function carrierIn(line: string): { rest: string; carrier?: Carrier } {
  const found = /^(.*?)\s*\(([^()]*)\)$/.exec(line)
  const carrier = carrierNamed(found?.[2]?.trim() ?? '')
  return found === null || carrier === undefined ? { rest: line } : { rest: found[1] ?? '', carrier }
}

const carrierNamed = meaningOf<Carrier>({
  new: ['new', 'new customers', 'new business', '新客', '新客户'],
  repeat: ['repeat', 'repeat business', 'existing customers', '老客', '老客户', '复购', '老客户复购'],
  'deal-size': ['deal size', 'deal-size', 'larger deals', '客单价', '提高客单价'],
})

interface RhythmWords {
  readonly every: string
  /** What is left of the line. */
  readonly rest: string
}

function rhythmIn(line: string): RhythmWords | undefined {
  for (const { words, everyOf } of RHYTHMS) {
    const found = words.exec(line)
    const every = found && everyOf(found)
    if (found !== null && every !== null && every !== undefined)
      return { every, rest: `${line.slice(0, found.index)} ${line.slice(found.index + found[0].length)}`.trim() }
  }
  return undefined
}

const UNIT = '(day|week|month|quarter)'
const WEEKDAY = '(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:days?)?'

/** The more exact first: "every Monday" before "every month". */
const RHYTHMS: readonly { readonly words: RegExp; readonly everyOf: (found: RegExpExecArray) => string | undefined }[] = [
  { words: /\b(?:RRULE:)?(FREQ=[A-Z]+(?:;[A-Z]+=[-+,\dA-Z]+)*)/i, everyOf: ([, rule]) => rule?.toUpperCase() },
  {
    words: new RegExp(`\\b(?:every|each|on)\\s+(${WEEKDAY}(?:(?:\\s*,\\s*|\\s+and\\s+|\\s*,\\s*and\\s+)${WEEKDAY})*)\\b:?`, 'i'),
    everyOf: ([, days = '']) => onWeekdays(days.match(new RegExp(WEEKDAY, 'gi')) ?? []),
  },
  { words: new RegExp(`\\bevery\\s+([1-9]\\d?)\\s+${UNIT}s\\b:?`, 'i'), everyOf: ([, count, unit]) => inSteps(unit, count) },
  { words: new RegExp(`(?:\\s+(?:a|an|per|each|every)\\s+|\\s*/\\s*)${UNIT}$`, 'i'), everyOf: ([, unit]) => unit?.toLowerCase() },
  { words: new RegExp(`^(?:a|per|each|every)\\s+${UNIT}\\b\\s*:?`, 'i'), everyOf: ([, unit]) => unit?.toLowerCase() },
  { words: /\b(daily|weekly|monthly|quarterly)$/i, everyOf: ([, word = '']) => ADVERBS[word.toLowerCase()] },
  {
    words: /(?:每个?|逢)(?:周|星期|礼拜)?([一二三四五六日天](?:\s*[、,和]?\s*(?:周|星期|礼拜)[一二三四五六日天])*)/,
    everyOf: ([whole, days = '']) =>
      /[周星礼]/.test(whole) ? onWeekdays([...days].filter((sign) => /[一二三四五六日天]/.test(sign))) : undefined,
  },
  {
    words: /每\s*([1-9]\d?|两|二|三|四)\s*个?(天|周|星期|礼拜|月)/,
    everyOf: ([, count = '', unit = '']) => inSteps(SIGNS[unit], NUMERALS[count] ?? count),
  },
  { words: /每个?(天|日|周|星期|礼拜|月|季度|季)/, everyOf: ([, sign = '']) => SIGNS[sign] },
]

const ADVERBS: Readonly<Record<string, Every>> = { daily: 'day', weekly: 'week', monthly: 'month', quarterly: 'quarter' }
const SIGNS: Readonly<Record<string, Every>> = {
  天: 'day',
  日: 'day',
  周: 'week',
  星期: 'week',
  礼拜: 'week',
  月: 'month',
  季度: 'quarter',
  季: 'quarter',
}
const NUMERALS: Readonly<Record<string, string>> = { 两: '2', 二: '2', 三: '3', 四: '4' }
const FREQUENCY: Readonly<Record<string, string>> = { day: 'DAILY', week: 'WEEKLY', month: 'MONTHLY' }

function inSteps(unit = '', count = ''): string | undefined {
  if (count === '1') return unit.toLowerCase()
  const [times, frequency] =
    unit.toLowerCase() === 'quarter' ? [Number(count) * 3, 'MONTHLY'] : [Number(count), FREQUENCY[unit.toLowerCase()]]
  return frequency === undefined ? undefined : `FREQ=${frequency};INTERVAL=${times}`
}

const CODES = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU']

/** @param days "Fri", "Mondays", "五" */
function onWeekdays(days: readonly string[]): string | undefined {
  const codes = days.map((day) => {
    const place = '一二三四五六日'.indexOf(day === '天' ? '日' : day)
    return place >= 0 ? CODES[place] : CODES.find((code) => day.toUpperCase().startsWith(code))
  })
  const inOrder = CODES.filter((code) => codes.includes(code))
  return inOrder.length === 0 ? undefined : `FREQ=WEEKLY;BYDAY=${inOrder.join(',')}`
}

/** "2 trade shows", "2次展会", "展会 2次", "盘点20个老客户"; a bare "review" is one. */
function countIn(words: string): { action: string; count: number } | undefined {
  const plain = words.replace(/^[\s:,、]+|[\s:,、]+$/g, '').replace(/\s+/g, ' ')
  const found = COUNTED.map((pattern) => pattern.exec(plain)?.groups).find((groups) => groups !== undefined)
  const { before = '', count = '1', after = '' } = found ?? { before: plain }
  const action = `${before}${after}`.trim()
  return /\p{L}/u.test(action) ? { action, count: Number(count) } : undefined
}

const MEASURE = '次|场|条|家|位|名|份|项|通|封|篇|个(?![性人])'
/** The count ahead, behind, or between a Chinese verb and what it is done to, where only a measure word tells it from a part of a name. */
const COUNTED: readonly RegExp[] = [
  new RegExp(`^(?<count>\\d{1,3})\\s*(?:x|×|${MEASURE})?\\s*(?<after>\\D.*)$`, 'i'),
  new RegExp(`^(?<before>\\S.*?)\\s*[:=×x]?\\s*(?<count>\\d{1,3})\\s*(?:${MEASURE})?$`, 'i'),
  new RegExp(`^(?<before>\\p{Script=Han}{1,6})\\s*(?<count>\\d{1,3})\\s*(?:${MEASURE})\\s*(?<after>\\p{L}.*)$`, 'u'),
]
