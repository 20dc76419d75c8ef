import { Temporal } from 'temporal-polyfill'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { publishWeekly } from '../../src/app/review/publish-weekly.js'
import { datesOf } from '../../src/core/calendar/period.js'
import { season } from '../app/review/season.js'
import { speaker } from '../support/speaker.js'
import { openWorld, type TeamWorld, type World } from '../support/world.js'

let world: World
beforeAll(async () => {
  world = await openWorld('2026-09-01T02:00:00Z')
})
afterAll(() => world.close())

/** Two visits and ¥1,000 on each weekday from a date to another, both included, as targets of two visits and ¥1,000 ask. */
async function steady(language: 'en' | 'zh-CN', from: string, to: string) {
  const rep = language === 'en' ? 'Li Na' : '李娜'
  const manager = language === 'en' ? 'Chen' : '陈静'
  const team = await world.team({ language, joinedOn: '2026-09-01', people: { [rep]: 'rep', [manager]: 'manager' } })
  const told = season(world, team)
  for (const month of ['2026-10', '2026-11', '2026-12']) await told.targets(month, { [rep]: { revenue: 100_000n, visits: 2n } })
  const days = datesOf({ start: Temporal.PlainDate.from(from), end: Temporal.PlainDate.from(to) }).filter((on) => on.dayOfWeek <= 5)
  for (const on of days) await told.log(rep, on.toString(), { revenue: 100_000n, visits: 2n })
  return { team, told, rep, manager }
}

const kept = (team: TeamWorld) =>
  world.database.client.landingForecast.findMany({
    where: { teamId: team.team.id },
    orderBy: [{ asOf: 'asc' }, { memberId: 'asc' }, { metric: 'asc' }],
  })

test('a month says where it lands, keeps the week’s first forecast, and holds it against what came', async () => {
  const { team, told, rep, manager } = await steady('en', '2026-10-01', '2026-11-10')
  const li = speaker(world, team, rep)
  world.moveTo('2026-11-11T10:00[Asia/Shanghai]')
  const month = await li.types('/target month')
  expect(month.text).toContain(`Revenue: ¥7,000 of ¥21,000 · 33%
on plan · ¥14,000 to go, ¥1,000 a day
Lands at about ¥21,000 · base 99%, stretch 99%, breakthrough 1%`)
  expect(month.text).toContain('No record yet')

  const how = await month.press('How was this computed?')
  expect(how.text).toContain(`Where you land: November 2026
Revenue
• Lands at about ¥21,000 · base 99%, stretch 99%, breakthrough 1%
• ¥7,000 done, 14 working days left
• From 29 working days since October 2026`)
  expect(how.text).toContain('• The plain run rate: ¥21,000')
  expect((await li.types('/target forecast')).text).toBe(how.text)

  const review = await li.types('/review month')
  expect(review.text).toContain('Where the month lands\nRevenue: Lands at about ¥21,000 · base 99%, stretch 99%, breakthrough 1%')

  // Looked at again and again, one a week is kept: the first.
  await told.log(rep, '2026-11-11', { visits: 9n })
  await li.types('/target month')
  expect(await kept(team)).toMatchObject([
    { metric: 'revenue', kind: 'month', period: '2026-11', week: '2026-W46', value: 2_100_000n, runRate: 2_100_000n, outcome: null },
    { metric: 'visits', value: 42n, lower: 42n, upper: 42n, outcome: null },
  ])
  world.moveTo('2026-11-13T17:00[Asia/Shanghai]')
  await told.inStore((store) => publishWeekly(store, team.team, '2026-W46', { late: false }))
  expect((await kept(team)).filter(({ memberId }) => memberId === '')).toMatchObject([{ metric: 'revenue', period: '2026-11' }])

  // November came to ¥28,000 and 27 visits; a week after its end it is held against that.
  await told.log(rep, '2026-11-30', { revenue: 2_100_000n, visits: 4n })
  world.moveTo('2026-12-08T10:00[Asia/Shanghai]')
  await li.types('/target month')
  const after = await li.types('/target month')
  expect(after.text).toContain('Record: 0 of 1 landings within the interval, bias −25%, error 25% vs run rate 25%')
  expect(after.text).not.toContain('No record yet')
  const both = await speaker(world, team, manager).types('/target quarter team')
  expect(both.text).toContain('Lands at about')
  expect(both.text).toContain('[How was this computed?]')
})

test('in Chinese too, and a short history is said to be short', async () => {
  const { team, rep } = await steady('zh-CN', '2026-10-01', '2026-11-10')
  world.moveTo('2026-11-11T10:00[Asia/Shanghai]')
  const li = speaker(world, team, rep, 'zh-CN')
  const month = await li.types('/target 本月')
  expect(month.text).toContain('预计最终约 ¥21,000；保底 99%，达标 99%，突破 1%')
  expect((await month.press('预测怎么来的')).text).toContain('2026年11月 · 你会做到多少')
  expect((await li.types('/target 本季度预测')).text).toContain('2026年第4季度')

  const young = await steady('zh-CN', '2026-11-02', '2026-11-10')
  const reads = (words: string) => speaker(world, young.team, young.rep, 'zh-CN').types(words)
  expect((await reads('/target 本月')).text).toContain('历史太短，满 15 个工作日才能预测')
  expect((await reads('/target 预测')).text).toContain('历史太短，还不能预测：15 个工作日才够，现在有 7 个')
  expect(await kept(young.team)).toEqual([])
})

test('without a target there is nothing to land on', async () => {
  world.moveTo('2026-11-11T10:00[Asia/Shanghai]')
  const team = await world.team({ joinedOn: '2026-09-01' })
  expect((await speaker(world, team, 'Li Na').types('/target forecast')).text).toContain('There is no target for November 2026')
})
