import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { TestProject } from 'vitest/node'
import { openDatabase } from '../../src/store/database.js'

declare module 'vitest' {
  interface ProvidedContext {
    /** A file with a dump of a migrated, empty database: migrating once leaves milliseconds for each test file. */
    emptyDatabase: string
    /** A folder for dumps of the demo, as the program makes it now. */
    demoDatabases: string
  }
}

const root = fileURLToPath(new URL('../..', import.meta.url))

/** The dump is made once for a set of migrations and of packages, and kept beside the packages. */
export default async function setup(project: TestProject) {
  const folder = join(root, 'node_modules', '.pacesetter')
  mkdirSync(folder, { recursive: true })
  const empty = `empty-${digest('prisma/migrations')}.`
  keepOnly(folder, 'empty-', empty)
  const file = join(folder, `${empty}tar.gz`)
  if (!existsSync(file)) {
    const database = await openDatabase({ kind: 'memory' })
    const whole = `${file}.${process.pid}`
    writeFileSync(whole, Buffer.from(await (await database.dump()).arrayBuffer()))
    renameSync(whole, file)
    await database.close()
  }
  project.provide('emptyDatabase', file)

  const demos = `demo-${digest('prisma/migrations', 'src')}`
  keepOnly(folder, 'demo-', demos)
  project.provide('demoDatabases', join(folder, demos))
}

/** What was made for other versions of the product is never asked for again. */
function keepOnly(folder: string, kind: string, own: string): void {
  for (const other of readdirSync(folder).filter((name) => name.startsWith(kind) && !name.startsWith(own)))
    rmSync(join(folder, other), { recursive: true, force: true })
}

function digest(...folders: readonly string[]): string {
  const hash = createHash('sha256').update(readFileSync(join(root, 'package-lock.json')))
  for (const folder of folders) {
    for (const file of readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }).sort())
      if (/\.(sql|ts)$/.test(file)) hash.update(file).update(readFileSync(join(root, folder, file)))
  }
  return hash.digest('hex').slice(0, 16)
}
