import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type FakeSlack, fakeSlack } from '../support/fake-slack/fake-slack.js'
import type { SeenMessage } from '../support/harness.js'
import { type Postgres, postgresPrograms, startPostgres } from '../support/postgres.js'
import { type Product, startProduct } from '../support/product.js'
import { COMPANIES, speaker } from './company.js'
import { type SettledTeam, settleTeam } from './settled-team.js'

const programs = postgresPrograms()
if (programs === undefined) console.warn('No PostgreSQL server is installed: two replicas at work together are not tested here.')

const company = COMPANIES['zh-CN']
const say = speaker(company)
const atTime = (local: string) => `${local}[${company.zone}]`

describe.skipIf(programs === undefined)('two replicas on one PostgreSQL server', () => {
  let postgres: Postgres
  let slack: FakeSlack
  let replicas: Product[] = []
  let team: SettledTeam
  let prompt: SeenMessage

  beforeAll(async () => {
    postgres = await startPostgres(programs ?? '')
    slack = await fakeSlack({ mode: 'http' })
    const env = { ...slack.env, DATABASE_URL: await postgres.database('replicas'), DATABASE_CONNECTIONS: '5' }
    replicas = await Promise.all([startProduct(env, atTime('2026-01-29T10:00')), startProduct(env, atTime('2026-01-29T10:00'))])
    turnTo(0)
    team = await settleTeam(slack, company, company.reps)
  }, 180_000)
  afterAll(async () => {
    expect(slack?.violations()).toEqual([])
    await Promise.all(replicas.map((replica) => replica.stop()))
    await slack?.close()
    await postgres?.stop()
  })

  /** A balancer sends Slack's next requests to this one. */
  function turnTo(index: number): void {
    slack.connectTo(replicas[index]?.url ?? '')
  }
  const inAll = (act: (replica: Product) => Promise<void>) => Promise.all(replicas.map(act))
  const postsOf = (words: string) => team.channel.posts().filter(({ text }) => text.includes(words))

  test('both clocks strike nine, and the morning is posted once', async () => {
    await inAll((replica) => replica.moveTo(atTime('2026-01-29T18:00')))
    for (const rep of team.reps)
      expect(rep.privately().filter(({ text }) => text.includes(say('nudge-note', { team: 'north' })))).toHaveLength(2)
    await inAll((replica) => replica.moveTo(atTime('2026-01-30T09:00')))
    const title = say('morning-title', { on: { kind: 'date', on: '2026-01-30', style: 'long' } })
    prompt = await team.channel.waitFor(title)
    expect(postsOf(title)).toHaveLength(1)
  })

  test('what comes in through either is one team’s work, each check-in posted once and in place', async () => {
    for (const [index, rep] of team.reps.entries()) {
      turnTo(index % 2)
      await rep.press(say('check-in'), prompt)
      await rep.form()
      await rep.fill({ 'key-customers': `客户${index}` })
      turnTo((index + 1) % 2)
      await rep.command('/checkin 早上', team.channel)
      await rep.form()
      await rep.fill({ 'key-customers': `大客户${index}` })
    }
    await inAll((replica) => replica.settled())
    for (const [index, rep] of team.reps.entries()) {
      const posts = postsOf(say('check-in-post-morning', { name: rep.name }))
      expect(posts.map(({ under }) => under)).toEqual([prompt.id])
      expect(posts[0]?.text).toContain(`大客户${index}`)
    }
  })

  test('an event that Slack sends to one and then to the other counts once', async () => {
    const rep = team.reps[0] ?? team.manager
    turnTo(0)
    await rep.say(company.words.numbers, team.channel, prompt)
    turnTo(1)
    await slack.redeliverLast()
    await rep.waitForPrivately(({ buttons }) => buttons.includes(say('words-button-save')))
    await inAll((replica) => replica.settled())
    expect(rep.privately().filter(({ buttons }) => buttons.includes(say('words-button-save')))).toHaveLength(1)
  })

  test('when one goes, the other does the work of both', async () => {
    turnTo(1)
    await replicas[0]?.stop()
    replicas = replicas.slice(1)
    slack.connectTo(replicas[0]?.url ?? '')
    await inAll((replica) => replica.moveTo(atTime('2026-01-30T17:00')))
    const title = say('weekly-title', { team: 'north', period: { kind: 'period', id: '2026-W05' } })
    await team.channel.waitFor(title)
    expect(postsOf(title)).toHaveLength(1)
  })
})
