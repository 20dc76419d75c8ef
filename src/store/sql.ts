import { createHash } from 'node:crypto'
import type { PGlite, Transaction as PGliteTransaction } from '@electric-sql/pglite'
import type pg from 'pg'
import { beginning, ending, heard, reads, type Send } from './sql-transaction.js'

/**
 * Statements written by hand, their values as parameters. The client inside a transaction is one, and so is a bare connection: what people
 * wait for goes by the latter, since the client takes as long over a statement as the database does.
 *
 * Dates go in and come out as text, numbers beyond int4 come out as text, and JSON comes out read: there the drivers agree.
 */
export interface Sql {
  /** @returns the rows */
  $queryRaw<Rows>(text: TemplateStringsArray, ...values: unknown[]): Promise<Rows>
  /** @returns how many rows it touched */
  $executeRaw(text: TemplateStringsArray, ...values: unknown[]): Promise<number>
}

/** A database by its bare driver. */
export interface BareSql extends Sql {
  /** Runs `work` in one transaction, or not at all. */
  transaction<T>(work: (sql: Sql, withCommit: WithCommit) => Promise<T>): Promise<T>
}

/** Takes a write whose outcome nothing in the transaction needs: the commit follows it without waiting for its answer, and fails if it fails. */
export type WithCommit = (written: Promise<unknown>) => void

/** A server's, by the connections that the client has too. */
export function overPool(pool: pg.Pool): BareSql {
  return {
    ...sqlBy(preparing(pool)),
    async transaction(work) {
      const connection = await pool.connect()
      let broken: Error | undefined
      const last: Promise<unknown>[] = []
      const { send, end } = beginning(connection)
      try {
        const result = await work(sqlBy(send), (written) => last.push(heard(written)))
        await end()
        await Promise.all([...last, connection.query('COMMIT')])
        return result
      } catch (error) {
        await end().catch(ignore)
        await connection.query('ROLLBACK').catch((reason: Error) => {
          broken = reason
        })
        throw error
      } finally {
        connection.release(broken)
      }
    },
  }
}

/**
 * What is read is prepared once a connection: to plan who is behind an address takes the server longer than to look it up. Not what is written:
 * a queue's plan made while it was empty would serve it when it is long. A name is made of its statement, so that it means the same on a
 * connection that a pooler lends to many.
 */
function preparing(pool: pg.Pool): Send {
  const names = new Map<string, string>()
  let isPreparing = true
  const nameOf = (text: string) => {
    const known = names.get(text)
    if (known !== undefined) return known
    const name = `pacesetter_${createHash('sha256').update(text).digest('hex').slice(0, 32)}`
    names.set(text, name)
    return name
  }
  return async (text, values) => {
    if (!isPreparing || !reads(text)) return pool.query(text, values)
    try {
      return await pool.query({ name: nameOf(text), text, values })
    } catch (error) {
      if (!isAboutPrepared(error)) throw error
      isPreparing = false
      return pool.query(text, values)
    }
  }
}

/**
 * Behind a pooler that gives each statement whatever connection is free, it is prepared on another than it is run on, or twice; and a column may
 * have another type since. https://www.postgresql.org/docs/current/errcodes-appendix.html
 */
const ABOUT_PREPARED = new Set(['26000', '42P05', '0A000'])

function isAboutPrepared(error: unknown): boolean {
  return error instanceof Error && 'code' in error && ABOUT_PREPARED.has(String(error.code))
}

function ignore(): void {}

/** The embedded one's, which has one connection: its transactions wait for each other, the client's among them. */
export function overEmbedded(pglite: PGlite): BareSql {
  const by =
    (runner: PGlite | PGliteTransaction): Send =>
    async (text, values) => {
      const { rows, affectedRows } = await runner.query(text, [...values])
      return { rows, rowCount: affectedRows ?? 0 }
    }
  return {
    ...sqlBy(by(pglite)),
    transaction: (work) =>
      pglite.transaction(async (transaction) => {
        const last: Promise<unknown>[] = []
        const { send, end } = ending(by(transaction), async () => {})
        const result = await work(sqlBy(send), (written) => last.push(heard(written)))
        await end()
        await Promise.all(last)
        return result
      }),
  }
}

function sqlBy(send: Send): Sql {
  return {
    async $queryRaw<Rows>(text: TemplateStringsArray, ...values: unknown[]) {
      return (await send(numbered(text), values.map(parameter))).rows as Rows
    },
    async $executeRaw(text, ...values) {
      return (await send(numbered(text), values.map(parameter))).rowCount ?? 0
    },
  }
}

/** A template's strings are the same object each time it is come to. */
const statements = new WeakMap<TemplateStringsArray, string>()

function numbered(text: TemplateStringsArray): string {
  const known = statements.get(text)
  if (known !== undefined) return known
  const statement = text.reduce((before, part, index) => `${before}$${index}${part}`)
  statements.set(text, statement)
  return statement
}

/** The drivers would write an instant in the machine's own zone, or leave it to the column. */
function parameter(value: unknown): unknown {
  return value instanceof Date ? value.toISOString() : value
}
