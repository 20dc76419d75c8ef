export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json }

/** Where the adapter keeps what it must remember between two updates: guided dialogues half-way, and what a button asks before it counts. */
export interface Dialogues {
  /** The state last saved under the key; undefined when there is none or its time is over. */
  load(key: string): Promise<unknown>
  /** @param expiresAt UTC instant, ISO 8601, after which the state counts as gone */
  save(key: string, state: Json, expiresAt: string): Promise<void>
  clear(key: string): Promise<void>
}

/** When something saved now is to be forgotten. */
export function expiry(hours: number): string {
  return new Date(Date.now() + hours * 3_600_000).toISOString()
}
