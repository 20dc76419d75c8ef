/** To one member in private, when somebody else marked leave for them or took it back. */
export interface LeaveChangedPost {
  readonly kind: 'leave-changed'
  readonly teamId: string
  readonly team: string
  readonly by: string
  readonly change: 'marked' | 'taken-back'
  readonly from: string
  /** Included. */
  readonly to: string
  readonly targets: readonly LeaveChange[]
}

/** What leave does to a member's month of one metric. Minor units; the month's total never changes. */
export type LeaveChange = {
  /** YYYY-MM. */
  readonly month: string
  readonly metric: string
  readonly currency?: string
} & (
  | {
      /** What the days of leave ask for goes to the member's other days, or comes back from there. */
      readonly kind: 'moves'
      readonly amount: bigint
      /** The working days to come that share it, and what one of them asks for before and after. */
      readonly days: number
      readonly before: DayRange
      readonly after: DayRange
    }
  /** No working day is left in the month to take it. */
  | { readonly kind: 'stays'; readonly amount: bigint }
)

export interface DayRange {
  readonly least: bigint
  readonly most: bigint
}
