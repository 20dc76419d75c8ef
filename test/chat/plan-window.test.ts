import { Temporal } from 'temporal-polyfill'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { runDue } from '../../src/app/schedule/run-due.js'
import type { Language } from '../../src/chat/model.js'
import { plainCard } from '../../src/chat/plain.js'
import { sayIn } from '../../src/chat/say.js'
import { toDateColumn } from '../../src/store/dates.js'
import { type Seen, speaker, waitingPosts } from '../support/speaker.js'
import { openWorld, type TeamWorld, type World } from '../support/world.js'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())

/** Chen is admin and manager, Zhao a manager only. 240 visits a year are published for two reps, from 1 January 2026 on. */
async function published(language: Language = 'en', period = '2026') {
  world.moveTo('2025-12-22T08:00:00Z')
  const team = await world.team({
    language,
    zone: 'Asia/Shanghai',
    joinedOn: '2025-12-01',
    people: { 'Li Na': 'rep', 'Wang Wei': 'rep', Chen: 'manager', Zhao: 'manager' },
  })
  const [admin, manager, rep] = ['Chen', 'Zhao', 'Li Na'].map((name) => speaker(world, team, name, language))
  if (admin === undefined || manager === undefined || rep === undefined) throw new Error('nobody')
  const preview = await (await manager.types('/plan new')).send({ metric: 'visits', period, amount: '240' })
  await preview.press(language === 'en' ? 'Publish' : '发布')
  return { team, admin, manager, rep }
}

async function told(team: TeamWorld, language: Language, kind: string) {
  return (await waitingPosts(world, team, language)).filter(({ key }) => key.startsWith(kind)).map(({ text }) => text)
}

async function draftOf({ organisationId, team }: TeamWorld) {
  return (await world.app.reading(organisationId).plans.ofTeam(team.id, ['draft']))[0]?.id
}

/** What a form says and asks for. */
function askedIn({ form }: Seen, language: Language = 'en') {
  const say = sayIn(language)
  const fields = form?.fields.map((field) => `[${say(field.label)}]`) ?? []
  return form === undefined ? '' : [say(form.title), plainCard({ lines: form.intro ?? [] }, say), ...fields].join('\n')
}

async function visitsFrom(team: TeamWorld, from: string, until: string) {
  const rows = await world.database.client.targetMonth.findMany({ where: { teamId: team.team.id, metric: 'visits' } })
  return rows
    .filter(({ month }) => month.toISOString().slice(0, 7) >= from && month.toISOString().slice(0, 7) <= until)
    .reduce((sum, { total }) => sum + total, 0n)
}

