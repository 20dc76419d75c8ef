/** Whether a cell says that there is nothing, in one of the ways in which files do. */
export function isBlank(cell: string | undefined): boolean {
  return cell === undefined || cell === '' || BLANKS.has(cell.trim().toLowerCase())
}

const BLANKS: ReadonlySet<string> = new Set(['', '-', '–', '—', '?', 'n/a', 'na', 'nan', 'null', 'none', 'nil', '#n/a', 'nat', '无', '空'])
