import { newId } from '../../store/new-id.js'
import type { Actor } from '../access/visitor.js'
import type { App } from '../app.js'
import { UserError } from '../user-error.js'

export interface NewCase {
  readonly kind: 'success' | 'failure' | 'lesson'
  readonly words: string
}

/**
 * Puts a case into the team's library.
 *
 * @param source the delivery that brought it: delivered twice, it stands there once
 * @throws UserError for somebody who does not belong to the team
 */
export async function addCase(app: App, actor: Actor, { kind, words }: NewCase, source: string): Promise<void> {
  const { memberId, team, today } = actor
  if (memberId === undefined) throw new UserError('case-members', { team: team.name })
  await app.transaction(actor.organisationId, (store) =>
    store.cases.save({ id: newId(), teamId: team.id, memberId, on: today, kind, words, source: `case:${source}`, at: store.now }),
  )
}
