import { Temporal } from 'temporal-polyfill'

/** How a number in a cell is meant, by its number format. */
export type CellFormat = 'number' | 'percent' | 'date' | 'month' | 'year'

/** The days that a workbook's dates count from: 1904 in those of old Macintoshes. */
export type DateSystem = '1900' | '1904'

/**
 * A cell's number as a person would write it: 1200000.5, 40%, 2026-05-01, 2026-05.
 *
 * @param stored as the file has it: a binary fraction written out to 17 digits, of which a spreadsheet shows 15
 */
export function cellWords(stored: string, format: CellFormat, dates: DateSystem): string {
  switch (format) {
    case 'number':
      return decimal(stored) ?? stored
    case 'percent': {
      const words = decimal(stored)
      return words === undefined ? stored : `${hundredfold(words)}%`
    }
    default:
      return dateWords(Number(stored), format, dates) ?? stored
  }
}

/** In which way a number format shows a number. Formats of time alone are left as numbers. */
export function cellFormat(id: number, code: string | undefined): CellFormat {
  const known = code === undefined ? BUILT_IN.get(id) : undefined
  if (known !== undefined) return known
  const [first = ''] = (code ?? '').replace(/"[^"]*"|\\.|[_*].|\[[^\]]*\]/g, '').split(';')
  const signs = first.toLowerCase()
  if (signs.includes('y')) return signs.includes('d') ? 'date' : signs.includes('m') ? 'month' : 'year'
  if (signs.includes('d')) return 'date'
  return signs.includes('%') ? 'percent' : 'number'
}

/** Those that files name by number alone; 27 to 58 as Chinese versions show them. */
const BUILT_IN: ReadonlyMap<number, CellFormat> = new Map([
  ...[9, 10].map((id): [number, CellFormat] => [id, 'percent']),
  ...[14, 15, 16, 22, 28, 29, 30, 31, 51, 53, 54, 58].map((id): [number, CellFormat] => [id, 'date']),
  ...[17, 27, 36, 50, 52, 57].map((id): [number, CellFormat] => [id, 'month']),
])

/** Exact where the file is, without the noise of a binary fraction (0.30000000000000004 is 0.3). Undefined for what is no number. */
function decimal(stored: string): string | undefined {
  const plain = /^(-?)(\d+)(?:\.(\d+))?$/.exec(stored)
  if (plain !== null && significant(stored) <= 15) return stored
  const number = Number(stored)
  if (stored.trim() === '' || !Number.isFinite(number)) return undefined
  const [, sign = '', whole = '', fraction = '', exponent = '0'] = /^(-?)(\d)(?:\.(\d+))?e([+-]\d+)$/.exec(number.toExponential(14)) ?? []
  const digits = `${whole}${fraction}`
  const point = 1 + Number(exponent)
  const padded = point <= 0 ? `${'0'.repeat(1 - point)}${digits}` : digits.padEnd(point, '0')
  const at = Math.max(point, 1)
  const rest = padded.slice(at).replace(/0+$/, '')
  return `${sign}${padded.slice(0, at)}${rest === '' ? '' : `.${rest}`}`
}

function significant(decimalWords: string): number {
  return decimalWords.replace(/[-.]/g, '').replace(/^0+/, '').length
}

function hundredfold(words: string): string {
  const [whole = '', fraction = ''] = words.split('.')
  const moved = `${whole}${fraction.padEnd(2, '0').slice(0, 2)}`.replace(/^(-?)0+(?=\d)/, '$1')
  const rest = fraction.slice(2)
  return rest === '' ? moved : `${moved}.${rest}`
}

function dateWords(serial: number, format: 'date' | 'month' | 'year', dates: DateSystem): string | undefined {
  const day = Math.floor(serial)
  // Up to its 60th day the count has a 29 February 1900 that never was; nobody plans for those years.
  if (!Number.isFinite(day) || day < 61 || day > 2_958_465) return undefined
  const on = (dates === '1904' ? FIRST_1904 : FIRST_1900).add({ days: day }).toString()
  return { date: on, month: on.slice(0, 7), year: on.slice(0, 4) }[format]
}

const FIRST_1900 = Temporal.PlainDate.from('1899-12-30')
const FIRST_1904 = Temporal.PlainDate.from('1904-01-01')
