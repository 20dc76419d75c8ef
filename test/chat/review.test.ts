import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { recognise } from '../../src/app/access/visitor.js'
import type {
  CaseRequestPost,
  CaseSharedPost,
  MonthlyCorrectionPost,
  MonthlyPost,
  WeeklyManagersPost,
  WeeklyPost,
} from '../../src/app/review/post.js'
import { publishMonthly } from '../../src/app/review/publish-monthly.js'
import { publishWeekly } from '../../src/app/review/publish-weekly.js'
import { sayMonthlyCorrection } from '../../src/app/review/say-monthly-correction.js'
import { caseRequestCard, caseSharedCard } from '../../src/chat/cards/case.js'
import { monthlyCard } from '../../src/chat/cards/monthly.js'
import { monthlyCorrectionCard } from '../../src/chat/cards/monthly-correction.js'
import { weeklyCard, weeklyManagersCard } from '../../src/chat/cards/weekly.js'
import { caseRoutes } from '../../src/chat/commands/case.js'
import { leaderboardRoutes } from '../../src/chat/commands/leaderboard.js'
import { reviewRoutes } from '../../src/chat/commands/review.js'
import type { Card, FormValues, Language, Reply } from '../../src/chat/model.js'
import { plainCard } from '../../src/chat/plain.js'
import type { Request, Routes } from '../../src/chat/request.js'
import { sayIn } from '../../src/chat/say.js'
import { november, season } from '../app/review/season.js'
import { openWorld, type TeamWorld, type World } from '../support/world.js'

let world: World
beforeAll(async () => {
  world = await openWorld('2026-11-20T09:00:00Z')
})
afterAll(() => world.close())

/** What a card reads like, buttons included. Set SHOW_CARDS to read them all. */
function read(card: Card, language: Language): string {
  const say = sayIn(language)
  const buttons = (card.buttons ?? []).map(({ label, action }) => {
    expect(Buffer.byteLength(action)).toBeLessThanOrEqual(64)
    return `[${say(label)}]`
  })
  const words = [plainCard(card, say), ...buttons].join('\n')
  if (process.env.SHOW_CARDS !== undefined) console.log(`\n${words}\n`)
  return words
}

const ROUTES: readonly Routes[] = [leaderboardRoutes, reviewRoutes, caseRoutes]
let deliveries = 0

/** Somebody of the team, in its channel. */
function speaker(team: TeamWorld, name: string, language: Language = 'en') {
  async function request(event: Request['interaction']['event'], deliveryId?: string): Promise<Request> {
    deliveries += 1
    const { platform, workspace, conversation } = team.team.home
    const externalId = team.members[name]?.externalId ?? ''
    const visit = { platform, externalId, name, workspace, workspaceName: 'Test', conversation, conversationName: 'sales' }
    return {
      app: world.app,
      at: world.app.now(),
      language,
      visitor: await recognise(world.app, {
        ...visit,
        conversationKind: 'channel',
        thread: undefined,
        platformLanguage: language,
        platformZone: undefined,
      }),
      interaction: {
        deliveryId: deliveryId ?? `d${deliveries}`,
        platform,
        who: { externalId, name },
        where: { workspace, conversation, kind: 'channel' },
        at: world.app.now().toString(),
        event,
        answerBy: {},
      },
    }
  }
  const cardOf = ([reply]: readonly Reply[]) => {
    if (reply === undefined || !('card' in reply)) throw new Error(`No card: ${JSON.stringify(reply)}`)
    return read(reply.card, language)
  }
  return {
    async command(words: string): Promise<readonly Reply[]> {
      const [name = '', ...rest] = words.replace('/', '').split(' ')
      const handler = ROUTES.flatMap((routes) => routes.commands?.[name] ?? [])[0]
      if (handler === undefined) throw new Error(`No command ${name}`)
      return handler(await request({ kind: 'command', name, text: rest.join(' '), mentions: [] }), rest.join(' '), [])
    },
    async press(action: string): Promise<readonly Reply[]> {
      const [area, verb, ...ids] = action.split(':')
      const handler = ROUTES.flatMap((routes) => routes.presses?.[`${area}:${verb}`] ?? [])[0]
      if (handler === undefined) throw new Error(`No button ${action}`)
      return handler(await request({ kind: 'press', action }), ids)
    },
    async submit(form: string, values: FormValues, context: string, deliveryId?: string): Promise<readonly Reply[]> {
      const handler = ROUTES.flatMap((routes) => routes.forms?.[form] ?? [])[0]
      if (handler === undefined) throw new Error(`No form ${form}`)
      return handler(await request({ kind: 'submit', form, context, values }, deliveryId), values, context)
    },
    async reads(words: string): Promise<string> {
      return cardOf(await this.command(words))
    },
    async pressReads(action: string): Promise<string> {
      return cardOf(await this.press(action))
    },
  }
}

