import { type Actor, mustManage } from '../../app/access/visitor.js'
import { exportable, exportPlan, planFigures } from '../../app/plan/export.js'
import { handOutPlan } from '../../app/plan/hand-out.js'
import type { PlanFormat } from '../../app/plan/post.js'
import { planOf } from '../../app/plan/stored-plan.js'
import { writeXlsx } from '../../app/spreadsheet/write-xlsx.js'
import { UserError } from '../../app/user-error.js'
import { exportChoiceCard, planExportCard } from '../cards/plan-export.js'
import { meaningOf } from '../meaning-of.js'
import type { Reply } from '../model.js'
import type { Request, Routes } from '../request.js'
import { sayIn } from '../say.js'
import { planSheet } from '../sheets/plan-sheet.js'
import { text } from '../text.js'
import { answer } from './plan-draft.js'
import { type Meant, meant } from './plan-meant.js'

export const exportRoutes: Routes = {
  presses: {
    'plan:export': async (request, [planId]) => show(request, await meant(request, planId)),
    'plan:xlsx': async (request, [planId]) => handOut(request, await meant(request, planId), 'xlsx'),
    'plan:yaml': async (request, [planId]) => handOut(request, await meant(request, planId), 'yaml'),
  },
}

/** `/plan export`, `/plan export xlsx`, `/plan export yaml`. */
export async function exportCommand(request: Request, actor: Actor, words: string): Promise<readonly Reply[]> {
  mustManage(actor)
  const format = formatIn(words)
  const plans = await exportable(request.app, actor)
  const [plan, ...others] = plans
  if (others.length > 0) return [answer(exportChoiceCard(plans, format))]
  return format === undefined ? show(request, { actor, plan }) : handOut(request, { actor, plan }, format)
}

const formatOf = meaningOf<PlanFormat>({
  xlsx: ['xlsx', '.xlsx', 'excel', 'spreadsheet', 'sheet', 'workbook', 'table', '表格', '电子表格', '工作簿', 'excel表', 'excel表格'],
  yaml: ['yaml', '.yaml', 'yml', '.yml', 'text', 'code', '文本', '代码'],
})

/** @throws UserError for a word that names no format, with those there are */
function formatIn(words: string): PlanFormat | undefined {
  if (words === '') return undefined
  const format = formatOf(words)
  if (format === undefined) throw new UserError('plan-export-format', { words: words.slice(0, MOST_QUOTED) })
  return format
}

const MOST_QUOTED = 60

async function show({ app }: Request, { actor, plan }: Meant): Promise<readonly Reply[]> {
  return [answer(planExportCard(plan, planOf(plan).period, await exportPlan(app, actor, plan.id)))]
}

async function handOut(request: Request, { actor, plan }: Meant, format: PlanFormat): Promise<readonly Reply[]> {
  const { app, language, interaction } = request
  const { deliveryId, platform, who, where } = interaction
  const bytes =
    format === 'xlsx'
      ? await writeXlsx(planSheet(await planFigures(app, actor, plan.id), sayIn(language)))
      : Buffer.from(await exportPlan(app, actor, plan.id))
  const { period } = planOf(plan)
  const name = `${nameable(actor.team.name)}-${period}.${format}`
  const { conversation, thread } = where
  const askedIn = { name: who.name, command: 'plan', conversation, ...(thread === undefined ? {} : { thread }) }
  await handOutPlan(app, actor, {
    deliveryId,
    plan,
    post: {
      kind: 'plan-file',
      team: actor.team.name,
      period,
      format,
      isDraft: plan.state !== 'published',
      file: { name, base64: Buffer.from(bytes).toString('base64') },
      ...(where.kind === 'private' ? {} : { askedIn }),
    },
    to: { platform, kind: 'private', workspace: where.workspace, person: who.externalId },
    language,
  })
  const coming = text('plan-file-coming', { name })
  return [where.kind === 'private' ? { kind: 'toast', text: coming } : answer({ lines: [{ kind: 'text', text: coming }] })]
}

/** What of a team's name every platform takes in a file's name. */
function nameable(name: string): string {
  const letters = name.replaceAll(/[^\p{L}\p{N}]+/gu, '-').replaceAll(/^-+|-+$/g, '')
  return [...letters].slice(0, 40).join('') || 'plan'
}
