import { amountWords } from '../amount/amount-words.js'
import { parseAmount } from '../amount/parse-amount.js'
import type { Unit } from '../amount/unit.js'
import type { PlanFileError } from './raw-plan.js'
import type { Result } from './result.js'

/** A row with a number for each month, as words. */
export interface GridRow {
  readonly line: number
  /** What the row says that it adds up to; '' where it says nothing. */
  readonly amount: string
  readonly months: readonly { readonly month: string; readonly column: string; readonly words: string }[]
}

export interface MonthSums {
  /** Of each row, in plain digits. */
  readonly amounts: readonly string[]
  /** Of each month over all rows, as the weights of a season; undefined where all is zero. */
  readonly season: Readonly<Record<string, string>> | undefined
}

/** Adds up rows over their months and months over their rows; an empty cell is nothing. A row that says another sum is refused: one of the two was not meant. */
export function sumOfMonths(rows: readonly GridRow[], unit: Unit): Result<MonthSums, PlanFileError[]> {
  const errors: PlanFileError[] = []
  const season = new Map<string, bigint>()
  const amounts = rows.map((row) => {
    const sum = row.months.reduce((total, { month, column, words }) => {
      const amount = words === '' ? ({ ok: true, value: 0n } as const) : parseAmount(words, unit)
      if (!amount.ok) errors.push({ line: row.line, column, field: '', code: amount.reason, facts: { words } })
      const value = amount.ok ? amount.value : 0n
      season.set(month, (season.get(month) ?? 0n) + value)
      return total + value
    }, 0n)
    const said = row.amount === '' ? undefined : parseAmount(row.amount, unit)
    if (said !== undefined && !(said.ok && said.value === sum))
      errors.push({
        line: row.line,
        field: 'amount',
        code: 'amount-not-months',
        facts: { words: row.amount, whole: amountWords(sum, unit) },
      })
    return amountWords(sum, unit)
  })
  if (errors.length > 0) return { ok: false, error: errors }
  const isEmpty = [...season.values()].every((sum) => sum === 0n)
  return {
    ok: true,
    value: { amounts, season: isEmpty ? undefined : Object.fromEntries([...season].map(([month, sum]) => [month, String(sum)])) },
  }
}
