import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { recognise } from '../../src/app/access/visitor.js'
import { publishPlan } from '../../src/app/plan/publish.js'
import { savePlanDraft } from '../../src/app/plan/save-draft.js'
import { changeRules } from '../../src/app/team/settings.js'
import { home } from '../../src/chat/commands/home.js'
import { targetRoutes } from '../../src/chat/commands/target.js'
import { readTargetWords } from '../../src/chat/commands/target-words.js'
import type { Card, Event, Language, Mention, Reply } from '../../src/chat/model.js'
import { plainCard } from '../../src/chat/plain.js'
import type { Request } from '../../src/chat/request.js'
import { ROUTES } from '../../src/chat/routes.js'
import { sayIn } from '../../src/chat/say.js'
import type { MemberId, TeamId } from '../../src/core/id.js'
import { planInput } from '../../src/core/plan/plan-input.js'
import { newId } from '../../src/store/new-id.js'
import { season } from '../app/review/season.js'
import { openWorld, type TeamWorld, type World } from '../support/world.js'

let world: World
beforeAll(async () => {
  world = await openWorld('2026-11-20T09:00:00Z')
})
afterAll(() => world.close())

/** What a card reads like, buttons included, each of which somebody answers. Set SHOW_CARDS to read them all. */
function read(card: Card, language: Language): string {
  const say = sayIn(language)
  const buttons = (card.buttons ?? []).map(({ label, action }) => {
    expect(Buffer.byteLength(action)).toBeLessThanOrEqual(64)
    expect([...ROUTES.presses.keys()]).toContain(action.split(':', 2).join(':'))
    return `[${say(label)}]`
  })
  const words = [plainCard(card, say), buttons.join(' ')].join('\n')
  if (process.env.SHOW_CARDS !== undefined) console.log(`\n${words}\n`)
  expect(words).not.toMatch(/undefined|[{}]/)
  return words
}

/** Somebody of the team, in its channel or in private. */
function speaker(team: TeamWorld, name: string, language: Language = 'en', where: 'channel' | 'private' = 'channel') {
  async function request(event: Event): Promise<Request> {
    const { platform, workspace } = team.team.home
    const conversation = where === 'channel' ? team.team.home.conversation : `D-${name}`
    const externalId = team.members[name]?.externalId ?? `U-${name}`
    return {
      app: world.app,
      at: world.app.now(),
      language,
      visitor: await recognise(world.app, {
        platform,
        externalId,
        name,
        workspace,
        workspaceName: 'Test',
        conversation,
        conversationName: 'sales',
        conversationKind: where,
        thread: undefined,
        platformLanguage: language,
        platformZone: undefined,
      }),
      interaction: {
        deliveryId: 'D1',
        platform,
        who: { externalId, name },
        where: { workspace, conversation, kind: where },
        at: world.app.now().toString(),
        event,
        answerBy: {},
      },
    }
  }
  const only = (replies: readonly Reply[] | undefined): Reply => {
    const [reply, ...more] = replies ?? []
    if (reply === undefined || more.length > 0) throw new Error(`Expected one reply, got ${replies?.length ?? 0}`)
    return reply
  }
  const cardOf = (reply: Reply): Card => {
    if (!('card' in reply)) throw new Error(`No card: ${JSON.stringify(reply)}`)
    return reply.card
  }
  return {
    async command(words: string, mentions: readonly Mention[] = []): Promise<Reply> {
      const asked = await request({ kind: 'command', name: 'target', text: words, mentions })
      return only(await targetRoutes.commands?.target?.(asked, words, mentions))
    },
    async press(action: string): Promise<Reply> {
      const [area, verb, ...ids] = action.split(':')
      return only(await targetRoutes.presses?.[`${area}:${verb}`]?.(await request({ kind: 'press', action }), ids))
    },
    async home(): Promise<Reply> {
      return only(await home(await request({ kind: 'home' })))
    },
    async reads(words: string, mentions: readonly Mention[] = []): Promise<string> {
      return read(cardOf(await this.command(words, mentions)), language)
    },
    async pressReads(action: string): Promise<string> {
      return read(cardOf(await this.press(action)), language)
    },
    async homeActions(): Promise<string[]> {
      return (cardOf(await this.home()).buttons ?? []).map(({ action }) => action)
    },
    async homeReads(): Promise<string> {
      return read(cardOf(await this.home()), language)
    },
    async actions(words: string): Promise<string[]> {
      return (cardOf(await this.command(words)).buttons ?? []).map(({ action }) => action)
    },
  }
}

