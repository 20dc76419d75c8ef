import { actionsInput, type KeyAction } from '../../core/plan/actions/key-action.js'
import type { Carrier } from '../../core/plan/checks/specific.js'
import { everyText } from '../key-rhythm.js'
import { meaningOf } from '../meaning-of.js'
import type { Say } from '../model.js'
import { text } from '../text.js'
import { rhythmIn } from './action-rhythm.js'

/** Key actions as lines that people type, and back. */

/** "2 trade shows a month (new) @Li Na" on a line of its own, for each. */
export function keyActionLines(actions: readonly KeyAction[], say: Say): string {
  return actions
    .map(({ action, count, every, carrier, members = [] }) => {
      const inWords = say(everyText(every))
      const rhythm = rhythmIn(inWords)?.every === every ? inWords : every
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

/** "2 trade shows", "two trade shows", "2次展会", "展会 2次", "盘点20个老客户"; a bare "review" is one. Of a number that is too large nothing is read. */
function countIn(words: string): { action: string; count: number } | undefined {
  const plain = inDigits(words.replace(/^[\s:,、]+|[\s:,、]+$/g, '').replace(/\s+/g, ' '))
  const found = COUNTED.map((pattern) => pattern.exec(plain)?.groups).find((groups) => groups !== undefined)
  if (found === undefined && TOO_LARGE.test(plain)) return undefined
  const { before = '', count = '1', after = '' } = found ?? { before: plain }
  const action = `${before}${after}`.trim()
  return /\p{L}/u.test(action) ? { action, count: Number(count) } : undefined
}

const MEASURE = '次|场|条|家|位|名|份|项|通|封|篇|个(?![性人])'
/** The count ahead, behind, or between a Chinese verb and what it is done to, where only a measure word tells it from a part of a name. */
const COUNTED: readonly RegExp[] = [
  new RegExp(`^(?<count>\\d{1,3})\\s*(?:x|×|${MEASURE})?\\s*(?<after>\\D.*)$`, 'i'),
  new RegExp(`^(?<before>\\S.*?)\\s*[:=×x]?\\s*(?<!\\d)(?<count>\\d{1,3})\\s*(?:${MEASURE})?$`, 'i'),
  new RegExp(`^(?<before>\\p{Script=Han}{1,6})\\s*(?<count>\\d{1,3})\\s*(?:${MEASURE})\\s*(?<after>\\p{L}.*)$`, 'u'),
]
const TOO_LARGE = new RegExp(`^\\d{4}|\\d{4,}\\s*(?:${MEASURE})`)

/** "two trade shows" and "一次周会" with their digits. */
function inDigits(words: string): string {
  return words
    .replace(/^(one|two|three|four|five|six|seven|eight|nine|ten)\b/i, (word) => String(ENGLISH.indexOf(word.toLowerCase()) + 1))
    .replace(CHINESE_COUNT, (sign) => String(CHINESE.indexOf(sign === '两' ? '二' : sign) + 1))
}

const ENGLISH = ['one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten']
const CHINESE = '一二三四五六七八九十'
const CHINESE_COUNT = new RegExp(`^[${CHINESE}两](?=(?:${MEASURE})(?!性))|[${CHINESE}两](?=(?:${MEASURE})$)`)
