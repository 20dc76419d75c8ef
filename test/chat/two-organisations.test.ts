import { afterAll, beforeAll, expect, test } from 'vitest'
import { speaker } from '../support/speaker.js'
import { openWorld, type TeamWorld, type World } from '../support/world.js'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())

/** On Telegram a private chat is with the bot, whichever groups one shares with it. */
const PRIVATE = { workspace: 'B1', conversation: 'P1', kind: 'private' } as const

/** Two organisations that know nothing of each other have a team each with the same people: Li Na sells, Chen plans November. It is a Tuesday afternoon. */
async function twoOrganisations() {
  world.moveTo('2026-11-24T10:00[Asia/Shanghai]')
  const options = { platform: 'telegram', joinedOn: '2026-01-05', people: { 'Li Na': 'rep', Chen: 'manager' } } as const
  const [north, south] = [await world.team({ ...options, name: 'North' }), await world.team({ ...options, name: 'South' })]
  for (const [name, { externalId }] of Object.entries(south.members)) {
    const known = north.members[name]?.externalId ?? ''
    await world.database.client.identity.updateMany({ where: { externalId }, data: { externalId: known } })
  }
  const teams: TeamWorld[] = [north, { ...south, members: north.members }]
  const li = speaker(world, north, 'Li Na')
  for (const team of teams) {
    const draft = await (await speaker(world, team, 'Chen').types('/plan new')).send({ metric: 'visits', period: '2026-11', amount: '40' })
    // A draft that was answered in private is published from there: the button names the plan alone.
    expect((await draft.press('Publish', PRIVATE)).text).toContain('Published')
  }
  world.moveTo('2026-11-24T17:00[Asia/Shanghai]')
  return { li, teams }
}

async function done({ organisationId, team }: TeamWorld): Promise<bigint> {
  const rows = await world.database.client.dailyTotal.findMany({ where: { organisationId, teamId: team.id, metric: 'visits' } })
  return rows.reduce((sum, { amount }) => sum + amount, 0n)
}

test('in a private chat the teams of both are a press away, and it is said which one a number goes to', async () => {
  const { li, teams } = await twoOrganisations()
  const first = await li.types('/target', PRIVATE)
  const [here, there] = first.text.includes('[South]') ? teams : teams.toReversed()
  if (here === undefined || there === undefined) throw new Error('no team')
  const second = await first.press(there.team.name)
  expect(second.text).toContain(`[${here.team.name}]`)
  const form = await second.press('Check in')
  expect(form.form?.context).toContain(there.team.id)
  expect(JSON.stringify(form.form?.intro)).toContain(there.team.name)
  await form.send({ visits: '3' })
  expect([await done(here), await done(there)]).toEqual([0n, 3n])

  const meant = `For ${here.team.name}. Another of your teams: /team, then its name.`
  expect((await li.types('/log 2 visits', PRIVATE)).text).toContain(meant)
  const echo = await li.says('1 visit', PRIVATE)
  expect(echo.text).toContain(meant)
  await echo.press('Add to the day')
  expect([await done(here), await done(there)]).toEqual([3n, 3n])
  expect((await li.types(`/target ${there.team.name}`, PRIVATE)).text).toContain('Visits: 3 of')
})

test('days off hold in one of them, and it is said where the other hears of them', async () => {
  const { li, teams } = await twoOrganisations()
  const marked = await li.types('/leave tomorrow', PRIVATE)
  expect(marked.text).toMatch(
    /It holds in (?:North|South) and its organisation\. For a team of another one: \/team, its name, then \/leave\./,
  )
  const [north] = teams
  if (north === undefined) throw new Error('no team')
  expect((await speaker(world, north, 'Li Na').types('/leave 27 Nov')).text).not.toContain('another one')
})

test('a team that is chosen in private is the one meant by all that is said there', async () => {
  const { li, teams } = await twoOrganisations()
  const shown = await li.types('/team', PRIVATE)
  const [here, there] = shown.text.startsWith('North') ? teams : teams.toReversed()
  if (here === undefined || there === undefined) throw new Error('no team')
  expect((await shown.press(`Go over to ${there.team.name}`)).text).toContain(`From now on ${there.team.name} is meant`)
  const deals = await li.types('/deal add ACME 1200 proposal', PRIVATE)
  expect(deals.text).toContain(`For ${there.team.name}. Another of your teams: /team, then its name.`)
  const kept = await world.database.client.deal.findMany({ where: { name: 'ACME' }, select: { teamId: true } })
  expect(kept).toEqual([{ teamId: there.team.id }])
  for (const command of ['/plan', '/review', '/leaderboard', '/case'])
    expect((await li.types(command, PRIVATE)).text).toContain(`For ${there.team.name}.`)
  expect(await (await li.types('/leave', PRIVATE)).text).toContain(`For ${there.team.name}.`)

  expect((await li.types(`/team ${here.team.name.toUpperCase()}`, PRIVATE)).text).toContain(`From now on ${here.team.name} is meant`)
  expect((await li.types('/deal', PRIVATE)).text).toContain(`For ${here.team.name}.`)
  expect((await li.types('/team West', PRIVATE)).text).toMatch(
    /You are in no team of that name\. Your teams: (North and South|South and North)\./,
  )
  // In a team's own channel it is that team's.
  const inChannel = speaker(world, there, 'Li Na')
  expect((await inChannel.types('/deal')).text).not.toContain('For ')
  expect((await inChannel.types(`/team ${here.team.name}`)).text).toContain('I did not get that')
})

test('a language chosen there is the person’s in both', async () => {
  const { li, teams } = await twoOrganisations()
  await li.types('/settings 中文', PRIVATE)
  const people = await world.database.client.person.findMany({
    where: { organisationId: { in: teams.map(({ organisationId }) => organisationId) }, name: 'Li Na' },
    select: { language: true },
  })
  expect(people).toEqual([{ language: 'zh-CN' }, { language: 'zh-CN' }])
})
