const NUMERAL: Readonly<Record<string, bigint>> = {
  零: 0n,
  〇: 0n,
  一: 1n,
  二: 2n,
  两: 2n,
  三: 3n,
  四: 4n,
  五: 5n,
  六: 6n,
  七: 7n,
  八: 8n,
  九: 9n,
}
const NUMBER_WORD = ['two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten', 'eleven', 'twelve']
const PLACE: Readonly<Record<string, bigint>> = { 十: 10n, 百: 100n, 千: 1_000n }
const SCALE: Readonly<Record<string, bigint>> = {
  百: 100n,
  千: 1_000n,
  k: 1_000n,
  万: 10_000n,
  // 万, as it is typed in a hurry.
  w: 10_000n,
  m: 1_000_000n,
  亿: 100_000_000n,
  万亿: 1_000_000_000_000n,
}

/**
 * A number as people type it, in minor units: "3", "1,200", "1.2万", "1.5w", "35k", "1亿2000万", "三", "二十五", "三万五", "three", "没有". Exact, no floats.
 *
 * @param digits fraction digits of the unit: 0 for counts
 * @returns undefined where it is no number, or finer than the unit
 */
export function readAmount(words: string, digits: number): bigint | undefined {
  const plain = words.replace(/[\s,'¥$€£]/g, '').toLowerCase()
  if (/^(?:没有|没|无|no|zero|none)$/.test(plain)) return 0n
  const spoken = NUMBER_WORD.indexOf(plain)
  if (spoken >= 0) return BigInt(spoken + 2) * 10n ** BigInt(digits)
  const numeral = /^([零〇一二两三四五六七八九十百千]+)(?:([万亿])([零〇一二两三四五六七八九十百千]*))?$/.exec(plain)
  if (numeral !== null) return numeralAmount(numeral[1] ?? '', numeral[2] ?? '', numeral[3] ?? '', digits)
  const terms = [...plain.matchAll(TERM)]
  if (terms.length === 0 || plain.replace(TERM, '') !== '') return undefined
  const scales = terms.map(([, , , scale = '']) => SCALE[scale] ?? 1n)
  // 1亿2000万 goes down from term to term; in 3万5 the 5 could be 5 or 5,000
  if (scales.some((scale, index) => index > 0 && (scale === 1n || scale >= (scales[index - 1] ?? 0n)))) return undefined
  const amounts = terms.map(([, whole = '', fraction = ''], index) => scaled(whole, fraction, scales[index] ?? 1n, digits))
  return amounts.reduce((sum, amount) => (sum === undefined || amount === undefined ? undefined : sum + amount), 0n)
}

const TERM = /(\d+)(?:\.(\d+))?(万亿|亿|万|千|百|k|w|m|(?=$))/g

function scaled(whole: string, fraction: string, scale: bigint, digits: number): bigint | undefined {
  const minor = BigInt(whole + fraction) * scale * 10n ** BigInt(digits)
  const divisor = 10n ** BigInt(fraction.length)
  return minor % divisor === 0n ? minor / divisor : undefined
}

/** 三万五 is 35,000 as spoken, 三万零五 is 30,005. */
function numeralAmount(high: string, scaleSign: string, low: string, digits: number): bigint | undefined {
  const scale = SCALE[scaleSign] ?? 1n
  const [highValue, lowValue] = [numeralValue(high), numeralValue(low)]
  if (highValue === undefined || lowValue === undefined) return undefined
  const isShort = low.length === 1 && low in NUMERAL
  return (highValue * scale + lowValue * (isShort ? scale / 10n : 1n)) * 10n ** BigInt(digits)
}

/** 二十五 is 25, 十 is 10, 一百零三 is 103, 一百三 is 130 as spoken; figures in a row (一二三) are no number that anybody says. */
function numeralValue(signs: string): bigint | undefined {
  let total = 0n
  let figure: bigint | undefined
  let unit = 1n // of a figure that ends the number
  for (const sign of signs) {
    const place = PLACE[sign]
    if (place !== undefined) {
      total += (figure ?? 1n) * place
      figure = undefined
      unit = place / 10n
      continue
    }
    if (figure !== undefined && figure !== 0n) return undefined
    figure = NUMERAL[sign]
    if (figure === 0n) unit = 1n
  }
  return total + (figure ?? 0n) * unit
}
