import { describe, expect, test } from 'vitest'
import type { Card } from '../../src/chat/model.js'
import { asTyped } from '../../src/chat/text.js'
import { card, withButton } from './samples.js'
import type { Scene } from './scene.js'

/** What the house answers reaches whom it is for. */
export function answerStories(scene: Scene): void {
  describe('what the house answers', () => {
    test('a post is seen by all', async () => {
      scene.answers({ kind: 'post', card: withButton('Well done') })
      await scene.li.command('/log 3 visits', scene.channel)
      expect((await scene.channel.waitFor('Well done')).buttons).toEqual(['Check in'])
    })

    test('a replacement takes the place of the message that was pressed, and a word passes by', async () => {
      scene.answers({ kind: 'post', card: withButton('Log 3 visits?') })
      await scene.li.command('/log 3 visits', scene.channel)
      const asked = await scene.channel.waitFor('Log 3 visits?')
      scene.answers({ kind: 'replace', card: card('3 visits logged') }, { kind: 'toast', text: asTyped('All right') })
      await scene.li.press('Check in', asked)
      expect(await scene.channel.waitFor('3 visits logged')).toMatchObject({ id: asked.id, edits: 1, buttons: [] })
      await scene.li.waitForPrivately('All right')
      expect(scene.ben.privately()).toEqual([])
    })

    test('a private answer is replaced in its place too, whether it stands in a channel or a private chat', async () => {
      for (const where of [scene.channel, undefined]) {
        const before = new Set(scene.li.privately().map(({ id }) => id))
        scene.answers({ kind: 'answer', card: withButton('Log 3 visits?') })
        await scene.li.command('/log 3 visits', where)
        const asked = await scene.li.waitForPrivately((seen) => seen.text.includes('Log 3 visits?') && !before.has(seen.id))
        scene.answers({ kind: 'replace', card: card('Undone') })
        await scene.li.press('Check in', asked)
        expect(await scene.li.waitForPrivately((seen) => seen.id === asked.id && seen.text.includes('Undone'))).toMatchObject({
          edits: 1,
          buttons: [],
        })
      }
    })

    test('a button that asks first counts when the person says yes', async () => {
      const sure: Card = {
        ...card('Recall the plan?'),
        buttons: [{ label: asTyped('Recall'), action: 'plan:recall:7', style: 'danger', confirm: asTyped('It counts from today. Sure?') }],
      }
      await scene.stand.adapter.deliver(scene.outgoing(sure))
      scene.answers({ kind: 'replace', card: card('Recalled') })
      const asked = await scene.channel.waitFor('Recall the plan?')
      await scene.li.press('Recall', asked)
      await scene.channel.waitFor('Recalled')
      expect(scene.last()?.event).toEqual({ kind: 'press', action: 'plan:recall:7' })
      expect(scene.li.tapsSinceLastAsked()).toBe(2)
    })

    test('as many buttons as a card has can be pressed, each with its own meaning', async () => {
      const many = Array.from({ length: 30 }, (_, n) => ({ label: asTyped(`Take ${n} & go`), action: `${'x'.repeat(56)}:n:${n}` }))
      await scene.stand.adapter.deliver(scene.outgoing({ ...card('Which one?'), buttons: many }))
      scene.answers({ kind: 'toast', text: asTyped('Taken') })
      await scene.channel.waitFor(({ buttons }) => buttons.includes('Take 29 & go'))
      await scene.li.press('Take 29 & go')
      await scene.li.waitForPrivately('Taken')
      expect(scene.last()?.event).toEqual({ kind: 'press', action: `${'x'.repeat(56)}:n:29` })
    })

    test('several answers come in their order, and one that fails stops none', async () => {
      scene.answers(
        { kind: 'answer', card: card('First') },
        { kind: 'answer', card: { lines: [], note: asTyped('Second') } },
        { kind: 'post', card: card('Third') },
      )
      await scene.li.command('/target', scene.channel)
      await scene.channel.waitFor('Third')
      const seen = scene.li.privately().map(({ text }) => text)
      expect(seen.findIndex((text) => text.includes('First'))).toBeLessThan(seen.findIndex((text) => text.includes('Second')))
    })
  })
}
