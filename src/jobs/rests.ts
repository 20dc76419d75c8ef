/** Who must rest, and until when. Moments are milliseconds of one clock. */
export interface Rests {
  /** A rest that is under way is only ever made longer. */
  rest(name: string, until: number): void
  names(at: number): string[]
  isResting(name: string, at: number): boolean
  /** When the next rest is over; undefined when nobody rests. */
  nextOver(at: number): number | undefined
}

export function createRests(): Rests {
  const untilOf = new Map<string, number>()
  const forgetOver = (at: number) => {
    for (const [name, until] of untilOf) if (until <= at) untilOf.delete(name)
  }
  return {
    rest(name, until) {
      untilOf.set(name, Math.max(until, untilOf.get(name) ?? 0))
    },
    names(at) {
      forgetOver(at)
      return [...untilOf.keys()]
    },
    isResting: (name, at) => (untilOf.get(name) ?? at) > at,
    nextOver(at) {
      forgetOver(at)
      return untilOf.size === 0 ? undefined : Math.min(...untilOf.values())
    },
  }
}
