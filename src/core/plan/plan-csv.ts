import { CsvError, parse } from 'csv-parse/sync'
import { z } from 'zod'
import type { TableRow } from './plan-columns.js'
import type { PlanFileError } from './raw-plan.js'
import type { Result } from './result.js'

/** Reads a table between commas, semicolons or tabs. */
export function parseCsv(text: string): Result<TableRow[], PlanFileError[]> {
  const delimiter = ['\t', ';'].find((sign) => isBetween(text, sign)) ?? ','
  try {
    const raw: unknown = parse(text, {
      bom: true,
      delimiter,
      info: true,
      trim: true,
      relax_column_count: true,
      skip_records_with_empty_values: true,
    })
    return { ok: true, value: records.parse(raw).map(({ record, info }) => ({ line: info.lines, cells: record })) }
  } catch (error) {
    if (!(error instanceof CsvError)) throw error
    return { ok: false, error: [{ field: '', code: error.code.toLowerCase().replaceAll('_', '-'), facts: {} }] }
  }
}

const records = z.array(z.object({ record: z.array(z.string()), info: z.object({ lines: z.number() }) }))

/** Above the header there may be a title without any sign, so the first lines are asked, not the first one alone. */
function isBetween(text: string, sign: string): boolean {
  return text.split(/\r?\n/, 5).some((line) => line.split(sign).length > line.split(',').length)
}
