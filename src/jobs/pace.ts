/** At most so many within any stretch of such a length. */
export interface Pace {
  readonly most: number
  readonly withinMs: number
}

export interface Paced {
  /** How many more may start at a moment. Moments are milliseconds of one clock, and do not go back. */
  room(at: number): number
  /** The next moment at which there is room. */
  opensAt(at: number): number
  started(at: number): void
}

/** Keeps a pace: a burst is let through at once, and what comes after it follows as the stretch moves on. */
export function keepPace({ most, withinMs }: Pace): Paced {
  const starts: number[] = []
  const forget = (at: number) => {
    while (starts[0] !== undefined && starts[0] <= at - withinMs) starts.shift()
  }
  return {
    room(at) {
      forget(at)
      return most - starts.length
    },
    opensAt(at) {
      forget(at)
      return starts.length < most ? at : (starts[starts.length - most] ?? at) + withinMs
    },
    started(at) {
      starts.push(at)
    },
  }
}
