/** `npm run migration NAME`: writes the SQL from the committed migrations to schema.prisma as a new migration. */
import { mkdirSync, writeFileSync } from 'node:fs'
import { PGlite } from '@electric-sql/pglite'
import { PrismaPGlite } from 'pglite-prisma-adapter'
import { PRISMA_FOLDER, pendingChange } from './migrations.js'

const name = process.argv[2]
if (name === undefined || !/^[a-z0-9_]+$/.test(name)) {
  process.stderr.write('Name the migration in lower case, e.g. npm run migration add_leave\n')
  process.exit(2)
}
const database = new PGlite()
const sql = await pendingChange(new PrismaPGlite(database))
await database.close()
if (sql === '') {
  process.stdout.write('schema.prisma and the migrations agree: nothing to write.\n')
} else {
  const stamp = new Date().toISOString().replaceAll(/\D/g, '').slice(0, 14)
  const folder = `${PRISMA_FOLDER}/migrations/${stamp}_${name}`
  mkdirSync(folder, { recursive: true })
  writeFileSync(`${folder}/migration.sql`, `${sql}\n`)
  process.stdout.write(`Wrote ${folder.slice(PRISMA_FOLDER.length + 1)}/migration.sql. Read it before you commit it.\n`)
}
