import { Temporal } from 'temporal-polyfill'
import { z } from 'zod'
import { belongsOn, isToCome } from '../../core/calendar/stay.js'
import type { MemberId } from '../../core/id.js'
import { newId } from '../../store/new-id.js'
import type { Entry } from '../../store/repository/entries.js'
import type { Store } from '../../store/store.js'
import { type Actor, mustCarryTarget, mustManage } from '../access/visitor.js'
import type { App } from '../app.js'
import { currencyOf, type DayNumber, dayNumbers } from '../check-in/day.js'
import { mayRecord } from '../check-in/may-record.js'
import type { LogChangedPost } from '../check-in/post.js'
import { monthIdsOf } from '../review/month-ids.js'
import { privateEntries } from '../review/private-entries.js'
import { sayMonthlyCorrection } from '../review/say-monthly-correction.js'
import { dayFact } from '../team/stay-days.js'
import { UserError } from '../user-error.js'

const KIND = 'log-undo'
const undoable = z.object({ source: z.string(), memberId: z.string().transform((id) => id as MemberId), on: z.string() })

export interface NumbersToLog {
  readonly entries: readonly Entry[]
  /** The delivery that brought them: it adds once, however often it comes. */
  readonly source: string
  readonly on: Temporal.PlainDate
  /** Somebody else's day: for those who run the team, and then even once the month's report is out, which is said there. */
  readonly forMember?: MemberId
}

export interface Logged {
  /** The day as it stands then. */
  readonly numbers: readonly DayNumber[]
  /** What undoLog takes. */
  readonly undoId: string
}

/** Adds numbers to a member's day. @throws UserError for a day that cannot be filled in, or somebody else's day without the right to it */
export async function logNumbers(app: App, actor: Actor, numbers: NumbersToLog): Promise<Logged> {
  return app.transaction(actor.organisationId, (store) => addNumbers(store, actor, numbers))
}

/** The same within a transaction. */
export async function addNumbers(store: Store, actor: Actor, { entries, source, on, forMember }: NumbersToLog): Promise<Logged> {
  const { team, personId } = actor
  if (forMember !== undefined) mustManage(actor)
  const memberId = forMember ?? mustCarryTarget(actor)
  if (Temporal.PlainDate.compare(on, actor.today) > 0)
    throw new UserError('check-in-ahead', { on: { kind: 'date', on: on.toString(), style: 'weekday' } })
  // A check-in at the same moment says what the day adds up to, and two that add the same metrics in turn would wait for each other.
  await store.days.hold(memberId)
  if (forMember === undefined) await mayRecord(store, team, memberId, on, 'evening')
  else await mustHaveBelonged(store, actor, forMember, on)
  const isNew = await store.entries.add({ teamId: team.id, memberId, on, entries, source, madeBy: personId, madeAt: store.now })
  if (isNew && forMember !== undefined) await sayCorrected(store, actor, forMember, { on, entries, change: 'added', source })
  const undoId = newId()
  await store.records.keepPending({ id: undoId, personId, kind: KIND, state: { source, memberId, on: on.toString() } })
  return { numbers: await dayNumbers(store, team, memberId, on), undoId }
}

/** Takes back what one logging added. @throws UserError when that is done already, is over a day old, or the month is closed */
export async function undoLog(app: App, actor: Actor, undoId: string): Promise<readonly Entry[]> {
  return app.transaction(actor.organisationId, async (store) => {
    const kept = undoable.safeParse(await store.records.pending(undoId, actor.personId, KIND))
    if (!kept.success) throw new UserError('undo-gone')
    const { source, memberId } = kept.data
    const on = Temporal.PlainDate.from(kept.data.on)
    await store.days.hold(memberId)
    if (memberId === actor.memberId) await mayRecord(store, actor.team, memberId, on, 'evening')
    else await mustManageThem(store, actor, memberId)
    await store.records.dropPending(undoId)
    const taken = await store.entries.void({ source, memberId }, store.now)
    if (memberId !== actor.memberId) await sayCorrected(store, actor, memberId, { on, entries: taken, change: 'taken-back', source })
    return taken
  })
}

/** The button's team is not to be trusted: in another one the asker may manage, and here no longer. */
async function mustManageThem(store: Store, actor: Actor, memberId: MemberId): Promise<void> {
  mustManage(actor)
  if (!(await store.teams.members(actor.team.id)).some(({ id }) => id === memberId)) throw new UserError('undo-gone')
}

/**
 * Also who has left: what they did can still be corrected. Days before they joined are let pass, since many a colleague joins a day late.
 *
 * @throws UserError for a day after their last, and for somebody who has yet to come
 * @throws Error for anybody else: a bug, since names are looked up in the team
 */
async function mustHaveBelonged(store: Store, { team, today }: Actor, memberId: MemberId, on: Temporal.PlainDate): Promise<void> {
  const member = (await store.teams.members(team.id)).find(({ id }) => id === memberId)
  if (member === undefined) throw new Error(`Cannot log for ${memberId}: not a member of team ${team.id}`)
  const { name, joinedOn, leftOn } = member
  if (isToCome(member, today)) throw new UserError('log-before-joining', { name, from: dayFact(joinedOn) })
  if (leftOn !== undefined && Temporal.PlainDate.compare(on, leftOn) > 0)
    throw new UserError('log-after-leaving', { name, last: dayFact(leftOn) })
}

interface Correction {
  readonly on: Temporal.PlainDate
  readonly entries: readonly Entry[]
  readonly change: LogChangedPost['change']
  readonly source: string
}

/** Nobody's numbers change in silence: it is kept who changed them, the member hears of it, and a published month says so. */
export async function sayCorrected(store: Store, actor: Actor, memberId: MemberId, correction: Correction): Promise<void> {
  const { on, entries, change, source } = correction
  const { team, personId, name: by } = actor
  await store.records.audit({ personId, act: 'log-for-member', subject: memberId, after: { on: on.toString(), change, entries } })
  const member = (await store.teams.members(team.id)).find((each) => each.id === memberId && belongsOn(each, actor.today))
  if (member !== undefined && member.personId !== personId) {
    const amounts = entries.map(({ metric, amount }) => {
      const currency = currencyOf(metric, team)
      return { metric, amount, ...(currency === undefined ? {} : { currency }) }
    })
    const post = { kind: 'log-changed' as const, change, by, on: on.toString(), entries: amounts }
    await store.outbox.add(await privateEntries(store, team, [member.personId], `log-changed:${source}:${change}`, post))
  }
  for (const monthId of monthIdsOf(on, team)) await sayMonthlyCorrection(store, team, monthId)
}
