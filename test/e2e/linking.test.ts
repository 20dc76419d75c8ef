import { afterAll, beforeAll, expect, test } from 'vitest'
import { type FakeSlack, fakeSlack } from '../support/fake-slack/fake-slack.js'
import { type FakeTelegram, fakeTelegram } from '../support/fake-telegram/fake-telegram.js'
import type { Persona } from '../support/harness.js'
import { type Product, startProduct } from '../support/product.js'
import { COMPANIES, speaker } from './company.js'
import { privateText, type SettledTeam, settleTeam } from './settled-team.js'

const company = COMPANIES.en
const say = speaker(company)
const today = { kind: 'date', on: '2026-01-29', style: 'weekday' } as const

let slack: FakeSlack
let telegram: FakeTelegram
let product: Product
let team: SettledTeam
let maya: Persona
let mayaOnTelegram: Persona

beforeAll(async () => {
  slack = await fakeSlack({ mode: 'socket' })
  telegram = await fakeTelegram()
  product = await startProduct(
    { ...slack.env, TELEGRAM_API_ROOT: telegram.apiRoot, TELEGRAM_BOT_TOKEN: telegram.token },
    `2026-01-29T10:00[${company.zone}]`,
  )
  team = await settleTeam(slack, company)
  maya = await slack.person('Maya')
  mayaOnTelegram = await telegram.person('M. Ortiz', { language: 'en' })
}, 120_000)
afterAll(async () => {
  await product.stop()
  expect([...slack.violations(), ...telegram.violations()]).toEqual([])
  await slack.close()
  await telegram.close()
})

async function linkLine(person: Persona): Promise<string> {
  const before = person.privately().length
  await person.command('/team link', team.channel)
  await expect.poll(() => person.privately().length, { timeout: 5_000 }).toBeGreaterThan(before)
  return /\/team link [A-Z2-9]{10}/.exec(person.privately().at(-1)?.text ?? '')?.[0] ?? 'no code'
}

test('a code from Slack, sent in private on Telegram, makes both accounts one person', async () => {
  await mayaOnTelegram.command('/target')
  await mayaOnTelegram.waitForPrivately(say('error-no-team-private'))
  const line = await linkLine(maya)
  await mayaOnTelegram.command(line)
  await mayaOnTelegram.waitForPrivately(say('link-done'))
  await mayaOnTelegram.command('/target')
  const target = await mayaOnTelegram.waitForPrivately(say('target-title-me', { when: today }))
  expect(target.text).toContain('20,000')

  await mayaOnTelegram.command('/log 2 visits')
  await mayaOnTelegram.waitForPrivately('Visits 2')
  await maya.command('/target', team.channel)
  expect((await maya.waitForPrivately(say('target-title-me', { when: today }))).text).toMatch(/Visits.*2.*3/)

  await mayaOnTelegram.command('/checkin')
  await mayaOnTelegram.form()
  await mayaOnTelegram.fill({ 'key-customers': 'Acme & <Sons>' })
  // The team's posts are where the team is at home, by the name it knows the person by.
  const post = await team.channel.waitFor(say('check-in-post-morning', { name: 'Maya' }), { timeoutMs: 20_000 })
  expect(post.text).toContain('Acme & <Sons>')
})

test('a code works once, and for nobody by chance', async () => {
  const stranger = await telegram.person('Stranger', { language: 'en' })
  const line = await linkLine(team.reps[1] ?? maya)
  const tom = await telegram.person('Tom on Telegram', { language: 'en' })
  await tom.command(line)
  await tom.waitForPrivately(say('link-done'))
  await stranger.command(line)
  await stranger.waitForPrivately(say('error-link-code'))
  await stranger.command('/team link ABCDEFGHJK')
  await expect.poll(() => stranger.privately().filter(({ text }) => text === say('error-link-code')).length, { timeout: 5_000 }).toBe(2)
  await stranger.command('/target')
  await stranger.waitForPrivately(say('error-no-team-private'))
})

test('sent in a group, it makes the group one of the organisation’s: its teams are looked after by the same people', async () => {
  const group = await telegram.channel('south')
  await group.waitFor(/Pacesetter/)
  const line = await linkLine(team.manager)
  const grace = await telegram.person('Grace on Telegram', { language: 'en' })
  await grace.command(line, group)
  await grace.waitForPrivately(say('link-done'))
  await grace.command('/team create', group)
  await grace.form()
  await grace.fill({ name: 'north' })
  await expect
    .poll(async () => (await grace.form()).errors, { timeout: 5_000 })
    .toEqual({ name: say('error-team-name-taken', { name: 'north' }) })
  await grace.fill({ name: 'south' })
  const made = await group.waitFor(say('team-created-title', { team: 'south' }))
  await mayaOnTelegram.press(say('team-button-join'), made)
  await mayaOnTelegram.waitForPrivately(say('team-joined', { team: 'south' }))
  await grace.command('/team', group)
  const members = await grace.waitForPrivately(say('team-title', { team: 'south', count: 2 }))
  expect(members.text).toContain(say('team-member', { name: 'Maya', role: say('role-rep') }))
  expect(privateText(maya)).not.toContain(say('team-joined', { team: 'south' }))
})
