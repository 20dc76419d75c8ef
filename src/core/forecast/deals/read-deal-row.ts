import type { CellStyle } from '../file/cell-style.js'
import type { Columns } from '../file/columns.js'
import { isBlank } from '../file/is-blank.js'
import { readDate } from '../file/read-date.js'
import { readNumber } from '../file/read-number.js'
import type { Remarks } from '../file/remarks.js'
import type { Deal, DealEnd } from './deal.js'
import { outcomeOf, stageIsOutcome } from './outcome-words.js'

/** A row of a file of deals. */
export interface DealRow {
  readonly id: string
  /** From 1. */
  readonly line: number
  /** Its stage in lower case, else as it stands there. */
  readonly deal: Deal
}

/**
 * Reads a file of deals row by row. A row that cannot be used is remarked, and undefined; what is merely missing (a value, a stage) is
 * remarked and left open.
 *
 * @param asOf the last day that is known, in days since 1970-01-01; a closing day after it, of a deal without an outcome, is a hope
 */
export function dealRowReader(
  columns: Extract<Columns, { kind: 'deals' }>,
  style: CellStyle,
  asOf: number | undefined,
  remarks: Remarks,
): (cells: readonly string[], line: number) => DealRow | undefined {
  const cell = (cells: readonly string[], column: number | undefined) => {
    const words = column === undefined ? undefined : cells[column]
    return words === undefined || isBlank(words) ? undefined : words.trim()
  }
  return (cells, line) => {
    const opened = openedOf(cell(cells, columns.opened), line)
    if (opened === undefined) return undefined
    const stage = cell(cells, columns.stage)
    const end = endOf({ closed: cell(cells, columns.closed), outcome: cell(cells, columns.outcome), stage, opened, line })
    if (end === undefined) return undefined
    const value = amountOf(cell(cells, columns.value), line)
    const isStage = stage !== undefined && !stageIsOutcome(stage)
    if (!isStage && end.kind === 'open' && columns.stage !== undefined) remarks.add('stage-missing', { line })
    return { id: cell(cells, columns.id) ?? '', line, deal: { opened, value, end, stage: isStage ? stage.toLowerCase() : undefined } }
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
