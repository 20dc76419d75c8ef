import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { planOf } from '../../src/app/plan/stored-plan.js'
import type { Language } from '../../src/chat/model.js'
import { speaker, waitingPosts } from '../support/speaker.js'
import { openWorld, type TeamWorld, type World } from '../support/world.js'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())

const NAMES = { en: ['Li Na', 'Wang Wei', 'Zhao Min', 'Chen'], 'zh-CN': ['李娜', '王伟', '赵敏', '陈静'] } as const

/** Three reps, and a draft of 300 visits for the second quarter of 2026, which has 61 working days in China. */
async function drafted(language: Language = 'en') {
  world.moveTo('2026-03-02T08:00:00Z')
  const [li, wang, zhao, chen] = NAMES[language]
  const team = await world.team({
    name: language === 'en' ? 'East' : '华东',
    language,
    joinedOn: '2025-12-01',
    country: 'CN',
    people: { [li]: 'rep', [wang]: 'rep', [zhao]: 'rep', [chen]: 'manager' },
  })
  const [rep, other, third, manager] = NAMES[language].map((name) => speaker(world, team, name, language))
  if (rep === undefined || other === undefined || third === undefined || manager === undefined) throw new Error('nobody')
  const draft = await (await manager.types('/plan new')).send({ metric: 'visits', period: '2026-Q2', amount: '300' })
  return { team, rep, other, third, manager, draft }
}

async function told(team: TeamWorld, language: Language, kind: string) {
  return (await waitingPosts(world, team, language)).filter(({ key }) => key.startsWith(kind)).map(({ text }) => text)
}

const totals = (text: string) => [...text.matchAll(/^(?:Li Na|Wang Wei|Zhao Min|李娜|王伟|赵敏) \| (\d+) \|/gm)].map(([, total]) => total)

