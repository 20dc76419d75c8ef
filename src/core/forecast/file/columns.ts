import type { Remarks } from './remarks.js'

/** Where each column stands in a row, from 0. */
export type Columns =
  | { readonly kind: 'series'; readonly date: number; readonly value: number; readonly id?: number; readonly idOf?: IdOf }
  | {
      readonly kind: 'deals'
      readonly opened: number
      readonly stage?: number
      readonly value?: number
      readonly closed?: number
      readonly outcome?: number
      readonly id?: number
      readonly idOf?: IdOf
    }
  | { readonly kind: 'unknown'; readonly missing: readonly ColumnName[] }

/** Whose id it is by its name; absent where it may be anybody's, a deal's own included. */
export type IdOf = 'product' | 'group'

export type ColumnName = keyof typeof NAMES

/**
 * Finds the columns by their names: the usual ones and their like in English and Chinese, capitals and spaces aside, and a misspelt one
 * where it can mean nothing else. What is guessed or left out is remarked. A file is one of deals when it says when they were opened.
 */
export function findColumns(header: readonly string[], remarks: Remarks): Columns {
  const exact = header.map((name) => columnNamed(folded(name)))
  const isDeals = exact.includes('opened') || (!exact.includes('date') && misspelt(header, exact, ['opened']).length > 0)
  const wanted: readonly ColumnName[] = isDeals ? DEAL_COLUMNS : SERIES_COLUMNS
  const found = new Map<ColumnName, number>()
  exact.forEach((name, index) => {
    if (name !== undefined && wanted.includes(name) && !found.has(name)) found.set(name, index)
  })
  const guesses = misspelt(
    header,
    exact,
    wanted.filter((name) => !found.has(name)),
  )
  for (const { name, index } of guesses) {
    found.set(name, index)
    remarks.add('column-guessed', { line: 1, found: header[index] ?? '', taken: name })
  }
  const taken = new Set(found.values())
  header.forEach((name, index) => {
    if (!taken.has(index) && name.trim() !== '') remarks.add('column-unknown', { line: 1, found: name })
  })
  const id = found.get('id')
  const idOf = id === undefined ? undefined : idKind(folded(header[id] ?? ''))
  return withIdOf(isDeals ? dealColumns(found) : seriesColumns(found), idOf)
}

function idKind(name: string): IdOf | undefined {
  return (['product', 'group'] as const).find((kind) => (ID_OF[kind] as readonly string[]).includes(name))
}

function withIdOf(columns: Columns, idOf: IdOf | undefined): Columns {
  return columns.kind === 'unknown' || idOf === undefined ? columns : { ...columns, idOf }
}

/** Whether a file's first row holds values rather than names. */
export function hasNoHeader(row: readonly string[]): boolean {
  return row.every((cell) => columnNamed(folded(cell)) === undefined) && row.some((cell) => /^\d[\d.,/-]*$/.test(cell.trim()))
}

const SERIES_COLUMNS = ['date', 'value', 'id'] as const
const DEAL_COLUMNS = ['opened', 'stage', 'value', 'closed', 'outcome', 'id'] as const

const ID_OF = {
  product: ['item', 'sku', 'product', '产品'],
  group: ['person', 'rep', 'owner', 'team', 'region', '姓名', '团队'],
} as const satisfies Record<IdOf, readonly string[]>

const NAMES = {
  date: ['date', 'day', 'week', 'month', 'period', 'time', 'timestamp', 'ds', '日期', '时间', '周', '月份'],
  value: ['value', 'amount', 'sales', 'revenue', 'quantity', 'qty', 'count', 'total', 'y', '数值', '金额', '销售额', '数量', '值'],
  id: ['id', 'series', 'series id', 'unique id', 'name', '编号', '序列', ...ID_OF.product, ...ID_OF.group],
  opened: [
    'opened',
    'opened on',
    'opened at',
    'open date',
    'created',
    'created at',
    'created on',
    'create date',
    'start',
    'start date',
    '创建日期',
    '创建时间',
    '开始日期',
  ],
  stage: ['stage', 'deal stage', 'sales stage', 'status', 'phase', '阶段', '销售阶段'],
  closed: ['closed', 'closed on', 'closed at', 'close date', 'closed date', 'end date', '关闭日期', '成交日期', '结束日期'],
  outcome: ['outcome', 'result', 'won', 'won lost', '结果', '输赢'],
} as const satisfies Record<string, readonly string[]>

const COLUMN_NAMES = Object.keys(NAMES) as readonly ColumnName[]

function folded(name: string): string {
  return name
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s_./-]+/g, ' ')
    .trim()
}

function columnNamed(name: string): ColumnName | undefined {
  return COLUMN_NAMES.find((column) => (NAMES[column] as readonly string[]).includes(name))
}

/** The columns of `wanted` that a name not known otherwise is nearest to, each at most once. */
function misspelt(header: readonly string[], exact: readonly (ColumnName | undefined)[], wanted: readonly ColumnName[]) {
  const guesses = new Map<ColumnName, { name: ColumnName; index: number; slips: number }>()
  header.forEach((words, index) => {
    if (exact[index] !== undefined) return
    const near = wanted
      .filter((name) => name.length > 2)
      .map((name) => ({ name, index, slips: slipsBetween(folded(words), name) }))
      .filter(({ name, slips }) => slips <= (name.length > 5 ? 2 : 1))
      .toSorted((a, b) => a.slips - b.slips)
    const [best, second] = near
    if (best === undefined || best.slips === second?.slips) return
    if (best.slips < (guesses.get(best.name)?.slips ?? 3)) guesses.set(best.name, best)
  })
  return [...guesses.values()]
}

/** Letters to add, leave out, change or swap with the next: optimal string alignment (Damerau 1964). */
export function slipsBetween(a: string, b: string): number {
  let before: number[] = []
  let above = Array.from({ length: b.length + 1 }, (_, j) => j)
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i]
    for (let j = 1; j <= b.length; j += 1) {
      const change = (above[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1)
      const isSwapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]
      row[j] = Math.min(change, (above[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, isSwapped ? (before[j - 2] ?? 0) + 1 : Number.POSITIVE_INFINITY)
    }
    before = above
    above = row
  }
  return above[b.length] ?? 0
}

function seriesColumns(found: ReadonlyMap<ColumnName, number>): Columns {
  const [date, value, id] = [found.get('date'), found.get('value'), found.get('id')]
  if (date === undefined || value === undefined)
    return {
      kind: 'unknown',
      missing: [...(date === undefined ? ['date' as const] : []), ...(value === undefined ? ['value' as const] : [])],
    }
  return { kind: 'series', date, value, ...(id === undefined ? {} : { id }) }
}

function dealColumns(found: ReadonlyMap<ColumnName, number>): Columns {
  const opened = found.get('opened')
  if (opened === undefined) return { kind: 'unknown', missing: ['opened'] }
  const { date: _, ...rest } = Object.fromEntries(found)
  return { kind: 'deals', ...rest, opened }
}
