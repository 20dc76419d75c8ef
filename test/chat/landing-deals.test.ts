import { Temporal } from 'temporal-polyfill'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { season } from '../app/review/season.js'
import { speaker } from '../support/speaker.js'
import { openWorld, type World } from '../support/world.js'

let world: World
beforeAll(async () => {
  world = await openWorld('2026-01-05T02:00:00Z')
})
afterAll(() => world.close())

/**
 * Deals of ¥5,000, one opened every third day from 1 May on, closed after 40 days: two in three are won, and the day's revenue, the others
 * lost. The target is ¥1,000 and two visits a day.
 */
async function team(language: 'en' | 'zh-CN', { closed }: { closed: number }) {
  const [rep, manager] = language === 'en' ? ['Li Na', 'Chen'] : ['李娜', '陈静']
  const made = await world.team({ language, joinedOn: '2026-01-05', people: { [rep]: 'rep', [manager]: 'manager' } })
  const told = season(world, made)
  for (const month of ['2026-11', '2026-12']) await told.targets(month, { [rep]: { revenue: 100_000n, visits: 2n } })
  const memberId = made.members[rep]?.memberId
  const personId = made.members[rep]?.personId
  if (memberId === undefined || personId === undefined) throw new Error('nobody')
  const common = { teamId: made.team.id, memberId, amount: 500_000n, currency: 'CNY', focus: undefined }
  await told.inStore(async (store) => {
    const deals = Array.from({ length: closed }, (_, index) => {
      const openedOn = Temporal.PlainDate.from('2026-05-01').add({ days: 3 * index })
      const on = openedOn.add({ days: 40 })
      const opening = { from: undefined, to: 'lead' as const, on: openedOn, reason: undefined }
      const end = { from: 'lead' as const, to: index % 3 === 2 ? ('lost' as const) : ('won' as const), on, reason: undefined }
      return { ...common, name: `Customer ${index}`, openedOn, moves: [opening, end], source: `test:${made.team.id}:${index}` }
    })
    await store.deals.add(deals, personId)
  })
  for (let index = 0; index < 50; index += 1) {
    const on = Temporal.PlainDate.from('2026-06-10').add({ days: 3 * index })
    await told.log(rep, on.toString(), { revenue: index % 3 === 2 ? 0n : 500_000n, visits: 2n })
  }
  world.moveTo('2026-11-11T10:00[Asia/Shanghai]')
  return { made, rep: speaker(world, made, rep, language), manager: speaker(world, made, manager, language) }
}

test('the month lands by the run of the numbers and by the deals, said apart and combined', async () => {
  const { rep, manager, made } = await team('en', { closed: 50 })
  for (const words of ['North 60000 negotiation 2026-10-01', 'South 30k proposal 2026-10-20', 'West 2026-11-10'])
    await rep.types(`/deal add ${words}`)
  const month = await rep.types('/target month')
  const [, lands, lower, upper] = /Lands at about ¥([\d,]+) \(¥([\d,]+) to ¥([\d,]+) in 4 of 5 cases\)/.exec(month.text) ?? []
  const [, run, deals, share] = /Run of the numbers: ¥([\d,]+) · by the deals: ¥([\d,]+) \(weight (\d+)%\)/.exec(month.text) ?? []
  const number = (words = '') => Number(words.replaceAll(',', ''))
  expect(number(deals)).toBeGreaterThan(number(run))
  expect(number(share)).toBeGreaterThan(0)
  expect(number(lands)).toBeGreaterThan(number(run))
  expect(number(lands)).toBeLessThan(number(deals))
  expect(number(lower)).toBeLessThan(number(lands))
  expect(number(upper)).toBeGreaterThan(number(lands))
  expect(month.text).toMatch(/Open deals: 3, worth ¥90,000, ¥[\d,]+ expected by 30 Nov · new ones: ¥[\d,]+/)
  expect(month.text).not.toContain('closed deals to learn from')
  // Visits have nothing to do with deals.
  expect(month.text.match(/Open deals/g)).toHaveLength(1)
  const [kept] = await world.database.client.landingForecast.findMany({ where: { teamId: made.team.id, metric: 'revenue' } })
  expect(kept?.method).toContain('deals')
  expect(Number(kept?.value) / 100).toBeCloseTo(number(lands), -3)

  const how = await month.press('How was this computed?')
  expect(how.text).toContain(`• Run of the numbers: ¥${run} · by the deals: ¥${deals} (weight ${share}%)`)
  expect(how.text).toMatch(/the deals \d+%/)
  expect(how.text).toContain('Two sources for the same days left, weighed and never added up')
  expect((await manager.types('/review month')).text).toContain('Open deals: 3')
  expect((await manager.types('/target quarter team')).text).toContain('expected by 31 Dec')

  // What is closed is expected no more.
  const list = await rep.types('/deal')
  await (await (await list.press('North')).press('Lost')).send({ reason: 'no budget' })
  expect((await rep.types('/target month')).text).toContain('Open deals: 2, worth ¥30,000')
})

test('商机少时明说，且几乎不影响预测', async () => {
  const { rep } = await team('zh-CN', { closed: 2 })
  await rep.types('/deal 添加 华东机械 60万 谈判 2026-10-01')
  const month = await rep.types('/target 本月')
  expect(month.text).toMatch(/按业绩走势：¥[\d,]+；按商机：¥[\d,]+（权重 \d%）/)
  expect(month.text).toMatch(/在谈商机 1 个，共 ¥600,000，11月30日前预计成交 ¥[\d,]+；新商机 ¥[\d,]+/)
  expect(month.text).toContain('只有 2 个结束的商机可参考')
  const how = await month.press('预测怎么来的')
  expect(how.text).toContain('剩下的日子由两个来源各自预测')
})
