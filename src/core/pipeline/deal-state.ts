import type { Temporal } from 'temporal-polyfill'
import { isStage, type Outcome, type Place, type Stage } from './stage.js'

/** A step of a deal, on the day on which it was told: a deal may have been in its first stage for a while by then. */
export interface Move {
  /** Undefined for the opening; won or lost where it was opened again. */
  readonly from: Place | undefined
  readonly to: Place
  readonly on: Temporal.PlainDate
  /** Why it was lost, as typed. */
  readonly reason: string | undefined
}

export type DealState =
  | { readonly kind: 'open'; readonly stage: Stage; readonly since: Temporal.PlainDate }
  /** `stage` is the last one it was in; undefined where it was told of only when it was closed. */
  | { readonly kind: Outcome; readonly stage: Stage | undefined; readonly on: Temporal.PlainDate; readonly reason: string | undefined }

/** Where a deal stands after its moves, in their order. @throws RangeError without a move */
export function stateAfter(moves: readonly Move[]): DealState {
  const last = moves.at(-1)
  if (last === undefined) throw new RangeError('Cannot tell where a deal stands: it has no move')
  if (isStage(last.to)) return { kind: 'open', stage: last.to, since: last.on }
  return { kind: last.to, stage: last.from !== undefined && isStage(last.from) ? last.from : undefined, on: last.on, reason: last.reason }
}
