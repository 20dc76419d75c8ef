/**
 * What the bot posts by itself, as facts: the outbox keeps these, and chat/cards makes them into a card when they are sent.
 * JSON all through but for bigint, which the store keeps. Names and notes are people's own words.
 */

import type { CheckInForm } from '../core/checkin/forms.js'
import type { KeyAction } from '../core/plan/actions/key-action.js'
import type { DealChangedPost, DealsImportedPost } from './deal/post.js'

export type Post =
  | TeamCreatedPost
  | PlanPublishedPost
  | TargetChangedPost
  | WindowPost
  | OverrideAskedPost
  | ProposalPost
  | ProposalAgreedPost
  | ProposalCounteredPost
  | ProposalSettledPost
  | MorningPost
  | CheckInPost
  | NudgePost
  | UnreachablePost
  | LeaveChangedPost
  | DealChangedPost
  | LogChangedPost
  | DealsImportedPost
  | WeeklyPost
  | WeeklyManagersPost
  | MonthlyPost
  | MonthlyCorrectionPost
  | CaseRequestPost
  | CaseSharedPost

/** To a member in private: somebody who runs the team added numbers to a day of theirs, or took such numbers back. */
export interface LogChangedPost {
  readonly kind: 'log-changed'
  readonly change: 'added' | 'taken-back'
  readonly by: string
  /** YYYY-MM-DD. */
  readonly on: string
  readonly entries: readonly MetricAmount[]
}

/** An amount of a metric, in minor units; `currency` where the metric is money. */
export interface MetricAmount {
  readonly metric: string
  readonly amount: bigint
  readonly currency?: string
}

export interface TeamCreatedPost {
  readonly kind: 'team-created'
  readonly teamId: string
  readonly team: string
  readonly by: string
  readonly zone: string
  readonly morning: string | undefined
  /** The coming year has no official calendar yet. */
  readonly holidaysMissing: number | undefined
}

export interface PlanPublishedPost {
  readonly kind: 'plan-published'
  readonly period: string
  readonly by: string
  /** 2 where a plan was published for the period before. */
  readonly version: number
  readonly targets: readonly MetricAmount[]
  /** Why it was changed outside an adjustment window. */
  readonly reason?: string
  /** The plan's key actions, where it has any. */
  readonly actions?: readonly KeyAction[]
}

/** To one member in private: nobody's target changes in silence. */
export interface TargetChangedPost {
  readonly kind: 'target-changed'
  readonly period: string
  readonly by: string
  readonly changes: readonly {
    readonly metric: string
    readonly currency?: string
    readonly before: bigint | null
    readonly after: bigint | null
  }[]
  /** Why it was changed outside an adjustment window. */
  readonly reason?: string
}

/** To each manager in private: published targets may be changed. */
export type WindowPost = {
  readonly kind: 'window'
  readonly teamId: string
  readonly team: string
  /** The last day of it. */
  readonly closesOn: string
} & (
  | { readonly opened: { readonly by: string; readonly reason: string } }
  /** Opened by the calendar, for the targets of a quarter. */
  | { readonly quarter: string; readonly isPlanned: boolean }
)

/** What takes an admin's reason outside a window. */
export type OverriddenAct = 'publish' | 'recall'

/** To each admin in private: a manager wants to change what is published outside a window. */
export interface OverrideAskedPost {
  readonly kind: 'override-asked'
  /** None: publish. */
  readonly act?: OverriddenAct
  readonly planId: string
  readonly team: string
  readonly by: string
  readonly period: string
}

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
  readonly on: string
  readonly form: CheckInForm
}

/** The platform lets the bot write nothing to somebody: to a manager in private, or to the team where there is no other. */
export interface UnreachablePost {
  readonly kind: 'unreachable'
  readonly team: string
  readonly name: string
  readonly to: 'manager' | 'team'
}

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

export interface WeeklyPost {
  readonly kind: 'weekly'
  readonly teamId: string
  readonly period: string
  readonly late: boolean
  /** app/review/figures.ts: weeklyShown. */
  readonly figures: unknown
}

/** To each manager in private. */
export interface WeeklyManagersPost {
  readonly kind: 'weekly-managers'
  readonly teamId: string
  readonly team: string
  readonly period: string
  readonly notHeardFrom: readonly { readonly name: string; readonly missedDays: number }[]
}

export interface MonthlyPost {
  readonly kind: 'monthly'
  readonly teamId: string
  readonly period: string
  readonly late: boolean
  /** app/review/figures.ts: monthlyShown. */
  readonly figures: unknown
}

/** In the announcement's thread, when numbers of the month changed afterwards. */
export interface MonthlyCorrectionPost {
  readonly kind: 'monthly-correction'
  readonly teamId: string
  readonly period: string
  /** app/review/figures.ts: correctionFigures. */
  readonly figures: unknown
}

/** To the top seller in private. */
export interface CaseRequestPost {
  readonly kind: 'case-request'
  readonly teamId: string
  readonly team: string
  readonly period: string
}

/** The top seller's case, in the announcement's thread. */
export interface CaseSharedPost {
  readonly kind: 'case-shared'
  readonly name: string
  readonly period: string
  readonly words: string
}
