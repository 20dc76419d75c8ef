import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { SqlMigrationAwareDriverAdapterFactory } from '@prisma/driver-adapter-utils'
import type { MigrationList } from '@prisma/schema-engine-wasm/schema_engine_bg'
import { schemaEngine } from './engine.js'

export const PRISMA_FOLDER = fileURLToPath(new URL('../../../prisma', import.meta.url))
export const NO_FILTER = { externalTables: [], externalEnums: [] }

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

export function committedMigrations(folder = `${PRISMA_FOLDER}/migrations`): MigrationList {
  const names = existsSync(folder)
    ? readdirSync(folder, { withFileTypes: true })
        .filter((entry) => entry.isDirectory())
        .map((entry) => entry.name)
        .sort()
    : []
  return {
    baseDir: folder,
    lockfile: { path: 'migration_lock.toml', content: 'provider = "postgresql"\n' },
    shadowDbInitScript: '',
    migrationDirectories: names.map((name) => ({
      path: name,
      migrationFile: { path: 'migration.sql', content: { tag: 'ok', value: readFileSync(`${folder}/${name}/migration.sql`, 'utf8') } },
    })),
  }
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
