import { z } from 'zod'
import { nextPeriod, parsePeriod, periodContaining } from '../../core/calendar/period.js'
import { withYears } from '../../core/plan/bare-months.js'
import { type ColumnMapping, guessColumns, type MappedTable, mapColumns, placeOf } from '../../core/plan/map-columns.js'
import { columnLetters, planColumnBy, type TableRow } from '../../core/plan/plan-columns.js'
import type { PlanFileError } from '../../core/plan/raw-plan.js'
import type { Result } from '../../core/plan/result.js'
import { newId } from '../../store/new-id.js'
import type { PlanRevision } from '../../store/repository/plans.js'
import { localDate, type Team } from '../../store/repository/teams.js'
import { type Actor, mustManage, pendingOf, type Visitor } from '../access/visitor.js'
import type { App } from '../app.js'
import { UserError } from '../user-error.js'
import { importPlan } from './import.js'
import { periodChoices } from './plan-period.js'
import { type PlanSource, tableOf } from './plan-source.js'
import { type PlanPreview, previewPlanSource } from './preview.js'

/** A table whose headers are not ours, kept for a day until somebody has said what they mean. */
export interface ForeignTable extends Omit<MappedTable, 'months' | 'quarter'> {
  readonly id: string
  readonly rows: readonly TableRow[]
  readonly hasMonths: boolean
  /** Periods to choose from where no column has them. */
  readonly periods: readonly string[]
}

/** What the table would come to: nothing is kept by it. */
export interface TableTrial {
  readonly table: ForeignTable
  readonly outcome: Result<PlanPreview, PlanFileError[]>
}

/** Codes that mean "these columns are not ours". */
const HEADER_CODES: ReadonlySet<string> = new Set(['unknown-column', 'column-missing', 'column-unnamed', 'column-twice', 'header-missing'])

const KIND = 'plan-table'

/** More would be no team's plan, and the rows are kept in one piece. */
const MOST_ROWS = 2_000

/**
 * For a source that was refused over its headers: keeps the table with a guess of what its columns mean.
 *
 * @returns undefined where the headers are not what is wrong, or nothing in it looks like a header
 */
export async function keepForeignTable(
  app: App,
  actor: Actor,
  source: PlanSource,
  errors: readonly PlanFileError[],
): Promise<string | undefined> {
  mustManage(actor)
  if (!errors.some(({ code }) => HEADER_CODES.has(code))) return undefined
  const sent = await tableOf(source)
  const rows = sent && withYears(sent, localDate(actor.team, app.now()))
  const guess = rows && rows.length <= MOST_ROWS ? guessColumns(rows) : undefined
  if (rows === undefined || guess === undefined) return undefined
  const id = newId()
  const periods = periodsFor(actor.team, app, guess)
  const mapping = { ...guess.mapping, period: guess.mapping.period || (periods[0] ?? '') }
  const state: z.input<typeof kept> = {
    teamId: actor.team.id,
    line: guess.line,
    headers: [...guess.headers],
    rows: rows.map(({ line, cells }) => ({ line, cells: [...cells] })),
    mapping,
    periods,
    hasMonths: guess.months.length > 0,
  }
  await app.transaction(actor.organisationId, async (store) => {
    await store.records.keepPending({ id, personId: actor.personId, kind: KIND, state })
  })
  return id
}

/** What the kept table would come to, row by row. @throws UserError when it is over a day old */
export async function tryTable(app: App, actor: Actor, id: string): Promise<TableTrial> {
  const table = await keptTable(app, actor, id)
  const outcome = await previewPlanSource(app, actor, mapped(table))
  return { table, outcome: outcome.ok ? outcome : { ok: false, error: inTheirWords(table, outcome.error) } }
}

/** Says otherwise what the table's columns mean. @throws UserError when it is over a day old */
export async function mapTable(app: App, actor: Actor, id: string, mapping: ColumnMapping): Promise<void> {
  const { id: _, ...table } = await keptTable(app, actor, id)
  await app.transaction(actor.organisationId, async (store) => {
    await store.records.keepPending({ id, personId: actor.personId, kind: KIND, state: { ...table, teamId: actor.team.id, mapping } })
  })
}

/** Takes the table as its columns are said to be: a draft, or all that is wrong in it. @throws UserError as importPlan does */
export async function importTable(app: App, actor: Actor, id: string): Promise<Result<PlanRevision, PlanFileError[]>> {
  const table = await keptTable(app, actor, id)
  const draft = await importPlan(app, actor, mapped(table))
  return draft.ok ? draft : { ok: false, error: inTheirWords(table, draft.error) }
}

/** @throws UserError when there is none of that id for this person */
export async function keptTable(app: App, actor: Actor, id: string): Promise<ForeignTable> {
  mustManage(actor)
  const found = kept.safeParse(await app.reading(actor.organisationId).records.pending(id, actor.personId, KIND))
  if (!found.success || found.data.teamId !== actor.team.id) throw new UserError('plan-table-gone')
  return { ...found.data, id }
}

/** The team that a kept table is for. @throws UserError when it is over a day old, or somebody else's */
export async function teamOfTable(app: App, visitor: Visitor, id: string): Promise<string> {
  const found = kept.safeParse(await pendingOf(app, visitor, id, KIND))
  if (!found.success) throw new UserError('plan-table-gone')
  return found.data.teamId
}

const source = z.string().max(100)

const kept = z.object({
  teamId: z.string(),
  line: z.int(),
  headers: z.array(z.string()),
  rows: z.array(z.object({ line: z.int(), cells: z.array(z.string()) })),
  mapping: z.object({ period: source, metric: source, amount: source, member: source, weight: source, currency: source }),
  periods: z.array(z.string()),
  hasMonths: z.boolean(),
})

function mapped(table: ForeignTable): PlanSource {
  return { kind: 'table', rows: mapColumns(table.rows, table, table.mapping) }
}

/** Mistakes name the column as the file does, and none where the file has none. */
function inTheirWords({ headers, mapping }: ForeignTable, errors: readonly PlanFileError[]): PlanFileError[] {
  return errors.map((error) => {
    const column = error.column === undefined ? undefined : planColumnBy(error.column)
    if (column === undefined) return error
    const place = placeOf(mapping[column])
    const { column: _, ...unplaced } = error
    return place === undefined ? unplaced : { ...unplaced, column: headers[place] || columnLetters(place) }
  })
}

/** The period that the table's months are of comes first, or a quarter that a header names, in the year in which it is not over. */
function periodsFor(team: Team, app: App, { quarter, months }: MappedTable): string[] {
  const today = localDate(team, app.now())
  const choices = periodChoices(team, today).map(({ id }) => id)
  const [first, last] = [months[0], months.at(-1)].map((id) => (id === undefined ? undefined : parsePeriod(id, team.fiscal)))
  if (first !== undefined && last !== undefined) {
    const around = (['month', 'quarter', 'year'] as const).map((kind) => periodContaining(kind, first.start, team.fiscal))
    return [...new Set([...around.filter(({ end }) => end.until(last.end).sign <= 0).map(({ id }) => id), ...choices])]
  }
  if (quarter === undefined) return choices
  const year = periodContaining('year', today, team.fiscal)
  const ids = [year, nextPeriod(year, team.fiscal)].map(({ id }) => `${id}-Q${quarter}`)
  const open = ids.filter((id) => (parsePeriod(id, team.fiscal)?.end.until(today).sign ?? 1) <= 0)
  return [...new Set([...open, ...choices])]
}
