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
const PLACE: Readonly<Record<string, bigint>> = { 十: 10n, 百: 100n, 千: 1_000n }
const SCALE: Readonly<Record<string, bigint>> = {
  百: 100n,
  千: 1_000n,
  k: 1_000n,
  万: 10_000n,
  m: 1_000_000n,
  亿: 100_000_000n,
  万亿: 1_000_000_000_000n,
}

/**
 * A number as people type it, in minor units: "3", "1,200", "1.2万", "35k", "三", "二十五", "没有". Exact, no floats.
 *
 * @param digits fraction digits of the unit: 0 for counts
 * @returns undefined where it is no number, or finer than the unit
 */
export function readAmount(words: string, digits: number): bigint | undefined {
  const plain = words.replace(/[\s,'¥$€£]/g, '').toLowerCase()
  if (/^(?:没有|没|无|no|zero|none)$/.test(plain)) return 0n
  const arabic = /^(\d+)(?:\.(\d+))?(万亿|亿|万|千|百|k|m)?$/.exec(plain)
  if (arabic !== null) return scaled(arabic[1] ?? '', arabic[2] ?? '', SCALE[arabic[3] ?? ''] ?? 1n, digits)
  const numeral = /^([零〇一二两三四五六七八九十百千]+)([万亿])?$/.exec(plain)
  const value = numeral === null ? undefined : numeralValue(numeral[1] ?? '')
  return value === undefined ? undefined : value * (SCALE[numeral?.[2] ?? ''] ?? 1n) * 10n ** BigInt(digits)
}

function scaled(whole: string, fraction: string, scale: bigint, digits: number): bigint | undefined {
  const minor = BigInt(whole + fraction) * scale * 10n ** BigInt(digits)
  const divisor = 10n ** BigInt(fraction.length)
  return minor % divisor === 0n ? minor / divisor : undefined
}

/** 二十五 is 25, 十 is 10, 一百零三 is 103; figures in a row (一二三) are no number that anybody says. */
function numeralValue(signs: string): bigint | undefined {
  let total = 0n
  let figure: bigint | undefined
  for (const sign of signs) {
    const place = PLACE[sign]
    if (place !== undefined) {
      total += (figure ?? 1n) * place
      figure = undefined
      continue
    }
    if (figure !== undefined && figure !== 0n) return undefined
    figure = NUMERAL[sign]
  }
  return total + (figure ?? 0n)
}
