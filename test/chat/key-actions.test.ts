import { Temporal } from 'temporal-polyfill'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { composeMorning } from '../../src/app/morning/publish.js'
import { exportPlan } from '../../src/app/plan/export.js'
import { importPlan } from '../../src/app/plan/import.js'
import { planOf } from '../../src/app/plan/stored-plan.js'
import { actionCode } from '../../src/chat/action-code.js'
import { morningCard } from '../../src/chat/cards/morning.js'
import { keyActionLines, readKeyActions } from '../../src/chat/forms/key-action-lines.js'
import { everyText } from '../../src/chat/key-rhythm.js'
import type { Language } from '../../src/chat/model.js'
import { plainCard } from '../../src/chat/plain.js'
import { sayIn } from '../../src/chat/say.js'
import type { MemberId } from '../../src/core/id.js'
import { newId } from '../../src/store/new-id.js'
import { speaker, waitingPosts } from '../support/speaker.js'
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
    words: { refine: 'Refine…', actions: 'Key actions', change: 'Change key actions', publish: 'Publish' },
    lines: '2 trade shows a month (new)\n5 in-depth visits a week (new)\n1 review every Friday @Li Na',
    said: ['New customers: 2 trade shows a month and 5 in-depth visits a week', '• 1 review every Friday (Li Na)'],
    usual: '2 trade shows a month (new)',
    bad: 'now and then a show',
    mistake: 'I cannot read: now and then a show. Write how many, what and how often: 2 trade shows a month, or 1 review every Friday.',
  },
  {
    language: 'zh-CN' as Language,
    words: { refine: '细化…', actions: '关键动作', change: '修改关键动作', publish: '发布' },
    lines: '每月2次展会（新客户）\n每周5次深度拜访（新客户）\n每周五1次复盘 @Li Na',
    said: ['新客户：展会每月 2、深度拜访每周 5', '• 复盘每周五 1（Li Na）'],
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

    const form = await (await preview.press(words.refine)).press(words.actions)
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

const both = <Words>(en: Words, zh: Words) => ({ en, 'zh-CN': zh })

/** What is said in a week of key actions, in English and in Chinese. */
const WEEK = {
  names: both(['in-depth visits', 'screened leads', 'trade shows'], ['深度拜访', '筛选线索', '展会']),
  monday: both(
    ['in-depth visits: 0 of 1 · this week 0 of 5', 'screened leads: 0 of 2 · this week 0 of 10'],
    ['深度拜访：0 / 1 · 本周 0 / 5', '筛选线索：0 / 2 · 本周 0 / 10'],
  ),
  told: both(
    '• 5 in-depth visits a week\n• 10 screened leads a week\n• 2 trade shows a month (Li Na)',
    '• 深度拜访每周 5\n• 筛选线索每周 10\n• 展会每月 2（Li Na）',
  ),
  tick: both('✓ in-depth visits', '✓ 深度拜访'),
  ticked: both('in-depth visits: 1 of 1 ✓ · this week 1 of 5', '深度拜访：1 / 1 ✓ · 本周 1 / 5'),
  undo: both('Undo: in-depth visits', '撤销：深度拜访'),
  count: both('Count key actions', '登记关键动作'),
  counted: both(
    ['screened leads: 3 of 2 ✓ · this week 3 of 10', 'trade shows: 1 ✓ · this month 1 of 2'],
    ['筛选线索：3 / 2 ✓ · 本周 3 / 10', '展会：1 ✓ · 本月 1 / 2'],
  ),
  prompt: both('Key actions: in-depth visits and screened leads', '关键动作：深度拜访、筛选线索'),
  wednesday: both('in-depth visits: 0 of 1 · this week 1 of 5, 1 behind', '深度拜访：0 / 1 · 本周 1 / 5，落后 1'),
  week: both(
    ['in-depth visits: 1 of 5, 4 left', 'screened leads: 3 of 10, 7 left'],
    ['深度拜访：1 / 5，还差 4', '筛选线索：3 / 10，还差 7'],
  ),
  friday: both('in-depth visits: 0 of 2 · this week 1 of 5, 2 behind', '深度拜访：0 / 2 · 本周 1 / 5，落后 2'),
  soFar: both(
    'Key actions: 4 of 21 · 1 of 7 in-depth visits and 3 of 14 screened leads',
    '关键动作：4 / 21 · 深度拜访 1 / 7、筛选线索 3 / 14',
  ),
  review: both(
    'Key actions: 4 of 30 · 1 of 10 in-depth visits and 3 of 20 screened leads',
    '关键动作：4 / 30 · 深度拜访 1 / 10、筛选线索 3 / 20',
  ),
}

describe.each(['en', 'zh-CN'] as const)('a week of key actions in %s', (language) => {
  const said = <Words>(words: Readonly<Record<Language, Words>>) => words[language]
  const [visits, leads, shows] = said(WEEK.names)

  test('what is due is ticked off, taken back and counted, and leave moves it on', async () => {
    world.moveTo('2026-03-26T08:00:00Z')
    const team = await world.team({ language, joinedOn: '2026-03-02' })
    const chen = speaker(world, team, 'Chen', language)
    const file = `version: 1
period: 2026-Q2
targets: [{ metric: visits, amount: 1000, split: equal }]
actions:
  - { action: ${visits}, count: 5, every: week }
  - { action: ${leads}, count: 10, every: week }
  - { action: ${shows}, count: 2, every: month, members: [Li Na] }`
    await (await chen.types(`/plan import ${file}`)).press(language === 'en' ? 'Publish' : '发布')

    const told = (await waitingPosts(world, team, language)).find(({ key }) => key.startsWith('plan-published'))
    expect(told?.text).toContain(said(WEEK.told))

    world.moveTo('2026-04-06T02:00:00Z') // a Monday
    const li = speaker(world, team, 'Li Na', language)
    const today = await li.types('/target')
    for (const each of said(WEEK.monday)) expect(today.text).toContain(each)
    expect(today.text).not.toContain(shows)
    const ticked = await today.press(said(WEEK.tick))
    expect(ticked.kinds).toEqual(['replace'])
    expect(ticked.text).toContain(said(WEEK.ticked))
    expect((await today.press(said(WEEK.tick))).text).toContain(said(WEEK.ticked))
    expect((await ticked.press(said(WEEK.undo))).text).toContain(said(WEEK.monday)[0])
    await today.press(said(WEEK.tick))

    const form = await ticked.press(said(WEEK.count))
    expect(form.form?.fields.map((field) => [field.label, 'initial' in field && field.initial]).map(([, initial]) => initial)).toEqual([
      '1',
      '0',
      '0',
    ])
    const [, second = '', third = ''] = form.form?.fields.map(({ name }) => name) ?? []
    expect((await form.send({ [second]: 'many' })).errors[second]).toBeTruthy()
    const counted = await form.send({ [second]: '3', [third]: '1' })
    for (const each of [...said(WEEK.counted), said(WEEK.ticked)]) expect(counted.text).toContain(each)
    const ticks = await world.database.client.actionTick.findMany({ where: { teamId: team.team.id }, orderBy: { count: 'asc' } })
    expect(ticks.map(({ action, count, memberId }) => [action, count, memberId])).toEqual([
      [visits, 1, team.members['Li Na']?.memberId],
      [shows, 1, team.members['Li Na']?.memberId],
      [leads, 3, team.members['Li Na']?.memberId],
    ])

    // What was done ahead is not asked for again.
    const prompt = await composeMorning(world.app.reading(team.organisationId), team.team, Temporal.PlainDate.from('2026-04-07'))
    if (prompt === undefined) throw new Error('no prompt')
    expect(plainCard(morningCard(prompt), sayIn(language))).toContain(said(WEEK.prompt))

    world.moveTo('2026-04-08T02:00:00Z')
    expect((await li.types('/target')).text).toContain(said(WEEK.wednesday))
    const week = await li.types('/target week')
    for (const each of said(WEEK.week)) expect(week.text).toContain(each)
    expect((await chen.types('/target @Li Na')).text).toContain(said(WEEK.wednesday))
    expect((await chen.types('/target @Wang Wei')).text).not.toContain(shows)

    const leave = { id: newId(), memberId: (await team.actor('Li Na')).memberId as MemberId, at: world.app.now() }
    const thursday = Temporal.PlainDate.from('2026-04-09')
    await world.app.transaction(team.organisationId, (store) => store.leaves.add({ ...leave, from: thursday, to: thursday }))
    world.moveTo('2026-04-09T02:00:00Z')
    expect((await li.types('/target')).text).not.toContain(visits)
    expect((await li.presses(`actions:tick:${team.team.id}:2026-04-09:${actionCode(visits ?? '')}:1`)).text).toContain('/leave')
    world.moveTo('2026-04-10T02:00:00Z')
    expect((await li.types('/target')).text).toContain(said(WEEK.friday))

    // By Thursday Wang Wei owes 4 and 8, Li Na without it 3 and 6; in the whole week 5 and 10 each. Her show is not asked for in it.
    const review = await chen.types('/review week')
    expect(review.text).toContain(said(WEEK.soFar))
    world.moveTo('2026-04-12T02:00:00Z')
    expect((await chen.types('/review week')).text).toContain(said(WEEK.review))
  })
})

test('an action that the plan no longer has, or one of somebody else, cannot be ticked off', async () => {
  world.moveTo('2026-04-06T02:00:00Z')
  const team = await world.team({ joinedOn: '2026-03-02' })
  const chen = speaker(world, team, 'Chen')
  const words =
    'version: 1\nperiod: 2026-Q2\ntargets: [{ metric: visits, amount: 1000, split: equal }]\nactions: [{ action: shows, count: 9, every: week, members: [Li Na] }]'
  await (await chen.types(`/plan import ${words}`)).press('Publish')
  const gone = 'The plan no longer asks for this key action.'
  const press = `actions:tick:${team.team.id}:2026-04-06`
  expect((await speaker(world, team, 'Li Na').presses(`${press}:00000000:1`)).text).toContain(gone)
  expect((await speaker(world, team, 'Wang Wei').presses(`${press}:${actionCode('shows')}:1`)).text).toContain(gone)
  expect((await speaker(world, team, 'Li Na').presses(`${press}:${actionCode('shows')}:1`)).text).toContain('shows: 1 of')
  expect(await world.database.client.actionTick.count({ where: { teamId: team.team.id } })).toBe(1)
})

test('a template has the key actions of its parts, called as the team speaks', async () => {
  world.moveTo('2026-03-26T08:00:00Z')
  const team = await world.team({ language: 'zh-CN', joinedOn: '2026-03-02' })
  const form = await speaker(world, team, 'Chen', 'zh-CN').types('/plan new saas')
  const preview = await form.send({ amount: '1200万' })
  expect(preview.text).toContain('新客户：展会每月 2\n• 老客户复购：')
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
  ['每月盘点20个老客户', 20, '盘点老客户', 'month'],
  ['每周打 30 通陌生电话', 30, '打陌生电话', 'week'],
  ['每月参加2025年度展会', 1, '参加2025年度展会', 'month'],
  ['每星期天 1 个个性化方案', 1, '个性化方案', 'FREQ=WEEKLY;BYDAY=SU'],
  ['two trade shows a month', 2, 'trade shows', 'month'],
  ['1 review every 2 weeks on Tuesday', 1, 'review', 'FREQ=WEEKLY;INTERVAL=2;BYDAY=TU'],
  ['1 review every other week', 1, 'review', 'FREQ=WEEKLY;INTERVAL=2'],
  ['2 demos a fortnight', 2, 'demos', 'FREQ=WEEKLY;INTERVAL=2'],
  ['1 review on the last Friday of each month', 1, 'review', 'FREQ=MONTHLY;BYDAY=-1FR'],
  ['1 payment run on the 15th of every month', 1, 'payment run', 'FREQ=MONTHLY;BYMONTHDAY=15'],
  ['5 calls every working day', 5, 'calls', 'day'],
  ['每周三次深度拜访', 3, '深度拜访', 'week'],
  ['每两周一次周会', 1, '周会', 'FREQ=WEEKLY;INTERVAL=2'],
  ['隔周1次复盘', 1, '复盘', 'FREQ=WEEKLY;INTERVAL=2'],
  ['每周二、四 2次拜访', 2, '拜访', 'FREQ=WEEKLY;BYDAY=TU,TH'],
  ['每周五、一次复盘', 1, '复盘', 'FREQ=WEEKLY;BYDAY=FR'],
  ['每2周周二 1次复盘', 1, '复盘', 'FREQ=WEEKLY;INTERVAL=2;BYDAY=TU'],
  ['每月最后一个周五 1次复盘', 1, '复盘', 'FREQ=MONTHLY;BYDAY=-1FR'],
  ['每月第二个星期一 1次例会', 1, '例会', 'FREQ=MONTHLY;BYDAY=2MO'],
  ['每月15日 回款对账1次', 1, '回款对账', 'FREQ=MONTHLY;BYMONTHDAY=15'],
  ['每工作日5个电话', 5, '电话', 'day'],
])('the line "%s"', (line, count, action, every) => {
  expect(readKeyActions(line)).toEqual({ actions: [{ action, count, every }], unread: [] })
})

test('lines that say too little, and whose they are', () => {
  expect(readKeyActions('visits\n0 visits a week\n5 a week\n1 x FREQ=HOURLY').unread).toHaveLength(4)
  // What would be counted wrongly, or would lose a part of its rhythm, is asked for anew.
  const wrong = ['1000 calls a day', '每天1000个电话', '1 review on Monday a month', '每月周二 1次复盘', '每月下旬 1次盘点']
  expect(readKeyActions(wrong.join('\n')).unread).toEqual(wrong)
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
  'FREQ=WEEKLY;INTERVAL=2;BYDAY=TU,TH',
  'FREQ=MONTHLY;BYDAY=-1FR',
  'FREQ=MONTHLY;BYMONTHDAY=15',
  'FREQ=MONTHLY;BYDAY=MO,TU;BYSETPOS=1',
])('what a line was written of is what is read from it: %s', (every) => {
  for (const language of ['en', 'zh-CN'] as const) {
    const actions = [
      { action: language === 'en' ? 'reviews' : '复盘', count: 3, every, carrier: 'deal-size' as const, members: ['Li Na', '王伟'] },
    ]
    expect(readKeyActions(keyActionLines(actions, sayIn(language))).actions).toEqual(actions)
  }
})

test('a rule that cannot be followed is told apart from a line that says too little', async () => {
  world.moveTo('2026-03-26T08:00:00Z')
  const team = await world.team({ joinedOn: '2026-03-02' })
  const chen = speaker(world, team, 'Chen')
  await (await chen.types('/plan new')).send({ metric: 'visits', period: '2026-04', amount: '40' })
  const form = await (await chen.types('/plan actions')).press('Change key actions')
  const ruled = await form.send({ actions: '1 review FREQ=DAILY;COUNT=3' })
  expect(ruled.errors.actions).toContain('I cannot follow the rule in: 1 review FREQ=DAILY;COUNT=3. A rule goes by days, weeks or months')
  expect((await form.send({ actions: 'reviews' })).errors.actions).toContain('Write how many, what and how often')
})

test('rhythms in words', () => {
  const said = (every: string) => [sayIn('en')(everyText(every)), sayIn('zh-CN')(everyText(every))]
  expect(said('FREQ=MONTHLY;BYDAY=-1FR')).toEqual(['on the last Friday of each month', '每月最后一个周五'])
  expect(said('FREQ=MONTHLY;BYMONTHDAY=15')).toEqual(['on day 15 of each month', '每月 15 日'])
  expect(said('FREQ=WEEKLY;INTERVAL=2')).toEqual(['every 2 weeks', '每 2 周'])
  expect(said('FREQ=WEEKLY')).toEqual(['a week', '每周'])
  expect(said('FREQ=MONTHLY;BYMONTH=3,9')).toEqual(['by FREQ=MONTHLY;BYMONTH=3,9', '按 FREQ=MONTHLY;BYMONTH=3,9'])
})
