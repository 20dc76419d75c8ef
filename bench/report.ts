/** One line of a result: what was measured, and what it is held against in the same run. */
export interface Row {
  readonly what: string
  /** By column, ready to read, e.g. { 'p50 ms': '1.2' }. */
  readonly figures: Readonly<Record<string, string>>
  /** Printed last; `most` or `least` makes it a promise that the run is judged by. */
  readonly ratio?: { readonly value: number; readonly most?: number; readonly least?: number }
}

/** Prints a table. A promise that was not kept is marked, and makes the process end with 1. */
export function report(title: string, rows: readonly Row[], notes: readonly string[] = []): void {
  const columns = [...new Set(rows.flatMap(({ figures }) => Object.keys(figures)))]
  const table = [
    ['', ...columns, 'ratio', 'promise'],
    ...rows.map(({ what, figures, ratio }) => [
      what,
      ...columns.map((column) => figures[column] ?? ''),
      ratio === undefined ? '' : ratio.value.toFixed(2),
      ratio === undefined ? '' : verdict(ratio),
    ]),
  ]
  const widths = table[0]?.map((_, column) => Math.max(...table.map((line) => line[column]?.length ?? 0))) ?? []
  process.stdout.write(`\n${title}\n`)
  for (const line of table)
    process.stdout.write(
      `${line.map((cell, column) => (column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0))).join('  ')}\n`,
    )
  for (const note of notes) process.stdout.write(`${note}\n`)
}

function verdict({ value, most, least }: NonNullable<Row['ratio']>): string {
  if (most === undefined && least === undefined) return ''
  const isKept = (most === undefined || value <= most) && (least === undefined || value >= least)
  if (!isKept) process.exitCode = 1
  return `${most === undefined ? `≥ ${least}` : `≤ ${most}`} ${isKept ? 'kept' : 'NOT KEPT'}`
}
