import { type DateOrder, orderShown } from './read-date.js'
import { type DecimalSign, decimalsShown } from './read-number.js'
import type { Remarks } from './remarks.js'

/** How a file writes its dates and numbers. */
export interface CellStyle {
  readonly dates: DateOrder
  readonly decimals: DecimalSign
}

/** Learns the style of a file from all its cells, whatever their order: one "13/4/2026" tells how "3/4/2026" is meant. */
export function learnStyle() {
  const votes = { 'day-first': 0, 'month-first': 0, either: 0, point: 0, comma: 0 }
  let isDotted = false
  return {
    seeDate(cell: string): void {
      const shown = orderShown(cell)
      if (shown === undefined) return
      votes[shown] += 1
      isDotted ||= cell.includes('.')
    },
    seeNumber(cell: string): void {
      const shown = decimalsShown(cell)
      if (shown !== undefined) votes[shown] += 1
    },
    learnt(remarks: Remarks): CellStyle {
      const isOpen = votes['day-first'] === votes['month-first']
      // only Americans put the month first, and they write no dots
      const dates = votes['day-first'] > votes['month-first'] || (isOpen && isDotted) ? 'day-first' : 'month-first'
      if (isOpen && votes.either > 0) remarks.add('date-order-unknown', { taken: dates })
      return { dates, decimals: votes.comma > votes.point ? 'comma' : 'point' }
    },
  }
}
