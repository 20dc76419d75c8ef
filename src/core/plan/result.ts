/** What a person can cause or mend comes back as a value; all else throws. */
export type Result<T, E> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: E }
