/** To one member in private: what a draft would ask of them, to be accepted or countered. */
export interface ProposalPost {
  readonly kind: 'proposal'
  readonly proposalId: string
  readonly team: string
  readonly period: string
  readonly by: string
  /** Working days of a usual week. */
  readonly weekdays: number
  /** core/plan/agreement ProposedTarget, with what was proposed to them before; null: nothing was. */
  readonly targets: readonly {
    readonly metric: string
    readonly currency?: string
    readonly amount: bigint
    readonly before: bigint | null
    readonly earlier: bigint | null
    readonly ahead: bigint
    readonly days: number
  }[]
}

/** To whoever proposed, in private: everybody has accepted. */
export interface ProposalAgreedPost {
  readonly kind: 'proposal-agreed'
  readonly planId: string
  readonly period: string
  readonly members: number
}

/** A number that a member asks for instead of the proposed one. */
export interface CounterChange {
  readonly metric: string
  readonly currency?: string
  readonly proposed: bigint
  readonly asked: bigint
}

/** To whoever proposed, in private: a member asks for other numbers. */
export interface ProposalCounteredPost {
  readonly kind: 'proposal-countered'
  readonly planId: string
  readonly proposalId: string
  readonly name: string
  readonly period: string
  readonly changes: readonly CounterChange[]
  readonly reason: string
}

/** To one member in private: what became of their counter, or that nothing is proposed any more. */
export type ProposalSettledPost = {
  readonly kind: 'proposal-settled'
  readonly team: string
  readonly period: string
  readonly by: string
} & (
  | { readonly outcome: 'withdrawn' }
  | {
      readonly outcome: 'taken' | 'held'
      readonly proposalId: string
      readonly changes: readonly CounterChange[]
      readonly reason?: string
    }
)
