/** How a deal went so far, as a file or the database knows it, whatever it is worth. Days are whole days since 1970-01-01. */
export interface DealCourse {
  readonly opened: number
  /** The stage it is in or, once closed, was in last; undefined where that is not known. */
  readonly stage: string | undefined
  readonly end: DealEnd
  /** The stages it is known to have been in, from which day on, oldest first; absent where only the last one is known. */
  readonly path?: readonly { readonly on: number; readonly stage: string }[]
}

export interface Deal extends DealCourse {
  /** In the unit of the file; undefined where it is not known. */
  readonly value: number | undefined
}

export type DealEnd = { readonly kind: 'open' } | { readonly kind: 'won' | 'lost'; readonly on: number }

/**
 * What was known of the deals at the end of a day: those opened later are not there, and those closed later are still open, in the
 * stage they had come to by then, if somebody wrote that down.
 */
export function knownOn<Known extends DealCourse>(deals: readonly Known[], asOf: number): Known[] {
  const known = deals.flatMap((deal) => {
    if (deal.opened > asOf) return []
    if (deal.end.kind !== 'open' && deal.end.on <= asOf) return [deal]
    if (deal.path !== undefined)
      return [{ ...deal, stage: deal.path.findLast(({ on }) => on <= asOf)?.stage, end: { kind: 'open' } as const }]
    return [deal.end.kind === 'open' ? deal : { ...deal, stage: undefined, end: { kind: 'open' } as const }]
  })
  // floating sums depend on the order: sorted, the order of the rows makes no difference
  return known.toSorted((a, b) => a.opened - b.opened)
}
