import type { Temporal } from 'temporal-polyfill'
import type { ActionStanding } from '../../core/plan/actions/action-standing.js'
import type { Store } from '../../store/store.js'
import { type Actor, mustCarryTarget } from '../access/visitor.js'
import type { App } from '../app.js'
import { mayRecord } from '../check-in/may-record.js'
import { UserError } from '../user-error.js'
import { actionsOnDay } from './of-member.js'

/** A key action of a day by its code, and how many of it were done that day in all. */
export interface Ticked {
  readonly code: string
  readonly count: number
}

/**
 * Says how many of their key actions the asker did on a day; 0 takes them back. What is said again changes nothing, so a button that is
 * pressed twice counts once.
 *
 * @param codeOf what a button knows an action by
 * @throws UserError for a day that cannot be filled in, people without a target, and an action that the plan no longer asks for
 */
export async function tickActions(
  app: App,
  actor: Actor,
  on: Temporal.PlainDate,
  ticked: readonly Ticked[],
  codeOf: (key: string) => string,
): Promise<void> {
  const memberId = mustCarryTarget(actor)
  await app.transaction(actor.organisationId, async (store) => {
    await mayRecord(store, actor.team, memberId, on, 'evening')
    const standings = await ownActions(store, actor, on)
    for (const { code, count } of ticked) {
      const key = standings.find((standing) => codeOf(standing.key) === code)?.key
      if (key === undefined) throw new UserError('key-action-gone')
      await store.actions.tick({ teamId: actor.team.id, memberId, on, key, count, by: actor.personId, at: store.now })
    }
  })
}

/** How the asker stands on a day on each of their key actions. @throws UserError for people without a target */
export async function ownActions(store: Store, actor: Actor, on: Temporal.PlainDate): Promise<ActionStanding[]> {
  const start = await store.dayStart(actor.team.id, mustCarryTarget(actor), on, on)
  return start.leaveUntil === undefined ? actionsOnDay(actor.team, actor.name, start, on) : []
}
