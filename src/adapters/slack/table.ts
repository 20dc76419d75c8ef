import type { types } from '@slack/bolt'
import type { Line, Say } from '../../chat/model.js'
import { escaped, pieces } from './escape.js'
import { limits } from './limits.js'
import { section, type Unit } from './unit.js'

type Table = Extract<Line, { kind: 'table' }>

/** How a table too wide for a phone's monospace is shown: by Slack's own table block, or as a list of rows in words where that is refused. */
export type TableStyle = 'block' | 'words'

/** A table: aligned text when it is narrow, else Slack's table, else every row in words. */
export function tableUnits({ columns, rows }: Table, say: Say, style: TableStyle): Unit[] {
  if (columns.length === 0) return []
  const labels = columns.map(({ label }) => oneLine(say(label)))
  const cells = rows.map((row) => columns.map((_, index) => (row[index] === undefined ? '' : oneLine(say(row[index])))))
  const widths = labels.map((label, index) => Math.max(width(label), ...cells.map((row) => width(row[index] ?? ''))))
  const isNarrow = widths.reduce((sum, each) => sum + each, 2 * (widths.length - 1)) <= limits.phoneColumns
  if (isNarrow) return monospace(columns, labels, cells, widths)
  if (style === 'block' && columns.length <= limits.tableColumns) return tableBlocks(columns, labels, cells)
  return inWords(labels, cells)
}

function monospace(columns: Table['columns'], labels: readonly string[], cells: readonly string[][], widths: readonly number[]): Unit[] {
  const draw = (row: readonly string[]) =>
    row
      .map((cell, index) => pad(cell, widths[index] ?? 0, columns[index]?.align ?? 'start'))
      .join('  ')
      .trimEnd()
  const head = draw(labels)
  return chunks(cells, (row) => escaped(draw(row)).length + 1, limits.piece - escaped(head).length - 10).map((rows) => {
    const words = [head, ...rows.map(draw)].join('\n')
    // Three of them would end the block; fewer are shown as typed.
    const safe = words.replaceAll('```', 'ʼʼʼ')
    return { words: reading(labels, rows), blocks: [section(`\`\`\`\n${escaped(safe)}\n\`\`\``)] }
  })
}

function tableBlocks(columns: Table['columns'], labels: readonly string[], cells: readonly string[][]): Unit[] {
  const settings = columns.map(({ align }) => ({ align: align === 'end' ? ('right' as const) : ('left' as const), is_wrapped: true }))
  const longest = Math.max(60, Math.floor(limits.piece / (columns.length + 1)) - 20)
  const short = cells.map((row) => row.map((cell) => pieces(cell, longest)[0] ?? ''))
  return chunks(
    short,
    (row) => escaped(reading(labels, [row])).length + JSON.stringify(row).length / 2 + 30 * row.length,
    limits.piece,
  ).map(
    (rows): Unit => ({
      words: reading(labels, rows),
      blocks: [{ type: 'table', column_settings: settings, rows: [labels, ...rows].map((row) => row.map(rawText)) }],
    }),
  )
}

function inWords(labels: readonly string[], cells: readonly string[][]): Unit[] {
  return cells.flatMap((row) =>
    pieces(rowWords(labels, row), limits.piece).map((words) => ({ words, blocks: [section(escaped(words))] }) satisfies Unit),
  )
}

/** How the rows read aloud: the first cell names the row, the others go by their column's label. */
function reading(labels: readonly string[], rows: readonly string[][]): string {
  return rows.map((row) => rowWords(labels, row)).join('\n')
}

function rowWords(labels: readonly string[], [first = '', ...others]: readonly string[]): string {
  const rest = others.flatMap((cell, index) => (cell === '' ? [] : [labels[index + 1] === '' ? cell : `${labels[index + 1]} ${cell}`]))
  return rest.length === 0 ? first : `${first}: ${rest.join(' · ')}`
}

/** Rows in groups of at most `max` in size and of the table block's length. */
function chunks(rows: readonly string[][], sizeOf: (row: string[]) => number, max: number): string[][][] {
  const found: string[][][] = []
  let size = 0
  for (const row of rows) {
    const last = found.at(-1)
    const rowSize = sizeOf(row)
    if (last !== undefined && size + rowSize <= max && last.length < limits.tableRows - 1) {
      last.push(row)
      size += rowSize
    } else {
      found.push([row])
      size = rowSize
    }
  }
  return found
}

function rawText(cell: string): types.RawTextElement {
  return { type: 'raw_text', text: cell === '' ? ' ' : cell }
}

function oneLine(words: string): string {
  return words.replaceAll(/\s+/g, ' ').trim()
}

function pad(cell: string, columns: number, align: 'start' | 'end'): string {
  const space = ' '.repeat(Math.max(columns - width(cell), 0))
  return align === 'end' ? space + cell : cell + space
}

/** Columns in a monospace font: East Asian signs and emoji take two. */
function width(words: string): number {
  return [...words].reduce((sum, sign) => sum + (isWide(sign) ? 2 : /\p{Mark}|\p{Cf}/u.test(sign) ? 0 : 1), 0)
}

function isWide(sign: string): boolean {
  return /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60\uffe0-\uffe6]|\p{Extended_Pictographic}/u.test(
    sign,
  )
}
