import { readConfig } from '../config.js'
import { isMade, openDatabase } from '../store/database.js'
import { DirectoryInUse } from '../store/directory-lock.js'
import type { CliCall } from './call.js'
import { CliError } from './cli-error.js'

/** `pacesetter doctor`: reads the environment, opens the database, asks each platform who the bot is, and says what is wrong. */
export async function doctor({ env, print }: CliCall): Promise<void> {
  const read = readConfig(env)
  if (!read.ok) throw new CliError(read.problems.map(({ variable, problem }) => `✗ ${variable} ${problem}`).join('\n'))
  const { config } = read
  const findings = [
    await databaseFinding(config.database),
    await slackFinding(config.slack, env),
    ...passedOverFindings(config),
    await telegramFinding(config.telegram),
  ]
  for (const finding of findings) print(`${finding.ok ? '✓' : '✗'} ${finding.words}`)
  if (findings.some((finding) => !finding.ok)) throw new CliError('Something above needs mending.')
}

interface Finding {
  readonly ok: boolean
  readonly words: string
}

type Config = Extract<ReturnType<typeof readConfig>, { ok: true }>['config']

async function databaseFinding(place: Config['database']): Promise<Finding> {
  // To look must not make one.
  if (place.kind === 'embedded' && !isMade(place.directory))
    return { ok: true, words: `database: embedded, made in ${place.directory} by the first start` }
  try {
    await (await openDatabase(place)).close()
    return {
      ok: true,
      words: place.kind === 'embedded' ? `database: embedded, in ${place.directory}` : 'database: the PostgreSQL server answers',
    }
  } catch (error) {
    if (error instanceof DirectoryInUse) return { ok: true, words: `database: embedded, in ${error.directory}; the bot is running on it` }
    return { ok: false, words: `database: ${error instanceof Error ? error.message : 'cannot be opened'}` }
  }
}

/** What means nothing without a token. To start so is allowed, since taking the token away is how Slack is switched off. */
const SLACK_HALVES = ['SLACK_SIGNING_SECRET', 'SLACK_CLIENT_SECRET', 'SLACK_STATE_SECRET'] as const

function offFinding(env: CliCall['env']): Finding {
  const half = SLACK_HALVES.find((name) => (env[name] ?? '').trim() !== '')
  if (half === undefined) return { ok: true, words: 'Slack: off (no SLACK_BOT_TOKEN)' }
  return {
    ok: false,
    words: `Slack: off, though ${half} is set: it goes with SLACK_BOT_TOKEN, or with SLACK_CLIENT_ID for many workspaces`,
  }
}

/** A workspace whose token is set but has not installed the app is not connected, and nothing else would say so. */
function passedOverFindings({ passedOver }: Config): Finding[] {
  return passedOver.map((name) => ({
    ok: false,
    words: `Slack: ${name} is passed over, since SLACK_CLIENT_ID is set: take one of them away. By OAuth every workspace installs the app at /slack/install`,
  }))
}

async function slackFinding(slack: Config['slack'], env: CliCall['env']): Promise<Finding> {
  if (slack === undefined) return offFinding(env)
  if (slack.connection.mode === 'oauth') return { ok: true, words: 'Slack: workspaces install the app at /slack/install' }
  const root = slack.apiUrl ?? 'https://slack.com/api/'
  const answer = await ask(`${root}auth.test`, {
    method: 'POST',
    headers: { authorization: `Bearer ${slack.connection.botToken}` },
  })
  if (answer === undefined) return { ok: false, words: 'Slack: cannot be reached from here' }
  if (answer.ok !== true) return { ok: false, words: `Slack: refuses SLACK_BOT_TOKEN (${answer.error})` }
  if (slack.connection.mode === 'socket') {
    const opened = await ask(`${root}apps.connections.open`, {
      method: 'POST',
      headers: { authorization: `Bearer ${slack.connection.appToken}` },
    })
    if (opened?.ok !== true) return { ok: false, words: `Slack: refuses SLACK_APP_TOKEN (${opened?.error ?? 'no answer'})` }
  }
  return { ok: true, words: `Slack: connected as ${answer.user} in ${answer.team}` }
}

async function telegramFinding(telegram: Config['telegram']): Promise<Finding> {
  if (telegram === undefined) return { ok: true, words: 'Telegram: off (no TELEGRAM_BOT_TOKEN)' }
  const answer = await ask(`${telegram.apiRoot ?? 'https://api.telegram.org'}/bot${telegram.token}/getMe`, { method: 'POST' })
  if (answer === undefined) return { ok: false, words: 'Telegram: cannot be reached from here' }
  return answer.ok === true
    ? { ok: true, words: 'Telegram: the token is right' }
    : { ok: false, words: `Telegram: refuses TELEGRAM_BOT_TOKEN (${answer.description})` }
}

async function ask(url: string, init: RequestInit): Promise<Record<string, unknown> | undefined> {
  try {
    const answer: unknown = await (await fetch(url, { ...init, signal: AbortSignal.timeout(10_000) })).json()
    return typeof answer === 'object' && answer !== null ? { ...answer } : undefined
  } catch {
    return undefined
  }
}
