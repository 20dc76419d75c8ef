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

/** To one colleague in private, who takes over a part of what somebody's days of leave ask for, or gives it back. */
export interface LeaveSharedPost {
  readonly kind: 'leave-shared'
  readonly teamId: string
  /** Whose leave it is. */
  readonly name: string
  readonly change: 'marked' | 'taken-back'
  readonly from: string
  /** Included. */
  readonly to: string
  /** Their own part, by month and metric, in minor units. */
  readonly shares: readonly (MonthOfMetric & { readonly amount: bigint })[]
}

/** What leave does to a member's month of one metric. Minor units; the team's total of the month never changes. */
export type LeaveChange = OwnDaysChange | HandedChange

interface MonthOfMetric {
  /** YYYY-MM. */
  readonly month: string
  readonly metric: string
  readonly currency?: string
}

/** The member's own total of the month stays. */
export type OwnDaysChange = MonthOfMetric & {
  /** Why it is their own although the plan gives days of leave to the team: the number was agreed or set by hand, or nobody else has a day left. */
  readonly because?: 'settled' | 'nobody-else'
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

/** What the days of leave ask for goes to colleagues, or comes back from them. */
export interface HandedChange extends MonthOfMetric {
  readonly kind: 'handed'
  readonly amount: bigint
  /** The largest first. */
  readonly parts: readonly { readonly memberId: string; readonly name: string; readonly amount: bigint }[]
  /** What stays with them although its days come back: their own are over. */
  readonly left: bigint
}

export interface DayRange {
  readonly least: bigint
  readonly most: bigint
}
