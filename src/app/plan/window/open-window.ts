import { Temporal } from 'temporal-polyfill'
import { newId } from '../../../store/new-id.js'
import type { Team } from '../../../store/repository/teams.js'
import type { OpenedWindow, WindowId } from '../../../store/repository/windows.js'
import type { Store } from '../../../store/store.js'
import { type Actor, mustAdminister } from '../../access/visitor.js'
import type { App } from '../../app.js'
import { privateEntries } from '../../review/private-entries.js'
import { managersOf } from '../../team/managers.js'
import { UserError } from '../../user-error.js'
import type { WindowPost } from '../post.js'

/** Who forgets to close a window has not opened it for good. */
const MOST_DAYS = 92

/**
 * Lets managers change published targets up to and including a date. The team's managers are told in private.
 *
 * @throws UserError for anybody but an admin, and for an end that has passed or is further than a quarter away
 */
export async function openWindow(
  app: App,
  actor: Actor,
  { endsOn, reason }: { readonly endsOn: Temporal.PlainDate; readonly reason: string },
): Promise<OpenedWindow> {
  mustAdminister(actor)
  if (Temporal.PlainDate.compare(endsOn, actor.today) < 0) throw new UserError('window-over', {}, 'endsOn')
  const latest = actor.today.add({ days: MOST_DAYS })
  if (Temporal.PlainDate.compare(endsOn, latest) > 0)
    throw new UserError('window-too-long', { latest: { kind: 'date', on: latest.toString(), style: 'day' } }, 'endsOn')
  return app.transaction(actor.organisationId, async (store) => {
    await store.teams.hold(actor.team.id)
    const same = (await store.windows.openOn(actor.team.id, actor.today)).find(
      (open) => open.endsOn.equals(endsOn) && open.reason === reason,
    )
    if (same !== undefined) return same
    const window: OpenedWindow = {
      id: newId<'window'>() as WindowId,
      teamId: actor.team.id,
      reason,
      openedBy: actor.personId,
      openedAt: store.now,
      endsOn,
      closedAt: undefined,
    }
    await store.windows.add(window)
    const after = { endsOn: endsOn.toString(), reason }
    await store.records.audit({ personId: actor.personId, act: 'window-open', subject: actor.team.id, after })
    await tellManagers(store, actor.team, `window-opened:${window.id}`, {
      kind: 'window',
      teamId: actor.team.id,
      team: actor.team.name,
      opened: { by: actor.name, reason },
      closesOn: endsOn.toString(),
    })
    return window
  })
}

/** Closes what is open before its end. The calendar's window is not theirs to close: it is a setting. @throws UserError when none is open */
export async function closeWindow(app: App, actor: Actor): Promise<void> {
  mustAdminister(actor)
  await app.transaction(actor.organisationId, async (store) => {
    const closed = await store.windows.close(actor.team.id, { personId: actor.personId, at: store.now, today: actor.today })
    if (closed === 0) throw new UserError('window-none-open')
    await store.records.audit({ personId: actor.personId, act: 'window-close', subject: actor.team.id })
  })
}

/** @param key of the message, unique in the organisation but for the manager's id @returns whether there was a manager whom the bot can write to */
export async function tellManagers(store: Store, team: Team, key: string, post: WindowPost): Promise<boolean> {
  const entries = await privateEntries(store, team, await managersOf(store, team), key, post)
  await store.outbox.add(entries)
  return entries.length > 0
}
