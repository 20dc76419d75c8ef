import { setImmediate as nextLook } from 'node:timers/promises'
import type { Temporal } from 'temporal-polyfill'
import type { OrganisationId } from '../core/id.js'
import type { Database } from '../store/database.js'
import type { WithCommit } from '../store/sql.js'
import { type CheckInStore, checkInStoreOf, type Store, storeOf } from '../store/store.js'

/** What every use case is given: the database and the clock. */
export interface App {
  readonly database: Database
  now(): Temporal.Instant
  /** One transaction on one organisation's rows. What `work` leaves in the outbox is sent after it has committed, or never. */
  transaction<T>(organisationId: OrganisationId, work: (store: Store) => Promise<T>): Promise<T>
  /** The same for a check-in, past the database's client: it is what people wait for. */
  checkInTransaction<T>(organisationId: OrganisationId, work: (store: CheckInStore, withCommit: WithCommit) => Promise<T>): Promise<T>
  /** Reads without a transaction of its own: for what changes nothing. */
  reading(organisationId: OrganisationId): Store
}

/** @param onCommitted called after each transaction: something may wait in the outbox */
export function createApp(database: Database, now: () => Temporal.Instant, onCommitted: () => void = () => {}): App {
  return {
    database,
    now,
    async transaction(organisationId, work) {
      const result = await database.transaction((tx) => work(storeOf(tx, organisationId, now())))
      onCommitted()
      return result
    },
    async checkInTransaction(organisationId, work) {
      const result = await database.sql.transaction((sql, withCommit) => work(checkInStoreOf(sql, organisationId, now()), withCommit))
      onCommitted()
      return result
    },
    reading: (organisationId) => storeOf(database.client, organisationId, now(), database.sql),
  }
}

/**
 * The same for work that nobody's acknowledgement waits for: what it has read it goes on with after whatever has arrived meanwhile was looked
 * at, so that the next request is acknowledged before.
 */
export function unhurried(app: App): App {
  const { client, sql } = app.database
  const slowly: Database['sql'] = {
    ...sql,
    async $queryRaw<Rows>(text: TemplateStringsArray, ...values: unknown[]) {
      const rows = await sql.$queryRaw<Rows>(text, ...values)
      await nextLook()
      return rows
    },
  }
  return {
    ...app,
    database: { ...app.database, sql: slowly },
    reading: (organisationId) => storeOf(client, organisationId, app.now(), slowly),
  }
}
