import { type Unit, unitDigits } from './unit.js'

export type ParsedAmount =
  | { readonly ok: true; readonly value: bigint }
  | { readonly ok: false; readonly reason: 'not-a-number' | 'negative' | 'too-precise' | 'too-large' }

/** The largest amount taken, in minor units: ninety of them still add up within a 64-bit column. */
export const MAX_AMOUNT = 10n ** 17n

/**
 * Reads an amount as people write it, into minor units: "1,000,000", "1 200 000", "1.2m", "500k", "100万", "1.5亿", "1亿2000万", "3千",
 * full-width digits, with the unit's own currency sign or code before or after it. Exact: "1.005" in a currency of two digits is
 * too precise, never rounded.
 *
 * A point is always the decimal sign and a comma, a space or an apostrophe always stands between thousands. So "1.234,56" and "1,5" are
 * refused rather than guessed, and "1.234" is one and a bit: too precise for a count and for cents, which asks again where a
 * silent 1,234 or 1.23 would be wrong by a thousand. A sign or code of another currency is refused as well.
 */
export function parseAmount(words: string, unit: Unit): ParsedAmount {
  if (words.length > 80) return { ok: false, reason: 'not-a-number' }
  const plain = words
    .normalize('NFKC')
    .trim()
    .replace(/[\u2212\u2012\u2013]/g, '-')
  const { negative, unsigned } = takeSign(plain)
  const digits = takeSign(withoutCurrency(unsigned, unit).trim())
  const terms = readTerms(digits.unsigned)
  if (terms === undefined) return { ok: false, reason: 'not-a-number' }
  if (negative || digits.negative) return { ok: false, reason: 'negative' }

  const scale = 10n ** BigInt(Math.max(...terms.map((term) => term.decimals)))
  const scaled = terms.reduce((sum, { digits, decimals, factor }) => sum + (digits * factor * scale) / 10n ** BigInt(decimals), 0n)
  const minorScaled = scaled * 10n ** BigInt(unitDigits(unit))
  if (minorScaled % scale !== 0n) return { ok: false, reason: 'too-precise' }
  const value = minorScaled / scale
  return value > MAX_AMOUNT ? { ok: false, reason: 'too-large' } : { ok: true, value }
}

function takeSign(words: string): { negative: boolean; unsigned: string } {
  const inBrackets = /^\((.*)\)$/.exec(words)?.[1] // bookkeepers' minus
  if (inBrackets !== undefined) return { negative: true, unsigned: inBrackets.trim() }
  if (words.startsWith('-')) return { negative: true, unsigned: words.slice(1).trim() }
  return { negative: false, unsigned: words.startsWith('+') ? words.slice(1).trim() : words }
}

/** Takes off one sign, code or word of the unit's currency at either end; another currency's stays, and then it is no number. */
function withoutCurrency(words: string, unit: Unit): string {
  if (unit.kind === 'count') return words
  const marks = [unit.currency, ...Object.entries(CURRENCY_MARKS).flatMap(([mark, of]) => (of.includes(unit.currency) ? [mark] : []))]
  const folded = words.toUpperCase()
  for (const mark of marks.toSorted((a, b) => b.length - a.length)) {
    if (folded.startsWith(mark)) return words.slice(mark.length)
    if (folded.endsWith(mark)) return words.slice(0, -mark.length)
  }
  return words
}

const DOLLARS = ['USD', 'CAD', 'AUD', 'NZD', 'SGD', 'HKD', 'TWD', 'MXN', 'ARS', 'CLP', 'COP']

/** In capitals, after NFKC (which makes a full-width ￥ a ¥). */
const CURRENCY_MARKS: Readonly<Record<string, readonly string[]>> = {
  $: DOLLARS,
  US$: ['USD'],
  HK$: ['HKD'],
  NT$: ['TWD'],
  S$: ['SGD'],
  R$: ['BRL'],
  '€': ['EUR'],
  '£': ['GBP'],
  '¥': ['CNY', 'JPY'],
  '₹': ['INR'],
  '₩': ['KRW'],
  '₽': ['RUB'],
  '₫': ['VND'],
  '฿': ['THB'],
  RMB: ['CNY'],
  人民币: ['CNY'],
  元: ['CNY', 'HKD', 'TWD'],
  块: ['CNY'],
  円: ['JPY'],
  日元: ['JPY'],
  美元: ['USD'],
  港元: ['HKD'],
  港币: ['HKD'],
  欧元: ['EUR'],
  英镑: ['GBP'],
}

interface Term {
  /** All its digits, the decimals included. */
  readonly digits: bigint
  readonly decimals: number
  readonly factor: bigint
}

/** "1.2m" is one term, "1亿2000万" two, each with a smaller factor than the one before. */
function readTerms(words: string): readonly [Term, ...Term[]] | undefined {
  const [first, ...rest] = [...words.matchAll(TERM)].map(readTerm)
  if (words.replace(TERM, '').trim() !== '' || first === undefined) return undefined
  const terms: [Term, ...Term[]] = [first, ...rest]
  // "3万5" says 35,000 to some and 30,005 to others: every part after the first must name its size
  const descends = terms.every((term, index) => index === 0 || (term.factor > 1n && term.factor < (terms[index - 1]?.factor ?? 0n)))
  return descends ? terms : undefined
}

const TERM =
  /(?=[\d.])(?<whole>\d{1,3}(?:[ ,'’]\d{3})+|\d+)?(?:\.(?<decimals>\d+))?(?<=\d) ?(?<factor>thousand|million|billion|mn|bn|[kmbw]|(?:[十百千]?[万萬亿億]|万亿|[十百千])(?![十百千万萬亿億])|)/giu

function readTerm({ groups }: RegExpMatchArray): Term {
  const whole = (groups?.whole ?? '').replace(/\D/g, '')
  const decimals = groups?.decimals ?? ''
  return { digits: BigInt(`0${whole}${decimals}`), decimals: decimals.length, factor: factorOf(groups?.factor ?? '') }
}

function factorOf(name: string): bigint {
  return [...(FACTORS[name.toLowerCase()] ?? name)].reduce((product, sign) => product * 10n ** (ZEROS[sign] ?? 0n), 1n)
}

/** English names, as the Chinese signs whose zeros add up to them; w is how 万 is typed in a hurry. */
const FACTORS: Readonly<Record<string, string>> = {
  k: '千',
  thousand: '千',
  w: '万',
  m: '百万',
  mn: '百万',
  million: '百万',
  b: '十亿',
  bn: '十亿',
  billion: '十亿',
}

const ZEROS: Readonly<Record<string, bigint>> = { 十: 1n, 百: 2n, 千: 3n, 万: 4n, 萬: 4n, 亿: 8n, 億: 8n }
