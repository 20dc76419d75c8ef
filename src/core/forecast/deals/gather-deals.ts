import type { CellStyle } from '../file/cell-style.js'
import { type Columns, slipsBetween } from '../file/columns.js'
import { isBlank } from '../file/is-blank.js'
import { readDate } from '../file/read-date.js'
import { readNumber } from '../file/read-number.js'
import type { Remarks } from '../file/remarks.js'
import type { Deal, DealEnd } from './deal.js'
import { outcomeOf, stageIsOutcome } from './outcome-words.js'

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
  const found: Row[] = []
  const cell = (cells: readonly string[], column: number | undefined) => {
    const words = column === undefined ? undefined : cells[column]
    return words === undefined || isBlank(words) ? undefined : words.trim()
  }
  return {
    take(cells, line) {
      const opened = openedOf(cell(cells, columns.opened), line)
      if (opened === undefined) return
      const stage = cell(cells, columns.stage)
      const end = endOf({ closed: cell(cells, columns.closed), outcome: cell(cells, columns.outcome), stage, opened, line })
      if (end === undefined) return
      const value = amountOf(cell(cells, columns.value), line)
      const isStage = stage !== undefined && !stageIsOutcome(stage)
      if (!isStage && end.kind === 'open' && columns.stage !== undefined) remarks.add('stage-missing', { line })
      const id = cell(cells, columns.id) ?? ''
      found.push({ id, line, deal: { opened, value, end, stage: isStage ? stage.toLowerCase() : undefined } })
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

  function openedOf(words: string | undefined, line: number): number | undefined {
    if (words === undefined) return remarked('opened-missing', { line })
    const day = readDate(words, style.dates)
    if (day === undefined) return remarked('opened-unreadable', { line, found: words })
    return day
  }

  function amountOf(words: string | undefined, line: number): number | undefined {
    if (columns.value === undefined) return undefined
    const amount = words === undefined ? undefined : readNumber(words, style.decimals)
    if (amount === undefined || amount < 0) return remarked('deal-value-missing', words === undefined ? { line } : { line, found: words })
    return amount
  }

  function endOf({ closed, outcome, stage, opened, line }: EndCells): DealEnd | undefined {
    const said = outcome ?? (stage !== undefined && stageIsOutcome(stage) ? stage : undefined)
    const read = said === undefined ? undefined : outcomeOf(said)
    if (said !== undefined && read === undefined) return remarked('outcome-unreadable', { line, found: said })
    if (read?.isGuess === true) remarks.add('outcome-guessed', { line, found: said ?? '', taken: read.outcome })
    const on = closed === undefined ? undefined : readDate(closed, style.dates)
    if (read?.outcome === 'open') return { kind: 'open' }
    if (closed !== undefined && on === undefined) {
      if (read !== undefined) return remarked('closed-missing', { line, found: closed })
      remarks.add('closed-unreadable', { line, found: closed })
      return { kind: 'open' }
    }
    if (on !== undefined && on < opened) return remarked('closed-before-opened', { line, found: closed ?? '' })
    if (read !== undefined) return on === undefined ? remarked('closed-missing', { line }) : { kind: read.outcome, on }
    if (on !== undefined && (asOf === undefined || on <= asOf)) return remarked('outcome-missing', { line })
    return { kind: 'open' }
  }

  function remarked(...[code, example]: Parameters<Remarks['add']>): undefined {
    remarks.add(code, example)
  }
}

interface EndCells {
  readonly closed: string | undefined
  readonly outcome: string | undefined
  readonly stage: string | undefined
  readonly opened: number
  readonly line: number
}

interface Row {
  readonly id: string
  readonly line: number
  readonly deal: Deal
}

/** Rows of one group share its id; a deal's own id stands once, or a few times by mistake. */
const ROWS_A_GROUP = 3

function idsAreDeals(rows: readonly Row[]): boolean {
  const ids = new Set(rows.map(({ id }) => id))
  return ids.size * ROWS_A_GROUP > rows.length
}

/** A deal that stands twice counts once, closed rather than open, and as it ended last. */
function onlyOnce(rows: readonly Row[], haveIds: boolean, remarks: Remarks): Row[] {
  const byDeal = haveIds && idsAreDeals(rows)
  const keyOf = ({ id, deal }: Row) => (byDeal && id !== '' ? id : `${id}\n${JSON.stringify(deal)}`)
  const endDay = ({ deal: { end } }: Row) => (end.kind === 'open' ? Number.NEGATIVE_INFINITY : end.on)
  const latestFirst = rows.toSorted((a, b) => endDay(b) - endDay(a) || (JSON.stringify(a.deal) < JSON.stringify(b.deal) ? -1 : 1))
  const kept = new Map<string, Row>()
  for (const row of latestFirst) {
    if (kept.has(keyOf(row))) remarks.add('deal-twice', { line: row.line, ...(row.id === '' ? {} : { id: row.id }) })
    else kept.set(keyOf(row), row)
  }
  return [...kept.values()]
}

/** A stage that hardly ever stands there and is a slip away from one that often does is that one. */
function stageNames(rows: readonly Row[], remarks: Remarks): ReadonlyMap<string, string> {
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
