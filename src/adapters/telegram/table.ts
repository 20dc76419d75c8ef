import type { Line, Say } from '../../chat/model.js'
import { limits } from './limits.js'
import { type Block, bold, italic, plain, type RichLine } from './rich.js'
import { columnsOf, padded } from './width.js'

/** A table aligned in a monospaced block where a phone has room for it; otherwise a line for each row: "name — a · b". */
export function tableLines(table: Extract<Line, { kind: 'table' }>, say: Say): RichLine[] {
  const head = table.columns.map(({ label }) => oneLine(say(label)))
  const rows = table.rows.map((row) => table.columns.map((_, index) => cell(row[index], say)))
  const widths = head.map((label, index) => Math.max(columnsOf(label), ...rows.map((row) => columnsOf(row[index] ?? ''))))
  const total = widths.reduce((sum, width) => sum + width, 0) + GAP.length * (widths.length - 1)
  if (total > limits.tableColumns) return rowLines(head, rows)

  const block: Block = { kind: 'table' }
  const aligned = (cells: readonly string[]) =>
    cells
      .map((words, index) => padded(words, widths[index] ?? 0, table.columns[index]?.align ?? 'start'))
      .join(GAP)
      .trimEnd()
  const hasHead = head.some((label) => label.trim() !== '')
  return (hasHead ? [head, ...rows] : rows).map((cells) => ({ spans: [plain(aligned(cells))], block }))
}

const GAP = '  '

function rowLines(head: readonly string[], rows: readonly (readonly string[])[]): RichLine[] {
  const headLine: RichLine = { spans: [italic(joined(head))] }
  return [
    headLine,
    ...rows.map(([first = '', ...others]) => ({ spans: [bold(first), plain(others.length > 0 ? ` — ${others.join(' · ')}` : '')] })),
  ]
}

function joined([first = '', ...others]: readonly string[]): string {
  return others.length > 0 ? `${first} — ${others.join(' · ')}` : first
}

function cell(text: Parameters<Say>[0] | undefined, say: Say): string {
  return text === undefined ? '' : oneLine(say(text))
}

function oneLine(words: string): string {
  return words.replace(/\s+/g, ' ').trim()
}
