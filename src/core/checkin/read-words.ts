import { type MetricKey, metric as metricOf } from '../plan/metric.js'
import { readAmount } from './amount-words.js'
import { ENTRY_WORDS } from './entry-words.js'

export interface WordsRead {
  /** In the order they were said; minor units. A metric said twice is summed. */
  readonly entries: readonly { readonly metric: MetricKey; readonly amount: bigint }[]
  /** The rest, as typed. */
  readonly note: string
  /** Numbers that belong to no metric, or do not fit theirs, as typed: somebody has to look at them. */
  readonly unread: readonly string[]
}

/** More than this of a count in one go is a slip or a telephone number. */
const MOST_AT_ONCE = 10_000n

/**
 * Reads numbers and a note out of what somebody typed, in English, Chinese or both: "3 visits, 2 leads, price objection",
 * "拜访3 线索2,客户嫌贵". A number belongs to the metric's word right before or right after it. What is no count is left in the note:
 * shares (5%), times (3pm, 10:30), dates (3月5日), quarters (Q3), telephone numbers. Letters alone ("3v 2l") are not read: they would be
 * guessed. Never throws.
 *
 * @param options.currencyDigits fraction digits of the team's currency, 2 unless given
 */
export function readWords(words: string, { currencyDigits = 2 }: { currencyDigits?: number } = {}): WordsRead {
  const text = widthFolded(words)
  const tokens = tokensOf(text)
  const entries = new Map<MetricKey, bigint>()
  const unread: string[] = []
  const used: Span[] = []

  for (let index = 0; index < tokens.length; index += 1) {
    const [token, next] = [tokens[index], tokens[index + 1]]
    if (token === undefined) continue
    const pair = next === undefined ? undefined : pairOf(token, next, text)
    if (pair === undefined) {
      if (token.kind === 'number') unread.push(text.slice(token.from, token.to).trim())
      continue
    }
    index += 1
    const amount = readAmount(pair.number.digits, metricOf(pair.metric).unit === 'money' ? currencyDigits : 0)
    const isTooMany = metricOf(pair.metric).unit === 'count' && amount !== undefined && amount > MOST_AT_ONCE
    if (amount === undefined || isTooMany) {
      unread.push(text.slice(pair.from, pair.to).trim())
      continue
    }
    entries.set(pair.metric, (entries.get(pair.metric) ?? 0n) + amount)
    used.push({ from: pair.from, to: pair.to + classifierLength(text, pair) })
  }
  return { entries: [...entries].map(([metric, amount]) => ({ metric, amount })), note: noteOf(words, text, used), unread }
}

interface Span {
  readonly from: number
  readonly to: number
}
type Token = Span & ({ readonly kind: 'number'; readonly digits: string } | { readonly kind: 'metric'; readonly metric: MetricKey })

/** Full-width signs as half-width ones, character by character: a place in the result is the same place in what was typed. */
function widthFolded(words: string): string {
  return [...words]
    .map((sign) => {
      const folded = sign.normalize('NFKC')
      return folded.length === sign.length ? folded.toLowerCase().slice(0, sign.length).padEnd(sign.length) : sign
    })
    .join('')
}

// Looked for before numbers are, so that these keep theirs.
const NO_COUNTS =
  /\d+(?:\.\d+)?\s*[%‰]|百分之[\d零一二两三四五六七八九十百.]+|\bq[1-4]\b|\d{1,2}:\d{2}|\b\d{1,2}\s*(?:am|pm)\b|\d+\s*(?:月份|月|点半|点钟|点|号|年|周|天|小时|分钟|折)(?:\d+\s*[日号])?|\b\d{1,2}(?:st|nd|rd|th)\b|\b\d{4}-\d{1,2}(?:-\d{1,2})?\b|(?:\+\d{1,3}[ -]?)?\b\d[\d-]{8,}\d\b|\b\d+\s*(?:days?|weeks?|months?|years?|hours?|hrs?|minutes?|mins?)\b|一起|一下|一些|一样|一直|一定|一般|统一|一次性|万一|第[一二三四五六七八九十\d]+/g

