import type { PersonId } from '../../core/id.js'
import type { KeyAction } from '../../core/plan/actions/key-action.js'
import type { OutboxEntry } from '../../store/repository/outbox.js'
import type { Member, Team } from '../../store/repository/teams.js'
import type { Store } from '../../store/store.js'
import type { MetricAmount } from '../metric-amount.js'
import { homeOf } from '../team/create.js'
import type { PlanEffect } from './effect.js'
import type { PlanPublishedPost, TargetChangedPost } from './post.js'
import { openDays } from './standing.js'

export interface Announcement {
  /** What it is about, unique in the organisation: told again, it is still sent once. */
  readonly key: string
  readonly by: string
  /** As people count it: see revision.ts. */
  readonly version: number
  /** None: the plan was recalled and no other took its place. */
  readonly targets: readonly MetricAmount[]
  /** The version that was recalled where an earlier one counts again. */
  readonly recalled?: number | undefined
  /** Why an admin changed what was published outside a window. */
  readonly reason?: string | undefined
  readonly actions?: readonly KeyAction[] | undefined
}

/** Tells the team what holds from now on, and each member in private what it changes for them. */
export async function announce(
  store: Store,
  team: Team,
  effect: PlanEffect,
  { key, by, version, targets, recalled, reason, actions }: Announcement,
): Promise<void> {
  const period = effect.period.id
  const why = reason === undefined ? {} : { reason }
  const post: PlanPublishedPost = {
    kind: 'plan-published',
    teamId: team.id,
    period,
    by,
    version,
    targets,
    ...(recalled === undefined ? {} : { recalled }),
    ...why,
    ...(actions && { actions }),
  }
  const isRecall = recalled !== undefined || targets.length === 0
  const changed = changesByMember(effect)
  const addresses = await addressesOf(
    store,
    team,
    changed.map(({ member }) => member.personId),
  )
  await store.outbox.add([
    { key: `plan-${key}`, to: homeOf(team), post, language: team.language },
    ...changed.flatMap(({ member, changes }): OutboxEntry[] => {
      const address = addresses.get(member.personId)
      if (address === undefined) return []
      const about = { teamId: team.id, period, by }
      const told: TargetChangedPost = { kind: 'target-changed', ...about, ...(isRecall && { act: 'recall' }), changes, ...why }
      return [{ key: `target-${key}:${member.id}`, to: address.to, post: told, language: address.language ?? team.language }]
    }),
  ])
}

/** Of each member whose days to come change: the period's total before and after; null where there is no target. */
export function changesByMember({ targets, members, from }: PlanEffect) {
  return members.flatMap((member: Member) => {
    const changes = targets.flatMap(({ metric, currency, before, after }): TargetChangedPost['changes'][number][] => {
      const [old, fresh] = [before, after].map((plan) => {
        const own = plan.members.find((each) => each.member === member.id)
        return { days: openDays(own, from), total: own?.total ?? 0n }
      })
      if (old === undefined || fresh === undefined || sameDays(old.days, fresh.days)) return []
      const total = (side: typeof old) => (side.days.length === 0 ? null : side.total)
      return [{ metric, ...(currency === undefined ? {} : { currency }), before: total(old), after: total(fresh) }]
    })
    return changes.length === 0 ? [] : [{ member, changes }]
  })
}

type Days = ReturnType<typeof openDays>

function sameDays(one: Days, other: Days): boolean {
  return one.length === other.length && one.every(({ on, amount }, index) => other[index]?.on === on && other[index]?.amount === amount)
}

/** Where each person is written to on the team's platform, best through the team's own workspace. */
async function addressesOf(store: Store, { home }: Team, personIds: readonly PersonId[]) {
  const [identities, people] = await Promise.all([store.people.identities(personIds, home.platform), store.people.known(personIds)])
  const addresses = new Map<PersonId, { to: OutboxEntry['to']; language: string | undefined }>()
  for (const { personId, platform, workspace, externalId } of identities) {
    if (addresses.has(personId) && workspace !== home.workspace) continue
    addresses.set(personId, { to: { kind: 'private', platform, workspace, person: externalId }, language: people.get(personId)?.language })
  }
  return addresses
}
