import type { KeyAction } from '../../core/plan/actions/key-action.js'
import type { MetricAmount } from '../metric-amount.js'

export interface PlanPublishedPost {
  readonly kind: 'plan-published'
  /** None in posts that were put down before it was kept: they have no button. */
  readonly teamId?: string
  readonly period: string
  readonly by: string
  /** 2 where a plan was published for the period before. */
  readonly version: number
  readonly targets: readonly MetricAmount[]
  /** The version that was recalled, so that this earlier one counts again. */
  readonly recalled?: number
  /** Why it was changed outside an adjustment window. */
  readonly reason?: string
  /** The plan's key actions, where it has any. */
  readonly actions?: readonly KeyAction[]
}

/** To one member in private: nobody's target changes in silence. */
export interface TargetChangedPost {
  readonly kind: 'target-changed'
  /** As in PlanPublishedPost. */
  readonly teamId?: string
  readonly period: string
  readonly by: string
  /** What was done, where that is not publishing. */
  readonly act?: 'recall'
  readonly changes: readonly {
    readonly metric: string
    readonly currency?: string
    readonly before: bigint | null
    readonly after: bigint | null
  }[]
  /** Why it was changed outside an adjustment window. */
  readonly reason?: string
}

/** To whoever asked for it: a plan as a file. */
export interface PlanFilePost {
  readonly kind: 'plan-file'
  readonly team: string
  readonly period: string
  readonly format: PlanFormat
  /** Not published, or not yet. */
  readonly isDraft: boolean
  /** Gone once it is sent. */
  readonly file?: { readonly name: string; readonly base64: string }
  /** Where it was asked for, unless in private. */
  readonly askedIn?: { readonly name: string; readonly command: string; readonly conversation: string; readonly thread?: string }
}

/** `xlsx`: the numbers by member and month, with formulas. `yaml`: the whole plan. */
export type PlanFormat = 'xlsx' | 'yaml'

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
