import { Temporal } from 'temporal-polyfill'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Language } from '../../src/chat/model.js'
import { newId } from '../../src/store/new-id.js'
import { speaker, waitingPosts } from '../support/speaker.js'
import { openWorld, type TeamWorld, type World } from '../support/world.js'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())

const WORDS = {
  en: { tom: 'Tom', li: 'Li Na', chen: 'Chen', zhao: 'Zhao', publish: 'Publish' },
  'zh-CN': { tom: '王伟', li: '李娜', chen: '陈静', zhao: '赵磊', publish: '发布' },
} as const

/** Two reps share 46 visits of December 2026, one a working day each, published on 27 November; Chen is admin and manager, Zhao a manager only. It is 10 December. */
async function december(language: Language = 'en', amount = '46') {
  world.moveTo('2026-11-27T10:00[Asia/Shanghai]')
  const { tom, li, chen, zhao, publish } = WORDS[language]
  const team = await world.team({
    language,
    joinedOn: '2026-01-05',
    people: { [tom]: 'rep', [li]: 'rep', [chen]: 'manager', [zhao]: 'manager' },
  })
  const draft = await speaker(world, team, zhao, language).types('/plan new')
  await (await draft.send({ metric: 'visits', period: '2026-12', amount })).press(publish)
  await world.database.client.outbox.deleteMany({ where: { organisationId: team.organisationId } })
  world.moveTo('2026-12-10T10:00[Asia/Shanghai]')
  const say = (name: string) => speaker(world, team, name, language)
  return { team, tom: say(tom), li: say(li), chen: say(chen), zhao: say(zhao) }
}

/** What December asks of somebody between two of its days, both included. */
async function asked({ team, organisationId, members }: TeamWorld, name: string, from: number, to: number) {
  const [first, last] = [Temporal.PlainDate.from('2026-12-01'), Temporal.PlainDate.from('2026-12-31')]
  const rows = await world.app.reading(organisationId).targets.between(team.id, first, last, members[name]?.memberId)
  return rows.flatMap(({ days }) => days.slice(from - 1, to)).reduce<bigint>((sum, day) => sum + (day ?? 0n), 0n)
}

/** Somebody with an account on the platform whom the team does not know yet; their teams are theirs to come. */
function withStranger(team: TeamWorld, name: string): TeamWorld {
  return { ...team, members: { ...team.members, [name]: { externalId: `U${newId()}` } as never } }
}

async function told(team: TeamWorld, language?: Language) {
  return (await waitingPosts(world, team, language)).map(({ to, text }) => `${to ?? 'all'}: ${text}`)
}

