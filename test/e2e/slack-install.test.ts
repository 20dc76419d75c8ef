import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type FakeSlack, fakeSlack } from '../support/fake-slack/fake-slack.js'
import { type Product, startProduct } from '../support/product.js'
import { COMPANIES, speaker } from './company.js'
import { type SettledTeam, settleTeam } from './settled-team.js'

const company = COMPANIES.en
const say = speaker(company)
let slack: FakeSlack
let product: Product
let team: SettledTeam

beforeAll(async () => {
  slack = await fakeSlack({ mode: 'http' })
  product = await startProduct(
    {
      SLACK_API_URL: slack.apiUrl,
      SLACK_SIGNING_SECRET: slack.signingSecret,
      SLACK_CLIENT_ID: '1.2',
      SLACK_CLIENT_SECRET: 'client-secret',
      SLACK_STATE_SECRET: 'a-state-secret-of-the-tests',
      PACESETTER_SECRET_KEY: '0f'.repeat(32),
    },
    `2026-01-29T10:00[${company.zone}]`,
  )
  slack.connectTo(product.url)
}, 120_000)
afterAll(async () => {
  expect(slack.violations()).toEqual([])
  await product.stop()
  await slack.close()
})

test('a workspace installs the app from its page, and its team is served', async () => {
  const page = await fetch(`${product.url}/slack/install`)
  const address = new URL(/<a href="([^"]+)"/.exec(await page.text())?.[1]?.replaceAll('&amp;', '&') ?? '')
  const state = encodeURIComponent(address.searchParams.get('state') ?? '')
  const back = await fetch(`${product.url}/slack/oauth_redirect?code=good-code&state=${state}`, {
    headers: { Cookie: page.headers.get('set-cookie')?.split(';')[0] ?? '' },
  })
  expect(back.status).toBe(200)
  team = await settleTeam(slack, company, ['Maya'])
})

test('its token is nowhere to be read in what is kept', async () => {
  await product.settled()
  const files = readdirSync(product.directory, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile())
  const telling = files.filter((file) => readFileSync(join(file.parentPath, file.name)).includes(slack.botToken))
  expect(files.length).toBeGreaterThan(100)
  expect(telling.map(({ name }) => name)).toEqual([])
})

test('after a restart it is still known, until it takes the app out', async () => {
  await product.restart()
  await product.moveTo(`2026-01-30T09:00[${company.zone}]`)
  const title = say('morning-title', { on: { kind: 'date', on: '2026-01-30', style: 'long' } })
  await team.channel.waitFor(title)
  await slack.event({ type: 'app_uninstalled' })
  const before = team.channel.posts().length
  await product.moveTo(`2026-02-02T09:30[${company.zone}]`)
  expect(team.channel.posts()).toHaveLength(before)
})
