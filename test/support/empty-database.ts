import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { TestProject } from 'vitest/node'
import { openDatabase } from '../../src/store/database.js'

declare module 'vitest' {
  interface ProvidedContext {
    /** A file with a dump of a migrated, empty database: migrating once leaves milliseconds for each test file. */
    emptyDatabase: string
  }
}

const root = fileURLToPath(new URL('../..', import.meta.url))

/** The dump is made once for a set of migrations and of packages, and kept beside the packages. */
export default async function setup(project: TestProject) {
  const folder = join(root, 'node_modules', '.pacesetter')
  const file = join(folder, `empty-${digest()}.tar.gz`)
  if (!existsSync(file)) {
    mkdirSync(folder, { recursive: true })
    const database = await openDatabase({ kind: 'memory' })
    const whole = `${file}.${process.pid}`
    writeFileSync(whole, Buffer.from(await (await database.dump()).arrayBuffer()))
    renameSync(whole, file)
    await database.close()
  }
  project.provide('emptyDatabase', file)
}

function digest(): string {
  const hash = createHash('sha256').update(readFileSync(join(root, 'package-lock.json')))
  const migrations = join(root, 'prisma', 'migrations')
  for (const file of readdirSync(migrations, { recursive: true, encoding: 'utf8' }).sort())
    if (file.endsWith('.sql')) hash.update(file).update(readFileSync(join(migrations, file)))
  return hash.digest('hex').slice(0, 16)
}
