import type { Dialogues, Json } from '../../../src/adapters/telegram/dialogues.js'

/** Dialogues for tests, as JSON like a database keeps them. `expireAll` is 24 hours passing. */
export function memoryDialogues(): Dialogues & {
  expireAll(): void
  failNext(times: number): void
  readonly states: ReadonlyMap<string, string>
} {
  const states = new Map<string, string>()
  let failures = 0
  const mayFail = () => {
    if (failures-- > 0) throw new Error('The database is away')
  }
  return {
    states,
    async load(key) {
      mayFail()
      const state = states.get(key)
      return state === undefined ? undefined : JSON.parse(state)
    },
    async save(key: string, state: Json) {
      mayFail()
      states.set(key, JSON.stringify(state))
    },
    async clear(key) {
      states.delete(key)
    },
    expireAll: () => states.clear(),
    failNext: (times) => {
      failures = times
    },
  }
}
