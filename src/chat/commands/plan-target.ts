import { type Actor, mustManage } from '../../app/access/visitor.js'
import type { App } from '../../app/app.js'
import { addTarget, dropTarget } from '../../app/plan/change-draft.js'
import { periodChoices, periodOf } from '../../app/plan/plan-period.js'
import { planOf } from '../../app/plan/stored-plan.js'
import { parsePeriod } from '../../core/calendar/period.js'
import { hasLeft } from '../../core/calendar/stay.js'
import { CARRIERS } from '../../core/plan/checks/specific.js'
import type { MetricKey } from '../../core/plan/metric.js'
import { fiscalOfPlan, namedInPlan } from '../../core/plan/plan-calendar.js'
import { isSameSplit, type PlanTarget } from '../../core/plan/plan-input.js'
import type { Member } from '../../store/repository/teams.js'
import { planTargetForm, weightsField } from '../forms/plan.js'
import { readTarget } from '../forms/plan-target-input.js'
import type { FormValues, Reply } from '../model.js'
import { spanned } from '../period-span.js'
import { carriedBy, targetOf, type Wished, wishIn } from '../plan-wished.js'
import { actorIn, type Request, type Routes } from '../request.js'
import type { Text } from '../text.js'
import { metricIn, preview } from './plan-draft.js'
import { type Meant, meant } from './plan-meant.js'
import { keepTemplate } from './plan-template.js'

/** One target of a plan: the form that it is given and changed in. */
export const targetRoutes: Required<Pick<Routes, 'presses' | 'forms'>> = {
  presses: {
    'plan:new': (request, [teamId]) => openNew(request, actorIn(request, teamId), undefined),
    'plan:wish': (request, [teamId, ...wished]) => openNew(request, actorIn(request, teamId), wishIn(wished)),
    'plan:add': async (request, [planId]) => openFor(request, await meant(request, planId), undefined),
    'plan:change': async (request, [planId, metric]) => openFor(request, await meant(request, planId), metricIn(metric)),
    'plan:drop': async (request, [planId, metric]) => drop(request, await meant(request, planId), metricIn(metric)),
  },
  forms: { 'plan-target': saveTarget },
}

/** @param wished what the form starts with */
export async function openNew({ app, at }: Request, actor: Actor, wished: Wished | undefined): Promise<readonly Reply[]> {
  mustManage(actor)
  const { team } = actor
  const members = await notLeft(app, actor)
  const choices = periodChoices(team, at.toZonedDateTimeISO(team.zone).toPlainDate())
  const first = wished === undefined ? undefined : parsePeriod(wished.period, team.fiscal)
  const periods = (first === undefined ? choices : [first, ...choices.filter(({ id }) => id !== first.id)]).map(spanned)
  const target = wished === undefined ? undefined : targetOf(wished, team.currency)
  const facts = { teamId: team.id, planId: undefined, periods, currency: team.currency, members, target, planned: [] }
  return [{ kind: 'open', form: planTargetForm(facts) }]
}

/** @param begins the target that was kept just before, to go on from, or the draft that is changed, whoever made it */
export async function openFor(
  { app }: Request,
  { actor, plan }: Meant,
  metric: MetricKey | undefined,
  begins: { readonly after?: MetricKey; readonly waiting?: Text } = {},
): Promise<readonly Reply[]> {
  mustManage(actor)
  const { team } = actor
  const planned = planOf(plan)
  const { targets } = planned
  const target = targets.find((each) => each.metric === metric)
  const members = await notLeft(app, actor)
  const currency = target?.currency ?? team.currency
  const facts = { teamId: team.id, planId: plan.id, periods: [spanned(periodOf(planned))], currency, members, target, planned: targets }
  return [{ kind: 'open', form: planTargetForm({ ...facts, ...begins }) }]
}

async function notLeft(app: App, { team, today }: Actor): Promise<Member[]> {
  return (await app.reading(team.organisationId).teams.members(team.id)).filter((member) => !hasLeft(member, today))
}

async function saveTarget(request: Request, values: FormValues, context: string): Promise<readonly Reply[]> {
  const [teamId = '', planId = '', carrier] = context.split(':')
  const found = planId === '' ? undefined : await meant(request, planId)
  const actor = found?.actor ?? actorIn(request, teamId)
  mustManage(actor)
  const base = found && planOf(found.plan)
  const standing = (metric: MetricKey) => base?.targets.find((each) => each.metric === metric)
  const meantValues = await withMeantSplit(request.app, actor, base?.targets ?? [], values)
  const read = readTarget(meantValues, (metric) => standing(metric)?.currency ?? actor.team.currency)
  if (!read.ok) return [read.reply]
  const { target, period: id, template, next } = read.value
  if (template !== undefined && found === undefined) {
    const { amount: revenue, split, rhythm } = target
    return keepTemplate(request, actor, template, { period: id, revenue, split, rhythm })
  }
  // The form asks for no season, phases, week, tree, focus or carrier: what came otherwise stays. So does what was agreed, until it is shared
  // out anew.
  const kept = base?.period === id ? standing(target.metric) : undefined
  const agreed = kept !== undefined && isSameSplit(kept.split, target.split) ? kept.agreed : undefined
  const seasoned = {
    ...target,
    ...(kept?.months === undefined ? {} : { months: kept.months }),
    ...(kept?.phases === undefined ? {} : { phases: kept.phases }),
    ...(kept?.seasonality === undefined ? {} : { seasonality: kept.seasonality }),
    ...(kept?.week === undefined ? {} : { week: kept.week }),
    ...(agreed === undefined ? {} : { agreed }),
    ...(kept?.tree === undefined ? {} : { tree: kept.tree }),
    ...(kept?.focus === undefined ? {} : { focus: kept.focus }),
    ...carriedBy(target.metric, kept?.carrier ?? CARRIERS.find((each) => each === carrier)),
  }
  const fiscal = base === undefined ? actor.team.fiscal : fiscalOfPlan(base)
  const draft = await addTarget(request.app, actor, { period: id, ...namedInPlan(fiscal) }, seasoned)
  return next === 'another'
    ? openFor(request, { actor, plan: draft }, undefined, { after: target.metric })
    : preview(request, { actor, plan: draft }, 'answer')
}

/** Weights that somebody has changed are meant, though "equally" still stands above them. */
async function withMeantSplit(app: App, actor: Actor, planned: readonly PlanTarget[], values: FormValues): Promise<FormValues> {
  const said = tidy(values.weights)
  if (values.split !== 'equal' || said === '') return values
  const members = await notLeft(app, actor)
  const offered = ['equal' as const, ...planned.map(({ split }) => split)].map((split) => tidy(weightsField(members, split)))
  return offered.includes(said) ? values : { ...values, split: 'weights' }
}

function tidy(weights: FormValues[string] | undefined): string {
  const lines = typeof weights === 'string' ? weights.split('\n').map((line) => line.trim()) : []
  return lines.filter((line) => line !== '').join('\n')
}

async function drop(request: Request, { actor, plan }: Meant, metric: MetricKey): Promise<readonly Reply[]> {
  return preview(request, { actor, plan: await dropTarget(request.app, actor, plan.id, metric) }, 'replace')
}
