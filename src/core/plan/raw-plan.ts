/** A plan file's content before it is checked, with the way back from a field to the place it was read from. */
export interface RawPlan {
  /** Shaped like the input of `planInput`, if all is well. */
  readonly plan: unknown
  /** What was wrong already when it was read; the rest of it is checked all the same. */
  readonly errors?: readonly PlanFileError[]
  placeOf(path: readonly PropertyKey[]): Place
}

/** Where in a file something stands. */
export interface Place {
  /** From 1, where it can be told. */
  readonly line?: number
  /** In a table, as its header names it. */
  readonly column?: string
}

/** What is wrong in a plan file, as a code with facts; the catalogue has the sentence. */
export interface PlanFileError extends Place {
  /** 'targets.0.amount' or a column's name; empty for the file as a whole. */
  readonly field: string
  readonly code: string
  readonly facts: Readonly<Record<string, string | number>>
}
