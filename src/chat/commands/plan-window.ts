import { Temporal } from 'temporal-polyfill'
import { z } from 'zod'
import type { Actor } from '../../app/access/visitor.js'
import type { OverriddenAct } from '../../app/plan/post.js'
import { askOverride } from '../../app/plan/window/ask-override.js'
import { closeWindow, openWindow } from '../../app/plan/window/open-window.js'
import { readWindows } from '../../app/plan/window/read-windows.js'
import { UserError } from '../../app/user-error.js'
import { askedCard, windowsCard } from '../cards/plan-window.js'
import { LONG_REASON } from '../forms/agreement.js'
import { windowForm } from '../forms/plan-window.js'
import { readForm } from '../input.js'
import { meaningOf } from '../meaning-of.js'
import type { FormValues, Reply } from '../model.js'
import { actorIn, type Request, type Routes } from '../request.js'
import { meant } from './plan-meant.js'

export const planWindowRoutes: Routes = {
  presses: {
    'window:open': async (request, [teamId]) => openForm(actorIn(request, teamId)),
    'window:close': (request, [teamId]) => close(request, actorIn(request, teamId), 'replace'),
    'window:ask': (request, [planId]) => ask(request, planId, 'publish'),
    'window:ask-recall': (request, [planId]) => ask(request, planId, 'recall'),
  },
  forms: { 'plan-window': save },
}

/** `/plan window`, `/plan window open [2026-05-20 reason]`, `/plan window close`. */
export async function windowCommand(request: Request, actor: Actor, words: string): Promise<readonly Reply[]> {
  const [verb = ''] = words.split(/\s+/)
  const rest = words.slice(verb.length).trim()
  switch (windowVerb(verb)) {
    case 'open':
      return rest === '' ? openForm(actor) : openBy(request, actor, rest)
    case 'close':
      return close(request, actor, 'answer')
    default:
      if (verb !== '') throw new UserError('window-usage')
      return show(request, actor, 'answer')
  }
}

const windowVerb = meaningOf({ open: ['open', '打开', '开启'], close: ['close', '关闭'] })

async function show({ app }: Request, actor: Actor, kind: 'answer' | 'replace'): Promise<readonly Reply[]> {
  const viewer = actor.isAdmin ? 'admin' : 'manager'
  return [{ kind, card: windowsCard(await readWindows(app, actor), actor.team.id, viewer) }]
}

function openForm(actor: Actor): readonly Reply[] {
  if (!actor.isAdmin) throw new UserError('admins-only')
  return [{ kind: 'open', form: windowForm(actor.team.id, actor.today.add({ days: 7 })) }]
}

const reason = z.string().trim().min(1).max(LONG_REASON)
const endsOn = z.iso.date('date').transform((words) => Temporal.PlainDate.from(words))

/** The end, then the reason, in one line. */
async function openBy(request: Request, actor: Actor, words: string): Promise<readonly Reply[]> {
  const [end = ''] = words.split(/\s+/)
  const read = z.object({ endsOn, reason }).safeParse({ endsOn: end, reason: words.slice(end.length) })
  if (!read.success) throw new UserError('window-usage')
  await openWindow(request.app, actor, read.data)
  return show(request, actor, 'answer')
}

async function save(request: Request, values: FormValues, teamId: string): Promise<readonly Reply[]> {
  const actor = actorIn(request, teamId)
  const read = readForm(z.object({ endsOn: z.iso.date().transform((words) => Temporal.PlainDate.from(words)), reason }), values)
  if (!read.ok) return [read.reply]
  await openWindow(request.app, actor, read.value)
  return show(request, actor, 'answer')
}

async function close(request: Request, actor: Actor, kind: 'answer' | 'replace'): Promise<readonly Reply[]> {
  await closeWindow(request.app, actor)
  return show(request, actor, kind)
}

async function ask(request: Request, planId: string | undefined, act: OverriddenAct): Promise<readonly Reply[]> {
  const { actor, plan } = await meant(request, planId)
  return [{ kind: 'replace', card: askedCard(await askOverride(request.app, actor, plan.id, act), act) }]
}