describe.each(['en', 'zh-CN'] as const)('posts in %s', (language) => {
  test('the week, its note to the managers, the month, its case and its correction', async () => {
    const team = await november(world, language)
    const { told, names } = team
    await told.inStore((store) => publishWeekly(store, team.team, '2026-W47', { late: true }))
    await told.log(names.zhao, '2026-11-24', { 'new-customers': 3n, deals: 4n })
    await told.inStore((store) => publishMonthly(store, team.team, '2026-11', { late: false }))
    await told.log(names.wang, '2026-11-25', { revenue: 1_300_000n })
    await told.inStore((store) => sayMonthlyCorrection(store, team.team, '2026-11'))
    const posts = (await told.outbox()).map(({ post }) => post as { kind: string })
    const post = <P>(kind: string) => posts.find((each) => each.kind === kind) as P

    const week = read(weeklyCard(post<WeeklyPost>('weekly')), language)
    expect(week).toContain(team.words.win)
    expect(week).not.toMatch(/undefined|\{|\}/)
    const actions = [weeklyCard(post<WeeklyPost>('weekly')), monthlyCard(post<MonthlyPost>('monthly'))].flatMap(({ buttons }) =>
      (buttons ?? []).map(({ action }) => action),
    )
    for (const period of ['2026-W47', '2026-11']) expect(actions).toContain(`target:why:${period}:${team.team.id}:team`)
    const managers = read(weeklyManagersCard(post<WeeklyManagersPost>('weekly-managers')), language)
    expect(managers).toContain(names.zhao)
    const month = read(monthlyCard(post<MonthlyPost>('monthly')), language)
    expect(month).toContain(`🏆 ${names.wang}`)
    read(caseRequestCard(post<CaseRequestPost>('case-request')), language)
    read(monthlyCorrectionCard(post<MonthlyCorrectionPost>('monthly-correction')), language)
    const shared: CaseSharedPost = { kind: 'case-shared', name: names.li, period: '2026-11', words: team.words.win }
    read(caseSharedCard(shared), language)
  })

  test('boards, reviews and cases', async () => {
    const team = await november(world, language)
    const { told, names } = team
    await told.inStore((store) => publishWeekly(store, team.team, '2026-W47', { late: false }))
    const [rep, manager] = [speaker(team, names.zhao, language), speaker(team, names.chen, language)]
    const words = language === 'en' ? ['week', 'month', 'quarter'] : ['周', '月', '季度']
    for (const word of words) expect(await rep.reads(`/leaderboard ${word}`)).toContain(names.zhao)
    for (const line of ['/review', '/review 2026-W47', '/review month', '/review day', '/case']) await rep.reads(line)
    expect(await manager.reads('/review')).toContain(language === 'en' ? 'managers only' : '仅经理可见')
    for (const line of ['/leaderboard quiet on', '/leaderboard quiet off']) await rep.reads(line)
  })
})

test('the running week is preliminary, a published one stays as it was', async () => {
  const team = await november(world)
  const rep = speaker(team, 'Li Na')
  expect(await rep.reads('/review week')).toContain('Preliminary')
  await team.told.inStore((store) => publishWeekly(store, team.team, '2026-W47', { late: false }))
  const published = await rep.reads('/review week 2026-W47')
  expect(published).toContain('As published on Fri 20 Nov')
  await team.told.log('Sun Li', '2026-11-18', { revenue: 5_000_000n })
  expect(await rep.reads('/review week 2026-W47')).toBe(published)
  expect(await rep.reads('/leaderboard')).toContain('1. Sun Li')
  world.moveTo('2026-11-24T10:00[Asia/Shanghai]')
  expect(await rep.reads('/review last week')).toContain(published.split('\n')[3])
})

