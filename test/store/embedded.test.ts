import { expect, test } from 'vitest'
import { giveBack, takeEmpty } from '../support/databases.js'
import { expectWholeTransactions } from './whole-transactions.js'

test('a transaction stands or falls whole, also with what its commit does not wait for', async () => {
  const database = await takeEmpty()
  await expectWholeTransactions(database)
  giveBack(database)
})

test('an array of any column is read past the client as it is by it', async () => {
  const database = await takeEmpty()
  const arrays = await database.sql.$queryRaw<{ type: string }[]>`
    SELECT DISTINCT format_type(atttypid, NULL) AS type
    FROM pg_attribute JOIN pg_class ON pg_class.oid = attrelid JOIN pg_type ON pg_type.oid = atttypid
    WHERE relnamespace = 'public'::regnamespace AND relkind = 'r' AND typcategory = 'A' AND NOT attisdropped`
  expect(arrays).toContainEqual({ type: 'integer[]' })
  for (const { type } of arrays) {
    const statement = `SELECT '{1,2}'::${type} AS value`
    const byClient = await database.client.$queryRawUnsafe(statement)
    expect(await database.sql.$queryRaw(Object.assign([statement], { raw: [statement] }))).toEqual(byClient)
  }
  giveBack(database)
})
