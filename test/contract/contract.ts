import { describe } from 'vitest'
import type { World } from '../support/world.js'
import { answerStories } from './answers.js'
import { deliveryStories } from './deliveries.js'
import { fileStories } from './files.js'
import { formStories } from './forms.js'
import { longStories } from './long.js'
import { peopleStories } from './people.js'
import { productStories } from './product.js'
import { type Stand, sceneFor } from './scene.js'
import { stoppingStories } from './stopping.js'
import { typedStories } from './typed.js'

/**
 * The stories that every adapter passes, whatever its platform. A new platform is one that passes them.
 *
 * @param world where the suite has one anyhow
 */
export function adapterContract(name: string, open: () => Promise<Stand>, world?: () => World): void {
  describe(name, () => {
    const scene = sceneFor(open)
    peopleStories(scene)
    answerStories(scene)
    formStories(scene)
    deliveryStories(scene)
    fileStories(scene)
    longStories(scene)
    typedStories(scene)
    productStories(scene, world)
    stoppingStories(scene)
  })
}
