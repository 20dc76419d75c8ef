import { z } from 'zod'
import {
  DEAL_COLUMNS,
  type DealMapping,
  type FileRow,
  guessDealColumns,
  type MappedDeals,
  mapDealColumns,
} from '../../core/pipeline/deal-columns.js'
import type { PlanFileError } from '../../core/plan/raw-plan.js'
import type { Result } from '../../core/plan/result.js'
import { newId } from '../../store/new-id.js'
import { type Actor, mustManage, pendingOf, type Visitor } from '../access/visitor.js'
import type { App } from '../app.js'
import { type PlanSource, readTable } from '../plan/plan-source.js'
import { UserError } from '../user-error.js'
import { type DealImport, importDeals } from './import.js'

/** A table of deals with what its columns are taken to mean, kept for a day until somebody has said that it is right. */
export interface DealTable extends MappedDeals {
  readonly id: string
  readonly rows: readonly FileRow[]
}

/** What the table would bring: nothing is kept by it. */
export interface DealTrial {
  readonly table: DealTable
  readonly outcome: DealImport
}

const KIND = 'deal-table'

/** The rows are kept in one piece; more come by the command line. */
const MOST_DEAL_ROWS = 2_000

const SHEETS: readonly string[] = ['deals', 'opportunities', '商机']

/** Keeps a table of deals with a guess of what its columns mean. @returns its id, or what is wrong with it as a whole */
export async function keepDealTable(app: App, actor: Actor, source: PlanSource): Promise<Result<string, PlanFileError>> {
  mustManage(actor)
  const read = await readTable(source, SHEETS)
  if (!read.ok) return { ok: false, error: read.error[0] ?? refusal('foreign') }
  const guess = guessDealColumns(read.value)
  if (guess === undefined) return { ok: false, error: refusal('header-missing') }
  const rows = read.value.filter(({ line }) => line > guess.line)
  if (rows.length === 0) return { ok: false, error: refusal('rows-missing') }
  if (rows.length > MOST_DEAL_ROWS) return { ok: false, error: refusal('rows-many', { maximum: MOST_DEAL_ROWS }) }
  const id = newId()
  await keep(app, actor, { id, ...guess, rows })
  return { ok: true, value: id }
}

/** What the kept table would bring, row by row. @throws UserError when it is over a day old */
export async function tryDealTable(app: App, actor: Actor, id: string): Promise<DealTrial> {
  const table = await keptDealTable(app, actor, id)
  return { table, outcome: await importDeals(app, actor, mapDealColumns(table.rows, table), { keep: 'nothing' }) }
}

/** Says otherwise what the table's columns mean. @throws UserError when it is over a day old */
export async function mapDealTable(app: App, actor: Actor, id: string, mapping: DealMapping): Promise<void> {
  await keep(app, actor, { ...(await keptDealTable(app, actor, id)), mapping })
}

/** Takes the table as it is read now: all of it, or nothing where anything is wrong. @throws UserError when it is over a day old */
export async function importDealTable(app: App, actor: Actor, id: string, wanted: 'all' | 'without-doubles'): Promise<DealImport> {
  const table = await keptDealTable(app, actor, id)
  return importDeals(app, actor, mapDealColumns(table.rows, table), { keep: wanted })
}

/** @throws UserError when there is none of that id for this person */
export async function keptDealTable(app: App, actor: Actor, id: string): Promise<DealTable> {
  mustManage(actor)
  const found = kept.safeParse(await app.reading(actor.organisationId).records.pending(id, actor.personId, KIND))
  if (!found.success || found.data.teamId !== actor.team.id) throw new UserError('deal-table-gone')
  const { line, headers, rows, mapping } = found.data
  return { id, line, headers, rows, mapping: Object.fromEntries(mapping) }
}

/** The team that a kept table is for. @throws UserError when it is over a day old, or somebody else's */
export async function teamOfDealTable(app: App, visitor: Visitor, id: string): Promise<string> {
  const found = kept.safeParse(await pendingOf(app, visitor, id, KIND))
  if (!found.success) throw new UserError('deal-table-gone')
  return found.data.teamId
}

async function keep(app: App, actor: Actor, { id, line, headers, rows, mapping }: DealTable): Promise<void> {
  const columns = DEAL_COLUMNS.flatMap((column) => (mapping[column] === undefined ? [] : [[column, mapping[column]] as const]))
  const state = { teamId: actor.team.id, line, headers, rows, mapping: columns }
  await app.transaction(actor.organisationId, (store) => store.records.keepPending({ id, personId: actor.personId, kind: KIND, state }))
}

const kept = z.object({
  teamId: z.string(),
  line: z.int(),
  headers: z.array(z.string()),
  rows: z.array(z.object({ line: z.int(), cells: z.array(z.string()) })),
  mapping: z.array(z.tuple([z.enum(DEAL_COLUMNS), z.int().nonnegative()])),
})

function refusal(code: string, facts: PlanFileError['facts'] = {}): PlanFileError {
  return { field: '', code, facts }
}
