import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { SqlMigrationAwareDriverAdapterFactory } from '@prisma/driver-adapter-utils'
import type { MigrationList } from '@prisma/schema-engine-wasm/schema_engine_bg'
import type { Sql } from '../sql.js'
import { schemaEngine } from './engine.js'

export const PRISMA_FOLDER = fileURLToPath(new URL('../../../prisma', import.meta.url))
const MIGRATIONS = `${PRISMA_FOLDER}/migrations`
const NO_FILTER = { externalTables: [], externalEnums: [] }

/**
 * Whether every committed migration is there, whole. Asked before the engine is, which takes longer to load than this to answer.
 */
export async function isMigrated(sql: Sql): Promise<boolean> {
  const [table] = await sql.$queryRaw<{ exists: boolean }[]>`SELECT to_regclass('_prisma_migrations') IS NOT NULL AS exists`
  if (table?.exists !== true) return false
  const rows = await sql.$queryRaw<{ name: string; state: 'done' | 'failed' | 'rolled-back' }[]>`
    SELECT migration_name AS name,
      CASE WHEN rolled_back_at IS NOT NULL THEN 'rolled-back' WHEN finished_at IS NULL THEN 'failed' ELSE 'done' END AS state
    FROM _prisma_migrations`
  const done = new Set(rows.filter(({ state }) => state === 'done').map(({ name }) => name))
  return rows.every(({ state }) => state !== 'failed') && committedNames().every((name) => done.has(name))
}

/** Brings the database to the newest committed migration; gives the names of those it applied. @throws Error when one fails */
export async function applyMigrations(factory: SqlMigrationAwareDriverAdapterFactory): Promise<string[]> {
  const engine = await schemaEngine(factory)
  try {
    const { appliedMigrationNames } = await engine.applyMigrations({ migrationsList: committedMigrations(), filters: NO_FILTER })
    return appliedMigrationNames
  } finally {
    engine.free()
  }
}

function committedMigrations(folder = MIGRATIONS): MigrationList {
  return {
    baseDir: folder,
    lockfile: { path: 'migration_lock.toml', content: 'provider = "postgresql"\n' },
    shadowDbInitScript: '',
    migrationDirectories: committedNames(folder).map((name) => ({
      path: name,
      migrationFile: { path: 'migration.sql', content: { tag: 'ok', value: readFileSync(`${folder}/${name}/migration.sql`, 'utf8') } },
    })),
  }
}

function committedNames(folder = MIGRATIONS): string[] {
  if (!existsSync(folder)) return []
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort()
}

/** The SQL that leads from the committed migrations to schema.prisma; empty when they agree. */
export async function pendingChange(factory: SqlMigrationAwareDriverAdapterFactory): Promise<string> {
  const datamodel = readFileSync(`${PRISMA_FOLDER}/schema.prisma`, 'utf8')
  const engine = await schemaEngine(factory, datamodel)
  try {
    const { stdout } = await engine.diff({
      from: { tag: 'migrations', ...committedMigrations() },
      to: { tag: 'schemaDatamodel', files: [{ path: 'schema.prisma', content: datamodel }] },
      script: true,
      exitCode: true,
      filters: NO_FILTER,
    })
    const script = (stdout ?? '').trim()
    return script.startsWith('-- This is an empty migration') ? '' : script
  } finally {
    engine.free()
  }
}
