import { mustManage } from '../../app/access/visitor.js'
import { askForProcess, changePlan, leaveOut } from '../../app/plan/change-strategy.js'
import { planOf } from '../../app/plan/stored-plan.js'
import { withAmount, withCarriers, withFocus, withFunnel, withMarket } from '../../core/plan/change-plan.js'
import type { PlanInput } from '../../core/plan/plan-input.js'
import type { PlanFileError } from '../../core/plan/raw-plan.js'
import type { Result } from '../../core/plan/result.js'
import type { PlanRevision } from '../../store/repository/plans.js'
import { base36 } from '../base36.js'
import { planErrorText, planMistakes } from '../cards/plan-errors.js'
import { planFunnelsCard } from '../cards/plan-funnels.js'
import { planCarrierForm, planFocusForm, planFunnelForm, planMarketForm } from '../forms/plan-strategy.js'
import { readCarriers, readFocus, readFunnel, readMarket } from '../forms/plan-strategy-input.js'
import type { Form, FormValues, Reply } from '../model.js'
import type { Request, Routes } from '../request.js'
import { answer, metricIn, preview } from './plan-draft.js'
import { type Meant, meant } from './plan-meant.js'

/** What the checks of a draft ask for: what carries a target, its funnels, the market, the strategy; one-press changes. */
export const planStrategyRoutes: Routes = {
  presses: {
    'plan:carrier': (request, [planId]) => openFrom(request, planId, (plan, id) => planCarrierForm(id, plan)),
    'plan:funnels': funnels,
    'plan:funnel': (request, [planId, place]) =>
      openFrom(request, planId, (plan, id) => planFunnelForm(id, plan, placeIn(place), request.language)),
    'plan:unfunnel': (request, [planId, place]) => change(request, planId, (plan) => withFunnel(plan, placeIn(place) ?? -1, undefined)),
    'plan:market': (request, [planId]) => openFrom(request, planId, (plan, id, { actor }) => planMarketForm(id, plan, actor.team.currency)),
    'plan:focus': (request, [planId]) => openFrom(request, planId, (plan, id) => planFocusForm(id, plan, request.language)),
    'plan:process': async (request, [planId]) => {
      const { actor, plan } = await meant(request, planId)
      return shown(request, { actor, plan }, await askForProcess(request.app, actor, plan.id))
    },
    'plan:spare': async (request, [planId]) => {
      const { actor, plan } = await meant(request, planId)
      return shown(request, { actor, plan }, await leaveOut(request.app, actor, plan.id))
    },
    'plan:set': (request, [planId, metric, amount]) =>
      change(request, planId, (plan) => withAmount(plan, metricIn(metric), base36(amount))),
  },
  forms: {
    'plan-carrier': async (request, values, planId) => {
      const read = readCarriers(values)
      return read.ok ? saved(request, planId, (plan) => withCarriers(plan, read.value)) : [read.reply]
    },
    'plan-funnel': saveFunnel,
    'plan-market': async (request, values, planId) => {
      const read = readMarket(values)
      return read.ok ? saved(request, planId, (plan) => withMarket(plan, read.value)) : [read.reply]
    },
    'plan-focus': async (request, values, planId) => {
      const read = readFocus(values)
      return read.ok ? saved(request, planId, (plan) => withFocus(plan, read.value.focuses, read.value.tags)) : [read.reply]
    },
  },
}

async function openFrom(
  request: Request,
  planId: string | undefined,
  form: (plan: PlanInput, id: string, meant: Meant) => Form,
): Promise<readonly Reply[]> {
  const found = await meant(request, planId)
  mustManage(found.actor)
  return [{ kind: 'open', form: form(planOf(found.plan), found.plan.id, found) }]
}

/** A plan with funnels lists them; one without asks for the first. */
async function funnels(request: Request, [planId]: readonly string[]): Promise<readonly Reply[]> {
  const { actor, plan } = await meant(request, planId)
  mustManage(actor)
  const input = planOf(plan)
  if (input.funnels !== undefined) return [answer(planFunnelsCard(plan.id, input))]
  return [{ kind: 'open', form: planFunnelForm(plan.id, input, undefined, request.language) }]
}

async function saveFunnel(request: Request, values: FormValues, context: string): Promise<readonly Reply[]> {
  const [planId = '', place] = context.split(':')
  const read = readFunnel(values)
  if (!read.ok) return [read.reply]
  return saved(request, planId, (plan) => withFunnel(plan, placeIn(place), read.value))
}

/** By a button: what does not fit any more is said as an answer. */
async function change(request: Request, planId: string | undefined, by: (plan: PlanInput) => PlanInput): Promise<readonly Reply[]> {
  const found = await meant(request, planId)
  return shown(request, found, await changePlan(request.app, found.actor, found.plan.id, by))
}

async function shown(request: Request, { actor }: Meant, changed: Result<PlanRevision, PlanFileError[]>): Promise<readonly Reply[]> {
  if (!changed.ok) return [answer({ lines: [{ kind: 'text', text: planMistakes(changed.error) }] })]
  return preview(request, { actor, plan: changed.value }, 'replace')
}

/** By a form: it stays open and says what does not fit. */
async function saved(request: Request, planId: string, by: (plan: PlanInput) => PlanInput): Promise<readonly Reply[]> {
  const { actor, plan } = await meant(request, planId)
  const changed = await changePlan(request.app, actor, plan.id, by)
  if (changed.ok) return preview(request, { actor, plan: changed.value }, 'answer')
  return [{ kind: 'errors', errors: changed.error.map((error) => ({ field: fieldOf(error), text: planErrorText(error) })) }]
}

/** The form's field that a mistake's path speaks of; the form as a whole where there is none of that name. */
function fieldOf({ field }: PlanFileError): string {
  const parts = field.split('.')
  return FIELDS.find(([path]) => parts.includes(path))?.[1] ?? ''
}

const FIELDS = [
  ['stages', 'stages'],
  ['size', 'size'],
] as const

function placeIn(words: string | undefined): number | undefined {
  return words !== undefined && /^\d{1,2}$/.test(words) ? Number(words) : undefined
}
