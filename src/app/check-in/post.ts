import type { CheckInForm } from '../../core/checkin/forms.js'
import type { MetricAmount } from '../metric-amount.js'

export interface MorningPost {
  readonly kind: 'morning'
  readonly teamId: string
  readonly on: string
  /** Minutes after its hour, when an outage kept it back. */
  readonly lateMinutes: number | undefined
  readonly members: readonly {
    readonly name: string
    readonly goals: readonly MetricAmount[]
    /** Key actions that are due, as the plan calls them. */
    readonly actions?: readonly { readonly action: string; readonly count: number }[]
    readonly improvement: string | undefined
  }[]
  readonly onLeave: readonly string[]
}

export interface CheckInPost {
  readonly kind: 'check-in'
  readonly name: string
  readonly on: string
  readonly form: CheckInForm
  readonly numbers: readonly (MetricAmount & { readonly target: bigint | null })[]
  readonly notes: Readonly<Record<string, string>>
  readonly late: boolean
  readonly revision: number
  /** Its member undid it. */
  readonly takenBack?: boolean
}

/** To one member in private, once. */
export interface NudgePost {
  readonly kind: 'nudge'
  readonly teamId: string
  /** Its name, since whoever is in several is asked by each. Absent in one that waited while the bot was renewed. */
  readonly team?: string
  readonly on: string
  readonly form: CheckInForm
}

/** To a member in private: somebody who runs the team added numbers to a day of theirs, took such numbers back, or changed the win that brought them. */
export interface LogChangedPost {
  readonly kind: 'log-changed'
  readonly change: 'added' | 'taken-back' | 'uncounted'
  readonly by: string
  /** YYYY-MM-DD. */
  readonly on: string
  readonly entries: readonly MetricAmount[]
}
