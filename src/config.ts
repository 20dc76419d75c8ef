import { resolve } from 'node:path'
import { Temporal } from 'temporal-polyfill'
import { z } from 'zod'

const filled = z.string().trim().min(1)
const apiRoot = z.url({ protocol: /^https?$/ })

/**
 * Every variable the product reads, with what it does: docs/configuration.md is made of this table, and nothing else reads the environment.
 * An empty variable counts as absent, since that is how people switch one off in a file.
 */
const variables = {
  SLACK_BOT_TOKEN: filled
    .startsWith('xoxb-')
    .optional()
    .describe('Bot token of the Slack app (xoxb-…). With SLACK_APP_TOKEN: Socket Mode; with SLACK_SIGNING_SECRET: HTTP.'),
  SLACK_APP_TOKEN: filled.startsWith('xapp-').optional().describe('App-level token (xapp-…) with connections:write, for Socket Mode.'),
  SLACK_SIGNING_SECRET: filled.optional().describe('Signing secret, for HTTP. Slack sends to /slack/events.'),
  SLACK_CLIENT_ID: filled
    .optional()
    .describe(
      'With the two below: OAuth install for many workspaces, from /slack/install. SLACK_BOT_TOKEN and SLACK_APP_TOKEN are passed over then.',
    ),
  SLACK_CLIENT_SECRET: filled.optional().describe('Client secret of the Slack app.'),
  SLACK_STATE_SECRET: filled
    .min(16)
    .optional()
    .describe('Any random string of at least 16 characters: signs the state of an installation under way.'),
  SLACK_API_URL: apiRoot.endsWith('/').optional().describe('Another root of Slack’s API, with a trailing slash. For tests.'),
  TELEGRAM_BOT_TOKEN: filled
    .regex(/^\d+:[\w-]+$/)
    .optional()
    .describe('Token of the Telegram bot, from @BotFather (digits, a colon, then letters and digits).'),
  TELEGRAM_WEBHOOK_URL: z
    .url({ protocol: /^https?$/ })
    .optional()
    .describe('Public address Telegram sends to. Without it: long polling, which needs no public address.'),
  TELEGRAM_WEBHOOK_SECRET: filled
    .regex(/^[\w-]{16,256}$/)
    .optional()
    .describe('16 to 256 letters, digits, _ and -: Telegram sends it along, and nothing else is believed.'),
  TELEGRAM_API_ROOT: apiRoot
    .refine((url) => !url.endsWith('/'))
    .optional()
    .describe('Another root of Telegram’s API, without a trailing slash. For tests.'),
  PACESETTER_SECRET_KEY: filled
    .regex(/^[0-9a-fA-F]{64}$/)
    .optional()
    .describe('64 hexadecimal digits: encrypts the tokens of workspaces installed by OAuth. Make one with: openssl rand -hex 32'),
  PACESETTER_LANGUAGE: z
    .preprocess(languageMeant, z.enum(['en', 'zh-CN']))
    .default('en')
    .describe('Language of the demo team: en or zh-CN (zh is enough).'),
  PACESETTER_PLAYGROUND: z.enum(['on', 'off']).optional().describe('on or off. Unset: on while no platform token is set.'),
  PACESETTER_PLAYGROUND_HOST: filled
    .default('127.0.0.1')
    .describe('Address the playground listens on. Anybody who reaches it can act as anybody: keep it on loopback.'),
  PACESETTER_NOW: z
    .string()
    .refine(isInstant)
    .optional()
    .describe('An ISO instant at which the bot’s clock starts and runs on from there. For demos and tests.'),
  DATABASE_URL: z
    .url({ protocol: /^postgres(ql)?$/ })
    .optional()
    .describe('A PostgreSQL server (postgresql://user:password@host/database). Unset: the embedded database in DATA_DIR.'),
  DATABASE_CONNECTIONS: z.coerce.number().int().min(2).max(100).default(10).describe('Connections to the server at most.'),
  DATA_DIR: filled.default('./data').describe('Folder of the embedded database.'),
  PORT: z.coerce.number().int().min(0).max(65_535).default(3000).describe('Port of the web server.'),
  HOST: filled.default('0.0.0.0').describe('Address the web server listens on when a platform’s webhooks need it.'),
  PACESETTER_METRICS: z
    .enum(['on', 'off'])
    .default('off')
    .describe('on serves GET /metrics in Prometheus’ format on the same port. Keep that path off the public internet.'),
  LOG_LEVEL: z
    .enum(['debug', 'info', 'warn', 'error'])
    .default('info')
    .describe('What the log holds. Never what people typed, never a token.'),
}

const environment = z.object(variables)
export type Config = ReturnType<typeof configOf>

/** What is wrong with the environment, a variable at a time: which, and what it does. */
export interface ConfigProblem {
  readonly variable: string
  readonly problem: string
}

export function readConfig(
  env: Readonly<Record<string, string | undefined>>,
): { ok: true; config: Config } | { ok: false; problems: ConfigProblem[] } {
  const given = Object.fromEntries(
    Object.entries(env).filter(([name, value]) => name in variables && value !== undefined && value.trim() !== ''),
  )
  const parsed = environment.safeParse(given)
  if (!parsed.success) {
    return {
      ok: false,
      problems: parsed.error.issues.map((issue) => {
        const variable = String(issue.path[0] ?? '')
        return { variable, problem: `is not right. ${describe(variable)}` }
      }),
    }
  }
  const problems = contradictions(parsed.data)
  return problems.length > 0 ? { ok: false, problems } : { ok: true, config: configOf(parsed.data) }
}

