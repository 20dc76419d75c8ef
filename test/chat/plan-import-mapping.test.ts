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
  expect(shown.text).toContain('Row 4, column Q2 target: “lots” cannot be read as an amount')
  expect(shown.text).toContain('Row 2, column Rep: “Li” is no member of this team. Did you mean Li Na?')
  const form = await shown.press('Choose columns')
  const again = await form.send({ amount: '#2', period: '2026-Q2' })
  expect(again.text).toContain('“Li” is no member of this team. Did you mean Li Na?')
  expect(again.text).toContain('nobody in this team is called “Bob”')
  expect(await world.app.reading(team.team.organisationId).plans.ofTeam(team.team.id, ['draft'])).toEqual([])
})

test.each([
  { language: 'en' as const, told: 'Write it as 10,000.50.', more: 'Write it as 1,234,567.' },
  { language: 'zh-CN' as const, told: '请写成 10,000.50。', more: '请写成 1,234,567。' },
])(
  'an amount with its comma and points the other way round is not guessed at but answered with how to write it, in $language',
  async (told) => {
    world.moveTo('2026-03-02T08:00:00Z')
    const team = await world.team({ country: 'CN' })
    const chen = speaker(world, team, 'Chen', told.language)
    const shown = await chen.types('/plan import Rep;Q2 target\nLi Na;10.000,50\nWang Wei;1.234.567')
    expect(shown.text).toContain(told.told)
    expect(shown.text).toContain(told.more)
    expect(await world.app.reading(team.team.organisationId).plans.ofTeam(team.team.id, ['draft'])).toEqual([])
  },
)

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

test.each([
  { head: '季度;类型;业务员;计划（万元）', rows: ['2026Q2;销售额;Li Na;50', '2026Q2;销售额;Wang Wei;40.5', '合计;;;90.5'] },
  { head: 'Quarter;Goal type;Sales rep;Plan ($k)', rows: ['Q2 2026;Sales;Li Na;500', 'Q2 2026;Sales;Wang Wei;405k', 'Total;;;905'] },
  { head: '单位：万元;;;\n周期;指标;姓名;目标', rows: ['2026-Q2;销售额;Li Na;50', ';;Wang Wei;40.5'] },
])('a table of $head is read in what it says its money is written', async ({ head, rows }) => {
  world.moveTo('2026-03-02T08:00:00Z')
  const team = await world.team({ country: 'CN' })
  const chen = speaker(world, team, 'Chen')
  const shown = await chen.types(`/plan import ${head}\n${rows.join('\n')}`)
  expect(shown.text).toContain('Revenue: ¥905,000')
})

test('what is counted is not scaled with the money', async () => {
  world.moveTo('2026-03-02T08:00:00Z')
  const chen = speaker(world, await world.team({ country: 'CN' }), 'Chen')
  const shown = await chen.types('/plan import 周期,指标,目标（万元）\n2026-Q2,销售额,120\n,拜访,240')
  expect(shown.text).toMatch(/Revenue: ¥1,200,000[\s\S]*Visits: 240/)
})

test.each([
  { table: '姓名,4月,5月,6月\nLi Na,10万,11万,12万\nWang Wei,9万,9万,9万', period: 'Q2 2026 in every row', draft: 'Draft for Q2 2026' },
  { table: 'Rep,Oct,Nov,Dec\nLi Na,10k,11k,12k\nWang Wei,9k,9k,9k', period: 'Q4 2026 in every row', draft: 'Draft for Q4 2026' },
])('members by months that name no year: $table', async ({ table, period, draft }) => {
  world.moveTo('2026-03-02T08:00:00Z')
  const chen = speaker(world, await world.team({ country: 'CN' }), 'Chen')
  const shown = await chen.types(`/plan import ${table}`)
  expect(shown.text).toContain(`Period: ${period}`)
  expect(shown.text).toContain('Target: the sum of the months')
  expect(shown.text).toContain('Each member’s amount is what their months add up to.')
  expect((await shown.press('Make it a draft')).text).toContain(draft)
})

test('of members by months the draft says that the months are the team’s, and of other tables nothing of the kind', async () => {
  world.moveTo('2026-03-02T08:00:00Z')
  const team = await world.team({ country: 'CN' })
  const grid = '/plan import period,metric,member,2026-04,2026-05,2026-06\n2026-Q2,revenue,Li Na,10k,20k,30k\n,,Wang Wei,30k,20k,10k'
  const shown = await speaker(world, team, 'Chen').types(grid)
  expect(shown.text).toContain(
    'Draft for Q2 2026\nEach member’s amount is what their months add up to. The months themselves are the team’s',
  )
  expect((await speaker(world, team, 'Chen', 'zh-CN').types(grid)).text).toContain('每个人的目标是本人各月之和；月份节奏按团队算')
  const plain = '/plan import period,metric,member,amount\n2026-Q2,revenue,Li Na,10k\n,,Wang Wei,30k'
  expect((await speaker(world, team, 'Chen').types(plain)).text).not.toContain('Each member’s amount')
})

test.each([
  {
    it: 'a Chinese sheet with a title, numbered rows, months in numerals and a merged total',
    language: 'zh-CN',
    table: [
      '华东一部2026年第二季度销售目标分解表;;;;;',
      '单位：元;;;;;',
      '序号;姓名;四月;五月份;六月;合计',
      '1;李 娜;400,000;300,000;500,000;1,200,000',
      '2;王伟;¥350,000;￥280,000.00;42万元;1,050,000',
      '合 计;;750,000;580,000;920,000;2,250,000',
    ],
    told: ['成员：“姓名”列', '周期：每行都是2026年第2季度', '销售额：¥2,250,000'],
  },
  {
    it: 'an English one',
    language: 'en',
    table: ['Revenue targets Q2 2026;;;', 'Rep;Apr;May;Jun', '李娜;$1,200;;', '王伟;1k;1k;1k', 'Grand total;2,200;1,000;1,000'],
    told: ['Member: column “Rep”', 'Period: Q2 2026 in every row', 'Revenue: $4,200'],
  },
] as const)('below a title stands the header: $it', async ({ language, table, told }) => {
  world.moveTo('2026-03-02T08:00:00Z')
  const people = { Chen: 'manager', 李娜: 'rep', 王伟: 'rep' } as const
  const team = await world.team(language === 'en' ? { people, currency: 'USD' } : { people, country: 'CN' })
  const shown = await speaker(world, team, 'Chen', language).types(`/plan import ${table.join('\n')}`)
  for (const words of told) expect(shown.text).toContain(words)
})

test('a mistake names no column where the table has none', async () => {
  world.moveTo('2026-03-02T08:00:00Z')
  const chen = speaker(world, await world.team({ country: 'CN' }), 'Chen', 'zh-CN')
  const shown = await chen.types('/plan import 备注,二季度目标\n重点,500000\n一般,400000')
  expect(shown.text).toContain('第 2 行：这个指标每一行都要写姓名')
})
