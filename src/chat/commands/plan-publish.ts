import { z } from 'zod'
import { type Actor, mustManage } from '../../app/access/visitor.js'
import { discardDraft } from '../../app/plan/change-draft.js'
import type { OverriddenAct } from '../../app/plan/post.js'
import { previewPlan } from '../../app/plan/preview.js'
import { publishPlan } from '../../app/plan/publish.js'
import { blockedOf } from '../../app/plan/publish-gate.js'
import { recallPlan, rightToRecall } from '../../app/plan/recall.js'
import type { VersionedPlan } from '../../app/plan/revision.js'
import { planOf } from '../../app/plan/stored-plan.js'
import { closedTo, type Override } from '../../app/plan/window/right.js'
import type { ChangeRight } from '../../core/plan/window/change-right.js'
import { closedCard } from '../cards/plan-window.js'
import { LONG_REASON } from '../forms/agreement.js'
import { overrideForm } from '../forms/plan-window.js'
import { readForm } from '../input.js'
import type { Button, Card, FormValues, Reply } from '../model.js'
import type { Request, Routes } from '../request.js'
import { errorText, list, period, type Text, text } from '../text.js'
import { answer } from './plan-draft.js'
import { type Meant, meant } from './plan-meant.js'

/** What becomes of a plan: published, discarded, recalled; and an admin's reason where it takes one. */
export const planPublishRoutes: Routes = {
  presses: {
    'plan:publish': async (request, [planId]) => publish(request, await meant(request, planId)),
    'plan:discard': async (request, [planId]) => discard(request, await meant(request, planId)),
    'plan:recall': async (request, [planId]) => recall(request, await meant(request, planId)),
  },
  forms: { 'plan-override': saveOverride },
}

async function publish(request: Request, found: Meant, override?: Override): Promise<readonly Reply[]> {
  const asked = override === undefined ? await askedToPublish(request, found) : undefined
  return [asked ?? publishedReply(await publishPlan(request.app, found.actor, found.plan.id, override), found.actor)]
}

/** What has to be said or asked first. One reason is for all that it overrides. */
async function askedToPublish({ app }: Request, { actor, plan }: Meant): Promise<Reply | undefined> {
  mustManage(actor)
  if (plan.state !== 'draft') return undefined
  const { checks, right, way } = await previewPlan(app, actor, plan.id)
  const blocked = blockedOf(checks).map(({ check }) => check)
  if (way === 'with-reason')
    return {
      kind: 'open',
      form: overrideForm({ act: 'publish', planId: plan.id, of: planOf(plan).period, blocked, isClosed: right.kind === 'closed' }),
    }
  // A blocked check is refused where everything is: in publishing.
  return way === 'by-admin' && blocked.length === 0 ? closed(right, 'publish', plan.id) : undefined
}

async function recall(request: Request, { actor, plan }: Meant, override?: Override): Promise<readonly Reply[]> {
  const asked = override === undefined ? await askedToRecall(request, { actor, plan }) : undefined
  if (asked !== undefined) return [asked]
  const { recalled, restored } = await recallPlan(request.app, actor, plan.id, override)
  const facts = { period: period(planOf(plan).period), version: recalled.version }
  const said =
    restored === undefined ? text('plan-recalled-answer', facts) : text('plan-restored-answer', { ...facts, earlier: restored.version })
  // What was taken back over a slip is mended and published anew, not made anew.
  const anew: Button = { label: text('plan-button-draft-anew'), action: `plan:renew:${plan.id}` }
  return [done(said, actor, [anew])]
}

async function askedToRecall({ app }: Request, { actor, plan }: Meant): Promise<Reply | undefined> {
  const right = await rightToRecall(app, actor, plan)
  if (right.kind !== 'closed' || !actor.isAdmin) return closed(right, 'recall', plan.id)
  return {
    kind: 'open',
    form: overrideForm({ act: 'recall', planId: plan.id, of: planOf(plan).period, blocked: [], isClosed: true }),
  }
}

/** Tells a manager what they can do outside a window. */
function closed(right: ChangeRight, act: OverriddenAct, planId: string): Reply | undefined {
  if (right.kind !== 'closed') return undefined
  const { key, facts } = closedTo(right)
  return answer(closedCard(errorText(key, facts), act, planId))
}

async function saveOverride(request: Request, values: FormValues, context: string): Promise<readonly Reply[]> {
  const [act, planId] = context.split(':')
  const found = await meant(request, planId)
  const read = readForm(z.object({ reason: z.string().trim().min(1).max(LONG_REASON) }), values)
  if (!read.ok) return [read.reply]
  const replies = await (act === 'recall' ? recall(request, found, read.value) : publish(request, found, read.value))
  // No message carries the form: what was done is said anew.
  return replies.map((reply) => (reply.kind === 'replace' ? { ...reply, kind: 'answer' } : reply))
}

async function discard({ app }: Request, { actor, plan }: Meant): Promise<readonly Reply[]> {
  await discardDraft(app, actor, plan.id)
  return [done(text('plan-discarded-answer', { period: period(planOf(plan).period) }), actor)]
}

function publishedReply(plan: VersionedPlan, actor: Actor): Reply {
  const { version, unagreed = [] } = plan
  const facts = { period: period(planOf(plan).period), version }
  const said =
    unagreed.length === 0 ? text('plan-published-answer', facts) : text('plan-published-open', { ...facts, names: list(unagreed) })
  return done(said, actor)
}

/** What was done, in place of the buttons that did it. */
function done(said: Text, { team }: Actor, further: readonly Button[] = []): Reply & { readonly card: Card } {
  const show: Button = { label: text('plan-button-show'), action: `plan:show:${team.id}` }
  return { kind: 'replace', card: { lines: [{ kind: 'text', text: said }], buttons: [...further, show] } }
}