/** Name, meaning and default of every variable, for the documentation. */
export function documentedVariables(): { name: string; meaning: string; fallback: string | undefined }[] {
  return Object.entries(variables).map(([name, schema]) => {
    const fallback = schema.safeParse(undefined)
    return { name, meaning: describe(name), fallback: fallback.success && fallback.data !== undefined ? String(fallback.data) : undefined }
  })
}

function describe(name: string): string {
  return Object.entries(variables).find(([candidate]) => candidate === name)?.[1].description ?? ''
}

function contradictions(env: z.infer<typeof environment>): ConfigProblem[] {
  const problems: ConfigProblem[] = []
  const needs = (variable: keyof typeof variables, others: readonly (keyof typeof variables)[]) => {
    for (const other of others) {
      if (env[variable] !== undefined && env[other] === undefined)
        problems.push({ variable: other, problem: `is missing: ${variable} needs it. ${describe(other)}` })
    }
  }
  needs('SLACK_APP_TOKEN', ['SLACK_BOT_TOKEN'])
  needs('SLACK_CLIENT_ID', ['SLACK_CLIENT_SECRET', 'SLACK_STATE_SECRET', 'SLACK_SIGNING_SECRET', 'PACESETTER_SECRET_KEY'])
  needs('TELEGRAM_WEBHOOK_URL', ['TELEGRAM_BOT_TOKEN', 'TELEGRAM_WEBHOOK_SECRET'])
  if (env.SLACK_BOT_TOKEN !== undefined && env.SLACK_APP_TOKEN === undefined && env.SLACK_SIGNING_SECRET === undefined) {
    problems.push({
      variable: 'SLACK_APP_TOKEN',
      problem: 'is missing: with SLACK_BOT_TOKEN goes either SLACK_APP_TOKEN (Socket Mode) or SLACK_SIGNING_SECRET (HTTP).',
    })
  }
  return problems
}

function configOf(env: z.infer<typeof environment>) {
  const slack = slackOf(env)
  const telegram =
    env.TELEGRAM_BOT_TOKEN === undefined
      ? undefined
      : {
          token: env.TELEGRAM_BOT_TOKEN,
          apiRoot: env.TELEGRAM_API_ROOT,
          webhook:
            env.TELEGRAM_WEBHOOK_URL === undefined || env.TELEGRAM_WEBHOOK_SECRET === undefined
              ? undefined
              : { url: env.TELEGRAM_WEBHOOK_URL, secret: env.TELEGRAM_WEBHOOK_SECRET },
        }
  const playground =
    env.PACESETTER_PLAYGROUND === 'on' || (env.PACESETTER_PLAYGROUND === undefined && slack === undefined && telegram === undefined)
  return {
    slack,
    /** What is set and means nothing beside the others: by OAuth each workspace brings its own token. */
    passedOver: slack?.connection.mode === 'oauth' ? OAUTH_PASSES_OVER.filter((name) => env[name] !== undefined) : [],
    telegram,
    playground: playground ? { host: env.PACESETTER_PLAYGROUND_HOST } : undefined,
    secretKey: env.PACESETTER_SECRET_KEY === undefined ? undefined : Buffer.from(env.PACESETTER_SECRET_KEY, 'hex'),
    language: env.PACESETTER_LANGUAGE,
    startAt: env.PACESETTER_NOW === undefined ? undefined : Temporal.Instant.from(env.PACESETTER_NOW),
    database:
      env.DATABASE_URL === undefined
        ? { kind: 'embedded' as const, directory: resolve(env.DATA_DIR) }
        : { kind: 'server' as const, url: env.DATABASE_URL, connections: env.DATABASE_CONNECTIONS },
    port: env.PORT,
    host: env.HOST,
    metrics: env.PACESETTER_METRICS === 'on',
    logLevel: env.LOG_LEVEL,
  }
}

const OAUTH_PASSES_OVER = ['SLACK_BOT_TOKEN', 'SLACK_APP_TOKEN'] as const

function slackOf(env: z.infer<typeof environment>) {
  const apiUrl = env.SLACK_API_URL
  if (
    env.SLACK_CLIENT_ID !== undefined &&
    env.SLACK_CLIENT_SECRET !== undefined &&
    env.SLACK_STATE_SECRET !== undefined &&
    env.SLACK_SIGNING_SECRET !== undefined
  ) {
    return {
      apiUrl,
      connection: {
        mode: 'oauth' as const,
        signingSecret: env.SLACK_SIGNING_SECRET,
        clientId: env.SLACK_CLIENT_ID,
        clientSecret: env.SLACK_CLIENT_SECRET,
        stateSecret: env.SLACK_STATE_SECRET,
      },
    }
  }
  if (env.SLACK_BOT_TOKEN === undefined) return undefined
  if (env.SLACK_APP_TOKEN !== undefined)
    return { apiUrl, connection: { mode: 'socket' as const, appToken: env.SLACK_APP_TOKEN, botToken: env.SLACK_BOT_TOKEN } }
  if (env.SLACK_SIGNING_SECRET !== undefined)
    return { apiUrl, connection: { mode: 'http' as const, signingSecret: env.SLACK_SIGNING_SECRET, botToken: env.SLACK_BOT_TOKEN } }
  return undefined
}

/** "zh", "zh_CN", "zh-Hans" and "en_GB.UTF-8" as the language that is meant; other words as they stand. */
function languageMeant(words: unknown): unknown {
  if (typeof words !== 'string') return words
  const plain = words.trim().toLowerCase().replaceAll('_', '-').replace(/\..*$/, '')
  if (/^zh(?:-hans)?(?:-cn)?$/.test(plain)) return 'zh-CN'
  return /^en(?:-[a-z]{2})?$/.test(plain) ? 'en' : words
}

function isInstant(words: string): boolean {
  try {
    Temporal.Instant.from(words)
    return true
  } catch {
    return false
  }
}
