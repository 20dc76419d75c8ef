import type { Config } from '../config.js'

/** What was started, what was not and why, and how to go on; plainly, for whoever sits at the terminal. */
export function startupReport(config: Config, port: number): string {
  return [
    '',
    'Pacesetter',
    `  database    ${config.database.kind === 'embedded' ? `embedded, in ${config.database.directory}` : 'PostgreSQL server (DATABASE_URL)'}`,
    `  Slack       ${config.slack === undefined ? 'off: no SLACK_BOT_TOKEN' : `on (${{ socket: 'Socket Mode', http: 'HTTP, events at /slack/events', oauth: 'HTTP, install at /slack/install' }[config.slack.connection.mode]})`}`,
    ...config.passedOver.map((name) => `              ${name} is passed over, since SLACK_CLIENT_ID sets up OAuth`),
    `  Telegram    ${config.telegram === undefined ? 'off: no TELEGRAM_BOT_TOKEN' : `on (${config.telegram.webhook === undefined ? 'long polling' : 'webhook'})`}`,
    `  playground  ${config.playground === undefined ? 'off: a platform is connected (PACESETTER_PLAYGROUND=on shows it all the same)' : `http://localhost:${port}`}`,
    `  health      http://localhost:${port}/healthz and /readyz`,
    '',
    config.playground === undefined
      ? 'Next: add the bot to a channel and type /team create there. Stop with Ctrl+C.'
      : `Next: open http://localhost:${port} and type /target. The README says how to connect Slack and Telegram. Stop with Ctrl+C.`,
    '',
  ].join('\n')
}
