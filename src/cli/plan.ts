import { existsSync } from 'node:fs'
import { readFile, writeFile } from 'node:fs/promises'
import { Temporal } from 'temporal-polyfill'
import { z } from 'zod'
import { systemActor } from '../app/access/system-actor.js'
import type { Actor } from '../app/access/visitor.js'
import { type App, createApp } from '../app/app.js'
import { exportPlan, planFigures } from '../app/plan/export.js'
import { importPlan } from '../app/plan/import.js'
import { type PlanPreview, previewPlanSource } from '../app/plan/preview.js'
import { publishPlan } from '../app/plan/publish.js'
import { blockedOf } from '../app/plan/publish-gate.js'
import { writeXlsx } from '../app/spreadsheet/write-xlsx.js'
import { teamByName } from '../app/team/by-name.js'
import { UserError } from '../app/user-error.js'
import { checkLines } from '../chat/cards/plan-checks/checks.js'
import { planErrorText } from '../chat/cards/plan-errors.js'
import { planPreviewCard } from '../chat/cards/plan-preview.js'
import { plainCard } from '../chat/plain.js'
import { sayIn } from '../chat/say.js'
import { planSheet } from '../chat/sheets/plan-sheet.js'
import { errorText } from '../chat/text.js'
import { timeSource } from '../jobs/clock.js'
import { openDatabase } from '../store/database.js'
import { type CliCall, configFrom } from './call.js'
import { CliError } from './cli-error.js'

const call = z.tuple([z.enum(['preview', 'apply', 'export']), z.string().min(1)])

/** `pacesetter plan preview|apply|export FILE [--team NAME] [--reason WHY] [--json]`: a plan as an Excel, CSV or YAML file; export writes YAML, or a workbook of members by months where the file is called .xlsx. What `apply` changes is told as ever. */
export async function plan({ words, options, env, print }: CliCall): Promise<void> {
  const parsed = call.safeParse(words)
  if (!parsed.success) throw new CliError('Say what and which file: npx pacesetter plan preview plan.yaml --team "East"', 2)
  const [verb, file] = parsed.data
  if (verb === 'export' && !EXPORTED.test(file))
    throw new CliError(`A plan is written as .yaml or .xlsx: npx pacesetter plan export plan.xlsx`, 2)
  mustBeThere(verb, file)
  const config = configFrom(env)
  const database = await openDatabase(config.database)
  const time = timeSource(config.startAt, () => Temporal.Now.instant())
  const app = createApp(database, time.now)
  try {
    const actor = systemActor(await teamByName(app, options.team), app.now())
    const result = verb === 'export' ? await exported(app, actor, file) : await fromFile(app, actor, verb, file, options.reason)
    print(options.json === true ? JSON.stringify(result.facts) : result.words)
  } catch (error) {
    if (error instanceof UserError) throw new CliError(sayIn('en')(errorText(error.key, error.facts)))
    throw error
  } finally {
    await database.close()
  }
}

const EXPORTED = /\.(?:ya?ml|xlsx)$/i

/** Seen before the database is opened: a name misspelt makes none. */
function mustBeThere(verb: 'preview' | 'apply' | 'export', file: string): void {
  if (verb === 'export' && existsSync(file)) throw new CliError(`${file} is there already and is not overwritten. Choose another name.`)
  if (verb !== 'export' && !existsSync(file)) throw new CliError(`There is no file ${file}.`)
}

interface Outcome {
  readonly words: string
  readonly facts: unknown
}

async function exported(app: App, actor: Actor, file: string): Promise<Outcome> {
  const isWorkbook = file.toLowerCase().endsWith('.xlsx')
  const say = sayIn(actor.team.language)
  await writeFile(file, isWorkbook ? await writeXlsx(planSheet(await planFigures(app, actor), say)) : await exportPlan(app, actor))
  return { words: `Written to ${file}. Change it and bring it back with: npx pacesetter plan apply ${file}`, facts: { file } }
}

async function fromFile(app: App, actor: Actor, verb: 'preview' | 'apply', file: string, reason: string | undefined): Promise<Outcome> {
  const source = { kind: 'file', bytes: await readFile(file) } as const
  const preview = await previewPlanSource(app, actor, source)
  if (!preview.ok)
    throw new CliError(
      [`${file} cannot be used; nothing was changed:`, ...preview.error.map((error) => `  ${sayIn('en')(planErrorText(error))}`)].join(
        '\n',
      ),
    )
  if (verb === 'preview') return { words: plainCard(planPreviewCard(preview.value), sayIn('en')), facts: factsOf(preview.value) }
  mustPass(preview.value, file, reason)
  const draft = await importPlan(app, actor, source)
  if (!draft.ok) throw new Error(`Cannot apply ${file}: it changed while it was read`)
  const published = await publishPlan(app, actor, draft.value.id, reason === undefined ? undefined : { reason })
  return {
    words: `Published${published.version > 1 ? ` as version ${published.version} of this plan` : ''}. Everybody whose numbers change is told.`,
    facts: { version: published.version, ...factsOf(preview.value) },
  }
}

/** Seen before anything is kept, so that a plan that is stopped leaves no draft behind. */
function mustPass(preview: PlanPreview, file: string, reason = ''): void {
  const { checks, right, way } = preview
  if (way === 'as-is' || (way === 'with-reason' && reason.trim() !== '')) return
  const closed = 'changes published targets, and no adjustment window is open'
  if (blockedOf(checks).length === 0)
    throw new CliError(
      `${file} ${closed}; nothing was changed. Publish it all the same with --reason "…", which everybody whose numbers change is told.`,
    )
  const besides = right.kind === 'closed' ? ` It also ${closed}: one reason is for both.` : ''
  const wayOut = way === 'with-reason' ? `, or publish it all the same with --reason "…".${besides}` : '.'
  const said = plainCard({ lines: checkLines(preview) }, sayIn('en'))
  throw new CliError(`${file} is blocked by what is marked ✗; nothing was changed. Mend it${wayOut}\n${said}`)
}

function factsOf({ period, targets, changes, checks }: PlanPreview) {
  return JSON.parse(
    JSON.stringify({ period: period.id, targets, changes, checks }, (_key, value: unknown) =>
      typeof value === 'bigint' ? value.toString() : value,
    ),
  )
}
