import { z } from 'zod'
import { mustManage } from '../../app/access/visitor.js'
import { previewPlan } from '../../app/plan/preview.js'
import { planOf } from '../../app/plan/stored-plan.js'
import { whyDraft } from '../../app/plan/why-draft.js'
import { whyTheseNumbers } from '../../app/target/why.js'
import { UserError } from '../../app/user-error.js'
import { isMetricKey, type MetricKey } from '../../core/plan/metric.js'
import { brokenDraftCard, planPreviewCard } from '../cards/plan-preview.js'
import { planWhyCard } from '../cards/plan-why.js'
import { whyCard } from '../cards/why.js'
import type { Card, Reply } from '../model.js'
import type { Request } from '../request.js'
import type { Meant } from './plan-meant.js'

/** How many people were shown before, as a button says it; from the first on where it says something else. */
const offset = z.coerce.number().int().min(0).catch(0)

/** A draft with its checks, from where it is changed and published. @throws UserError when the plan is no draft */
export async function preview({ app }: Request, { actor, plan }: Meant, kind: 'answer' | 'replace'): Promise<readonly Reply[]> {
  if (plan.state !== 'draft') {
    mustManage(actor)
    throw new UserError(plan.state === 'published' ? 'plan-published-already' : 'plan-not-draft')
  }
  return [{ kind, card: await orBroken(plan.id, async () => planPreviewCard(await previewPlan(app, actor, plan.id))) }]
}

/** Where a plan's figures come from. An answer of its own for each target: with forty people it takes more than the one message that is replaced. */
export async function why({ app }: Request, { actor, plan }: Meant, [metric, from]: readonly string[]): Promise<readonly Reply[]> {
  const wanted = metric === undefined ? undefined : metricIn(metric)
  // Published meanwhile, its numbers are what everybody's targets lead back to.
  if (plan.state === 'published') return [answer(whyCard(await whyTheseNumbers(app, actor, planOf(plan).period, { kind: 'team' })))]
  const card = await orBroken(plan.id, async () => planWhyCard(await whyDraft(app, actor, plan.id, wanted), offset.parse(from)))
  return [answer(card)]
}

/** Where the team is no longer the one that a draft was made for, what is wrong is said where it can be mended. */
async function orBroken(planId: string, work: () => Promise<Card>): Promise<Card> {
  try {
    return await work()
  } catch (error) {
    if (error instanceof UserError && error.field !== '') return brokenDraftCard(planId, error)
    throw error
  }
}

/** The metric that a button names. @throws UserError when there is none of that name */
export function metricIn(words = ''): MetricKey {
  if (!isMetricKey(words)) throw new UserError('button-gone')
  return words
}

export function answer(card: Card): Reply {
  return { kind: 'answer', card }
}
