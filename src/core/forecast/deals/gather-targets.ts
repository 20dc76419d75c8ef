import type { CellStyle } from '../file/cell-style.js'
import { isBlank } from '../file/is-blank.js'
import { readDate } from '../file/read-date.js'
import { readNumber } from '../file/read-number.js'
import type { Remarks } from '../file/remarks.js'
import { monthOf } from './months.js'

/** The target of a month ('2026-03'), of one group's deals or, where the file names none, of all alike. */
export type Targets = (id: string, month: string) => number | undefined

export interface TargetColumns {
  readonly month: number
  readonly target: number
  readonly id?: number
}

/** Finds the columns of a file of targets; undefined where one is missing. */
export function targetColumns(header: readonly string[]): TargetColumns | undefined {
  const place = (names: readonly string[]) => header.findIndex((name) => names.includes(name.trim().toLowerCase()))
  const [month, target, id] = [
    place(['month', 'period', 'date', '月份', '日期']),
    place(['target', 'amount', 'value', 'quota', '目标', '金额']),
    place(['id', 'team', 'person', 'name', '团队', '姓名']),
  ]
  if (month < 0 || target < 0) return undefined
  return { month, target, ...(id < 0 ? {} : { id }) }
}

/** Takes the targets row by row; of two for one month the higher counts. A month may be given by any of its days. */
export function gatherTargets(columns: TargetColumns, style: CellStyle, remarks: Remarks) {
  const found = new Map<string, number>()
  return {
    take(cells: readonly string[], line: number): void {
      const [month, target] = [cells[columns.month] ?? '', cells[columns.target] ?? '']
      if (isBlank(month) && isBlank(target)) return
      const [day, amount] = [readDate(month, style.dates), readNumber(target, style.decimals)]
      if (day === undefined || amount === undefined) {
        remarks.add('target-unreadable', { line, found: `${month} ${target}` })
        return
      }
      const key = keyOf(columns.id === undefined ? '' : (cells[columns.id] ?? '').trim(), monthOf(day).id)
      found.set(key, Math.max(amount, found.get(key) ?? Number.NEGATIVE_INFINITY))
    },
    gathered: (): Targets => (id, month) => found.get(keyOf(id, month)) ?? found.get(keyOf('', month)),
  }
}

function keyOf(id: string, month: string): string {
  return `${id}\n${month}`
}