describe('a draft that is proposed', () => {
  test('is countered in a form that groups its numbers, and takes them back as they stand', async () => {
    const { rep, manager } = await drafted()
    const draft = await (await manager.types('/plan new')).send({ metric: 'revenue', period: '2026-Q3', amount: '10m' })
    await draft.press('Propose to the team')
    const form = await (await rep.types('/plan')).press('Suggest another number')
    expect(form.form?.fields[0]).toMatchObject({ name: 'revenue', initial: '3,333,333.34' })
    expect(Object.keys((await form.send({ reason: 'No change' })).errors)).not.toContain('revenue')
    expect((await form.send({ revenue: '2,800,000', reason: 'Two accounts end' })).text).toContain('¥2,800,000 instead of ¥3,333,333.34')
  })

  test('is told to each in private, with what it means for a week and a day; nobody has a target yet', async () => {
    const { team, rep, manager, draft } = await drafted()
    const shown = await draft.press('Propose to the team')
    expect(shown.text).toMatchInlineSnapshot(`
      "Who has agreed: Q2 2026
      Not answered yet: Li Na, Wang Wei, and Zhao Min
      You can publish without full agreement; who had not agreed stays on record.
      [See the draft]"
    `)
    await draft.press('Propose to the team')
    const posts = await told(team, 'en', 'proposal:')
    expect(posts).toHaveLength(3)
    expect(posts[0]).toMatchInlineSnapshot(`
      "Proposed to you for Q2 2026
      Chen wants to agree your part of East's plan with you. Nothing counts until the plan is published.
      • Visits: 100 – about 8.2 a week, 1.6 a working day
      /plan shows this again. You are told before anything changes."
    `)
    expect((await rep.types('/target')).text).toContain('East has no target for March 2026 yet')
    expect((await rep.types('/plan')).text).toMatch(/Your answer is awaited[\s\S]*\[Accept\]\n\[Suggest another number\]/)
    expect((await manager.types('/plan draft')).text).toContain('Not answered yet: Li Na, Wang Wei, and Zhao Min')
  })

  test.each([
    {
      language: 'en',
      propose: 'Propose to the team',
      why: 'Why this number?',
      refused: 'This was proposed to somebody else',
      own: [
        'Proposed to you for Q2 2026: why these numbers',
        'Visits: 241',
        '• The draft asks 301 of the team',
        "• By the draft's weights: 301 ÷ 2.5 = 120.4 a part",
        '• Li Na: 2 parts = 241',
        '• Parts are rounded down to whole numbers; what is left goes to the largest remainders, one each: Li Na.',
        '• 241 ÷ 61 working days = 3.95 a day',
        'Revenue: ¥1,180,000',
        '• The draft asks ¥3,000,000 of the team',
        '• North: 60% of ¥3,000,000 = ¥1,800,000',
        '• Li Na: 📌 ¥700,000 by hand (two key accounts); the rule gives ¥1,200,000',
        "• Li Na: ¥700,000 by the tree + ¥480,000 of what is nobody's by name = ¥1,180,000",
        '• ¥1,180,000 ÷ 61 working days = ¥19,344.26 a day',
      ],
      newcomer: '• Zhao Min counts for 50% of a whole share: starts with 50%, 50%, and 50% of it, month by month',
    },
    {
      language: 'zh-CN',
      propose: '征求团队意见',
      why: '这个数怎么来的',
      refused: '这是问别人的，只有对方可以答复。',
      own: [
        '建议给你的2026年第2季度目标：这些数怎么来的',
        '拜访：241',
        '• 草稿里团队总数 301',
        '• 按草稿的权重：301 ÷ 2.5 = 每份 120.4',
        '• 李娜：2 份 = 241',
        '• 每个人先取整数部分，剩下的按小数部分从大到小每人加 1：李娜。',
        '• 241 ÷ 61 个工作日 = 每天 3.95',
        '销售额：¥1,180,000',
        '• 草稿里团队总数 ¥3,000,000',
        '• North：¥3,000,000 的 60% = ¥1,800,000',
        '• 李娜：📌 手动指定 ¥700,000（two key accounts），按规则是 ¥1,200,000',
        '• 李娜：拆分得 ¥700,000 + 未落到个人的 ¥480,000 = ¥1,180,000',
        '• ¥1,180,000 ÷ 61 个工作日 = 每天 ¥19,344.26',
      ],
      newcomer: '• 赵敏只按 50% 计：起步阶段逐月 50%、50%、50%',
    },
  ] as const)(
    'says to each why their number, and nothing of colleagues: $language',
    async ({ language, propose, why, refused, own, newcomer }) => {
      const { team, rep, other, third, manager } = await drafted(language)
      const [li, , zhao] = NAMES[language]
      const north = `{ by: person, parts: [{ name: ${li}, pin: 700k, reason: two key accounts }, { name: ${zhao} }] }`
      const tree = `{ by: region, parts: [{ name: North, share: 60%, tree: ${north} }, { name: South }] }`
      const targets = [
        `{ metric: visits, amount: 301, split: [{ member: ${li}, weight: 2 }, { member: ${zhao} }] }`,
        `{ metric: revenue, amount: 3m, currency: CNY, split: equal, tree: ${tree} }`,
      ]
      const draft = await manager.types(
        `/plan import version: 1\nperiod: 2026-Q2\nramps: [{ member: ${zhao}, from: 2026-04-01, steps: [50, 50, 50] }]\ntargets:\n${targets.map((each) => `  - ${each}\n`).join('')}`,
      )
      await draft.press(propose)
      const asked = (await waitingPosts(world, team, language)).find(({ to, key }) => to === li && key.startsWith('proposal:'))
      const action = asked?.buttons.find(({ label }) => label === why)?.action ?? ''
      expect((await rep.presses(action, rep.privately)).text.split('\n').slice(0, -1)).toEqual(own)
      expect((await other.presses(action)).text).toContain(refused)
      const thirds = await (await third.types('/plan')).press(why)
      expect(thirds.text).toContain(newcomer)
      expect(thirds.text).not.toContain(li)
    },
  )

  test('is accepted, countered, settled and published, told as a story', async () => {
    const { team, rep, other, third, manager, draft } = await drafted()
    await draft.press('Propose to the team')
    const accepted = await (await other.types('/plan')).press('Accept')
    expect(accepted.kinds).toEqual(['replace'])
    expect(accepted.text).toContain('Agreed: your target for Q2 2026')

    const form = await (await rep.types('/plan')).press('Suggest another number')
    expect(form.form?.fields.map(({ name }) => name)).toEqual(['visits', 'reason'])
    const sent = await form.send({ visits: '80', reason: 'Two weeks at the trade fair' })
    expect(sent.text).toContain('Visits: 80 instead of 100')
    const [countered] = await told(team, 'en', 'countered:')
    expect(countered).toMatchInlineSnapshot(`
      "Li Na asks for other numbers in Q2 2026
      • Visits: 80 instead of 100
      > Two weeks at the trade fair
      If you take them, the others share the difference and are asked again."
    `)

    const agreement = await manager.types('/plan agreement')
    expect(agreement.text).toMatchInlineSnapshot(`
      "Who has agreed: Q2 2026
      Agreed: Wang Wei
      Not answered yet: Zhao Min
      Li Na asks for other numbers:
      • Visits: 80 instead of 100
      > Two weeks at the trade fair
      You can publish without full agreement; who had not agreed stays on record.
      [Take Li Na's numbers]
      [Hold to the proposal (Li Na)]
      [See the draft]"
    `)
    expect((await manager.types('/plan')).text).toContain('Li Na asks for other numbers:')
    const taken = await agreement.press("Take Li Na's numbers")
    expect(taken.text).toContain('Q2 2026\nAgreed: Li Na\nNot answered yet: Wang Wei and Zhao Min')
    expect(await told(team, 'en', 'settled:')).toEqual([
      'Chen takes your numbers for Q2 2026\n• Visits: 80 instead of 100\nThey count once the plan is published.',
    ])
    const again = (await told(team, 'en', 'proposal:')).slice(3)
    expect(again).toHaveLength(2)
    expect(again[0]).toContain('Chen has changed what is proposed to you in East')
    expect(again[0]).toContain('Visits: 100 → 110')
    const preview = await taken.press('See the draft')
    expect(totals(preview.text)).toEqual(['80', '110', '110'])

    await (await other.types('/plan')).press('Accept')
    expect(await told(team, 'en', 'agreed:')).toEqual([])
    await (await third.types('/plan')).press('Accept')
    expect(await told(team, 'en', 'agreed:')).toEqual(['Everybody has agreed to the plan for Q2 2026 (3 people). You can publish it.'])
    const published = await (await manager.types('/plan draft')).press('Publish')
    expect(published.text).toContain('Published: the plan for Q2 2026. The team')
    expect(await told(team, 'en', 'target-published:')).toEqual(
      [80, 110, 110].map((visits) => expect.stringContaining(`Visits: ${visits} (new)`)),
    )
    const [row] = await world.app.reading(team.organisationId).plans.ofTeam(team.team.id, ['published'])
    expect(row?.unagreed).toEqual([])
    expect(row && planOf(row).targets[0]?.agreed).toEqual([{ member: 'Li Na', amount: 80n, reason: 'Two weeks at the trade fair' }])
    const proposals = await world.app.reading(team.organisationId).proposals.ofPlans(row === undefined ? [] : [row.id])
    expect(proposals.map(({ state, counter, decision }) => [state, counter?.reason, decision?.kind])).toEqual(
      expect.arrayContaining([
        ['accepted', 'Two weeks at the trade fair', 'taken'],
        ['accepted', undefined, undefined],
      ]),
    )
  })

  test('in Chinese: held to with a reason, published without agreement, which stays on record', async () => {
    const { team, rep, other, manager, draft } = await drafted('zh-CN')
    await draft.press('征求团队意见')
    expect((await told(team, 'zh-CN', 'proposal:'))[0]).toMatchInlineSnapshot(`
      "2026年第2季度目标，想听听你的意见
      陈静 想和你商定“华东”目标里你的部分。发布之前不算数。
      • 拜访：100，大约每周 8.2，每个工作日 1.6
      发送 /plan 可以再看。有变化会先告诉你。"
    `)
    await (await (await rep.types('/plan')).press('我有不同意见')).send({ visits: '60', reason: '新区域刚起步' })
    await (await other.types('/plan')).press('同意')
    const agreement = await manager.types('/plan 商定')
    const form = await agreement.press('坚持原数（李娜）')
    expect((await form.send({ reason: '  ' })).errors).toEqual({ reason: '这一项不能空着。' })
    const held = await form.send({ reason: '新区域有市场部支持' })
    expect(held.text).toMatchInlineSnapshot(`
      "2026年第2季度目标商定情况
      已同意：王伟
      还没答复：赵敏
      李娜 有不同意见：
      • 拜访：60（建议是 100）
      > 新区域刚起步
      你坚持原来的数：新区域有市场部支持
      没有全部同意也可以发布，谁没同意会记录在案。
      [采纳 李娜 的数]
      [查看草稿]"
    `)
    expect((await told(team, 'zh-CN', 'settled:'))[0]).toMatchInlineSnapshot(`
      "陈静 坚持原来建议的2026年第2季度目标
      • 拜访：仍是 100（你提的是 60）
      > 新区域有市场部支持
      可以同意，也可以再提一次。发布之前不算数。"
    `)
    expect((await rep.types('/plan')).text).toContain('经理坚持原来的数：\n> 新区域有市场部支持')
    const preview = await manager.types('/plan 草稿')
    const published = await preview.press('发布')
    expect(published.text).toContain('已记录：赵敏、李娜 没有同意')
    const [row] = await world.app.reading(team.organisationId).plans.ofTeam(team.team.id, ['published'])
    expect(row?.unagreed).toEqual(['赵敏', '李娜'])
  })

  test('changed by the manager, it says who was not asked, and whose numbers stay the same is not asked again', async () => {
    const { team, rep, other, third, manager, draft } = await drafted()
    await draft.press('Propose to the team')
    for (const each of [rep, other, third]) await (await each.types('/plan')).press('Accept')
    const changed = await await (await manager.types('/plan edit')).send({
      amount: '300',
      split: 'weights',
      weights: 'Li Na 100\nWang Wei 120\nZhao Min 80',
    })
    expect(changed.text).toContain('The draft has changed since it was proposed.')
    expect(changed.text).toContain('Agreed: Li Na\nNot asked about these numbers: Wang Wei and Zhao Min')
    expect((await rep.types('/plan')).text).not.toContain('[Accept]')
    const again = await changed.press('Propose to the team')
    expect(again.text).toContain('Agreed: Li Na\nNot answered yet: Wang Wei and Zhao Min')
    expect((await told(team, 'en', 'proposal:')).slice(3)).toEqual([
      expect.stringContaining('Visits: 100 → 120'),
      expect.stringContaining('Visits: 100 → 80'),
    ])
    await (await manager.types('/plan draft')).press('Discard')
    expect(await told(team, 'en', 'withdrawn:')).toEqual(
      Array.from({ length: 3 }, () => 'Chen has withdrawn what was proposed to you for Q2 2026 in East. Your target stays as it is.'),
    )
  })

  test('a manager who carries a part has agreed to it by proposing it', async () => {
    const { manager, draft } = await drafted()
    const own = await (await draft.press('Edit')).send({ split: 'weights', weights: 'Li Na 1\nWang Wei 1\nChen 1' })
    expect((await own.press('Propose to the team')).text).toContain('Agreed: Chen\nNot answered yet: Li Na and Wang Wei')
    expect((await manager.types('/plan')).text).not.toContain('[Accept]')
  })
})