/** Li Na: two visits and ¥1,000 a weekday of November, 13 visits by the 11th. Wang Wei: one visit. Sun Li: no target. Chen manages, Zhou looks on. */
async function halfway(language: Language = 'en', options: Parameters<World['team']>[0] = {}) {
  const chinese = language === 'zh-CN'
  const names = chinese
    ? { li: '李娜', wang: '王伟', sun: '孙丽', chen: '陈静', zhou: '周凯' }
    : { li: 'Li Na', wang: 'Wang Wei', sun: 'Sun Li', chen: 'Chen', zhou: 'Zhou' }
  world.moveTo('2026-11-11T10:00[Asia/Shanghai]')
  const team = await world.team({
    name: chinese ? '华东一部' : 'East',
    language,
    joinedOn: '2026-09-01',
    people: { [names.li]: 'rep', [names.wang]: 'rep', [names.sun]: 'rep', [names.chen]: 'manager', [names.zhou]: 'spectator' },
    ...options,
  })
  const told = season(world, team)
  await told.targets('2026-11', { [names.li]: { revenue: 100_000n, visits: 2n }, [names.wang]: { visits: 1n } })
  await told.log(names.li, '2026-11-05', { revenue: 900_000n, visits: 10n, leads: 4n })
  await told.log(names.li, '2026-11-11', { visits: 3n })
  return {
    team,
    told,
    names,
    says: (name: keyof typeof names, where?: 'channel' | 'private') => speaker(team, names[name], language, where),
  }
}

describe('a day’s card', () => {
  test('reads in English from the most pressing down', async () => {
    const { says, told, team } = await halfway()
    await told.checkIn('Li Na', '2026-11-10', 'evening', { improvement: 'Ask who decides in the first call.' })
    const promised = `[Improvement done]`
    expect(await says('li').reads('')).toBe(`Your target: Wed 11 Nov
• Revenue: ¥0 of ¥1,000
• Visits: 3 of 2 ✓
Promised on Tue 10 Nov:
> Ask who decides in the first call.
Golden actions
• Morning: follow up 3 key customers, open 2 new leads
• Midday: needs and objections heard, what to change this afternoon
• Evening: 1 success, 1 failure, 1 improvement for tomorrow
November 2026 · 14 working days left
Revenue: ¥9,000 of ¥21,000 · 43%
¥2,000 ahead of plan · ¥12,000 to go, ¥858 a day
Base: ¥7,800 to go · Stretch · Breakthrough
Visits: 13 of 42 · 31%
1 behind plan · 29 to go, 2–3 a day
Base: 21 to go · Stretch · Breakthrough
Leads: 4, no target
Base is 80% of the target, stretch 100%, breakthrough 120%. The mark on a bar is where the plan stands today.
[Check in] [Log numbers] [Why this number?] ${promised} [Tomorrow] [Week] [Month] [Team]`)
    expect((await says('li').actions('')).slice(0, 3)).toEqual([
      `check-in:open:${team.team.id}`,
      `log:open:${team.team.id}`,
      `target:why:2026-11-11:${team.team.id}`,
    ])
  })

  test('reads in Chinese', async () => {
    const { says, told } = await halfway('zh-CN')
    await told.checkIn('李娜', '2026-11-10', 'evening', { improvement: '第一次通话就问清谁拍板。' })
    world.moveTo('2026-11-11T13:00[Asia/Shanghai]')
    expect(await says('li').reads('')).toBe(`你的目标 · 11月11日周三
• 销售额：¥0 / ¥1,000
• 拜访：3 / 2 ✓
11月10日周二承诺的改进：
> 第一次通话就问清谁拍板。
黄金动作
• 午复盘：客户的需求和异议，下午怎么调整
• 晚总结：1 个成功案例、1 个失败教训、明天 1 项改进
2026年11月 · 还剩 14 个工作日
销售额：¥9,000 / ¥21,000 · 43%
领先进度 ¥2,000 · 还差 ¥12,000，每天 ¥858
保底还差 ¥7,800 · 达标 · 突破
拜访：13 / 42 · 31%
落后进度 1 · 还差 29，每天 2～3
保底还差 21 · 达标 · 突破
线索：4（未设目标）
保底为目标的 80%，达标 100%，突破 120%。进度条上的标记是今天应到的位置。
[打卡] [记一笔] [这个数怎么来的] [改进已做到] [明天] [本周] [本月] [团队]`)
  })

  test('of tomorrow says what it asks, and of nothing that is done or missed', async () => {
    const { says } = await halfway()
    const said = await says('li').reads('tomorrow')
    expect(said).toContain('• Revenue: ¥1,000\n• Visits: 2\n')
    expect(said).not.toMatch(/ of |behind/)
  })

  test('marks on the bar where the plan stands', async () => {
    const { says } = await halfway()
    const reply = await says('li').command('')
    if (reply.kind !== 'answer') throw new Error(`Expected an answer, got ${reply.kind}`)
    const bars = reply.card.lines.flatMap((line) => (line.kind === 'progress' ? [[line.doneShare, line.paceShare]] : []))
    expect(bars).toEqual([
      [9 / 21, 7 / 21],
      [13 / 42, 14 / 42],
    ])
  })
})

