import { describe, expect, test } from 'vitest'
import { DeliveryError } from '../../src/chat/model.js'
import { card, withButton } from './samples.js'
import type { Scene } from './scene.js'

/** What the outbox sends arrives, once where that can be known, and fails in the terms that the outbox acts on. */
export function deliveryStories(scene: Scene): void {
  describe('what is delivered', () => {
    test('is posted, answered under, edited in place, and said to one person alone', async () => {
      const first = await scene.stand.adapter.deliver(scene.outgoing(withButton('Good morning')))
      const prompt = await scene.channel.waitFor('Good morning')
      expect(first).toMatchObject({ conversation: scene.channel.id, message: prompt.id })
      await scene.stand.adapter.deliver(scene.outgoing(card('Li Na: 3 visits'), { key: 'post-2', under: first }))
      expect(await scene.channel.waitFor('Li Na: 3 visits')).toMatchObject({ under: prompt.id })
      expect(await scene.stand.adapter.deliver(scene.outgoing(card('Good evening'), { key: 'post-3', replaces: first }))).toEqual(first)
      expect(await scene.channel.waitFor('Good evening')).toMatchObject({ id: prompt.id, edits: 1, buttons: [] })
      await scene.stand.adapter.deliver(
        scene.outgoing(withButton('For your eyes only'), {
          key: 'post-4',
          to: { kind: 'private', workspace: scene.stand.workspaceOf(scene.channel), person: scene.li.id },
        }),
      )
      expect((await scene.li.waitForPrivately('For your eyes only')).buttons).toEqual(['Check in'])
      expect(scene.ben.privately()).toEqual([])
      expect(await scene.posts(2)).toHaveLength(2)
    })

    test('comes once, though the answer to an earlier attempt was lost, where the platform can be asked', async () => {
      const sent = scene.outgoing(card('Good morning'))
      if (scene.stand.posting === undefined) await scene.stand.adapter.deliver(sent)
      else {
        scene.stand.harness.fault(scene.stand.posting, { kind: 'reply-lost' })
        expect(await outcomeOf(scene.stand.adapter.deliver(sent))).toEqual({ kind: 'uncertain' })
      }
      await scene.stand.adapter.deliver({ ...sent, mayHaveArrived: true })
      const texts = (await scene.posts(scene.stand.canBeAsked ? 1 : 2)).map(({ text }) => text)
      expect(new Set(texts)).toEqual(new Set(['Good morning']))
    })

    test('comes although the connection broke on the first attempt', async () => {
      const sent = scene.outgoing(card('Good morning'))
      if (scene.stand.posting !== undefined) {
        scene.stand.harness.fault(scene.stand.posting, { kind: 'connection-cut' })
        expect(await outcomeOf(scene.stand.adapter.deliver(sent))).toEqual({ kind: 'uncertain' })
      }
      await scene.stand.adapter.deliver({ ...sent, mayHaveArrived: true })
      expect((await scene.posts(1)).map(({ text }) => text)).toEqual(['Good morning'])
    })

    test('waits as long as the platform asks', async () => {
      if (scene.stand.posting === undefined) return
      scene.stand.harness.fault(scene.stand.posting, { kind: 'rate-limited', retryAfterSeconds: 7 })
      expect(await outcomeOf(scene.stand.adapter.deliver(scene.outgoing(card('Good morning'))))).toMatchObject({
        kind: 'not-sent',
        retryAfterMs: 7000,
      })
      expect(scene.channel.posts()).toEqual([])
    })

    test('is refused where there is nobody, and where the message to edit is gone', async () => {
      if (scene.stand.nowhere !== undefined) {
        const to = { ...scene.toChannel(), conversation: scene.stand.nowhere }
        expect(await outcomeOf(scene.stand.adapter.deliver(scene.outgoing(card('Hello?'), { to })))).toMatchObject({ kind: 'refused' })
      }
      const replaces = { conversation: scene.channel.id, message: '1' }
      expect(await outcomeOf(scene.stand.adapter.deliver(scene.outgoing(card('Hello?'), { replaces })))).toMatchObject({ kind: 'refused' })
      expect(scene.channel.posts()).toEqual([])
    })
  })
}

const outcomeOf = (attempt: Promise<unknown>) =>
  attempt.then(
    () => 'arrived',
    (error: unknown) => (error instanceof DeliveryError ? error.outcome : error),
  )
