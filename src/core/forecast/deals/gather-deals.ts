import type { CellStyle } from '../file/cell-style.js'
import type { Columns } from '../file/columns.js'
import type { Remarks } from '../file/remarks.js'
import { usualSpellings } from '../file/spellings.js'
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
      const areDeals = columns.id !== undefined && columns.idOf === undefined && idsAreDeals(found)
      const rows = onlyOnce(areDeals ? found : inOneSpelling(found, remarks), areDeals, remarks)
      const stages = stageNames(rows, remarks)
      const deals = rows.map(({ id, deal }) => ({
        id,
        deal: { ...deal, stage: deal.stage === undefined ? undefined : (stages.get(deal.stage) ?? deal.stage) },
      }))
      const days = deals.flatMap(({ deal }) => [deal.opened, ...(deal.end.kind === 'open' ? [] : [deal.end.on])])
      return {
        groups: grouped(deals, areDeals, onlyId),
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
function onlyOnce(rows: readonly DealRow[], byDeal: boolean, remarks: Remarks): DealRow[] {
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

/** What many deals share is one group, in whatever capitals and spaces its name is written. */
function inOneSpelling(rows: readonly DealRow[], remarks: Remarks): DealRow[] {
  const meant = usualSpellings(countsOf(rows.flatMap(({ id }) => (id === '' ? [] : [id]))), 'kept')
  return rows.map((row) => {
    const taken = meant.get(row.id)
    if (taken === undefined) return row
    remarks.add('id-guessed', { line: row.line, found: row.id, taken })
    return { ...row, id: taken }
  })
}

function stageNames(rows: readonly DealRow[], remarks: Remarks): ReadonlyMap<string, string> {
  const meant = usualSpellings(countsOf(rows.flatMap(({ deal: { stage } }) => (stage === undefined ? [] : [stage]))), 'mended')
  for (const { deal, line } of rows) {
    const taken = deal.stage === undefined ? undefined : meant.get(deal.stage)
    if (taken !== undefined) remarks.add('stage-guessed', { line, found: deal.stage ?? '', taken })
  }
  return meant
}

function countsOf(names: readonly string[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1)
  return counts
}

function grouped(rows: readonly { id: string; deal: Deal }[], areDeals: boolean, onlyId: string): DealsFound['groups'] {
  if (areDeals) return rows.length === 0 ? [] : [{ id: onlyId, deals: rows.map(({ deal }) => deal) }]
  const groups = new Map<string, Deal[]>()
  for (const { id, deal } of rows) groups.set(id === '' ? onlyId : id, [...(groups.get(id === '' ? onlyId : id) ?? []), deal])
  return [...groups].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([id, deals]) => ({ id, deals }))
}
