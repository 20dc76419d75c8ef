import type { ForeignTable } from '../../app/plan/import-table.js'
import { METRICS } from '../../core/plan/metric.js'
import { PLAN_COLUMNS, type PlanColumn } from '../../core/plan/plan-columns.js'
import { columnText, valueText } from '../cards/plan-table.js'
import type { Field, Form, Option } from '../model.js'
import { text } from '../text.js'

/** A platform's choice takes a hundred; what else a column may be needs some of them. */
export const MOST_COLUMNS = 60

/** For a column that the table does not have: a choice needs a value. */
export const NOTHING = 'none'

/** Asks what each of a table's columns means. */
export function tableForm(table: ForeignTable): Form {
  return {
    key: 'plan-columns',
    context: table.id,
    title: text('table-form-title'),
    submit: text('table-form-submit'),
    fields: PLAN_COLUMNS.map((column) => columnField(column, table)),
  }
}

function columnField(column: PlanColumn, table: ForeignTable): Field {
  const columns = table.headers
    .slice(0, MOST_COLUMNS)
    .map((_, place): Option => ({ value: `#${place}`, label: columnText(place, table.headers) }))
  const values = valuesOf(column, table).map((value): Option => ({ value, label: valueText(column, value) }))
  const nothing: Option = { value: NOTHING, label: text(column === 'amount' && table.hasMonths ? 'table-months' : 'table-nothing') }
  const options = [...columns, ...values, ...(column === 'period' || column === 'metric' ? [] : [nothing])]
  const standing = table.mapping[column] === '' ? NOTHING : table.mapping[column]
  return {
    kind: 'choice',
    name: column,
    label: text(`table-name-${column}`),
    options,
    ...(options.some(({ value }) => value === standing) ? { initial: standing } : {}),
  }
}

/** Said once for all rows, where no column has it. */
function valuesOf(column: PlanColumn, { periods }: ForeignTable): readonly string[] {
  if (column === 'period') return periods
  return column === 'metric' ? METRICS.map(({ key }) => key) : []
}