describe('a number that was taken', () => {
  async function taken() {
    const { rep, manager, draft } = await drafted()
    await draft.press('Propose to the team')
    await (await (await rep.types('/plan')).press('Suggest another number')).send({ visits: '80', reason: 'Trade fair' })
    await (await manager.types('/plan agreement')).press("Take Li Na's numbers")
    return manager
  }

  test('stays when the target of the team changes, until it is shared out another way', async () => {
    const manager = await taken()
    const raised = await (await manager.types('/plan edit')).send({ amount: '330' })
    expect(totals(raised.text)).toEqual(['80', '125', '125'])
    const shared = await (await raised.press('Edit')).send({ split: 'weights', weights: 'Li Na 1\nWang Wei 1\nZhao Min 1' })
    expect(totals(shared.text)).toEqual(['110', '110', '110'])
  })

  test('is not undercut by a smaller target of the team', async () => {
    const manager = await taken()
    const form = await manager.types('/plan edit')
    expect((await form.send({ amount: '60' })).errors.amount).toContain('80 in Visits, 20 more than the team')
  })

  test.each([
    ['en', 'together they are 300 in Visits, 30 short of', 'choose another way under “Shared out” in /plan edit'],
    ['zh-CN', '一共 300，比全队的 330 少 30', '请在 /plan edit 里把“怎么分”换一种'],
  ] as const)(
    'by everybody leaves no room for a larger target, and the same form shares it out anew (%s)',
    async (language, short, wayOut) => {
      const { manager } = await drafted(language)
      const agreed = NAMES[language].slice(0, 3).map((member) => `      - { member: ${member}, amount: 100 }\n`)
      const target = `  - metric: visits\n    amount: 300\n    split: equal\n    agreed:\n${agreed.join('')}`
      await manager.types(`/plan import version: 1\nperiod: 2026-Q2\ntargets:\n${target}`)
      const form = await manager.types('/plan edit')
      const refused = (await form.send({ amount: '330' })).errors.amount
      expect(refused).toContain(short)
      expect(refused).toContain(wayOut)
      expect(totals((await form.send({ amount: '330', split: 'weights' })).text)).toEqual(['110', '110', '110'])
    },
  )
})

