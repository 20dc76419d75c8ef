import { metric } from '../metric.js'
import type { ActionBasis, WeeklyActions } from '../weekly-actions.js'
import { type Asked, type Check, concluded, type Verdict } from './check.js'

/** What carries a result: new customers, repeat business, or larger deals. */
export const CARRIERS = ['new', 'repeat', 'deal-size'] as const
export type Carrier = (typeof CARRIERS)[number]

export interface SpecificTarget extends Asked {
  readonly carrier: Carrier | undefined
  /** What its tree makes of it by business line; none without one. */
  readonly lines: readonly BusinessLine[]
  /** How many people it falls on. */
  readonly owners: number
  /** What it asks of a week, where customers or deals are counted and no funnel of its own says so. */
  readonly weekly: WeeklyAsk | undefined
}

export interface BusinessLine {
  readonly name: string
  readonly amount: bigint
}

export interface WeeklyAsk extends WeeklyActions {
  /** What is still to come, where the period runs already; undefined: all of it. */
  readonly rest: WeeklyRest | undefined
  readonly basis: ActionBasis
}

export interface WeeklyRest {
  readonly left: bigint
  readonly weeks: number
}

export type SpecificFinding = { readonly verdict: Verdict; readonly isFinal?: boolean } & (
  | ({ readonly code: 'named' } & Asked & Pick<SpecificTarget, 'carrier' | 'lines' | 'owners'>)
  | ({ readonly code: 'weekly' } & Asked & { readonly weekly: WeeklyAsk })
  | ({ readonly code: 'carrier-unsaid' } & Asked)
  /** New customers by repeat business, or more deals by larger ones. */
  | ({ readonly code: 'carrier-contradicts' } & Asked & { readonly carrier: Carrier })
  | ({ readonly code: 'nothing-asked' } & Asked)
)

export type SpecificSuggestion = { readonly code: 'say-carrier' } | ({ readonly code: 'ask-or-drop' } & Asked)

export type SpecificCheck = Check<'specific', SpecificFinding, SpecificSuggestion>

/**
 * Whether each target says what is counted, by whom, and what carries it. Metric, unit, owner and period are there by the plan's own rules; what
 * carries a result is not, except that new customers are new.
 */
export function specificCheck(targets: readonly SpecificTarget[]): SpecificCheck {
  const findings = targets.flatMap(findingsOf)
  return concluded('specific', findings, suggestionFor(findings))
}

function suggestionFor(findings: readonly SpecificFinding[]): SpecificSuggestion | undefined {
  if (findings.some(({ code }) => code === 'carrier-unsaid' || code === 'carrier-contradicts')) return { code: 'say-carrier' }
  const empty = findings.find(({ code }) => code === 'nothing-asked')
  return empty && { code: 'ask-or-drop', metric: empty.metric, currency: empty.currency, amount: empty.amount }
}

/** What carries a target: as said, or as its metric says by itself. */
export function carrierOf({ metric: key, carrier }: Pick<SpecificTarget, 'metric' | 'carrier'>): Carrier | undefined {
  return carrier ?? (key === 'new-customers' ? 'new' : undefined)
}

function findingsOf(target: SpecificTarget): SpecificFinding[] {
  const { owners, weekly, lines } = target
  const asked = { metric: target.metric, currency: target.currency, amount: target.amount }
  const carrier = carrierOf(target)
  const findings: SpecificFinding[] = [{ code: 'named', verdict: 'good', ...asked, carrier, lines, owners }]
  if (weekly !== undefined && target.amount > 0n) findings.push({ code: 'weekly', verdict: 'good', ...asked, weekly })
  if (target.amount === 0n) findings.push({ code: 'nothing-asked', verdict: 'bold', ...asked })
  if (metric(target.metric).kind === 'result' && carrier === undefined) findings.push({ code: 'carrier-unsaid', verdict: 'bold', ...asked })
  if (carrier !== undefined && contradicts(target.metric, carrier))
    findings.push({ code: 'carrier-contradicts', verdict: 'blocked', isFinal: true, ...asked, carrier })
  return findings
}

function contradicts(key: Asked['metric'], carrier: Carrier): boolean {
  if (key === 'new-customers') return carrier !== 'new'
  return metric(key).unit === 'count' && carrier === 'deal-size'
}
