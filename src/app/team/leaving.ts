import { Temporal } from 'temporal-polyfill'
import { hasLeft, isToCome } from '../../core/calendar/stay.js'
import { localDate, type Member } from '../../store/repository/teams.js'
import { type Actor, mustManage } from '../access/visitor.js'
import type { App } from '../app.js'
import { plansUnaware, type UnawarePlan } from '../plan/unaware.js'
import { UserError } from '../user-error.js'
import { findMember, type Named } from './find-member.js'
import { mustKeepAManager } from './keep-a-manager.js'
import { changeStay, dayFact, mustBeComing } from './stay-days.js'

export interface Leaving {
  readonly member: Member
  /** 'never-came': they were put down for a later day, and do not come. */
  readonly how: 'at-once' | 'later' | 'never-came'
  /** The published plans that ask them for something on days they are not there. */
  readonly plans: readonly UnawarePlan[]
  /** Deals that stay open in their name, and what those with an amount in the currency come to, in its minor units. */
  readonly open: { readonly count: number; readonly amount: bigint; readonly currency: string }
}

/**
 * Takes somebody out of the team: from today on, or after a last day. Until then nothing changes for them. What they did stays; what is
 * published stays as it is until a plan is published anew.
 *
 * @param lastDay in the team's zone, included; said again, the new one holds
 * @throws UserError for a name that nobody or more than one has, a day that makes no sense, and when a day would be without a manager
 */
export async function removeMember(app: App, actor: Actor, named: Named, lastDay?: Temporal.PlainDate): Promise<Leaving> {
  mustManage(actor)
  const { team } = actor
  return app.transaction(actor.organisationId, async (store) => {
    await store.teams.hold(team.id)
    const today = localDate(team, store.now)
    const before = await findMember(store, team, named)
    if (before === undefined || hasLeft(before, today)) throw new UserError('nobody-named', { name: named.name })
    if (lastDay !== undefined) mustBeComing(lastDay, today, 'leave')
    if (lastDay !== undefined && Temporal.PlainDate.compare(lastDay, before.joinedOn) < 0)
      throw new UserError('leaves-before-joining', { name: before.name, from: dayFact(before.joinedOn) })
    const member = { ...before, leftOn: lastDay ?? today.subtract({ days: 1 }) }
    mustKeepAManager(team, await store.teams.members(team.id), member, today)
    await changeStay(store, actor.personId, 'member-remove', before, member)
    const how = lastDay !== undefined ? 'later' : isToCome(before, today) ? 'never-came' : 'at-once'
    const open = { ...(await store.deals.openSum(team.id, member.id, team.currency)), currency: team.currency }
    return { member, how, plans: await plansUnaware(store, team, member.id), open }
  })
}

export interface Staying {
  readonly member: Member
  /** The published plans that were made for their leaving. */
  readonly plans: readonly UnawarePlan[]
}

/** Takes it back that somebody leaves, up to their last day. Taken back twice, it is taken back. @throws UserError once they have left */
export async function takeBackLeaving(app: App, actor: Actor, memberId: string): Promise<Staying> {
  mustManage(actor)
  const { team } = actor
  return app.transaction(actor.organisationId, async (store) => {
    await store.teams.hold(team.id)
    const before = (await store.teams.members(team.id)).find(({ id }) => id === memberId)
    if (before === undefined) throw new UserError('button-gone')
    if (hasLeft(before, localDate(team, store.now))) throw new UserError('leaving-over', { name: before.name })
    const member = { ...before, leftOn: undefined }
    if (before.leftOn !== undefined) await changeStay(store, actor.personId, 'member-stay', before, member)
    return { member, plans: await plansUnaware(store, team, member.id) }
  })
}
