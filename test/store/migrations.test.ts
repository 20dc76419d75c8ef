import { PGlite } from '@electric-sql/pglite'
import { PrismaPGlite } from 'pglite-prisma-adapter'
import { expect, test } from 'vitest'
import { pendingChange } from '../../src/store/migration/migrations.js'

test('the migrations lead to schema.prisma, with nothing left to write', async () => {
  const database = await PGlite.create()
  expect(await pendingChange(new PrismaPGlite(database))).toBe('')
  await database.close()
})