describe('a leaver with a last day', () => {
  test('is worked with until then, the team takes over the rest, and everybody whose numbers change reads before and after', async () => {
    const { team, tom, li, zhao } = await december()
    const leaves = await zhao.types('/team remove @Tom 2026-12-25')
    expect(leaves.text).toMatchInlineSnapshot(`
      "Tom leaves after Fri 25 Dec. Until then nothing changes for them; from the day after nobody asks them, and no board shows them. What they did stays in the figures.
      The plan for December 2026 asks them for this on days when they are not there: Visits: 4.
      Who takes it over: the whole team, or Tom in the days until then?
      You see a draft first. When you publish it, whoever's numbers change is told in private, before and after.
      [The team takes it over]
      [They carry it until then]
      [Tom stays]"
    `)
    expect((await zhao.types('/team')).text).toContain('Tom — rep, leaves after 25 Dec')
    expect((await zhao.types('/plan')).text).toContain('Tom leaves after 25 Dec, and is still asked for something after that.')
    expect(await told(team)).toEqual([])

    const before = await asked(team, 'Tom', 1, 9)
    const draft = await leaves.press('The team takes it over')
    expect(draft.text).toContain('Leaving before the end, with their last day: Tom (25 Dec).')
    await draft.press('Publish')
    expect([await asked(team, 'Tom', 1, 9), await asked(team, 'Tom', 26, 31)]).toEqual([before, 0n])
    expect((await asked(team, 'Tom', 1, 31)) + (await asked(team, 'Li Na', 1, 31))).toBe(46n)
    expect((await told(team)).slice(1)).toEqual([
      expect.stringMatching(/^Tom: [\s\S]*Visits: 23 → 21/),
      expect.stringMatching(/^Li Na: [\s\S]*Visits: 23 → 25/),
    ])
    expect((await zhao.types('/plan history')).text).toMatch(/Tom[^\n]*23 → 21/)
    expect((await zhao.types('/plan')).text).not.toContain('Tom leaves')

    world.moveTo('2026-12-25T20:00[Asia/Shanghai]')
    expect((await tom.types('/log 1 visit')).text).toContain('Visits')
    await li.types('/log 2 visits')
    expect((await tom.types('/leaderboard month')).text).toContain('Tom')
    // Already the 26th in Shanghai, still the 25th in UTC.
    world.moveTo('2026-12-26T00:30[Asia/Shanghai]')
    expect((await tom.types('/log 1 visit')).text).toContain('You do not belong to East yet')
    expect((await tom.types('/target')).text).toContain('You do not belong to East yet')
    const board = await li.types('/leaderboard month')
    expect(board.text).toContain('Li Na')
    expect(board.text).not.toContain('Tom')
    expect(board.text).toContain('Team: 3 of 46')
    expect((await zhao.types('/target month team')).text).not.toContain('Tom')
    expect((await zhao.types('/team')).text).not.toContain('Tom')
  })

  test('carries the rest in the days until then where that is chosen, which is a change like any other', async () => {
    const { team, chen, zhao } = await december()
    const leaves = await zhao.types('/team remove @Tom on 25 Dec')
    const draft = await leaves.press('They carry it until then')
    expect(draft.text).toContain('Who leaves in the middle carries a whole share until then.')
    expect(draft.text).toContain('[Ask an admin]')
    expect(draft.text).not.toContain('[Publish]')
    const form = await (await chen.types('/plan draft')).press('Publish with a reason')
    await form.send({ reason: 'Tom hands over well' })
    expect([await asked(team, 'Tom', 1, 31), await asked(team, 'Tom', 26, 31)]).toEqual([23n, 0n])
    expect((await told(team)).slice(-1)).toEqual([expect.stringMatching(/^Tom: /)])
  })

  test('cannot carry it any more once no working day is left, wherever that is offered', async () => {
    const { zhao } = await december()
    world.moveTo('2026-12-26T10:00[Asia/Shanghai]') // a Saturday
    const leaves = await zhao.types('/team remove @Tom 2026-12-27')
    for (const { text } of [leaves, await zhao.types('/plan')]) {
      expect(text).toContain('[The team takes it over]')
      expect(text).not.toContain('They carry it until then')
    }
  })

  test('stays after all by the button, and the plan that was made for their leaving is made anew', async () => {
    const { team, zhao } = await december()
    const leaves = await zhao.types('/team remove @Tom from Dec 25')
    await (await leaves.press('The team takes it over')).press('Publish')
    const stays = await leaves.press('Tom stays')
    expect(stays.kinds).toEqual(['replace'])
    expect(stays.text).toMatchInlineSnapshot(`
      "Tom stays in the team.
      The plan for December 2026 was published for other days of theirs.
      You see a draft first. When you publish it, whoever's numbers change is told in private, before and after.
      [Share out anew]"
    `)
    expect((await zhao.types('/team')).text).not.toContain('leaves after')
    expect((await zhao.types('/plan')).text).toContain('The days of Tom in the team are others than when this was published')
    await (await stays.press('Share out anew')).press('Publish')
    expect(await asked(team, 'Tom', 1, 31)).toBe(23n)
    expect((await zhao.types('/plan')).text).not.toContain('[Share out anew]')
    expect((await leaves.press('Tom stays')).text).toBe('Tom stays in the team.')
    world.moveTo('2026-12-29T10:00[Asia/Shanghai]')
    await zhao.types('/team remove @Tom')
    expect((await leaves.press('Tom stays')).text).toBe('Tom has left by now. /team add @name takes them in again.')
  })

  test('added again before the day stays too', async () => {
    const { zhao } = await december()
    await zhao.types('/team remove @Tom 25 Dec')
    expect((await zhao.types('/team add @Tom')).text).toBe('Tom stays in the team.')
  })

  test.each([
    ['/team remove @Tom 2026-12-09', 'Wed 9 Dec has passed'],
    ['/team remove @Tom 1 Dec', 'Tue 1 Dec has passed'],
    ['/team remove @Tom 2028-01-01', 'Saturday, 1 January 2028 is more than a year away'],
    ['/team remove @Tom 25/12', 'I cannot tell which day “25/12” is, so nothing was changed.'],
    ['/team remove Tom soonish', 'I cannot tell which day “soonish” is'],
    ['/team remove Nobody', 'I know nobody called Nobody here'],
    ['/team add @Tom rep sometime', 'I cannot tell which day “sometime” is'],
    ['/team add @Tom from 20 Dec', 'Tom is in the team already, since Monday, 5 January 2026.'],
  ])('%s is answered: %s', async (command, answer) => {
    const { zhao } = await december()
    expect((await zhao.types(command)).text).toContain(answer)
    const team = await zhao.types('/team')
    expect(team.text).toContain('Tom — rep')
    expect(team.text).not.toContain('leaves after')
  })

  test('who is not a manager sets nobody’s days', async () => {
    const { li, zhao } = await december()
    expect((await li.types('/team remove @Tom 25 Dec')).text).toContain('manager')
    const leaves = await zhao.types('/team remove @Tom 25 Dec')
    const action = leaves.text.includes('[Tom stays]')
    expect(action).toBe(true)
    expect((await zhao.types('/team')).text).toContain('leaves after 25 Dec')
  })

  test('in Chinese', async () => {
    const { team, zhao } = await december('zh-CN')
    const leaves = await zhao.types('/team 移除 @王伟 12月25日')
    expect(leaves.text).toMatchInlineSnapshot(`
      "王伟将在12月25日周五之后离开。在那之前一切照旧；之后不再提醒对方，也不再上榜，已有的业绩保留。
      2026年12月的目标里，还有这些排在对方不在的日子：拜访：4。
      这部分由谁来完成：整个团队分担，还是王伟在离开前自己完成？
      会先给你看草稿。发布时，目标有变化的人都会收到私信，写明调整前后的数字。
      [由团队分担]
      [本人离开前完成]
      [王伟不走了]"
    `)
    expect((await zhao.types('/team')).text).toContain('王伟 · 销售，12月25日后离开')
    await (await leaves.press('由团队分担')).press('发布')
    expect(await asked(team, '王伟', 26, 31)).toBe(0n)
  })
})

