import { z } from 'zod'
import { type Actor, foundIn, mustManage } from '../../app/access/visitor.js'
import { agreementOf } from '../../app/plan/agree/agreement.js'
import { acceptProposal, counterProposal, openPlan, ownProposal } from '../../app/plan/agree/answer.js'
import { proposePlan } from '../../app/plan/agree/propose.js'
import { holdToProposal, takeCounter } from '../../app/plan/agree/settle.js'
import { whyProposed } from '../../app/plan/agree/why-proposed.js'
import { planOf, unitOf } from '../../app/plan/stored-plan.js'
import { UserError } from '../../app/user-error.js'
import { parseAmount } from '../../core/amount/parse-amount.js'
import { type CounterTarget, counterChanges } from '../../core/plan/agreement/agreement.js'
import type { Proposal, ProposalId } from '../../store/repository/proposals.js'
import { agreementCard } from '../cards/plan-agreement.js'
import { acceptedCard, counterSentCard } from '../cards/proposal.js'
import { proposalWhyCard } from '../cards/proposal-why.js'
import { counterForm, holdForm, LONG_REASON } from '../forms/agreement.js'
import { readForm } from '../input.js'
import type { FieldError, FormValues, Reply } from '../model.js'
import { actorIn, type Request, type Routes } from '../request.js'
import { text } from '../text.js'
import { type Meant, meant } from './plan-meant.js'

export const agreementRoutes: Routes = {
  presses: {
    'agree:propose': async (request, [planId]) => propose(request, await meant(request, planId)),
    'agree:show': async (request, [planId]) => show(request, await meant(request, planId), 'answer'),
    'agree:why': (request, [id]) => why(request, id),
    'agree:yes': (request, [id]) => accept(request, id),
    'agree:counter': (request, [id]) => openCounter(request, id),
    'agree:take': (request, [id]) => take(request, id),
    'agree:hold': (request, [id]) => openHold(request, id),
  },
  forms: { 'agree-counter': saveCounter, 'agree-hold': saveHold },
}

/** Puts a draft to the team and says how it stands. */
export async function propose(request: Request, { actor, plan }: Meant): Promise<readonly Reply[]> {
  return show(request, { actor, plan: await proposePlan(request.app, actor, plan.id) }, 'replace')
}

/** @throws UserError when it was never proposed */
export async function show(request: Request, { actor, plan }: Meant, kind: 'answer' | 'replace'): Promise<readonly Reply[]> {
  mustManage(actor)
  if (plan.publishedAt !== undefined) throw new UserError('plan-published-already')
  if (plan.state !== 'draft') throw new UserError('plan-not-draft')
  const agreement = await agreementOf(request.app.reading(actor.organisationId), actor.team, plan)
  if (agreement === undefined) throw new UserError('agreement-none')
  return [{ kind, card: agreementCard(plan, planOf(plan).period, agreement) }]
}

async function why(request: Request, id: string | undefined): Promise<readonly Reply[]> {
  const { actor, proposal } = await proposalMeant(request, id)
  return [{ kind: 'answer', card: proposalWhyCard(await whyProposed(request.app, actor, proposal.id)) }]
}

async function accept(request: Request, id: string | undefined): Promise<readonly Reply[]> {
  const { actor, proposal } = await proposalMeant(request, id)
  const { proposal: accepted, plan } = await acceptProposal(request.app, actor, proposal.id)
  return [{ kind: 'replace', card: acceptedCard(accepted, planOf(plan).period) }]
}

async function openCounter(request: Request, id: string | undefined): Promise<readonly Reply[]> {
  const { actor, proposal } = await proposalMeant(request, id)
  const own = await ownProposal(request.app.reading(actor.organisationId), actor, proposal.id)
  return [{ kind: 'open', form: counterForm(own.proposal, planOf(own.plan).period) }]
}

const reason = z.string().trim().min(1).max(LONG_REASON)

async function saveCounter(request: Request, values: FormValues, context: string): Promise<readonly Reply[]> {
  const { actor, proposal } = await proposalMeant(request, context)
  const fields = Object.fromEntries(proposal.targets.map(({ metric }) => [metric, z.string().trim().min(1).max(80)]))
  const read = readForm(z.object({ ...fields, reason }), values)
  if (!read.ok) return [read.reply]
  const numbers = countersIn(proposal, read.value)
  if (!numbers.ok) return [{ kind: 'errors', errors: numbers.errors }]
  const { proposal: countered } = await counterProposal(request.app, actor, proposal.id, {
    targets: numbers.value,
    reason: read.value.reason,
  })
  const changes = counterChanges(countered.targets, numbers.value)
  return [
    {
      kind: 'answer',
      card: counterSentCard(
        changes.map(({ currency, ...change }) => ({ ...change, ...(currency === undefined ? {} : { currency }) })),
        read.value.reason,
      ),
    },
  ]
}

function countersIn({ targets }: Proposal, words: Readonly<Record<string, string>>) {
  const value: CounterTarget[] = []
  const errors: FieldError[] = []
  for (const { metric, currency } of targets) {
    const amount = parseAmount(words[metric] ?? '', unitOf(currency === undefined ? {} : { currency }))
    if (amount.ok) value.push({ metric, currency, amount: amount.value })
    else errors.push({ field: metric, text: text(`plan-amount-${amount.reason}`) })
  }
  return errors.length === 0 ? ({ ok: true, value } as const) : ({ ok: false, errors } as const)
}

async function take(request: Request, id: string | undefined): Promise<readonly Reply[]> {
  const { actor, proposal } = await proposalMeant(request, id)
  const plan = await takeCounter(request.app, actor, proposal.id)
  return show(request, { actor, plan }, 'replace')
}

async function openHold(request: Request, id: string | undefined): Promise<readonly Reply[]> {
  const { actor, proposal } = await proposalMeant(request, id)
  mustManage(actor)
  const store = request.app.reading(actor.organisationId)
  await openPlan(store, proposal)
  const members = await store.teams.members(actor.team.id)
  const name = members.find((member) => member.id === proposal.memberId)?.name ?? ''
  if (proposal.state !== 'countered') throw new UserError('counter-settled', { name })
  return [{ kind: 'open', form: holdForm(proposal.id, name) }]
}

async function saveHold(request: Request, values: FormValues, context: string): Promise<readonly Reply[]> {
  const { actor, proposal } = await proposalMeant(request, context)
  const read = readForm(z.object({ reason }), values)
  if (!read.ok) return [read.reply]
  const plan = await holdToProposal(request.app, actor, proposal.id, read.value.reason)
  return show(request, { actor, plan }, 'answer')
}

async function proposalMeant(request: Request, id = ''): Promise<{ readonly actor: Actor; readonly proposal: Proposal }> {
  const { app, visitor } = request
  const proposal = await foundIn(visitor, (organisationId) => app.reading(organisationId).proposals.byId(id as ProposalId))
  if (proposal === undefined) throw new UserError('proposal-gone')
  return { actor: actorIn(request, proposal.teamId), proposal }
}
