import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Language } from '../../src/chat/model.js'
import type { Channel, Persona } from '../support/harness.js'
import { COMPANIES, speaker } from './company.js'
import { privateText } from './settled-team.js'
import { openStage, type Stage, type StageName } from './stage.js'

describe.each<{ name: StageName; language: Language }>([
  { name: 'Slack by Socket Mode', language: 'en' },
  { name: 'Telegram by polling', language: 'zh-CN' },
])('what cannot be done is said helpfully, and to the asking person alone: $name, $language', ({ name, language }) => {
  const company = COMPANIES[language]
  const say = speaker(company)
  let stage: Stage
  let channel: Channel
  let manager: Persona
  let rep: Persona
  let stranger: Persona
  const refusals: { who: Persona; said: string }[] = []

  beforeAll(async () => {
    stage = await openStage(name, `2026-01-29T10:00[${company.zone}]`)
    const options = { language: company.locale, zone: company.zone }
    manager = await stage.harness.person(company.manager, options)
    rep = await stage.harness.person(company.reps[0], options)
    stranger = await stage.harness.person(company.reps[1], options)
    channel = await stage.harness.channel('north')
    await channel.waitFor(/Pacesetter/)
    for (const person of [manager, rep, stranger]) await stage.harness.join(person, channel)
  }, 120_000)
  afterAll(async () => {
    expect(stage.harness.violations()).toEqual([])
    await stage.close()
  })

  async function refused(who: Persona, words: string, said: string, where: 'channel' | 'private' = 'channel'): Promise<void> {
    await who.command(words, where === 'channel' ? channel : undefined)
    await who.waitForPrivately(said)
    refusals.push({ who, said })
  }

  test('there is no team yet, in the channel and in private', async () => {
    await refused(rep, '/target', say('error-no-team'))
    await refused(rep, '/target', say('error-no-team-private'), 'private')
    await refused(rep, '/team create', say('error-team-needs-channel'), 'private')
    await refused(rep, '/team link', say('error-link-who'), 'private')
  })

  test('a form that somebody else was faster with says so, and stays', async () => {
    await stranger.command('/team create', channel)
    await stranger.form()
    await manager.command('/team create', channel)
    await manager.form()
    await manager.fill({})
    await channel.waitFor(say('team-created-title', { team: 'north' }))
    await stranger.fill({})
    await expect
      .poll(async () => (await stranger.form()).errors[''], { timeout: 5_000 })
      .toContain(say('error-team-exists', { team: 'north' }))
    await stranger.dismiss()
    await refused(stranger, '/team create', say('error-team-exists', { team: 'north' }))
  })

  test('who does not belong is told how to join; who has no say, who has it; who has no plan, what to do', async () => {
    await refused(stranger, '/target', say('error-not-a-member', { team: 'north' }))
    await rep.press(say('team-button-join'), await channel.waitFor(say('team-created-title', { team: 'north' })))
    await rep.waitForPrivately(say('team-joined', { team: 'north' }))
    await refused(rep, '/plan new', say('error-managers-only', { team: 'north' }))
    await refused(rep, '/target', say('target-none-plan', { team: 'north', period: { kind: 'period', id: '2026-01' } }))
    await refused(rep, '/leaderboard', say('board-none', { period: { kind: 'period', id: '2026-W05' } }))
    await refused(rep, '/review week 2026-W04', say('error-review-none-yet', { period: { kind: 'period', id: '2026-W04' } }))
    await refused(manager, '/team remove', say('error-team-usage'))
    // Of whom a command names Telegram tells no more than the name.
    if (stage.harness.platform === 'slack') await refused(manager, '/team add @Pacesetter', say('error-member-bot', { name: 'Pacesetter' }))
  })

  test('an unknown command, or word in one, is answered with what there is', async () => {
    await refused(rep, '/team dance', say('error-team-usage'))
    await refused(rep, '/leaderboard dance', say('error-leaderboard-usage'))
    await refused(rep, '/review dance', say('error-review-usage'))
    await refused(manager, '/plan dance', say('error-plan-usage'))
    // Slack itself knows an app's commands and sends no others.
    if (stage.harness.platform === 'telegram') await refused(rep, '/dance', say('error-unknown-command', { command: 'dance' }))
  })

  test('a wrong number is said to be one: in words nothing is logged, in a form it stands at its field', async () => {
    await refused(rep, '/log dance', say('error-log-usage'))
    await refused(rep, '/log 3', say('error-log-unread', { words: { kind: 'list', items: ['3'] } }))
    await rep.command('/checkin evening', channel)
    await rep.form()
    await rep.fill({ visits: '-3', improvement: 'x' })
    await expect.poll(async () => (await rep.form()).errors, { timeout: 5_000 }).toEqual({ visits: say('check-in-amount-negative') })
    await rep.dismiss()
    await manager.command('/plan new', channel)
    await manager.form()
    await manager.fill({ metric: 'visits', period: '2026-01', amount: 'a lot' })
    await expect.poll(async () => (await manager.form()).errors, { timeout: 5_000 }).toEqual({ amount: say('plan-amount-not-a-number') })
    await manager.fill({ amount: '12' })
    await manager.waitForPrivately(({ buttons }) => buttons.includes(say('plan-button-publish')))
  })

  test('a button whose time is over says so', async () => {
    const draft = await manager.waitForPrivately(({ buttons }) => buttons.includes(say('plan-button-publish')))
    await manager.command('/plan draft', channel)
    const again = await manager.waitForPrivately(({ id, buttons }) => id !== draft.id && buttons.includes(say('plan-button-publish')))
    await manager.press(say('plan-button-discard'), again)
    await manager.waitForPrivately(say('plan-discarded-answer', { period: { kind: 'period', id: '2026-01' } }))
    await manager.press(say('plan-button-publish'), draft)
    const said = say('error-plan-not-draft')
    await manager.waitForPrivately(said)
    refusals.push({ who: manager, said })
  })

  test('and nobody else has seen any of it', () => {
    const everybody = [manager, rep, stranger]
    const inPublic = channel
      .posts()
      .map(({ text }) => text)
      .join('\n')
    for (const { who, said } of refusals) {
      expect(inPublic).not.toContain(said)
      for (const other of everybody) {
        const wasRefusedToo = refusals.some((refusal) => refusal.who === other && refusal.said === said)
        if (other !== who && !wasRefusedToo) expect(privateText(other)).not.toContain(said)
      }
    }
  })
})
