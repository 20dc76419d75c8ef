/** A plan file's content before it is checked, with the way back from a field to its line. */
export interface RawPlan {
  /** Shaped like the input of `planInput`, if all is well. */
  readonly plan: unknown
  /** From 1, where it can be told. */
  lineOf(path: readonly PropertyKey[]): number | undefined
}

/** What is wrong in a plan file, as a code with facts; the catalogue has the sentence. */
export interface PlanFileError {
  readonly line?: number
  /** 'targets.0.amount' or a column's name; empty for the file as a whole. */
  readonly field: string
  readonly code: string
  readonly facts: Readonly<Record<string, string | number>>
}
