import { afterAll, beforeAll, expect, test } from 'vitest'
import { speaker } from '../support/speaker.js'
import { openWorld, type World } from '../support/world.js'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())

test.each([
  {
    language: 'en',
    head: 'Rep,Q2 target',
    told: ['Member: column “Rep”', 'Target: column “Q2 target”'],
    take: 'Make it a draft',
    draft: '¥900,000',
  },
  { language: 'zh-CN', head: '销售,二季度目标', told: ['成员：“销售”列', '目标：“二季度目标”列'], take: '存为草稿', draft: '¥900,000' },
] as const)('a table with headers of its own is read, shown and taken, in $language', async ({ language, head, told, take, draft }) => {
  world.moveTo('2026-03-02T08:00:00Z')
  const team = await world.team({ country: 'CN' })
  const chen = speaker(world, team, 'Chen', language)
  const shown = await chen.types(`/plan import ${head}\nLi Na,500000\nWang Wei,400000`)
  for (const words of told) expect(shown.text).toContain(words)
  expect(shown.text).toContain(draft)
  expect(await world.app.reading(team.team.organisationId).plans.ofTeam(team.team.id, ['draft'])).toEqual([])
  expect((await shown.press(take)).text).toContain(draft)
  expect(await world.app.reading(team.team.organisationId).plans.ofTeam(team.team.id, ['draft'])).toHaveLength(1)
})

test('a stranger is told by row, with whom is meant; nothing is kept, and other columns can be chosen', async () => {
  world.moveTo('2026-03-02T08:00:00Z')
  const team = await world.team({ country: 'CN' })
  const chen = speaker(world, team, 'Chen')
  const shown = await chen.types('/plan import Rep,Q2 target,Stretch\nLi,500000,600000\nBob,400000,500000\nWang Wei,lots,300000')
  expect(shown.text).toContain('Row 4, column Q2 target: this amount cannot be read')
  expect(shown.text).toContain('Row 2, column Rep: “Li” is no member of this team. Did you mean Li Na?')
  const form = await shown.press('Choose columns')
  const again = await form.send({ amount: '#2', period: '2026-Q2' })
  expect(again.text).toContain('“Li” is no member of this team. Did you mean Li Na?')
  expect(again.text).toContain('nobody in this team is called “Bob”')
  expect(await world.app.reading(team.team.organisationId).plans.ofTeam(team.team.id, ['draft'])).toEqual([])
})

test('a table without a column for the target is shown with what is missing, and the column can be named', async () => {
  world.moveTo('2026-03-02T08:00:00Z')
  const team = await world.team({ country: 'CN' })
  const chen = speaker(world, team, 'Chen', 'zh-CN')
  const shown = await chen.types('/plan import 周期,指标,备注\n2026-Q2,拜访,120')
  expect(shown.text).toContain('目标：没有')
  const again = await (await shown.press('选择列')).send({ amount: '#2' })
  expect(again.text).toContain('120')
  expect(await world.app.reading(team.team.organisationId).plans.ofTeam(team.team.id, ['draft'])).toEqual([])
})
