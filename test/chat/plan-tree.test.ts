import { Temporal } from 'temporal-polyfill'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { exportPlan } from '../../src/app/plan/export.js'
import type { Language } from '../../src/chat/model.js'
import { speaker } from '../support/speaker.js'
import { tenMillion } from '../support/ten-million.js'
import { openWorld, type TeamWorld, type World } from '../support/world.js'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())

const PEOPLE = { 'Li Na': 'rep', 'Wang Wei': 'rep', 'Zhao Min': 'rep', Chen: 'manager' } as const

/** Before the second quarter, with a draft of ten million for it. */
async function aDraft(language: Language = 'en') {
  world.moveTo('2026-03-02T08:00:00Z')
  const team = await world.team({ joinedOn: '2025-12-01', country: 'CN', people: PEOPLE })
  const chen = speaker(world, team, 'Chen', language)
  const preview = await (await chen.types('/plan new')).send({ metric: 'revenue', period: '2026-Q2', amount: '10m' })
  return { team, chen, preview }
}

/** What is published for each, in all. */
async function totals({ team, organisationId, members }: TeamWorld) {
  const [from, to] = [Temporal.PlainDate.from('2026-01-01'), Temporal.PlainDate.from('2026-12-31')]
  const rows = await world.app.reading(organisationId).targets.between(team.id, from, to)
  return Object.fromEntries(
    Object.entries(members).flatMap(([name, { memberId }]) => {
      const days = rows.filter((row) => row.memberId === memberId).flatMap((row) => row.days)
      return days.length === 0 ? [] : [[name, days.reduce<bigint>((sum, day) => sum + (day ?? 0n), 0n)]]
    }),
  )
}

test('a target is broken down by customer size into deals, deeper by person, a value set by hand, and published to the cent', async () => {
  const { team, preview } = await aDraft()
  const bySize = await (await (await preview.press('Refine…')).press('Break down Revenue')).send({
    by: 'size',
    lines: 'Large 50% @500k\nMedium 30% @100k\nSmall 20% @20k',
  })
  expect(bySize.text).toContain('• Large: ¥5,000,000 = 10 deals · 50%, ¥500,000 a deal')
  expect(bySize.text).toContain('• Medium: ¥3,000,000 = 30 deals · 30%, ¥100,000 a deal')
  expect(bySize.text).toContain('• Small: ¥2,000,000 = 100 deals · 20%, ¥20,000 a deal')
  expect(bySize.text).toContain('140 deals in all.')

  const tree = await (await bySize.press('Refine…')).press('Tree of Revenue')
  const deeper = await (await tree.press('Break a part down')).send({ where: '0', by: 'person', lines: 'Li Na 60%\nWang Wei' })
  expect(deeper.text).toContain('• · Li Na: ¥3,000,000 · 60%')
  expect(deeper.text).toContain('• · Wang Wei: ¥2,000,000 · a part of the rest')

  const pinForm = await (await (await deeper.press('Refine…')).press('Tree of Revenue')).press('Set a value by hand')
  const pinned = await pinForm.send({ node: '0.0', value: '3.5m', reason: 'brings two accounts along' })
  expect(pinned.text).toBe(
    [
      'Li Na: ¥3,500,000 by hand',
      'The rule gives ¥3,000,000. Reason: brings two accounts along',
      'What changes by it:',
      '• · Wang Wei: ¥2,000,000 → ¥1,500,000',
      'This is in the draft: nobody has been told, and nothing counts until you publish it.',
      '[Take it back]',
      '[See the draft]',
    ].join('\n'),
  )
  const draft = await pinned.press('See the draft')
  expect(draft.text).toContain('• · Li Na: ¥3,500,000 · 📌 by hand (brings two accounts along); the rule gives ¥3,000,000')

  // Medium and small, five million, are nobody's by name: the split shares them equally among the three reps.
  await draft.press('Publish')
  expect(await totals(team)).toEqual({ 'Li Na': 516_666_667n, 'Wang Wei': 316_666_667n, 'Zhao Min': 166_666_666n })

  const taken = await pinned.press('Take it back')
  expect(taken.text).toContain('Li Na: by its rule again')
  expect(taken.text).toContain('• · Wang Wei: ¥1,500,000 → ¥2,000,000')
})

test('the same in Chinese', async () => {
  const { chen, preview } = await aDraft('zh-CN')
  const form = await (await preview.press('细化…')).press('拆分销售额')
  const bySize = await form.send({ by: 'size', lines: '大客户：50% 每单50万\n中客户 30% @10万\n小客户 20% @2万' })
  expect(bySize.text).toContain('• 大客户：¥5,000,000，10 单 · 50%，每单 ¥500,000')
  const tree = await chen.types('/plan 拆分')
  expect(tree.text).toContain('2026年第2季度销售额的拆分')
  const pinned = await (await tree.press('手动指定')).send({ node: '2', value: '100万', reason: '渠道收缩' })
  expect(pinned.text).toContain('小客户：手动指定为 ¥1,000,000')
  expect(pinned.text).toContain('• 大客户：¥5,000,000 → ¥5,625,000')
  expect(pinned.text).toContain('• 中客户：¥3,000,000 → ¥3,375,000')
})

