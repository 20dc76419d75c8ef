import { previousPeriod } from '../../core/calendar/period.js'
import { belongsWithin, hasLeft } from '../../core/calendar/stay.js'
import { fiscalOfPlan } from '../../core/plan/plan-calendar.js'
import type { PlanTree } from '../../core/plan/tree/plan-tree.js'
import type { Actor } from '../access/visitor.js'
import type { App } from '../app.js'
import { UserError } from '../user-error.js'
import { periodOf } from './plan-period.js'
import { planOf } from './stored-plan.js'
import type { TreeView } from './tree-view.js'

/** Every rep by what they did in the period before the plan's; who has done nothing then weighs as an average colleague. */
export async function historyLevel(app: App, actor: Actor, { plan, metric }: Pick<TreeView, 'plan' | 'metric'>): Promise<PlanTree> {
  const store = app.reading(actor.organisationId)
  const content = planOf(plan)
  const period = periodOf(content)
  const before = previousPeriod(period, fiscalOfPlan(content))
  const [members, totals] = await Promise.all([
    store.teams.members(actor.team.id),
    store.entries.totals(actor.team.id, before.start, before.end),
  ])
  const reps = members.filter((member) => member.role === 'rep' && !hasLeft(member, actor.today) && belongsWithin(member, period))
  if (reps.length === 0) throw new UserError('plan-nobody')
  const parts = reps.map(({ id, name }) => {
    const own = totals.filter((total) => total.memberId === id && total.metric === metric)
    const done = own.reduce((sum, { amount }) => sum + amount, 0n)
    return { name, rule: done > 0n ? ({ kind: 'history', amount: done } as const) : ({ kind: 'rest' } as const) }
  })
  return { by: 'person', parts }
}