const DIGITS = String.raw`(?:[¥$€£]\s*)?\d+(?:[,']\d{3})*(?:\.\d+)?(?:\s*(?:万亿|亿|万|千|百))?(?:[km](?![a-z]))?(?:\/\d+)?`
const NUMERALS = '[零〇一二两三四五六七八九十百千]+(?:[万亿])?'
const NONE = String.raw`没有|没|无|\bno\b|\bzero\b|\bnone\b`
const NUMBER = new RegExp(`${DIGITS}|${NUMERALS}|${NONE}`, 'g')
const NONE_ONLY = new RegExp(`^(?:${NONE})$`)
const LATIN = /[a-z]/

function tokensOf(text: string): Token[] {
  // A sign that stands for nothing keeps every place where it is.
  const masked = text.replace(NO_COUNTS, (found) => '\u0000'.repeat(found.length))
  const metrics = metricTokens(masked)
  const isTaken = ({ from, to }: Span) => metrics.some((token) => token.from < to && from < token.to)
  const numbers = [...masked.matchAll(NUMBER)]
    .map(
      (match): Token => ({ kind: 'number', from: match.index, to: match.index + match[0].length, digits: match[0].replace(/\/\d+$/, '') }),
    )
    .filter((token) => !isTaken(token) && standsFree(masked, token))
  return [...metrics, ...numbers].toSorted((a, b) => a.from - b.from)
}

function metricTokens(text: string): Token[] {
  const found: Token[] = []
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

/** A number inside a word ("b2b", "a4") is part of it; a Chinese numeral counts only where something is counted. */
function standsFree(text: string, token: Span): boolean {
  const [before, first, after] = [text[token.from - 1] ?? ' ', text[token.from] ?? ' ', text[token.to] ?? ' ']
  if (/\d/.test(first)) return !/[a-z\d.]/.test(before) && !/[a-z]/.test(after.replace(/[km]/, ''))
  return true
}

// What may stand between a metric and its number without parting them.
const AFTER_METRIC = /^[\s:=]*(?:was|were|is|are|to|about|客户|新增|新|了|过|到|共|有|约|大概|一共|总共|数|量|额|\+)*[\s:=+]*(?:是|为)?\s*$/
const BEFORE_METRIC =
  /^\s*(?:\/\d+)?\s*(?:家|个|条|位|次|单|份|笔|通|件|场|名|项|组|元|块)?\s*(?:more|good|qualified|customer|client|sales|phone|onsite|successful|of|x|\*|×|客户|有效|新|的|\s)*$/

/** A metric and a number that belong together: they stand side by side, nothing parts them. */
function pairOf(one: Token, two: Token, text: string): (Span & { metric: MetricKey; number: Token & { kind: 'number' } }) | undefined {
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
const AFTER_NUMBER = /^(?:\/\d+)?\s*(?:万元|元|块|家|个|条|位|次|单|份|笔|通|件|场|名|项|组)?(?:客户)?/

/** "拜访三家" counts, "拜访一起" does not: after a numeral comes a classifier, a pause or the end. */
function isCounted(text: string, { to }: Span): boolean {
  const rest = text.slice(to)
  return CLASSIFIER.test(rest) || /^\s*(?:[,，;；。.!、\n\s]|$)/.test(rest)
}

/** The classifier behind a number that ends its pair goes with it. */
function classifierLength(text: string, pair: Span & { number: Span }): number {
  if (pair.number.to !== pair.to) return 0
  return AFTER_NUMBER.exec(text.slice(pair.to))?.[0].length ?? 0
}

const SEPARATORS = /[\s,，;；。、+&|/]+/
const ONLY_JOINS = /^(?:and|和|及|还有|with|plus|today|今天|今日|，|\.|!)*$/i

/** What is left of the words once the numbers are taken out, without the signs that stood between them. */
function noteOf(words: string, text: string, used: readonly Span[]): string {
  const left = [...used, { from: words.length, to: words.length }]
    .toSorted((a, b) => a.from - b.from)
    .map(({ from }, index, all) => words.slice(all[index - 1]?.to ?? 0, from))
    .map(trimmed)
    .filter((part) => part !== '' && !ONLY_JOINS.test(part))
  return left.join(/[\u3400-\u9fff]/.test(text) ? '，' : ', ')
}

function trimmed(part: string): string {
  const start = new RegExp(`^${SEPARATORS.source}`)
  const end = new RegExp(`${SEPARATORS.source}$`)
  return part
    .replace(start, '')
    .replace(end, '')
    .replace(/^(?:and|还有|和)\s+/i, '')
}
