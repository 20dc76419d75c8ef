import type { Temporal } from 'temporal-polyfill'
import { type LeaveRule, leaveChange } from '../../core/plan/plan-time.js'
import type { PlanChange } from '../../store/repository/plan-changes.js'
import { localDate } from '../../store/repository/teams.js'
import { SYSTEM_PERSON } from '../access/system-actor.js'
import type { Actor } from '../access/visitor.js'
import type { App } from '../app.js'
import { type RevisionFigures, revisionFigures } from './overview.js'
import { planOf } from './stored-plan.js'

/** A revision with all that happened to it, the oldest first. */
export interface RevisionHistory extends RevisionFigures {
  readonly events: readonly RevisionEvent[]
  /** What becomes of days on leave from this version on, where the version before had it otherwise. */
  readonly leaveChange: LeaveRule | undefined
}

export interface RevisionEvent extends Pick<PlanChange, 'act' | 'ground' | 'reason' | 'overridden' | 'changes'> {
  readonly by: string | undefined
  /** In the team's zone. */
  readonly on: Temporal.PlainDate
}

/** Every revision, newest first: who published or recalled it, when, why, and what that changed for whom. */
export async function planHistory(app: App, actor: Actor): Promise<RevisionHistory[]> {
  const store = app.reading(actor.organisationId)
  const revisions = await revisionFigures(store, actor, await store.plans.ofTeam(actor.team.id))
  const changes = await store.planChanges.ofTeam(actor.team.id)
  const known = await store.people.known([...new Set(changes.map(({ by }) => by))])
  return revisions.map((each) => ({
    ...each,
    leaveChange: leaveChangeIn(each, revisions),
    events: changes
      .filter(({ planId }) => planId === each.revision.id)
      .toReversed()
      .map(({ act, ground, reason, overridden, changes: diff, by, at }) => ({
        act,
        ground,
        reason,
        overridden,
        changes: diff,
        by: by === SYSTEM_PERSON ? 'Pacesetter' : known.get(by)?.name,
        on: localDate(actor.team, at),
      })),
  }))
}

function leaveChangeIn({ revision, period }: RevisionFigures, revisions: readonly RevisionFigures[]): LeaveRule | undefined {
  if (revision.publishedAt === undefined) return undefined
  const before = revisions
    .filter((other) => other.period.id === period.id && other.revision.publishedAt !== undefined)
    .find((other) => other.revision.revision < revision.revision)
  return before && leaveChange(planOf(before.revision), planOf(revision))
}
