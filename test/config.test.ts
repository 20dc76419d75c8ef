import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { readConfig } from '../src/config.js'
import { configurationPage } from '../src/documentation.js'

test('without a token the playground is on and the database is embedded', () => {
  const read = readConfig({})
  expect(
    read.ok && {
      playground: read.config.playground,
      slack: read.config.slack,
      telegram: read.config.telegram,
      database: read.config.database.kind,
    },
  ).toEqual({
    playground: { host: '127.0.0.1' },
    slack: undefined,
    telegram: undefined,
    database: 'embedded',
  })
})

test('a platform token switches the playground off unless it is asked for', () => {
  const slack = { SLACK_BOT_TOKEN: 'xoxb-1', SLACK_APP_TOKEN: 'xapp-1' }
  const off = readConfig(slack)
  const on = readConfig({ ...slack, PACESETTER_PLAYGROUND: 'on' })
  expect(off.ok && off.config.playground).toBeUndefined()
  expect(on.ok && on.config.playground).toEqual({ host: '127.0.0.1' })
})

test.each([
  { env: { SLACK_APP_TOKEN: 'xapp-1' }, variable: 'SLACK_BOT_TOKEN' },
  { env: { SLACK_BOT_TOKEN: 'xoxb-1' }, variable: 'SLACK_APP_TOKEN' },
  { env: { SLACK_BOT_TOKEN: 'nonsense' }, variable: 'SLACK_BOT_TOKEN' },
  { env: { TELEGRAM_BOT_TOKEN: 'nonsense' }, variable: 'TELEGRAM_BOT_TOKEN' },
  { env: { TELEGRAM_BOT_TOKEN: '1:a', TELEGRAM_WEBHOOK_URL: 'https://a.example/t' }, variable: 'TELEGRAM_WEBHOOK_SECRET' },
  { env: { TELEGRAM_WEBHOOK_URL: 'https://a.example/t' }, variable: 'TELEGRAM_BOT_TOKEN' },
  { env: { PORT: 'http' }, variable: 'PORT' },
  { env: { PACESETTER_NOW: 'tomorrow' }, variable: 'PACESETTER_NOW' },
  { env: { DATABASE_URL: 'mysql://x' }, variable: 'DATABASE_URL' },
])('$env names $variable and says what it is for', ({ env, variable }) => {
  const read = readConfig(env)
  expect(read.ok).toBe(false)
  if (read.ok) return
  expect(read.problems.map((problem) => problem.variable)).toContain(variable)
  expect(read.problems.every((problem) => problem.problem.length > 20)).toBe(true)
})

test.each([
  { said: ['zh', 'ZH', 'zh-cn', 'zh_CN', 'zh-CN', 'zh-Hans', 'zh_CN.UTF-8'], language: 'zh-CN' },
  { said: ['en', 'EN', 'en-US', 'en_GB.UTF-8', ''], language: 'en' },
  { said: ['zh-TW', 'fr', 'english?'], language: undefined },
])('$said mean $language', ({ said, language }) => {
  const read = said.map((word) => readConfig({ PACESETTER_LANGUAGE: word }))
  expect(read.map((each) => (each.ok ? each.config.language : undefined))).toEqual(said.map(() => language))
})

test('an empty variable counts as absent', () => {
  expect(readConfig({ SLACK_BOT_TOKEN: '', PORT: ' ' }).ok).toBe(true)
})

test('docs/configuration.md is current', () => {
  expect(readFileSync(new URL('../docs/configuration.md', import.meta.url), 'utf8')).toBe(configurationPage())
})
