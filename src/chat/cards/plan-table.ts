import type { ForeignTable, TableTrial } from '../../app/plan/import-table.js'
import { placeOf } from '../../core/plan/map-columns.js'
import { isMetricKey } from '../../core/plan/metric.js'
import { columnLetters, PLAN_COLUMNS, type PlanColumn } from '../../core/plan/plan-columns.js'
import type { Button, Card } from '../model.js'
import { asTyped, metricName, period, type Text, text } from '../text.js'
import { planMistakes } from './plan-errors.js'
import { targetHeading } from './plan-figures.js'

/** What a table's columns are taken to mean, and what it would come to or all that is wrong in it. Nothing is kept yet. */
export function tableCard({ table, outcome }: TableTrial): Card {
  const map: Button = { label: text('table-button-map'), action: `plan:columns:${table.id}` }
  return {
    title: text('table-title'),
    lines: [
      { kind: 'text', text: text('table-text') },
      { kind: 'list', items: PLAN_COLUMNS.filter((column) => isTold(column, table)).map((column) => mapped(column, table)) },
      ...(table.hasMonths && table.mapping.member !== '' ? [{ kind: 'text' as const, text: text('plan-import-grid') }] : []),
      { kind: 'text', text: text(outcome.ok ? 'table-good' : 'table-bad') },
      outcome.ok ? { kind: 'list', items: outcome.value.targets.map(targetHeading) } : { kind: 'text', text: planMistakes(outcome.error) },
    ],
    buttons: outcome.ok ? [{ label: text('table-button-take'), action: `plan:take:${table.id}`, style: 'primary' }, map] : [map],
  }
}

/** What a plan needs is told where it is missing too. */
function isTold(column: PlanColumn, { mapping }: ForeignTable): boolean {
  return mapping[column] !== '' || column === 'amount' || column === 'member'
}

function mapped(column: PlanColumn, table: ForeignTable): Text {
  return text('table-maps', { column: text(`table-name-${column}`), source: sourceText(column, table) })
}

function sourceText(column: PlanColumn, { mapping, headers, hasMonths }: ForeignTable): Text {
  const source = mapping[column]
  const place = placeOf(source)
  if (place !== undefined) return columnText(place, headers)
  if (source !== '') return text('table-all-rows', { value: valueText(column, source) })
  return text(column === 'amount' && hasMonths ? 'table-months' : 'table-nothing')
}

export function columnText(place: number, headers: readonly string[]): Text {
  const header = headers[place] ?? ''
  return header === ''
    ? text('table-column-unnamed', { letters: columnLetters(place) })
    : text('table-column', { header: header.length > 40 ? `${header.slice(0, 39)}…` : header })
}

export function valueText(column: PlanColumn, value: string): Text {
  if (column === 'metric' && isMetricKey(value)) return metricName(value)
  return column === 'period' ? text('plan-period-option', { period: period(value) }) : asTyped(value)
}
