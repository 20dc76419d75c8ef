import { randomBytes } from 'node:crypto'
import { expect, test } from 'vitest'
import { installationsIn } from '../../src/store/installations.js'
import { seal, unseal } from '../../src/store/sealed.js'
import { openWorld } from '../support/world.js'

test('what is sealed reads again with its key, and with no other', () => {
  const key = randomBytes(32)
  const sealed = seal('xoxb-token', key)
  expect(Buffer.from(sealed).includes('xoxb')).toBe(false)
  expect(unseal(sealed, key)).toBe('xoxb-token')
  expect(() => unseal(sealed, randomBytes(32))).toThrow()
  sealed[sealed.length - 1] = (sealed[sealed.length - 1] ?? 0) ^ 1
  expect(() => unseal(sealed, key)).toThrow()
})

test('an installation is kept encrypted, found by its workspace first, and gone once removed', async () => {
  const world = await openWorld()
  const installations = installationsIn(world.database, randomBytes(32))
  await installations.save({ team: 'T1', enterprise: 'E1', secret: 'of the workspace' })
  await installations.save({ enterprise: 'E1', secret: 'of the organisation' })
  expect((await installations.find({ team: 'T1', enterprise: 'E1' }))?.secret).toBe('of the workspace')
  expect((await installations.find({ team: 'T2', enterprise: 'E1' }))?.secret).toBe('of the organisation')
  const rows = await world.database.client.installation.findMany()
  expect(rows.some((row) => Buffer.from(row.sealed).includes('of the'))).toBe(false)
  await installations.remove({ team: 'T1' })
  expect((await installations.find({ team: 'T1' }))?.secret).toBeUndefined()
  await world.close()
})
