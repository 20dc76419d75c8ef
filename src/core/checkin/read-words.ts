import { MAX_AMOUNT } from '../amount/parse-amount.js'
import { type MetricKey, metric as metricOf } from '../plan/metric.js'
import { readAmount } from './amount-words.js'
import { isWorth, looksLikeMoney, ownWord, SIGNED, withItsWord } from './deal-worth.js'
import { ENTRY_WORDS } from './entry-words.js'

export interface WordsRead {
  /** In the order they were said; minor units. A metric said twice is summed. */
  readonly entries: readonly { readonly metric: MetricKey; readonly amount: bigint }[]
  /** The rest, as typed. */
  readonly note: string
  /** Numbers that belong to no metric, or do not fit theirs, or are not done yet, as typed: somebody has to look at them. The note has them too. */
  readonly unread: readonly string[]
}

/** More than this of a count in one go is a slip or a telephone number. */
const MOST_AT_ONCE = 10_000n

/** Longer than any report. Such a text is a note as it stands, so that a pasted page costs no time. */
const LONGEST_READ = 4_000

/**
 * Reads numbers and a note out of what somebody typed, in English, Chinese or both: "3 visits, 2 leads, price objection",
 * "拜访3 线索2,客户嫌贵". A number belongs to the metric's word right before or right after it. What is no count is left in the note:
 * shares (5%), times (3pm, 10:30), dates (3月5日, Nov 12), quarters (Q3), telephone numbers. Letters alone ("3v 2l") are not read: they would
 * be guessed. Nor is what could be meant in two ways ("3-5 visits", "1,5 visits", "15 leads 3", 3万5) or is only planned ("明天拜访3家"): a wrong
 * number that nobody notices costs more than a question. One deal with a sum right behind it ("签了一单8万", "1 deal, 80k") brings that revenue.
 * Never throws.
 *
 * @param options.currencyDigits fraction digits of the team's currency, 2 unless given
 */
export function readWords(words: string, { currencyDigits = 2 }: { currencyDigits?: number } = {}): WordsRead {
  if (words.length > LONGEST_READ) return { entries: [], note: words.trim(), unread: [] }
  const text = widthFolded(words)
  const tokens = tokensOf(text)
  const entries = new Map<MetricKey, bigint>()
  const unread: string[] = []
  const used: Span[] = []

  for (let index = 0; index < tokens.length; index += 1) {
    const [token, next, afterNext, last] = tokens.slice(index, index + 4)
    if (token === undefined) continue
    const pair = pairOf(token, next, text)
    const worth = pair === undefined ? undefined : worthOf(pair, tokens.slice(index + 2), text)
    const found = token.kind === 'number' && worth === undefined ? pairOf(next, afterNext, text) : undefined
    // In "2 visits 3 foo" the 3 has a word of its own, known or not.
    const rival = found !== undefined && hasOwnWord(text, found.number, last) ? undefined : found
    if (pair === undefined || (rival !== undefined && isExplicit(text, rival))) {
      if (isLoose(token)) unread.push(typed(words, withItsWord(text, token, next)))
      continue
    }
    if (rival !== undefined && pairOf(afterNext, last, text) === undefined) {
      unread.push(typed(words, { from: pair.from, to: rival.to })) // "15 leads 3": one of them, but which?
      index += 2
      continue
    }
    index += 1
    const amount = amountOf(pair, currencyDigits)
    if (amount === undefined || isPlanned(text, pair)) {
      unread.push(typed(words, pair))
      continue
    }
    entries.set(pair.metric, (entries.get(pair.metric) ?? 0n) + amount)
    used.push({ from: pair.from, to: pair.to + classifierLength(text, pair) })
    const revenue = worth && amountOf({ ...worth, metric: 'revenue' }, currencyDigits)
    if (worth === undefined || revenue === undefined) continue
    entries.set('revenue', (entries.get('revenue') ?? 0n) + revenue)
    used.push({ from: pair.to, to: worth.to })
    index = tokens.indexOf(worth.number)
  }
  return { entries: [...entries].map(([metric, amount]) => ({ metric, amount })), note: noteOf(words, text, used), unread }
}

interface Span {
  readonly from: number
  readonly to: number
}
type NumberToken = Span & { readonly kind: 'number'; readonly digits: string }
type Token = NumberToken | (Span & ({ readonly kind: 'metric'; readonly metric: MetricKey } | { readonly kind: 'unclear' }))
type Pair = Span & { readonly metric: MetricKey; readonly number: NumberToken }

