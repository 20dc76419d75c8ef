import { readdirSync } from 'node:fs'
import { Temporal } from 'temporal-polyfill'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { submitCheckIn } from '../../src/app/check-in/submit.js'
import { importDeals } from '../../src/app/deal/import.js'
import { setMember } from '../../src/app/team/members.js'
import { setAdmin } from '../../src/app/team/set-admin.js'
import { openDatabase } from '../../src/store/database.js'
import { inboxQueue } from '../../src/store/inbox-queue.js'
import { lookup } from '../../src/store/lookup.js'
import { newId } from '../../src/store/new-id.js'
import { outboxQueue } from '../../src/store/outbox-queue.js'
import { storeOf } from '../../src/store/store.js'
import { type Postgres, postgresPrograms, startPostgres } from '../support/postgres.js'
import { openWorld } from '../support/world.js'
import { expectWholeTransactions } from './whole-transactions.js'

const programs = postgresPrograms()
if (programs === undefined) console.warn('No PostgreSQL server is installed: what is shared between replicas is not tested here.')

const now = Temporal.Instant.from('2026-03-02T08:00:00Z')
const nobodyRests = { lanes: [], workspaces: [], platforms: [] }

const migrations = readdirSync('prisma/migrations', { withFileTypes: true }).filter((entry) => entry.isDirectory())

