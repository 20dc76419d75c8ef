import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { openDatabase } from '../../src/store/database.js'

declare module 'vitest' {
  interface ProvidedContext {
    /** A file with a dump of a migrated, empty database: migrating once a run leaves milliseconds for each test file. */
    emptyDatabase: string
  }
}

export default async function setup(project: TestProject) {
  const folder = mkdtempSync(join(tmpdir(), 'pacesetter-test-'))
  const file = join(folder, 'empty.tar.gz')
  const database = await openDatabase({ kind: 'memory' })
  writeFileSync(file, Buffer.from(await (await database.dump()).arrayBuffer()))
  await database.close()
  project.provide('emptyDatabase', file)
  return () => rmSync(folder, { recursive: true, force: true })
}