describe('somebody taken out at once', () => {
  test('is asked nothing from that moment, and what they carried can be given to the team in the same breath', async () => {
    const { team, tom, zhao } = await december()
    const gone = await zhao.types('/team remove @Tom')
    expect(gone.text).toMatch(/^Tom is no longer in the team[.][\s\S]*Visits: 1\d[.][\s\S]*\[The team takes it over\]$/)
    expect((await tom.types('/target')).text).toContain('You do not belong to East yet')
    await (await gone.press('The team takes it over')).press('Publish')
    expect(await asked(team, 'Tom', 10, 31)).toBe(0n)
    expect((await asked(team, 'Tom', 1, 31)) + (await asked(team, 'Li Na', 1, 31))).toBe(46n)
    // A slip: back on the same day they have never been away.
    expect((await zhao.types('/team add Tom')).text).toContain('Tom is in the team now, as a rep.')
    expect((await tom.types('/target')).text).not.toContain('You do not belong')
  })
})

describe('the open deals of somebody who leaves', () => {
  test('are named to whoever lets them go, and go to a colleague by one button, who is told', async () => {
    const { team, tom, li, zhao } = await december()
    await tom.types('/deal add ACME 120000 proposal')
    await tom.types('/deal add Bolt lead')
    await (await tom.types('/deal add Cobalt 50000 negotiation')).press('Won')
    const gone = await zhao.types('/team remove @Tom')
    expect(gone.text).toContain("2 open deals, worth ¥120,000, stay in Tom's name until somebody takes them over.")
    const form = await gone.press('Hand over open deals')
    const owner = form.form?.fields[0]
    expect(owner?.kind === 'choice' && owner.options.map(({ label }) => label)).toHaveLength(3)
    expect((await form.send({ owner: team.members['Li Na']?.memberId ?? '' })).text).toBe('Li Na has the 2 open deals of Tom now.')
    expect((await li.types('/deal')).text).toContain('2 deals, worth ¥120,000')
    expect((await zhao.types('/deal cobalt')).text).toContain('won 10 Dec · opened 10 Dec · Tom')
    expect((await told(team)).filter((each) => each.includes('open deals'))).toEqual([
      'Li Na: Zhao gave you 2 open deals of Tom. /deal shows them.',
    ])
    // Sent again it finds nothing, and tells nobody of nothing.
    expect((await form.send({ owner: team.members.Chen?.memberId ?? '' })).text).toBe('Tom has no open deal any more.')
    expect((await told(team)).filter((each) => each.includes('open deals'))).toHaveLength(1)
  })

  test('are the managers’ to hand over, and nobody who has left gets any', async () => {
    const { team, tom, li, zhao } = await december('zh-CN')
    await tom.types('/deal 添加 华东机械 12万 方案')
    const leaves = await zhao.types('/team 移除 @王伟 12月25日')
    expect(leaves.text).toContain('王伟名下还有 1 个在谈商机，合计 ¥120,000，没人接手就会一直挂在那里。')
    const form = await leaves.press('移交在谈商机')
    expect((await form.send({ owner: team.members.王伟?.memberId ?? '' })).errors.owner).toContain('请从中选择')
    expect((await form.send({ owner: team.members.李娜?.memberId ?? '' })).text).toBe('王伟的 1 个在谈商机已移交给李娜。')
    expect((await li.types('/deal')).text).toContain('华东机械')
    expect((await zhao.types('/team 移除 @王伟')).text).not.toContain('在谈商机')
  })
})

