import { z } from 'zod'
import { type Actor, mustManage } from '../../app/access/visitor.js'
import { previewPlan } from '../../app/plan/preview.js'
import type { TriedChange } from '../../app/plan/tried-change.js'
import { keepChange, tryChange } from '../../app/plan/what-if.js'
import { UserError } from '../../app/user-error.js'
import { isMetricKey } from '../../core/plan/metric.js'
import { planPreviewCard } from '../cards/plan-preview.js'
import { whatIfCard } from '../cards/what-if.js'
import { placeIn } from '../forms/plan-tree.js'
import { readWhatIf, whatIfForm } from '../forms/what-if.js'
import { readForm } from '../input.js'
import type { FormValues, Reply } from '../model.js'
import { actorIn, type Request, type Routes } from '../request.js'
import { text } from '../text.js'
import { meant } from './plan-meant.js'

export const whatIfRoutes: Routes = {
  presses: {
    'whatif:open': async (request, [teamId]) => [openWhatIf(actorIn(request, teamId))],
    'whatif:drop': async () => [{ kind: 'replace', card: { lines: [{ kind: 'text', text: text('what-if-dropped') }] } }],
    'whatif:keep': keep,
  },
  forms: { 'what-if': tryForm },
}

/** `/plan what-if win rate 25%`; without more, the form. */
export async function whatIfCommand(request: Request, actor: Actor, words: string): Promise<readonly Reply[]> {
  if (words === '') return [openWhatIf(actor)]
  const change = readWhatIf(words, actor.team.currency)
  if (change === undefined) throw new UserError('what-if-usage')
  return [{ kind: 'answer', card: whatIfCard(await tryChange(request.app, actor, change)) }]
}

function openWhatIf(actor: Actor): Reply {
  mustManage(actor)
  return { kind: 'open', form: whatIfForm(actor.team.id) }
}

const answers = z.object({
  kind: z.enum(['win rate', 'deal size', 'stage', 'headcount', 'share']),
  part: z.string().trim().max(100).default(''),
  value: z.string().trim().min(1).max(40),
})

async function tryForm(request: Request, values: FormValues, teamId: string): Promise<readonly Reply[]> {
  const read = readForm(answers, values)
  if (!read.ok) return [read.reply]
  const { kind, part, value } = read.value
  const actor = actorIn(request, teamId)
  const isPart = kind === 'share' || kind === 'stage'
  if (isPart && part === '') return [{ kind: 'errors', errors: [{ field: 'part', text: text('input-empty') }] }]
  const change = readWhatIf(isPart ? `${kind} ${part} ${value}` : `${kind} ${value}`, actor.team.currency)
  if (change === undefined) return [{ kind: 'errors', errors: [{ field: 'value', text: text('what-if-value') }] }]
  return [{ kind: 'answer', card: whatIfCard(await tryChange(request.app, actor, change)) }]
}

async function keep(request: Request, [planId = '', ...ids]: readonly string[]): Promise<readonly Reply[]> {
  const { actor, plan } = await meant(request, planId)
  const draft = await keepChange(request.app, actor, plan.id, changeIn(ids))
  return [{ kind: 'answer', card: planPreviewCard(await previewPlan(request.app, actor, draft.id)) }]
}

/** As the button carries it. */
function changeIn([kind, value = '', metric = '', words = '']: readonly string[]): TriedChange {
  const [num = '', den = ''] = value.split('/')
  const isFraction = /^[1-9]\d{0,17}$/.test(num) && /^[1-9]\d{0,17}$/.test(den) && BigInt(num) <= BigInt(den)
  if (kind === 'rate' && isFraction) return { kind: 'win-rate', rate: { num: BigInt(num), den: BigInt(den) } }
  if (kind === 'deal' && /^[1-9]\d{0,17}$/.test(value)) return { kind: 'deal-size', amount: BigInt(value) }
  const place = placeIn(words)
  const [funnel, stage] = place ?? []
  if (kind === 'step' && funnel !== undefined && stage !== undefined) {
    if (isFraction) return { kind: 'step', part: { funnel, stage }, value: { kind: 'rate', rate: { num: BigInt(num), den: BigInt(den) } } }
    if (/^[1-9]\d{0,17}$/.test(value)) return { kind: 'step', part: { funnel, stage }, value: { kind: 'size', amount: BigInt(value) } }
  }
  if (kind === 'share' && isFraction && isMetricKey(metric) && place !== undefined && place.length > 0)
    return { kind: 'share', share: { num: BigInt(num), den: BigInt(den) }, part: { metric, place } }
  throw new UserError('button-gone')
}
