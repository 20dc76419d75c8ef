import type { OutboxEntry } from '../../store/repository/outbox.js'
import type { PlanRevision } from '../../store/repository/plans.js'
import { type Actor, mustManage } from '../access/visitor.js'
import type { App } from '../app.js'
import type { PlanFilePost } from './post.js'

/** A plan as a file, and the private chat of whoever asked for it. */
export interface PlanHandedOut {
  /** Of the delivery by which it was asked for: delivered again, it hands out nothing more. */
  readonly deliveryId: string
  readonly plan: PlanRevision
  readonly post: PlanFilePost
  readonly to: OutboxEntry['to']
  readonly language: string
}

/**
 * Has a plan sent to the person who asked for it. It goes the way of what the bot posts by itself, not of a live answer: a platform that is
 * busy or away for a while keeps nobody from their file, and a press that is delivered twice finds the entry of the first time.
 */
export async function handOutPlan(app: App, actor: Actor, { deliveryId, plan, post, to, language }: PlanHandedOut): Promise<void> {
  mustManage(actor)
  const key = `plan-file:${deliveryId}`
  await app.transaction(actor.organisationId, async (store) => {
    if (await store.outbox.has(key)) return
    await store.outbox.add([{ key, to, post, language }])
    await store.records.audit({
      personId: actor.personId,
      act: 'plan-exported',
      subject: plan.id,
      after: { format: post.format, period: post.period },
    })
  })
}
