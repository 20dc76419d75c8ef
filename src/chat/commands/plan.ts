import { type Actor, mustManage } from '../../app/access/visitor.js'
import { type OpenProposal, openProposals } from '../../app/plan/agree/open-proposals.js'
import { planOverview, revisionOrigin } from '../../app/plan/overview.js'
import { planHistory } from '../../app/plan/plan-history.js'
import { savePlanDraft } from '../../app/plan/save-draft.js'
import { type LeaverRule, shareLeavers } from '../../app/plan/share-leavers.js'
import { planOf } from '../../app/plan/stored-plan.js'
import { answerWish } from '../../app/plan/wish.js'
import { UserError } from '../../app/user-error.js'
import type { PlanRevision } from '../../store/repository/plans.js'
import { draftText, planCard, recallCard } from '../cards/plan.js'
import { planHistoryCard } from '../cards/plan-history.js'
import { planEditCard } from '../cards/plan-preview.js'
import { planRefineCard } from '../cards/plan-refine.js'
import { planWishCard } from '../cards/plan-wish.js'
import { openProposalButtons, openProposalLines } from '../cards/proposal.js'
import type { Card, Reply } from '../model.js'
import { actorIn, type Request, type Routes } from '../request.js'
import { unreachable } from '../unreachable.js'
import { propose, show as showAgreement } from './agreement.js'
import { showKeyActions } from './key-actions.js'
import { answer, preview, why } from './plan-draft.js'
import { exportCommand, exportRoutes } from './plan-export.js'
import { importRoutes, importWords, openImport } from './plan-import.js'
import { type Meant, meant } from './plan-meant.js'
import { openFor, openNew, targetRoutes } from './plan-target.js'
import { openTemplate, templateIn, templateRoutes } from './plan-template.js'
import { showTime } from './plan-time.js'
import { planTrees } from './plan-tree.js'
import { planVerb } from './plan-verbs.js'
import { windowCommand } from './plan-window.js'
import { whatIfCommand } from './what-if.js'

export const planRoutes: Routes = {
  commands: { plan: (request, words) => planCommand(request, words) },
  presses: {
    ...templateRoutes.presses,
    ...importRoutes.presses,
    ...targetRoutes.presses,
    ...exportRoutes.presses,
    'plan:show': (request, [teamId]) => show(request, actorIn(request, teamId)),
    'plan:draft': async (request, [planId]) => preview(request, await meant(request, planId), 'answer'),
    'plan:refine': async (request, [planId]) => refine(request, await meant(request, planId)),
    'plan:why': async (request, [planId, ...asked]) => why(request, await meant(request, planId), asked),
    'plan:edit': async (request, [planId]) => edit(request, await meant(request, planId)),
    'plan:history': async (request, [teamId, from]) => [
      { kind: 'replace', card: await history(request, actorIn(request, teamId), Number(from ?? 0) || 0) },
    ],
    'plan:leavers': async (request, [planId, rule]) =>
      leavers(request, await meant(request, planId), rule === 'carried' ? 'carried' : 'team'),
    'plan:renew': async (request, [planId]) => renew(request, await meant(request, planId)),
  },
  forms: { ...templateRoutes.forms, ...importRoutes.forms, ...targetRoutes.forms },
}

/** Verbs that the words after them do not always stand apart from: “what if”, “导出表格”. */
const UNSPACED = /^(?:what if\b|导出)/i

/** `/plan`, `/plan new`, `/plan edit`, `/plan draft`, `/plan propose`, `/plan agreement`, `/plan window`, `/plan import [text]`, `/plan recall`, `/plan export [format]`, `/plan history`. */
async function planCommand(request: Request, words: string): Promise<readonly Reply[]> {
  const [verb = ''] = UNSPACED.exec(words) ?? words.split(/\s+/)
  const rest = words.slice(verb.length).trim()
  const wanted = planVerb(verb)
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
      return exportCommand(request, actor, rest)
    case 'history':
      return [answer(await history(request, actor, 0))]
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

async function history({ app }: Request, actor: Actor, from: number): Promise<Card> {
  mustManage(actor)
  return planHistoryCard(actor.team, await planHistory(app, actor), from)
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

async function edit(request: Request, { actor, plan }: Meant): Promise<readonly Reply[]> {
  mustManage(actor)
  const { targets, period: id } = planOf(plan)
  const waiting = plan.state === 'draft' ? draftText(await revisionOrigin(request.app, actor, plan)) : undefined
  const [only, ...others] = targets
  if (only !== undefined && others.length === 0) return openFor(request, { actor, plan }, only.metric, waiting && { waiting })
  return [answer(planEditCard(plan, id, waiting))]
}

async function refine(request: Request, { actor, plan }: Meant): Promise<readonly Reply[]> {
  mustManage(actor)
  if (plan.state !== 'draft') return preview(request, { actor, plan }, 'answer')
  return [answer(planRefineCard(plan.id, planOf(plan)))]
}

/** A target said in words: what it asks of a week, or three in place of one that is too vague. */
async function wish({ app }: Request, actor: Actor, words: string): Promise<readonly Reply[]> {
  const answered = await answerWish(app, actor, words)
  if (answered === undefined) throw new UserError('plan-usage')
  return [answer(planWishCard(answered, actor.team.id))]
}

/** The plan once more, with what leavers are no longer there for given to the team, or carried by themselves until they go. */
async function leavers(request: Request, { actor, plan }: Meant, rule: LeaverRule): Promise<readonly Reply[]> {
  return preview(request, { actor, plan: await shareLeavers(request.app, actor, plan, rule) }, 'answer')
}

/** The published plan once more, for the team as it is now. */
async function renew(request: Request, { actor, plan }: Meant): Promise<readonly Reply[]> {
  return preview(request, { actor, plan: await savePlanDraft(request.app, actor, planOf(plan)) }, 'answer')
}