test('a period whose targets are zero is not one without targets', async () => {
  const team = await world.team({ joinedOn: '2026-09-01' })
  const li = speaker(team, 'Li Na')
  expect(await li.reads('/leaderboard month')).toContain('Nobody has a target for November 2026 yet')
  await season(world, team).targets('2026-11', { 'Li Na': { visits: 0n } })
  expect(await li.reads('/leaderboard month')).toContain('Every target for November 2026 is zero')
})

test('before the first number nobody is in front', async () => {
  world.moveTo('2026-11-23T09:30[Asia/Shanghai]')
  const team = await world.team({ joinedOn: '2026-09-01' })
  await season(world, team).targets('2026-11', { 'Li Na': { visits: 4n }, 'Wang Wei': { visits: 4n } })
  const board = await speaker(team, 'Li Na').reads('/leaderboard')
  expect(board).toContain('Nothing has been counted yet, so nobody is in front.')
  expect(board).not.toContain('1.')
})

describe('a running period is held against what was due so far', () => {
  /** Four visits and a deal a day each; by Tuesday evening 14 visits and one deal, and more on Wednesday. */
  async function midweek() {
    world.moveTo('2026-11-25T10:00[Asia/Shanghai]')
    const team = await world.team({ name: 'West', joinedOn: '2026-09-01', people: { 'Li Na': 'rep', 'Wang Wei': 'rep' } })
    const told = season(world, team)
    const daily = { visits: 4n, deals: 1n, revenue: 1_000_050n }
    await told.targets('2026-11', { 'Li Na': daily, 'Wang Wei': daily })
    await told.log('Li Na', '2026-11-23', { visits: 14n, deals: 1n, revenue: 1_234_567n })
    await told.log('Wang Wei', '2026-11-25', { visits: 6n, deals: 3n })
    return { team, told }
  }

  test('by the days up to yesterday, its bottleneck too', async () => {
    const { team, told } = await midweek()
    const week = await speaker(team, 'Li Na').reads('/review week')
    expect(week).toContain('So far 2 of 5 working days are over, so it is held against what was due by Tue 24 Nov.')
    // 2 days × 2 people × 4 visits; 14 + 6 done
    expect(week).toContain('Visits: 20 of 16 due so far · 125% · 40 in all')
    expect(week).toContain('Revenue: ¥12,346 of ¥40,002 due so far · 31% · ¥100,005 in all')
    // of the first two days alone: 14 visits at the planned 1 in 4 make 3.5 deals, and there was one
    expect(week).toContain('Where it gets stuck, up to Tue 24 Nov\nVisits → Deals won: 1 from 14 (7.1%). The plan counts on 25%.')
    expect(week).toMatch(/\n\(14 × 4 ÷ 16 − 1\) × ¥10,00[01]: what the plan’s rate would have made of them less what came/)
    expect(week).toContain('These are small numbers so far (14)')
    expect(await speaker(team, 'Li Na').reads('/review month')).toContain('So far 17 of 21 working days')
    const chinese = await speaker(team, 'Li Na', 'zh-CN').reads('/review week')
    expect(chinese).toContain('5 个工作日已过 2 个')
    expect(chinese).toMatch(/算法：（14 × 4 ÷ 16 − 1）× ¥10,00[01]，即按计划转化率少签的数量 × 每单金额。/)
    expect(chinese).toContain('拜访：20 / 到目前应完成 16 · 125% · 全期 40')
    await told.checkIn('Li Na', '2026-11-25', 'evening')
    expect(await speaker(team, 'Li Na').reads('/review week')).toContain('So far 2 of 5')
    await told.checkIn('Wang Wei', '2026-11-25', 'evening')
    expect(await speaker(team, 'Li Na').reads('/review week')).toContain('So far 3 of 5')
  })

  test('on its first morning nothing was due yet, and no stage is named', async () => {
    const { team } = await midweek()
    world.moveTo('2026-11-23T09:00[Asia/Shanghai]')
    const week = await speaker(team, 'Li Na').reads('/review week')
    expect(week).toContain('The first of its 5 working days is not over yet')
    expect(week).toContain('none due yet · 40 in all')
    expect(week).not.toContain('stuck')
  })

  test('what a period has no share of is shown without a target of zero', async () => {
    world.moveTo('2026-11-20T17:00[Asia/Shanghai]')
    const team = await world.team({ joinedOn: '2026-09-01' })
    const told = season(world, team)
    await told.targets('2026-11', { 'Li Na': { visits: 2n, deals: 0n } })
    await told.log('Li Na', '2026-11-18', { deals: 3n })
    await told.inStore((store) => publishWeekly(store, team.team, '2026-W47', { late: false }))
    const week = await speaker(team, 'Li Na').reads('/review 2026-W47')
    expect(week).toContain('Deals won: 3, none due in this period')
    expect(week).not.toMatch(/target 0|of 0|Infinity|NaN/)
  })
})

