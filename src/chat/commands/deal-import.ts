import type { Actor } from '../../app/access/visitor.js'
import { mustManage } from '../../app/access/visitor.js'
import { importDealTable, keepDealTable, keptDealTable, mapDealTable, teamOfDealTable, tryDealTable } from '../../app/deal/import-table.js'
import { UserError } from '../../app/user-error.js'
import { dealFileMistake, dealFileMistakeCard, dealImportCard, dealsImportedCard } from '../cards/deal-import.js'
import { columnAnswers, dealColumnsForm, dealImportForm } from '../forms/deal-import.js'
import { readSource, refusedAt } from '../forms/import-source.js'
import { readForm } from '../input.js'
import type { FormValues, Reply } from '../model.js'
import { actorIn, type Request, type Routes } from '../request.js'
import { text } from '../text.js'

/** Joins the deals' routes: a file of deals, from its upload over a dry run to the deals. */
export const dealImportRoutes: Required<Pick<Routes, 'presses' | 'forms'>> = {
  presses: {
    'deal:import': async (request, [teamId]) => openDealImport(actorIn(request, teamId)),
    'deal:columns': async (request, [id = '']) => {
      const actor = await managerOf(request, id)
      return [{ kind: 'open', form: dealColumnsForm(await keptDealTable(request.app, actor, id)) }]
    },
    'deal:take': async (request, [id = '', wanted = '']) => take(request, id, wanted),
  },
  forms: { 'deal-import': saveFile, 'deal-columns': saveColumns },
}

export function openDealImport(actor: Actor): readonly Reply[] {
  mustManage(actor)
  return [{ kind: 'open', form: dealImportForm(actor.team.id) }]
}

/** A table pasted behind the command. */
export async function importDealWords(request: Request, actor: Actor, words: string): Promise<readonly Reply[]> {
  const kept = await keepDealTable(request.app, actor, { kind: 'words', words })
  return kept.ok ? show(request, actor, kept.value, 'answer') : [{ kind: 'answer', card: dealFileMistakeCard(kept.error) }]
}

/** What is wrong is said at the field that it came from. */
async function saveFile(request: Request, values: FormValues, teamId: string): Promise<readonly Reply[]> {
  const actor = actorIn(request, teamId)
  const read = readSource(values, { both: text('deal-import-both'), neither: text('deal-import-neither') })
  if (!read.ok) return [read.reply]
  const kept = await keepDealTable(request.app, actor, read.value)
  if (!kept.ok) return [refusedAt(read.value.kind === 'file' ? 'file' : 'text', dealFileMistake(kept.error))]
  return show(request, actor, kept.value, 'answer')
}

async function saveColumns(request: Request, values: FormValues, id: string): Promise<readonly Reply[]> {
  const actor = await managerOf(request, id)
  const read = readForm(columnAnswers, values)
  if (!read.ok) return [read.reply]
  await mapDealTable(request.app, actor, id, read.value)
  return show(request, actor, id, 'answer')
}

async function take(request: Request, id: string, wanted: string): Promise<readonly Reply[]> {
  const actor = await managerOf(request, id)
  if (wanted !== 'all' && wanted !== 'once') throw new UserError('button-gone')
  const keep = wanted === 'all' ? 'all' : 'without-doubles'
  const taken = await importDealTable(request.app, actor, id, keep)
  // Somebody left, or a deal was added, since the dry run.
  if (taken.problems.length > 0) return show(request, actor, id, 'replace')
  return [{ kind: 'replace', card: dealsImportedCard(taken, actor.team.id, keep) }]
}

async function show({ app }: Request, actor: Actor, id: string, kind: 'answer' | 'replace'): Promise<readonly Reply[]> {
  return [{ kind, card: dealImportCard(await tryDealTable(app, actor, id), actor.team.currency) }]
}

async function managerOf(request: Request, id: string): Promise<Actor> {
  return actorIn(request, await teamOfDealTable(request.app, request.visitor, id))
}
