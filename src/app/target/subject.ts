import type { MemberId } from '../../core/id.js'
import type { Member } from '../../store/repository/teams.js'
import type { Store } from '../../store/store.js'
import type { Actor } from '../access/visitor.js'
import { findMember } from '../team/find-member.js'
import { UserError } from '../user-error.js'

/** Whose target is asked for. */
export type Whose =
  | { readonly kind: 'me' }
  | { readonly kind: 'team' }
  /** As a button carries it: not trusted. */
  | { readonly kind: 'member'; readonly memberId: string }
  /** As somebody wrote it; a word that is nobody's name may have been meant for something else. */
  | {
      readonly kind: 'named'
      readonly how: 'mentioned' | 'typed'
      readonly platform: string
      readonly externalId: string | undefined
      readonly name: string
    }

/** Who is looked at: `memberId` is undefined for the team as a whole. */
export type Subject =
  | { readonly kind: 'me' | 'member'; readonly name: string; readonly memberId: MemberId }
  | { readonly kind: 'team'; readonly name: string; readonly memberId: undefined }

/**
 * Who is meant, if the asker may see it. A rep sees their own figures and the team's sums: what colleagues show each other is the board's
 * business, with its best few, its "around me" and its quiet members, and would be worth nothing if a name were enough to look behind it.
 * Managers and admins see everybody of the team.
 *
 * @throws UserError when nobody of the team, or more than one, is called so, or the asker may not see them
 */
export async function subjectOf(store: Store, actor: Actor, whose: Whose): Promise<Subject> {
  switch (whose.kind) {
    case 'team':
      return teamOf(actor)
    case 'me':
      return actor.memberId === undefined || actor.role === 'spectator'
        ? teamOf(actor)
        : { kind: 'me', name: actor.name, memberId: actor.memberId }
    case 'member': {
      const member = (await store.teams.members(actor.team.id)).find(({ id }) => id === whose.memberId)
      if (member === undefined) throw new UserError('button-gone')
      return seen(actor, member)
    }
    case 'named':
      return seen(actor, await memberNamed(store, actor, whose))
  }
}

export function teamOf({ team }: Actor): Subject {
  return { kind: 'team', name: team.name, memberId: undefined }
}

/** Whether the actor looks after the team's people, and so may see each of them. */
export function looksAfter({ isAdmin, role }: Actor): boolean {
  return isAdmin || role === 'manager'
}

function seen(actor: Actor, { id, name }: Member): Subject {
  if (id === actor.memberId) return { kind: 'me', name, memberId: id }
  if (!looksAfter(actor)) throw new UserError('target-others', { name })
  return { kind: 'member', name, memberId: id }
}

async function memberNamed(store: Store, { team }: Actor, whose: Extract<Whose, { kind: 'named' }>): Promise<Member> {
  const member = await findMember(store, team, whose, whose.platform)
  if (member !== undefined) return member
  if (whose.how === 'typed') throw new UserError('target-usage')
  throw new UserError('target-nobody', { name: whose.name, team: team.name })
}
