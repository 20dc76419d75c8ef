import { afterAll, beforeAll, expect, test } from 'vitest'
import { speaker } from '../support/speaker.js'
import { tenMillion } from '../support/ten-million.js'
import { openWorld, type World } from '../support/world.js'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())

test('a stage of a funnel is tried: what leads to it is computed backwards anew, with its months, and kept as a draft', async () => {
  world.moveTo('2026-03-02T08:00:00Z')
  const team = await world.team({ joinedOn: '2025-12-01', people: { 'Li Na': 'rep', 'Wang Wei': 'rep', Chen: 'manager' } })
  const chen = speaker(world, team, 'Chen')
  // 10m at 500k are 20 deals; at 20% they take 100 proposals, and at 50% those take 200 leads, a month earlier.
  await chen.types(`/plan import ${PLAN}`)
  // At 40%, 100 proposals take 250 leads: 250 over two people and 65 days are 1.92 a day.
  const leads = await chen.types('/plan what-if stage leads 40%')
  expect(leads.text).toContain('What if: Leads at 40% · Q2 2026\n• Leads: 200 → 250\n')
  expect(leads.text).toContain('• Leads: 1.54 → 1.92')
  expect(leads.text).toContain(
    [
      'What it takes (Direct):',
      '• Leads: 200 → 250, due March 2026 – May 2026: 40% go on (by hand)',
      '• Proposals: 100 as before, due April 2026 – June 2026: 20% go on (by hand)',
      '• Deals won: 20 as before, due April 2026 – June 2026: ¥500,000 each (by hand)',
    ].join('\n'),
  )
  const won = await chen.types('/plan what-if win rate 25%')
  expect(won.text).toContain('• Proposals: 100 → 80\n• Leads: 200 → 160\n')
  const size = await (await chen.types('/plan what-if')).send({ kind: 'stage', part: 'deals', value: '400k' })
  expect(size.text).toContain('What if: Deals won at ¥400,000 each')
  expect(size.text).toContain('• Deals won: 20 → 25\n• Proposals: 100 → 125\n• Leads: 200 → 250\n')

  const better = await chen.types('/plan what-if win rate +5%')
  expect(better.text).toContain('What if: a win rate of 25% (now 20%) · Q2 2026\n• Proposals: 100 → 80\n• Leads: 200 → 160\n')
  expect((await chen.types('/plan what-if deal size -20%')).text).toContain(
    '¥400,000 a deal (now ¥500,000) · Q2 2026\n• Deals won: 20 → 25\n',
  )
  // At 20% + 5 points 100 deals-to-be take 80 proposals; at 50% − 10 points, 100 proposals take 250 leads.
  const points = await chen.types('/plan what-if stage proposals +5 points')
  expect(points.text).toContain('What if: Proposals at 25% (now 20%) · Q2 2026\n• Proposals: 100 → 80\n• Leads: 200 → 160\n')
  expect((await chen.types('/plan what-if conversion proposals +5 points')).text).toBe(points.text)
  const fewer = await (await chen.types('/plan what-if')).send({ kind: 'stage', part: 'leads', value: '-10pp' })
  expect(fewer.text).toContain('What if: Leads at 40% (now 50%) · Q2 2026\n• Leads: 200 → 250\n')
  expect((await chen.types('/plan what-if stage leads up 60 points')).text).toContain('that goes too far')
  expect((await chen.types('/plan what-if stage mood +5 points')).text).toContain('No funnel of the plan has a stage “mood”.')
  expect((await chen.types('/plan what-if stage deals +5 points')).text).toContain('That does not fit the stage.')
  const zh = speaker(world, team, 'Chen', 'zh-CN')
  expect((await zh.types('/plan 试算 阶段 方案 提高5个百分点')).text).toContain('试算：方案转化率 25%（现在 20%）')
  const chinese = await zh.types('/plan 试算 阶段 线索 40%')
  expect(chinese.text).toContain('试算：线索转化率 40% · 2026年第2季度\n• 线索：200 → 250\n')
  expect(chinese.text).toContain('需要做到（Direct）：\n• 线索：200 → 250，2026年3月至2026年5月到位：转化 40%（手填）\n• 方案：100 不变')
  expect((await zh.types('/plan 试算 客单价 40万')).text).toContain('• 签单：20 → 25\n• 方案：100 → 125\n• 线索：200 → 250\n')

  expect((await chen.types('/plan what-if stage mood 40%')).text).toContain('No funnel of the plan has a stage “mood”.')
  expect((await chen.types('/plan what-if stage leads 80k')).text).toContain('any other takes a rate, such as 40%.')
  expect((await (await chen.types('/plan what-if')).send({ kind: 'stage', value: '40%' })).errors.part).toBeDefined()

  const kept = await leads.press('Keep as a draft')
  expect(kept.text).toContain('Leads: 250')
  expect((await chen.types('/plan what-if stage leads 40%')).text).toContain('nothing changes')
})

test('of a stage that several funnels have, the answer says how to name one, and that one changes alone', async () => {
  const team = await world.team({ joinedOn: '2025-12-01', people: { 'Li Na': 'rep', Chen: 'manager' } })
  const chen = speaker(world, team, 'Chen')
  await chen.types(`/plan import ${TWO_WAYS}`)
  const which = 'Several funnels have it: New and Renewal. Say which, such as /plan what-if stage New Deals won 400000.'
  expect((await chen.types('/plan what-if deal size 400k')).text).toContain(which)
  const rates = 'Several funnels have it: New and Renewal. Say which, such as /plan what-if stage New Proposals 25%.'
  expect((await chen.types('/plan what-if win rate +5pp')).text).toContain(rates)
  expect((await speaker(world, team, 'Chen', 'zh-CN').types('/plan 试算 阶段 方案 25%')).text).toContain(
    '有几个漏斗都有这个阶段：New、Renewal。请指明是哪一个，例如 /plan 试算 阶段 New 方案 25%。',
  )
  // 6m of 10m at 400k are 15 new deals instead of 12, beside the 20 renewals at 200k; at 20% they take 75 proposals beside 40.
  expect((await chen.types('/plan what-if stage proposals +5pp')).text).toContain(rates)
  const one = await chen.types('/plan what-if stage New Deals won 400000')
  expect(one.text).toContain('• Deals won: 32 → 35\n• Proposals: 100 → 115\n')
  expect(one.text).toContain('What it takes (New):\n')
  expect(one.text).not.toContain('(Renewal)')
})

const PLAN = tenMillion({
  counts: { deals: 20, proposals: 100, leads: 200 },
  rest: `funnels:
  - name: Direct
    target: revenue
    stages:
      - { metric: leads, rate: 50%, cycle: 1 month }
      - { metric: proposals, rate: 20% }
      - { metric: deals, size: 500k }
`,
})

const way = (name: string, share: string, rate: string, size: string) =>
  `  - { name: ${name}, target: revenue, share: ${share}, stages: [{ metric: proposals, rate: ${rate} }, { metric: deals, size: ${size} }] }\n`

const TWO_WAYS = tenMillion({
  counts: { deals: 32, proposals: 100 },
  rest: `funnels:\n${way('New', '60%', '20%', '500k')}${way('Renewal', '40%', '50%', '200k')}`,
})
