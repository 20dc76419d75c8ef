import type { PersonId, TeamId } from '../../core/id.js'
import type { Store } from '../../store/store.js'

/** Of the message by which a month's top seller is asked for a case; the person's id is put behind it. */
export function caseRequestKey(teamId: TeamId, monthId: string): string {
  return `case-request:${teamId}:${monthId}`
}

export interface CaseAskedFor {
  readonly teamId: string
  readonly monthId: string
}

/**
 * The month whose top seller private words answer: they stand under the request for a case, or it was the last thing that was sent to them.
 *
 * @param said.message under which the words stand, if any
 */
export async function caseAskedFor(
  { outbox, people }: Store,
  said: { platform: string; conversation: string; message: string | undefined; personId: PersonId },
): Promise<CaseAskedFor | undefined> {
  const { platform, conversation, message, personId } = said
  const under = message === undefined ? undefined : await outbox.keyOfMessage(platform, conversation, message)
  const [, teamId, monthId] = KEY.exec(under ?? (await newestKey()) ?? '') ?? []
  return teamId === undefined || monthId === undefined ? undefined : { teamId, monthId }

  // Telegram's one private chat is written to by way of any group in which the person is known.
  async function newestKey(): Promise<string | undefined> {
    const own = await people.identities([personId], platform)
    return outbox.newestKeyTo(
      platform,
      own.map(({ workspace, externalId }) => ({ kind: 'private', workspace, person: externalId })),
    )
  }
}

const KEY = /^case-request:([^:]+):([^:]+):/
