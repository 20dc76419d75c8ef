import { readConfig } from '../config.js'
import { isMade, openDatabase } from '../store/database.js'
import type { CliCall } from './call.js'
import { CliError } from './cli-error.js'

/** `pacesetter doctor`: reads the environment, opens the database, asks each platform who the bot is, and says what is wrong. */
export async function doctor({ env, print }: CliCall): Promise<void> {
  const read = readConfig(env)
  if (!read.ok) throw new CliError(read.problems.map(({ variable, problem }) => `✗ ${variable} ${problem}`).join('\n'))
  const { config } = read
  const findings = [await databaseFinding(config.database), await slackFinding(config.slack), await telegramFinding(config.telegram)]
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
    return { ok: false, words: `database: ${error instanceof Error ? error.message : 'cannot be opened'}` }
  }
}

async function slackFinding(slack: Config['slack']): Promise<Finding> {
  if (slack === undefined) return { ok: true, words: 'Slack: off (no SLACK_BOT_TOKEN)' }
  if (slack.connection.mode === 'oauth') return { ok: true, words: 'Slack: workspaces install the app at /slack/install' }
  const answer = await ask(`${slack.apiUrl ?? 'https://slack.com/api/'}auth.test`, {
    method: 'POST',
    headers: { authorization: `Bearer ${slack.connection.botToken}` },
  })
  if (answer === undefined) return { ok: false, words: 'Slack: cannot be reached from here' }
  return answer.ok === true
    ? { ok: true, words: `Slack: connected as ${answer.user} in ${answer.team}` }
    : { ok: false, words: `Slack: refuses SLACK_BOT_TOKEN (${answer.error})` }
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
