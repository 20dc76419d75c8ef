import type { Temporal } from 'temporal-polyfill'
import { monthByName } from './period-words.js'
import type { TableRow } from './plan-columns.js'

const HEADER_WITHIN = 20
/** A table of more months than this is a year's, which people plan ahead; of fewer it is one that still runs. */
const HALF_A_YEAR = 6

/**
 * The table with the year in headers that name months alone: '4月' becomes '2026年4月', 'Apr' 'Apr 2026'. The year is the one that stands
 * above them or, without any, the next in which they are not over. Months that begin again (Oct, Nov, Dec, Jan) go on in the year after.
 */
export function withYears(rows: readonly TableRow[], today: Temporal.PlainDate): readonly TableRow[] {
  const at = rows.slice(0, HEADER_WITHIN).findIndex(({ cells }) => cells.filter((cell) => monthOf(cell) !== undefined).length >= 2)
  const header = rows[at]
  if (header === undefined) return rows
  const months = header.cells.flatMap((cell, index) => {
    const month = monthOf(cell)
    return month === undefined ? [] : [{ index, month }]
  })
  const later = yearsLater(months.map(({ month }) => month))
  const said = rows
    .slice(0, at)
    .flatMap(({ cells }) => cells)
    .map((cell) => /(?<!\d)20\d\d(?!\d)/.exec(cell)?.[0])
    .find((year) => year !== undefined)
  const pivot = months.length > HALF_A_YEAR ? Math.floor((months.length - 1) / 2) : months.length - 1
  const isOver = (later[pivot] ?? 0) === 0 && (months[pivot]?.month ?? 0) < today.month
  const first = said === undefined ? today.year + (isOver ? 1 : 0) : Number(said)
  const dated = new Map(months.map(({ index }, place) => [index, withYear(header.cells[index] ?? '', first + (later[place] ?? 0))]))
  return rows.with(at, { ...header, cells: header.cells.map((cell, index) => dated.get(index) ?? cell) })
}

function monthOf(cell: string): number | undefined {
  const plain = cell.normalize('NFKC').trim()
  const sign = /^(\d{1,2})月份?$/.exec(plain)?.[1]
  if (sign !== undefined) return Number(sign) >= 1 && Number(sign) <= 12 ? Number(sign) : undefined
  const numeral = /^([一二三四五六七八九]|十[一二]?)月份?$/.exec(plain)?.[1]
  if (numeral !== undefined) return NUMERALS.indexOf(numeral) + 1
  return /^[a-z]{3,9}\.?$/i.test(plain) ? monthByName(plain.replace(/\.$/, '')) : undefined
}

const NUMERALS = ['一', '二', '三', '四', '五', '六', '七', '八', '九', '十', '十一', '十二']

function yearsLater(months: readonly number[]): number[] {
  let years = 0
  return months.map((month, place) => {
    if (place > 0 && month <= (months[place - 1] ?? 0)) years += 1
    return years
  })
}

function withYear(cell: string, year: number): string {
  const plain = cell.normalize('NFKC').trim()
  if (plain.includes('月')) return `${year}年${monthOf(plain)}月`
  return `${plain.replace(/\.$/, '')} ${year}`
}