test.each([
  { words: '/review week 2026-W60', error: 'review-no-period' },
  { words: '/review 2026-13', error: 'review-no-period' },
  { words: '/review month 2026-W47', error: 'review-no-period' },
  { words: '/review 2026-W48', error: 'review-future' },
  { words: '/review 2026-W40', error: 'review-none-yet' },
  { words: '/review nonsense', error: 'review-usage' },
  { words: '/review week 2026-W47 please', error: 'review-usage' },
  { words: '/leaderboard decade', error: 'leaderboard-usage' },
  { words: '/leaderboard quiet maybe', error: 'leaderboard-usage' },
])('$words is refused with $error', async ({ words, error }) => {
  const team = await november(world)
  await expect(speaker(team, 'Li Na').command(words)).rejects.toMatchObject({ key: error })
})

test('a published month keeps its figures and says what was corrected since', async () => {
  const team = await november(world)
  const rep = speaker(team, 'Li Na')
  await team.told.inStore((store) => publishMonthly(store, team.team, '2026-11', { late: false }))
  expect(await rep.reads('/review month')).not.toContain('Corrected since')
  await team.told.log('Zhao Lei', '2026-11-02', { revenue: 5_000_000n })
  await team.told.inStore((store) => sayMonthlyCorrection(store, team.team, '2026-11'))
  const corrected = await rep.reads('/review month 2026-11')
  expect(corrected).toContain('Corrected since')
  expect(corrected).toContain('The top seller is now Zhao Lei; announced before: Wang Wei.')
  expect(corrected).toContain('🏆 Wang Wei: 26%')
})

test('ranks move against the last published board', async () => {
  const team = await november(world)
  await team.told.inStore((store) => publishWeekly(store, team.team, '2026-W47', { late: false }))
  await team.told.log('Sun Li', '2026-11-23', { revenue: 600_000n })
  await team.told.log('Li Na', '2026-11-23', { revenue: 100_000n })
  world.moveTo('2026-11-27T16:00[Asia/Shanghai]')
  const board = await speaker(team, 'Li Na').reads('/leaderboard')
  expect(board).toContain('1. Sun Li ▲3')
  expect(board).toContain('2. Li Na ▼1')
  expect(board).toContain('▲▼ compares with the last published board.')
})

test('a quiet member’s cases are found without the name', async () => {
  const team = await november(world)
  await speaker(team, 'Wang Wei').submit('case-add', { kind: 'success', words: 'Trial before discount.' }, team.team.id)
  expect(await speaker(team, 'Li Na').reads('/case')).toContain('What worked · Wang Wei')
  await speaker(team, 'Wang Wei').command('/leaderboard quiet on')
  expect(await speaker(team, 'Li Na').reads('/case')).not.toContain('Wang Wei')
  expect(await speaker(team, 'Wang Wei').reads('/case')).toContain('Wang Wei')
})

