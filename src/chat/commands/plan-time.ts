import { type Actor, mustManage } from '../../app/access/visitor.js'
import { setTargetTime, setTeamTime } from '../../app/plan/change-time.js'
import { planInHand, planOverview } from '../../app/plan/overview.js'
import { periodOf } from '../../app/plan/plan-period.js'
import { previewPlan } from '../../app/plan/preview.js'
import { planOf } from '../../app/plan/stored-plan.js'
import { UserError } from '../../app/user-error.js'
import { monthsOf } from '../../core/calendar/period.js'
import { fiscalOfPlan } from '../../core/plan/plan-calendar.js'
import type { PlanInput, PlanTarget } from '../../core/plan/plan-input.js'
import { monthsInYear } from '../../core/plan/plan-time.js'
import type { PlanRevision } from '../../store/repository/plans.js'
import { planPreviewCard } from '../cards/plan-preview.js'
import { planTimeCard } from '../cards/plan-time.js'
import { targetTimeForm, teamTimeForm } from '../forms/plan-time.js'
import { readTargetTime, readTeamTime } from '../forms/plan-time-input.js'
import type { FormValues, Reply } from '../model.js'
import type { Request, Routes } from '../request.js'
import { meant } from './plan-meant.js'

/** How a plan falls on time: phases, seasons, weeks and days, and those who are there for a part of it. */
export const planTimeRoutes: Routes = {
  presses: {
    'time:show': async (request, [planId]) => {
      const { revision, plan } = await changeable(request, planId)
      return [{ kind: 'answer', card: planTimeCard(revision.id, plan) }]
    },
    'time:target': async (request, [planId, metric]) => {
      const { revision, plan } = await changeable(request, planId)
      return [{ kind: 'open', form: targetTimeForm(revision.id, targetIn(plan, metric), monthIds(plan), request.language) }]
    },
    'time:team': async (request, [planId]) => {
      const { revision, plan } = await changeable(request, planId)
      return [{ kind: 'open', form: teamTimeForm(revision.id, plan, request.language) }]
    },
  },
  forms: { 'time-target': saveTarget, 'time-team': saveTeam },
}

/** Of the newest draft, or of what is published. */
export async function showTime(request: Request, actor: Actor): Promise<readonly Reply[]> {
  mustManage(actor)
  const revision = planInHand(await planOverview(request.app, actor))
  if (revision === undefined) throw new UserError('plan-none', { team: actor.team.name })
  return [{ kind: 'answer', card: planTimeCard(revision.id, planOf(revision)) }]
}

async function saveTarget(request: Request, values: FormValues, context: string): Promise<readonly Reply[]> {
  const [planId, metric] = context.split(':')
  const { actor, revision, plan } = await changeable(request, planId)
  const target = targetIn(plan, metric)
  const read = readTargetTime(values, monthIds(plan), monthsInYear(fiscalOfPlan(plan)), target)
  if (!read.ok) return [read.reply]
  return preview(request, actor, await setTargetTime(request.app, actor, revision.id, target.metric, read.value))
}

async function saveTeam(request: Request, values: FormValues, planId: string): Promise<readonly Reply[]> {
  const { actor, revision } = await changeable(request, planId)
  const read = readTeamTime(values)
  if (!read.ok) return [read.reply]
  return preview(request, actor, await setTeamTime(request.app, actor, revision.id, read.value))
}

async function preview({ app }: Request, actor: Actor, draft: PlanRevision): Promise<readonly Reply[]> {
  return [{ kind: 'answer', card: planPreviewCard(await previewPlan(app, actor, draft.id)) }]
}

/** @throws UserError when there is no such plan, or the person does not run its team */
async function changeable(request: Request, planId: string | undefined) {
  const { actor, plan: revision } = await meant(request, planId)
  mustManage(actor)
  return { actor, revision, plan: planOf(revision) }
}

function targetIn({ targets }: PlanInput, metric: string | undefined): PlanTarget {
  const target = targets.find((each) => each.metric === metric)
  if (target === undefined) throw new UserError('button-gone')
  return target
}

function monthIds(plan: PlanInput): string[] {
  return monthsOf(periodOf(plan), fiscalOfPlan(plan)).map(({ id }) => id)
}
