import { expect, test } from 'vitest'
import { card } from './samples.js'
import type { Scene } from './scene.js'

/** Stopping leaves nothing undone. */
export function stoppingStories(scene: Scene): void {
  test('stopping finishes what is in hand', async () => {
    let finish = () => {}
    const held = new Promise<void>((resolve) => {
      finish = resolve
    })
    let begun = () => {}
    const hasBegun = new Promise<void>((resolve) => {
      begun = resolve
    })
    scene.stand.house.answerWith = async () => {
      begun()
      await held
      return [{ kind: 'answer', card: card('Done') }]
    }
    const commanded = scene.li.command('/target')
    await hasBegun
    expect(scene.stand.adapter.isConnected()).toBe(true)
    const stopped = scene.stand.adapter.stop()
    finish()
    await stopped
    await scene.li.waitForPrivately('Done')
    expect(scene.stand.adapter.isConnected()).toBe(false)
    await commanded
  })
}
