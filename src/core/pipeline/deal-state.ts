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
  /** `stage` is the last one it was in. */
  | { readonly kind: Outcome; readonly stage: Stage; readonly on: Temporal.PlainDate; readonly reason: string | undefined }

/** Where a deal stands after its moves, in their order. @throws RangeError without a move, or when it is closed without ever having had a stage */
export function stateAfter(moves: readonly Move[]): DealState {
  const last = moves.at(-1)
  if (last === undefined) throw new RangeError('Cannot tell where a deal stands: it has no move')
  if (isStage(last.to)) return { kind: 'open', stage: last.to, since: last.on }
  if (last.from === undefined || !isStage(last.from)) throw new RangeError(`Cannot tell where a deal stood before it was ${last.to}`)
  return { kind: last.to, stage: last.from, on: last.on, reason: last.reason }
}