test.each([
  {
    done: 25n,
    en: 'Stretch now takes more than 150% of a normal day. Base first: 9 to go, 1–2 a day.',
    zh: '要达标，每天得做到平时的 150% 以上。先冲保底：还差 9，每天 1～2。',
  },
  { done: 10n, en: 'Even at 150% of a normal day it ends at 25.', zh: '每天做到平时的 150%，也只能到 25。' },
])('with $done of 42 visits five days before the end nobody is told to catch up by magic', async ({ done, en, zh }) => {
  for (const [language, words] of [
    ['en', en],
    ['zh-CN', zh],
  ] as const) {
    const { told, names, says, team } = await halfway(language)
    await told.log(names.sun, '2026-11-05', { visits: done })
    await told.targets('2026-11', { [names.sun]: { visits: 2n } })
    world.moveTo('2026-11-24T10:00[Asia/Shanghai]')
    expect(await says('sun').reads('')).toContain(words)
    await changeRules(world.app, await team.actor(names.chen), { ...team.team.settings, catchUpPercent: 200 })
    expect(await says('sun').reads('')).not.toContain('150%')
    expect((await says('sun').reads('')).includes('200%')).toBe(done === 10n)
  }
})

test('a month shows the amounts of the tiers and where it ends at the average so far', async () => {
  const { says } = await halfway()
  expect(await says('li').reads('month')).toBe(`Your target: November 2026
14 working days left
Revenue: ¥9,000 of ¥21,000 · 43%
¥2,000 ahead of plan · ¥12,000 to go, ¥858 a day
At the average so far it ends at about ¥27,000 (129%)
Base ¥16,800: ¥7,800 to go · Stretch ¥21,000 · Breakthrough ¥25,200
Visits: 13 of 42 · 31%
1 behind plan · 29 to go, 2–3 a day
At the average so far it ends at about 34 (81%)
Base 34: 21 to go · Stretch 42 · Breakthrough 51
Too little history for a forecast of Revenue and Visits: it takes 15 working days.
Leads: 4, no target
Base is 80% of the target, stretch 100%, breakthrough 120%. The mark on a bar is where the plan stands today.
[Check in] [Log numbers] [Why this number?] [How was this computed?] [Today] [Week] [Quarter] [Year] [Team]`)
})

