import type { PlanFigures } from '../../app/plan/export.js'
import type { MemberFigures, TargetFigures } from '../../app/plan/figures.js'
import { unitOf } from '../../app/plan/stored-plan.js'
import type { Sheet, SheetCell } from '../../app/spreadsheet/write-xlsx.js'
import { amountWords } from '../../core/amount/amount-words.js'
import { unitDigits } from '../../core/amount/unit.js'
import { columnLetters } from '../../core/plan/plan-columns.js'
import type { Say } from '../model.js'
import { asTyped, metricName, period, text } from '../text.js'

/** Period, metric, currency and member stand before the amount, and the amount before the months. */
const AMOUNT = 4
const FIRST_MONTH = 5

/** Title, remark, a blank row, the header. */
const HEADER_ROWS = 4

/**
 * A plan as a sheet of members by months, which parsePlanTable reads back. The months are numbers to play with; a member's amount and each
 * total are formulas over them.
 */
export function planSheet({ team, period: of, targets }: PlanFigures, say: Say): Sheet {
  const months = [...new Set(targets.flatMap((target) => target.months.map(({ month }) => month)))].toSorted()
  const heading = (words: string): SheetCell => ({ kind: 'text', words, look: 'heading' })
  const header = (['period', 'metric', 'currency', 'member', 'amount'] as const).map((column) => heading(say(text(`plan-sheet-${column}`))))
  const rows: (readonly SheetCell[])[] = [
    [heading(say(text('plan-sheet-title', { team: asTyped(team), period: period(of.id) })))],
    [{ kind: 'text', words: say(text('plan-sheet-remark')), look: 'remark' }],
    [],
    [...header, ...months.map(heading)],
  ]
  for (const target of targets) rows.push(...targetRows(target, of.id, months, rows.length + 1, say))
  return {
    name: say(text('plan-sheet-name')),
    rows,
    widths: [10, 16, 10, 20, 16, ...months.map(() => 13)],
    fixed: { rows: HEADER_ROWS, columns: FIRST_MONTH },
  }
}

function targetRows(target: TargetFigures, id: string, months: readonly string[], firstRow: number, say: Say): SheetCell[][] {
  const unit = unitOf(target)
  const decimals = showsDecimals(target) ? unitDigits(unit) : 0
  const digits = (amount: bigint) => amountWords(amount, unit)
  const about = (member: string, look?: 'total'): SheetCell[] =>
    [id, say(metricName(target.metric)), target.currency ?? '', member].map((words) => ({ kind: 'text', words, ...(look && { look }) }))
  const members = target.members.map((member, index): SheetCell[] => {
    const row = firstRow + index
    const cells = months.map((month): SheetCell => ({ kind: 'number', digits: digits(monthOf(member, month)), decimals }))
    return [...about(member.name), sum(FIRST_MONTH, row, FIRST_MONTH + months.length - 1, row, digits(member.total)), ...cells]
  })
  const lastRow = firstRow + target.members.length - 1
  const totals = [target.total, ...months.map((month) => target.months.find((each) => each.month === month)?.total ?? 0n)]
  const totalCells = totals.map((total, index) => sum(AMOUNT + index, firstRow, AMOUNT + index, lastRow, digits(total), 'total'))
  return [...members, [...about(say(text('plan-sheet-total')), 'total'), ...totalCells]]

  function sum(fromColumn: number, fromRow: number, toColumn: number, toRow: number, value: string, look?: 'total'): SheetCell {
    const formula = `SUM(${columnLetters(fromColumn)}${fromRow}:${columnLetters(toColumn)}${toRow})`
    return { kind: 'formula', formula, digits: value, decimals, ...(look && { look }) }
  }
}

/** Cents are shown where there are any. */
function showsDecimals({ members, currency }: TargetFigures): boolean {
  const scale = 10n ** BigInt(unitDigits(unitOf({ currency })))
  return members.some(({ months }) => months.some(({ total }) => total % scale !== 0n))
}

function monthOf({ months }: MemberFigures, month: string): bigint {
  return months.find((each) => each.month === month)?.total ?? 0n
}