describe('outside a window', () => {
  test('a manager is told when the next one opens and can ask an admin, who gives a reason that everybody is told', async () => {
    const { team, admin, manager } = await published()
    world.moveTo('2026-05-04T08:00:00Z')
    const draft = await (await manager.types('/plan edit')).send({ amount: '300' })
    expect(draft.text).toContain(
      "No adjustment window is open before 24 Jun: until then publishing it takes an admin's reason, which everybody whose numbers change is told.",
    )
    expect(draft.text).not.toContain('[Publish')
    const refused = await manager.presses(`plan:publish:${await draftOf(team)}`)
    expect(refused.text).toMatchInlineSnapshot(`
      "These targets are published, and no adjustment window is open. The next one opens on 24 Jun and closes on 30 Jun. Before that an admin can override it with a reason, or open a window with /plan window open.
      [Ask an admin]"
    `)
    expect((await draft.press('Ask an admin')).text).toBe('Asked: Chen. The draft waits until one of them decides.')
    await refused.press('Ask an admin')
    expect(await told(team, 'en', 'override-asked:')).toEqual([
      'Zhao asks you, as an admin, to publish the plan of East for 2026 with a reason. The draft shows what it is needed for: a blocked check, or a closed adjustment window (/plan window).',
    ])

    const form = await (await admin.types('/plan draft')).press('Publish with a reason')
    expect(askedIn(form)).toMatchInlineSnapshot(`
      "Publish with a reason
      This changes published targets for 2026, and no adjustment window is open: your reason overrides that, and everybody whose numbers change reads it.
      [Why]"
    `)
    expect((await form.send({ reason: ' ' })).errors).toEqual({ reason: 'Please fill this in.' })
    expect((await form.send({ reason: 'Two large tenders came in' })).text).toContain('Published: the plan for 2026, version 2')
    expect(await visitsFrom(team, '2026-01', '2026-12')).toBe(300n)
    expect((await told(team, 'en', 'target-published:')).at(-1)).toMatchInlineSnapshot(`
      "Your target for 2026
      Chen changed the team's plan. This is what changes for you:
      • Visits: 120 → 150
      Why: Two large tenders came in
      Days that have passed stay as they were. /target shows what each day asks."
    `)
    expect((await told(team, 'en', 'plan-published:')).at(-1)).toContain('Why: Two large tenders came in')
    world.moveTo('2026-05-05T08:00:00Z')
    const recall = await (await admin.types('/plan recall')).press('Recall 2026')
    expect((await recall.send({ reason: 'The tenders were withdrawn' })).text).toContain('From today on version 1 counts again')
    expect((await told(team, 'en', 'plan-recalled:')).at(-1)).toBe(
      [
        'The plan for 2026 is back to version 1',
        "Chen recalled version 2. From today on version 1 counts again. The team's targets:",
        '• Visits: 240',
        'Why: The tenders were withdrawn',
        '/target shows what it asks of you, day by day.',
      ].join('\n'),
    )
    expect((await told(team, 'en', 'target-recalled:')).at(-1)).toContain(
      "Chen recalled the team's plan. This is what changes for you:\n• Visits: 150 → 120",
    )
    expect((await told(team, 'zh-CN', 'plan-recalled:')).at(-1)).toContain(
      '2026年目标恢复为第 1 版\nChen 撤回了第 2 版，从今天起恢复执行第 1 版',
    )
    expect((await admin.types('/plan history')).text).toMatchInlineSnapshot(`
      "All plans of East
      2026, version 2 · recalled · Chen, 4 May
      • Chen changed it on 4 May, by an admin's override
      • Why: Two large tenders came in
      • Visits 240 → 300: Li Na 120 → 150 and Wang Wei 120 → 150
      • Chen recalled it on 5 May, by an admin's override
      • Why: The tenders were withdrawn
      • Visits 300 → 240: Li Na 150 → 120 and Wang Wei 150 → 120
      2026, version 1 · published · Zhao, 22 Dec
      • Visits 240: Li Na 120 and Wang Wei 120"
    `)
  })

  test('one reason is for a blocked check too, and both stay on record; what contradicts itself is mended first', async () => {
    const { team, admin, manager } = await published('zh-CN')
    world.moveTo('2026-05-04T08:00:00Z')
    await world.database.client.dailyTotal.createMany({
      data: Array.from({ length: 14 }, (_, index) => ({
        organisationId: team.organisationId,
        teamId: team.team.id,
        memberId: team.members['Li Na']?.memberId ?? '',
        metric: 'visits',
        on: toDateColumn(Temporal.PlainDate.from('2025-01-01').add({ months: index })),
        amount: 20n,
      })),
    })
    const draft = await (await manager.types('/plan 修改')).send({ amount: '2400' })
    expect(draft.text).toContain('✗ 可达成：不通过')
    expect(draft.text).toContain('[请管理员处理]')
    const form = await (await admin.types('/plan 草稿')).press('说明理由后发布')
    expect(askedIn(form, 'zh-CN')).toMatchInlineSnapshot(`
      "说明理由后发布
      “可达成”没有通过检查，写明理由可以照样发布。
      这会改变2026年已发布的目标，而现在没有开放的调整窗口。写明理由可以破例，目标有变化的人都会看到。
      [理由]"
    `)
    expect((await form.send({ reason: '两个大单已签' })).text).toContain('已发布')
    expect((await told(team, 'zh-CN', 'target-published:')).at(-1)).toContain('理由：两个大单已签')
    expect((await admin.types('/plan 历史')).text).toMatchInlineSnapshot(`
      "“East”的目标记录
      2026年 第 2 版 · 已发布 · Chen，5月4日
      • Chen 5月4日在窗口外破例修改
      • 未通过检查仍发布：可达成
      • 理由：两个大单已签
      • 拜访 240 → 2,400：Li Na 120 → 1,200、Wang Wei 120 → 1,200
      2026年 第 1 版 · 已被新版代替 · Zhao，12月22日
      • 拜访 240：Li Na 120、Wang Wei 120"
    `)

    const strayed = await (await (await (await admin.types('/plan 修改')).send({ amount: '240' })).press('细化…')).press('战略重点')
    const wrong = await strayed.send({ focuses: '医疗', tags: '拜访：教育' })
    expect(wrong.text).toContain('现在还不能发布，请先改好标 ✗ 的地方。')
    expect(wrong.text).not.toContain('[说明理由后发布]')
    expect((await admin.presses(`plan:publish:${await draftOf(team)}`)).text).toContain('“合战略”这一项没有通过')
  })

  test('adding a metric, and people who join or leave, need none', async () => {
    const { team, manager } = await published()
    world.moveTo('2026-05-04T08:00:00Z')
    const more = await (await manager.types('/plan new')).send({ metric: 'leads', period: '2026', amount: '60' })
    expect((await more.press('Publish')).text).toContain('Published: the plan for 2026, version 2')
    const joiner = team.members.Zhao?.memberId
    if (joiner === undefined) throw new Error('nobody')
    await world.app.reading(team.organisationId).teams.setRole(joiner, 'rep')
    const chen = speaker(world, team, 'Chen')
    const renewed = await (await chen.types('/plan')).press('Share out anew')
    expect((await renewed.press('Publish')).text).toContain('Published: the plan for 2026, version 3')
  })

  test('the manager of a quarter that is under way is told that no window will come, and asks an admin to recall it', async () => {
    const { team, admin, manager } = await published('zh-CN', '2026-Q1')
    world.moveTo('2026-03-27T08:00:00Z')
    const draft = await (await manager.types('/plan 修改')).send({ amount: '300' })
    expect(draft.text).toContain('现在没有开放的调整窗口，这一期也不会再自动打开：发布需要管理员说明理由，并会告诉目标有变化的人。')
    expect((await manager.presses(`plan:publish:${await draftOf(team)}`)).text).toContain('这一期不会再自动打开调整窗口')
    const refused = await (await manager.types('/plan')).press('撤回')
    expect(refused.text).toMatch(/^这些目标已经发布，这一期不会再自动打开调整窗口。.*\n\[请管理员处理\]$/)
    expect((await refused.press('请管理员处理')).text).toBe('已问：Chen。在对方决定之前，现在的目标照常有效。')
    await refused.press('请管理员处理')
    const asked = (await waitingPosts(world, team)).filter(({ key }) => key.startsWith('override-asked:'))
    expect(asked).toMatchObject([
      {
        to: 'Chen',
        text: 'Zhao 请你以管理员身份说明理由，撤回“East”2026年第1季度的目标：现在不在调整窗口内（/plan 窗口）。',
        buttons: [{ label: '撤回' }],
      },
    ])
    const form = await admin.presses(asked[0]?.buttons[0]?.action ?? '')
    expect((await form.send({ reason: '两个大单取消了' })).text).toContain('已撤回：2026年第1季度目标')
    expect((await refused.press('请管理员处理')).text).toContain('这份目标没有在执行')
  })

  test('an admin who does not belong to the team decides in private, where they are asked', async () => {
    const { team, admin, manager, rep } = await published()
    await manager.types('/team remove @Chen')
    world.moveTo('2026-05-04T08:00:00Z')
    const draft = await (await manager.types('/plan edit')).send({ amount: '300' })
    await draft.press('Ask an admin')
    const asked = (await waitingPosts(world, team)).find(({ key }) => key.startsWith('override-asked:'))
    const [button] = asked?.buttons ?? []
    expect((await admin.presses(button?.action ?? '', admin.privately)).text).toContain('[Publish with a reason]')
    const form = await admin.presses(`plan:publish:${await draftOf(team)}`, admin.privately)
    expect((await form.send({ reason: 'Two new markets' })).text).toContain('Published: the plan for 2026, version 2')
    // Nobody else becomes an admin of a team by a button.
    expect((await rep.presses(button?.action ?? '', rep.privately)).text).toContain('Only a manager')
    const other = await world.team({ people: { Eve: 'manager' } })
    expect((await speaker(world, other, 'Eve').presses(button?.action ?? '')).text).toContain('/plan')
  })
})

