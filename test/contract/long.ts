import { describe, expect, test } from 'vitest'
import { asTyped } from '../../src/chat/text.js'
import { longCard, ROWS, WORDS } from './samples.js'
import type { Scene } from './scene.js'

/** Nothing is refused for its size. */
export function longStories(scene: Scene): void {
  describe('what is long', () => {
    test('is delivered whole, in as many parts as it takes, and edited as far as one message goes', { timeout: 60_000 }, async () => {
      const first = await scene.stand.adapter.deliver(scene.outgoing(longCard))
      await scene.channel.waitFor('Comments are welcome')
      const posted = scene.channel.posts()
      const whole = posted.map(({ text }) => text).join('\n')
      for (let row = 0; row < ROWS; row += 1) expect(whole).toContain(`row${row}.`)
      expect(whole.match(/wort/g)).toHaveLength(WORDS)
      expect(posted.flatMap(({ buttons }) => buttons)).toEqual(['Check in'])
      expect(posted.every(({ id, under }) => id === first.message || under !== undefined)).toBe(true)
      await scene.stand.adapter.deliver(scene.outgoing(longCard, { key: 'post-2', replaces: first }))
      expect((await scene.channel.waitFor(({ id }) => id === first.message)).text).toContain('row0.')
    })

    test('is answered, posted and put in place of a message too', { timeout: 60_000 }, async () => {
      scene.answers({ kind: 'answer', card: longCard })
      await scene.li.command('/review', scene.channel)
      await scene.li.waitForPrivately('row0.')
      await scene.li.waitForPrivately(({ buttons }) => buttons.includes('Check in'), { timeoutMs: 15_000 })
      scene.answers({ kind: 'post', card: longCard })
      await scene.li.command('/review', scene.channel)
      await scene.channel.waitFor(`row${ROWS - 1}.`, { timeoutMs: 15_000 })
      const pressed = await scene.channel.waitFor(({ buttons }) => buttons.includes('Check in'), { timeoutMs: 15_000 })
      scene.answers(
        { kind: 'replace', card: { ...longCard, title: asTyped('Turned over') } },
        { kind: 'toast', text: asTyped('wort '.repeat(200)) },
      )
      await scene.li.press('Check in', pressed)
      expect(await scene.channel.waitFor(({ text, id }) => id === pressed.id && text.includes('Turned over'))).toMatchObject({
        buttons: ['Check in'],
      })
      await scene.li.waitForPrivately(/^wort wort/)
    })
  })
}
