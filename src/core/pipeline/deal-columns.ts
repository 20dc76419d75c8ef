import { type Columns, findColumns } from '../forecast/file/columns.js'
import { gatherRemarks, type Remarks } from '../forecast/file/remarks.js'

/** A row of a table, as its file has it. */
export interface FileRow {
  readonly cells: readonly string[]
  /** From 1, as an editor counts. */
  readonly line: number
}

/** What a file of deals can tell of each. */
export const DEAL_COLUMNS = ['name', 'owner', 'value', 'stage', 'opened', 'closed', 'outcome', 'focus'] as const
export type DealColumn = (typeof DEAL_COLUMNS)[number]

/** Without these there is no deal. */
export const NEEDED_COLUMNS: readonly DealColumn[] = ['name', 'owner', 'opened']

/** Which of a table's columns has each, from 0; absent where none has it. */
export type DealMapping = Readonly<Partial<Record<DealColumn, number>>>

/** A table with headers of its own making, and what they seem to mean. */
export interface MappedDeals {
  /** The header's row, as its file counts. */
  readonly line: number
  /** '' where a column has none. */
  readonly headers: readonly string[]
  readonly mapping: DealMapping
}

const HEADER_WITHIN = 20

/** Finds the header and guesses its columns, by their words in English or Chinese. @returns undefined where no row looks like a header */
export function guessDealColumns(rows: readonly FileRow[]): MappedDeals | undefined {
  const guesses = rows.slice(0, HEADER_WITHIN).map(({ cells, line }) => ({ line, headers: cells, mapping: guessed(cells) }))
  const best = guesses.toSorted((a, b) => Object.keys(b.mapping).length - Object.keys(a.mapping).length)[0]
  // One word alone may be anybody's: a customer can be called Stage.
  return best === undefined || Object.keys(best.mapping).length < 2 ? undefined : best
}

/** The table with its columns called as the reader of deals calls them. Rows without anything of their own are left out. */
export function mapDealColumns(rows: readonly FileRow[], { line, mapping }: MappedDeals): FileRow[] {
  const used = DEAL_COLUMNS.flatMap((column) => (mapping[column] === undefined ? [] : [{ column, place: mapping[column] }]))
  const body = rows
    .filter((row) => row.line > line)
    .map((row) => ({ line: row.line, cells: used.map(({ place }) => row.cells[place] ?? '') }))
    .filter(({ cells }) => cells.some((cell) => cell.trim() !== ''))
  return [{ line, cells: used.map(({ column }) => column) }, ...body]
}

function guessed(cells: readonly string[]): DealMapping {
  // Where nothing is known for the opening, the rest is still a file of deals.
  const here = findDealColumns(cells, gatherRemarks())
  const { owner, name, focus, columns } = here.columns.kind === 'deals' ? here : findDealColumns([...cells, 'opened'], gatherRemarks())
  if (columns.kind !== 'deals') return {}
  const { kind: _1, id: _2, idOf: _3, ...found } = columns
  const places = { ...found, ...(owner < 0 ? {} : { owner }), ...(name < 0 ? {} : { name }), ...(focus < 0 ? {} : { focus }) }
  return Object.fromEntries(Object.entries(places).filter(([, place]) => place < cells.length))
}

/** Where a file's columns are, by their names. -1 for one that is not there. */
export function findDealColumns(
  names: readonly string[],
  remarks: Remarks,
): { readonly owner: number; readonly name: number; readonly focus: number; readonly columns: Columns } {
  const [owner, name, focus] = [columnOf(names, OWNER), columnOf(names, NAME), columnOf(names, FOCUS)]
  // What is ours must not be taken for the forecast's id.
  const others = names.map((words, index) => ([owner, name, focus].includes(index) ? '' : words))
  return { owner, name, focus, columns: findColumns(others, remarks) }
}

const OWNER: readonly string[] = [
  'owner',
  'rep',
  'sales rep',
  'salesperson',
  'person',
  'deal owner',
  '负责人',
  '销售',
  '销售员',
  '业务员',
  '跟进人',
  '姓名',
  '所有人',
]
const NAME: readonly string[] = [
  'name',
  'deal',
  'deal name',
  'customer',
  'account',
  'company',
  'opportunity',
  '名称',
  '商机',
  '商机名称',
  '客户',
  '客户名称',
  '项目名称',
]
const FOCUS: readonly string[] = ['focus', 'strategic focus', 'strategy', '重点', '战略重点', '战略', '战略方向']

function columnOf(header: readonly string[], names: readonly string[]): number {
  return header.findIndex((words) =>
    names.includes(
      words
        .normalize('NFKC')
        .toLowerCase()
        .replace(/[\s_]+/g, ' ')
        .trim(),
    ),
  )
}
