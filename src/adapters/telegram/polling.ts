import { setTimeout as wait } from 'node:timers/promises'
import type { Api } from 'grammy'
import type { Logger } from 'pino'
import { allowedUpdates } from './commands.js'
import { failureOf, loggable } from './failure.js'
import { inHand } from './in-hand.js'
import { limits } from './limits.js'
import { updateIdSchema } from './update.js'

export interface Polling {
  isConnected(): boolean
  /** Ends the waiting for updates, finishes those begun, and confirms those that are done. */
  stop(): Promise<void>
}

/**
 * Asks Telegram for updates, for ever. At least once: an update is confirmed (by asking for what comes after it) only when
 * `receive` has resolved for it and for all before it. While one takes long, Telegram is asked again every now and then, so that it
 * holds nobody else up.
 *
 * @param receive makes an update safe; rejects when it must be tried again
 */
export function poll(api: Api, receive: (update: unknown) => Promise<void>, laneOf: (update: unknown) => string, log: Logger): Polling {
  const stopping = new AbortController()
  const { signal } = stopping
  const updates = inHand(receive, signal, log)
  let isConnected = true

  const working = run()

  async function run(): Promise<void> {
    const { first, most } = limits.pollBackoffMs
    let backoffMs: number = first
    let lookAgainMs: number = limits.lookAgainMs.first
    while (!signal.aborted) {
      const outcome = await fetchOnce()
      if (outcome === 'failed') {
        await wait(backoffMs, undefined, { signal }).catch(() => {})
        backoffMs = Math.min(backoffMs * 2, most)
        continue
      }
      backoffMs = first
      lookAgainMs = outcome === 'new' ? limits.lookAgainMs.first : Math.min(lookAgainMs * 2, limits.lookAgainMs.most)
      // The wait ends with the work: left to run out, many would hang on the signal together.
      const over = new AbortController()
      const waiting = wait(lookAgainMs, undefined, { signal: AbortSignal.any([signal, over.signal]) }).catch(() => {})
      await Promise.race([updates.idle(), waiting])
      over.abort()
    }
  }

  async function fetchOnce(): Promise<'new' | 'nothing new' | 'failed'> {
    try {
      // With something in hand Telegram answers at once: it gives that again, too.
      const timeout = updates.isEmpty() ? limits.pollSeconds : 0
      const given: unknown[] = await api.getUpdates(
        { offset: updates.offset(), limit: limits.updatesPerPoll, timeout, allowed_updates: allowedUpdates },
        // grammY's types name an older package's AbortSignal; what it calls of it, Node's own has too.
        signal as Parameters<Api['getUpdates']>[1],
      )
      isConnected = true
      const fetched = given.map((update) => ({ id: updateIdSchema.parse(update).update_id, lane: laneOf(update), update }))
      return updates.take(fetched) ? 'new' : 'nothing new'
    } catch (error) {
      if (signal.aborted) return 'nothing new'
      isConnected = false
      log.error(loggable(error), failureOf(error)?.code === 409 ? 'Another program takes this bot’s updates' : 'Telegram gives no updates')
      return 'failed'
    }
  }

  return {
    isConnected: () => isConnected && !signal.aborted,
    async stop() {
      stopping.abort()
      await working
      await updates.idle()
      const offset = updates.offset()
      if (offset === 0) return
      await api
        .getUpdates({ offset, limit: 1, timeout: 0 })
        .catch((error: unknown) => log.debug(loggable(error), 'The last updates were not confirmed'))
    },
  }
}
