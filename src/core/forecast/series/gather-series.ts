import type { CellStyle } from '../file/cell-style.js'
import type { Columns } from '../file/columns.js'
import { isBlank } from '../file/is-blank.js'
import { readDate } from '../file/read-date.js'
import { readNumber } from '../file/read-number.js'
import type { Remarks } from '../file/remarks.js'
import { usualSpellings } from '../file/spellings.js'

/** The rows of one series as they came: nothing sorted, nothing made even. */
export interface SeriesRows {
  readonly id: string
  /** Whole days since 1970-01-01. */
  readonly days: number[]
  readonly values: number[]
  /** Of the file. */
  readonly lines: number[]
}

export interface SeriesGatherer {
  take(cells: readonly string[], line: number): void
  /** By id, in the order of their names. */
  gathered(): SeriesRows[]
}

/**
 * Takes a file row by row. A row that cannot be used is remarked and left out; one after `asOf` is left out.
 *
 * @param onlyId what a series is called in a file that has one, without a name
 * @param asOf the last day that may be known, in days since 1970-01-01; all where it is undefined
 */
export function gatherSeries(
  columns: Extract<Columns, { kind: 'series' }>,
  style: CellStyle,
  { onlyId, asOf }: { readonly onlyId: string; readonly asOf: number | undefined },
  remarks: Remarks,
): SeriesGatherer {
  const byId = new Map<string, SeriesRows>()
  return {
    take(cells, line) {
      const day = dayOf(cells[columns.date], line)
      const value = numberOf(cells[columns.value], line)
      const id = columns.id === undefined ? onlyId : (cells[columns.id] ?? '').trim()
      if (day === undefined || value === undefined) return
      if (id === '') return remarks.add('id-missing', { line })
      if (asOf !== undefined && day > asOf) return remarks.add('after-as-of', { line })
      const rows = byId.get(id) ?? { id, days: [], values: [], lines: [] }
      byId.set(id, rows)
      rows.days.push(day)
      rows.values.push(value)
      rows.lines.push(line)
    },
    gathered: () => inOneSpelling().toSorted((a, b) => (a.id < b.id ? -1 : 1)),
  }

  function inOneSpelling(): SeriesRows[] {
    const counts = new Map([...byId].map(([id, { days }]) => [id, days.length]))
    for (const [found, taken] of usualSpellings(counts, columns.idOf === 'product' ? 'mended' : 'kept')) {
      const [rows, usual] = [byId.get(found), byId.get(taken)]
      if (rows === undefined || usual === undefined) continue
      for (const line of rows.lines) remarks.add(columns.idOf === 'product' ? 'product-guessed' : 'id-guessed', { line, found, taken })
      byId.set(taken, {
        id: taken,
        days: [...usual.days, ...rows.days],
        values: [...usual.values, ...rows.values],
        lines: [...usual.lines, ...rows.lines],
      })
      byId.delete(found)
    }
    return [...byId.values()]
  }

  function dayOf(cell: string | undefined, line: number): number | undefined {
    if (cell === undefined || isBlank(cell)) return remarked('date-missing', { line })
    return readDate(cell, style.dates) ?? remarked('date-unreadable', { line, found: cell })
  }

  function numberOf(cell: string | undefined, line: number): number | undefined {
    if (cell === undefined || isBlank(cell)) return remarked('value-missing', { line })
    return readNumber(cell, style.decimals) ?? remarked('value-unreadable', { line, found: cell })
  }

  function remarked(...[code, example]: Parameters<Remarks['add']>): undefined {
    remarks.add(code, example)
  }
}
