import type { Fraction } from '../../amount/fraction.js'
import { type DealsByFocus, dealsByFocus, type Focus, type FocusSum, numberOf, roomBeside, tidy, wantedShares } from '../focus-shares.js'
import type { MetricKey } from '../metric.js'
import { type Check, concluded, type Verdict, worst } from './check.js'

/** The part of a target that serves a focus. */
export interface FocusTag {
  readonly name: string
  readonly share: Fraction
}

export interface RelevantInput {
  readonly focuses: readonly Focus[]
  readonly targets: readonly { readonly metric: MetricKey; readonly tags: readonly FocusTag[] }[]
  /** The team's deals: all that are open, and those won within the plan's period. */
  readonly deals?: { readonly open: readonly FocusSum[]; readonly won: readonly FocusSum[] }
}

/** Shares are of one: of all targets' effort, each target counting the same. */
export type RelevantFinding = {
  readonly verdict: Verdict
  readonly isFinal?: boolean
} /** Shares of one: of all targets' effort, each target counting the same. */ & (
  | { readonly code: 'focus'; readonly name: string; readonly wanted: number; readonly planned: number }
  | {
      readonly code: 'off-strategy'
      readonly share: number
      /** What the strategy leaves for the rest. */
      readonly room: number
      readonly targets: readonly { readonly metric: MetricKey; readonly share: number }[]
    }
  /** Told beside the targets, and no reason against a plan: a pipeline turns more slowly than a plan does. */
  | { readonly code: 'deals'; readonly which: 'open' | 'won'; readonly byFocus: DealsByFocus }
  /** A target is tagged with what the strategy does not have. */
  | { readonly code: 'unknown-focus'; readonly names: readonly string[]; readonly known: readonly string[] }
  | { readonly code: 'no-strategy' }
)

export type RelevantSuggestion =
  | { readonly code: 'say-focus' }
  | { readonly code: 'tag'; readonly metric: MetricKey }
  | { readonly code: 'shift'; readonly to: string }
  | { readonly code: 'retag'; readonly name: string }

export type RelevantCheck = Check<'relevant', RelevantFinding, RelevantSuggestion>

/** Points by which a share may miss what is wanted before it is bold. */
const TOLERANCE = 0.1 + 1e-9

/** How the targets' effort and the deals' value fall on the strategy's focuses, and how much of them on none. */
export function relevantCheck({ focuses, targets, deals }: RelevantInput): RelevantCheck {
  const known = focuses.map(({ name }) => name)
  const unknown = [...new Set(targets.flatMap(({ tags }) => tags.map(({ name }) => name)).filter((name) => !known.includes(name)))]
  const [first] = unknown
  if (first !== undefined) {
    const finding: RelevantFinding = { code: 'unknown-focus', verdict: 'blocked', isFinal: true, names: unknown, known }
    return concluded('relevant', [finding], known.length === 0 ? { code: 'say-focus' } : { code: 'retag', name: first })
  }
  if (focuses.length === 0) return concluded('relevant', [{ code: 'no-strategy', verdict: 'bold' }], { code: 'say-focus' })
  const wanted = wantedShares(focuses)
  const byFocus = focuses.map(({ name }, index): RelevantFinding => {
    const planned = mean(
      targets.map(({ tags }) => tags.filter((tag) => tag.name === name).reduce((sum, { share }) => sum + numberOf(share), 0)),
    )
    const share = wanted[index] ?? 0
    return { code: 'focus', verdict: planned < share - TOLERANCE ? 'bold' : 'good', name, wanted: share, planned }
  })
  const findings = [...byFocus, offStrategy(targets, wanted), ...(['open', 'won'] as const).flatMap(ofDeals)]
  return concluded('relevant', findings, worst(findings) === 'good' ? undefined : suggestionFor(byFocus, targets))

  function ofDeals(which: 'open' | 'won'): RelevantFinding[] {
    const fallen = dealsByFocus(focuses, deals?.[which] ?? [])
    return fallen === undefined ? [] : [{ code: 'deals', verdict: 'good', which, byFocus: fallen }]
  }
}

function offStrategy(targets: RelevantInput['targets'], wanted: readonly number[]): RelevantFinding {
  const off = targets.map(({ metric, tags }) => ({ metric, share: tidy(1 - tags.reduce((sum, { share }) => sum + numberOf(share), 0)) }))
  const share = mean(off.map((each) => each.share))
  const room = roomBeside(wanted)
  const verdict = share > room + TOLERANCE ? 'bold' : 'good'
  return { code: 'off-strategy', verdict, share, room, targets: off.filter((each) => each.share > 0) }
}

function suggestionFor(byFocus: readonly RelevantFinding[], targets: RelevantInput['targets']): RelevantSuggestion | undefined {
  const untagged = targets.find(({ tags }) => tags.length === 0)
  if (untagged !== undefined) return { code: 'tag', metric: untagged.metric }
  const lacking = byFocus.flatMap((each) => (each.code === 'focus' ? [{ name: each.name, lacks: each.wanted - each.planned }] : []))
  const [most] = lacking.toSorted((one, other) => other.lacks - one.lacks)
  return most && { code: 'shift', to: most.name }
}

function mean(values: readonly number[]): number {
  return values.length === 0 ? 0 : values.reduce((sum, value) => sum + value, 0) / values.length
}
