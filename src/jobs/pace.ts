/** At most so many within any stretch of such a length. */
export interface Pace {
  readonly most: number
  readonly withinMs: number
}

export interface Paced {
  /** How many more may start at a moment. Moments are milliseconds of one clock, and do not go back. */
  room(at: number): number
  /** The next moment at which there is room, by what has ended so far; undefined while all places are taken by what is under way. */
  opensAt(at: number): number | undefined
  started(): void
  /** It has been answered, or never will be: at the latest by then it has arrived. */
  ended(at: number): void
}

/**
 * Keeps a pace at whoever counts what arrives. When something arrived is not known here, only that it was between its start and its end: so its
 * place is free again a whole stretch after its end. A burst is let through at once, and what comes after it follows as places become free.
 */
export function keepPace({ most, withinMs }: Pace): Paced {
  const ends: number[] = []
  let underWay = 0
  const forget = (at: number) => {
    while (ends[0] !== undefined && ends[0] <= at - withinMs) ends.shift()
  }
  return {
    room(at) {
      forget(at)
      return most - underWay - ends.length
    },
    opensAt(at) {
      forget(at)
      if (underWay + ends.length < most) return at
      const next = ends[underWay + ends.length - most]
      return next === undefined ? undefined : next + withinMs
    },
    started() {
      underWay += 1
    },
    ended(at) {
      underWay -= 1
      ends.push(at)
    },
  }
}
