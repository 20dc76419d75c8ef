import { z } from 'zod'
import { type Actor, mustManage } from '../../app/access/visitor.js'
import { type OpenProposal, openProposals } from '../../app/plan/agree/open-proposals.js'
import { addTarget, dropTarget } from '../../app/plan/change-draft.js'
import { exportPlan } from '../../app/plan/export.js'
import { importPlan } from '../../app/plan/import.js'
import { keepForeignTable } from '../../app/plan/import-table.js'
import { planOverview } from '../../app/plan/overview.js'
import { planHistory } from '../../app/plan/plan-history.js'
import { periodChoices } from '../../app/plan/plan-period.js'
import type { PlanSource } from '../../app/plan/plan-source.js'
import { previewPlan } from '../../app/plan/preview.js'
import { savePlanDraft } from '../../app/plan/save-draft.js'
import { planOf } from '../../app/plan/stored-plan.js'
import { answerWish } from '../../app/plan/wish.js'
import { UserError } from '../../app/user-error.js'
import { CARRIERS } from '../../core/plan/checks/specific.js'
import { isMetricKey, type MetricKey } from '../../core/plan/metric.js'
import { fiscalOfPlan, namedInPlan } from '../../core/plan/plan-calendar.js'
import type { PlanRevision } from '../../store/repository/plans.js'
import { planCard, planExportCard, recallCard } from '../cards/plan.js'
import { planMistakes, planMistakesCard } from '../cards/plan-errors.js'
import { planHistoryCard } from '../cards/plan-history.js'
import { brokenDraftCard, planEditCard, planPreviewCard } from '../cards/plan-preview.js'
import { planWishCard } from '../cards/plan-wish.js'
import { openProposalButtons, openProposalLines } from '../cards/proposal.js'
import { LONG_TEXT, planImportForm, planTargetForm } from '../forms/plan.js'
import { readTarget } from '../forms/plan-target-input.js'
import { readForm } from '../input.js'
import type { Card, FormValues, Reply } from '../model.js'
import { carriedBy, targetOf, type Wished, wishIn } from '../plan-wished.js'
import { actorIn, type Request, type Routes } from '../request.js'
import { type Text, text } from '../text.js'
import { unreachable } from '../unreachable.js'
import { propose, show as showAgreement } from './agreement.js'
import { showKeyActions } from './key-actions.js'
import { type Meant, meant } from './plan-meant.js'
import { showTable, tableRoutes } from './plan-table.js'
import { keepTemplate, openTemplate, templateIn, templateRoutes } from './plan-template.js'
import { showTime } from './plan-time.js'
import { planTrees } from './plan-tree.js'
import { windowCommand } from './plan-window.js'
import { whatIfCommand } from './what-if.js'

export const planRoutes: Routes = {
  commands: { plan: (request, words) => planCommand(request, words) },
  presses: {
    ...templateRoutes.presses,
    ...tableRoutes.presses,
    'plan:show': (request, [teamId]) => show(request, actorIn(request, teamId)),
    'plan:new': (request, [teamId]) => openNew(request, actorIn(request, teamId), undefined),
    'plan:wish': (request, [teamId, ...wished]) => openNew(request, actorIn(request, teamId), wishIn(wished)),
    'plan:import': async (request, [teamId]) => [openImport(actorIn(request, teamId))],
    'plan:draft': async (request, [planId]) => preview(request, await meant(request, planId), 'answer'),
    'plan:edit': async (request, [planId]) => edit(request, await meant(request, planId)),
    'plan:add': async (request, [planId]) => openFor(request, await meant(request, planId), undefined),
    'plan:change': async (request, [planId, metric]) => openFor(request, await meant(request, planId), metricIn(metric)),
    'plan:drop': async (request, [planId, metric]) => drop(request, await meant(request, planId), metricIn(metric)),
    'plan:renew': async (request, [planId]) => renew(request, await meant(request, planId)),
    'plan:export': async (request, [planId]) => {
      const { actor, plan } = await meant(request, planId)
      return [answer(planExportCard(await exportPlan(request.app, actor, plan.id)))]
    },
  },
  forms: { ...templateRoutes.forms, ...tableRoutes.forms, 'plan-target': saveTarget, 'plan-import': saveImport },
}

