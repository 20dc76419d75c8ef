import type { Fraction } from '../../core/amount/fraction.js'
import { parseAmount } from '../../core/amount/parse-amount.js'
import { readAmount } from '../../core/checkin/amount-words.js'
import type { Shift } from '../../core/plan/what-if-shift.js'

/** How the rate into deals is called, and what is said of it. */
export const RATE = /^(?:win[ -]?rate|conversion|赢单率|成交率|转化率)[\s:=]*(?<value>.+)$/iu
/** How an average deal is called, and what is said of it. */
export const DEAL = /^(?:deal[ -]?size|average deal|平均单价|客单价|单价|平均每单|每单)[\s:=]*(?<value>.+)$/iu
const PEOPLE = /^(?:headcount|people|reps|人数|人手)[\s:=]*(?<value>.+)$/iu
/** A stage of a funnel with what is said of it; behind “conversion” stands a stage, or the value of the rate into deals. */
export const STAGE = /^(?:stage|step|conversion|阶段|环节|转化率)[\s:=]*(?<rest>.+)$/iu
const SHARE = /^(?:share(?: of)?|占比|份额)[\s:=]*(?<rest>.+)$/iu
/** The name may stand before the word: "North share +5 points", "华北占比提高5个百分点". */
const SHARE_BEHIND = /^(?<name>.+?)[\s:=]*(?:share|占比|份额)[\s:=]*(?<points>.+)$/iu
const PERSONS = /(?:people|persons?|reps?|heads?|(?:个|名|位)?(?:人|销售))(?=\s|$)/iu

/**
 * Reads what is said from where things stand: "deal size +10%", "win rate -5pp", "win rate up 5 points", "2 more people", "headcount -1"; in
 * Chinese "客单价 +10%", "赢单率 提高5个百分点", "多2个人"; of a stage or a part "stage leads +5 points", "share Large -10 points". Of a rate, +5% are five points. Undefined where it is no such thing.
 */
export function readShift(plain: string, currency: string): Shift | undefined {
  const rate = rateShift(RATE.exec(plain)?.groups?.value)
  if (rate !== undefined) return rate
  const deal = DEAL.exec(plain)?.groups?.value
  if (deal !== undefined) return dealShift(deal, currency)
  const part = partShift(plain)
  if (part !== undefined) return part
  const people = PEOPLE.exec(plain)?.groups?.value
  if (people !== undefined) return peopleShift(people.replace(PERSONS, '').trim())
  return PERSONS.test(plain) ? peopleShift(plain.replace(PERSONS, ' ').replace(/\s+/g, ' ').trim()) : undefined
}

function partShift(plain: string): Shift | undefined {
  const stage = namedPoints(STAGE.exec(plain)?.groups?.rest)
  if (stage !== undefined) return { kind: 'step-by', ...stage }
  const share = namedPoints(SHARE.exec(plain)?.groups?.rest)
  if (share !== undefined) return { kind: 'share-by', ...share }
  const { name, points: said = '' } = SHARE_BEHIND.exec(plain)?.groups ?? {}
  const points = pointsIn(said)
  return name === undefined || points === undefined ? undefined : { kind: 'share-by', part: name, points }
}

/** A name with points behind it; the shortest such name, so that "up" is not of it. */
function namedPoints(words = ''): { part: string; points: Fraction } | undefined {
  for (let end = 1; end < words.length; end += 1) {
    const [part, points] = [words.slice(0, end).replace(/[\s:=]+$/, ''), pointsIn(words.slice(end).trim())]
    if (part !== '' && points !== undefined) return { part, points }
  }
  return undefined
}

function rateShift(words = ''): Shift | undefined {
  const points = pointsIn(words)
  return points && { kind: 'win-rate-by', points }
}

/** "+5 points", "-5pp", "up 5%" as a share of one. */
function pointsIn(words: string): Fraction | undefined {
  const { sign, size = '' } = directed(words) ?? {}
  const [, number, unit] = /^(\d{1,3}(?:\.\d{1,3})?)\s*(%|pp|pts?|points?|percentage points?|个?百分点|个?点)?$/iu.exec(size) ?? []
  if (sign === undefined || number === undefined) return undefined
  // "+0.05" could be a twentieth of a point or five of them.
  if (unit === undefined && Number(number) < 1) return undefined
  return { num: sign * thousandths(number), den: 100_000n }
}

function dealShift(words: string, currency: string): Shift | undefined {
  const { sign, size = '' } = directed(words) ?? {}
  if (sign === undefined) return undefined
  const percent = /^(\d{1,4}(?:\.\d{1,3})?)\s*%$/.exec(size)?.[1]
  if (percent !== undefined) return { kind: 'deal-size-by', share: { num: sign * thousandths(percent), den: 100_000n } }
  const amount = parseAmount(size, { kind: 'money', currency })
  return amount.ok && amount.value > 0n ? { kind: 'deal-size-by', amount: sign * amount.value } : undefined
}

const FEW: Readonly<Record<string, string>> = { a: '1', an: '1', one: '1', two: '2', three: '3', four: '4', five: '5' }

function peopleShift(words: string): Shift | undefined {
  const { sign, size = '' } = directed(words) ?? {}
  const said = size.toLowerCase()
  const count = /^(?:\d{1,4}|[一二两三四五六七八九十]{1,3})$/.test(FEW[said] ?? said) ? readAmount(FEW[said] ?? said, 0) : undefined
  return sign === undefined || count === undefined ? undefined : { kind: 'headcount-by', people: Number(sign * count) }
}

const BEFORE =
  /^(?<way>\+|[-−–]|plus|minus|up(?: by)?|down(?: by)?|再?(?:提高|提升|增加|增长|上升|上涨|涨|多招|多|加|招)|降低|下降|下调|减少|少|跌|减)了?\s*(?<size>.+)$/iu
const AFTER = /^(?<size>.+?)\s+(?<way>more|higher|larger|bigger|up|extra|additional|less|fewer|lower|smaller|down)$/iu
const DOWN = /^(?:[-−–]|minus|down.*|less|fewer|lower|smaller|降低|下降|下调|减少|少|跌|减)$/iu

/** Up or down, and by how much. */
function directed(words: string): { sign: bigint; size: string } | undefined {
  const { way, size } = (BEFORE.exec(words) ?? AFTER.exec(words))?.groups ?? {}
  return way === undefined || size === undefined ? undefined : { sign: DOWN.test(way) ? -1n : 1n, size: size.trim() }
}

function thousandths(number: string): bigint {
  const [whole = '', decimals = ''] = number.split('.')
  return BigInt(whole + decimals.padEnd(3, '0'))
}
