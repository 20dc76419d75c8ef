import { parseArgs } from 'node:util'
import type { CliCall } from './cli/call.js'
import { CliError, usage } from './cli/cli-error.js'
import { DirectoryInUse } from './store/directory-lock.js'

interface Command {
  /** When it is called: a forecast of a file needs no database, no platform and none of their seconds. */
  readonly load: () => Promise<(call: CliCall) => Promise<void>>
  /** How many may follow its name. */
  readonly mostWords: number
  readonly options: readonly (keyof CliCall['options'])[]
}

const FORECASTING = ['as-of', 'horizon', 'level', 'season', 'target', 'targets', 'json'] as const

const COMMANDS: Readonly<Record<string, Command>> = {
  start: { load: async () => (await import('./cli/start.js')).startCommand, mostWords: 0, options: [] },
  post: { load: async () => (await import('./cli/post.js')).post, mostWords: 1, options: ['team', 'at', 'dry-run', 'json'] },
  plan: { load: async () => (await import('./cli/plan.js')).plan, mostWords: 2, options: ['team', 'reason', 'json'] },
  deals: { load: async () => (await import('./cli/deals.js')).deals, mostWords: 2, options: ['team', 'dry-run', 'json'] },
  forecast: { load: async () => (await import('./cli/forecast.js')).forecast, mostWords: 1, options: FORECASTING },
  backtest: { load: async () => (await import('./cli/backtest.js')).backtest, mostWords: 1, options: FORECASTING },
  backup: { load: async () => (await import('./cli/backup.js')).backup, mostWords: 1, options: [] },
  restore: { load: async () => (await import('./cli/backup.js')).restore, mostWords: 1, options: ['force'] },
  doctor: { load: async () => (await import('./cli/doctor.js')).doctor, mostWords: 0, options: [] },
}

/** `npx pacesetter …`. @returns what to exit with: 0 done, 1 could not, 2 called wrongly; why is warned of in words */
export async function run(argv: readonly string[], { env, print, warn }: Pick<CliCall, 'env' | 'print' | 'warn'>): Promise<number> {
  try {
    const { positionals, values } = parse(argv)
    const [name = '', ...words] = positionals
    if (values.help === true || name === 'help') {
      print(usage())
      return 0
    }
    const called = Object.entries(COMMANDS).find(([candidate]) => candidate === name)?.[1]
    if (called === undefined) throw new CliError(name === '' ? usage() : `There is no command "${name}".\n${usage()}`, 2)
    mustBelong(name, called, words, Object.keys(values))
    const command = await called.load()
    await command({ words, options: values, env, print, warn })
    return 0
  } catch (error) {
    warn(wordsOf(error))
    return error instanceof CliError ? error.exitCode : 1
  }
}

/** What a command passes over in silence was meant to do something. @throws CliError */
function mustBelong(name: string, { mostWords, options }: Command, words: readonly string[], given: readonly string[]): void {
  const surplus = words[mostWords]
  if (surplus !== undefined) throw new CliError(`"${surplus}" is one word too many for ${name}.\n${usage()}`, 2)
  const stray = given.find((option) => !options.some((own) => own === option))
  if (stray !== undefined) throw new CliError(`--${stray} does not go with ${name}.\n${usage()}`, 2)
}

function parse(argv: readonly string[]) {
  try {
    return parseArgs({
      args: [...argv],
      allowPositionals: true,
      options: {
        team: { type: 'string' },
        at: { type: 'string' },
        'dry-run': { type: 'boolean' },
        json: { type: 'boolean' },
        force: { type: 'boolean' },
        reason: { type: 'string' },
        'as-of': { type: 'string' },
        horizon: { type: 'string' },
        level: { type: 'string' },
        season: { type: 'string' },
        target: { type: 'string' },
        targets: { type: 'string' },
        help: { type: 'boolean', short: 'h' },
      },
    })
  } catch (error) {
    // Node goes on about arguments that begin with a dash; here none does.
    const said = error instanceof Error ? error.message.replace(/\. To specify a positional[\s\S]*/, '.') : 'Wrong usage.'
    throw new CliError(`${said}\n${usage()}`, 2)
  }
}

function wordsOf(error: unknown): string {
  if (error instanceof CliError) return error.message
  if (error instanceof DirectoryInUse) {
    return `${error.message}. Two processes on one embedded database would lose data: stop the other one first, or use a PostgreSQL server (DATABASE_URL), which many may share.`
  }
  if (error instanceof Error && 'code' in error && error.code === 'EADDRINUSE')
    return 'The port is taken by another program. Choose another with PORT=3001.'
  return error instanceof Error ? (error.stack ?? error.message) : String(error)
}