/** `/plan`, `/plan new`, `/plan edit`, `/plan draft`, `/plan propose`, `/plan agreement`, `/plan window`, `/plan import [text]`, `/plan recall`, `/plan export`, `/plan history`. */
async function planCommand(request: Request, words: string): Promise<readonly Reply[]> {
  const [verb = ''] = words.split(/\s+/)
  const rest = words.slice(verb.length).trim()
  const wanted = VERBS[verb.toLowerCase()]
  const actor = actorIn(request)
  switch (wanted) {
    case undefined:
      return verb === '' ? show(request, actor) : wish(request, actor, words)
    case 'new': {
      const template = templateIn(rest)
      if (template !== undefined) return openTemplate(request, actor, template)
      return rest === '' ? openNew(request, actor, undefined) : wish(request, actor, rest)
    }
    case 'edit':
    case 'draft':
      return newest(request, actor, wanted)
    case 'propose':
      return propose(request, { actor, plan: await newestDraft(request, actor) })
    case 'agreement':
      return showAgreement(request, { actor, plan: await newestDraft(request, actor) }, 'answer')
    case 'window':
      return windowCommand(request, actor, rest)
    case 'import':
      return rest === '' ? [openImport(actor)] : importWords(request, actor, rest)
    case 'recall': {
      mustManage(actor)
      const running = (await planOverview(request.app, actor)).published.filter(({ isOver }) => !isOver)
      if (running.length === 0) throw new UserError('plan-none', { team: actor.team.name })
      return [answer(recallCard(running))]
    }
    case 'export':
      return [answer(planExportCard(await exportPlan(request.app, actor)))]
    case 'history':
      mustManage(actor)
      return [answer(planHistoryCard(actor.team.name, await planHistory(request.app, actor)))]
    case 'time':
      return showTime(request, actor)
    case 'actions':
      return showKeyActions(request, actor)
    case 'tree':
      return planTrees(request, actor)
    case 'what-if':
      return whatIfCommand(request, actor, rest)
    default:
      return unreachable(wanted)
  }
}

const VERBS: Readonly<
  Record<
    string,
    | 'new'
    | 'edit'
    | 'draft'
    | 'propose'
    | 'agreement'
    | 'window'
    | 'import'
    | 'recall'
    | 'export'
    | 'history'
    | 'time'
    | 'actions'
    | 'tree'
    | 'what-if'
  >
> = {
  new: 'new',
  create: 'new',
  add: 'new',
  新建: 'new',
  制定: 'new',
  添加: 'new',
  edit: 'edit',
  change: 'edit',
  修改: 'edit',
  编辑: 'edit',
  调整: 'edit',
  draft: 'draft',
  drafts: 'draft',
  preview: 'draft',
  publish: 'draft',
  草稿: 'draft',
  预览: 'draft',
  发布: 'draft',
  propose: 'propose',
  提议: 'propose',
  征求意见: 'propose',
  agreement: 'agreement',
  agree: 'agreement',
  意见: 'agreement',
  商定: 'agreement',
  window: 'window',
  windows: 'window',
  窗口: 'window',
  调整窗口: 'window',
  import: 'import',
  导入: 'import',
  recall: 'recall',
  撤回: 'recall',
  export: 'export',
  导出: 'export',
  history: 'history',
  revisions: 'history',
  历史: 'history',
  记录: 'history',
  'what-if': 'what-if',
  whatif: 'what-if',
  试算: 'what-if',
  假如: 'what-if',
  time: 'time',
  season: 'time',
  phases: 'time',
  节奏: 'time',
  阶段: 'time',
  淡旺季: 'time',
  actions: 'actions',
  关键动作: 'actions',
  动作: 'actions',
  tree: 'tree',
  split: 'tree',
  拆分: 'tree',
  分解: 'tree',
}

export function metricIn(words = ''): MetricKey {
  if (!isMetricKey(words)) throw new UserError('button-gone')
  return words
}