describe('a joiner with a first day', () => {
  test('is not asked and on no board before it, has a part by a plan published anew, and can start by steps', async () => {
    const { team: known, chen, zhao, li } = await december()
    const team = withStranger(known, 'Ann')
    const manager = speaker(world, team, 'Zhao')
    const joins = await manager.types('/team add @Ann rep from 2026-12-21')
    expect(joins.text).toMatchInlineSnapshot(`
      "Ann joins the team on Mon 21 Dec, as a rep. Until then nobody asks them for anything.
      The plan for December 2026 has no part for them yet.
      You see a draft first. When you publish it, whoever's numbers change is told in private, before and after.
      [Share out anew]
      [As a new hire…]"
    `)
    expect((await zhao.types('/team')).text).toMatch(/4 people[\s\S]*Ann — rep, starts 21 Dec/)
    expect((await zhao.types('/plan')).text).toContain('Ann (from 21 Dec) has no part in it yet.')

    const ann = speaker(world, team, 'Ann')
    const early = 'You are in East from Mon 21 Dec on. Until then nobody asks you for anything.'
    for (const command of ['/target', '/log 1 visit', '/checkin', '/leaderboard month', '/team join'])
      expect((await ann.types(command)).text).toContain(early)
    expect((await ann.types('/target', ann.privately)).text).toContain(early)
    expect((await ann.types('/team')).text).not.toContain('[Join]')
    expect((await ann.opensHome()).text).toBe(early)
    expect((await ann.comesIn()).kinds).toEqual([])
    expect((await manager.types('/log @Ann 1 visit')).text).toContain('Ann does not start before Mon 21 Dec')

    const hire = await joins.press('As a new hire…')
    const draft = await hire.send({ ramps: 'Ann 50' })
    expect(draft.text).toContain('Joining on the way, with their first day: Ann (21 Dec).')
    await draft.press('Publish')
    const annId = (await world.app.reading(team.organisationId).teams.members(team.team.id)).find(({ name }) => name === 'Ann')?.id
    const withAnn = { ...team, members: { ...team.members, Ann: { ...team.members.Ann, memberId: annId } as never } }
    expect(await asked(withAnn, 'Ann', 1, 20)).toBe(0n)
    expect(await asked(withAnn, 'Ann', 21, 31)).toBeGreaterThan(0n)
    expect((await li.types('/leaderboard month')).text).not.toContain('Ann')

    world.moveTo('2026-12-21T00:10[Asia/Shanghai]')
    expect((await ann.types('/target')).text).not.toContain(early)
    expect((await ann.types('/log 1 visit')).text).toContain('Visits')
    expect((await chen.types('/leaderboard month')).text).toContain('Ann')
  })

  test('comes on another day, sooner, or not at all, as the manager says last', async () => {
    const { team: known, zhao } = await december()
    const manager = speaker(world, withStranger(known, 'Ann'), 'Zhao')
    await manager.types('/team add @Ann from 1 Jan')
    expect((await zhao.types('/team')).text).toContain('Ann — rep, starts 1 Jan')
    await manager.types('/team add @Ann manager 2026-12-14')
    expect((await zhao.types('/team')).text).toContain('Ann — manager, starts 14 Dec')
    expect((await manager.types('/team remove @Ann 2026-12-12')).text).toContain('Ann does not start before Mon 14 Dec')
    await manager.types('/team remove @Ann 31 Jan')
    expect((await zhao.types('/team')).text).toContain('Ann — manager, starts 14 Dec, leaves after 31 Jan')
    expect((await manager.types('/team remove @Ann')).text).toBe('Ann does not join the team after all.')
    expect((await zhao.types('/team')).text).not.toContain('Ann')
    expect((await manager.types('/team add @Ann')).text).toContain('Ann is in the team now, as a rep.')
  })

  test('in Chinese', async () => {
    const { team: known, zhao } = await december('zh-CN')
    const manager = speaker(world, withStranger(known, '安琪'), '赵磊', 'zh-CN')
    expect((await manager.types('/team 添加 @安琪 销售 从12月21日起')).text).toMatchInlineSnapshot(`
      "安琪将于12月21日周一加入团队，角色：销售。在那之前不会打扰对方。
      2026年12月的目标还没有分给对方。
      会先给你看草稿。发布时，目标有变化的人都会收到私信，写明调整前后的数字。
      [重新分配]
      [按新人起步…]"
    `)
    expect((await zhao.types('/team')).text).toContain('安琪 · 销售，12月21日加入')
  })
})

