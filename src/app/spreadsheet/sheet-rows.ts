import { cellWords } from './cell-words.js'
import { readXml } from './read-xml.js'
import { CELL_CHARACTERS, type Workbook } from './workbook.js'
import { type ZipParts, ZipRefusal } from './zip-parts.js'

export interface SheetRow {
  /** From 1, as the spreadsheet counts. */
  readonly line: number
  /** As a person would write them; '' for an empty cell. */
  readonly cells: readonly string[]
}

const MOST_COLUMNS = 200
const MOST_CELLS = 200_000

/** The rows of a sheet that have something in them. A formula counts by the value it had when the file was saved. @throws ZipRefusal */
export async function sheetRows(zip: ZipParts, part: string, { strings, formats, dates }: Workbook): Promise<SheetRow[]> {
  const rows: { line: number; cells: string[] }[] = []
  let row: { line: number; cells: string[] } = { line: 0, cells: [] }
  let cell = { column: -1, type: '', style: 0 }
  let words = ''
  let reads: 'value' | 'text' | undefined
  let isReading = false
  let cells = 0

  function keep(): void {
    const value = written(cell.type, cell.style).slice(0, CELL_CHARACTERS).trim()
    if (value === '') return
    cells += 1
    if (cells > MOST_CELLS || cell.column >= MOST_COLUMNS) throw new ZipRefusal('too-large')
    while (row.cells.length <= cell.column) row.cells.push('')
    row.cells[cell.column] = value
  }

  function written(type: string, style: number): string {
    switch (type) {
      case 's':
        return strings[Number(words)] ?? ''
      case 'b':
        return words === '1' ? 'TRUE' : 'FALSE'
      case '':
      case 'n':
        return cellWords(words.trim(), formats[style] ?? 'number', dates)
      case 'd':
        return words.slice(0, 'YYYY-MM-DD'.length)
      default:
        return words
    }
  }

  await readXml(zip.chunks(part), {
    open(name, { r = '', t = '', s = '0' }) {
      switch (name) {
        case 'row':
          row = { line: Number(r) || row.line + 1, cells: [] }
          cell = { column: -1, type: '', style: 0 }
          break
        case 'c':
          cell = { column: columnOf(r) ?? cell.column + 1, type: t, style: Number(s) }
          words = ''
          break
        case 'v':
          reads = 'value'
          break
        case 't':
          if (!isReading) reads = 'text'
          break
        case 'rPh':
          isReading = true
          break
      }
    },
    text(piece) {
      if (reads !== undefined && words.length < CELL_CHARACTERS) words += piece
    },
    close(name) {
      if (name === 'v' || name === 't') reads = undefined
      else if (name === 'rPh') isReading = false
      else if (name === 'c') keep()
      else if (name === 'row' && row.cells.length > 0) rows.push(row)
    },
  })
  return rows
}

/** 0 for A1, 27 for AB7; undefined where the file leaves it to the order. */
function columnOf(reference: string): number | undefined {
  const letters = /^[A-Z]{1,3}(?=\d)/.exec(reference)?.[0]
  return letters === undefined ? undefined : [...letters].reduce((column, letter) => column * 26 + letter.charCodeAt(0) - 64, 0) - 1
}
