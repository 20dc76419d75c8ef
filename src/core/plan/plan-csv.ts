import { CsvError, parse } from 'csv-parse/sync'
import { z } from 'zod'
import { amountWords } from '../amount/amount-words.js'
import { parseAmount } from '../amount/parse-amount.js'
import { isCurrency, type Unit } from '../amount/unit.js'
import { metric } from './metric.js'
import { metricByWords } from './metric-words.js'
import type { PlanFileError, RawPlan } from './raw-plan.js'
import type { Result } from './result.js'

/**
 * Reads a table with the columns period, metric, amount and, if wanted, member, weight and currency, named in English or Chinese, in any
 * order, between commas, semicolons or tabs. Rows of one metric and currency are one target:
 * - without a member the amount is split equally;
 * - with members and weights the amount is the target's, said once or the same in each row;
 * - with members alone each row's amount is the member's own, and the target is their sum.
 * The period may be said once too.
 */
export function parsePlanCsv(text: string, defaultCurrency: string | undefined): Result<RawPlan, PlanFileError[]> {
  const rows = readRows(text)
  if (!rows.ok) return rows
  const targets = groupsOf(rows.value, defaultCurrency).map(targetOf)
  const errors = [...periodErrors(rows.value), ...targets.flatMap((target) => target.errors)]
  if (errors.length > 0) return { ok: false, error: errors }
  const period = rows.value.find((row) => row.period !== '')?.period
  return {
    ok: true,
    value: { plan: { version: 1, period, targets: targets.map(({ raw }) => raw) }, lineOf: (path) => lineOf(targets, path) },
  }
}

type Column = 'period' | 'metric' | 'amount' | 'member' | 'weight' | 'currency'

type Row = Readonly<Record<Column, string>> & { readonly line: number }

const COLUMNS: Readonly<Record<string, Column>> = {
  period: 'period',
  周期: 'period',
  期间: 'period',
  metric: 'metric',
  指标: 'metric',
  amount: 'amount',
  target: 'amount',
  目标: 'amount',
  目标值: 'amount',
  member: 'member',
  成员: 'member',
  姓名: 'member',
  weight: 'weight',
  权重: 'weight',
  currency: 'currency',
  货币: 'currency',
  币种: 'currency',
}

const records = z.array(z.object({ record: z.array(z.string()), info: z.object({ lines: z.number() }) }))

function readRows(text: string): Result<Row[], PlanFileError[]> {
  const table = readTable(text)
  if (!table.ok) return table
  const [header, ...body] = table.value
  const columns = header?.record.map((name) => COLUMNS[name.normalize('NFKC').toLowerCase()])
  const errors = headerErrors(header?.record ?? [], columns ?? [])
  if (columns === undefined || errors.length > 0) return { ok: false, error: errors }
  return {
    ok: true,
    value: body.map(({ record, info }) => {
      const cell = (column: Column) => record[columns.indexOf(column)] ?? ''
      return {
        period: cell('period'),
        metric: cell('metric'),
        amount: cell('amount'),
        member: cell('member'),
        weight: cell('weight'),
        currency: cell('currency'),
        line: info.lines,
      }
    }),
  }
}

function readTable(text: string): Result<z.output<typeof records>, PlanFileError[]> {
  const [header = ''] = text.split(/\r?\n/, 1)
  const delimiter = ['\t', ';'].find((sign) => header.includes(sign)) ?? ','
  try {
    const raw: unknown = parse(text, {
      bom: true,
      delimiter,
      info: true,
      trim: true,
      relax_column_count: true,
      skip_records_with_empty_values: true,
    })
    return { ok: true, value: records.parse(raw) }
  } catch (error) {
    if (!(error instanceof CsvError)) throw error
    return { ok: false, error: [{ field: '', code: error.code.toLowerCase().replaceAll('_', '-'), facts: {} }] }
  }
}

function headerErrors(names: readonly string[], columns: readonly (Column | undefined)[]): PlanFileError[] {
  const unknown = names.filter((_, index) => columns[index] === undefined)
  const twice = columns.filter((column, index) => column !== undefined && columns.indexOf(column) !== index)
  const missing = (['period', 'metric', 'amount'] as const).filter((column) => !columns.includes(column))
  return [
    ...unknown.map((column): PlanFileError => ({ line: 1, field: column, code: 'unknown-column', facts: { column } })),
    ...twice.map((column): PlanFileError => ({ line: 1, field: column ?? '', code: 'column-twice', facts: { column: column ?? '' } })),
    ...missing.map((column): PlanFileError => ({ line: 1, field: column, code: 'column-missing', facts: { column } })),
  ]
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
  readonly raw: unknown
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
  if (weighted.length > 0) return byWeight(group)
  return first?.member === '' ? accepted(group, first.amount, 'equal', rows) : byOwnAmount(group)
}

function byWeight(group: Group): RawTarget {
  const amount = group.rows.find((row) => row.amount !== '')?.amount ?? ''
  const differing = group.rows.filter((row) => row.amount !== '' && row.amount !== amount)
  if (differing.length > 0) return refused(differing, 'amount', 'amount-differs')
  return accepted(
    group,
    amount,
    group.rows.map(({ member, weight }) => ({ member, weight })),
    group.rows,
  )
}

function byOwnAmount(group: Group): RawTarget {
  const { unit, rows } = group
  if (unit === undefined) return accepted(group, '0', 'equal', rows)
  const parsed = rows.map((row) => ({ row, amount: parseAmount(row.amount, unit) }))
  const errors = parsed.flatMap(({ row, amount }): PlanFileError[] =>
    amount.ok ? [] : [{ line: row.line, field: 'amount', code: amount.reason, facts: { words: row.amount } }],
  )
  const own = parsed.flatMap(({ row, amount }) => (amount.ok && amount.value > 0n ? [{ row, value: amount.value }] : []))
  const total = own.reduce((sum, { value }) => sum + value, 0n)
  const split = own.map(({ row, value }) => ({ member: row.member, weight: String(value) }))
  return {
    ...accepted(
      group,
      amountWords(total, unit),
      split,
      own.map(({ row }) => row),
    ),
    errors,
  }
}

function accepted({ metric: words, currency, rows }: Group, amount: string, split: unknown, parts: readonly Row[]): RawTarget {
  const raw = { metric: words, amount, ...(currency !== undefined && { currency }), split }
  return { raw, errors: [], lines: [rows[0]?.line ?? 1, ...parts.map(({ line }) => line)] }
}

function refused(rows: readonly Row[], field: Column, code: string): RawTarget {
  return { raw: undefined, errors: rows.map((row) => ({ line: row.line, field, code, facts: { metric: row.metric } })), lines: [] }
}

function lineOf(targets: readonly RawTarget[], [, target, field, part]: readonly PropertyKey[]): number {
  const lines = targets[Number(target)]?.lines
  return (field === 'split' && part !== undefined ? lines?.[Number(part) + 1] : lines?.[0]) ?? 1
}
