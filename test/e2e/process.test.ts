import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { Temporal } from 'temporal-polyfill'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { type FakeSlack, fakeSlack } from '../support/fake-slack/fake-slack.js'
import { type FakeTelegram, fakeTelegram } from '../support/fake-telegram/fake-telegram.js'
import { freePort } from '../support/free-port.js'
import type { Persona, SeenMessage } from '../support/harness.js'
import { unpack } from '../support/product.js'
import { type Program, startProgram } from '../support/program.js'
import { COMPANIES, speaker } from './company.js'
import { type SettledTeam, settleTeam } from './settled-team.js'

const company = COMPANIES.en
const say = speaker(company)
const revenue = (amount: number) => amount.toLocaleString('en')

let directory: string
let url: string
let env: Record<string, string>
let slack: FakeSlack
let telegram: FakeTelegram
let program: Program
let onSlack: SettledTeam
let onTelegram: SettledTeam
let prompt: SeenMessage

beforeAll(async () => {
  directory = mkdtempSync(join(tmpdir(), 'pacesetter-process-'))
  slack = await fakeSlack({ mode: 'http' })
  telegram = await fakeTelegram()
  const port = await freePort()
  url = `http://127.0.0.1:${port}`
  slack.connectTo(url)
  env = {
    ...slack.env,
    TELEGRAM_API_ROOT: telegram.apiRoot,
    TELEGRAM_BOT_TOKEN: telegram.token,
    TELEGRAM_WEBHOOK_URL: `${url}/telegram`,
    TELEGRAM_WEBHOOK_SECRET: 'a-secret-of-the-tests',
    PORT: String(port),
    HOST: '127.0.0.1',
    DATA_DIR: directory,
  }
  program = startProgram(env, at('2026-01-29T15:00'))
  await program.ready()
}, 180_000)
afterAll(async () => {
  program.kill('SIGKILL')
  await program.ended
  await slack.close()
  await telegram.close()
  rmSync(directory, { recursive: true, force: true })
})

function at(local: string): Temporal.Instant {
  return Temporal.ZonedDateTime.from(`${local}[${company.zone}]`).toInstant()
}

/** Ends it with no farewell, as a power cut does, and starts it on what it has left. */
async function killAndStart(startAt?: Temporal.Instant): Promise<void> {
  program.kill('SIGKILL')
  await program.ended
  const now = program.now()
  program = startProgram(env, startAt ?? now)
  await program.ready()
}

test('it says what it has started, is healthy, and ready once its platforms are connected', async () => {
  expect(program.output()).toContain('Slack       on')
  expect(program.output()).toContain('Telegram    on')
  const line = program
    .output()
    .split('\n')
    .find((each) => each.includes('"msg":"ready"'))
  expect(JSON.parse(line ?? '{}')).toMatchObject({ msg: 'ready', platforms: ['slack', 'telegram'] })
  expect(await (await fetch(`${url}/healthz`)).text()).toBe('up\n')
  const ready = await fetch(`${url}/readyz`)
  expect({ status: ready.status, text: await ready.text() }).toEqual({ status: 200, text: 'ready\n' })
})

test('a second process on the same directory is refused, and told why', { timeout: 60_000 }, async () => {
  const second = startProgram({ ...env, PORT: String(await freePort()) }, at('2026-01-29T15:00'))
  expect(await second.ended).toEqual({ code: 1, signal: null })
  expect(second.output()).toContain('Two processes on one embedded database would lose data')
  expect(second.output()).not.toContain('"msg":"ready"')
})

test('a token that a platform refuses ends it, and it says which and what to do', { timeout: 60_000 }, async () => {
  const elsewhere = mkdtempSync(join(tmpdir(), 'pacesetter-refused-'))
  unpack(inject('emptyDatabase'), elsewhere)
  const own = { ...env, PORT: String(await freePort()), DATA_DIR: elsewhere }
  const onSlackAlone = startProgram(
    { ...own, SLACK_BOT_TOKEN: 'xoxb-4711', TELEGRAM_BOT_TOKEN: '', TELEGRAM_WEBHOOK_URL: '' },
    at('2026-01-29T15:00'),
  )
  expect(await onSlackAlone.ended).toEqual({ code: 1, signal: null })
  const onBoth = startProgram({ ...own, TELEGRAM_BOT_TOKEN: '1:4711' }, at('2026-01-29T15:00'))
  expect(await onBoth.ended).toEqual({ code: 1, signal: null })
  expect(onSlackAlone.output()).toContain('Slack refuses the bot token: invalid_auth\nThe bot was stopped.')
  expect(onBoth.output()).toContain('Telegram refuses getMe: 401 Unauthorized\nThe bot was stopped.')
  expect(onSlackAlone.output() + onBoth.output()).not.toMatch(/4711|\n\s+at /)
  rmSync(elsewhere, { recursive: true, force: true })
})

