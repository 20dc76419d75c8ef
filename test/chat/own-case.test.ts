import { afterAll, beforeAll, expect, test } from 'vitest'
import { publishMonthly } from '../../src/app/review/publish-monthly.js'
import { november } from '../app/review/season.js'
import { speaker, waitingPosts } from '../support/speaker.js'
import { openWorld, type World } from '../support/world.js'

let world: World
beforeAll(async () => {
  world = await openWorld('2026-12-01T09:30:00Z')
})
afterAll(() => world.close())

/** November is announced, and its top seller was asked in private for a case. */
async function asked() {
  const team = await november(world)
  await team.told.inStore((store) => publishMonthly(store, team.team, '2026-11', { late: false }))
  await world.database.client.outbox.updateMany({
    where: { organisationId: team.organisationId, key: { startsWith: 'case-request:' } },
    data: { state: 'sent' },
  })
  const winner = speaker(world, team, 'Wang Wei')
  const shared = async () => (await waitingPosts(world, team)).filter(({ key }) => key.startsWith('case-shared:'))
  return { team, winner, shared }
}

test('the top seller may answer the request in plain words: they go into the library and the announcement’s thread', async () => {
  const { winner, shared } = await asked()
  const echo = await winner.says('I asked 5 customers for their budget first.', winner.privately)
  expect(echo.text).toContain('You were asked for your case of November 2026.')
  expect(await shared()).toEqual([])
  expect((await echo.press('Share as my case')).text).toContain('announcement')
  expect(await shared()).toMatchObject([
    { under: expect.stringContaining(':2026-11'), text: expect.stringContaining('I asked 5 customers') },
  ])
  expect((await winner.types('/case budget')).text).toContain('I asked 5 customers for their budget first.')
  expect((await echo.press('Yes, save')).text).toContain('saved or discarded already')
})

test('so they may on Telegram, whose private chat is no part of the group from where they were asked', async () => {
  const { winner } = await asked()
  const echo = await winner.says('I asked 5 customers for their budget first.', { ...winner.privately, workspace: 'the bot' })
  expect(echo.text).toContain('You were asked for your case of November 2026.')
})

test('a case that is too long is not cut but answered', async () => {
  const { winner, shared } = await asked()
  const echo = await winner.says('I asked for the budget first. '.repeat(70), winner.privately)
  expect((await echo.press('Share as my case')).text).toContain('at most 2,000 characters')
  expect(await shared()).toEqual([])
})

test('words elsewhere, or after something else was asked, are a report as ever', async () => {
  const { team, winner } = await asked()
  expect((await winner.asksBot('3 visits')).text).not.toContain('Share as my case')
  const [request] = await world.database.client.outbox.findMany({
    where: { organisationId: team.organisationId, key: { startsWith: 'case-request:' } },
  })
  if (request === undefined) throw new Error('nobody was asked')
  const { id: _, key: _key, message: _message, ...like } = request
  await world.database.client.outbox.create({
    data: { ...like, key: 'nudge:evening', destination: request.destination ?? {}, post: request.post ?? {} },
  })
  expect((await winner.says('3 visits', winner.privately)).text).not.toContain('Share as my case')
})
