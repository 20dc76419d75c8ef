import type { PlanId } from '../../core/id.js'
import type { KeyAction } from '../../core/plan/actions/key-action.js'
import type { PlanRevision } from '../../store/repository/plans.js'
import type { Actor } from '../access/visitor.js'
import type { App } from '../app.js'
import { changeNewest } from './change-draft.js'

/** Gives a plan other key actions, in a new draft; none takes them away. @throws UserError as savePlanDraft does, and for a name that nobody has */
export async function setKeyActions(app: App, actor: Actor, planId: PlanId, actions: readonly KeyAction[]): Promise<PlanRevision> {
  return changeNewest(app, actor, planId, ({ actions: _, ...base }) => ({ ...base, ...(actions.length > 0 && { actions: [...actions] }) }))
}
