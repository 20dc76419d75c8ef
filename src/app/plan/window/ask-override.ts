import type { PlanId } from '../../../core/id.js'
import { type Actor, mustManage } from '../../access/visitor.js'
import type { App } from '../../app.js'
import { privateEntries } from '../../review/private-entries.js'
import { UserError } from '../../user-error.js'
import { periodOf } from '../plan-period.js'
import type { OverriddenAct } from '../post.js'
import { revisionOf } from '../revision.js'
import { planOf } from '../stored-plan.js'

/**
 * Asks the organisation's admins in private to publish a draft, or to recall what is published, outside a window. Asked again they are asked once:
 * for a draft, or for the day where a plan is to be recalled that may count for months yet.
 *
 * @returns their names
 * @throws UserError when there is nothing to publish or to recall any more
 */
export async function askOverride(app: App, actor: Actor, planId: PlanId, act: OverriddenAct): Promise<string[]> {
  mustManage(actor)
  return app.transaction(actor.organisationId, async (store) => {
    const plan = await revisionOf(store, actor.team, planId)
    if (act === 'publish' && plan.state !== 'draft') throw new UserError('plan-not-draft')
    if (act === 'recall' && plan.state !== 'published') throw new UserError('plan-not-published')
    const admins = await store.people.admins()
    const people = admins.map(({ id }) => id)
    const post = {
      kind: 'override-asked',
      act,
      planId: plan.id,
      team: actor.team.name,
      by: actor.name,
      period: periodOf(planOf(plan)).id,
    } as const
    const key = act === 'publish' ? `override-asked:${plan.id}` : `override-asked:${act}:${plan.id}:${actor.today}`
    await store.outbox.add(await privateEntries(store, actor.team, people, key, post))
    await store.records.audit({ personId: actor.personId, act: 'override-ask', subject: plan.id, after: { act } })
    return admins.map(({ name }) => name)
  })
}
