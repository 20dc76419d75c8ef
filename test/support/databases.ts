import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { Temporal } from 'temporal-polyfill'
import { inject } from 'vitest'
import type { Language } from '../../src/chat/model.js'
import { seedDemo } from '../../src/demo/seed.js'
import { type Database, openDatabase } from '../../src/store/database.js'
import { DirectoryInUse, lockDirectory } from '../../src/store/directory-lock.js'

/** Of this worker, not in use. A database is emptied ten times as fast as another one is opened. */
const idle: Database[] = []

/** A migrated, empty database in memory, for one test or file at a time. */
export async function takeEmpty(): Promise<Database> {
  const database = idle.pop()
  if (database === undefined) return openDatabase({ kind: 'memory', dump: new Blob([readFileSync(inject('emptyDatabase'))]) })
  await empty(database)
  return database
}

/** For the next one who needs it: whatever was done to it but to its rows would be found there. */
export function giveBack(database: Database): void {
  idle.push(database)
}

async function empty({ client }: Database): Promise<void> {
  const [{ tables } = { tables: '' }] = await client.$queryRaw<[{ tables: string }?]>`
    SELECT string_agg(quote_ident(tablename), ', ') AS tables FROM pg_tables
    WHERE schemaname = 'public' AND tablename <> '_prisma_migrations'`
  await client.$executeRawUnsafe(`TRUNCATE ${tables} RESTART IDENTITY CASCADE`)
}

/** When a visitor comes to the demo that the tests share: a Wednesday afternoon. */
export const DEMO_AT: Readonly<Record<Language, string>> = {
  en: '2026-11-25T16:00[Europe/London]',
  'zh-CN': '2026-11-25T16:00[Asia/Shanghai]',
}

/** A file with a dump of the demo as the first start makes it. It takes many seconds: whoever comes first makes it, the others wait for it. */
export async function demoDump(language: Language): Promise<string> {
  const folder = inject('demoDatabases')
  const file = join(folder, `${language}.tar.gz`)
  mkdirSync(join(folder, language), { recursive: true })
  while (!existsSync(file)) {
    const unlock = await lockDirectory(join(folder, language)).catch((error: unknown) => {
      if (error instanceof DirectoryInUse) return undefined
      throw error
    })
    if (unlock === undefined) await wait(200)
    else await (existsSync(file) ? unlock() : writeDemo(language, file).finally(unlock))
  }
  return file
}

async function writeDemo(language: Language, file: string): Promise<void> {
  const database = await takeEmpty()
  await seedDemo(database, language, Temporal.ZonedDateTime.from(DEMO_AT[language]).toInstant())
  writeFileSync(`${file}.part`, Buffer.from(await (await database.dump()).arrayBuffer()))
  renameSync(`${file}.part`, file)
  giveBack(database)
}
