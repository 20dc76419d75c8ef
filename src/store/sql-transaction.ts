import type pg from 'pg'

/** Sends one statement, its parameters as $1, $2 … */
export type Send = (text: string, values: unknown[]) => Promise<{ readonly rows: unknown[]; readonly rowCount: number | null }>

/** Those of one transaction. */
export interface Statements {
  readonly send: Send
  /** Takes no more of them, since after the commit they would stand by themselves. Resolves when all that were taken are on their way. */
  end(): Promise<void>
}

/**
 * Begins a transaction. The server works on statements in the order in which they come, so what reads need not wait for the answer to BEGIN;
 * what writes does, since without a transaction it would stand at once.
 */
export function beginning(connection: pg.PoolClient): Statements {
  let state: 'begins' | 'open' = 'begins'
  // Whoever waits for this goes on in the order in which they came, so the end comes last.
  const begun = heard(
    connection.query('BEGIN').then(() => {
      state = 'open'
    }),
  )
  return ending(
    async (text, values) => {
      if (state === 'open') return connection.query(text, values)
      if (!reads(text)) return begun.then(() => connection.query(text, values))
      const answer = await connection.query(text, values)
      await begun
      return answer
    },
    () => begun,
  )
}

/** @param allSent resolves when what was taken before is on its way */
export function ending(send: Send, allSent: () => Promise<void>): Statements {
  let isOver = false
  return {
    send: async (text, values) => {
      if (isOver) throw new Error(`Cannot send ${text.trim().slice(0, 40)}: its transaction is being committed`)
      return send(text, values)
    },
    end() {
      isOver = true
      return allSent()
    },
  }
}

/** Whether a statement changes nothing that would stand without a transaction. */
export function reads(text: string): boolean {
  return /^\s*SELECT\b/.test(text)
}

/** Its failure is told where it is waited for, which may be later. */
export function heard<T>(promise: Promise<T>): Promise<T> {
  promise.catch(() => {})
  return promise
}
