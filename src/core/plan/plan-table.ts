import { amountWords } from '../amount/amount-words.js'
import { parseAmount } from '../amount/parse-amount.js'
import { isCurrency, type Unit } from '../amount/unit.js'
import { metric } from './metric.js'
import { metricByWords } from './metric-words.js'
import { periodId } from './period-words.js'
import type { PlanCalendar } from './plan-calendar.js'
import { isTotal, PLAN_COLUMNS, type PlanColumn, type PlanColumns, planColumns, type TableRow } from './plan-columns.js'
import { type GridRow, sumOfMonths } from './plan-grid.js'
import type { Place, PlanFileError, RawPlan } from './raw-plan.js'
import type { Result } from './result.js'
import { type Scale, scaled } from './table-scale.js'

/**
 * Reads a table with the columns period, metric, amount and, if wanted, member, weight and currency, named in English or Chinese, in any
 * order. Rows of one metric and currency are one target:
 * - without a member the amount is split equally;
 * - with members and weights the amount is the target's, said once or the same in each row;
 * - with members alone each row's amount is the member's own, and the target is their sum.
 * - with columns of months (2026-05) a row's amount is what its months add up to, and the months' sums are the season.
 * Rows called a total are left out. The period may be said once too, and a metric once above all its members, as merged cells say it.
 */
export function parsePlanTable(
  table: readonly TableRow[],
  defaultCurrency: string | undefined,
  calendar: PlanCalendar = {},
): Result<RawPlan, PlanFileError[]> {
  const columns = planColumns(table)
  if (!columns.ok) return columns
  const rows = rowsOf(columns.value)
  if (rows.length === 0) return { ok: false, error: [{ line: columns.value.line, field: '', code: 'rows-missing', facts: {} }] }
  const found = groupsOf(rows, defaultCurrency).map(targetOf)
  const { names } = columns.value
  const errors = [...periodErrors(rows), ...found.flatMap((target) => target.errors)].map((error) => ({
    ...error,
    ...columnPlace(names, error.field),
  }))
  const targets = found.filter(({ raw }) => raw !== undefined)
  if (targets.length === 0) return { ok: false, error: errors }
  const period = rows.find((row) => row.period !== '')?.period
  return {
    ok: true,
    value: {
      plan: { version: 1, period, ...calendar, targets: targets.map(({ raw }) => raw) },
      errors,
      placeOf: (path) => placeOf(targets, rows[0]?.line ?? columns.value.line, names, path),
    },
  }
}

type Row = Readonly<Record<PlanColumn, string>> & GridRow

function rowsOf({ indexes, scale, months, body }: PlanColumns): Row[] {
  const rows: Row[] = []
  for (const { line, cells } of body) {
    const cell = (column: PlanColumn) => cells[indexes[column] ?? -1] ?? ''
    if ((['period', 'metric', 'member'] as const).some((column) => isTotal(cell(column)))) continue
    const above = rows.at(-1)
    const isSameMetric = cell('metric') === '' && above !== undefined
    const words = isSameMetric ? above.metric : cell('metric')
    // "万元" is said of the money in a table; its visits are visits.
    const inFull = (amount: string, of: Scale) => (isMoney(words) ? scaled(amount, of) : amount)
    rows.push({
      line,
      period: periodId(cell('period')),
      metric: words,
      amount: inFull(cell('amount'), scale),
      member: cell('member'),
      weight: cell('weight'),
      currency: isSameMetric && cell('currency') === '' ? above.currency : cell('currency').toUpperCase(),
      months: months.map((each) => ({ month: each.month, column: each.name, words: inFull(cells[each.index] ?? '', each.scale) })),
    })
  }
  return rows
}

function isMoney(words: string): boolean {
  const key = metricByWords(words)
  return key !== undefined && metric(key).unit === 'money'
}

/** One file is one plan. */
function periodErrors(rows: readonly Row[]): PlanFileError[] {
  const first = rows.find((row) => row.period !== '')
  return rows
    .filter(({ period }) => period !== '' && period !== first?.period)
    .map(({ line, period }) => ({ line, field: 'period', code: 'period-differs', facts: { period, first: first?.period ?? '' } }))
}

interface Group {
  readonly metric: string
  readonly currency: string | undefined
  /** Undefined where the metric or the currency is not known, which the plan's schema will say. */
  readonly unit: Unit | undefined
  readonly rows: readonly Row[]
}

function groupsOf(rows: readonly Row[], defaultCurrency: string | undefined): Group[] {
  const groups = new Map<string, Row[]>()
  for (const row of rows) {
    const key = `${metricByWords(row.metric) ?? row.metric} ${row.currency || ''}`
    const group = groups.get(key)
    if (group === undefined) groups.set(key, [row])
    else group.push(row)
  }
  return [...groups.values()].map((each) => {
    const [{ metric: words, currency: code } = { metric: '', currency: '' }] = each
    const key = metricByWords(words)
    const currency = code !== '' ? code : key !== undefined && metric(key).unit === 'money' ? defaultCurrency : undefined
    const unit: Unit | undefined =
      key === undefined
        ? undefined
        : metric(key).unit === 'count'
          ? { kind: 'count' }
          : currency !== undefined && isCurrency(currency)
            ? { kind: 'money', currency }
            : undefined
    return { metric: words, currency, unit, rows: each }
  })
}

