import type { PlanId } from '../../../core/id.js'
import { type Actor, mustManage } from '../../access/visitor.js'
import type { App } from '../../app.js'
import { privateEntries } from '../../review/private-entries.js'
import { UserError } from '../../user-error.js'
import { periodOf } from '../plan-period.js'
import { revisionOf } from '../revision.js'
import { planOf } from '../stored-plan.js'

/** Asks the organisation's admins in private to publish a draft outside a window. Asked again, they are asked once. @returns their names */
export async function askOverride(app: App, actor: Actor, planId: PlanId): Promise<string[]> {
  mustManage(actor)
  return app.transaction(actor.organisationId, async (store) => {
    const draft = await revisionOf(store, actor.team, planId)
    if (draft.state !== 'draft') throw new UserError('plan-not-draft')
    const admins = await store.people.admins()
    const people = admins.map(({ id }) => id)
    const post = {
      kind: 'override-asked',
      planId: draft.id,
      team: actor.team.name,
      by: actor.name,
      period: periodOf(planOf(draft)).id,
    } as const
    await store.outbox.add(await privateEntries(store, actor.team, people, `override-asked:${draft.id}`, post))
    await store.records.audit({ personId: actor.personId, act: 'override-ask', subject: draft.id })
    return admins.map(({ name }) => name)
  })
}