describe('the quarter’s window', () => {
  test('is told to the managers when it opens; what they change holds from the next quarter on', async () => {
    const { team, manager, admin } = await published()
    world.moveTo('2026-06-24T01:29:00Z')
    await runDue(world.app, (_team, error) => {
      throw error
    })
    expect(await told(team, 'en', 'window:')).toEqual([])
    world.moveTo('2026-06-24T01:31:00Z')
    await runDue(world.app, (_team, error) => {
      throw error
    })
    const notes = await told(team, 'en', 'window:')
    expect(notes).toHaveLength(2)
    expect(notes[0]).toMatchInlineSnapshot(`
      "Targets of East can be adjusted
      The window for Q3 2026 is open until Tue 30 Jun: focus, regions and amounts can be changed from that quarter's first day on. Days that have passed stay.
      Q3 2026 has a plan. Look through it while it can be changed."
    `)
    const before = await visitsFrom(team, '2026-01', '2026-06')
    const draft = await (await manager.types('/plan edit')).send({ amount: '300' })
    expect(draft.text).toContain('takes the place of the published plan from 1 Jul on')
    expect((await draft.press('Publish')).text).toContain('Published: the plan for 2026, version 2')
    expect(await visitsFrom(team, '2026-01', '2026-06')).toBe(before)
    expect(await visitsFrom(team, '2026-07', '2026-12')).toBe(300n - before)
    expect((await admin.types('/plan history')).text).toContain("Zhao changed it on 24 Jun, in the quarter's window")
    expect((await manager.types('/plan window')).text).toMatchInlineSnapshot(`
      "Targets of East can be adjusted
      The quarter's end has opened the window for Q3 2026: until Tue 30 Jun managers can change published targets from that quarter's first day on.
      First plans, new metrics, and people who join, leave or are on leave need no window. Days that have passed never change."
    `)
  })
})

