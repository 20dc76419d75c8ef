import { type Actor, mustManage } from '../../app/access/visitor.js'
import { setKeyActions } from '../../app/plan/change-actions.js'
import { planInHand, planOverview } from '../../app/plan/overview.js'
import { previewPlan } from '../../app/plan/preview.js'
import { planOf } from '../../app/plan/stored-plan.js'
import { UserError } from '../../app/user-error.js'
import { keyActionsCard } from '../cards/key-actions.js'
import { planPreviewCard } from '../cards/plan-preview.js'
import { keyActionsForm, readKeyActionsForm } from '../forms/key-actions.js'
import type { FormValues, Reply } from '../model.js'
import type { Request, Routes } from '../request.js'
import { meant } from './plan-meant.js'

/** A plan's key actions. */
export const keyActionRoutes: Routes = {
  presses: {
    'actions:edit': async (request, [planId]) => {
      const { actor, plan } = await meant(request, planId)
      mustManage(actor)
      return [{ kind: 'open', form: keyActionsForm(plan.id, planOf(plan), request.language) }]
    },
  },
  forms: { 'key-actions': save },
}

/** Of the newest draft, or of what is published. */
export async function showKeyActions({ app }: Request, actor: Actor): Promise<readonly Reply[]> {
  mustManage(actor)
  const revision = planInHand(await planOverview(app, actor))
  if (revision === undefined) throw new UserError('plan-none', { team: actor.team.name })
  return [{ kind: 'answer', card: keyActionsCard(revision.id, planOf(revision)) }]
}

async function save(request: Request, values: FormValues, planId: string): Promise<readonly Reply[]> {
  const { actor, plan } = await meant(request, planId)
  const read = readKeyActionsForm(values)
  if (!read.ok) return [read.reply]
  const draft = await setKeyActions(request.app, actor, plan.id, read.value)
  return [{ kind: 'answer', card: planPreviewCard(await previewPlan(request.app, actor, draft.id)) }]
}