describe.each(['en', 'zh-CN'] as const)('in %s', (language) => {
  test('each period can be read, one’s own and the team’s', async () => {
    const { says, names } = await halfway(language)
    const words =
      language === 'en'
        ? ['week', 'month', 'quarter', 'year', 'team', 'week team', 'tomorrow']
        : ['本周', '月', '季度', '今年', '团队', '本周团队', '明天']
    for (const each of words) await says('li').reads(each)
    expect(await says('chen').reads(language === 'en' ? 'month' : '本月')).toContain(`${names.li} | 43% | 129%`)
  })

  test('days off say so, with the next working day', async () => {
    const { says, told, names } = await halfway(language, { country: 'CN' })
    const expected =
      language === 'en'
        ? [
            'Sat 14 Nov is not a working day.',
            'Next working day: Mon 16 Nov',
            'Thu 1 Oct is a public holiday.',
            'You are on leave on Wed 11 Nov.',
          ]
        : ['11月14日周六不上班。', '下一个工作日：11月16日周一', '10月1日周四是法定节假日，不上班。', '11月11日周三你在休假，不用打卡。']
    await told.leave(names.li, '2026-11-11', '2026-11-11')
    expect(await says('li').reads('')).toContain(expected[3])
    expect(await says('chen').reads(`@${names.li}`)).toContain(language === 'en' ? 'Li Na is on leave on' : '李娜在休假')
    expect(await says('li').actions('')).not.toContainEqual(expect.stringContaining('check-in'))
    world.moveTo('2026-11-14T10:00[Asia/Shanghai]')
    const saturday = await says('li').reads('')
    expect(saturday).toContain(expected[0])
    expect(saturday).toContain(expected[1])
    world.moveTo('2026-10-01T10:00[Asia/Shanghai]')
    expect(await says('li').reads('')).toContain(expected[2])
  })

  test('no plan, no part in it and a target of zero are three answers', async () => {
    const { says, told, names } = await halfway(language)
    const [none, noPart, zero] =
      language === 'en'
        ? ['East has no target for December 2026 yet', 'has no part for you. That is no zero', 'Nothing is asked for']
        : ['“华东一部”还没有2026年12月的目标', '没有你的份额。这不等于目标为 0', '这段时间没有安排']
    expect(await says('sun').reads('')).toContain(noPart)
    expect(await says('chen').reads(`@${names.sun}`)).toContain(names.sun)
    await told.targets('2026-11', { [names.sun]: { leads: 0n } })
    expect(await says('sun').reads('month')).toContain(zero)
    expect(await says('sun').reads('')).toContain(language === 'en' ? 'Nothing is due on Wed 11 Nov' : '11月11日周三各项目标都是 0')
    world.moveTo('2026-12-02T10:00[Asia/Shanghai]')
    expect(await says('sun').reads('')).toContain(none)
    expect(await says('chen').reads('')).toContain(language === 'en' ? '[Make a plan]' : '[制定目标]')
  })

  test('why this number tells the chain from the plan down to the day', async () => {
    const { team, names, says } = await halfway(language)
    world.moveTo('2026-09-15T10:00[Asia/Shanghai]')
    const plan = planInput.parse({
      version: 1,
      period: '2026-Q4',
      targets: [
        {
          metric: 'revenue',
          amount: '99000',
          currency: 'CNY',
          split: [names.li, names.wang].map((member, index) => ({ member, weight: String(2 - index) })),
        },
        { metric: 'proposals', amount: '66', split: 'equal' },
      ],
    })
    const chen = await team.actor(names.chen)
    await publishPlan(world.app, chen, (await savePlanDraft(world.app, chen, plan)).id)
    world.moveTo('2026-11-11T10:00[Asia/Shanghai]')
    const action = (await says('li').actions('')).find((each) => each.startsWith('target:why')) ?? ''
    expect(await says('li').press(action)).toMatchObject({ kind: 'answer' })
    const why = await says('li').pressReads(action)
    const lines =
      language === 'en'
        ? [
            'Why these numbers: Wed 11 Nov',
            'Revenue: ¥1,000',
            'Plan for Q4 2026, published on 15 Sept: ¥99,000 for the team',
            "By the plan's weights, your part is ¥66,000 (67%)",
            'November 2026 gets ¥21,000 of it, by its working days',
            '¥21,000 ÷ 21 working days = ¥1,000 a day',
            'Split evenly, your part is 22 (33%)',
            'Only whole ones can be done, so the days share them out: 0 on Wed 11 Nov',
          ]
        : [
            '11月11日周三的数字怎么来的',
            '销售额：¥1,000',
            '团队计划 2026年第4季度（9月15日发布）：¥99,000',
            '按计划里的权重，你的份额 ¥66,000（67%）',
            '其中2026年11月 ¥21,000，按当月工作日分配',
            '¥21,000 ÷ 21 个工作日 = 每天 ¥1,000',
            '平均分配，你的份额 22（33%）',
            '只能做整数，轮流分到各天：11月11日周三 0',
          ]
    for (const line of lines) expect(why).toContain(line)
    const pace =
      language === 'en'
        ? [
            'Pace in November 2026',
            'Revenue: the days that are over ask for ¥7,000, ¥9,000 done: ¥2,000 ahead of plan',
            '(¥21,000 − ¥9,000) ÷ 14 working days left = ¥857.14 a day',
            'Visits: the days that are over ask for 14, 13 done: 1 behind plan',
          ]
        : [
            '2026年11月的进度',
            '销售额：已过的日子应做 ¥7,000，实际 ¥9,000，领先 ¥2,000',
            '（¥21,000 − ¥9,000）÷ 剩余 14 个工作日 = 每天 ¥857.14',
            '拜访：已过的日子应做 14，实际 13，落后 1',
          ]
    for (const line of pace) expect(why).toContain(line)
    expect(await says('li').reads('')).toContain(language === 'en' ? '¥2,000 ahead of plan' : '领先进度 ¥2,000')
    world.moveTo('2026-11-27T10:00[Asia/Shanghai]')
    expect(await says('li').pressReads(action.replace('11-11', '11-27'))).toContain(
      language === 'en'
        ? 'At 150% of a normal day the days left bring ¥3,000: ¥9,000 + ¥3,000 = ¥12,000'
        : '剩下的日子都做到平时的 150%，最多 ¥3,000：¥9,000 + ¥3,000 = ¥12,000',
    )
    world.moveTo('2026-12-01T10:00[Asia/Shanghai]')
    expect(await says('li').pressReads(action.replace('11-11', '12-01'))).toContain(
      language === 'en' ? 'Revenue: no day that asks for any is over yet' : '销售额：刚刚开始',
    )
    // Of days that are not now nobody is behind.
    expect(await says('li').pressReads(action.replace('11-11', '11-12'))).not.toMatch(/Pace in|的进度/)
    world.moveTo('2026-11-11T10:00[Asia/Shanghai]')
    for (const whose of ['team', team.members[names.li]?.memberId])
      await says('chen').pressReads(`target:why:2026-11-11:${team.team.id}:${whose}`)
  })

  test('the home shows today, and to whoever looks after the team its month', async () => {
    const { says, told, names, team } = await halfway(language)
    const month = language === 'en' ? 'East: November 2026' : '华东一部 · 2026年11月'
    const own = await says('li', 'private').homeReads()
    expect(own).toContain(language === 'en' ? 'Your target: Wed 11 Nov' : '你的目标 · 11月11日周三')
    expect(own).not.toContain(month)
    expect(await says('chen', 'private').homeReads()).toContain(language === 'en' ? 'Visits: 3 of 3 ✓' : '拜访：3 / 3 ✓')
    await told.targets('2026-11', { [names.li]: { visits: 2n }, [names.chen]: { visits: 3n } })
    const both = await says('chen', 'private').homeReads()
    expect(both).toContain(month)
    expect(both).toContain(language === 'en' ? 'Visits: 13 of 105' : '拜访：13 / 105')
    const why = `target:why:2026-11:${team.team.id}:team`
    expect(await says('chen', 'private').homeActions()).toContain(why)
    expect(await says('li', 'private').homeActions()).not.toContain(why)
    await says('zhou', 'private').homeReads()
    expect(await speaker(team, 'Nobody', language, 'private').homeReads()).toContain(
      language === 'en' ? 'Welcome to Pacesetter' : '欢迎使用 Pacesetter',
    )
  })
})

