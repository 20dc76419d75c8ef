/** Which sign stands before the decimals in a column. */
export type DecimalSign = 'point' | 'comma'

/**
 * Reads a number as files write it: "1,200", "1 200", "1'200", "1.200,50", "€ 1,200.00", "(1,200)" for a negative one, "1.2k", "3.5万", "12%" for 12.
 * Statistics only: amounts that are owed are read exactly, by `parseAmount`.
 *
 * @param decimals what the column shows elsewhere; it decides what could be either, "1,200" and "1.200"
 */
export function readNumber(words: string, decimals: DecimalSign): number | undefined {
  if (PLAIN.test(words)) return Number(words)
  const { digits, factor, isNegative } = undressed(words)
  const number = Number(withPoint(digits, decimals))
  if (digits === '' || !Number.isFinite(number)) return undefined
  return (isNegative ? -number : number) * factor
}

/** Whether a cell shows which sign its column has before the decimals; undefined where it could be either. */
export function decimalsShown(words: string): DecimalSign | undefined {
  if (/^-?\d+$/.test(words)) return undefined
  const { digits } = undressed(words)
  const [comma, point] = [digits.lastIndexOf(','), digits.lastIndexOf('.')]
  if (comma >= 0 && point >= 0) return comma > point ? 'comma' : 'point'
  if (comma < 0 && point < 0) return undefined
  const [sign, other] = comma >= 0 ? ([',', 'comma'] as const) : (['.', 'point'] as const)
  const parts = digits.split(sign)
  if (parts.length > 2) return other === 'comma' ? 'point' : 'comma' // several of them stand between thousands
  return parts[1]?.length === 3 && parts[0] !== '' && parts[0] !== '0' ? undefined : other
}

const PLAIN = /^-?\d+$/

interface Undressed {
  /** With signs between them, but no space, currency or minus. */
  readonly digits: string
  readonly factor: number
  readonly isNegative: boolean
}

function undressed(words: string): Undressed {
  const plain = words
    .normalize('NFKC')
    .replace(/[\s'’_]/g, '')
    .replace(/[−‒–]/g, '-')
  const inBrackets = /^\((.*)\)$/.exec(plain)?.[1]
  const dressed =
    /^(?<before>\p{Sc}|[A-Z]{1,3}\p{Sc}|[a-z]{3})?(?<minus>[+-])?(?<inner>\p{Sc}|[a-z]{3})?(?<digits>[\d.,]+)(?<factor>千|万|萬|亿|億|百万|k|m|mn|bn)?(?<after>元|円|块|%|\p{Sc}|[a-z]{3})?(?<trailing>-)?$/iu
  const groups = dressed.exec(inBrackets ?? plain)?.groups
  if (groups === undefined || !/\d/.test(groups.digits ?? '')) return { digits: '', factor: 1, isNegative: false }
  return {
    digits: groups.digits ?? '',
    factor: FACTORS[(groups.factor ?? '').toLowerCase()] ?? 1,
    isNegative: inBrackets !== undefined || groups.minus === '-' || groups.trailing === '-',
  }
}

const FACTORS: Readonly<Record<string, number>> = {
  k: 1e3,
  m: 1e6,
  mn: 1e6,
  bn: 1e9,
  千: 1e3,
  万: 1e4,
  萬: 1e4,
  百万: 1e6,
  亿: 1e8,
  億: 1e8,
}

/** As `Number` reads it; '' where the signs stand where they cannot. */
function withPoint(digits: string, decimals: DecimalSign): string {
  const shown = decimalsShown(digits) ?? decimals
  const [decimal, thousands] = shown === 'comma' ? [',', '.'] : ['.', ',']
  const [whole = '', fraction = '', ...more] = digits.split(decimal)
  const groups = whole.split(thousands)
  const areThousands = groups.length === 1 || (groups[0] !== '' && groups.slice(1).every((group) => group.length === 3))
  if (more.length > 0 || fraction.includes(thousands) || !areThousands) return 'x'
  return `${groups.join('')}.${fraction}`
}
