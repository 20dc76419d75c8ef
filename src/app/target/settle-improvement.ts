import { type Actor, mustCarryTarget } from '../access/visitor.js'
import type { App } from '../app.js'
import { UserError } from '../user-error.js'

/** How far back a button may reach: a promise that is older has long been reviewed. */
const RECENT_DAYS = 62

/** Marks the improvement that the asker promised as done today. Pressed twice, it is done once. @throws UserError for one that is not theirs, or was taken back */
export async function settleImprovement(app: App, actor: Actor, id: string): Promise<void> {
  const memberId = mustCarryTarget(actor)
  await app.transaction(actor.organisationId, async (store) => {
    if (await store.improvements.settle(id, memberId, actor.today)) return
    const recent = await store.improvements.between(actor.team.id, actor.today.subtract({ days: RECENT_DAYS }), actor.today)
    if (!recent.some((improvement) => improvement.id === id && improvement.memberId === memberId)) throw new UserError('improvement-gone')
  })
}
