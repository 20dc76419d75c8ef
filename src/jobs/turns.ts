import { setImmediate as nextLook } from 'node:timers/promises'

/**
 * Lets so much work be under way at once; what comes on top waits for its turn. A piece begins after what has arrived meanwhile was looked at:
 * what somebody waits for goes before it.
 */
export function createTurns(most: number): <T>(work: () => Promise<T>) => Promise<T> {
  const waiting: (() => void)[] = []
  let underWay = 0

  return async (work) => {
    if (underWay >= most) await new Promise<void>((resolve) => waiting.push(resolve))
    else underWay += 1
    try {
      await nextLook()
      return await work()
    } finally {
      // The turn is handed on; only when nobody waits is it free.
      const next = waiting.shift()
      if (next === undefined) underWay -= 1
      else next()
    }
  }
}