describe('whose it is', () => {
  test('a manager asks by mention, by @ and by name; a rep is refused a colleague, kindly', async () => {
    const { says, team } = await halfway()
    const externalId = team.members['Wang Wei']?.externalId ?? ''
    const mention: Mention = { text: '@Wang Wei', externalId, name: 'Wang Wei' }
    expect(await says('chen').reads('week @Wang Wei', [mention])).toContain('Wang Wei: week 46 of 2026')
    expect(await says('chen').reads('@wang')).toContain('Wang Wei: Wed 11 Nov')
    expect(await says('chen').reads('Wang Wei month')).toContain('Wang Wei: November 2026')
    await expect(says('li').command('@Wang Wei week', [mention])).rejects.toMatchObject({ key: 'target-others' })
    expect(await says('li').reads('Li Na')).toContain('Your target: Wed 11 Nov')
  })

  test('a manager’s buttons go on with the same person, and to the team and back', async () => {
    const { says, team, names } = await halfway()
    const memberId = team.members[names.wang]?.memberId
    expect(await says('chen').actions('Wang Wei')).toEqual([
      `target:why:2026-11-11:${team.team.id}:${memberId}`,
      `target:turn:tomorrow:${team.team.id}:${memberId}`,
      `target:turn:week:${team.team.id}:${memberId}`,
      `target:turn:month:${team.team.id}:${memberId}`,
      `target:turn:day:${team.team.id}:team`,
    ])
    expect(await says('chen').pressReads(`target:turn:month:${team.team.id}:${memberId}`)).toContain('Wang Wei: November 2026')
    await expect(says('li').press(`target:turn:month:${team.team.id}:${memberId}`)).rejects.toMatchObject({ key: 'target-others' })
    expect(await says('li').actions('week team')).toContain(`target:turn:week:${team.team.id}:me`)
    expect(await says('chen').actions('week')).not.toContainEqual(expect.stringMatching(/:me$/))
  })

  test('who is in two teams finds both in private, and names one to ask about it', async () => {
    const { says, team, told } = await halfway()
    const west = { ...team.team, id: newId<'team'>() as TeamId, name: 'West', home: { ...team.team.home, conversation: 'C-west' } }
    await told.inStore(async (store) => {
      await store.teams.add(west)
      await store.teams.addMember({
        id: newId<'member'>() as MemberId,
        teamId: west.id,
        personId: told.personId('Li Na'),
        role: 'rep',
        joinedOn: team.team.createdAt.toZonedDateTimeISO('UTC').toPlainDate(),
      })
    })
    expect(await says('li', 'private').reads('')).toMatch(/Your target in (East|West): Wed 11 Nov\n(?:.*\n)*.*\[(West|East)\]$/)
    expect(await says('li', 'private').reads('west month')).toContain('West: November 2026')
    expect(await says('li', 'private').pressReads(`target:turn:day:${west.id}`)).toContain('Your target in West')
    expect(await says('li').reads('')).not.toContain('[West]')
    const both = await says('li', 'private').homeReads()
    expect(both).toContain('East\n')
    expect(both).toContain('West\n')
  })

  test('somebody without a team is told where to find one', async () => {
    const { team } = await halfway()
    await expect(speaker(team, 'Nobody').command('')).rejects.toMatchObject({ key: 'not-a-member' })
    await expect(speaker(team, 'Nobody', 'en', 'private').command('')).rejects.toMatchObject({ key: 'no-team-private' })
  })
})

