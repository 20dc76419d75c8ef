import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { exportPlan } from '../../src/app/plan/export.js'
import { importPlan } from '../../src/app/plan/import.js'
import { planOf } from '../../src/app/plan/stored-plan.js'
import { keyActionLines, readKeyActions } from '../../src/chat/forms/key-action-lines.js'
import { everyText } from '../../src/chat/key-rhythm.js'
import type { Language } from '../../src/chat/model.js'
import { sayIn } from '../../src/chat/say.js'
import { speaker } from '../support/speaker.js'
import { openWorld, type TeamWorld, type World } from '../support/world.js'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())

async function newest({ team }: TeamWorld) {
  const [draft] = await world.app.reading(team.organisationId).plans.ofTeam(team.id)
  if (draft === undefined) throw new Error('no plan')
  return planOf(draft)
}

describe.each([
  {
    language: 'en' as Language,
    words: { actions: 'Key actions', change: 'Change key actions', publish: 'Publish' },
    lines: '2 trade shows a month (new)\n5 in-depth visits a week (new)\n1 review every Friday @Li Na',
    said: ['New customers: 2 trade shows a month and 5 in-depth visits a week', 'All business: 1 review every Friday (Li Na)'],
    usual: '2 trade shows a month (new)',
    bad: 'now and then a show',
    mistake: 'I cannot read: now and then a show. Write how many, what and how often: 2 trade shows a month, or 1 review every Friday.',
  },
  {
    language: 'zh-CN' as Language,
    words: { actions: '关键动作', change: '修改关键动作', publish: '发布' },
    lines: '每月2次展会（新客户）\n每周5次深度拜访（新客户）\n每周五1次复盘 @Li Na',
    said: ['新客户：展会每月 2、深度拜访每周 5', '全部业务：复盘每周五 1（Li Na）'],
    usual: '展会每月 2 (新客户)',
    bad: '偶尔参展',
    mistake: '看不懂：偶尔参展。请写明节奏、数量和动作，如：每月2次展会，或 每周五1次复盘。',
  },
])('in $language', ({ language, words, lines, said, usual, bad, mistake }) => {
  test('a manager gives a plan its key actions, in lines of their own words', async () => {
    world.moveTo('2026-03-26T08:00:00Z')
    const team = await world.team({ language, joinedOn: '2026-03-02' })
    const chen = speaker(world, team, 'Chen', language)
    const preview = await (await chen.types('/plan new')).send({ metric: 'visits', period: '2026-Q2', amount: '1000' })

    const form = await preview.press(words.actions)
    expect(form.form?.fields[0]).toMatchObject({ initial: expect.stringContaining(usual) })
    expect((await form.send({ actions: `${lines}\n${bad}` })).errors.actions).toBe(mistake)
    expect((await form.send({ actions: `${lines}\n${lines}` })).errors.actions).toBeTruthy()
    expect((await form.send({ actions: `${lines} @Nobody` })).errors.actions).toContain('Nobody')
    const set = await form.send({ actions: lines })
    for (const each of said) expect(set.text).toContain(each)

    const draft = await newest(team)
    expect(draft.actions?.map(({ count, every, carrier, members }) => [count, every, carrier, members])).toEqual([
      [2, 'month', 'new', undefined],
      [5, 'week', 'new', undefined],
      [1, 'FREQ=WEEKLY;BYDAY=FR', undefined, ['Li Na']],
    ])
    const actor = await team.actor('Chen')
    const read = await importPlan(world.app, actor, { kind: 'words', words: await exportPlan(world.app, actor) })
    expect(read.ok && planOf(read.value)).toEqual(draft)

    // Filled in again as it was typed, in the reader's own words.
    const shown = await chen.types(language === 'en' ? '/plan actions' : '/plan 关键动作')
    for (const each of said) expect(shown.text).toContain(each)
    await (await shown.press(words.change)).send({})
    expect(await newest(team)).toEqual(draft)
    await (await shown.press(words.change)).send({ actions: '' })
    expect((await newest(team)).actions).toBeUndefined()
  })
})

