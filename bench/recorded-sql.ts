import pg from 'pg'

/** What one connection sent from BEGIN to COMMIT, both included, with the very parameters. */
export interface RecordedTransaction {
  readonly statements: readonly { readonly name?: string; readonly text: string; readonly values: unknown[] }[]
}

/** Notes what is sent to PostgreSQL from now on, by whatever library, until stopped. */
export function recordStatements(): { stop(): RecordedTransaction[] } {
  const transactions: RecordedTransaction[] = []
  const open = new Map<pg.Client, RecordedTransaction['statements'][number][]>()
  const { query } = pg.Client.prototype
  pg.Client.prototype.query = function (this: pg.Client, ...given: unknown[]) {
    note(this, statementOf(given))
    return Reflect.apply(query, this, given)
  }

  function note(client: pg.Client, statement: RecordedTransaction['statements'][number]): void {
    if (/^BEGIN/i.test(statement.text)) open.set(client, [])
    const statements = open.get(client)
    statements?.push(statement)
    if (statements === undefined || !/^(COMMIT|ROLLBACK)/i.test(statement.text)) return
    open.delete(client)
    transactions.push({ statements })
  }

  return {
    stop() {
      pg.Client.prototype.query = query
      return transactions
    },
  }
}

function statementOf([first, second]: unknown[]): RecordedTransaction['statements'][number] {
  if (typeof first === 'string') return { text: first, values: Array.isArray(second) ? [...second] : [] }
  const { name, text, values } = first as { name?: string; text: string; values?: unknown[] }
  return { ...(name === undefined ? {} : { name }), text, values: [...(values ?? [])] }
}

/** Sends a recorded transaction as a program would that knows nothing but the driver. */
export async function replay(pool: pg.Pool, { statements }: RecordedTransaction): Promise<void> {
  const client = await pool.connect()
  try {
    for (const { name, text, values } of statements) await client.query({ ...(name === undefined ? {} : { name }), text, values })
  } finally {
    client.release()
  }
}
