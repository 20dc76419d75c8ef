import { z } from 'zod'
import type { Actor } from '../../app/access/visitor.js'
import { importTable, keptTable, mapTable, teamOfTable, tryTable } from '../../app/plan/import-table.js'
import { previewPlan } from '../../app/plan/preview.js'
import { planPreviewCard } from '../cards/plan-preview.js'
import { tableCard } from '../cards/plan-table.js'
import { NOTHING, tableForm } from '../forms/plan-table.js'
import { readForm } from '../input.js'
import type { FormValues, Reply } from '../model.js'
import { actorIn, type Request, type Routes } from '../request.js'

/** Joins the plan's routes: a table with headers of its own, from a guess of what they mean to a draft. */
export const tableRoutes: Required<Pick<Routes, 'presses' | 'forms'>> = {
  presses: {
    'plan:columns': async (request, [id = '']) => {
      const actor = await managerOf(request, id)
      return [{ kind: 'open', form: tableForm(await keptTable(request.app, actor, id)) }]
    },
    'plan:take': async (request, [id = '']) => take(request, await managerOf(request, id), id),
  },
  forms: { 'plan-columns': saveColumns },
}

/** The dry run: what the columns are taken to mean, and what comes of it. */
export async function showTable({ app }: Request, actor: Actor, id: string, kind: 'answer' | 'replace'): Promise<readonly Reply[]> {
  return [{ kind, card: tableCard(await tryTable(app, actor, id)) }]
}

async function managerOf(request: Request, id: string): Promise<Actor> {
  return actorIn(request, await teamOfTable(request.app, request.visitor, id))
}

async function take(request: Request, actor: Actor, id: string): Promise<readonly Reply[]> {
  const draft = await importTable(request.app, actor, id)
  if (!draft.ok) return showTable(request, actor, id, 'replace')
  return [{ kind: 'replace', card: planPreviewCard(await previewPlan(request.app, actor, draft.value.id)) }]
}

const source = z
  .string()
  .min(1)
  .max(75)
  .transform((value) => (value === NOTHING ? '' : value))
const optional = source.default('')
const answers = z.object({ period: source, metric: source, amount: optional, member: optional, weight: optional, currency: optional })

async function saveColumns(request: Request, values: FormValues, id: string): Promise<readonly Reply[]> {
  const actor = await managerOf(request, id)
  const read = readForm(answers, values)
  if (!read.ok) return [read.reply]
  await mapTable(request.app, actor, id, read.value)
  return showTable(request, actor, id, 'answer')
}