async function show({ app }: Request, actor: Actor): Promise<readonly Reply[]> {
  const viewer = actor.isAdmin || actor.role === 'manager' ? 'manager' : 'member'
  const card = planCard(await planOverview(app, actor), actor.team.id, viewer)
  return [answer(withProposals(card, await openProposals(app, actor), actor.team.weekdays.length))]
}

/** What waits for the actor's own answer stands first. */
function withProposals(card: Card, open: readonly OpenProposal[], weekdays: number): Card {
  if (open.length === 0) return card
  return {
    ...card,
    lines: [...open.flatMap(({ proposal, period: of }) => openProposalLines(proposal, of, weekdays)), ...card.lines],
    buttons: [...open.flatMap(({ proposal }) => openProposalButtons(proposal)), ...(card.buttons ?? [])],
  }
}

/** The newest draft, or for changing it the newest plan of any kind. */
async function newest(request: Request, actor: Actor, wanted: 'edit' | 'draft'): Promise<readonly Reply[]> {
  mustManage(actor)
  const { drafts, published } = await planOverview(request.app, actor)
  const plan = drafts[0]?.revision ?? (wanted === 'edit' ? published.find(({ isOver }) => !isOver)?.revision : undefined)
  if (plan === undefined) throw new UserError(wanted === 'edit' ? 'plan-none' : 'plan-no-draft', { team: actor.team.name })
  return wanted === 'edit' ? edit(request, { actor, plan }) : preview(request, { actor, plan }, 'answer')
}

async function newestDraft(request: Request, actor: Actor): Promise<PlanRevision> {
  mustManage(actor)
  const [draft] = (await planOverview(request.app, actor)).drafts
  if (draft === undefined) throw new UserError('plan-no-draft', { team: actor.team.name })
  return draft.revision
}

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

async function edit(request: Request, { actor, plan }: Meant): Promise<readonly Reply[]> {
  mustManage(actor)
  const { targets, period: id } = planOf(plan)
  const [only, ...others] = targets
  if (only !== undefined && others.length === 0) return openFor(request, { actor, plan }, only.metric)
  return [answer(planEditCard(plan, id))]
}

/** A target said in words: what it asks of a week, or three in place of one that is too vague. */
async function wish({ app }: Request, actor: Actor, words: string): Promise<readonly Reply[]> {
  const answered = await answerWish(app, actor, words)
  if (answered === undefined) throw new UserError('plan-usage')
  return [answer(planWishCard(answered, actor.team.id))]
}

/** @param wished what the form starts with */
async function openNew({ app, at }: Request, actor: Actor, wished: Wished | undefined): Promise<readonly Reply[]> {
  mustManage(actor)
  const { team } = actor
  const members = await app.reading(team.organisationId).teams.members(team.id)
  const choices = periodChoices(team, at.toZonedDateTimeISO(team.zone).toPlainDate()).map(({ id }) => id)
  const periods = wished === undefined ? choices : [...new Set([wished.period, ...choices])]
  const target = wished === undefined ? undefined : targetOf(wished, team.currency)
  return [{ kind: 'open', form: planTargetForm({ teamId: team.id, planId: undefined, periods, currency: team.currency, members, target }) }]
}

async function openFor({ app }: Request, { actor, plan }: Meant, metric: MetricKey | undefined): Promise<readonly Reply[]> {
  mustManage(actor)
  const { team } = actor
  const { targets, period: id } = planOf(plan)
  const target = targets.find((each) => each.metric === metric)
  const members = await app.reading(team.organisationId).teams.members(team.id)
  const currency = target?.currency ?? team.currency
  return [{ kind: 'open', form: planTargetForm({ teamId: team.id, planId: plan.id, periods: [id], currency, members, target }) }]
}

