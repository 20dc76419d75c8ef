import { describe, expect, test } from 'vitest'
import { DeliveryError, type Outgoing } from '../../src/chat/model.js'
import { card } from './samples.js'
import type { Scene } from './scene.js'

/** Every byte there is, none of them words, and more than one packet. */
const BYTES = Uint8Array.from({ length: 70_000 }, (_, index) => (index * 31 + (index >> 8)) % 256)
const FILE = { name: '华东-2026-Q2.xlsx', base64: Buffer.from(BYTES).toString('base64') }

/** A file comes whole to whom it is for, and what the platform does not take is answered in words. */
export function fileStories(scene: Scene): void {
  describe('a file', () => {
    const toLi = (more: Partial<Outgoing> = {}): Outgoing =>
      scene.outgoing(card('East: plan for Q2 & <more>'), {
        to: { kind: 'private', workspace: scene.stand.workspaceOf(scene.channel), person: scene.li.id },
        file: FILE,
        ...more,
      })
    const filesOf = ({ li, ben }: Scene) => [...li.privately(), ...ben.privately(), ...scene.channel.posts()].filter(({ file }) => file)

    test('arrives whole, with its words, and is seen by its person alone', async () => {
      await scene.stand.adapter.deliver(toLi())
      const seen = await scene.li.waitForPrivately(({ file }) => file === FILE.name)
      expect(seen.text).toContain('East: plan for Q2 & <more>')
      expect(Buffer.from((await scene.li.download(seen)).bytes).equals(Buffer.from(BYTES))).toBe(true)
      expect((await scene.li.download(seen)).name).toBe(FILE.name)
      await expect(scene.ben.download(seen)).rejects.toThrow()
      expect(scene.ben.privately()).toEqual([])
      expect(scene.channel.posts()).toEqual([])
    })

    test('comes once, though the answer to an earlier attempt was lost, where the platform can be asked', async () => {
      const { sharing } = scene.stand
      if (sharing === undefined) await scene.stand.adapter.deliver(toLi())
      else {
        scene.stand.harness.fault(sharing.call, { kind: 'reply-lost' })
        expect(await outcomeOf(scene.stand.adapter.deliver(toLi()))).toEqual({ kind: 'uncertain' })
      }
      await scene.li.waitForPrivately(({ file }) => file === FILE.name)
      await scene.stand.adapter.deliver(toLi({ mayHaveArrived: true }))
      await expect.poll(() => filesOf(scene).length).toBe(scene.stand.canBeAsked ? 1 : 2)
    })

    test('waits as long as the platform asks, and comes then', async () => {
      const { sharing } = scene.stand
      if (sharing === undefined) return
      scene.stand.harness.fault(sharing.call, { kind: 'rate-limited', retryAfterSeconds: 7 })
      expect(await outcomeOf(scene.stand.adapter.deliver(toLi()))).toMatchObject({ kind: 'not-sent', retryAfterMs: 7000 })
      expect(filesOf(scene)).toEqual([])
      await scene.stand.adapter.deliver(toLi())
      await scene.li.waitForPrivately(({ file }) => file === FILE.name)
    })

    test('that the platform refuses is answered in words, in its place', async () => {
      const { sharing } = scene.stand
      if (sharing === undefined) return
      scene.stand.harness.fault(sharing.refusal.call, { kind: 'refused', error: sharing.refusal.error })
      await scene.stand.adapter.deliver(toLi())
      const told = await scene.li.waitForPrivately(`I could not send you ${FILE.name}.`)
      expect(told.text).toMatch(sharing.refusal.said)
      expect(filesOf(scene)).toEqual([])
      expect(scene.ben.privately()).toEqual([])
      expect(scene.channel.posts()).toEqual([])
    })
  })
}

const outcomeOf = (attempt: Promise<unknown>) =>
  attempt.then(
    () => 'arrived',
    (error: unknown) => (error instanceof DeliveryError ? error.outcome : error),
  )
