import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Language } from '../../src/chat/model.js'
import type { Channel, Persona, SeenMessage } from '../support/harness.js'
import { COMPANIES, speaker } from './company.js'
import { openStage, type Stage, type StageName } from './stage.js'

/**
 * A team's first days with the bot, told in order: each test goes on where the one before has stopped.
 *
 * The plan is made on Thursday, 29 January 2026, for what is left of the month, two working days: 18 visits and 120,000 in revenue among
 * three reps are 3 visits and 20,000 a day for each.
 */
export function journey(name: StageName, language: Language): void {
  const company = COMPANIES[language]
  const say = speaker(company)
  const { words, zone } = company
  const visits = say('metric-visits')
  const atTime = (local: string) => `${local}[${zone}]`

  describe(`${name}, ${language}`, () => {
    let stage: Stage
    let channel: Channel
    let manager: Persona
    let first: Persona
    let second: Persona
    let third: Persona
    let spectator: Persona
    let prompt: SeenMessage

    beforeAll(async () => {
      stage = await openStage(name, atTime('2026-01-29T10:00'))
      const options = { language: company.locale, zone }
      manager = await stage.harness.person(company.manager, options)
      first = await stage.harness.person(company.reps[0], options)
      second = await stage.harness.person(company.reps[1], options)
      third = await stage.harness.person(company.reps[2], options)
      spectator = await stage.harness.person(company.spectator, options)
    }, 120_000)
    afterAll(async () => {
      expect(stage.harness.violations()).toEqual([])
      await stage.close()
    })

    test('the bot comes into a channel and says what to do first; a form makes the team', async () => {
      channel = await stage.harness.channel('north')
      const welcome = await channel.waitFor(/Pacesetter/)
      expect(welcome.buttons).toHaveLength(1)
      // Slack tells who has brought it, and that person's language.
      if (stage.harness.platform === 'slack') expect(welcome.text).toContain(say('welcome-title'))
      await stage.harness.join(manager, channel)
      await manager.command('/team create', channel)
      const form = await manager.form()
      expect(Object.fromEntries(form.fields.map((field) => [field.name, field.value]))).toMatchObject({
        name: 'north',
        zone,
        morning: '09:00',
      })
      await manager.fill({})
      await manager.waitForPrivately(say('team-created-answer', { team: 'north' }))
      const made = await channel.waitFor(say('team-created-title', { team: 'north' }))
      expect(made.buttons).toEqual([say('team-button-join')])
    })

    test('the reps join by the button, each told for themselves; the manager adds who looks on', async () => {
      for (const rep of [first, second, third]) {
        await stage.harness.join(rep, channel)
        await rep.press(say('team-button-join'), await channel.waitFor(say('team-created-title', { team: 'north' })))
        await rep.waitForPrivately(say('team-joined', { team: 'north' }))
      }
      await manager.command(`/team add @${company.spectator} ${words.spectator}`, channel)
      await manager.waitForPrivately(say('team-added', { name: company.spectator, role: say('role-spectator') }))
      await manager.command('/team', channel)
      const team = await manager.waitForPrivately(say('team-title', { team: 'north', count: 5 }))
      expect(team.text).toContain(say('team-member', { name: company.spectator, role: say('role-spectator') }))
      for (const rep of company.reps) expect(team.text).toContain(say('team-member', { name: rep, role: say('role-rep') }))
    })

    test('the manager plans by form, sees it split to the day, and publishes; everybody learns their part', async () => {
      await manager.command('/plan new', channel)
      await manager.form()
      await manager.fill({ metric: 'visits', period: '2026-01', amount: '18' })
      const draft = await manager.waitForPrivately(({ buttons }) => buttons.includes(say('plan-button-publish')))
      await manager.press(say('plan-button-add'), draft)
      await manager.form()
      await manager.fill({ metric: 'revenue', amount: language === 'en' ? '120k' : '12万' })
      const both = await manager.waitForPrivately(
        ({ text, buttons }) => /120,000/.test(text) && buttons.includes(say('plan-button-publish')),
      )
      expect(both.text).toMatch(/40,000/)
      expect(both.text).toContain(`${visits}`)
      expect(
        channel
          .posts()
          .map(({ text }) => text)
          .join('\n'),
      ).not.toContain('120,000')
      await manager.press(say('plan-button-publish'), both)
      await channel.waitFor(/120,000/)
      for (const rep of [first, second, third]) {
        const mine = await rep.waitForPrivately(/40,000/)
        expect(mine.text).toMatch(new RegExp(`${visits}.*6`))
      }
      await stage.product.settled()
      expect(
        manager
          .privately()
          .map(({ text }) => text)
          .join('\n'),
      ).not.toContain(say('target-changed-first', { by: company.manager }))
    })

    test('a day as planned takes two taps: open, send', async () => {
      await stage.product.moveTo(atTime('2026-01-29T16:30'))
      first.tapsSinceLastAsked()
      await first.command('/checkin', channel)
      const form = await first.form()
      expect(form.fields.slice(0, 2).map((field) => field.value)).toEqual(['20000', '3'])
      await first.fill({})
      await first.waitForPrivately(say('check-in-saved', { on: { kind: 'date', on: '2026-01-29', style: 'weekday' } }))
      expect(first.tapsSinceLastAsked()).toBeLessThanOrEqual(stage.harness.platform === 'slack' ? 2 : 4)
      const post = await channel.waitFor(say('check-in-post-evening', { name: company.reps[0] }))
      expect(post.text).toMatch(/20,000/)
    })

    test('in the evening those who are missing are asked in private, and nobody else', async () => {
      await stage.product.moveTo(atTime('2026-01-29T18:00'))
      for (const rep of [second, third]) await rep.waitForPrivately(nudge('nudge-evening', '2026-01-29'))
      expect(textsOf(first)).not.toContain(nudge('nudge-evening', '2026-01-29'))
      expect(textsOf(manager)).not.toContain(nudge('nudge-evening', '2026-01-29'))
      expect(
        channel
          .posts()
          .map(({ text }) => text)
          .join('\n'),
      ).not.toContain(nudge('nudge-evening', '2026-01-29'))
      await second.press(say('check-in'), await second.waitForPrivately(nudge('nudge-evening', '2026-01-29')))
      await second.form()
      await second.fill({ revenue: '10000' })
      await channel.waitFor(say('check-in-post-evening', { name: company.reps[1] }))
    })

    test('the next working morning the bot posts what the day asks of each', async () => {
      await stage.product.moveTo(atTime('2026-01-30T09:00'))
      prompt = await channel.waitFor(say('morning-title', { on: { kind: 'date', on: '2026-01-30', style: 'long' } }))
      for (const rep of company.reps) {
        const line = prompt.text.split('\n').find((each) => each.startsWith(rep)) ?? ''
        expect(line).toMatch(new RegExp(`20,000.*${visits} 3`))
      }
      expect(prompt.buttons).toContain(say('check-in'))
      await third.press(say('morning-button-mine'), prompt)
      await third.waitForPrivately(say('target-title-me', { when: { kind: 'date', on: '2026-01-30', style: 'weekday' } }))
      // What is everybody's stays as it is.
      expect((await channel.waitFor(({ id }) => id === prompt.id)).edits).toBe(0)
      expect(textsOf(first)).not.toContain(say('target-title-me', { when: { kind: 'date', on: '2026-01-30', style: 'weekday' } }))
    })

    test('the prompt’s button opens the morning’s form, and what is sent stands in its thread', async () => {
      first.tapsSinceLastAsked()
      await first.press(say('check-in'), prompt)
      await first.form()
      await first.fill({})
      const post = await channel.waitFor(say('check-in-post-morning', { name: company.reps[0] }), { under: prompt })
      expect(post.text).toContain(`${visits} 3`)
      expect(first.tapsSinceLastAsked()).toBeLessThanOrEqual(stage.harness.platform === 'slack' ? 2 : 4)
    })

    test('plain words in the thread are echoed, kept when they are confirmed, and stand in the thread', async () => {
      await second.say(words.numbers, channel, prompt)
      const echo = await second.waitForPrivately(({ buttons }) => buttons.includes(say('words-button-save')))
      expect(echo.text).toContain(`${visits} 3`)
      expect(echo.text).toContain(`${say('metric-leads')} 2`)
      expect(echo.text).toContain(words.objection)
      expect(textsOf(first)).not.toContain(words.objection)
      await second.press(say('words-button-save'), echo)
      const post = await channel.waitFor(say('check-in-post-midday', { name: company.reps[1] }), { under: prompt })
      expect(post.text).toContain(words.objection)
      expect(post.text).toMatch(new RegExp(`${visits} 3`))
    })

    test('an edit changes the post in its place, and undone it is as before', async () => {
      const at = say('check-in-post-midday', { name: company.reps[1] })
      const before = await channel.waitFor(at, { under: prompt })
      await second.press(
        say('button-edit'),
        await second.waitForPrivately(({ text, buttons }) => text.includes(words.objection) && buttons.includes(say('button-undo'))),
      )
      await second.form()
      await second.fill({ change: '<b>Trial</b> & none' })
      const edited = await channel.waitFor(({ id, text }) => id === before.id && text.includes('<b>Trial</b> & none'))
      expect(edited.edits).toBeGreaterThanOrEqual(1)
      await second.press(
        say('button-undo'),
        await second.waitForPrivately(({ text, buttons }) => text.includes('<b>Trial</b> & none') && buttons.includes(say('button-undo'))),
      )
      const undone = await channel.waitFor(({ id, text }) => id === before.id && !text.includes('Trial'))
      expect(undone.text).toContain(words.objection)
      expect(channel.posts().filter(({ text }) => text.includes(at))).toHaveLength(1)
    })

    test('a number is logged in words and taken back', async () => {
      await first.command(words.log, channel)
      const logged = await first.waitForPrivately(
        ({ text, buttons }) => text.includes(`${visits} 1`) && buttons.includes(say('button-undo')),
      )
      await first.press(say('button-undo'), logged)
      await first.waitForPrivately(say('log-undone', { entries: { kind: 'list', items: [`${visits} 1`] } }))
    })

    test('at noon who has answered is left in peace', async () => {
      await stage.product.moveTo(atTime('2026-01-30T13:00'))
      for (const rep of [first, third]) await rep.waitForPrivately(nudge('nudge-midday', '2026-01-30'))
      expect(textsOf(second)).not.toContain(nudge('nudge-midday', '2026-01-30'))
    })

    test('the target, the board and the running week are seen by whoever asks', async () => {
      await stage.product.moveTo(atTime('2026-01-30T16:30'))
      await first.command('/checkin', channel)
      await first.form()
      await first.fill({})
      await channel.waitFor(say('check-in-post-evening', { name: company.reps[0] }), { under: prompt })
      const targetTitle = say('target-title-me', { when: { kind: 'date', on: '2026-01-30', style: 'weekday' } })
      await first.command('/target', channel)
      const mine = await first.waitForPrivately(targetTitle)
      expect(mine.text).toMatch(/20,000/)
      await second.command('/leaderboard', channel)
      const board = await second.waitForPrivately(say('board-heading', { metric: say('metric-revenue') }))
      expect(board.text).toContain(say('board-row', { rank: 1, name: company.reps[0] }))
      await third.command('/review', channel)
      await third.waitForPrivately(({ text }) => text.includes(say('review-title', { period: { kind: 'period', id: '2026-W05' } })))
      expect(textsOf(second)).not.toContain(targetTitle)
    })

    test('Slack’s Home tab shows each their own targets, and the manager the team’s', async () => {
      if (stage.openHome === undefined) return
      for (const name of [company.reps[0], company.manager]) await stage.openHome(name)
      await expect.poll(() => first.home()?.text ?? '', { timeout: 5_000 }).toContain('20,000')
      await expect.poll(() => manager.home()?.text ?? '', { timeout: 5_000 }).toContain('120,000')
      expect(first.home()?.text).not.toContain('120,000')
      await first.press(say('check-in'), first.home())
      await first.form()
      await first.dismiss()
    })

    test('Friday brings the week’s board and retrospective to all, and who was not heard from to the manager alone', async () => {
      await stage.product.moveTo(atTime('2026-01-30T17:00'))
      const title = say('weekly-title', { team: 'north', period: { kind: 'period', id: '2026-W05' } })
      const weekly = await channel.waitFor(title)
      expect(weekly.text).toContain(say('board-row', { rank: 1, name: company.reps[0] }))
      expect(weekly.text).toMatch(/50,000/)
      const toManager = await manager.waitForPrivately(
        say('weekly-managers-title', { team: 'north', period: { kind: 'period', id: '2026-W05' } }),
      )
      expect(toManager.text).toContain(say('weekly-managers-members', { names: company.reps[2], days: 1 }))
      expect(toManager.text).not.toContain(company.reps[0])
      for (const rep of [first, second, third]) expect(textsOf(rep)).not.toContain(say('weekly-managers-note'))
    })

    test('the month’s first working day names the top seller, who is asked in private for a case', async () => {
      await stage.product.moveTo(atTime('2026-02-02T09:30'))
      const monthly = await channel.waitFor(say('monthly-title', { team: 'north', period: { kind: 'period', id: '2026-01' } }))
      expect(monthly.text).toContain(`🏆 ${company.reps[0]}`)
      expect(monthly.text).toContain(say('monthly-tier', { tier: say('monthly-tier-stretch') }))
      // February has no plan yet: there was nothing to say that morning.
      expect(channel.posts().filter(({ text }) => text.includes(say('morning-golden')))).toHaveLength(1)
      const request = await first.waitForPrivately(say('case-request-title', { period: { kind: 'period', id: '2026-01' } }))
      for (const rep of [second, third]) expect(textsOf(rep)).not.toContain(say('case-request-text', { team: 'north' }))
      await first.press(say('case-button-tell'), request)
      await first.form()
      await first.fill({ words: words.case })
      await first.waitForPrivately(say('case-told'))
      const told = await channel.waitFor(words.case, { under: monthly })
      expect(told.text).toContain(company.reps[0])
      await second.command(`/case ${words.caseWord}`, channel)
      await second.waitForPrivately(words.case)
      await third.command('/review week 2026-W05', channel)
      await third.waitForPrivately(
        ({ text }) =>
          /50,000/.test(text) && text.includes(say('review-published', { date: { kind: 'date', on: '2026-01-30', style: 'weekday' } })),
      )
    })

    test('who only looks on was asked for nothing all the while', () => {
      expect(spectator.privately()).toEqual([])
      expect(prompt.text).not.toContain(company.spectator)
    })

    function nudge(key: 'nudge-midday' | 'nudge-evening', on: string): string {
      return say(key, { on: { kind: 'date', on, style: 'weekday' } })
    }
  })
}

function textsOf(persona: Persona): string {
  return persona
    .privately()
    .map(({ text }) => text)
    .join('\n')
}
