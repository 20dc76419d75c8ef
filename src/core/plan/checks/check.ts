import type { MetricKey } from '../metric.js'

/** Good: nothing against it. Bold: it may be published, and somebody should know why it is daring. Blocked: it may not, as it stands. */
export type Verdict = 'good' | 'bold' | 'blocked'

/** In the order they are shown. */
export const CHECKS = ['specific', 'measurable', 'achievable', 'relevant', 'time-bound'] as const
export type CheckKey = (typeof CHECKS)[number]

/** One of a plan's checks: its verdict is that of its worst finding. */
export interface Check<Key extends CheckKey, Finding, Suggestion> {
  readonly check: Key
  readonly verdict: Verdict
  readonly findings: readonly Finding[]
  /** What to do about the worst finding. */
  readonly suggestion: Suggestion | undefined
  /** Whether a blocked one may be published for a reason: not where the plan contradicts itself, which is quickly mended. */
  readonly canOverride: boolean
}

export interface AnyFinding {
  readonly verdict: Verdict
  /** Blocked for good: no reason makes it sensible. */
  readonly isFinal?: boolean
}

/** A check from its findings. */
export function concluded<Key extends CheckKey, Finding extends AnyFinding, Suggestion>(
  check: Key,
  findings: readonly Finding[],
  suggestion: Suggestion | undefined,
): Check<Key, Finding, Suggestion> {
  const canOverride = !findings.some(({ verdict, isFinal }) => verdict === 'blocked' && isFinal === true)
  return { check, verdict: worst(findings), findings, suggestion, canOverride }
}

/** Of none: good. */
export function worst(findings: readonly AnyFinding[]): Verdict {
  return (['blocked', 'bold'] as const).find((verdict) => findings.some((finding) => finding.verdict === verdict)) ?? 'good'
}

/** An amount of a metric: minor units of the currency, or a count. */
export interface Asked {
  readonly metric: MetricKey
  readonly currency: string | undefined
  readonly amount: bigint
}
