import { type Actor, mustManage } from '../../app/access/visitor.js'
import { importPlan } from '../../app/plan/import.js'
import { keepForeignTable } from '../../app/plan/import-table.js'
import { type PlanSource, tableOf } from '../../app/plan/plan-source.js'
import { planOf } from '../../app/plan/stored-plan.js'
import type { PlanRevision } from '../../store/repository/plans.js'
import { planMistakes, planMistakesCard } from '../cards/plan-errors.js'
import { readSource, refusedAt } from '../forms/import-source.js'
import { planImportForm } from '../forms/plan-import.js'
import type { FormValues, Reply } from '../model.js'
import { actorIn, type Request, type Routes } from '../request.js'
import { text } from '../text.js'
import { answer, preview } from './plan-draft.js'
import { showTable, tableRoutes } from './plan-table.js'

/** A plan out of a file or a text. */
export const importRoutes: Required<Pick<Routes, 'presses' | 'forms'>> = {
  presses: { ...tableRoutes.presses, 'plan:import': async (request, [teamId]) => [openImport(actorIn(request, teamId))] },
  forms: { ...tableRoutes.forms, 'plan-import': saveImport },
}

export function openImport(actor: Actor): Reply {
  mustManage(actor)
  return { kind: 'open', form: planImportForm(actor.team.id) }
}

/** What is wrong is said at the field that it came from. */
async function saveImport(request: Request, values: FormValues, teamId: string): Promise<readonly Reply[]> {
  const actor = actorIn(request, teamId)
  const read = readSource(values, { both: text('plan-import-both'), neither: text('plan-import-neither') })
  if (!read.ok) return [read.reply]
  const source = read.value
  const draft = await importPlan(request.app, actor, source)
  if (!draft.ok) {
    const table = await keepForeignTable(request.app, actor, source, draft.error)
    if (table !== undefined) return showTable(request, actor, table, 'answer')
  }
  if (!draft.ok) return [refusedAt(source.kind === 'file' ? 'file' : '', planMistakes(draft.error))]
  return imported(request, actor, source, draft.value)
}

export async function importWords(request: Request, actor: Actor, words: string): Promise<readonly Reply[]> {
  const source = { kind: 'words', words } as const
  const draft = await importPlan(request.app, actor, source)
  const table = draft.ok ? undefined : await keepForeignTable(request.app, actor, source, draft.error)
  if (table !== undefined) return showTable(request, actor, table, 'answer')
  return draft.ok ? imported(request, actor, source, draft.value) : [answer(planMistakesCard(draft.error))]
}

/** The draft, and of a table of members by months what is not kept of it. */
async function imported(request: Request, actor: Actor, source: PlanSource, plan: PlanRevision): Promise<readonly Reply[]> {
  const replies = await preview(request, { actor, plan }, 'answer')
  const isGrid = planOf(plan).targets.some(({ months, split }) => months !== undefined && split !== 'equal')
  if (!isGrid || (await tableOf(source)) === undefined) return replies
  const line = { kind: 'text' as const, text: text('plan-import-grid') }
  return replies.map((reply) =>
    reply.kind === 'answer' ? { ...reply, card: { ...reply.card, lines: [line, ...reply.card.lines] } } : reply,
  )
}
