import { monthsIn } from '../../core/calendar/period.js'
import { namedInPlan } from '../../core/plan/plan-calendar.js'
import type { PlanInput } from '../../core/plan/plan-input.js'
import { planFromTemplate, type TemplateFacts } from '../../core/plan/templates/plan-from-template.js'
import type { PlanTemplate } from '../../core/plan/templates/plan-templates.js'
import type { PlanRevision } from '../../store/repository/plans.js'
import { localDate } from '../../store/repository/teams.js'
import { type Actor, mustManage } from '../access/visitor.js'
import type { App } from '../app.js'
import { UserError } from '../user-error.js'
import { crewOf } from './carriers.js'
import { periodOf } from './plan-period.js'
import { ofSamePeriod } from './revision.js'
import { keepDraft } from './save-draft.js'
import { asksTheSame, planOf, recheckedPlan } from './stored-plan.js'

export type TemplateWish = Pick<TemplateFacts, 'period' | 'revenue' | 'split' | 'rhythm' | 'names'>

/**
 * Keeps a whole plan made from a template as the period's draft, for as many people as the team has now.
 *
 * @throws UserError when another draft waits for the period, as work would be lost, or as savePlanDraft does
 */
export async function draftFromTemplate(app: App, actor: Actor, template: PlanTemplate, wish: TemplateWish): Promise<PlanRevision> {
  mustManage(actor)
  const { team } = actor
  const { fiscal, currency } = team
  return app.transaction(actor.organisationId, async (store) => {
    await store.teams.hold(team.id)
    const empty: PlanInput = { version: 1, period: wish.period, ...namedInPlan(fiscal), targets: [] }
    const period = periodOf(empty)
    const crew = await crewOf(store, team, period, localDate(team, store.now), {})
    const people = crew.carriers(wish.split).length
    const made = recheckedPlan(planFromTemplate(template, { ...wish, fiscal, currency, months: monthsIn(period), people }))
    if (!made.success) throw made.error // a template that makes no plan is a bug
    const [waiting] = ofSamePeriod(await store.plans.ofTeam(team.id, ['draft']), empty)
    if (waiting !== undefined && !asksTheSame(planOf(waiting), made.data))
      throw new UserError('template-draft-waits', { period: { kind: 'period', id: period.id } }, 'period')
    return keepDraft(store, actor, made.data)
  })
}