async function saveTarget(request: Request, values: FormValues, context: string): Promise<readonly Reply[]> {
  const [teamId = '', planId = '', carrier] = context.split(':')
  const found = planId === '' ? undefined : await meant(request, planId)
  const actor = found?.actor ?? actorIn(request, teamId)
  mustManage(actor)
  const base = found && planOf(found.plan)
  const standing = (metric: MetricKey) => base?.targets.find((each) => each.metric === metric)
  const read = readTarget(values, (metric) => standing(metric)?.currency ?? actor.team.currency)
  if (!read.ok) return [read.reply]
  const { target, period: id, template } = read.value
  if (template !== undefined && found === undefined) {
    const { amount: revenue, split, rhythm } = target
    return keepTemplate(request, actor, template, { period: id, revenue, split, rhythm })
  }
  // The form asks for no season, phases, week, tree, focus or carrier: what came otherwise stays.
  const kept = base?.period === id ? standing(target.metric) : undefined
  const seasoned = {
    ...target,
    ...(kept?.months === undefined ? {} : { months: kept.months }),
    ...(kept?.phases === undefined ? {} : { phases: kept.phases }),
    ...(kept?.seasonality === undefined ? {} : { seasonality: kept.seasonality }),
    ...(kept?.week === undefined ? {} : { week: kept.week }),
    ...(kept?.tree === undefined ? {} : { tree: kept.tree }),
    ...(kept?.focus === undefined ? {} : { focus: kept.focus }),
    ...carriedBy(target.metric, kept?.carrier ?? CARRIERS.find((each) => each === carrier)),
  }
  const fiscal = base === undefined ? actor.team.fiscal : fiscalOfPlan(base)
  const draft = await addTarget(request.app, actor, { period: id, ...namedInPlan(fiscal) }, seasoned)
  return preview(request, { actor, plan: draft }, 'answer')
}

/** The published plan once more, for the team as it is now. */
async function renew(request: Request, { actor, plan }: Meant): Promise<readonly Reply[]> {
  return preview(request, { actor, plan: await savePlanDraft(request.app, actor, planOf(plan)) }, 'answer')
}

async function drop(request: Request, { actor, plan }: Meant, metric: MetricKey): Promise<readonly Reply[]> {
  return preview(request, { actor, plan: await dropTarget(request.app, actor, plan.id, metric) }, 'replace')
}

function openImport(actor: Actor): Reply {
  mustManage(actor)
  return { kind: 'open', form: planImportForm(actor.team.id) }
}

const importAnswers = z.object({
  file: z
    .object({ base64: z.base64() })
    .transform(({ base64 }): PlanSource => ({ kind: 'file', bytes: Buffer.from(base64, 'base64') }))
    .optional(),
  text: z.string().trim().max(LONG_TEXT).default(''),
})

/** What is wrong is said at the field that it came from. */
async function saveImport(request: Request, values: FormValues, teamId: string): Promise<readonly Reply[]> {
  const actor = actorIn(request, teamId)
  const read = readForm(importAnswers, values)
  if (!read.ok) return [read.reply]
  const { file, text: words } = read.value
  const refused = (field: string, said: Text): readonly Reply[] => [{ kind: 'errors', errors: [{ field, text: said }] }]
  if (file !== undefined && words !== '') return refused('text', text('plan-import-both'))
  if (file === undefined && words === '') return refused('file', text('plan-import-neither'))
  const source = file ?? ({ kind: 'words', words } as const)
  const draft = await importPlan(request.app, actor, source)
  if (!draft.ok) {
    const table = await keepForeignTable(request.app, actor, source, draft.error)
    if (table !== undefined) return showTable(request, actor, table, 'answer')
  }
  if (!draft.ok) return refused(file === undefined ? '' : 'file', planMistakes(draft.error))
  return preview(request, { actor, plan: draft.value }, 'answer')
}

async function importWords(request: Request, actor: Actor, words: string): Promise<readonly Reply[]> {
  const draft = await importPlan(request.app, actor, { kind: 'words', words })
  const table = draft.ok ? undefined : await keepForeignTable(request.app, actor, { kind: 'words', words }, draft.error)
  if (table !== undefined) return showTable(request, actor, table, 'answer')
  return draft.ok ? preview(request, { actor, plan: draft.value }, 'answer') : [answer(planMistakesCard(draft.error))]
}

export function answer(card: Card): Reply {
  return { kind: 'answer', card }
}
