import { type Asked, type Check, concluded, type Verdict } from './check.js'

export interface TimeBoundTarget extends Asked {
  /** Whom it falls on. */
  readonly carriers: readonly { readonly name: string; readonly amount: bigint; readonly workingDays: number }[]
  /** Who was given a part, and has no working day left in the period. */
  readonly dayless: readonly string[]
  /** By hand a name was given a part; shared out equally, nobody was promised one. */
  readonly split: 'equal' | 'by-hand'
}

export type TimeBoundFinding = { readonly verdict: Verdict; readonly isFinal?: boolean } & (
  | { readonly code: 'reaches'; readonly people: number; readonly fewestDays: number; readonly mostDays: number }
  /** Given a part by name: it would reach no day, and go to the others. */
  | { readonly code: 'dayless'; readonly metrics: readonly Asked[]; readonly names: readonly string[]; readonly split: 'equal' | 'by-hand' }
  /** Fewer pieces than people: some get nothing. */
  | { readonly code: 'too-few'; readonly target: Asked; readonly names: readonly string[] }
)

export type TimeBoundSuggestion =
  | { readonly code: 'leave-out'; readonly names: readonly string[] }
  | { readonly code: 'fewer-people'; readonly target: Asked }
  /** Whether they are really away for all of it. */
  | { readonly code: 'check-leave'; readonly names: readonly string[] }

export type TimeBoundCheck = Check<'time-bound', TimeBoundFinding, TimeBoundSuggestion>

/** Whether every part of every target reaches a working day of somebody. */
export function timeBoundCheck(targets: readonly TimeBoundTarget[]): TimeBoundCheck {
  const days = targets.flatMap(({ carriers }) => carriers.map(({ workingDays }) => workingDays)).filter((count) => count > 0)
  const people = new Set(targets.flatMap(({ carriers }) => carriers.map(({ name }) => name))).size
  const reaches: TimeBoundFinding[] =
    days.length === 0 ? [] : [{ code: 'reaches', verdict: 'good', people, fewestDays: Math.min(...days), mostDays: Math.max(...days) }]
  const findings = [...reaches, ...(['by-hand', 'equal'] as const).flatMap((split) => dayless(targets, split)), ...targets.flatMap(tooFew)]
  return concluded('time-bound', findings, suggestionFor(findings))
}

function dayless(targets: readonly TimeBoundTarget[], split: TimeBoundTarget['split']): TimeBoundFinding[] {
  const lost = targets.filter((target) => target.split === split && target.dayless.length > 0 && target.amount > 0n)
  if (lost.length === 0) return []
  const names = [...new Set(lost.flatMap((target) => target.dayless))]
  return [{ code: 'dayless', verdict: split === 'by-hand' ? 'blocked' : 'bold', metrics: lost.map(asked), names, split }]
}

function tooFew(target: TimeBoundTarget): TimeBoundFinding[] {
  const names = target.carriers.filter(({ amount }) => amount === 0n).map(({ name }) => name)
  return target.amount > 0n && names.length > 0 ? [{ code: 'too-few', verdict: 'bold', target: asked(target), names }] : []
}

function asked({ metric, currency, amount }: Asked): Asked {
  return { metric, currency, amount }
}

function suggestionFor(findings: readonly TimeBoundFinding[]): TimeBoundSuggestion | undefined {
  const named = findings.find((finding) => finding.code === 'dayless' && finding.verdict === 'blocked')
  if (named?.code === 'dayless') return { code: 'leave-out', names: named.names }
  const few = findings.find((finding) => finding.code === 'too-few')
  if (few?.code === 'too-few') return { code: 'fewer-people', target: few.target }
  const away = findings.find((finding) => finding.code === 'dayless')
  return away?.code === 'dayless' ? { code: 'check-leave', names: away.names } : undefined
}
