import { afterAll, beforeAll, expect, test } from 'vitest'
import { season } from '../app/review/season.js'
import { speaker } from '../support/speaker.js'
import { openWorld, type World } from '../support/world.js'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())

test('under the pace of a month and a quarter stands what the rest takes by the plan’s funnels, one’s own and the team’s, in both languages', async () => {
  world.moveTo('2026-09-15T08:00:00Z')
  const team = await world.team({ joinedOn: '2025-12-01', people: { 'Li Na': 'rep', 'Wang Wei': 'rep', Chen: 'manager' } })
  const chen = speaker(world, team, 'Chen')
  await (await chen.types(`/plan import ${PLAN}`)).press('Publish')
  const told = season(world, team)
  await told.log('Li Na', '2026-10-05', { revenue: 50_000_00n })
  world.moveTo('2026-10-06T02:00:00Z')

  // Of her 600,000 of the quarter 550,000 are to go: six deals at 100,000, 12 proposals, 18 visits, 72 leads.
  const li = speaker(world, team, 'Li Na')
  const quarter = (await li.types('/target quarter')).text
  const own = 'What is to go takes: Leads 72, Visits 18, Proposals 12, and Deals won 6'
  expect(quarter).toMatch(new RegExp(`¥50,000 of ¥600,000 · 8.3%\n.*¥550,000 to go.*\n${own}\n`))
  // October has 22 of the quarter's 66 weekdays: 200,000, of which 150,000 are to go: two deals, four proposals, six visits, 24 leads.
  expect((await li.types('/target month')).text).toContain('What is to go takes: Leads 24, Visits 6, Proposals 4, and Deals won 2\n')
  // The team's 1,150,000: twelve deals, 24 proposals, 36 visits, 144 leads.
  const zh = speaker(world, team, 'Chen', 'zh-CN')
  expect((await zh.types('/target 团队 季度')).text).toContain('\n还差的部分需要：线索 144、拜访 36、方案 24、签单 12\n')
  expect((await li.types('/target')).text).not.toContain('takes')
  expect((await li.types('/target year')).text).not.toContain('takes')
})

const PLAN = `version: 1
period: 2026-Q4
targets:
  - { metric: revenue, amount: 1200000, currency: CNY, split: equal }
  - { metric: leads, amount: 144, split: equal }
funnels:
  - name: Direct
    target: revenue
    stages:
      - { metric: leads, rate: 25% }
      - { metric: visits, rate: 2/3 }
      - { metric: proposals, rate: 50% }
      - { metric: deals, size: 100000 }
`
