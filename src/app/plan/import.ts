import { parsePlanFile } from '../../core/plan/plan-file.js'
import type { PlanFileError } from '../../core/plan/raw-plan.js'
import type { Result } from '../../core/plan/result.js'
import type { PlanRevision } from '../../store/repository/plans.js'
import { type Actor, mustManage } from '../access/visitor.js'
import type { App } from '../app.js'
import { savePlanDraft } from './save-draft.js'

/**
 * Reads a plan file into a draft. Money that names no currency is the team's.
 *
 * @returns the draft, or all that is wrong in the file, by line: then nothing is kept
 * @throws UserError as savePlanDraft does
 */
export async function importPlan(
  app: App,
  actor: Actor,
  words: string,
  format: 'yaml' | 'csv',
): Promise<Result<PlanRevision, PlanFileError[]>> {
  mustManage(actor)
  const read = parsePlanFile(words, format, { currency: actor.team.currency })
  if (!read.ok) return read
  return { ok: true, value: await savePlanDraft(app, actor, read.value) }
}

/** Which of the two formats pasted words are in: a table's first line names columns, a YAML file's keys end in a colon. */
export function formatOf(words: string): 'yaml' | 'csv' {
  return /^\s*(?:version|period|targets|name)\s*:/m.test(words) ? 'yaml' : 'csv'
}
