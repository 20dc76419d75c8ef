import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type FakeSlack, fakeSlack } from '../support/fake-slack/fake-slack.js'
import type { Fault, Persona } from '../support/harness.js'
import { type Product, startProduct } from '../support/product.js'
import { COMPANIES, speaker } from './company.js'
import { type SettledTeam, settleTeam } from './settled-team.js'

const company = COMPANIES.en
const say = speaker(company)
const atTime = (local: string) => `${local}[${company.zone}]`

const DAYS = ['2026-01-05', '2026-01-06', '2026-01-07', '2026-01-08', '2026-01-09', '2026-01-12']

describe.each(['socket', 'http'] as const)('with Slack failing, by %s', (mode) => {
  let slack: FakeSlack
  let product: Product
  let team: SettledTeam
  let rep: Persona
  let day = 0

  beforeAll(async () => {
    slack = await fakeSlack({ mode })
    product = await startProduct(slack.env, atTime('2026-01-02T10:00'))
    slack.connectTo(product.url)
    team = await settleTeam(slack, company, ['Maya'])
    rep = team.reps[0] ?? team.manager
    await product.settled()
  }, 120_000)
  afterAll(async () => {
    expect(slack.violations()).toEqual([])
    await product.stop()
    await slack.close()
  })

  /** The next working morning's prompt, with what goes wrong on its way. @returns its title */
  async function nextPrompt(goesWrong: () => void = () => {}): Promise<string> {
    const on = DAYS[day] ?? ''
    day += 1
    // What the day before still has to say is said first.
    await product.moveTo(atTime(`${on}T08:59`))
    goesWrong()
    await product.moveTo(atTime(`${on}T09:00`))
    return say('morning-title', { on: { kind: 'date', on, style: 'long' } })
  }
  const today = () => DAYS[day - 1] ?? ''
  const postsOf = (words: string) => team.channel.posts().filter(({ text }) => text.includes(words))

  // How a post goes out has nothing to do with how Slack's events come in.
  if (mode === 'http') {
    test.each<{ fault: Fault; asks: boolean }>([
      { fault: { kind: 'rate-limited', retryAfterSeconds: 1 }, asks: false },
      { fault: { kind: 'server-error' }, asks: true },
      { fault: { kind: 'connection-cut' }, asks: true },
      { fault: { kind: 'reply-lost' }, asks: true },
    ])('the morning’s post comes once: $fault.kind', async ({ fault, asks }) => {
      let before = 0
      const title = await nextPrompt(() => {
        before = slack.calls().length
        slack.fault('chat.postMessage', fault)
      })
      expect(postsOf(title)).toHaveLength(1)
      const calls = slack.calls().slice(before)
      // What may have arrived is looked for before it is posted again.
      expect(calls.some(({ method }) => method === 'conversations.history')).toBe(asks)
      const attempts = calls.filter(({ method }) => method === 'chat.postMessage')
      expect(attempts).toHaveLength(fault.kind === 'reply-lost' ? 1 : 2)
      if (fault.kind === 'rate-limited') expect((attempts[1]?.at ?? 0) - (attempts[0]?.at ?? 0)).toBeGreaterThanOrEqual(1_000)
    })

    test('a check-in whose post was lost on its way back stands in the thread once', async () => {
      const prompt = await team.channel.waitFor(await nextPrompt())
      const before = slack.calls().length
      slack.fault('chat.postMessage', { kind: 'reply-lost' })
      await rep.press(say('check-in'), prompt)
      await rep.form()
      await rep.fill({ 'key-customers': 'Acme' })
      await product.settled()
      expect(postsOf('Acme').map(({ under }) => under)).toEqual([prompt.id])
      expect(
        slack
          .calls()
          .slice(before)
          .some(({ method }) => method === 'conversations.replies'),
      ).toBe(true)
    })
  }

  test('words that Slack sends again are answered once', async () => {
    const prompt = await team.channel.waitFor(await nextPrompt())
    await rep.say('2 visits, 1 lead', team.channel, prompt)
    await rep.waitForPrivately(({ buttons }) => buttons.includes(say('words-button-save')))
    await slack.redeliverLast()
    await slack.redeliverLast()
    await product.settled()
    const echoes = rep.privately().filter(({ buttons }) => buttons.includes(say('words-button-save')))
    expect(echoes).toHaveLength(1)
    await rep.press(say('words-button-save'), echoes[0])
    await team.channel.waitFor('Visits 2', { under: prompt })
  })

  test('an answer comes though the first road to it is broken', async () => {
    slack.fault('response_url', { kind: 'server-error' })
    await rep.command('/log 1 visit', team.channel)
    await rep.waitForPrivately(
      say('log-added', { on: { kind: 'date', on: today(), style: 'weekday' }, entries: { kind: 'list', items: ['Visits 1'] } }),
    )
    slack.fault('users.info', { kind: 'connection-cut' }, 2)
    await rep.command('/target', team.channel)
    await rep.waitForPrivately(say('target-title-me', { when: { kind: 'date', on: today(), style: 'weekday' } }))
  })

  if (mode === 'socket') {
    test('connections that break come back, and nobody needs to do anything', { timeout: 60_000 }, async () => {
      slack.cutConnections()
      await expect.poll(() => slack.connections(), { timeout: 5_000 }).toBe(0)
      await rep.command('/leaderboard', team.channel)
      await rep.waitForPrivately(say('board-heading', { metric: say('metric-revenue') }), { timeoutMs: 20_000 })
      slack.refreshConnections()
      await rep.command('/review', team.channel)
      await rep.waitForPrivately(say('review-title', { period: { kind: 'period', id: '2026-W02' } }), { timeoutMs: 20_000 })
    })
  }

  test('where the bot was removed from the channel the manager hears of it, once a week', async () => {
    const told = () => team.manager.privately().filter(({ text }) => text.includes(say('home-closed-title', { team: 'north' })))
    for (const on of ['2026-01-19', '2026-01-20']) {
      await product.moveTo(atTime(`${on}T08:59`))
      slack.fault('chat.postMessage', { kind: 'refused', error: 'not_in_channel' })
      await product.moveTo(atTime(`${on}T09:00`))
      await expect.poll(() => told().length, { timeout: 5_000 }).toBe(1)
    }
    expect(told()[0]?.text).toContain('Please add me to it; what comes next')
  })
})
