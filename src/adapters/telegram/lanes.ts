/** Carries out what is best effort (answers on the screen) once the update's effects are safe. Never rejects. */
export type Afterwards = () => Promise<void>

export interface Lanes {
  /**
   * Works on an update after those before it in its lane. Resolves when `work` has made its effects safe; what it leaves
   * to do afterwards is done before the lane's next update begins. Rejects as `work` does.
   */
  run(lane: string, work: () => Promise<Afterwards>): Promise<void>
  /** Resolves when all is done. */
  idle(): Promise<void>
}

/** Updates of one chat in turn, of different chats side by side. */
export function lanes(): Lanes {
  const tails = new Map<string, Promise<void>>()
  return {
    async run(lane, work) {
      const safe = (tails.get(lane) ?? Promise.resolve()).then(work)
      const tail = safe.then(
        (afterwards) => afterwards(),
        () => {}, // told to the caller by `safe`; the lane goes on
      )
      tails.set(lane, tail)
      void tail.finally(() => {
        if (tails.get(lane) === tail) tails.delete(lane)
      })
      await safe
    },
    async idle() {
      while (tails.size > 0) await Promise.all(tails.values())
    },
  }
}