describe.skipIf(programs === undefined)('on a PostgreSQL server', () => {
  let postgres: Postgres
  beforeAll(async () => {
    postgres = await startPostgres(programs ?? '')
  })
  afterAll(() => postgres?.stop())

  test('two replicas that start together migrate once', async () => {
    const url = await postgres.database('together')
    const [one, two] = await Promise.all([
      openDatabase({ kind: 'server', url, connections: 4 }),
      openDatabase({ kind: 'server', url, connections: 4 }),
    ])
    const applied = await one.client.$queryRaw<{ count: bigint }[]>`SELECT count(*) FROM _prisma_migrations`
    expect(Number(applied[0]?.count)).toBe(migrations.length)
    await Promise.all([one.close(), two.close()])
  })

  test('a transaction stands or falls whole, also with what its commit does not wait for', async () => {
    const database = await openDatabase({ kind: 'server', url: await postgres.database('whole'), connections: 1 })
    await expectWholeTransactions(database)
    await database.close()
  })

  test('what is read is prepared, and read all the same behind a pooler that forgets it', async () => {
    const url = await postgres.database('prepared')
    const database = await openDatabase({ kind: 'server', url, connections: 1 })
    const organisationId = newId<'organisation'>()
    await database.client.organisation.create({ data: { id: organisationId, name: 'Acme', language: 'en' } })
    await database.client.workspace.create({
      data: { id: newId<'workspace'>(), platform: 'slack', externalId: 'T', name: 'Acme', organisationId },
    })
    const placed = () => lookup(database).behind({ platform: 'slack', workspace: 'T', conversation: 'C', externalId: 'U' }, now)
    const prepared = () => database.client.$queryRaw<{ name: string }[]>`SELECT name FROM pg_prepared_statements`

    const found = await placed()
    expect(found.organisation).toBe(organisationId)
    expect(await placed()).toEqual(found)
    expect((await prepared()).map(({ name }) => name)).toContainEqual(expect.stringMatching(/^pacesetter_/))

    await database.client.$executeRaw`DEALLOCATE ALL`
    expect(await placed()).toEqual(found)
    await database.close()
  })

  test('of many workers each message is taken by one, and a lane’s messages one at a time and in order', async () => {
    const url = await postgres.database('lanes')
    const database = await openDatabase({ kind: 'server', url, connections: 10 })
    const organisationId = newId<'organisation'>()
    await database.client.organisation.create({ data: { id: organisationId, name: 'Acme', language: 'en' } })
    await database.transaction((tx) =>
      storeOf(tx, organisationId, now).outbox.add(
        Array.from({ length: 60 }, (_, index) => ({
          key: `k${index}`,
          to: { platform: 'slack', kind: 'conversation' as const, workspace: 'T', conversation: `C${index % 6}` },
          post: { kind: 'nudge', index },
          language: 'en',
        })),
      ),
    )
    const queue = outboxQueue(database)
    const order = new Map<string, string[]>()
    const underWay = new Set<string>()
    const worker = async () => {
      for (let empty = 0; empty < 5; ) {
        const attempts = await queue.take(now, 3, nobodyRests)
        if (attempts.length === 0) {
          empty += 1
          await new Promise((resolve) => setTimeout(resolve, 20))
        }
        for (const attempt of attempts) {
          expect(underWay.has(attempt.lane)).toBe(false)
          underWay.add(attempt.lane)
        }
        await new Promise((resolve) => setTimeout(resolve, 3))
        for (const attempt of attempts) {
          order.set(attempt.lane, [...(order.get(attempt.lane) ?? []), attempt.key])
          underWay.delete(attempt.lane)
          await queue.sent(attempt.id, { conversation: attempt.lane, message: attempt.key }, now)
        }
      }
    }
    await Promise.all([worker(), worker(), worker(), worker()])
    expect([...order.values()].flat().length).toBe(60)
    for (const keys of order.values()) expect(keys).toEqual(keys.toSorted((a, b) => Number(a.slice(1)) - Number(b.slice(1))))
    await database.close()
  })

  test('an attempt whose process died is taken again after its lease, and may have arrived', async () => {
    const url = await postgres.database('lease')
    const database = await openDatabase({ kind: 'server', url, connections: 4 })
    const organisationId = newId<'organisation'>()
    await database.client.organisation.create({ data: { id: organisationId, name: 'Acme', language: 'en' } })
    await database.transaction((tx) =>
      storeOf(tx, organisationId, now).outbox.add([
        { key: 'k', to: { platform: 'slack', kind: 'conversation', workspace: 'T', conversation: 'C' }, post: {}, language: 'en' },
      ]),
    )
    const queue = outboxQueue(database)
    expect((await queue.take(now, 1, nobodyRests)).map(({ mayHaveArrived }) => mayHaveArrived)).toEqual([false])
    expect(await queue.take(now.add({ seconds: 30 }), 1, nobodyRests)).toEqual([])
    expect(
      (await queue.take(now.add({ minutes: 2 }), 1, nobodyRests)).map(({ mayHaveArrived, attempts }) => ({ mayHaveArrived, attempts })),
    ).toEqual([{ mayHaveArrived: true, attempts: 2 }])
    await database.close()
  })

  test('a delivery that comes twice is kept once, and one person’s words are worked on in order', async () => {
    const url = await postgres.database('inbox')
    const database = await openDatabase({ kind: 'server', url, connections: 4 })
    const queue = inboxQueue(database)
    const keep = (deliveryId: string, lane: string) =>
      queue.keep({ platform: 'slack', deliveryId, lane, interaction: { deliveryId }, at: now })
    await Promise.all([keep('a', 'one'), keep('a', 'one')])
    await keep('b', 'one')
    await keep('c', 'two')
    const first = await queue.take(now, 10)
    expect(first.map(({ interaction }) => interaction)).toEqual(expect.arrayContaining([{ deliveryId: 'a' }, { deliveryId: 'c' }]))
    expect(first.length).toBe(2)
    expect(await queue.take(now, 10)).toEqual([])
    for (const { id } of first) await queue.done(id, 'done', now)
    expect((await queue.take(now, 10)).map(({ interaction }) => interaction)).toEqual([{ deliveryId: 'b' }])
    await keep('a', 'one')
    expect(await queue.pendingCount()).toBe(1)
    await database.close()
  })

  test('of two admins, or managers, who take it from each other at once, one stays', async () => {
    const world = await openWorld('2026-03-03T18:30:00Z', { kind: 'server', url: await postgres.database('one-stays'), connections: 8 })
    const { actor, members, team } = await world.team({ people: { Ann: 'manager', Bo: 'manager' } })
    await world.app.transaction(team.organisationId, async (store) => {
      if (members.Bo !== undefined) await store.people.setAdmin(members.Bo.personId, true)
    })
    const store = world.app.reading(team.organisationId)
    const named = (name: string) => ({ externalId: members[name]?.externalId, name })
    const [ann, bo] = [await actor('Ann'), await actor('Bo')]

    const roles = await Promise.allSettled([
      setMember(world.app, ann, 'W', named('Bo'), 'rep'),
      setMember(world.app, bo, 'W', named('Ann'), 'rep'),
    ])
    expect(roles.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
    expect((await store.teams.members(team.id)).filter(({ role }) => role === 'manager').length).toBe(1)

    const rights = await Promise.allSettled([setAdmin(world.app, ann, named('Bo'), 'take'), setAdmin(world.app, bo, named('Ann'), 'take')])
    expect(rights.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
    expect((await store.people.admins()).length).toBe(1)
    await world.close()
  })

  test('a file of deals that is taken by two presses at once is told of once', async () => {
    const world = await openWorld('2026-03-03T18:30:00Z', { kind: 'server', url: await postgres.database('two-presses'), connections: 8 })
    const { actor, organisationId } = await world.team({ people: { Ann: 'manager', Bo: 'rep' } })
    const ann = await actor('Ann')
    const rows = [
      { line: 1, cells: ['name', 'owner', 'opened', 'stage'] },
      { line: 2, cells: ['ACME', 'Bo', '2026-03-02', 'lead'] },
    ]
    const taken = await Promise.all([
      importDeals(world.app, ann, rows, { keep: 'all' }),
      importDeals(world.app, ann, rows, { keep: 'all' }),
    ])
    expect(taken.map(({ added }) => added).toSorted()).toEqual([0, 1])
    expect(await world.database.client.outbox.count({ where: { organisationId, key: { startsWith: 'deals-imported:' } } })).toBe(1)
    await world.close()
  })

  test('of a member’s check-ins at the same moment each finds the one before', async () => {
    const world = await openWorld('2026-03-03T18:30:00Z', { kind: 'server', url: await postgres.database('at-once'), connections: 8 })
    const { actor } = await world.team({ people: { Ann: 'manager', Bo: 'rep' } })
    const bo = await actor('Bo')
    const on = bo.today
    const send = (source: string, visits: bigint, numbersAre: 'totals' | 'added', note: string) =>
      submitCheckIn(world.app, bo, {
        on,
        form: 'evening',
        numbers: [{ metric: 'visits', amount: visits }],
        numbersAre,
        notes: { success: note },
        source,
      })
    const visits = async () => (await world.app.reading(bo.organisationId).entries.totals(bo.team.id, on, on))[0]?.amount

    // A form sent by two taps.
    const twice = await Promise.all([send('tap-1', 3n, 'totals', 'Acme signed'), send('tap-2', 3n, 'totals', 'Acme signed')])
    expect(new Set(twice.map(({ checkIn }) => `${checkIn.id} ${checkIn.revision}`)).size).toBe(1)
    expect(await visits()).toBe(3n)

    // Words of two messages, one of them delivered twice.
    await Promise.all([
      send('m1', 2n, 'added', 'Bolt called'),
      send('m2', 4n, 'added', 'Core asked'),
      send('m1', 2n, 'added', 'Bolt called'),
    ])
    expect(await visits()).toBe(9n)
    const kept = await world.app.reading(bo.organisationId).checkIns.byId(twice[0].checkIn.id)
    expect(kept?.revision).toBe(3)
    expect(kept?.notes.success?.split('\n').toSorted()).toEqual(['Acme signed', 'Bolt called', 'Core asked'])
    await world.close()
  })
})
