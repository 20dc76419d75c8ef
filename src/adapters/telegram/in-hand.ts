import { setTimeout as wait } from 'node:timers/promises'
import type { Logger } from 'pino'
import { loggable } from './failure.js'
import { limits } from './limits.js'

/** An update as it was fetched. */
export interface Fetched {
  readonly id: number
  readonly lane: string
  readonly update: unknown
}

/**
 * Updates that were fetched and are not all safe yet. A lane's are begun in turn; one that fails is tried again after a while, with
 * those behind it waiting.
 */
export interface InHand {
  /** Fetched again while they are in hand, or are done though one before them is not, updates are passed over. @returns whether any was new */
  take(fetched: readonly Fetched[]): boolean
  /** All before it is safe. */
  offset(): number
  isEmpty(): boolean
  /** Resolves when nothing is in hand any more; after a stop, when nothing that was begun is. */
  idle(): Promise<void>
}

/** @param receive makes an update safe; rejects when it must be tried again */
export function inHand(receive: (update: unknown) => Promise<void>, stopping: AbortSignal, log: Logger): InHand {
  const unsafe = new Set<number>()
  const done = new Set<number>()
  const lanes = new Map<string, { waiting: Fetched[]; working: Promise<void> }>()
  let next = 0

  function enqueue(fetched: Fetched): void {
    unsafe.add(fetched.id)
    const lane = lanes.get(fetched.lane)
    if (lane === undefined) {
      const waiting = [fetched]
      lanes.set(fetched.lane, { waiting, working: work(fetched.lane, waiting) })
    } else lane.waiting.push(fetched)
  }

  async function work(name: string, waiting: Fetched[]): Promise<void> {
    let backoffMs: number = limits.pollBackoffMs.first
    for (let head = waiting[0]; head !== undefined && !stopping.aborted; head = waiting[0]) {
      if (await isTaken(head)) {
        waiting.shift()
        settle(head.id)
        backoffMs = limits.pollBackoffMs.first
      } else {
        await wait(backoffMs, undefined, { signal: stopping }).catch(() => {})
        backoffMs = Math.min(backoffMs * 2, limits.pollBackoffMs.most)
      }
    }
    lanes.delete(name)
  }

  async function isTaken({ id, update }: Fetched): Promise<boolean> {
    try {
      await receive(update)
      return true
    } catch (error) {
      log.error({ ...loggable(error), updateId: id }, 'An update could not be taken in; it is tried again')
      return false
    }
  }

  function settle(id: number): void {
    unsafe.delete(id)
    done.add(id)
  }

  const offset = () => Math.min(next, ...unsafe)

  return {
    take(fetched) {
      if (stopping.aborted) return false
      const news = fetched.filter(({ id }) => !unsafe.has(id) && !done.has(id))
      // What was done while it was on its way once more has been passed over now, and is not asked for again.
      for (const id of done) if (id < offset()) done.delete(id)
      for (const one of news) next = Math.max(next, one.id + 1)
      for (const one of news) enqueue(one)
      return news.length > 0
    },
    offset,
    isEmpty: () => unsafe.size === 0,
    async idle() {
      while (lanes.size > 0) await Promise.all([...lanes.values()].map(({ working }) => working))
    },
  }
}
