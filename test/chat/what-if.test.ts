import { afterAll, beforeAll, expect, test } from 'vitest'
import { speaker } from '../support/speaker.js'
import { tenMillion } from '../support/ten-million.js'
import { openWorld, type World } from '../support/world.js'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())

test('a rate, a deal size, a headcount and a share are tried, kept as a draft or dropped, in both languages', async () => {
  world.moveTo('2026-03-02T08:00:00Z')
  const team = await world.team({ joinedOn: '2025-12-01', people: { 'Li Na': 'rep', 'Wang Wei': 'rep', Chen: 'manager' } })
  const chen = speaker(world, team, 'Chen')
  expect((await chen.types('/plan new')).form).toBeDefined()
  const tree = 'tree: { by: size, parts: [{ name: Large, share: 60% }, { name: Small, share: 40% }] }'
  const plan = await chen.types(`/plan import ${tenMillion({ revenue: tree, counts: { deals: 20, proposals: 100 } })}`)
  expect(plan.text).toContain('Deals won: 20')

  // 80 proposals instead of 100, over two people and the quarter's 65 weekdays.
  const rate = await chen.types('/plan what-if win rate 25%')
  expect(rate.text).toContain('What if: a win rate of 25% · Q2 2026')
  expect(rate.text).toContain('Tried on the draft that waits')
  expect(rate.text).toContain('• Proposals: 100 → 80')
  expect(rate.text).toContain('A person and working day (2 people, 65 days):\n• Proposals: 0.77 → 0.62')
  expect(rate.text).toContain('Deals won 20 ÷ 25% = Proposals 80, rounded up; what leads to them keeps its proportion.')
  const size = await (await rate.press('Try another')).send({ kind: 'deal size', value: '400k' })
  expect(size.text).toContain('• Deals won: 20 → 25')
  expect(size.text).toContain('• Proposals: 100 → 125')
  expect((await size.press('Drop')).text).toBe('Dropped. The plan is as it was.')
  const heads = await chen.types('/plan what-if headcount 4')
  expect(heads.text).toContain('• Proposals: 100 as before')
  expect(heads.text).toContain('• Proposals: 0.77 → 0.38')
  expect(heads.text).not.toContain('Keep as a draft')
  const shared = await chen.types('/plan what-if share Large 75%')
  expect(shared.text).toContain('• Large: ¥6,000,000 → ¥7,500,000\n• Small: ¥4,000,000 → ¥2,500,000')

  // From what is now: 20 of 100 proposals are won, 10m come of 20 deals, two people carry it.
  for (const words of ['/plan what if share Large 75%', '/plan what-if Large share 75%', '/plan 试算 Large占比75%'])
    expect((await chen.types(words)).text).toBe(shared.text)
  for (const words of ['/plan what-if share Large +15 points', '/plan what-if Large share up 15%', '/plan 试算 Large占比提高15个百分点'])
    expect((await chen.types(words)).text).toBe(shared.text.replace('Large at 75%', 'Large at 75% (now 60%)'))
  expect((await chen.types('/plan what-if share Large -60 points')).text).toContain('that goes too far')
  expect((await chen.types('/plan what-if share Huge +5 points')).text).toContain('No part of the plan')
  for (const words of ['/plan what if the win rate goes to 25%', '/plan what-if if win rate is 25%', '/plan 试算 如果赢单率提高到25%'])
    expect((await chen.types(words)).text).toBe(rate.text)
  const better = await chen.types('/plan what-if win rate +5 points')
  expect(better.text).toContain('What if: a win rate of 25% (now 20%) · Q2 2026\n• Proposals: 100 → 80')
  expect((await chen.types('/plan what-if conversion +5 points')).text).toBe(better.text)
  expect((await chen.types('/plan 试算 转化率 +5个百分点')).text).toBe(better.text)
  expect((await chen.types('/plan what-if win rate -5pp')).text).toContain('a win rate of 15% (now 20%)')
  const larger = await (await better.press('Try another')).send({ kind: 'deal size', value: '+25%' })
  expect(larger.text).toContain('What if: ¥625,000 a deal (now ¥500,000) · Q2 2026\n• Deals won: 20 → 16')
  for (const words of ['2 more people', '+2 people', 'headcount +2', 'people 2 more'])
    expect((await chen.types(`/plan what-if ${words}`)).text).toContain('What if: 4 people (now 2) · Q2 2026')
  expect((await (await better.press('Try another')).send({ kind: 'headcount', value: '-1' })).text).toContain('What if: 1 person (now 2)')
  expect((await chen.types('/plan what-if win rate +90%')).text).toContain('goes too far')
  expect((await chen.types('/plan what-if 2 fewer people')).text).toContain('goes too far')

  expect((await shared.press('Keep as a draft')).text).toContain('• Large: ¥7,500,000 · 75%')
  const kept = await rate.press('Keep as a draft')
  expect(kept.text).toContain('Proposals: 80')
  expect(kept.text).toContain('• Large: ¥7,500,000 · 75%')
  const zh = await speaker(world, team, 'Chen', 'zh-CN').types('/plan 试算 客单价 40万')
  expect(zh.text).toContain('试算：每单 ¥400,000 · 2026年第2季度')
  expect(zh.text).toContain('• 签单：20 → 25')
  expect(zh.text).toContain('销售额 ¥10,000,000 ÷ ¥400,000 = 签单 25（向上取整），再往前的环节按原比例。')

  const chinese = speaker(world, team, 'Chen', 'zh-CN')
  for (const words of ['平均单价 40万', '如果单价降到40万']) expect((await chinese.types(`/plan 试算 ${words}`)).text).toBe(zh.text)
  // Which of the five is meant comes first: a value alone would change the win rate.
  expect((await chinese.types('/plan 试算')).form?.fields[0]).not.toHaveProperty('initial')
  expect((await chinese.types('/plan 试算 多2个人')).text).toContain('试算：4 个人（现在 2） · 2026年第2季度')
  expect((await chinese.types('/plan 试算 客单价 +10%')).text).toContain('试算：每单 ¥550,000（现在 ¥500,000）')
  // 80 proposals by now.
  expect((await chinese.types('/plan 试算 赢单率 降低5个百分点')).text).toContain('试算：赢单率 20%（现在 25%）')

  expect((await chen.types('/plan what-if mood 5')).text).toContain('Try /plan what-if win rate 25%')
  expect((await chen.types('/plan what-if share Huge 5%')).text).toContain('No part of the plan’s tree'.replace('’', "'"))
  const form = await chen.types('/plan what-if')
  expect((await form.send({ kind: 'win rate', value: 'much' })).errors.value).toContain('I cannot read this')

  await kept.press('Publish')
  // By 1 June 43 of the quarter's 65 weekdays have passed with their share of the 80; what is left of 100 or of 80 falls on the 22 that remain.
  world.moveTo('2026-06-01T08:00:00Z')
  const late = await chen.types('/plan what-if win rate 20%')
  expect(late.text).toContain('• Proposals: 80 → 100')
  expect(late.text).toContain('A person and working day (2 people, 22 days):\n• Proposals: 0.61 → 1.07')
  expect((await chen.types('/plan what-if win rate 50%')).text).toContain(
    '• Proposals: 80 → 40\nA person and working day (2 people, 22 days):\n• Proposals: 0.61 → nothing more (the days before have asked for enough)',
  )
  const plans = await chen.types('/plan')
  expect((await plans.press('What if …')).form?.key).toBe('what-if')
  expect((await plans.press('Break down')).text).toContain('Revenue Q2 2026: how it breaks down')
  expect((await speaker(world, team, 'Li Na').types('/plan what-if headcount 3')).text).toContain('manager')
})
