import { describe, expect, test } from 'vitest'
import { card, withButton } from './samples.js'
import type { Scene } from './scene.js'

/** What people do reaches the house: who, where, what, and once. */
export function peopleStories(scene: Scene): void {
  describe('what people do', () => {
    test('a command in a channel arrives with who, where and what, and its answer is seen by the asking person alone', async () => {
      scene.answers({ kind: 'answer', card: card('Two of five') })
      await scene.li.command('/target week & then <now>', scene.channel)
      expect((await scene.li.waitForPrivately('Two of five')).kind).toBe('private')
      expect(scene.channel.posts().map(({ text }) => text)).not.toContain('Two of five')
      expect(scene.ben.privately()).toEqual([])
      expect(scene.last()).toMatchObject({
        platform: scene.stand.harness.platform,
        who: { externalId: scene.li.id, name: 'Li Na', locale: expect.stringMatching(/^zh/) },
        where: {
          workspace: scene.stand.workspaceOf(scene.channel),
          conversation: scene.channel.id,
          conversationName: 'sales',
          kind: 'channel',
        },
        event: { kind: 'command', name: 'target', text: 'week & then <now>' },
      })
    })

    test('a command in a private chat is answered there', async () => {
      scene.answers({ kind: 'answer', card: card('Yours alone') })
      await scene.li.command('/target')
      await scene.li.waitForPrivately('Yours alone')
      expect(scene.last()).toMatchObject({ where: { kind: 'private' }, event: { kind: 'command', name: 'target', text: '' } })
      expect(scene.channel.posts().map(({ text }) => text)).not.toContain('Yours alone')
    })

    test('somebody named in a command is told apart from the words', async () => {
      scene.answers({ kind: 'answer', card: card('Ben: 3 of 5') })
      await scene.li.command('/target @Ben', scene.channel)
      await scene.li.waitForPrivately('Ben: 3 of 5')
      expect(scene.last()?.event).toMatchObject({ kind: 'command', text: '@Ben', mentions: [{ text: '@Ben', name: 'Ben' }] })
    })

    test('words in a thread arrive with where they were said, and are answered there: a post for all, an answer for one', async () => {
      const ref = await scene.stand.adapter.deliver(scene.outgoing(card('Good morning')))
      const prompt = await scene.channel.waitFor('Good morning')
      scene.answers({ kind: 'post', card: card('Li Na: 3 of 5') }, { kind: 'answer', card: card('Undo?') })
      await scene.li.say('拜访3 & <线索2>', scene.channel, prompt)
      await scene.channel.waitFor('Li Na: 3 of 5')
      await scene.li.waitForPrivately('Undo?')
      expect(scene.ben.privately()).toEqual([])
      expect(scene.channel.posts().map(({ text }) => text)).not.toContain('Undo?')
      expect(scene.last()).toMatchObject({
        who: { externalId: scene.li.id },
        where: { conversation: scene.channel.id, kind: 'channel', message: ref.message },
        event: { kind: 'words', text: '拜访3 & <线索2>' },
      })
      const posted = await scene.channel.waitFor('Li Na: 3 of 5')
      expect(posted.under).toBeDefined()
    })

    test('words in a private chat are answered in it', async () => {
      scene.answers({ kind: 'answer', card: card('Noted') })
      await scene.li.say('3 visits')
      await scene.li.waitForPrivately('Noted')
      expect(scene.last()).toMatchObject({ where: { kind: 'private' }, event: { kind: 'words', text: '3 visits', mentionsBot: false } })
    })

    test('somebody who comes into the channel is told of', async () => {
      scene.answers({ kind: 'post', card: card('Welcome') })
      const chen = await scene.stand.harness.person('Chen')
      await scene.stand.harness.join(chen, scene.channel)
      await scene.channel.waitFor('Welcome')
      expect(scene.last()).toMatchObject({
        who: { externalId: chen.id, name: 'Chen' },
        where: { conversation: scene.channel.id, kind: 'channel' },
        event: { kind: 'joined', joined: 'person' },
      })
    })

    test('the bot that is brought into a channel says so, and may greet it', async () => {
      // The playground's channel is there from the first: nobody brings the bot.
      if (scene.stand.harness.platform === 'playground') return
      scene.answers({ kind: 'post', card: card('Hello, all') })
      const north = await scene.stand.harness.channel('north')
      await north.waitFor('Hello, all')
      expect(scene.last()).toMatchObject({
        where: { workspace: scene.stand.workspaceOf(north), conversation: north.id, conversationName: 'north', kind: 'channel' },
        event: { kind: 'joined', joined: 'bot' },
      })
    })

    test('what the platform sends again is the same delivery and counts once', async () => {
      scene.answers({ kind: 'answer', card: card('Noted') })
      await scene.li.say('3 visits')
      await scene.li.waitForPrivately('Noted')
      await scene.stand.house.idle()
      const before = scene.stand.house.heard.length
      await scene.stand.harness.redeliverLast()
      await scene.stand.house.idle()
      expect(scene.stand.house.heard.length).toBe(before)
      expect(scene.li.privately().filter(({ text }) => text === 'Noted')).toHaveLength(1)
    })

    test('two people who press the same button are answered each for themselves', async () => {
      await scene.stand.adapter.deliver(scene.outgoing(withButton('Good morning')))
      const prompt = await scene.channel.waitFor('Good morning')
      scene.stand.house.answerWith = ({ who }) => [{ kind: 'answer', card: card(`For ${who.name}`) }]
      await Promise.all([scene.li.press('Check in', prompt), scene.ben.press('Check in', prompt)])
      await scene.li.waitForPrivately('For Li Na')
      await scene.ben.waitForPrivately('For Ben')
      expect(scene.li.privately().map(({ text }) => text)).not.toContain('For Ben')
      expect(scene.last()).toMatchObject({
        where: { conversation: scene.channel.id, kind: 'channel', message: prompt.id },
        event: { kind: 'press', action: 'check-in:open:1' },
      })
    })
  })
}