describe('what does not fit is answered', () => {
  test('wrong numbers and no reason stay in the form', async () => {
    const { rep, draft } = await drafted()
    await draft.press('Propose to the team')
    const form = await (await rep.types('/plan')).press('Suggest another number')
    expect((await form.send({ visits: 'lots', reason: 'x' })).errors.visits).toContain('cannot read this amount')
    expect((await form.send({ visits: '-3', reason: 'x' })).errors.visits).toContain('less than zero')
    expect((await form.send({ visits: '80', reason: ' ' })).errors).toEqual({ reason: 'Please fill this in.' })
    expect((await form.send({ visits: '100', reason: 'x' })).errors['']).toContain('These are the proposed numbers')
    expect((await form.send({ visits: '301', reason: 'x' })).errors.visits).toContain("The whole team's Visits are 300")
    expect((await form.send({ visits: '80', reason: 'x'.repeat(501) })).errors.reason).toContain('at most 500')
  })

  test("somebody else's, an ended one, one that nobody made, and a rep at a manager's button", async () => {
    const { team, rep, other, manager, draft } = await drafted()
    expect((await manager.types('/plan agreement')).text).toContain('This draft has not been proposed to anybody yet')
    await draft.press('Propose to the team')
    const store = world.app.reading(team.organisationId)
    const proposals = await store.proposals.ofPlans((await store.plans.ofTeam(team.team.id)).map(({ id }) => id))
    const proposal = proposals.find(({ memberId }) => memberId === team.members['Li Na']?.memberId)
    const id = proposal?.id ?? ''
    expect((await other.presses(`agree:yes:${id}`)).text).toContain('proposed to somebody else')
    expect((await other.presses(`agree:counter:${id}`)).text).toContain('proposed to somebody else')
    expect((await rep.presses('agree:yes:none')).text).toContain('not here any more')
    expect((await rep.presses(`agree:take:${id}`)).text).toContain('Only a manager of East can do that')
    expect((await manager.presses(`agree:take:${id}`)).text).toContain('has agreed meanwhile, or this was decided already')
    expect((await rep.types('/plan propose')).text).toContain('Only a manager of East can do that')

    const form = await rep.presses(`agree:counter:${id}`)
    const changed = await (await manager.types('/plan edit')).send({ amount: '330' })
    expect((await form.send({ visits: '80', reason: 'x' })).errors['']).toContain('has changed the draft for Q2 2026 since')
    await changed.press('Publish')
    expect((await rep.presses(`agree:yes:${id}`)).text).toContain('has changed the draft for Q2 2026 since')
    expect((await manager.presses(`agree:hold:${id}`)).text).toContain('has changed the draft')
    expect((await changed.press('Propose to the team')).text).toContain('This plan is published already')
  })

  test('the last two who ask for less leave nobody to take the rest', async () => {
    const { rep, other, third, manager, draft } = await drafted()
    await draft.press('Propose to the team')
    for (const each of [rep, other, third])
      await (await (await each.types('/plan')).press('Suggest another number')).send({ visits: '90', reason: 'x' })
    await (await manager.types('/plan agreement')).press("Take Li Na's numbers")
    await (await manager.types('/plan agreement')).press("Take Wang Wei's numbers")
    const last = await (await manager.types('/plan agreement')).press("Take Zhao Min's numbers")
    expect(last.text).toContain("Everybody's number is agreed: together they are 270 in Visits, 30 short of the team's 300")
  })
})
