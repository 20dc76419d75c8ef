/** A fact of an error's sentence; chat/text.ts has the same shapes. */
type Fact =
  | string
  | number
  | bigint
  | { readonly kind: 'date'; readonly on: string; readonly style: 'day' | 'weekday' | 'long' }
  | { readonly kind: 'period'; readonly id: string }
  | { readonly kind: 'money'; readonly minor: bigint; readonly currency: string }
  | { readonly kind: 'list'; readonly items: readonly string[] }

/**
 * Something the person can cause or mend: the use case stops, nothing is written, and the catalogue makes the sentence from
 * `error-${key}` and says what to do.
 */
export class UserError extends Error {
  override readonly name = 'UserError'
  constructor(
    readonly key: string,
    readonly facts: Readonly<Record<string, Fact>> = {},
    /** The form's field it concerns, where there is one. */
    readonly field: string = '',
  ) {
    super(`error-${key}`)
  }
}
