import type { Place } from '../../core/pipeline/stage.js'

/** To one member in private, when somebody else changed a deal that is theirs, or was until then. */
export interface DealChangedPost {
  readonly kind: 'deal-changed'
  readonly teamId: string
  /** Where the reader can still see it. */
  readonly dealId?: string
  readonly by: string
  /** Null where it was not the reader's. */
  readonly before: DealSide | null
  /** Null where it was taken back: it is in nobody's list any more. */
  readonly after: DealSide | null
}

/** To one member in private, when somebody else brought in deals of theirs from a file. */
export interface DealsImportedPost {
  readonly kind: 'deals-imported'
  readonly by: string
  readonly count: number
  /** Of these. */
  readonly open: number
}

/** To one member in private, when a leaver's open deals were given to them. */
export interface DealsHandedOverPost {
  readonly kind: 'deals-handed-over'
  readonly by: string
  readonly from: string
  readonly count: number
}

/** What can change of a deal. Days are YYYY-MM-DD. */
export interface DealSide {
  readonly name: string
  readonly place: Place
  /** Minor units of the currency; null while nobody knows it. */
  readonly amount: bigint | null
  readonly currency: string
  readonly owner: string
  /** The strategic focus that it serves; absent: off strategy. */
  readonly focus?: string
  readonly opened: string
  readonly closed: string | null
  /** Why it was lost, as typed. */
  readonly reason: string | null
}