test('what a deal is worth may stand after the share, marked or not', async () => {
  const { preview } = await aDraft('zh-CN')
  const form = await (await preview.press('细化…')).press('拆分销售额')
  for (const lines of [
    '大客户 50% 50万\n中客户 30%，客单价10万\n小客户 20% 平均每单2万',
    'Large 50% 500k\nMedium 30% at 100k\nSmall 20%, 20k',
  ])
    expect((await form.send({ by: 'size', lines })).text).toMatch(
      /50%，每单 ¥500,000\n.*30%，每单 ¥100,000\n.*20%，每单 ¥20,000\n合计 140 单。/,
    )
})

test('what cannot hold is explained, in both languages, and nothing is kept', async () => {
  const { team, chen, preview } = await aDraft()
  const level = await (await preview.press('Refine…')).press('Break down Revenue')
  expect((await level.send({ by: 'business', lines: 'New 40%\nRepeat 30%' })).errors).toEqual({
    lines:
      'The parts of the target come to ¥7,000,000 of ¥10,000,000: ¥3,000,000 are missing. Raise a share, or add a part without a share, which takes the rest.',
  })
  expect((await level.send({ by: 'business', lines: 'New 40%\nNew 60%' })).errors).toEqual({ lines: 'New stands here twice.' })
  expect((await level.send({ by: 'business', lines: 'New 140%' })).errors.lines).toContain('I cannot read the line “New 140%”')
  expect((await level.send({ by: 'business', lines: 'New 40% 3 deals\nRepeat' })).errors.lines).toContain('“New 40% 3 deals”')
  expect((await level.send({ by: 'business', lines: '' })).errors).toEqual({ lines: 'Name at least one part.' })
  expect((await level.send({ by: 'person', lines: 'Nobody 100%' })).errors).toEqual({
    lines:
      'I know nobody called Nobody in this team. Known are Li Na, Wang Wei, Zhao Min, and Chen. Please write a name as it stands here, or add the person with /team add @name.',
  })

  const split = await level.send({ by: 'business', lines: 'New 40%\nRepeat 30%\nUpgrades 30%' })
  const pin = await (await (await split.press('Refine…')).press('Tree of Revenue')).press('Set a value by hand')
  expect((await pin.send({ node: '0', value: '11m', reason: 'hope' })).errors).toEqual({
    value:
      'Set by hand are ¥11,000,000 (New), but the whole target is ¥10,000,000: the other parts would be ¥1,000,000 below zero. Lower a value, or raise what stands above.',
  })
  expect((await pin.send({ node: '0', value: '1m' })).errors).toEqual({ reason: 'A value set by hand needs its reason.' })
  expect((await pin.send({ node: '0', value: 'much', reason: 'hope' })).errors.value).toContain('I cannot read this amount')
  expect((await pin.send({ node: '9', value: '1m', reason: 'hope' })).errors).toEqual({
    '': 'This part is not in the plan any more. Look at the tree once more with /plan tree.',
  })

  // Less in all than is set by hand: the target's own form says so.
  await pin.send({ node: '0', value: '5m', reason: 'agreed' })
  const less = await (await chen.types('/plan edit')).send({ amount: '4m' })
  expect(less.errors.amount).toContain('Set by hand are ¥5,000,000 (New), but the whole target is ¥4,000,000')
  const zh = speaker(world, team, 'Chen', 'zh-CN')
  expect((await (await zh.types('/plan edit')).send({ amount: '4m' })).errors.amount).toContain('总目标只有 ¥4,000,000，其他部分会变成负数')

  const rep = speaker(world, team, 'Li Na')
  expect((await rep.types('/plan tree')).text).toContain('manager')
})

test('by person without a line: every rep by what they did in the period before, a newcomer as the average', async () => {
  const { team, chen, preview } = await aDraft()
  for (const [name, amount] of [
    ['Li Na', '300000'],
    ['Wang Wei', '100000'],
  ] as const)
    await speaker(world, team, name).types(`/log revenue ${amount}`)
  const byHistory = await (await (await preview.press('Refine…')).press('Break down Revenue')).send({ by: 'person', lines: '' })
  expect(byHistory.text).toContain('• Li Na: ¥5,000,000 · by what was done before (¥300,000)')
  expect(byHistory.text).toContain('• Wang Wei: ¥1,666,666.67 · by what was done before (¥100,000)')
  expect(byHistory.text).toContain('• Zhao Min: ¥3,333,333.33 · a part of the rest')

  const yaml = await exportPlan(world.app, await team.actor('Chen'))
  expect(yaml).toContain('history: 300000')
  expect((await chen.types(`/plan import ${yaml}`)).text).toBe(byHistory.text)

  await byHistory.press('Publish')
  expect(await totals(team)).toEqual({ 'Li Na': 500_000_000n, 'Wang Wei': 166_666_667n, 'Zhao Min': 333_333_333n })
})

