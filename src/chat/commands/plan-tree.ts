import { z } from 'zod'
import { type Actor, mustManage } from '../../app/access/visitor.js'
import { changeLevel, changePin } from '../../app/plan/change-tree.js'
import { historyLevel } from '../../app/plan/history-level.js'
import { planInHand, planOverview } from '../../app/plan/overview.js'
import { previewPlan } from '../../app/plan/preview.js'
import { planOf, unitOf } from '../../app/plan/stored-plan.js'
import { readTree, type TreeView } from '../../app/plan/tree-view.js'
import { UserError } from '../../app/user-error.js'
import { parseAmount } from '../../core/amount/parse-amount.js'
import type { PlanId } from '../../core/id.js'
import { isMetricKey, type MetricKey } from '../../core/plan/metric.js'
import { type NodePlace, type PlanTree, TREE_DIMENSIONS } from '../../core/plan/tree/plan-tree.js'
import { planPreviewCard } from '../cards/plan-preview.js'
import { pinnedCard, planTreeCard } from '../cards/plan-tree.js'
import { LONG_TEXT } from '../forms/plan.js'
import { placeIn, treeDeeperForm, treeLevelForm, treePinForm } from '../forms/plan-tree.js'
import { parseTreeLines } from '../forms/tree-lines.js'
import { readForm } from '../input.js'
import type { FormValues, Reply } from '../model.js'
import { actorIn, type Request, type Routes } from '../request.js'
import { type Text, text } from '../text.js'
import { meant } from './plan-meant.js'

export const planTreeRoutes: Routes = {
  presses: {
    'tree:all': async (request, [teamId]) => planTrees(request, actorIn(request, teamId)),
    'tree:show': async (request, ids) => [{ kind: 'answer', card: planTreeCard((await spotOf(request, ids)).view) }],
    'tree:level': async (request, ids) => {
      const { view, place } = await spotOf(request, ids)
      return [{ kind: 'open', form: treeLevelForm(view, place) }]
    },
    'tree:deeper': async (request, ids) => [{ kind: 'open', form: treeDeeperForm((await spotOf(request, ids)).view) }],
    'tree:pin': async (request, ids) => [{ kind: 'open', form: treePinForm((await spotOf(request, ids)).view) }],
    'tree:unpin': async (request, ids) => {
      const { actor, view, place } = await spotOf(request, ids)
      return [{ kind: 'replace', card: pinnedCard(await changePin(request.app, actor, spotIn(view, place), undefined), view.metric) }]
    },
  },
  forms: { 'tree-level': saveLevel, 'tree-pin': savePin },
}

/** The newest draft's trees, or those of what is published: of one target its own card, of several the targets to choose from. */
export async function planTrees(request: Request, actor: Actor): Promise<readonly Reply[]> {
  mustManage(actor)
  const plan = planInHand(await planOverview(request.app, actor))
  if (plan === undefined) throw new UserError('tree-none')
  const { targets } = planOf(plan)
  const broken = targets.filter(({ tree }) => tree !== undefined)
  const cards = (broken.length > 0 ? broken : targets).slice(0, 5).map(({ metric }) => readTree(request.app, actor, plan.id, metric))
  return (await Promise.all(cards)).map((view) => ({ kind: 'answer', card: planTreeCard(view) }))
}

interface Spot {
  readonly actor: Actor
  readonly view: TreeView
  readonly place: NodePlace
}

/** @throws UserError when the plan or the target is gone, or it is not the person's to change */
async function spotOf(request: Request, [planId = '', metric = '', words = '']: readonly string[]): Promise<Spot> {
  const { actor, plan } = await meant(request, planId)
  const place = placeIn(words)
  if (!isMetricKey(metric) || place === undefined) throw new UserError('button-gone')
  return { actor, place, view: await readTree(request.app, actor, plan.id, metric) }
}

function spotIn({ plan, metric }: TreeView, place: NodePlace): { planId: PlanId; metric: MetricKey; place: NodePlace } {
  return { planId: plan.id, metric, place }
}

const levelAnswers = z.object({
  where: z.string().max(160),
  by: z.enum(TREE_DIMENSIONS),
  lines: z.string().max(LONG_TEXT).default(''),
})

async function saveLevel(request: Request, values: FormValues, context: string): Promise<readonly Reply[]> {
  const read = readForm(levelAnswers, values)
  if (!read.ok) return [read.reply]
  const { where, by, lines } = read.value
  const { actor, view, place } = await spotOf(request, [...context.split(':'), where])
  const parts = parseTreeLines(lines, unitOf(view))
  if (!parts.ok) return refused('lines', parts.error)
  let level: PlanTree | undefined = { by, parts: parts.value }
  if (parts.value.length === 0) {
    if (by !== 'person') return refused('lines', text('tree-lines-empty'))
    level = await historyLevel(request.app, actor, view)
  }
  const draft = await saidAt('lines', changeLevel(request.app, actor, spotIn(view, place), level))
  return [{ kind: 'answer', card: planPreviewCard(await previewPlan(request.app, actor, draft.id)) }]
}

const pinAnswers = z.object({
  node: z.string().max(160),
  value: z.string().trim().max(80).default(''),
  reason: z.string().trim().max(200).default(''),
})

async function savePin(request: Request, values: FormValues, context: string): Promise<readonly Reply[]> {
  const read = readForm(pinAnswers, values)
  if (!read.ok) return [read.reply]
  const { node, value, reason } = read.value
  const { actor, view, place } = await spotOf(request, [...context.split(':'), node])
  const amount = value === '' ? undefined : parseAmount(value, unitOf(view))
  if (amount?.ok === false) return refused('value', text(`plan-amount-${amount.reason}`))
  if (amount !== undefined && reason === '') return refused('reason', text('tree-reason-missing'))
  const pin = amount && { amount: amount.value, reason: reason.replace(/\s+/g, ' ') }
  const pinned = await saidAt('value', changePin(request.app, actor, spotIn(view, place), pin))
  return [{ kind: 'answer', card: pinnedCard(pinned, view.metric) }]
}

/** What the target's own form would say of its amount or weights belongs to this form's field. */
async function saidAt<T>(field: 'lines' | 'value', work: Promise<T>): Promise<T> {
  return work.catch((error: unknown) => {
    throw error instanceof UserError && error.field !== '' ? new UserError(error.key, error.facts, field) : error
  })
}

function refused(field: string, said: Text): readonly Reply[] {
  return [{ kind: 'errors', errors: [{ field, text: said }] }]
}