/** What a single deal is worth, said right behind it; undefined where the sum is another metric's. */
function worthOf(pair: Pair, after: readonly Token[], text: string): (Span & { readonly number: NumberToken }) | undefined {
  if (pair.metric !== 'deals' || readAmount(pair.number.digits, 0) !== 1n) return undefined
  const [deal] = after
  const isSaidTwice = deal?.kind === 'metric' && deal.metric === 'deals' && /^\s*个?$/.test(text.slice(pair.to, deal.from))
  const [number, next, afterNext] = after.slice(isSaidTwice ? 1 : 0)
  if (number?.kind !== 'number' || !looksLikeMoney(number.digits, text.slice(number.to))) return undefined
  if (!isWorth(text.slice(isSaidTwice ? deal.to : pair.to, number.from), text.slice(number.to))) return undefined
  const isAnothers = pairOf(number, next, text) !== undefined && pairOf(next, afterNext, text) === undefined
  return isAnothers
    ? undefined
    : { from: number.from, to: number.to + (/^\s*(?:万元|元|块钱?)/.exec(text.slice(number.to))?.[0].length ?? 0), number }
}

function hasOwnWord(text: string, number: Span, next: Token | undefined): boolean {
  return next?.kind !== 'metric' && ownWord(text, number, next) !== undefined
}

function typed(words: string, { from, to }: Span): string {
  return words.slice(from, to).trim()
}

/** What is asked about when no metric stands by it: numerals and "no" are ordinary words as well, and seven digits a telephone number. */
function isLoose(token: Token): boolean {
  return token.kind === 'unclear' || (token.kind === 'number' && /\d/.test(token.digits) && !/^\d{7,}$/.test(token.digits))
}

/** In minor units; undefined where it does not fit the metric. */
function amountOf({ metric, number }: Pair, currencyDigits: number): bigint | undefined {
  const isMoney = metricOf(metric).unit === 'money'
  const amount = readAmount(number.digits, isMoney ? currencyDigits : 0)
  return amount === undefined || amount > (isMoney ? MAX_AMOUNT : MOST_AT_ONCE) ? undefined : amount
}

const PLANNED_BEFORE =
  /(?:\btomorrow\b|\bnext (?:week|month)\b|\bplan(?:ning)? (?:to\b|$)|\bgoing to\b|\btarget\b|明天|明日|后天|下周|下个?月|计划|打算|准备|争取|目标|还差)/
const PLANNED_AFTER = /^\s*(?:\btomorrow\b|\bnext (?:week|month)\b|\bto go\b)/
const CLAUSE_END = /[,，;；。!！?？\n]|\.(?!\d)/

/** A visit that is arranged is not made yet. */
const ARRANGED = /(?:约了|约好|约到|约上|预约|\bbooked\b|\bscheduled\b|\barranged\b)/

/** Whether the clause says, before the numbers or right after them, that they are still to come. */
function isPlanned(text: string, { from, to, metric }: Pair): boolean {
  const before = text.slice(0, from).split(CLAUSE_END).at(-1) ?? ''
  return PLANNED_BEFORE.test(before) || PLANNED_AFTER.test(text.slice(to)) || (metric === 'visits' && ARRANGED.test(before))
}

function isExplicit(text: string, { from, to }: Span): boolean {
  return /[:=]/.test(text.slice(from, to))
}

/**
 * Full-width signs as half-width ones, character by character: a place in the result is the same place in what was typed. A full-width
 * comma stays, unless it groups full-width digits: in "拜访3，200条线索" it parts two numbers.
 */
function widthFolded(words: string): string {
  return [...words.replace(/(?<=[０-９])，(?=[０-９]{3}(?![０-９]))/g, ',')]
    .map((sign) => {
      if (sign === '，') return sign
      const folded = sign.normalize('NFKC')
      return folded.length === sign.length ? folded.toLowerCase().slice(0, sign.length).padEnd(sign.length) : sign
    })
    .join('')
}

// Looked for before numbers are, so that these keep theirs.
const NO_COUNTS =
  /\d+(?:\.\d+)?\s*[%‰]|百分之[\d零一二两三四五六七八九十百.]+|\bq[1-4]\b|\d{1,2}:\d{2}|\b\d{1,2}\s*(?:am|pm)\b|\d+\s*(?:月份|月|点半|点钟|点|号|年|周|天|小时|分钟|折)(?:\d+\s*[日号])?|\b\d{1,2}(?:st|nd|rd|th)\b|\b\d{4}[-/.]\d{1,2}[-/.]\d{1,2}\b|\b\d{4}-\d{1,2}\b|\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}\.? \d{1,2}\b|\b\d{1,2} (?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}\b|(?:\+\d{1,3}[ -]?)?(?<!\d)(?:1[3-9]\d{9}|\d{3} \d{4} \d{4}|\d{3}[ -]\d{4}|\d+-(?=[\d-]{5})[\d-]*\d)(?!\d)|\b\d+\s*(?:days?|weeks?|months?|years?|hours?|hrs?|minutes?|mins?)\b|一起|一下|一些|一样|一直|一定|一般|统一|一次性|万一|第[一二三四五六七八九十\d]+/g

