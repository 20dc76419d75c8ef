import type { Actor } from '../access/visitor.js'
import type { App } from '../app.js'

/** Keeps the person's name out of what others see of boards and announcements, or puts it back: from now on, in every team. */
export async function setQuiet(app: App, actor: Actor, mode: 'quiet' | 'named'): Promise<void> {
  await app.transaction(actor.organisationId, (store) => store.people.setQuiet(actor.personId, mode === 'quiet'))
}
