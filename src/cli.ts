import { parseArgs } from 'node:util'
import type { CliCall } from './cli/call.js'
import { CliError, usage } from './cli/cli-error.js'
import { DirectoryInUse } from './store/directory-lock.js'

/** Each is loaded when it is called: a forecast of a file needs no database, no platform and none of their seconds. */
const COMMANDS = {
  start: async () => (await import('./cli/start.js')).startCommand,
  post: async () => (await import('./cli/post.js')).post,
  plan: async () => (await import('./cli/plan.js')).plan,
  deals: async () => (await import('./cli/deals.js')).deals,
  forecast: async () => (await import('./cli/forecast.js')).forecast,
  backtest: async () => (await import('./cli/backtest.js')).backtest,
  backup: async () => (await import('./cli/backup.js')).backup,
  restore: async () => (await import('./cli/backup.js')).restore,
  doctor: async () => (await import('./cli/doctor.js')).doctor,
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
    const load = Object.entries(COMMANDS).find(([candidate]) => candidate === name)?.[1]
    if (load === undefined) throw new CliError(name === '' ? usage() : `There is no command "${name}".\n${usage()}`, 2)
    const command = await load()
    await command({ words, options: values, env, print, warn })
    return 0
  } catch (error) {
    warn(wordsOf(error))
    return error instanceof CliError ? error.exitCode : 1
  }
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
