import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { asTyped } from '../../../src/chat/text.js'
import { open, today } from './forms.js'
import { card, MODES, problems, type World, world } from './house.js'

describe.each(MODES)('by %s', (mode) => {
  let at: World
  beforeEach(async () => {
    at = await world({ mode })
  })
  afterEach(async () => {
    expect(problems(at)).toEqual([])
    await at.close()
  })

  test('a press is answered, opens its form in private, and the answers find their way to where it began', async () => {
    const { telegram, house } = at
    const [channel, li] = [await telegram.channel('sales'), await telegram.person('Li Na')]
    house.answerWith = ({ event }) =>
      event.kind === 'command'
        ? [{ kind: 'post', card: today }]
        : event.kind === 'press'
          ? [open]
          : [
              { kind: 'answer', card: card('Noted') },
              { kind: 'post', card: card('Li has checked in') },
            ]
    await li.command('/leaderboard', channel)
    const post = await channel.waitFor('Today')
    expect(post.under).toBe(channel.posts()[0]?.id)
    await li.press('Check in', post)
    expect(await li.waitForPrivately('I have sent you the form in our private chat.')).toMatchObject({ kind: 'toast' })
    await li.fill({})
    await li.waitForPrivately('Noted')
    expect(await channel.waitFor('Li has checked in')).toMatchObject({ under: post.id })
    expect(house.handled.at(-1)).toMatchObject({
      where: { conversation: channel.id, message: post.id, kind: 'channel' },
      event: { kind: 'submit', form: 'check-in:morning', context: 'member-7' },
    })
    expect(new Set(house.handled.map(({ deliveryId }) => deliveryId)).size).toBe(3)
  })

  test('a pressed button replaces its message, whether all see it or one person, and a toast passes by', async () => {
    const { telegram, house } = at
    const [channel, li] = [await telegram.channel('sales'), await telegram.person('Li Na')]
    const undone = () => [
      { kind: 'replace' as const, card: card('Undone') },
      { kind: 'toast' as const, text: asTyped('All right') },
    ]
    house.answerWith = ({ event }) => (event.kind === 'press' ? undone() : [{ kind: 'post', card: today }])
    await li.command('/leaderboard', channel)
    await li.press('Check in', await channel.waitFor('Today'))
    expect(await channel.waitFor('Undone')).toMatchObject({ edits: 1, buttons: [] })
    expect(await li.waitForPrivately('All right')).toMatchObject({ kind: 'toast' })
    house.answerWith = ({ event }) => (event.kind === 'press' ? undone() : [{ kind: 'answer', card: today }])
    await li.command('/log 3 visits', channel)
    const mine = await li.waitForPrivately('Today')
    expect(mine.id).toContain('ephemeral')
    await li.press('Check in', mine)
    expect(await li.waitForPrivately('Undone')).toMatchObject({ id: mine.id, edits: 1 })
  })

  test('a sent form can replace the message whose button opened it, but not one that was merely replied to', async () => {
    const { telegram, house, adapter, outgoing } = at
    const [channel, li] = [await telegram.channel('sales'), await telegram.person('Li Na')]
    const to = { kind: 'conversation', workspace: channel.id, conversation: channel.id } as const
    await adapter.deliver(outgoing(today, { to }))
    const post = await channel.waitFor('Today')
    house.answerWith = ({ event }) => (event.kind === 'submit' ? [{ kind: 'replace', card: card('Settled') }] : [open])
    await li.say('/checkin', channel, post)
    await li.fill({})
    await li.waitForPrivately('Settled')
    expect(channel.posts()).toMatchObject([{ text: 'Target\n\nToday: 2 of 5', edits: 0 }])
    await li.press('Check in', post)
    await li.fill({})
    expect(await channel.waitFor('Settled')).toMatchObject({ id: post.id, edits: 1 })
  })

  test('a toast with nothing to show it on, or too late for it, comes as an answer', async () => {
    const { telegram, house } = at
    const li = await telegram.person('Li Na')
    house.answerWith = () => [
      { kind: 'toast', text: asTyped('First') },
      { kind: 'toast', text: asTyped('Second') },
    ]
    await li.command('/log 3 visits')
    expect(await li.waitForPrivately('First')).toMatchObject({ kind: 'private' })
    house.answerWith = ({ event }) =>
      event.kind === 'press'
        ? [
            { kind: 'toast', text: asTyped('Third') },
            { kind: 'toast', text: asTyped('Fourth') },
          ]
        : [{ kind: 'answer', card: today }]
    await li.command('/target')
    await li.press('Check in')
    expect(await li.waitForPrivately('Third')).toMatchObject({ kind: 'toast' })
    expect(await li.waitForPrivately('Fourth')).toMatchObject({ kind: 'private' })
  })

  test('a press is answered within its time, however slow its handler', { timeout: 25_000 }, async () => {
    const { telegram, house } = at
    const li = await telegram.person('Li Na')
    house.answerWith = () => [{ kind: 'answer', card: today }]
    await li.command('/target')
    let finish = () => {}
    house.answerWith = async () => {
      await new Promise<void>((resolve) => {
        finish = resolve
      })
      return [{ kind: 'toast', text: asTyped('At last') }]
    }
    const begun = performance.now()
    await li.press('Check in')
    expect(performance.now() - begun).toBeLessThan(10_000)
    finish()
    expect(await li.waitForPrivately('At last')).toMatchObject({ kind: 'private' })
  })

  test('a button that asks first counts on the second press, and stands there again after a no', async () => {
    const { telegram, house } = at
    const [channel, li] = [await telegram.channel('sales'), await telegram.person('Li Na')]
    const action = `plan:recall:${'x'.repeat(52)}`
    const recall = {
      ...card('Q1 is published'),
      buttons: [
        { label: asTyped('Recall'), action, style: 'danger' as const, confirm: asTyped('Take it back?') },
        { label: asTyped('Keep'), action: 'plan:keep' },
      ],
    }
    house.answerWith = () => [{ kind: 'post', card: recall }]
    await li.command('/leaderboard', channel)
    const post = await channel.waitFor('Q1 is published')
    house.answerWith = () => []
    await li.tap('Recall', post)
    expect(await li.waitForPrivately('Take it back?')).toMatchObject({ kind: 'toast' })
    const asked = await channel.waitFor(({ buttons }) => buttons.length === 3)
    expect(asked.buttons).toEqual(['✓ Yes: Recall', '✗ No', 'Keep'])
    await li.tap('✗ No', asked)
    await channel.waitFor(({ buttons }) => buttons.join() === 'Recall,Keep')
    expect(house.handled.filter(({ event }) => event.kind === 'press')).toEqual([])
    await at.restart()
    await li.tap('Recall', post)
    await channel.waitFor(({ buttons }) => buttons.length === 3)
    await li.tap(/Yes/, post)
    expect(house.handled.at(-1)?.event).toEqual({ kind: 'press', action })
    await channel.waitFor(({ buttons }) => buttons.join() === 'Recall,Keep')
    at.dialogues.expireAll()
    await li.tap('Recall', post)
    await li.waitForPrivately('This button is too old.')
  })

  test('a redelivered press is the same delivery, and not answered twice', async () => {
    const { telegram, house } = at
    const li = await telegram.person('Li Na')
    house.answerWith = () => [{ kind: 'answer', card: today }]
    await li.command('/target')
    house.answerWith = () => [{ kind: 'toast', text: asTyped('Counted') }]
    await li.press('Check in')
    await telegram.redeliverLast()
    const presses = house.handled.filter(({ event }) => event.kind === 'press')
    expect(new Set(presses.map(({ deliveryId }) => deliveryId)).size).toBe(1)
    expect(telegram.calls().filter(({ method }) => method === 'answerCallbackQuery')).toHaveLength(1)
  })
})
