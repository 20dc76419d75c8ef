import type { CaseKind } from '../../store/repository/cases.js'
import type { Actor } from '../access/visitor.js'
import type { App } from '../app.js'

export interface FoundCase {
  readonly on: string
  readonly kind: CaseKind
  readonly words: string
  /** Undefined for somebody who keeps the name out of sight. */
  readonly name: string | undefined
}

export interface FoundCases {
  readonly teamId: string
  /** What was searched for; empty for the newest. */
  readonly words: string
  readonly cases: readonly FoundCase[]
  /** Whether there are more than these. */
  readonly isCut: boolean
}

const SHOWN = 8

/** The newest cases of the team's library, or those that hold all of the words. */
export async function findCases(app: App, actor: Actor, words: string): Promise<FoundCases> {
  const store = app.reading(actor.organisationId)
  const found = await store.cases.find(
    actor.team.id,
    words.split(/\s+/).filter((word) => word !== ''),
    SHOWN + 1,
  )
  const members = new Map((await store.teams.members(actor.team.id)).map((member) => [member.id, member] as const))
  return {
    teamId: actor.team.id,
    words,
    isCut: found.length > SHOWN,
    cases: found.slice(0, SHOWN).map(({ memberId, on, kind, words: told }) => {
      const member = members.get(memberId)
      const isNamed = member !== undefined && (!member.isQuiet || memberId === actor.memberId)
      return { on: on.toString(), kind, words: told, name: isNamed ? member.name : undefined }
    }),
  }
}
