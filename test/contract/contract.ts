import { describe } from 'vitest'
import { answerStories } from './answers.js'
import { deliveryStories } from './deliveries.js'
import { formStories } from './forms.js'
import { longStories } from './long.js'
import { peopleStories } from './people.js'
import { type Stand, sceneFor } from './scene.js'
import { stoppingStories } from './stopping.js'
import { typedStories } from './typed.js'

/** The stories that every adapter passes, whatever its platform. A new platform is one that passes them. */
export function adapterContract(name: string, open: () => Promise<Stand>): void {
  describe(name, () => {
    const scene = sceneFor(open)
    peopleStories(scene)
    answerStories(scene)
    formStories(scene)
    deliveryStories(scene)
    longStories(scene)
    typedStories(scene)
    stoppingStories(scene)
  })
}
