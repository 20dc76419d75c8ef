/** A deal as a file or the database knows it. Days are whole days since 1970-01-01. */
export interface Deal {
  readonly opened: number
  /** The stage it is in or, once closed, was in last; undefined where that is not known. */
  readonly stage: string | undefined
  /** In the unit of the file; undefined where it is not known. */
  readonly value: number | undefined
  readonly end: DealEnd
}

export type DealEnd = { readonly kind: 'open' } | { readonly kind: 'won' | 'lost'; readonly on: number }

/**
 * What was known of the deals at the end of a day: those opened later are not there, and those closed later are still open, in a stage
 * that nobody wrote down.
 */
export function knownOn(deals: readonly Deal[], asOf: number): Deal[] {
  const known = deals.flatMap((deal) => {
    if (deal.opened > asOf) return []
    if (deal.end.kind === 'open' || deal.end.on <= asOf) return [deal]
    return [{ ...deal, stage: undefined, end: { kind: 'open' } as const }]
  })
  // floating sums depend on the order: sorted, the order of the rows makes no difference
  return known.toSorted((a, b) => a.opened - b.opened)
}
