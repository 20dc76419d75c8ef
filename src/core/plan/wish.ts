import { parseAmount } from '../amount/parse-amount.js'
import type { Unit } from '../amount/unit.js'
import { ENTRY_WORDS } from '../checkin/entry-words.js'
import type { Carrier } from './checks/specific.js'
import { type MetricKey, metric as metricOf } from './metric.js'
import { metricByWords } from './metric-words.js'
import { periodId } from './period-words.js'

/** What somebody says they want, as far as it says anything: "raise sales", "20 new customers a quarter", "提升业绩20%". */
export interface Wish {
  readonly metric: MetricKey | undefined
  /** Minor units or a count. */
  readonly amount: bigint | undefined
  /** 0.2 for "by 20%", 1 for "double". */
  readonly growth: number | undefined
  readonly carrier: Carrier | undefined
  /** A period's id, or the length of one. */
  readonly period: string | 'month' | 'quarter' | 'year' | undefined
}

/**
 * Reads a wish in English or Chinese. What is not said stays undefined, and of two figures that could be meant neither is taken: whether it
 * is a target is the reader's to decide.
 *
 * @param currency of money
 */
export function readWish(words: string, currency: string): Wish {
  const plain = words.normalize('NFKC').toLowerCase().slice(0, 400)
  const { period, rest } = periodIn(plain)
  const percent = [...rest.matchAll(PERCENT)]
  const unpercented = rest.replace(PERCENT, ' ')
  const numbers = [...unpercented.matchAll(NUMBER)].map(([found]) => found.trim())
  const carrier = CARRIER_WORDS.find(([pattern]) => pattern.test(rest))?.[1]
  const isMoney = numbers.some((each) => MONEY.test(each))
  const metric = metricIn(rest.replace(EXISTING, ' ')) ?? (isMoney || EXISTING.test(rest) || MORE.test(rest) ? 'revenue' : undefined)
  const growth = percent.length === 1 ? Number(percent[0]?.[1]) / 100 : DOUBLE.test(rest) ? 1 : undefined
  return {
    metric,
    amount: metric === undefined || numbers.length !== 1 ? undefined : amountIn(numbers[0] ?? '', metric, currency),
    growth: growth !== undefined && growth > 0 && growth <= 10 ? growth : undefined,
    carrier: metric === 'new-customers' ? 'new' : carrier,
    period,
  }
}

const PERCENT = /(\d{1,3}(?:\.\d+)?) ?(?:%|percent|个?点)/g
const NUMBER = /[¥$€£]? ?\d[\d,.]*(?: ?(?:万亿|[万亿千]|thousand|million|billion|bn|mn|[kmbw])(?![a-z]))*/g
const MONEY = /[¥$€£万亿]|\d ?[kmbw]|million|thousand|billion/

function amountIn(words: string, key: MetricKey, currency: string): bigint | undefined {
  const unit: Unit = metricOf(key).unit === 'money' ? { kind: 'money', currency } : { kind: 'count' }
  const parsed = parseAmount(words.replace(/[.,]$/, ''), unit)
  return parsed.ok && parsed.value > 0n ? parsed.value : undefined
}

/** Nothing but that it should be more. */
const MORE =
  /\b(?:grow(?:th)?|improve|(?:do|be) better|(?:more|better) business|more money|(?:win|close|earn) more|double|hit (?:the|our) (?:numbers?|targets?|quotas?))\b|增长|做大|做得?更好|翻一?番|翻倍|冲业绩|多(?:赚|挣)/

/** Twice as much. */
const DOUBLE = /\bdoubl(?:e|ing)\b|翻一?番|翻一?倍/

/** Customers, but no new ones. */
const EXISTING = /(?:existing|current|old) (?:customers?|clients?)|老客户?/

const CARRIER_WORDS: readonly (readonly [RegExp, Carrier])[] = [
  [/deal sizes?|average deal|bigger deals|larger deals|客单价|单价|大单/, 'deal-size'],
  [/repeat|existing customers?|upsell|renewals?|老客户?|复购|回头客|续约|增购/, 'repeat'],
  [/new customers?|new clients?|new business|新客户?|拓新|获客/, 'new'],
]

/** The longest of the words that stand in it, then the looser ones that a plan may use though a report may not. */
function metricIn(words: string): MetricKey | undefined {
  const found = ENTRY_WORDS.filter(([word]) => stands(word, words)).toSorted(([one], [other]) => other.length - one.length)[0]
  return found?.[1] ?? LOOSE_WORDS.find(([pattern]) => pattern.test(words))?.[1] ?? metricByWords(words)
}

function stands(word: string, words: string): boolean {
  return /^[a-z]/.test(word) ? new RegExp(`\\b${word}\\b`).test(words) : words.includes(word)
}

const LOOSE_WORDS: readonly (readonly [RegExp, MetricKey])[] = [
  [/\b(?:customers?|clients?)\b|客户/, 'new-customers'],
  [/\b(?:sales|sell|income|revenues?)\b|销售|销量|业绩|营收|收入|卖/, 'revenue'],
]

function periodIn(words: string): { period: Wish['period']; rest: string } {
  const id = ID.exec(words)?.[0]
  if (id !== undefined) return { period: periodId(id.toUpperCase()), rest: words.replace(id, ' ') }
  const length = LENGTHS.find(([pattern]) => pattern.test(words))
  return length === undefined ? { period: undefined, rest: words } : { period: length[1], rest: words.replace(length[0], ' ') }
}

const ID = /\b20\d\d(?:-q[1-4]|-\d{2})\b|20\d\d年(?:第?[1-4一二三四]季度?|\d{1,2}月)?|\b20\d\d\b/

const LENGTHS: readonly (readonly [RegExp, 'month' | 'quarter' | 'year'])[] = [
  [/\b(?:a|per|this|next|each|every)? ?quarter(?:ly)?\b|[本每这下]?一?个?季度?/, 'quarter'],
  [/\b(?:a|per|this|next|each|every)? ?month(?:ly)?\b|(?:[本每这下]?个?月)/, 'month'],
  [/\b(?:a|per|this|next|each|every)? ?(?:year(?:ly)?|annual(?:ly)?)\b|[今每全本明]年/, 'year'],
]
