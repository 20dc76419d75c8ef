import { Temporal } from 'temporal-polyfill'
import { z } from 'zod'
import { systemActor } from '../app/access/system-actor.js'
import { createApp } from '../app/app.js'
import type { Double } from '../app/deal/doubles.js'
import { type DealImport, importDeals } from '../app/deal/import.js'
import { teamByName } from '../app/team/by-name.js'
import { UserError } from '../app/user-error.js'
import { sayIn } from '../chat/say.js'
import { errorText } from '../chat/text.js'
import type { FileRow } from '../core/pipeline/deal-columns.js'
import type { ImportCode, RowRemark } from '../core/pipeline/deal-file.js'
import { timeSource } from '../jobs/clock.js'
import { openDatabase } from '../store/database.js'
import { type CliCall, configFrom } from './call.js'
import { CliError } from './cli-error.js'
import { remarkSentence } from './forecast-words.js'
import { openHistory } from './history-file.js'

const call = z.tuple([z.literal('import'), z.string().min(1)])

/** `pacesetter deals import FILE.csv [--team NAME] [--dry-run] [--json]`: a team's deals out of a CSV file, all or none. A dry run tells what would come. */
export async function deals({ words, options, env, print }: CliCall): Promise<void> {
  const parsed = call.safeParse(words)
  if (!parsed.success) throw new CliError('Say which file: npx pacesetter deals import deals.csv --team "East" --dry-run', 2)
  const [, file] = parsed.data
  const rows = await rowsOf(file)
  const config = configFrom(env)
  const database = await openDatabase(config.database)
  const time = timeSource(config.startAt, () => Temporal.Now.instant())
  const app = createApp(database, time.now)
  const keep = options['dry-run'] === true ? 'nothing' : 'all'
  try {
    const actor = systemActor(await teamByName(app, options.team), app.now())
    const result = await importDeals(app, actor, rows, { keep })
    if (options.json === true) print(JSON.stringify(factsOf(result)))
    if (result.problems.length > 0) throw new CliError(problemWords(file, result))
    if (options.json !== true) print(doneWords(result, keep))
  } catch (error) {
    if (error instanceof UserError) throw new CliError(sayIn('en')(errorText(error.key, error.facts)))
    throw error
  } finally {
    await database.close()
  }
}

/** More than a team has in ten years; a larger file is somebody else's. */
const MOST_ROWS = 50_000

async function rowsOf(file: string): Promise<FileRow[]> {
  const rows: FileRow[] = []
  for await (const row of (await openHistory(file)).rows()) {
    if (rows.push(row) > MOST_ROWS) throw new CliError(`${file} has more than ${MOST_ROWS} rows. Import it in parts.`)
  }
  return rows
}

function problemWords(file: string, { problems }: DealImport): string {
  return [
    `${file} cannot be imported; nothing was changed:`,
    ...problems.map((problem) => `  ${remarkWords(problem).replace('Left out, ', '')}`),
  ].join('\n')
}

function doneWords({ deals: read, notes, added, known, doubles }: DealImport, keep: 'all' | 'nothing'): string {
  const open = read.filter(({ end }) => end.kind === 'open').length
  const won = read.filter(({ end }) => end.kind === 'won').length
  const found = `${read.length} ${read.length === 1 ? 'deal' : 'deals'}: ${open} open, ${won} won, ${read.length - open - won} lost.`
  const kept = `Added ${added}${known > 0 ? `; ${known} were there already and stay as they are` : ''}.`
  return [
    ...notes.map((note) => `  ${remarkWords(note)}`),
    ...doubles.map(doubleWords),
    found,
    keep === 'all' ? kept : 'A dry run: nothing was changed.',
  ].join('\n')
}

function doubleWords({ line, name, owner, there }: Double): string {
  const other = there.kind === 'row' ? `row ${there.line} has one too` : `there is one opened ${there.openedOn}, in ${there.place}`
  return `  row ${line}: “${name}” of ${owner} may be there already: ${other}.`
}

function remarkWords({ code, line, found, near }: RowRemark): string {
  const place = line === 0 ? '' : `row ${line}: `
  const words = code in SENTENCES ? SENTENCES[code as ImportCode] : remarkSentence(code as Exclude<RowRemark['code'], ImportCode>)
  return `${place}${words}${found === '' ? '' : ` (“${found}”)`}.${near === undefined ? '' : ` Did you mean ${near}?`}`
}

const SENTENCES: Readonly<Record<ImportCode, string>> = {
  'columns-missing': 'The file has not all columns that it needs; it lacks',
  'owner-missing': 'Whose it is, is missing: write the name of a member of the team',
  'owner-unknown': 'Nobody in the team, or more than one, is called so',
  'owner-left': 'The owner has left the team: an open deal needs somebody who is there',
  'name-missing': 'The name of the deal or the customer is missing',
  'stage-unknown': 'The stage is none of lead, needs, proposal, negotiation',
  'value-too-large': 'The value is too large',
  'closed-unread': 'The day it was closed cannot be read',
  'opened-ahead': 'It would be opened on a day still to come',
  'closed-ahead': 'It would be closed on a day still to come',
  'focus-unknown': 'The plan that runs names no such strategic focus',
  'focus-unused': 'No plan that runs names a strategic focus: that column is left out',
  'stage-taken': 'The stage is missing: taken as lead',
}

function factsOf({ deals: read, problems, notes, added, doubles }: DealImport) {
  return { deals: read.length, added, problems, notes, doubles }
}
