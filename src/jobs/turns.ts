import { setImmediate as nextLook } from 'node:timers/promises'

/**
 * Lets so much work be under way at once; what comes on top waits for its turn. A piece begins, and what it came to is gone on with, after what
 * has arrived meanwhile was looked at: what somebody waits for goes before it.
 */
export function createTurns(most: number): <T>(work: () => Promise<T>) => Promise<T> {
  const waiting: (() => void)[] = []
  let underWay = 0

  return async (work) => {
    if (underWay >= most) await new Promise<void>((resolve) => waiting.push(resolve))
    else underWay += 1
    try {
      await nextLook()
      const result = await work()
      await nextLook()
      return result
    } finally {
      // The turn is handed on; only when nobody waits is it free.
      const next = waiting.shift()
      if (next === undefined) underWay -= 1
      else next()
    }
  }
}
