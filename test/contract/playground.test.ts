import { afterAll, beforeAll } from 'vitest'
import { openWorld, type World } from '../support/world.js'
import { adapterContract } from './contract.js'
import { playgroundStand } from './playground-stand.js'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())

adapterContract(
  'the playground',
  () => playgroundStand(world),
  () => world,
)
