import pg from 'pg'

export interface Statement {
  readonly name?: string
  readonly text: string
  readonly values: unknown[]
}

/** What one connection sent from BEGIN to COMMIT, both included, with the very parameters. */
export interface RecordedTransaction {
  readonly statements: readonly Statement[]
}

/** Notes what is sent to PostgreSQL from now on, by whatever library, until stopped. */
export function recordStatements(): { stop(): RecordedTransaction[] } {
  const transactions: RecordedTransaction[] = []
  const open = new Map<pg.Client, Statement[]>()
  const { query } = pg.Client.prototype
  pg.Client.prototype.query = function (this: pg.Client, ...given: unknown[]) {
    note(this, statementOf(given))
    return Reflect.apply(query, this, given)
  }

  function note(client: pg.Client, statement: Statement): void {
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

function statementOf([first, second]: unknown[]): Statement {
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

/** What one request had sent to the database: what is asked outside of a transaction, and the transactions. */
export interface RecordedRequest {
  readonly asked: readonly Statement[]
  readonly transactions: readonly RecordedTransaction[]
}

/** Notes what is sent to PostgreSQL from now on, a request at a time. What the queues ask by themselves is left out. */
export function recordRequests(): { take(): RecordedRequest } {
  let asked: Statement[] = []
  let transactions: RecordedTransaction[] = []
  const open = new Map<pg.Client, Statement[]>()
  const { query } = pg.Client.prototype
  pg.Client.prototype.query = function (this: pg.Client, ...given: unknown[]) {
    const statement = statementOf(given)
    if (/^BEGIN/i.test(statement.text)) open.set(this, [])
    const statements = open.get(this)
    if (statements === undefined) {
      if (!/^\s*UPDATE (outbox|inbox|"public"\."(outbox|inbox)")/.test(statement.text)) asked.push(statement)
    } else {
      statements.push(statement)
      if (/^(COMMIT|ROLLBACK)/i.test(statement.text)) {
        open.delete(this)
        transactions.push({ statements })
      }
    }
    return Reflect.apply(query, this, given)
  }
  return {
    take() {
      const taken = { asked, transactions }
      asked = []
      transactions = []
      return taken
    },
  }
}

/** One statement after the other, each when the one before was answered. */
export async function replayRequest(pool: pg.Pool, { asked, transactions }: RecordedRequest): Promise<void> {
  for (const statement of asked) await pool.query({ ...statement })
  for (const transaction of transactions) await replay(pool, transaction)
}
