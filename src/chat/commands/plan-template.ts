import { z } from 'zod'
import { type Actor, mustManage } from '../../app/access/visitor.js'
import { draftFromTemplate, type TemplateWish } from '../../app/plan/draft-from-template.js'
import { periodChoices } from '../../app/plan/plan-period.js'
import { previewPlan } from '../../app/plan/preview.js'
import { UserError } from '../../app/user-error.js'
import { parseAmount } from '../../core/amount/parse-amount.js'
import { isTemplateKey, PLAN_TEMPLATES, type TemplateKey } from '../../core/plan/templates/plan-templates.js'
import { planPreviewCard } from '../cards/plan-preview.js'
import { partName, templateDraftCard } from '../cards/plan-template.js'
import { actionNames } from '../forms/key-actions.js'
import { planTemplateForm } from '../forms/plan-template.js'
import { readForm } from '../input.js'
import { meaningOf } from '../meaning-of.js'
import type { FormValues, Reply } from '../model.js'
import { spanned } from '../period-span.js'
import { actorIn, type Request, type Routes } from '../request.js'
import { sayIn } from '../say.js'
import { text } from '../text.js'

/** Joins the plan's routes: a new plan from a kind of business. */
export const templateRoutes: Required<Pick<Routes, 'presses' | 'forms'>> = {
  presses: { 'plan:template': async (request, [teamId]) => openTemplate(request, actorIn(request, teamId), undefined) },
  forms: { 'plan-template': saveTemplate },
}

/** "saas" of `/plan new saas`; undefined for words that name no template. */
export function templateIn(words: string): TemplateKey | undefined {
  const plain = words.trim().toLowerCase()
  return isTemplateKey(plain) ? plain : templateNamed(plain)
}

const templateNamed = meaningOf<TemplateKey>({
  saas: ['软件', '订阅'],
  distribution: ['经销', '分销'],
  retail: ['零售'],
  services: ['服务'],
})

export function openTemplate({ at }: Request, actor: Actor, template: TemplateKey | undefined): readonly Reply[] {
  mustManage(actor)
  const { team } = actor
  const periods = periodChoices(team, at.toZonedDateTimeISO(team.zone).toPlainDate()).map(spanned)
  return [{ kind: 'open', form: planTemplateForm({ teamId: team.id, periods, currency: team.currency, template }) }]
}

const answers = z.object({
  template: z.string().refine(isTemplateKey),
  period: z.string().min(1).max(20),
  amount: z.string().trim().min(1).max(80),
})

async function saveTemplate(request: Request, values: FormValues, teamId: string): Promise<readonly Reply[]> {
  const actor = actorIn(request, teamId)
  mustManage(actor)
  const read = readForm(answers, values)
  if (!read.ok) return [read.reply]
  const { template, period, amount } = read.value
  const revenue = parseAmount(amount, { kind: 'money', currency: actor.team.currency })
  if (!revenue.ok) return [{ kind: 'errors', errors: [{ field: 'amount', text: text(`plan-amount-${revenue.reason}`) }] }]
  return keepTemplate(request, actor, template, { period, revenue: revenue.value, split: 'equal' })
}

/** Drafts the whole plan and shows it, with what its numbers rest on. @throws UserError for a revenue of nothing */
export async function keepTemplate(
  { app, language }: Request,
  actor: Actor,
  key: TemplateKey,
  wish: Omit<TemplateWish, 'names'>,
): Promise<readonly Reply[]> {
  if (wish.revenue <= 0n) throw new UserError('template-nothing', {}, 'amount')
  const say = sayIn(language)
  const names = {
    funnel: say(text(`template-funnel-${key}`)),
    part: (part: Parameters<typeof partName>[0]) => say(partName(part)),
    action: actionNames(say),
  }
  const draft = await draftFromTemplate(app, actor, PLAN_TEMPLATES[key], { ...wish, names })
  return [{ kind: 'answer', card: templateDraftCard(planPreviewCard(await previewPlan(app, actor, draft.id)), key) }]
}
