import type { MetricKey } from '../metric.js'

/** What a draft asks of one member for one metric. Minor units of `currency`, or a count. */
export interface ProposedTarget {
  readonly metric: MetricKey
  readonly currency: string | undefined
  /** The member's whole period, what stands for its past days included. */
  readonly amount: bigint
  /** What stands published for it; null: nothing does. */
  readonly before: bigint | null
  /** Of `amount`, what falls on the days to come, and how many working days those are. */
  readonly ahead: bigint
  readonly days: number
}

/** The member's own number instead. */
export interface CounterTarget {
  readonly metric: MetricKey
  readonly currency: string | undefined
  readonly amount: bigint
}

/** 'held': countered, and the manager keeps to the proposal; it can still be accepted, or countered again. */
export const PROPOSAL_STATES = ['proposed', 'accepted', 'countered', 'held'] as const
export type ProposalState = (typeof PROPOSAL_STATES)[number]

/** What of an earlier proposal still holds for a new one. */
export type Carried =
  /** The same numbers: what was answered stays, and nobody is told again. */
  | { readonly kind: 'same'; readonly state: ProposalState }
  /** Other numbers, which the member is told; only a counter that nobody has decided on still waits. */
  | { readonly kind: 'changed'; readonly state: 'proposed' | 'countered' }

/** An answer is to numbers: where they change, it is given anew. */
export function carriedOver(
  earlier: { readonly state: ProposalState; readonly targets: readonly ProposedTarget[] },
  targets: readonly ProposedTarget[],
): Carried {
  if (asksTheSameOf(earlier.targets, targets)) return { kind: 'same', state: earlier.state }
  return { kind: 'changed', state: earlier.state === 'countered' ? 'countered' : 'proposed' }
}

/** Whether two proposals ask a member for the same numbers, whatever their order. */
export function asksTheSameOf(one: readonly ProposedTarget[], other: readonly ProposedTarget[]): boolean {
  const words = (targets: readonly ProposedTarget[]) => targets.map(({ metric, currency, amount }) => `${metric} ${currency} ${amount}`)
  return words(one).toSorted().join() === words(other).toSorted().join()
}

/** Where a counter differs from what was proposed. */
export function counterChanges(targets: readonly ProposedTarget[], counter: readonly CounterTarget[]) {
  return targets.flatMap(({ metric, currency, amount }) => {
    const own = counter.find((each) => each.metric === metric)
    return own === undefined || own.amount === amount ? [] : [{ metric, currency, proposed: amount, asked: own.amount }]
  })
}
