import { z } from 'zod'
import type { DealTable } from '../../app/deal/import-table.js'
import { DEAL_COLUMNS, type DealColumn, type DealMapping, NEEDED_COLUMNS } from '../../core/pipeline/deal-columns.js'
import { placeOf } from '../../core/plan/map-columns.js'
import { columnText } from '../cards/plan-table.js'
import type { Field, Form, Option } from '../model.js'
import { text } from '../text.js'
import { sourceFields } from './import-source.js'
import { MOST_COLUMNS, NOTHING } from './plan-table.js'

/** Asks for a file of deals, or its text. */
export function dealImportForm(teamId: string): Form {
  return {
    key: 'deal-import',
    context: teamId,
    title: text('deal-import-form'),
    submit: text('plan-import-submit'),
    intro: [{ kind: 'text', text: text('deal-import-intro') }],
    fields: sourceFields({ file: text('deal-hint-file'), text: text('deal-hint-text') }, ['xlsx', 'xlsm', 'csv', 'tsv', 'txt']),
  }
}

/** Asks which of a table's columns has what of each deal. */
export function dealColumnsForm(table: DealTable): Form {
  return {
    key: 'deal-columns',
    context: table.id,
    title: text('table-form-title'),
    submit: text('table-form-submit'),
    fields: DEAL_COLUMNS.map((column) => columnField(column, table)),
  }
}

function columnField(column: DealColumn, { headers, mapping }: DealTable): Field {
  const columns = headers.slice(0, MOST_COLUMNS).map((_, place): Option => ({ value: `#${place}`, label: columnText(place, headers) }))
  const options = NEEDED_COLUMNS.includes(column) ? columns : [...columns, { value: NOTHING, label: text('table-nothing') }]
  const standing = mapping[column] === undefined ? NOTHING : `#${mapping[column]}`
  return {
    kind: 'choice',
    name: column,
    label: text(`deal-column-${column}`),
    options,
    ...(options.some(({ value }) => value === standing) ? { initial: standing } : {}),
  }
}

const source = z
  .string()
  .max(75)
  .transform((value) => (value === NOTHING ? undefined : placeOf(value)))

/** Reads the answers of dealColumnsForm. */
export const columnAnswers = z
  .object({ name: source, owner: source, value: source, stage: source, opened: source, closed: source, outcome: source, focus: source })
  .partial()
  .transform((places): DealMapping => Object.fromEntries(Object.entries(places).filter(([, place]) => place !== undefined)))
