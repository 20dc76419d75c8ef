import { setTimeout as pause } from 'node:timers/promises'
import { expect } from 'vitest'
import type { Database } from '../../src/store/database.js'
import type { Sql } from '../../src/store/sql.js'

/** What a transaction does not wait for before its commit stands or falls with it, and the connection is good for the next one. */
export async function expectWholeTransactions({ sql }: Database): Promise<void> {
  const add = (by: Sql, id: string) => by.$executeRaw`INSERT INTO organisation (id, name, language) VALUES (${id}, ${id}, 'en')`
  const names = async () => {
    const rows = await sql.$queryRaw<{ name: string }[]>`SELECT name FROM organisation WHERE name LIKE 'whole-%' ORDER BY name`
    return rows.map(({ name }) => name)
  }

  const kept = await sql.transaction(async (own, withCommit) => {
    const [, read] = await Promise.all([
      own.$executeRaw`SELECT 1 FROM organisation FOR NO KEY UPDATE`,
      own.$queryRaw<{ count: number }[]>`SELECT count(*)::int FROM organisation WHERE name LIKE 'whole-%'`,
    ])
    withCommit(add(own, 'whole-1'))
    withCommit(add(own, 'whole-2'))
    return read
  })
  expect(kept).toEqual([{ count: 0 }])
  expect(await names()).toEqual(['whole-1', 'whole-2'])

  await expect(
    sql.transaction(async (own, withCommit) => {
      withCommit(add(own, 'whole-3'))
      withCommit(add(own, 'whole-1'))
      withCommit(add(own, 'whole-4'))
    }),
  ).rejects.toThrow(/duplicate key/)
  await expect(
    sql.transaction(async (own, withCommit) => {
      withCommit(add(own, 'whole-5'))
      await own.$queryRaw`SELECT nonsense`
    }),
  ).rejects.toThrow(/nonsense/)
  await expect(
    sql.transaction(async (own, withCommit) => {
      withCommit(add(own, 'whole-5'))
      throw new Error('thought better of it')
    }),
  ).rejects.toThrow('thought better of it')
  await expect(sql.transaction(async (own, withCommit) => withCommit(pause(1).then(() => add(own, 'whole-6'))))).rejects.toThrow(
    'its transaction is being committed',
  )
  expect(await names()).toEqual(['whole-1', 'whole-2'])

  await sql.transaction((own) => add(own, 'whole-7'))
  expect(await names()).toEqual(['whole-1', 'whole-2', 'whole-7'])
}