describe('buttons', () => {
  test('turn the card in place; under a public post they answer in private', async () => {
    const { says, team } = await halfway()
    expect(await says('li').press(`target:turn:week:${team.team.id}`)).toMatchObject({ kind: 'replace' })
    expect(await says('li').press(`target:show:day:${team.team.id}`)).toMatchObject({ kind: 'answer' })
  })

  test('a promise kept is noted once, and the card says so', async () => {
    const { says, told } = await halfway()
    await told.checkIn('Li Na', '2026-11-10', 'evening', { improvement: 'Ask early.' })
    const action = (await says('li').actions('')).find((each) => each.startsWith('improvement:done')) ?? ''
    for (const _ of ['once', 'twice'])
      expect(await says('li').press(action)).toMatchObject({ kind: 'toast', text: { key: 'improvement-done' } })
    expect(await says('li').reads('')).toContain('Promised and done ✓\n> Ask early.')
    await expect(says('wang').press(action)).rejects.toMatchObject({ key: 'improvement-gone' })
  })

  test.each([
    { action: 'target:turn:decade', key: 'button-gone' },
    { action: 'target:why:2026-02-30', key: 'button-gone' },
    { action: 'target:turn:week:TEAM:stranger', key: 'button-gone' },
    { action: 'target:why:2026-11-11', key: 'no-target-to-explain' },
    { action: 'target:turn:week:elsewhere', key: 'no-team' },
  ])('$action is refused with $key', async ({ action, key }) => {
    const { says, team } = await halfway()
    await expect(says('li').press(action.replace('TEAM', team.team.id))).rejects.toMatchObject({ key })
  })
})

