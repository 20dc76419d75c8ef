import type { PersonId } from '../../core/id.js'
import type { OutboxEntry } from '../../store/repository/outbox.js'
import type { Team } from '../../store/repository/teams.js'
import type { Store } from '../../store/store.js'
import type { Post } from '../posts.js'

/**
 * Outbox entries that tell people something in private (the same to all, or each their own): where the team is if they have an account there, else where they have one; in
 * their own language, else the team's. Who has no account is left out.
 *
 * @param key the person's id is put behind it
 */
export async function privateEntries(
  store: Store,
  team: Team,
  personIds: readonly PersonId[],
  key: string,
  post: Post | ((personId: PersonId) => Post),
): Promise<OutboxEntry[]> {
  if (personIds.length === 0) return []
  const identities = await store.people.identities(personIds)
  const known = await store.people.known(personIds)
  return personIds.flatMap((personId) => {
    const own = identities.filter((identity) => identity.personId === personId)
    const there = own.filter(({ platform }) => platform === team.home.platform)
    const identity = there.find(({ workspace }) => workspace === team.home.workspace) ?? there[0] ?? own[0]
    if (identity === undefined) return []
    const { platform, workspace, externalId } = identity
    return [
      {
        key: `${key}:${personId}`,
        to: { platform, kind: 'private' as const, workspace, person: externalId },
        post: typeof post === 'function' ? post(personId) : post,
        language: known.get(personId)?.language ?? team.language,
      },
    ]
  })
}