test('the quarter shows its months and its tree with attainment, and each number leads back to the whole', async () => {
  const { team, chen, preview } = await aDraft()
  const regions = await (await (await preview.press('Refine…')).press('Break down Revenue')).send({
    by: 'region',
    lines: 'North 60%\nSouth 40%',
  })
  const tree = await (await regions.press('Refine…')).press('Tree of Revenue')
  await (await tree.press('Break a part down')).send({ where: '0', by: 'person', lines: 'Li Na\nWang Wei' })
  await (await (await chen.types('/plan tree')).press('Break a part down')).send({ where: '1', by: 'person', lines: 'Zhao Min' })
  const pin = await (await chen.types('/plan tree')).press('Set a value by hand')
  await (await (await pin.send({ node: '0.0', value: '4m', reason: 'two key accounts' })).press('See the draft')).press('Publish')

  world.moveTo('2026-05-06T08:00:00Z')
  const liNa = speaker(world, team, 'Li Na')
  await liNa.types('/log revenue 1,000,000')
  const quarter = await chen.types('/target quarter team')
  expect(quarter.text).toContain(
    ['Part | Done | Target | %', 'Apr | ¥0 | ¥3,442,623 | 0%', 'May | ¥1,000,000 | ¥3,114,755 | 32%'].join('\n'),
  )
  expect(quarter.text).toContain(
    [
      'How Revenue breaks down',
      'North: ¥1,000,000 of ¥6,000,000 · 17%',
      '· Li Na 📌: ¥1,000,000 of ¥4,000,000 · 25%',
      '· Wang Wei: ¥0 of ¥2,000,000 · 0%',
      'South: ¥0 of ¥4,000,000 · 0%',
      '· Zhao Min: ¥0 of ¥4,000,000 · 0%',
    ].join('\n'),
  )
  // A rep sees the regions, not what each colleague has done.
  const byRep = await liNa.types('/target quarter team')
  expect(byRep.text).toContain('North: ¥1,000,000 of ¥6,000,000 · 17%')
  expect(byRep.text).not.toContain('Wang Wei')

  const mine = await (await liNa.types('/target quarter')).press('Why this number?')
  expect(mine.text).toContain('• Plan for Q2 2026, published on 2 Mar: ¥10,000,000 for the team')
  expect(mine.text).toContain('• North: 60% of ¥10,000,000 = ¥6,000,000')
  expect(mine.text).toContain('• Li Na: 📌 ¥4,000,000 by hand (two key accounts); the rule gives ¥3,000,000')
  const wang = await (await chen.types('/target month @Wang Wei')).press('Why this number?')
  expect(wang.text).toContain(
    '• Wang Wei: ¥2,000,000 of ¥6,000,000, taking its part of what was set by hand beside it; the rule gives ¥3,000,000',
  )
  expect(wang.text).toMatch(/May 2026 gets ¥[\d,.]+ of it, by its working days/)
  const zh = await (await speaker(world, team, 'Li Na', 'zh-CN').types('/target 季度')).press('这个数怎么来的')
  expect(zh.text).toContain('• Li Na：📌 手动指定 ¥4,000,000（two key accounts），按规则是 ¥3,000,000')
})

test('a number that was agreed with somebody is taken by the siblings of their own region', async () => {
  const { team, chen } = await aDraft()
  const people = (...names: string[]) => `{ by: person, parts: [${names.map((name) => `{ name: ${name} }`).join(', ')}] }`
  const [north, south] = [people('Li Na', 'Wang Wei'), people('Zhao Min')]
  const regions = `[{ name: North, share: 60%, tree: ${north} }, { name: South, share: 40%, tree: ${south} }]`
  const revenue = `agreed: [{ member: Li Na, amount: 2m, reason: fewer accounts }], tree: { by: region, parts: ${regions} }`
  const draft = await chen.types(`/plan import ${tenMillion({ revenue })}`)
  expect(draft.text).toContain('• · Li Na: ¥2,000,000 · 📌 by hand (fewer accounts); the rule gives ¥3,000,000')
  await draft.press('Publish')
  expect(await totals(team)).toEqual({ 'Li Na': 200_000_000n, 'Wang Wei': 400_000_000n, 'Zhao Min': 400_000_000n })

  const node = '· Li Na 📌: ¥0 of ¥2,000,000 · 0%\n· Wang Wei: ¥0 of ¥4,000,000 · 0%'
  world.moveTo('2026-04-15T08:00:00Z')
  expect((await chen.types('/target quarter team')).text).toContain(node)
  expect((await chen.types('/plan tree')).text).toContain('• · Wang Wei: ¥4,000,000 · a part of the rest')
  const why = await (await chen.types('/target quarter @Wang Wei')).press('Why this number?')
  expect(why.text).toContain('• Wang Wei: ¥4,000,000 of ¥6,000,000, taking its part of what was set by hand beside it')
})