describe('several at once', () => {
  test('are added with the role and the day that are said for all, and what the plan does not know is said once', async () => {
    const { team: known, zhao } = await december()
    const manager = speaker(world, withStranger(withStranger(known, 'Ann'), 'Bob'), 'Zhao')
    const added = await manager.types('/team add @Ann, @Bob and @Li Na')
    expect(added.text).toMatchInlineSnapshot(`
      "• Li Na is in the team already, as a rep.
      • Ann is in the team now, as a rep.
      • Bob is in the team now, as a rep.
      The plan for December 2026 has no part for them yet.
      You see a draft first. When you publish it, whoever's numbers change is told in private, before and after.
      [Share out anew]
      [As a new hire…]"
    `)
    expect((await zhao.types('/team')).text).toMatch(/Ann — rep\n• Bob — rep/)
    expect((await manager.types('/team add @Ann @Bob spectator')).text).toContain('• Ann is a spectator now.\n• Bob is a spectator now.')
    expect((await manager.types('/team add @Ann @Bob boss')).text).toContain('I know no role “boss”')
  })

  test('of whom one cannot be added: the others are, and it says who is not and why, in Chinese too', async () => {
    const { team: known, zhao } = await december('zh-CN')
    const manager = speaker(world, withStranger(known, '安琪'), '赵磊', 'zh-CN')
    const added = await manager.types('/team 添加 @安琪、@李娜 从12月21日起')
    expect(added.text).toMatchInlineSnapshot(`
      "• 安琪将于12月21日周一加入团队，角色：销售。在那之前不会打扰对方。
      • 李娜已经在团队里了，从2026年1月5日星期一起。
      2026年12月的目标还没有分给对方。
      会先给你看草稿。发布时，目标有变化的人都会收到私信，写明调整前后的数字。
      [重新分配]
      [按新人起步…]"
    `)
    expect((await zhao.types('/team')).text).toContain('安琪 · 销售，12月21日加入')
  })
})

describe('a team', () => {
  test.each([
    ['en', '\nFrom now on I post here for East: mornings, check-ins and reviews. Whoever is not in the team yet can join.\n[Join]'],
    ['zh-CN', '\n从现在起，“East”的早间任务、打卡和复盘都会发在这里。还没加入团队的，点一下就能加入。\n[加入]'],
  ] as const)('that was made before the bot was in its channel can be joined once it is, in %s', async (language, words) => {
    const { zhao } = await december(language)
    const brought = await zhao.bringsTheBot()
    expect([brought.kinds, `\n${brought.text}`]).toEqual([['post'], words])
  })

  test('has a manager on every day to come', async () => {
    const { zhao, chen } = await december()
    expect((await chen.types('/team remove @Chen 25 Dec')).text).toContain('Chen leaves after Fri 25 Dec')
    const refused = 'East needs a manager on every day.'
    expect((await zhao.types('/team remove @Zhao 31 Dec')).text).toContain(refused)
    expect((await zhao.types('/team role @Zhao rep')).text).toContain(refused)
    expect((await zhao.types('/team remove @Zhao 20 Dec')).text).toContain(refused)
    await chen.types('/team role @Tom manager')
    expect((await zhao.types('/team remove @Zhao 31 Dec')).text).toContain('Zhao leaves after Thu 31 Dec')
  })
})