describe('a window that an admin opens', () => {
  test('lets managers change from today; it is told, closed, and stays on record', async () => {
    const { team, manager, admin } = await published()
    world.moveTo('2026-05-04T08:00:00Z')
    expect((await manager.types('/plan window open')).text).toContain('Only an admin can do that')
    expect((await manager.types('/plan window')).text).toMatchInlineSnapshot(`
      "Targets of East stand
      The next window opens by itself on Wed 24 Jun, for Q3 2026: the last 5 working days of the quarter, until Tue 30 Jun.
      Outside a window a published target changes only when an admin gives a reason, which everybody whose numbers change is told.
      First plans, new metrics, and people who join, leave or are on leave need no window. Days that have passed never change."
    `)
    const form = await admin.types('/plan window open')
    expect((await form.send({ endsOn: '2026-05-03', reason: 'x' })).errors.endsOn).toContain('This day has passed')
    expect((await form.send({ endsOn: '2026-08-05', reason: 'x' })).errors.endsOn).toContain('three months at most')
    expect((await form.send({ endsOn: '2026-05-15', reason: '' })).errors).toEqual({ reason: 'Please fill this in.' })
    const opened = await form.send({ endsOn: '2026-05-15', reason: 'New price list' })
    expect(opened.text).toContain('Open until Fri 15 May, opened by Chen: New price list')
    expect((await told(team, 'en', 'window-opened:'))[0]).toBe(
      'Targets of East can be adjusted\nChen has opened a window until Fri 15 May: published targets of East can be changed from now on.\nWhy: New price list',
    )
    const draft = await (await manager.types('/plan edit')).send({ amount: '300' })
    expect(draft.text).toContain('from 4 May on')
    expect((await draft.press('Publish')).text).toContain('version 2')
    expect((await opened.press('Close it now')).text).toContain('Opened before\n• 4 May – 4 May, Chen: New price list')
    expect((await admin.types('/plan window close')).text).toContain('No window is open that could be closed')
    const next = await (await manager.types('/plan edit')).send({ amount: '310' })
    expect(next.text).toContain('No adjustment window is open before 24 Jun')
  })

  test('in Chinese, in one line, and over by itself', async () => {
    const { manager, admin } = await published('zh-CN')
    world.moveTo('2026-05-04T08:00:00Z')
    expect((await admin.types('/plan 窗口 打开 2026-05-08 新价格表')).text).toMatchInlineSnapshot(`
      "“East”的目标现在可以调整
      Chen 开放到5月8日周五：新价格表
      下一个窗口6月24日周三自动开放，到6月30日周二为止（季度最后 5 个工作日），可以调整2026年第3季度的目标。
      第一次发布、新增指标、人员加入、离开或请假，都不需要窗口。已经过去的日子不会改。
      [开放窗口]
      [马上关闭]"
    `)
    for (const words of ['打开 明天', '打开 2026-05-08', '改'])
      expect((await admin.types(`/plan 窗口 ${words}`)).text).toContain('可以这样用：/plan 窗口')
    world.moveTo('2026-05-08T08:00:00Z')
    const draft = await (await manager.types('/plan 修改')).send({ amount: '300' })
    world.moveTo('2026-05-08T16:01:00Z')
    expect((await draft.press('发布')).text).toContain('现在没有开放的调整窗口')
  })
})

test.each([
  ['en', 'Publish', '/plan history', '• Visits 300: 90 each (Li Na, Wang Wei, and Zhao Min) and Bob 30'],
  ['zh-CN', '发布', '/plan 历史', '• 拜访 300：每人 90（Li Na、Wang Wei、Zhao Min）、Bob 30'],
] as const)('members whose numbers are the same are told of together, in %s', async (language, publish, history, line) => {
  world.moveTo('2026-03-02T08:00:00Z')
  const team = await world.team({ people: { 'Li Na': 'rep', 'Wang Wei': 'rep', 'Zhao Min': 'rep', Bob: 'rep', Chen: 'manager' } })
  const chen = speaker(world, team, 'Chen', language)
  const form = await chen.types('/plan new')
  const weights = 'Li Na 3\nWang Wei 3\nZhao Min 3\nBob 1'
  await (await form.send({ metric: 'visits', period: '2026-Q2', amount: '300', split: 'weights', weights })).press(publish)
  expect((await chen.types(history)).text).toContain(line)
})
