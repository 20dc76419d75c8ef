import { outboxQueue } from '../../store/outbox-queue.js'
import type { Visitor } from '../access/visitor.js'
import type { App } from '../app.js'

/** The bot was removed from a team's channel: it is noted for the managers, and nothing of the team is lost. */
export async function leaveWorkspace(app: App, { here, conversation }: Visitor): Promise<void> {
  if (here === undefined) return
  await app.transaction(here.organisationId, (store) =>
    store.records.audit({ personId: undefined, act: 'bot-removed', subject: here.id, after: { conversation } }),
  )
}

/** A conversation lives under a new id, as a Telegram group does that became a supergroup. */
export async function moveConversation(app: App, { platform, conversation }: Visitor, toConversation: string): Promise<void> {
  await outboxQueue(app.database).moveConversation(platform, conversation, toConversation)
}
