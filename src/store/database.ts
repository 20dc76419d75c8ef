import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { PGlite, types } from '@electric-sql/pglite'
import { PrismaPg } from '@prisma/adapter-pg'
import type { SqlDriverAdapter } from '@prisma/driver-adapter-utils'
import pg from 'pg'
import { PrismaPGlite } from 'pglite-prisma-adapter'
import { lockDirectory } from './directory-lock.js'
import { type Prisma, PrismaClient } from './generated/client.js'
import { applyMigrations, isMigrated } from './migration/migrations.js'
import { type BareSql, overEmbedded, overPool } from './sql.js'

export type DatabasePlace =
  | { readonly kind: 'embedded'; readonly directory: string }
  | { readonly kind: 'server'; readonly url: string; readonly connections: number }
  /** Nothing is kept: for tests, started from a dumped directory or empty. */
  | { readonly kind: 'memory'; readonly dump?: Blob }

/** The client inside a transaction. Repositories are made of it and nothing else. */
export type Transaction = Prisma.TransactionClient

export interface Database {
  readonly client: PrismaClient
  readonly home: DatabasePlace['kind']
  /** The same rows past the client. */
  readonly sql: BareSql
  /** Runs `work` in one transaction, or not at all. */
  transaction<T>(work: (tx: Transaction) => Promise<T>): Promise<T>
  /** A copy of an embedded database as a tarball. */
  dump(): Promise<Blob>
  close(): Promise<void>
}

/** A team's rows are few: clearing PostgreSQL's usual 128 MB of buffers takes longer than the rest of opening them. */
const startParams = [...PGlite.defaultStartParams, '-c', 'shared_buffers=16MB']

// One transaction at a time reaches the embedded database, so one may have to wait for many before it.
// Read committed is PostgreSQL's own default: to name it would be a statement more in every transaction.
const TRANSACTION = { maxWait: 20_000, timeout: 20_000 }

/**
 * Opens the database where it lives and brings it to the newest migration.
 *
 * @throws DirectoryInUse when another process has the embedded directory open
 */
export async function openDatabase(place: DatabasePlace): Promise<Database> {
  switch (place.kind) {
    case 'server':
      return openServer(place.url, place.connections)
    case 'embedded':
      return openEmbedded(place.directory)
    case 'memory':
      return overPGlite(
        await PGlite.create({ startParams, ...(place.dump ? { loadDataDir: place.dump } : {}) }),
        'memory',
        place.dump === undefined,
        async () => {},
      )
  }
}

/** Whether an embedded database was made there. */
export function isMade(directory: string): boolean {
  return existsSync(join(directory, 'postgres'))
}

async function openEmbedded(directory: string): Promise<Database> {
  mkdirSync(directory, { recursive: true })
  const unlock = await lockDirectory(directory)
  try {
    return await overPGlite(await PGlite.create({ dataDir: join(directory, 'postgres'), startParams }), 'embedded', true, unlock)
  } catch (error) {
    await unlock()
    throw error
  }
}

/**
 * Makes an embedded database of a dump, whole or not at all.
 *
 * @returns 'occupied' when there is a database already and it is to be kept
 * @throws DirectoryInUse when a process has it open; Error when the dump is none
 */
export async function restoreInto(directory: string, dump: Blob, existing: 'keep' | 'replace'): Promise<'restored' | 'occupied'> {
  mkdirSync(directory, { recursive: true })
  const unlock = await lockDirectory(directory)
  try {
    const home = join(directory, 'postgres')
    if (existsSync(home) && existing === 'keep') return 'occupied'
    // Beside the old one first: a dump that turns out broken leaves what was there.
    const fresh = `${home}.restored`
    rmSync(fresh, { recursive: true, force: true })
    await (await PGlite.create({ dataDir: fresh, loadDataDir: dump, startParams })).close()
    rmSync(home, { recursive: true, force: true })
    renameSync(fresh, home)
    return 'restored'
  } finally {
    await unlock()
  }
}

/** `integer[]` and `text[]`. */
const ARRAYS = [1007, 1009]

/** PGlite can read three hundred types, most of them rows of its own tables, and copies that list for every statement, longer than a small one takes. */
function readOnlyWhatIsUsed(pglite: PGlite): void {
  const arrays = Object.entries(pglite.parsers).filter(([type]) => ARRAYS.includes(Number(type)))
  pglite.parsers = { ...types.parsers, ...Object.fromEntries(arrays) }
}

async function overPGlite(
  pglite: PGlite,
  home: 'embedded' | 'memory',
  migrate: boolean,
  afterwards: () => Promise<void>,
): Promise<Database> {
  readOnlyWhatIsUsed(pglite)
  const factory = new PrismaPGlite(pglite)
  const sql = overEmbedded(pglite)
  if (migrate && !(await isMigrated(sql))) await applyMigrations(factory)
  const client = new PrismaClient({ adapter: factory })
  return {
    client,
    sql,
    home,
    transaction: (work) => client.$transaction(work, TRANSACTION),
    dump: () => pglite.dumpDataDir('gzip'),
    close: async () => {
      await client.$disconnect()
      if (!pglite.closed) await pglite.close()
      await afterwards()
    },
  }
}

async function openServer(url: string, connections: number): Promise<Database> {
  const pool = new pg.Pool({
    connectionString: url,
    max: connections,
    connectionTimeoutMillis: TRANSACTION.maxWait,
    // A check-in's statements go out together where none waits for another (sql.ts).
    pipeline: true,
  })
  // A connection that breaks is told by the statement on it, and replaced by the pool; unheard, its error would end the process, between two
  // statements and while it is being closed as well.
  pool.on('error', () => {})
  pool.on('connect', (connection) => connection.on('error', () => {}))
  const client = new PrismaClient({ adapter: new PrismaPg(pool) })
  const sql = overPool(pool)
  if (!(await isMigrated(sql))) await migrateAlone(client, url)
  return {
    client,
    sql,
    home: 'server',
    transaction: (work) => client.$transaction(work, TRANSACTION),
    dump: () => Promise.reject(new Error('Cannot dump a database server: use pg_dump')),
    close: async () => {
      await client.$disconnect()
      await pool.end()
    },
  }
}

/** Replicas that start together would apply the same migration at once; the later ones wait here and then find it applied. */
async function migrateAlone(client: PrismaClient, url: string): Promise<void> {
  await client.$transaction(
    async (tx) => {
      await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtext('pacesetter-migrations'))`
      const factory = new PrismaPg({ connectionString: url, max: 2 })
      const opened: SqlDriverAdapter[] = []
      try {
        await applyMigrations({
          provider: factory.provider,
          adapterName: factory.adapterName,
          connect: async () => remembered(await factory.connect(), opened),
          connectToShadowDb: async () => remembered(await factory.connectToShadowDb(), opened),
        })
      } finally {
        // The engine's own lock lives as long as its connection, and the next replica would wait for it.
        await Promise.all(opened.map((adapter) => adapter.dispose()))
      }
    },
    { maxWait: 60_000, timeout: 120_000 },
  )
}

function remembered(adapter: SqlDriverAdapter, opened: SqlDriverAdapter[]): SqlDriverAdapter {
  opened.push(adapter)
  return adapter
}