test.each(['wekk', 'week month', 'today 明天', 'team me', 'last', '@Li Na team', '上周 下周', 'next tomorrow', '天气'])(
  '"%s" is answered with what works',
  async (words) => {
    const { says } = await halfway()
    await expect(says('chen').command(words)).rejects.toMatchObject({ key: 'target-usage' })
  },
)

const named = (name: string, how: 'typed' | 'mentioned' = 'typed') => ({
  kind: 'named',
  how,
  platform: 'slack',
  externalId: undefined,
  name,
})

test.each([
  { words: '', asked: 'day', whose: { kind: 'me' } },
  { words: 'TOMORROW', asked: 'tomorrow', whose: { kind: 'me' } },
  { words: 'my week', asked: 'week', whose: { kind: 'me' } },
  { words: 'team this month', asked: 'month', whose: { kind: 'team' } },
  { words: '我的本周目标', asked: 'week', whose: { kind: 'me' } },
  { words: '本周团队', asked: 'week', whose: { kind: 'team' } },
  { words: '团队 本季度', asked: 'quarter', whose: { kind: 'team' } },
  { words: '周', asked: 'week', whose: { kind: 'me' } },
  { words: '周凯', asked: 'day', whose: named('周凯') },
  { words: '周凯的本周', asked: 'week', whose: named('周凯') },
  { words: '李娜今年', asked: 'year', whose: named('李娜') },
  { words: '@李娜本月', asked: 'month', whose: named('李娜', 'mentioned') },
  { words: 'Li Na quarter', asked: 'quarter', whose: named('Li Na') },
  { words: 'week @Li Na', asked: 'week', whose: named('Li Na', 'mentioned') },
  { words: '华东一部本周', asked: 'week', whose: { kind: 'team' }, team: '华东一部' },
  { words: 'year north east', asked: 'year', whose: { kind: 'team' }, team: 'North East' },
  { words: 'East', asked: 'day', whose: { kind: 'team' }, team: 'East' },
  { words: 'last year', asked: 'year', whose: { kind: 'me' }, step: 'last' },
  { words: '李娜下个月', asked: 'month', whose: named('李娜'), step: 'next' },
  { words: 'team next quarter', asked: 'quarter', whose: { kind: 'team' }, step: 'next' },
  { words: 'Easton', asked: 'day', whose: named('Easton') },
  { words: 'May Chen', asked: 'day', whose: named('May Chen') },
  { words: 'Q3 team', asked: 'quarter', whose: { kind: 'team' }, period: 'Q3' },
  { words: 'quarter Q3 2026 Li Na', asked: 'quarter', whose: named('Li Na'), period: 'Q3 2026' },
  { words: '李娜第三季度', asked: 'quarter', whose: named('李娜'), period: '第三季度' },
  { words: 'November team', asked: 'month', whose: { kind: 'team' }, period: 'November' },
  { words: 'may', asked: 'day', whose: named('may') },
  { words: '2026年11月团队', asked: 'month', whose: { kind: 'team' }, period: '2026年11月' },
])('"$words" asks for the $asked', ({ words, asked, whose, team, step, period }) => {
  const { named, ...read } = readTargetWords(words, [], 'slack', ['East', 'North East', '华东', '华东一部'])
  expect(read).toEqual({ asked, whose, team, step })
  expect(named?.words).toBe(period)
})

test.each(['month Q3', 'next Q3', 'forecast Q3', 'tomorrow 2026-11'])('"%s" says two things', (words) => {
  expect(() => readTargetWords(words, [], 'slack', [])).toThrow('target-usage')
})

test('a mention is known by its account, wherever it stands', () => {
  const mention: Mention = { text: '@Li Na', externalId: 'U1', name: 'Li Na' }
  expect(readTargetWords('week @Li Na', [mention], 'slack', [])).toEqual({
    asked: 'week',
    whose: { kind: 'named', how: 'mentioned', platform: 'slack', externalId: 'U1', name: 'Li Na' },
    team: undefined,
  })
})
