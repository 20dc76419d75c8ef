import { afterAll, beforeAll, expect, test } from 'vitest'
import { speaker } from '../support/speaker.js'
import { openWorld, type World } from '../support/world.js'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())

/** On 30 March a plan for the second quarter is published: 60 visits, 30 for each of two reps. */
async function aQuarterAhead(language: 'en' | 'zh-CN' = 'en') {
  world.moveTo('2026-03-30T02:00:00Z')
  const team = await world.team({ language, joinedOn: '2026-01-05', country: 'CN' })
  const says = (name: string) => speaker(world, team, name, language)
  const draft = await (await says('Chen').types('/plan new')).send({ metric: 'visits', period: '2026-Q2', amount: '60' })
  await draft.press(language === 'en' ? 'Publish' : '发布')
  return { chen: says('Chen'), li: says('Li Na') }
}

test('a rep looks ahead at the quarter that was published, and asks where its number comes from', async () => {
  const { li, chen } = await aQuarterAhead()
  const ahead = await li.types('/target next quarter')
  expect(ahead.text).toContain('Your target: Q2 2026')
  expect(ahead.text).toContain('Visits: 0 of 30 · 0%')
  expect(ahead.text).not.toContain('Lands at about')
  expect(ahead.text).not.toContain('[Log numbers]')
  expect((await ahead.press('Why this number?')).text).toContain('Visits: 30\n• Plan for Q2 2026, published on 30 Mar: 60 for the team')
  expect((await ahead.press('Quarter')).text).toContain('Your target: Q1 2026')
  expect((await chen.types('/target team next month')).text).toContain('East: April 2026')
})

test('a month’s name alone is the month, unless somebody is called so', async () => {
  const { li, chen } = await aQuarterAhead()
  expect((await li.types('/target april')).text).toContain('Your target: April 2026')
  expect((await chen.types('/target Jun team')).text).toContain('East: June 2026')
  const team = await world.team({ people: { 'May Chen': 'rep', Chen: 'manager' } })
  expect((await speaker(world, team, 'Chen').types('/target may')).text).toContain('May Chen')
})

test('before a plan begins the year and the week that it reaches into lead back to it', async () => {
  const { li } = await aQuarterAhead()
  for (const words of ['/target year', '/target week'])
    expect((await (await li.types(words)).press('Why this number?')).text).toContain('Plan for Q2 2026, published on 30 Mar')
})

test('a year of several plans is led back to each of them', async () => {
  const { li, chen } = await aQuarterAhead()
  const third = await (await chen.types('/plan new')).send({ metric: 'visits', period: '2026-Q3', amount: '80' })
  await third.press('Publish')
  const why = await (await li.types('/target year')).press('Why this number?')
  expect(why.text).toMatch(/Visits: 30\n• Plan for Q2 2026[\s\S]*Visits: 40\n• Plan for Q3 2026/)
})

test('looking back at the month that is over', async () => {
  const { li } = await aQuarterAhead('zh-CN')
  world.moveTo('2026-04-15T02:00:00Z')
  await li.types('/log 拜访4')
  world.moveTo('2026-05-06T02:00:00Z')
  const back = await li.types('/target 上个月')
  expect(back.text).toContain('你的目标 · 2026年4月')
  expect(back.text).toContain('拜访：4 / 11 · 36%')
  expect(back.text).toContain('[本月]')
  // 80% of 11 are 9: nothing is left to go for in a month that is over.
  expect(back.text).toContain('保底 9，差 5')
  expect(back.text).not.toContain('还差')
})

test('who presses Join in the private chat is told the way in', async () => {
  world.moveTo('2026-03-30T02:00:00Z')
  const team = await world.team()
  const stranger = speaker(world, team, 'Ann')
  const answer = await stranger.presses(`team:join:${team.team.id}`, stranger.privately)
  expect(answer.text).toContain('to come into the team, type /team join there')
})

test('the leaderboard leads to where its numbers come from: one’s own for a rep, the team’s for its manager', async () => {
  const { li, chen } = await aQuarterAhead()
  world.moveTo('2026-04-15T02:00:00Z')
  const own = await (await li.types('/leaderboard month')).press('Why this number?')
  expect(own.kinds).toEqual(['answer'])
  expect(own.text).toMatch(/Why these numbers: April 2026\nVisits: 11\n• Plan for Q2 2026, published on 30 Mar/)
  const team = await (await chen.types('/leaderboard quarter')).press('Why this number?')
  expect(team.text).toMatch(/Visits: 60\n• Plan for Q2 2026, published on 30 Mar: 60 for the team/)
})

test('a period that is named by its number, in both languages', async () => {
  const { li, chen } = await aQuarterAhead()
  expect((await li.types('/target Q2')).text).toContain('Your target: Q2 2026')
  expect((await li.types('/target 2026-05')).text).toContain('Your target: May 2026')
  expect((await chen.types('/target team Q2')).text).toContain('East: Q2 2026')
  expect((await li.types('/target W60')).text).toContain('There is no “W60” in your fiscal year.')
  world.moveTo('2026-04-15T02:00:00Z')
  await li.types('/log 4 visits')
  const running = await li.types('/target Q2 2026')
  expect(running.text).toContain('Visits: 4 of 30')
  expect(running.text).toContain('52 working days left')

  const { li: liInChinese } = await aQuarterAhead('zh-CN')
  expect((await liInChinese.types('/target 第二季度')).text).toContain('你的目标 · 2026年第2季度')
  expect((await liInChinese.types('/target 13月')).text).toContain('你们的财年里没有“13月”。')
})
