import { z } from 'zod'
import { type Actor, mustManage } from '../../app/access/visitor.js'
import { importPlan } from '../../app/plan/import.js'
import { keepForeignTable } from '../../app/plan/import-table.js'
import type { PlanSource } from '../../app/plan/plan-source.js'
import { planMistakes, planMistakesCard } from '../cards/plan-errors.js'
import { LONG_TEXT, planImportForm } from '../forms/plan.js'
import { readForm } from '../input.js'
import type { FormValues, Reply } from '../model.js'
import { actorIn, type Request, type Routes } from '../request.js'
import { type Text, text } from '../text.js'
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

export async function importWords(request: Request, actor: Actor, words: string): Promise<readonly Reply[]> {
  const draft = await importPlan(request.app, actor, { kind: 'words', words })
  const table = draft.ok ? undefined : await keepForeignTable(request.app, actor, { kind: 'words', words }, draft.error)
  if (table !== undefined) return showTable(request, actor, table, 'answer')
  return draft.ok ? preview(request, { actor, plan: draft.value }, 'answer') : [answer(planMistakesCard(draft.error))]
}
