import { parseAmount } from '../amount/parse-amount.js'
import type { Unit } from '../amount/unit.js'
import { type Stage, stageNamed } from './stage.js'

/** What somebody said of a new deal. */
export interface DealWords {
  /** What is left: the customer, or what the deal is called. May be empty. */
  readonly name: string
  /** Minor units; undefined where none was said. */
  readonly amount: bigint | undefined
  readonly stage: Stage | undefined
  /** What looks like an amount and cannot be read as one: it is asked about, not made a part of the name. */
  readonly unread: string | undefined
}

/**
 * Reads a deal out of what somebody typed: "ACME 120000 proposal", "Studio 54, 1.2m", "华东机械 12万 方案", "华东机械12万". The last number that can be
 * an amount is it, the last word that names a stage is the stage, and the rest is the name. Never throws.
 */
export function readDealWords(words: string, unit: Unit): DealWords {
  const tokens = spaced(words)
    .split(' ')
    .filter((token) => token !== '')
  const staged = takeStage(tokens)
  const { amount, rest } = takeAmount(staged.rest, unit)
  const unread = amount === undefined ? rest.slice(1).find((token) => LIKE_AN_AMOUNT.test(token)) : undefined
  return { name: rest.join(' ').replace(/[\s,，:：;；]+$/, ''), amount, stage: staged.stage, unread }
}

const LIKE_AN_AMOUNT = /^[-+(]?[¥￥$€£]?\d[\d.,'’]*[)%]?$/

/** Chinese is written without spaces: "华东机械12万方案" ends in an amount, and perhaps a stage. */
const RUN_TOGETHER = /^(.*\p{Script=Han})([¥￥]?\d[\d.,]*(?:[万亿千百]+)?元?)(线索|需求|方案|报价|谈判)?$/u

function spaced(words: string): string {
  return words
    .trim()
    .split(/[\s，；]+|,(?=\s)|,$/)
    .map((token) => token.replace(RUN_TOGETHER, '$1 $2 $3'))
    .join(' ')
}

function takeStage(tokens: readonly string[]): { stage: Stage | undefined; rest: readonly string[] } {
  // The first word is a name, whatever it says: "Contract Ltd".
  const at = tokens.findLastIndex((token, index) => index > 0 && stageNamed(token) !== undefined)
  return at < 0 ? { stage: undefined, rest: tokens } : { stage: stageNamed(tokens[at] ?? ''), rest: tokens.toSpliced(at, 1) }
}

/** "1 200 000" and "120000 元" are several words. */
const MOST_TOKENS = 4

function takeAmount(tokens: readonly string[], unit: Unit): { amount: bigint | undefined; rest: readonly string[] } {
  for (let end = tokens.length; end > 1; end -= 1) {
    for (let start = Math.max(1, end - MOST_TOKENS); start < end; start += 1) {
      const said = tokens.slice(start, end)
      const parsed = isOneNumber(said) ? parseAmount(said.join(' '), unit) : undefined
      if (parsed?.ok === true) return { amount: parsed.value, rest: tokens.toSpliced(start, end - start) }
    }
  }
  return { amount: undefined, rest: tokens }
}

/** One word with digits, or thousands apart: "54 120k" is a name's number and an amount. */
function isOneNumber(tokens: readonly string[]): boolean {
  const [first, ...more] = tokens.filter((token) => /\d/.test(token))
  return first !== undefined && more.every((token) => /^\d{3}$/.test(token))
}
