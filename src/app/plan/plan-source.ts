import type { FiscalCalendar } from '../../core/calendar/fiscal-year.js'
import type { TableRow } from '../../core/plan/plan-columns.js'
import { parseCsv } from '../../core/plan/plan-csv.js'
import { type PlanContent, parsePlan } from '../../core/plan/plan-file.js'
import type { PlanInput } from '../../core/plan/plan-input.js'
import type { PlanFileError } from '../../core/plan/raw-plan.js'
import type { Result } from '../../core/plan/result.js'
import { readXlsx } from '../spreadsheet/read-xlsx.js'
import { textOfFile } from './text-of-file.js'

/** A plan as it comes from outside: pasted words, or a file's bytes. */
export type PlanSource =
  | { readonly kind: 'words'; readonly words: string }
  | { readonly kind: 'file'; readonly bytes: Uint8Array }
  | { readonly kind: 'table'; readonly rows: readonly TableRow[] }

/** A workbook of ten thousand rows is half as large. */
export const MAX_PLAN_FILE_BYTES = 1_000_000

/**
 * Reads a plan: a YAML file, a table between commas, semicolons or tabs, or an Excel workbook. Which of them it is, its content says, not
 * its name.
 *
 * @param currency of money that names none
 * @param fiscal of a table, which names no fiscal year
 * @param members whom the team knows; without them names are taken as they are
 * @returns the plan, or all that is wrong in it
 */
export async function readPlan(
  source: PlanSource,
  currency: string,
  fiscal?: FiscalCalendar,
  members?: readonly string[],
): Promise<Result<ReadPlan, PlanFileError[]>> {
  const content = await contentOf(source)
  if (!('format' in content)) return { ok: false, error: [refusal(content.refused)] }
  const plan = parsePlan(content, { currency, ...(fiscal && { fiscal }), ...(members && { members }) })
  return plan.ok ? { ok: true, value: { plan: plan.value, isTable: content.format !== 'yaml' } } : plan
}

export interface ReadPlan {
  readonly plan: PlanInput
  /** A table says less than a plan can: no rhythm, no funnels. */
  readonly isTable: boolean
}

/** The rows of a table of anything, or what is wrong with the source as a whole. @param sheets which a workbook's is taken first, in lower case */
export async function readTable(source: PlanSource, sheets: readonly string[]): Promise<Result<readonly TableRow[], PlanFileError[]>> {
  const content = await contentOf(source, sheets)
  if (!('format' in content)) return { ok: false, error: [refusal(content.refused)] }
  return content.format === 'table' ? { ok: true, value: content.rows } : parseCsv(content.text)
}

/** The rows of a table, whatever its headers; undefined for what is none. */
export async function tableOf(source: PlanSource): Promise<readonly TableRow[] | undefined> {
  const content = await contentOf(source)
  if (!('format' in content) || content.format === 'yaml') return undefined
  if (content.format === 'table') return content.rows
  const rows = parseCsv(content.text)
  return rows.ok ? rows.value : undefined
}

const PLAN_SHEETS: readonly string[] = ['plan', '计划']

async function contentOf(
  source: PlanSource,
  sheets: readonly string[] = PLAN_SHEETS,
): Promise<PlanContent | { readonly refused: Refused }> {
  switch (source.kind) {
    case 'words':
      return ofWords(source.words)
    case 'table':
      return { format: 'table', rows: source.rows }
    case 'file':
      return ofFile(source.bytes, sheets)
  }
}

/** In a table the first line names columns; in YAML a key ends in a colon. */
function ofWords(text: string): PlanContent {
  return { format: /^\s*(?:version|period|targets|name)\s*:/m.test(text) ? 'yaml' : 'csv', text }
}

/** Codes of PlanFileError: what is wrong with a file as a whole. */
type Refused = 'oversized' | 'blank' | 'old-excel' | 'encrypted' | 'foreign' | 'damaged' | 'inflated'

async function ofFile(bytes: Uint8Array, sheets: readonly string[]): Promise<PlanContent | { readonly refused: Refused }> {
  if (bytes.length > MAX_PLAN_FILE_BYTES) return { refused: 'oversized' }
  if (startsWith(bytes, OLE)) return { refused: Buffer.from(bytes).includes(ENCRYPTED) ? 'encrypted' : 'old-excel' }
  if (startsWith(bytes, ZIP)) return ofWorkbook(bytes, sheets)
  const text = textOfFile(bytes)
  if (text === undefined || /^\s*(?:<|%PDF)/.test(text)) return { refused: 'foreign' }
  return text.trim() === '' ? { refused: 'blank' } : ofWords(text)
}

async function ofWorkbook(bytes: Uint8Array, sheets: readonly string[]): Promise<PlanContent | { readonly refused: Refused }> {
  const read = await readXlsx(bytes, sheets)
  if (read.ok) return read.rows.length === 0 ? { refused: 'blank' } : { format: 'table', rows: read.rows }
  return { refused: ({ 'too-large': 'inflated', 'not-a-workbook': 'foreign', broken: 'damaged' } as const)[read.reason] }
}

function refusal(refused: Refused): PlanFileError {
  return { field: '', code: refused, facts: refused === 'oversized' ? { maximum: MAX_PLAN_FILE_BYTES / 1_000_000 } : {} }
}

function startsWith(bytes: Uint8Array, signature: readonly number[]): boolean {
  return signature.every((byte, index) => bytes[index] === byte)
}

const ZIP = [0x50, 0x4b, 0x03, 0x04]

/** Of the container that .xls was kept in, and that a password puts around an .xlsx. */
const OLE = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]
const ENCRYPTED = Buffer.from('EncryptedPackage', 'utf16le')