test('a template has the key actions of its parts, called as the team speaks', async () => {
  world.moveTo('2026-03-26T08:00:00Z')
  const team = await world.team({ language: 'zh-CN', joinedOn: '2026-03-02' })
  const form = await speaker(world, team, 'Chen', 'zh-CN').types('/plan new saas')
  const preview = await form.send({ amount: '1200万' })
  expect(preview.text).toContain('新客户：展会每月 2、新增线索每月 50、筛选线索每周 10、深度拜访每周 5')
  expect(preview.text).toContain('提高客单价：升级方案每周 2')
})

test.each([
  ['2 trade shows a month', 2, 'trade shows', 'month'],
  ['50 leads per month', 50, 'leads', 'month'],
  ['5x in-depth visits / week', 5, 'in-depth visits', 'week'],
  ['trade shows: 2 each quarter', 2, 'trade shows', 'quarter'],
  ['Each week: 5 visits', 5, 'visits', 'week'],
  ['pipeline review weekly', 1, 'pipeline review', 'week'],
  ['1 report every 2 weeks', 1, 'report', 'FREQ=WEEKLY;INTERVAL=2'],
  ['1 report every Mondays and Thu', 1, 'report', 'FREQ=WEEKLY;BYDAY=MO,TH'],
  ['1 pipeline review freq=monthly;byday=-1fr', 1, 'pipeline review', 'FREQ=MONTHLY;BYDAY=-1FR'],
  ['3 on-site visits (healthcare) a week', 3, 'on-site visits (healthcare)', 'week'],
  ['每月2次展会', 2, '展会', 'month'],
  ['展会每月 2 次', 2, '展会', 'month'],
  ['每周：深度拜访 5', 5, '深度拜访', 'week'],
  ['每个月50条新线索', 50, '新线索', 'month'],
  ['每季度1场客户沙龙', 1, '客户沙龙', 'quarter'],
  ['每两周1次竞品分析', 1, '竞品分析', 'FREQ=WEEKLY;INTERVAL=2'],
  ['每周一、周四 1次例会', 1, '例会', 'FREQ=WEEKLY;BYDAY=MO,TH'],
  ['每星期天 1 个个性化方案', 1, '个性化方案', 'FREQ=WEEKLY;BYDAY=SU'],
])('the line "%s"', (line, count, action, every) => {
  expect(readKeyActions(line)).toEqual({ actions: [{ action, count, every }], unread: [] })
})

test('lines that say too little, and whose they are', () => {
  expect(readKeyActions('visits\n0 visits a week\n5 a week\n1 x FREQ=HOURLY').unread).toHaveLength(4)
  expect(readKeyActions('5 visits a week (repeat) @Li Na, @王伟\n每周5次拜访（复购）＠李娜、@王伟').actions).toEqual([
    { action: 'visits', count: 5, every: 'week', carrier: 'repeat', members: ['Li Na', '王伟'] },
    { action: '拜访', count: 5, every: 'week', carrier: 'repeat', members: ['李娜', '王伟'] },
  ])
})

test.each([
  'week',
  'quarter',
  'FREQ=MONTHLY;INTERVAL=2',
  'FREQ=WEEKLY;BYDAY=MO,FR',
  'FREQ=MONTHLY;BYDAY=-1FR',
  'FREQ=MONTHLY;BYMONTHDAY=15',
])('what a line was written of is what is read from it: %s', (every) => {
  for (const language of ['en', 'zh-CN'] as const) {
    const actions = [
      { action: language === 'en' ? 'reviews' : '复盘', count: 3, every, carrier: 'deal-size' as const, members: ['Li Na', '王伟'] },
    ]
    expect(readKeyActions(keyActionLines(actions, sayIn(language))).actions).toEqual(actions)
  }
})

test('rhythms in words', () => {
  const said = (every: string) => [sayIn('en')(everyText(every)), sayIn('zh-CN')(everyText(every))]
  expect(said('FREQ=MONTHLY;BYDAY=-1FR')).toEqual(['on the last Friday of each month', '每月最后一个周五'])
  expect(said('FREQ=MONTHLY;BYMONTHDAY=15')).toEqual(['on day 15 of each month', '每月 15 日'])
  expect(said('FREQ=WEEKLY;INTERVAL=2')).toEqual(['every 2 weeks', '每 2 周'])
  expect(said('FREQ=WEEKLY')).toEqual(['a week', '每周'])
  expect(said('FREQ=MONTHLY;BYMONTH=3,9')).toEqual(['by FREQ=MONTHLY;BYMONTH=3,9', '按 FREQ=MONTHLY;BYMONTH=3,9'])
})