// "3-5" and "3到5", "-3", "1,5" and "1,2345", "1 200 000", "3万5": each could be meant in two ways.
const UNCLEAR =
  /\d+(?:\.\d+)?(?:[-~–—]|到|至)\d+(?:\.\d+)?|(?<=^|[\s,，;；(])-\d+(?:[.,]\d+)*|(?<![\d,.])\d+(?:,\d{3})*,(?:\d{1,2}(?!\d)|\d{4,})(?:,\d+)*|(?<![\d,.])\d{1,3}(?: \d{3})+(?!\d)|\d+(?:\.\d+)?[万亿千百]\d+(?![\d.万亿千百])/g

const DIGITS = String.raw`(?:[¥$€£]\s*)?\d+(?:[,']\d{3})*(?:\.\d+)?(?:\s*(?:万亿|亿|万|千|百)(?:\d+(?:\.\d+)?[万千百])*)?(?:[kmw](?![a-z]))?(?:\/\d+)?`
const NUMERALS = '[零〇一二两三四五六七八九十百千]+(?:[万亿][零〇一二两三四五六七八九十百千]*)?'
// "One" is left out: in "no one signed" it counts nothing.
const NUMBER_WORDS = String.raw`\b(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)\b`
const NONE = String.raw`没有|没|无|\bno\b|\bzero\b|\bnone\b`
const NUMBER = new RegExp(`${DIGITS}|${NUMERALS}|${NUMBER_WORDS}|${NONE}`, 'g')
const NONE_ONLY = new RegExp(`^(?:${NONE})$`)
const LATIN = /[a-z]/

function tokensOf(text: string): Token[] {
  const counts = masked(text, NO_COUNTS)
  const unclear = [...counts.matchAll(UNCLEAR)].map(
    (match): Token => ({ kind: 'unclear', from: match.index, to: match.index + match[0].length }),
  )
  const clear = masked(counts, UNCLEAR)
  const metrics = metricTokens(clear)
  const isTaken = ({ from, to }: Span) => metrics.some((token) => token.from < to && from < token.to)
  const numbers = [...clear.matchAll(NUMBER)]
    .map(
      (match): Token => ({ kind: 'number', from: match.index, to: match.index + match[0].length, digits: match[0].replace(/\/\d+$/, '') }),
    )
    .filter((token) => !isTaken(token) && standsFree(clear, token, metrics))
  return [...metrics, ...unclear, ...numbers].toSorted((a, b) => a.from - b.from)
}

/** A sign that stands for nothing keeps every place where it is. */
function masked(text: string, what: RegExp): string {
  return text.replace(what, (found) => '\u0000'.repeat(found.length))
}

function metricTokens(text: string): Token[] {
  const found: Token[] = [...text.matchAll(SIGNED)].map(
    (match): Token => ({ kind: 'metric', metric: 'deals', from: match.index, to: match.index + match[0].length }),
  )
  for (const [word, metric] of LONGEST_FIRST) {
    for (let from = text.indexOf(word); from >= 0; from = text.indexOf(word, from + word.length)) {
      const span = { from, to: from + word.length }
      const isPartOfWord = LATIN.test(word) && (LATIN.test(text[from - 1] ?? '') || LATIN.test(text[span.to] ?? ''))
      if (isPartOfWord || found.some((other) => other.from < span.to && span.from < other.to)) continue
      found.push({ kind: 'metric', metric, ...span })
    }
  }
  return found
}

const LONGEST_FIRST = ENTRY_WORDS.toSorted(([a], [b]) => b.length - a.length)

/** A number inside a word ("b2b", "a4") is part of it, one that touches a metric ("visits3") is not. */
function standsFree(text: string, token: Span, metrics: readonly Span[]): boolean {
  const [before, first, after] = [text[token.from - 1] ?? ' ', text[token.from] ?? ' ', text[token.to] ?? ' ']
  if (!/\d/.test(first)) return true
  const startsFree = !/[a-z\d.]/.test(before) || metrics.some(({ to }) => to === token.from)
  return startsFree && (!LATIN.test(after) || metrics.some(({ from }) => from === token.to))
}

// What may stand between a metric and its number without parting them.
const AFTER_METRIC = /^[\s:=]*(?:was|were|is|are|to|about|客户|新增|新|了|过|到|共|有|约|大概|一共|总共|数|量|额|\+)*[\s:=+]*(?:是|为)?\s*$/
const BEFORE_METRIC =
  /^\s*(?:\/\d+)?\s*(?:家|个|条|位|次|单|份|笔|通|件|场|名|项|组|元|块)?\s*(?:more|good|qualified|customer|client|sales|phone|onsite|successful|of|x|\*|×|客户|有效|新|的|\s)*$/

/** Characters; the patterns above would take long over a thousand spaces. */
const WIDEST_GAP = 40

/** A metric and a number that belong together: they stand side by side, nothing parts them. */
function pairOf(one: Token | undefined, two: Token | undefined, text: string): Pair | undefined {
  if (one === undefined || two === undefined || two.from - one.to > WIDEST_GAP) return undefined
  const between = text.slice(one.to, two.from)
  const span = { from: one.from, to: two.to }
  if (one.kind === 'metric' && two.kind === 'number' && AFTER_METRIC.test(between)) {
    // "visits, no leads": the "no" is the next word's; and "拜访没有" counts, but not "线索没跟".
    if (NONE_ONLY.test(two.digits) && !/^\s*(?:[,，;；。.!、\n]|$)/.test(text.slice(two.to))) return undefined
    if (isNumeral(two) && !isCounted(text, two)) return undefined
    return { ...span, metric: one.metric, number: two }
  }
  if (one.kind === 'number' && two.kind === 'metric' && BEFORE_METRIC.test(between)) return { ...span, metric: two.metric, number: one }
  return undefined
}

function isNumeral({ digits }: { readonly digits: string }): boolean {
  return /^[零〇一二两三四五六七八九十百千]/.test(digits)
}

const CLASSIFIER = /^\s*(?:万元|家|个|条|位|次|单|份|笔|通|件|场|名|项|组|元|块|万|亿)/
const AFTER_NUMBER =
  /^(?:\/\d+)?\s*(?:万元|元|块|家|个|条|位|次|单|份|笔|通|件|场|名|项|组)?(?:客户)?(?:\s*(?:customers?|clients?|people)(?![a-z]))?/

/** "拜访三家" counts, "拜访一起" does not: after a numeral comes a classifier, a pause or the end. */
function isCounted(text: string, { to }: Span): boolean {
  const rest = text.slice(to)
  return CLASSIFIER.test(rest) || /^\s*(?:[,，;；。.!、\n\s]|$)/.test(rest)
}

/** The classifier behind a number that ends its pair goes with it. */
function classifierLength(text: string, pair: Pair): number {
  if (pair.number.to !== pair.to) return 0
  return AFTER_NUMBER.exec(text.slice(pair.to))?.[0].length ?? 0
}

const SEPARATORS = /[\s,，;；。、+&|/]+/
const ONLY_SIGNS = /^[\p{P}\s]*$/u
const ONLY_JOINS = /^(?:and|和|及|还有|with|plus|today|今天|今日|，|\.|!)*$/i

// What a number leaves of its clause: "I made 5 calls", "今天打了5个电话". Beside a number it says nothing more.
const ONLY_DOING =
  /^(?:(?:i|we|i've|we've|have|had|just|also|only|so far|today|did|done|made|got|sent|held|closed|gave|added|completed)(?:\s+|$))+$|^(?:我们?|今天|今日|上午|下午|刚才?|又|还|也|共|一共|只|已经?|打|跑|见|发|出|交|送|拿到?|收到?|加|做|搞定|完成|谈|聊|开|了|过|\s)+$/i

/** What is left of the words once the numbers are taken out, without the signs that stood between them. */
function noteOf(words: string, text: string, used: readonly Span[]): string {
  const left = [...used, { from: words.length, to: words.length }]
    .toSorted((a, b) => a.from - b.from)
    .map(({ from }, index, all) => words.slice(all[index - 1]?.to ?? 0, from))
    .map(trimmed)
    .filter((part) => !ONLY_SIGNS.test(part) && !ONLY_JOINS.test(part) && !(used.length > 0 && ONLY_DOING.test(part)))
  return left.join(/[\u3400-\u9fff]/.test(text) ? '，' : ', ')
}

function trimmed(part: string): string {
  const start = new RegExp(`^${SEPARATORS.source}`)
  const end = new RegExp(`${SEPARATORS.source}$`)
  return part
    .replace(start, '')
    .replace(end, '')
    .replace(/^(?:and|还有|和)\s+/i, '')
    .replace(/^today(?![a-z])[\s,;:.!]*/i, '')
}
