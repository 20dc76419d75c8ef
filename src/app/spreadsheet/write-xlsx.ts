import type { Blob } from 'node:buffer'
import type Stream from 'node:stream'
import writeExcelFile, { type CellObject, type Feature } from 'write-excel-file/node'

/** One sheet of a workbook, cell by cell from its first row. */
export interface Sheet {
  readonly name: string
  readonly rows: readonly (readonly SheetCell[])[]
  /** Of each column, in characters. */
  readonly widths: readonly number[]
  /** How many rows and columns stay in sight. */
  readonly fixed: { readonly rows: number; readonly columns: number }
}

export type SheetCell =
  | { readonly kind: 'empty' }
  | { readonly kind: 'text'; readonly words: string; readonly look?: Look }
  /** In plain digits; shown with so many decimals. */
  | { readonly kind: 'number'; readonly digits: string; readonly decimals: number; readonly look?: Look }
  /** `SUM(B2:B9)`, with the digits that it comes to, for programs that work nothing out, such as a phone's preview. */
  | { readonly kind: 'formula'; readonly formula: string; readonly digits: string; readonly decimals: number; readonly look?: Look }

type Look = 'heading' | 'total' | 'remark'

/** Writes a workbook of one sheet. Texts are texts, whatever sign they begin with. */
export async function writeXlsx(sheet: Sheet): Promise<Uint8Array> {
  const rows = sheet.rows.map((row) => row.map(toCell))
  return writeExcelFile(
    rows,
    {
      sheet: sheet.name,
      columns: sheet.widths.map((width) => ({ width })),
      stickyRowsCount: sheet.fixed.rows,
      stickyColumnsCount: sheet.fixed.columns,
    },
    { features: [workedOut(sheet)] },
  ).toBuffer()
}

function toCell(cell: SheetCell): CellObject | null {
  switch (cell.kind) {
    case 'empty':
      return null
    case 'text':
      return { type: String, value: cell.words, ...LOOKS[cell.look ?? 'plain'] }
    case 'number':
      return { type: Number, value: Number(cell.digits), format: format(cell.decimals), ...LOOKS[cell.look ?? 'plain'] }
    case 'formula':
      return { type: 'Formula', value: cell.formula, format: format(cell.decimals), ...LOOKS[cell.look ?? 'plain'] }
  }
}

const LOOKS = {
  plain: {},
  heading: { fontWeight: 'bold', backgroundColor: '#DDE7F3' },
  total: { fontWeight: 'bold', backgroundColor: '#F0F0F0' },
  remark: { color: '#666666' },
} as const

function format(decimals: number): string {
  return decimals === 0 ? '#,##0' : `#,##0.${'0'.repeat(decimals)}`
}

/** The library leaves it to the program that opens the file to work formulas out; here each gets its value as well. */
function workedOut({ rows }: Sheet): Feature<Stream | Buffer | Blob> {
  return {
    files: {
      transform: {
        'xl/worksheets/sheet{id}.xml': {
          transform: (xml) =>
            xml.replace(/(<c r="([A-Z]+)(\d+)"[^>]*><f>[^<]*<\/f>)/g, (whole, _cell, letters: string, row: string) => {
              const cell = rows[Number(row) - 1]?.[columnIndex(letters)]
              return cell?.kind === 'formula' ? `${whole}<v>${cell.digits}</v>` : whole
            }),
        },
      },
    },
  }
}

function columnIndex(letters: string): number {
  return [...letters].reduce((index, letter) => index * 26 + letter.charCodeAt(0) - 64, 0) - 1
}
