/** At most so many within any stretch of such a length. */
export interface Pace {
  readonly most: number
  readonly withinMs: number
}

export interface Paced {
  /** How many more may be let in at a moment. Moments are milliseconds of one clock, and do not go back. */
  room(at: number): number
  /** The next moment at which there is room, by what has ended so far; undefined while all places are taken by what is under way. */
  opensAt(at: number): number | undefined
  /** Lets one in for which there is room. @returns the moment at which it may start */
  letIn(at: number): number
  /** It has been answered, or never will be: at the latest by then it has arrived. */
  ended(at: number): void
}

/**
 * Keeps a pace at whoever counts what arrives. When something arrived is not known here, only that it was between its start and its end: so its
 * place is free again a whole stretch after its end. A burst is let through, and what comes after it follows as places become free.
 *
 * @param aheadMs how long before its place is free one is let in, so that what it takes to find it and to make it ready is not lost
 * @param apartMs between two starts: of many that start together each is seen to have ended only after all, and its place is free so much later
 */
export function keepPace({ most, withinMs }: Pace, { aheadMs = 0, apartMs = 0 } = {}): Paced {
  const ends: number[] = []
  let underWay = 0
  let lastStart = Number.NEGATIVE_INFINITY
  const freeAt = (end: number) => end + withinMs
  const forget = (at: number) => {
    while (ends[0] !== undefined && freeAt(ends[0]) <= at) ends.shift()
  }
  const taken = (at: number) => {
    const free = ends.findIndex((end) => freeAt(end) - aheadMs > at)
    return underWay + (free === -1 ? 0 : ends.length - free)
  }
  return {
    room(at) {
      forget(at)
      return most - taken(at)
    },
    opensAt(at) {
      forget(at)
      if (taken(at) < most) return at
      const next = ends[underWay + ends.length - most]
      return next === undefined ? undefined : freeAt(next) - aheadMs
    },
    letIn(at) {
      forget(at)
      // Where no place is free yet it gets the one that will be next.
      const before = underWay + ends.length < most ? undefined : ends.shift()
      underWay += 1
      lastStart = Math.max(at, lastStart + apartMs, before === undefined ? at : freeAt(before))
      return lastStart
    },
    ended(at) {
      underWay -= 1
      ends.push(at)
    },
  }
}