test('teams are set up on both platforms', { timeout: 120_000 }, async () => {
  onSlack = await settleTeam(slack, company, ['Maya', 'Tom', 'Sam', 'Lena'])
  onTelegram = await settleTeam(telegram, company, ['Priya'])
})

test('killed while it posts the morning, it finds out after the start what has arrived', { timeout: 120_000 }, async () => {
  const title = say('morning-title', { on: { kind: 'date', on: '2026-01-30', style: 'long' } })
  slack.fault('chat.postMessage', { kind: 'reply-lost' })
  await killAndStart(at('2026-01-30T09:00'))
  prompt = await onSlack.channel.waitFor(title, { timeoutMs: 30_000 })
  await killAndStart()
  await expect.poll(() => slack.calls().some(({ method }) => method === 'conversations.history'), { timeout: 30_000 }).toBe(true)
  await onTelegram.channel.waitFor(title, { timeoutMs: 30_000 })
  // The nearest thing to a proof that nothing more comes: what is written after it has come.
  await onSlack.reps[0]?.press(say('check-in'), prompt)
  await onSlack.reps[0]?.form()
  await onSlack.reps[0]?.fill({ 'key-customers': 'Acme' })
  await onSlack.channel.waitFor('Acme', { under: prompt, timeoutMs: 30_000 })
  expect(onSlack.channel.posts().filter(({ text }) => text.includes(title))).toHaveLength(1)
})

test('killed in the middle of check-ins, it keeps every one that was acknowledged, and posts each once', { timeout: 240_000 }, async () => {
  /** What each one's figure may be: the last that was acknowledged, or one sent since that may have been kept. */
  const possible = new Map<string, number[]>()
  let figure = 1_000
  for (const killAfterMs of [0, 10, 40]) {
    // The posts of these wait for their turn, one a second, when the process dies.
    for (const rep of onSlack.reps) {
      figure += 1
      expect(await checkIn(rep, figure)).toBe('acknowledged')
      possible.set(rep.name, [figure])
    }
    const [unlucky] = onSlack.reps
    if (unlucky === undefined) throw new Error('There is no rep')
    figure += 1
    const dying = checkIn(unlucky, figure, () => void wait(killAfterMs).then(() => program.kill('SIGKILL')))
    possible.set(unlucky.name, (await dying) === 'acknowledged' ? [figure] : [...(possible.get(unlucky.name) ?? []), figure])
    await killAndStart()
  }

  for (const rep of onSlack.reps) {
    await rep.command('/checkin evening', onSlack.channel)
    const kept = Number((await rep.form()).fields.find(({ name }) => name === 'revenue')?.value)
    await rep.fill({ success: `Done, says ${rep.name}` })
    expect(possible.get(rep.name)).toContain(kept)
    const post = await onSlack.channel.waitFor(`Done, says ${rep.name}`, { under: prompt, timeoutMs: 30_000 })
    expect(post.text).toContain(revenue(kept))
    const title = say('check-in-post-evening', { name: rep.name })
    expect(onSlack.channel.posts().filter(({ text }) => text.includes(title))).toHaveLength(1)
  }
})

/** @returns `unknown` when nobody said that it had come */
async function checkIn(rep: Persona, amount: number, meanwhile: () => void = () => {}): Promise<'acknowledged' | 'unknown'> {
  await rep.command('/checkin evening', onSlack.channel)
  await rep.form({ timeoutMs: 30_000 })
  const before = slack.violations().length
  const sent = rep.fill({ revenue: String(amount) })
  meanwhile()
  await sent
  return slack.violations().length > before ? 'unknown' : 'acknowledged'
}

test('a form on Telegram that was begun before it was killed is finished after it', { timeout: 120_000 }, async () => {
  const [priya] = onTelegram.reps
  if (priya === undefined) throw new Error('There is no rep')
  await priya.command('/checkin evening', onTelegram.channel)
  await priya.form()
  // Once a press is answered, where the dialogue stands is kept.
  await priya.press(`✏️ ${say('metric-visits')}`)
  await killAndStart()
  await priya.fill({ visits: '4', success: 'Met the owner & the <boss>' })
  const post = await onTelegram.channel.waitFor('Met the owner & the <boss>', { timeoutMs: 30_000 })
  expect(post.text).toContain(say('day-number-reached', { metric: say('metric-visits'), done: 4, target: 3 }))
})

test('SIGTERM finishes the work in hand and ends with 0 within ten seconds', { timeout: 60_000 }, async () => {
  const rep = onSlack.reps[1]
  await rep?.command('/checkin evening', onSlack.channel)
  await rep?.form()
  const sent = rep?.fill({ success: 'The last thing today' })
  const began = performance.now()
  program.kill('SIGTERM')
  expect(await program.ended).toEqual({ code: 0, signal: null })
  expect(performance.now() - began).toBeLessThan(10_000)
  await sent
})

test('and the platforms’ rules were kept, but for what came late while nobody was there', () => {
  expect(slack.violations().filter((violation) => !/was not acknowledged|after 3 s/.test(violation))).toEqual([])
  expect(telegram.violations()).toEqual([])
})
