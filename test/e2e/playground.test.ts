import { Temporal } from 'temporal-polyfill'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Language } from '../../src/chat/model.js'
import { DEMO } from '../../src/demo/cast.js'
import { DEMO_AT, demoDump } from '../support/databases.js'
import { type FakePlayground, fakePlayground } from '../support/fake-playground/fake-playground.js'
import type { Channel, Persona, SeenMessage } from '../support/harness.js'
import { type Product, startProduct } from '../support/product.js'
import { COMPANIES, speaker } from './company.js'

/** A visitor's first minutes in the playground: the demo team is there, and time is the visitor's own. */
describe.each<Language>(['en', 'zh-CN'])('the playground, %s', (language) => {
  const company = COMPANIES[language]
  const demo = DEMO[language]
  const say = speaker(company)
  const atTime = (local: string) => `${local}[${demo.zone}]`
  let product: Product
  let playground: FakePlayground
  let channel: Channel
  let rep: Persona
  let manager: Persona
  let prompt: SeenMessage

  beforeAll(async () => {
    product = await startProduct({ PACESETTER_LANGUAGE: language }, DEMO_AT[language], await demoDump(language))
    playground = fakePlayground({ url: product.url })
    channel = await playground.channel(demo.channel)
    rep = await playground.person(demo.people[0]?.name ?? '', { language })
    manager = await playground.person(demo.people.find(({ role }) => role === 'manager')?.name ?? '', { language })
  }, 180_000)
  afterAll(async () => {
    expect(playground.violations()).toEqual([])
    await playground.close()
    await product.stop()
  })

  /** As the page's clock does it. */
  async function moveClock(local: string): Promise<void> {
    const to = Temporal.ZonedDateTime.from(atTime(local)).toInstant()
    const response = await fetch(`${product.url}/playground/api/clock`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ to: to.toString() }),
    })
    expect(await response.json()).toMatchObject({ moved: true })
  }

  test.each(['dance', '跳舞'])('/%s is no command, and that is said', async (command) => {
    await rep.command(`/${command}`, channel)
    await rep.waitForPrivately(say('error-unknown-command', { command }))
  })

  test('today’s target is one command, and a day as planned two taps', async () => {
    await rep.command('/target', channel)
    const target = await rep.waitForPrivately(say('target-title-me', { when: { kind: 'date', on: '2026-11-25', style: 'weekday' } }))
    expect(target.text).toContain(say('metric-visits'))
    rep.tapsSinceLastAsked()
    await rep.press(say('check-in'), target)
    await rep.form()
    await rep.fill({})
    expect(rep.tapsSinceLastAsked()).toBe(2)
    await channel.waitFor(say('check-in-post-evening', { name: rep.name }))
    expect(manager.privately()).toEqual([])
  })

  test('the next morning the bot asks, and plain words in the thread are an answer', { timeout: 60_000 }, async () => {
    await moveClock('2026-11-26T09:00')
    prompt = await channel.waitFor(say('morning-title', { on: { kind: 'date', on: '2026-11-26', style: 'long' } }))
    await rep.say(company.words.numbers, channel, prompt)
    const echo = await rep.waitForPrivately(({ buttons }) => buttons.includes(say('words-button-save')))
    expect(echo.text).toContain(company.words.objection)
    await rep.press(say('words-button-save'), echo)
    const post = await channel.waitFor(say('check-in-post-midday', { name: rep.name }), { under: prompt })
    await rep.press(say('button-undo'), await rep.waitForPrivately(({ id }) => id === echo.id))
    expect((await channel.waitFor(({ id, edits }) => id === post.id && edits > 0)).text).not.toContain(company.words.objection)
  })

  test('Friday brings the week, told by colleagues who have worked meanwhile', { timeout: 60_000 }, async () => {
    await moveClock('2026-11-27T17:00')
    const weekly = await channel.waitFor(say('weekly-title', { team: demo.team, period: { kind: 'period', id: '2026-W48' } }))
    expect(weekly.text).toContain(say('board-heading', { metric: say('metric-revenue') }))
    expect(channel.posts().filter(({ under }) => under === prompt.id).length).toBeGreaterThan(2)
    await rep.press(say('board-button-mine'), weekly)
    await rep.waitForPrivately(say('board-title', { team: demo.team, period: { kind: 'period', id: '2026-W48' } }))
  })

  test('the month’s first working day names the top seller, whose case joins the library', { timeout: 60_000 }, async () => {
    await moveClock('2026-12-01T09:30')
    const monthly = await channel.waitFor(say('monthly-title', { team: demo.team, period: { kind: 'period', id: '2026-11' } }))
    const winnerName = demo.people.find(({ name }) => monthly.text.includes(`🏆 ${name}`))?.name ?? ''
    const winner = await playground.person(winnerName, { language })
    const request = await winner.waitForPrivately(say('case-request-title', { period: { kind: 'period', id: '2026-11' } }))
    await winner.press(say('case-button-tell'), request)
    await winner.form()
    await winner.fill({ words: company.words.case })
    await channel.waitFor(company.words.case, { under: monthly })
    await manager.command(`/case ${company.words.caseWord}`, channel)
    await manager.waitForPrivately(company.words.case)
  })

  test('all of it is still there for who loads the page anew, after a restart too', { timeout: 60_000 }, async () => {
    const before = channel.posts()
    await product.restart()
    await playground.redeliverLast()
    expect(channel.posts()).toEqual(before)
    await rep.command('/dance', channel)
    await rep.waitForPrivately(say('error-unknown-command', { command: 'dance' }))
  })
})
