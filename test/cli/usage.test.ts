import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { startupReport } from '../../src/cli/startup-report.js'
import { readConfig } from '../../src/config.js'
import { commandsOn, pacesetterOn } from './pacesetter.js'

const folder = mkdtempSync(join(tmpdir(), 'pacesetter-usage-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const untouched = join(folder, 'none')
const pacesetter = commandsOn(untouched)

test('an operator reads it on stderr, and a script by how it ends', () => {
  const operator = pacesetterOn(untouched)
  expect(operator(['dance'])).toEqual({ status: 2, stdout: '', stderr: expect.stringContaining('There is no command "dance"') })
  expect(operator(['help'])).toEqual({ status: 0, stdout: expect.stringContaining('npx pacesetter'), stderr: '' })
})

test.each([
  { words: ['start', '--port', '3'], status: 2, says: "Unknown option '--port'.\nUsage" },
  { words: ['doctor', 'now'], status: 2, says: '"now" is one word too many for doctor' },
  { words: ['backup', 'one.tar.gz', 'two.tar.gz'], status: 2, says: '"two.tar.gz" is one word too many' },
  { words: ['post', 'morning', '--team', 'East', '--force'], status: 2, says: '--force does not go with post' },
  { words: ['post', 'noon'], status: 2, says: 'Say which post' },
  { words: ['post', 'morning', '--team', 'East', '--at', 'soon'], status: 2, says: '"soon" is no instant' },
  { words: ['plan', 'preview'], status: 2, says: 'Say what and which file' },
  { words: ['plan', 'preview', 'nowhere.yaml'], status: 1, says: 'There is no file nowhere.yaml' },
  { words: ['plan', 'export', 'plan.csv'], status: 2, says: 'A plan is written as .yaml or .xlsx' },
  { words: ['backup', 'unmade.tar.gz'], status: 1, says: 'There is no database in' },
  { words: ['restore', 'nowhere.tar.gz'], status: 1, says: 'There is no file nowhere.tar.gz' },
  { words: ['restore', 'package.json', '--force'], status: 1, says: 'package.json is no backup of Pacesetter, or it is damaged' },
])('$words ends with $status, says why on stderr, and makes no database', async ({ words, status, says }) => {
  const run = await pacesetter(words)
  expect(run.stderr).toContain(says)
  expect(run.status).toBe(status)
  expect(run.stdout).toBe('')
  expect(existsSync(untouched)).toBe(false)
})

const OAUTH = {
  SLACK_SIGNING_SECRET: 'signing',
  SLACK_CLIENT_ID: '1.2',
  SLACK_CLIENT_SECRET: 'secret',
  SLACK_STATE_SECRET: 'a state secret of its own',
  PACESETTER_SECRET_KEY: 'ab'.repeat(32),
}

test('the startup report names what is set and passed over', () => {
  const reported = (env: Record<string, string>) => {
    const read = readConfig(env)
    return read.ok ? startupReport(read.config, 3000) : ''
  }
  expect(reported({ ...OAUTH, SLACK_BOT_TOKEN: 'xoxb-1', SLACK_APP_TOKEN: 'xapp-1' })).toMatch(
    /install at \/slack\/install\)\n +SLACK_BOT_TOKEN is passed over, since .*\n +SLACK_APP_TOKEN is passed over/,
  )
  expect(reported(OAUTH)).not.toContain('passed over')
})

test('the doctor names the variable that is wrong', async () => {
  const wrong = await pacesetter(['doctor'], { SLACK_BOT_TOKEN: 'xoxb-fake-token' })
  expect(wrong.status).toBe(1)
  expect(wrong.stderr).toContain('SLACK_APP_TOKEN is missing')
  const tokenless = await pacesetter(['doctor'], { TELEGRAM_WEBHOOK_URL: 'https://bot.example/telegram' })
  expect(tokenless).toMatchObject({ status: 1, stdout: '' })
  expect(tokenless.stderr).toContain(
    '✗ TELEGRAM_BOT_TOKEN is missing: TELEGRAM_WEBHOOK_URL needs it. Token of the Telegram bot, from @BotFather (digits, a colon, then letters and digits).',
  )
  const half = await pacesetter(['doctor'], { SLACK_SIGNING_SECRET: 'signing' })
  expect([half.status, half.stdout]).toEqual([1, expect.stringContaining('✗ Slack: off, though SLACK_SIGNING_SECRET is set')])
  const both = await pacesetter(['doctor'], { ...OAUTH, SLACK_BOT_TOKEN: 'xoxb-1' })
  expect([both.status, both.stdout]).toEqual([
    1,
    expect.stringContaining('✗ Slack: SLACK_BOT_TOKEN is passed over, since SLACK_CLIENT_ID is set'),
  ])
  expect((await pacesetter(['doctor'], OAUTH)).status).toBe(0)
  const unreachable = await pacesetter(['doctor'], { TELEGRAM_BOT_TOKEN: '1:fake', TELEGRAM_API_ROOT: 'http://127.0.0.1:9' })
  expect(unreachable.status).toBe(1)
  expect(unreachable.stdout).toContain('Telegram: cannot be reached')
  const { status, stdout } = await pacesetter(['doctor'])
  expect([status, stdout]).toEqual([0, expect.stringContaining('by the first start')])
  expect(existsSync(untouched)).toBe(false)
})
