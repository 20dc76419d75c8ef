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