test('an unpublished week names the newest published one', async () => {
  const team = await november(world)
  await team.told.inStore((store) => publishWeekly(store, team.team, '2026-W47', { late: false }))
  await expect(speaker(team, 'Li Na').command('/review 2026-W45')).rejects.toMatchObject({
    key: 'review-not-published',
    facts: { id: '2026-W47' },
  })
})

test('a quiet member is on nobody else’s board, and a stranger sees none', async () => {
  const team = await november(world)
  await speaker(team, 'Wang Wei').command('/leaderboard quiet on')
  expect(await speaker(team, 'Li Na').reads('/leaderboard')).not.toContain('Wang Wei')
  expect(await speaker(team, 'Wang Wei').reads('/leaderboard')).toContain('1. Wang Wei')
  await expect(speaker(team, 'Nobody').command('/leaderboard')).rejects.toMatchObject({ key: 'not-a-member' })
})

test('the buttons of a board turn it in place, and a public post’s answer is private', async () => {
  const team = await november(world)
  const rep = speaker(team, 'Li Na')
  expect(await rep.press(`leaderboard:turn:month:${team.team.id}`)).toMatchObject([{ kind: 'replace' }])
  expect(await rep.press(`leaderboard:show:week:${team.team.id}`)).toMatchObject([{ kind: 'answer' }])
  expect(await rep.press(`review:turn:month::${team.team.id}`)).toMatchObject([{ kind: 'replace' }])
  await expect(rep.press(`leaderboard:turn:decade:${team.team.id}`)).rejects.toMatchObject({ key: 'button-gone' })
})

test('a case is added by a form, once for a delivery, and found by its words', async () => {
  const team = await november(world)
  const rep = speaker(team, 'Li Na')
  expect(await rep.command('/case add')).toMatchObject([{ kind: 'open', form: { key: 'case-add', context: team.team.id } }])
  for (const deliveryId of ['same', 'same'])
    await rep.submit('case-add', { kind: 'lesson', words: ' Ask for the budget early. ' }, team.team.id, deliveryId)
  const found = await rep.reads('/case BUDGET ask')
  expect(found.match(/Ask for the budget early\./g)).toHaveLength(1)
  expect(await rep.reads('/case unicorn')).toContain('No case mentions “unicorn”')
  expect(await rep.submit('case-add', { kind: 'lesson', words: ' ' }, team.team.id)).toMatchObject([
    { kind: 'errors', errors: [{ field: 'words' }] },
  ])
})

test('the top seller tells the case by the button; nobody else can', async () => {
  const team = await november(world)
  await team.told.inStore((store) => publishMonthly(store, team.team, '2026-11', { late: false }))
  const context = `${team.team.id}:2026-11`
  const winner = speaker(team, 'Wang Wei') // 26.2%, as Li Na, of twice the amount
  expect(await winner.press(`case:tell:${context}`)).toMatchObject([{ kind: 'open', form: { key: 'case-tell', context } }])
  await winner.submit('case-tell', { words: 'Payback first.' }, context)
  expect(await winner.reads('/case')).toContain('Payback first.')
  await expect(speaker(team, 'Zhao Lei').press(`case:tell:${context}`)).rejects.toMatchObject({ key: 'case-not-yours' })
  await expect(speaker(team, 'Zhao Lei').submit('case-tell', { words: 'Mine.' }, context)).rejects.toMatchObject({ key: 'case-not-yours' })
})

test('who missed as many days stands in one line to the manager, the longest away first', () => {
  const notHeardFrom = [
    { name: '何伟', missedDays: 1 },
    { name: '李娜', missedDays: 5 },
    { name: '严芳', missedDays: 1 },
  ]
  const card = weeklyManagersCard({ kind: 'weekly-managers', teamId: 'T', team: '华东', period: '2026-W48', notHeardFrom })
  expect(plainCard(card, sayIn('zh-CN'))).toContain('• 李娜：5 个工作日没有打卡\n• 何伟、严芳：1 个工作日没有打卡')
  expect(plainCard(card, sayIn('en'))).toContain('• 李娜: 5 days without a check-in\n• 何伟 and 严芳: 1 day without a check-in')
})
