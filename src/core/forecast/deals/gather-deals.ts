import type { CellStyle } from '../file/cell-style.js'
import { type Columns, slipsBetween } from '../file/columns.js'
import type { Remarks } from '../file/remarks.js'
import type { Deal } from './deal.js'
import { type DealRow, dealRowReader } from './read-deal-row.js'

export interface DealGatherer {
  take(cells: readonly string[], line: number): void
  gathered(): DealsFound
}

export interface DealsFound {
  /** By the id of a team or person where the file's ids are shared by many deals, else all under `onlyId`. */
  readonly groups: readonly { readonly id: string; readonly deals: readonly Deal[] }[]
  /** The last day on which something happened to a deal, in days since 1970-01-01; undefined without a deal. */
  readonly lastDay: number | undefined
}

/**
 * Takes a file of deals row by row. What cannot be used is remarked and left out; what is merely missing (a value, a stage) is remarked
 * and taken at what is usual.
 *
 * A deal with an outcome needs the day it was closed; a closing day to come, of a deal without an outcome, is a hope and is not read.
 */
export function gatherDeals(
  columns: Extract<Columns, { kind: 'deals' }>,
  style: CellStyle,
  { onlyId, asOf }: { readonly onlyId: string; readonly asOf: number | undefined },
  remarks: Remarks,
): DealGatherer {
  const found: DealRow[] = []
  const read = dealRowReader(columns, style, asOf, remarks)
  return {
    take(cells, line) {
      const row = read(cells, line)
      if (row !== undefined) found.push(row)
    },
    gathered() {
      const rows = onlyOnce(found, columns.id !== undefined, remarks)
      const stages = stageNames(rows, remarks)
      const deals = rows.map(({ id, deal }) => ({
        id,
        deal: { ...deal, stage: deal.stage === undefined ? undefined : (stages.get(deal.stage) ?? deal.stage) },
      }))
      const days = deals.flatMap(({ deal }) => [deal.opened, ...(deal.end.kind === 'open' ? [] : [deal.end.on])])
      return {
        groups: grouped(deals, onlyId),
        lastDay: days.length === 0 ? undefined : days.reduce((last, day) => Math.max(last, day)),
      }
    },
  }
}

/** Rows of one group share its id; a deal's own id stands once, or a few times by mistake. */
const ROWS_A_GROUP = 3

function idsAreDeals(rows: readonly DealRow[]): boolean {
  const ids = new Set(rows.map(({ id }) => id))
  return ids.size * ROWS_A_GROUP > rows.length
}

/** A deal that stands twice counts once, closed rather than open, and as it ended last. */
function onlyOnce(rows: readonly DealRow[], haveIds: boolean, remarks: Remarks): DealRow[] {
  const byDeal = haveIds && idsAreDeals(rows)
  const keyOf = ({ id, deal }: DealRow) => (byDeal && id !== '' ? id : `${id}\n${JSON.stringify(deal)}`)
  const endDay = ({ deal: { end } }: DealRow) => (end.kind === 'open' ? Number.NEGATIVE_INFINITY : end.on)
  const latestFirst = rows.toSorted((a, b) => endDay(b) - endDay(a) || (JSON.stringify(a.deal) < JSON.stringify(b.deal) ? -1 : 1))
  const kept = new Map<string, DealRow>()
  for (const row of latestFirst) {
    if (kept.has(keyOf(row))) remarks.add('deal-twice', { line: row.line, ...(row.id === '' ? {} : { id: row.id }) })
    else kept.set(keyOf(row), row)
  }
  return [...kept.values()]
}

/** A stage that hardly ever stands there and is a slip away from one that often does is that one. */
function stageNames(rows: readonly DealRow[], remarks: Remarks): ReadonlyMap<string, string> {
  const counts = new Map<string, number>()
  for (const { deal } of rows) if (deal.stage !== undefined) counts.set(deal.stage, (counts.get(deal.stage) ?? 0) + 1)
  const usual = [...counts].filter(([, count]) => count >= OFTEN)
  const meant = new Map<string, string>()
  for (const [stage, count] of counts) {
    const near = usual.find(([name, often]) => often >= count * OFTEN && slipsBetween(stage, name) <= (name.length > 5 ? 2 : 1))
    if (near !== undefined) meant.set(stage, near[0])
  }
  for (const { deal, line } of rows) {
    const taken = deal.stage === undefined ? undefined : meant.get(deal.stage)
    if (taken !== undefined) remarks.add('stage-guessed', { line, found: deal.stage ?? '', taken })
  }
  return meant
}

/** At least so many times, and so many times as often as its misspelling. */
const OFTEN = 10

function grouped(rows: readonly { id: string; deal: Deal }[], onlyId: string): DealsFound['groups'] {
  if (idsAreDeals(rows.map((row) => ({ ...row, line: 0 }))))
    return rows.length === 0 ? [] : [{ id: onlyId, deals: rows.map(({ deal }) => deal) }]
  const groups = new Map<string, Deal[]>()
  for (const { id, deal } of rows) groups.set(id === '' ? onlyId : id, [...(groups.get(id === '' ? onlyId : id) ?? []), deal])
  return [...groups].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([id, deals]) => ({ id, deals }))
}
