import { mustManage } from '../../app/access/visitor.js'
import { previewPlan } from '../../app/plan/preview.js'
import { UserError } from '../../app/user-error.js'
import { isMetricKey, type MetricKey } from '../../core/plan/metric.js'
import { brokenDraftCard, planPreviewCard } from '../cards/plan-preview.js'
import type { Card, Reply } from '../model.js'
import type { Request } from '../request.js'
import type { Meant } from './plan-meant.js'

/** A draft with its checks, from where it is changed and published. @throws UserError when the plan is no draft */
export async function preview({ app }: Request, { actor, plan }: Meant, kind: 'answer' | 'replace'): Promise<readonly Reply[]> {
  if (plan.state !== 'draft') {
    mustManage(actor)
    throw new UserError(plan.state === 'published' ? 'plan-published-already' : 'plan-not-draft')
  }
  try {
    return [{ kind, card: planPreviewCard(await previewPlan(app, actor, plan.id)) }]
  } catch (error) {
    // The team is no longer the one that it was drafted for: what is wrong is said where it can be mended.
    if (error instanceof UserError && error.field !== '') return [{ kind, card: brokenDraftCard(plan.id, error) }]
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
