import { zipOf } from './zip.js'

/** A cell as a spreadsheet program writes it: words shared between cells, or a number with a number format. */
export type WrittenCell =
  | string
  | number
  | { readonly number: string; readonly format?: string | number }
  | { readonly xml: string }
  | undefined

export interface WrittenSheet {
  readonly name: string
  readonly state?: 'hidden' | 'veryHidden'
  /** By row number. */
  readonly rows: Readonly<Record<number, readonly WrittenCell[]>>
  readonly merged?: readonly string[]
}

/** A workbook with the parts that Excel makes. */
export function workbookOf(sheets: readonly WrittenSheet[], { dates = '1900' }: { dates?: '1900' | '1904' } = {}): Uint8Array {
  return zipOf(workbookParts(sheets, dates))
}

/** The same, part by part, for a test that spoils one of them. */
export function workbookParts(sheets: readonly WrittenSheet[], dates: '1900' | '1904' = '1900'): Record<string, string> {
  const strings: string[] = []
  const formats: (string | number)[] = [0]
  const written = sheets.map((sheet) => sheetXml(sheet, strings, formats))
  const own = formats.filter((format) => typeof format === 'string')
  const idOf = (format: string | number) => (typeof format === 'number' ? format : 164 + own.indexOf(format))
  return {
    '[Content_Types].xml': `${HEAD}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/></Types>`,
    '_rels/.rels': relations([['rId1', 'officeDocument', 'xl/workbook.xml']]),
    'xl/workbook.xml': `${HEAD}<workbook xmlns="${MAIN}" xmlns:r="${DOCUMENT}"><workbookPr date1904="${dates === '1904' ? 1 : 0}"/><sheets>${sheets
      .map(
        ({ name, state }, index) =>
          `<sheet name="${escaped(name)}" sheetId="${index + 1}"${state === undefined ? '' : ` state="${state}"`} r:id="rId${index + 1}"/>`,
      )
      .join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': relations([
      ...sheets.map((_, index): Relation => [`rId${index + 1}`, 'worksheet', `worksheets/sheet${index + 1}.xml`]),
      ['rId98', 'sharedStrings', '/xl/sharedStrings.xml'],
      ['rId99', 'styles', 'styles.xml'],
    ]),
    'xl/sharedStrings.xml': `${HEAD}<sst xmlns="${MAIN}">${strings.map((words) => `<si><t xml:space="preserve">${escaped(words)}</t></si>`).join('')}</sst>`,
    'xl/styles.xml': `${HEAD}<styleSheet xmlns="${MAIN}"><numFmts>${own
      .map((code) => `<numFmt numFmtId="${idOf(code)}" formatCode="${escaped(code)}"/>`)
      .join(
        '',
      )}</numFmts><cellStyleXfs><xf numFmtId="10"/></cellStyleXfs><cellXfs>${formats.map((format) => `<xf numFmtId="${idOf(format)}"/>`).join('')}</cellXfs></styleSheet>`,
    ...Object.fromEntries(written.map((xml, index) => [`xl/worksheets/sheet${index + 1}.xml`, xml])),
  }
}

function sheetXml({ rows, merged = [] }: WrittenSheet, strings: string[], formats: (string | number)[]): string {
  const indexIn = <Kind>(all: Kind[], one: Kind) => (all.includes(one) ? all.indexOf(one) : all.push(one) - 1)
  const cellXml = (cell: WrittenCell, reference: string): string => {
    if (cell === undefined) return `<c r="${reference}"/>`
    if (typeof cell === 'string') return `<c r="${reference}" t="s"><v>${indexIn(strings, cell)}</v></c>`
    if (typeof cell === 'number') return `<c r="${reference}"><v>${cell}</v></c>`
    if ('xml' in cell) return cell.xml.replace('<c', `<c r="${reference}"`)
    return `<c r="${reference}" s="${indexIn(formats, cell.format ?? 0)}"><v>${cell.number}</v></c>`
  }
  const data = Object.entries(rows)
    .map(
      ([row, cells]) =>
        `<row r="${row}">${cells.map((cell, index) => cellXml(cell, `${String.fromCharCode(65 + index)}${row}`)).join('')}</row>`,
    )
    .join('')
  const merges = merged.map((ref) => `<mergeCell ref="${ref}"/>`).join('')
  return `${HEAD}<worksheet xmlns="${MAIN}"><sheetData>${data}</sheetData>${merges === '' ? '' : `<mergeCells>${merges}</mergeCells>`}</worksheet>`
}

type Relation = readonly [id: string, type: string, target: string]

function relations(all: readonly Relation[]): string {
  const each = all.map(([id, type, target]) => `<Relationship Id="${id}" Type="${DOCUMENT}/${type}" Target="${target}"/>`)
  return `${HEAD}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${each.join('')}</Relationships>`
}

function escaped(words: string): string {
  return words.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;')
}

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const DOCUMENT = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