interface RawTarget {
  readonly raw: Readonly<Record<string, unknown>> | undefined
  readonly errors: readonly PlanFileError[]
  /** Of the target itself, and of each part of its split. */
  readonly lines: readonly number[]
}

function targetOf(group: Group): RawTarget {
  const { rows } = group
  const [first] = rows
  const alone = rows.filter(({ member }) => member === '')
  const weighted = rows.filter(({ weight }) => weight !== '')
  const mixed = weighted.length > 0 ? rows.filter(({ weight }) => weight === '') : []
  if (alone.length > 0 && rows.length > 1) return refused(alone, 'member', 'member-missing')
  if (alone.length > 0 && weighted.length > 0) return refused(alone, 'member', 'member-missing')
  if (mixed.length > 0) return refused(mixed, 'weight', 'weight-missing')
  if (first !== undefined && first.months.length > 0)
    return weighted.length > 0 ? refused(weighted, 'weight', 'weight-beside-months') : byMonths(group)
  if (weighted.length > 0) return byWeight(group)
  return first?.member === '' ? accepted(group, first.amount, 'equal', rows) : byOwnAmount(group)
}

function byWeight(group: Group): RawTarget {
  const amount = group.rows.find((row) => row.amount !== '')?.amount ?? ''
  const differing = group.rows.filter((row) => row.amount !== '' && row.amount !== amount)
  if (differing.length > 0) return refused(differing, 'amount', 'amount-differs')
  const weights = withoutPercent(group.rows.map(({ weight }) => weight))
  const split = group.rows.map(({ member }, index) => ({ member, weight: weights[index] }))
  return accepted(group, amount, split, group.rows)
}

/** Only the ratio of weights counts, so a sign that stands behind all of them may go. */
function withoutPercent(weights: readonly string[]): readonly string[] {
  return weights.every((weight) => /[%％]$/.test(weight)) ? weights.map((weight) => weight.slice(0, -1).trim()) : weights
}

/** The sums of its months are a row's amount, and a month's sum its weight in the season. */
function byMonths(group: Group): RawTarget {
  const { unit, rows } = group
  if (unit === undefined) return unread(group, [])
  const summed = sumOfMonths(rows, unit)
  if (!summed.ok) return unread(group, summed.error)
  const { amounts, season } = summed.value
  const own = rows.map((row, index): Row => ({ ...row, amount: amounts[index] ?? '' }))
  const target = own[0]?.member === '' ? accepted(group, own[0].amount, 'equal', own) : byOwnAmount({ ...group, rows: own })
  return season === undefined ? target : { ...target, raw: { ...target.raw, months: season } }
}

function byOwnAmount(group: Group): RawTarget {
  const { unit, rows } = group
  if (unit === undefined) return unread(group, [])
  const parsed = rows.map((row) => ({ row, amount: parseAmount(row.amount, unit) }))
  const errors = parsed.flatMap(({ row, amount }): PlanFileError[] => {
    if (row.amount === '') return [{ line: row.line, field: 'amount', code: 'missing', facts: {} }]
    return amount.ok ? [] : [{ line: row.line, field: 'amount', code: amount.reason, facts: { words: row.amount } }]
  })
  if (errors.length > 0) return unread(group, errors)
  const own = parsed.flatMap(({ row, amount }) => (amount.ok && amount.value > 0n ? [{ row, value: amount.value }] : []))
  const total = own.reduce((sum, { value }) => sum + value, 0n)
  const split = own.map(({ row, value }) => ({ member: row.member, weight: String(value) }))
  return accepted(
    group,
    amountWords(total, unit),
    split,
    own.map(({ row }) => row),
  )
}

/** A target whose amounts say nothing: its metric, currency and names are checked all the same, so that all that is wrong is told at once. */
function unread(group: Group, errors: readonly PlanFileError[]): RawTarget {
  const named = group.rows.filter(({ member }) => member !== '')
  const split = named.map(({ member }) => ({ member, weight: '1' }))
  return { ...accepted(group, '0', split.length === 0 ? 'equal' : split, named), errors }
}

function accepted({ metric: words, currency, rows }: Group, amount: string, split: unknown, parts: readonly Row[]): RawTarget {
  const raw = {
    ...(words !== '' && { metric: words }),
    ...(amount !== '' && { amount }),
    ...(currency !== undefined && { currency }),
    split,
  }
  return { raw, errors: [], lines: [rows[0]?.line ?? 1, ...parts.map(({ line }) => line)] }
}

function refused(rows: readonly Row[], field: PlanColumn, code: string): RawTarget {
  return { raw: undefined, errors: rows.map((row) => ({ line: row.line, field, code, facts: { metric: row.metric } })), lines: [] }
}

function placeOf(targets: readonly RawTarget[], firstLine: number, names: PlanColumns['names'], path: readonly PropertyKey[]): Place {
  const [, target, field, part, ofPart] = path
  const lines = targets[Number(target)]?.lines
  const line = (field === 'split' && part !== undefined ? lines?.[Number(part) + 1] : lines?.[0]) ?? firstLine
  return { line, ...columnPlace(names, String((field === 'split' ? (ofPart ?? 'member') : (field ?? path[0])) ?? '')) }
}

/** None for a column that the table lacks: nobody finds it there. */
function columnPlace(names: PlanColumns['names'], field: string): Place {
  const column = PLAN_COLUMNS.find((each) => each === field)
  const name = column && names[column]
  return name === undefined ? {} : { column: name }
}
