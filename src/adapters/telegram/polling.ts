import { setTimeout as wait } from 'node:timers/promises'
import type { Api } from 'grammy'
import type { Logger } from 'pino'
import { allowedUpdates } from './commands.js'
import { failureOf, loggable } from './failure.js'
import { limits } from './limits.js'
import { updateIdSchema } from './update.js'

export interface Polling {
  isConnected(): boolean
  /** Ends the waiting for updates, and confirms those that are done. */
  stop(): Promise<void>
}

/**
 * Asks Telegram for updates, for ever. At least once: an update is confirmed (by asking for what comes after it) only when
 * `receive` has resolved for it and for all before it. When one fails, those after it in its chat wait for it.
 *
 * @param receive makes an update safe; rejects when it must come again
 */
export function poll(api: Api, receive: (update: unknown) => Promise<void>, laneOf: (update: unknown) => string, log: Logger): Polling {
  const stopping = new AbortController()
  let isConnected = true
  let offset = 0
  /** Done already, though one before them is not: they will come again with it. */
  const doneAhead = new Set<number>()

  const working = run()

  async function run(): Promise<void> {
    let backoffMs: number = limits.pollBackoffMs.first
    while (!stopping.signal.aborted) {
      const isWell = await round()
      backoffMs = isWell ? limits.pollBackoffMs.first : Math.min(backoffMs * 2, limits.pollBackoffMs.most)
      if (!isWell) await wait(backoffMs, undefined, { signal: stopping.signal }).catch(() => {})
    }
  }

  async function round(): Promise<boolean> {
    try {
      const updates: unknown[] = await api.getUpdates(
        { offset, limit: limits.updatesPerPoll, timeout: limits.pollSeconds, allowed_updates: allowedUpdates },
        // grammY's types name an older package's AbortSignal; what it calls of it, Node's own has too.
        stopping.signal as Parameters<Api['getUpdates']>[1],
      )
      isConnected = true
      return await takeAll(updates)
    } catch (error) {
      if (stopping.signal.aborted) return true
      isConnected = false
      log.error(loggable(error), failureOf(error)?.code === 409 ? 'Another program takes this bot’s updates' : 'Telegram gives no updates')
      return false
    }
  }

  async function takeAll(updates: readonly unknown[]): Promise<boolean> {
    const known = updates.map((update) => ({ id: updateIdSchema.parse(update).update_id, update }))
    const lanes = new Map<string, { id: number; update: unknown }[]>()
    for (const one of known) lanes.set(laneOf(one.update), [...(lanes.get(laneOf(one.update)) ?? []), one])
    const failed = (await Promise.all([...lanes.values()].map(takeLane))).filter((id) => id !== undefined)
    const last = Math.max(...known.map(({ id }) => id), offset - 1)
    offset = Math.min(last + 1, ...failed)
    for (const id of doneAhead) if (id < offset) doneAhead.delete(id)
    return failed.length === 0
  }

  /** @returns the update that failed; those after it were not begun */
  async function takeLane(lane: readonly { id: number; update: unknown }[]): Promise<number | undefined> {
    for (const { id, update } of lane) {
      if (doneAhead.has(id)) continue
      try {
        await receive(update)
        doneAhead.add(id)
      } catch (error) {
        log.error({ ...loggable(error), updateId: id }, 'An update could not be taken in; it will come again')
        return id
      }
    }
    return undefined
  }

  return {
    isConnected: () => isConnected && !stopping.signal.aborted,
    async stop() {
      stopping.abort()
      await working
      isConnected = false
      if (offset > 0)
        await api
          .getUpdates({ offset, limit: 1, timeout: 0 })
          .catch((error: unknown) => log.debug(loggable(error), 'The last updates were not confirmed'))
    },
  }
}
