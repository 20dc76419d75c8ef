import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Language } from '../../src/chat/model.js'
import { type Seen, speaker, waitingPosts } from '../support/speaker.js'
import { openWorld, type TeamOptions, type World } from '../support/world.js'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())

const PEOPLE = { 'Li Na': 'rep', 'Wang Wei': 'rep', 'Zhao Min': 'rep', Chen: 'manager' } as const
const WHY = { en: 'Why these numbers?', 'zh-CN': '这些数怎么来的' } as const

/** Chen's team on the second of March, and a plan file brought in as a draft. */
async function aTeam(language: Language = 'en', options: TeamOptions = {}) {
  world.moveTo('2026-03-02T08:00:00Z')
  const team = await world.team({ joinedOn: '2025-12-01', country: 'CN', people: PEOPLE, ...options })
  const chen = speaker(world, team, 'Chen', language)
  return {
    team,
    chen,
    draft: (period: string, targets: string, rest = '') =>
      chen.types(`/plan import version: 1\nperiod: ${period}\n${rest}targets:\n${targets}`),
    why: (draft: Seen) => draft.press(WHY[language]),
  }
}

describe('a draft says why its numbers are what they are', () => {
  test('from the team’s amount over months and members to a day, each of its targets', async () => {
    const { draft, why } = await aTeam()
    const revenue = await why(
      await draft(
        '2026-Q2',
        '  - { metric: revenue, amount: 10m, currency: CNY, split: equal }\n  - { metric: deals, amount: 20, split: equal }\n',
      ),
    )
    expect(`\n${revenue.text}\n`).toMatchInlineSnapshot(`
      "
      Draft for Q2 2026: why these numbers
      Drafted by Chen on 2 Mar. Published, it is the first plan for Q2 2026.
      Revenue: ¥10,000,000
      • The team's amount as the draft sets it
      • Base (80%): ¥8,000,000 · breakthrough (120%): ¥12,000,000
      Over time
      • April 2026: ¥10,000,000 × 21 ÷ 61 working days = ¥3,442,622.95
      • May 2026: ¥10,000,000 × 19 ÷ 61 working days = ¥3,114,754.10
      • June 2026: ¥10,000,000 × 21 ÷ 61 working days = ¥3,442,622.95
      By person
      Shared equally: ¥10,000,000 ÷ 3 = ¥3,333,333.33 each
      Cents that are left over go to the largest remainders, so that the parts add up exactly.
      A day: Wed 1 Apr
      Of each one's number April 2026 takes its share, as above; that goes over its working days:
      • Li Na: ¥1,147,540.99 ÷ 21 = ¥54,644.80
      • Wang Wei: ¥1,147,540.98 ÷ 21 = ¥54,644.80
      • Zhao Min: ¥1,147,540.98 ÷ 21 = ¥54,644.80
      Parts always add up to the plan. Days that have passed keep the numbers they had.
      [Deals won]
      [See the draft]
      "
    `)
    expect(`\n${(await revenue.press('Deals won')).text}\n`).toMatchInlineSnapshot(`
      "
      Draft for Q2 2026: why these numbers
      Drafted by Chen on 2 Mar. Published, it is the first plan for Q2 2026.
      Deals won: 20
      • The team's amount as the draft sets it
      • Base (80%): 16 · breakthrough (120%): 24
      Over time
      • April 2026: 20 × 21 ÷ 61 working days = 6.89, in whole numbers 7
      • May 2026: 20 × 19 ÷ 61 working days = 6.23, in whole numbers 6
      • June 2026: 20 × 21 ÷ 61 working days = 6.89, in whole numbers 7
      By person
      Shared equally: 20 ÷ 3 = 6.67 each
      Parts are rounded down to whole numbers; what is left goes to the largest remainders, one each: Li Na and Wang Wei.
      A day: Wed 1 Apr
      Of each one's number April 2026 takes its share, as above; that goes over its working days:
      Only whole ones can be done: each person's fall on other days, so that the team's come evenly.
      • Li Na: 3 over 21 days, 0 on this one
      • Wang Wei: 2 over 21 days, 0 on this one
      • Zhao Min: 2 over 21 days, 0 on this one
      Parts always add up to the plan. Days that have passed keep the numbers they had.
      [Revenue]
      [See the draft]
      "
    `)
    expect((await revenue.press('See the draft')).text).toContain('Draft for Q2 2026')
  })

  test('in Chinese', async () => {
    const { draft, why } = await aTeam('zh-CN')
    const revenue = await why(
      await draft(
        '2026-Q2',
        '  - { metric: revenue, amount: 10m, currency: CNY, split: equal }\n  - { metric: deals, amount: 20, split: equal }\n',
      ),
    )
    expect(`\n${revenue.text}\n`).toMatchInlineSnapshot(`
      "
      2026年第2季度草稿：这些数怎么来的
      Chen 3月2日起草。发布后是2026年第2季度的第 1 版。
      销售额：¥10,000,000
      • 草稿里填写的团队总数
      • 保底（80%）¥8,000,000 · 突破（120%）¥12,000,000
      按时间
      • 2026年4月：¥10,000,000 × 21 ÷ 61 个工作日 = ¥3,442,622.95
      • 2026年5月：¥10,000,000 × 19 ÷ 61 个工作日 = ¥3,114,754.10
      • 2026年6月：¥10,000,000 × 21 ÷ 61 个工作日 = ¥3,442,622.95
      按人
      平均分配：¥10,000,000 ÷ 3 = 每人 ¥3,333,333.33
      除不尽的零头按小数部分从大到小分，合计分毫不差。
      一天的数：4月1日周三
      每个人的数按上面的比例分到2026年4月，再分到当月各工作日：
      • Li Na：¥1,147,540.99 ÷ 21 天 = ¥54,644.80
      • Wang Wei：¥1,147,540.98 ÷ 21 天 = ¥54,644.80
      • Zhao Min：¥1,147,540.98 ÷ 21 天 = ¥54,644.80
      各部分加起来永远等于计划总数；已经过去的日子，数字不再改动。
      [签单]
      [查看草稿]
      "
    `)
    expect(`\n${(await revenue.press('签单')).text}\n`).toMatchInlineSnapshot(`
      "
      2026年第2季度草稿：这些数怎么来的
      Chen 3月2日起草。发布后是2026年第2季度的第 1 版。
      签单：20
      • 草稿里填写的团队总数
      • 保底（80%）16 · 突破（120%）24
      按时间
      • 2026年4月：20 × 21 ÷ 61 个工作日 = 6.89，取整数 7
      • 2026年5月：20 × 19 ÷ 61 个工作日 = 6.23，取整数 6
      • 2026年6月：20 × 21 ÷ 61 个工作日 = 6.89，取整数 7
      按人
      平均分配：20 ÷ 3 = 每人 6.67
      每个人先取整数部分，剩下的按小数部分从大到小每人加 1：Li Na、Wang Wei。
      一天的数：4月1日周三
      每个人的数按上面的比例分到2026年4月，再分到当月各工作日：
      只能做整数：每个人错开排在不同的日子，全队合计比较均匀。
      • Li Na：21 天共 3，这天 0
      • Wang Wei：21 天共 2，这天 0
      • Zhao Min：21 天共 2，这天 0
      各部分加起来永远等于计划总数；已经过去的日子，数字不再改动。
      [销售额]
      [查看草稿]
      "
    `)
  })

  test('by phases, weights, a new hire’s steps and a number that was agreed', async () => {
    const { draft, why } = await aTeam()
    const weights = '[{ member: Li Na, weight: 2 }, { member: Wang Wei, weight: 1.5 }, { member: Zhao Min }]'
    const visits = await why(
      await draft(
        '2026-Q2',
        `  - { metric: visits, amount: 500, split: ${weights}, phases: [30, 40, 30], week: { monday: 2, tuesday: 1 } }\n  - { metric: deals, amount: 20, split: equal, agreed: [{ member: Wang Wei, amount: 5, reason: two big accounts }] }\n`,
        'ramps: [{ member: Zhao Min, from: 2026-04-01, steps: [25, 50, 75] }]\n',
      ),
    )
    expect(`\n${visits.text}\n`).toMatchInlineSnapshot(`
      "
      Draft for Q2 2026: why these numbers
      Drafted by Chen on 2 Mar. Published, it is the first plan for Q2 2026.
      Visits: 500
      • The team's amount as the draft sets it
      • Base (80%): 400 · breakthrough (120%): 600
      Over time
      • Quarter: assault 30%, deepening 40%, sprint 30%
      • April 2026: 141. By the rule alone: 500 × 30% for assault = 150
      • May 2026: 500 × 40% for deepening = 200
      • June 2026: 159. By the rule alone: 500 × 30% for sprint = 150
      What differs from the rule is moved by members' own days: who joins, leaves, is away or starts with less works more in other months; whole numbers fall where they fit.
      By person
      By the draft's weights: 500 ÷ 4 = 125 a part
      • Li Na: 2 parts = 250
      • Wang Wei: 1.5 parts = 188
      • Zhao Min: 0.5 parts = 62
      • Zhao Min counts for 50% of a whole share: starts with 25%, 50%, and 75% of it, month by month
      Parts are rounded down to whole numbers; what is left goes to the largest remainders, one each: Wang Wei.
      A day: Wed 1 Apr
      Of each one's number April 2026 takes its share, as above; that goes over its working days:
      Week: Mon 2 and Tue 1
      Only whole ones can be done: each person's fall on other days, so that the team's come evenly.
      • Li Na: 75 over 21 days, 0 on this one
      • Wang Wei: 57 over 21 days, 0 on this one
      • Zhao Min: 9 over 21 days, 0 on this one
      Parts always add up to the plan. Days that have passed keep the numbers they had.
      [Deals won]
      [See the draft]
      "
    `)
    const deals = await visits.press('Deals won')
    expect(deals.text).toContain('Agreed numbers stay. The others share what they leave.\nShared equally: 15 ÷ 1.5 = 10 a part')
    expect(deals.text).toContain('• Wang Wei: 5, as agreed (two big accounts)')
  })

  test('against what is published: which version it replaces, what has passed and stays, and the tree with a value set by hand', async () => {
    const { draft, why } = await aTeam()
    await (await draft('2026-Q2', '  - { metric: revenue, amount: 10m, currency: CNY, split: equal }\n')).press('Publish')
    world.moveTo('2026-05-12T08:00:00Z')
    const north = '{ by: person, parts: [{ name: Li Na, pin: 4m, reason: two key accounts }, { name: Wang Wei }] }'
    const tree = `{ by: region, parts: [{ name: North, share: 60%, tree: ${north} }, { name: South, share: 40% }] }`
    const changed = await draft('2026-Q2', `  - { metric: revenue, amount: 12m, currency: CNY, split: equal, tree: ${tree} }\n`)
    expect(`\n${(await why(changed)).text}\n`).toMatchInlineSnapshot(`
      "
      Draft for Q2 2026: why these numbers
      Drafted by Chen on 12 May. Published, it becomes version 2, and from 12 May on takes the place of the plan published on 2 Mar.
      Revenue: ¥12,000,000
      • The team's amount as the draft sets it; what is published now is ¥10,000,000
      • ¥4,262,295.07 of it was published for the days before 12 May and stays; ¥7,737,704.93 falls on those from then on
      • Base (80%): ¥9,600,000 · breakthrough (120%): ¥14,400,000
      Over time
      • April 2026: ¥3,442,622.95 of the days before 12 May, which stays
      • May 2026: ¥819,672.12 that stays + ¥7,737,704.93 × 14 ÷ 35 working days = ¥3,914,754.11
      • June 2026: ¥7,737,704.93 × 21 ÷ 35 working days = ¥4,642,622.94
      By the tree
      • North: 60% of ¥12,000,000 = ¥7,200,000
      • · Li Na: 📌 ¥4,000,000 by hand (two key accounts); the rule gives ¥3,600,000
      • · Wang Wei: ¥3,200,000 of ¥7,200,000, taking its part of what was set by hand beside it; the rule gives ¥3,600,000
      • South: 40% of ¥12,000,000 = ¥4,800,000
      By person
      ¥4,800,000 is nobody's by name in the tree, and shared as the target says.
      • Li Na: ¥4,000,000 by the tree + ¥1,600,000 of what is nobody's by name = ¥5,600,000
      • Wang Wei: ¥3,200,000 by the tree + ¥1,600,000 of what is nobody's by name = ¥4,800,000
      • Zhao Min: ¥1,600,000 of what is nobody's by name
      A day: Tue 12 May
      What May 2026 still asks of each, over the working days left in it:
      • Li Na: ¥1,671,693.99 ÷ 14 = ¥119,406.72
      • Wang Wei: ¥1,351,694.01 ÷ 14 = ¥96,549.58
      • Zhao Min: ¥71,693.99 ÷ 14 = ¥5,121
      Parts always add up to the plan. Days that have passed keep the numbers they had.
      [See the draft]
      "
    `)
    world.moveTo('2026-06-10T08:00:00Z')
    expect((await why(changed)).text).toMatch(/• June 2026: ¥[\d,.]+ that stays \+ ¥[\d,.]+ from then on = ¥/)
  })

  test('a year leads through its quarters and the first month; a funnel says what it takes', async () => {
    const { chen, draft, why } = await aTeam()
    const seasonality = '[8, 7, 8, 9, 8, 8, 7, 8, 9, 8, 9, 11]'
    const year = await why(
      await draft('2027', `  - { metric: revenue, amount: 40m, currency: CNY, split: equal, seasonality: ${seasonality} }\n`),
    )
    expect(year.text).toContain(
      '• Q4 2027: ¥40,000,000 × 28% by the season = ¥11,200,000\n• January 2027: ¥40,000,000 × 8% by the season = ¥3,200,000',
    )
    // A quarter that has begun goes by the months that are left of it.
    const phased = await why(
      await draft('2026', '  - { metric: revenue, amount: 40m, currency: CNY, split: equal, phases: [25, 30, 45] }\n'),
    )
    expect(phased.text).toContain('• Q1 2026: ¥40,000,000 × 12.32% by what the phases leave ≈ ¥4,926,931.10')
    // What is shown as a round percentage and is none does not pretend to be.
    const thirds = await why(
      await draft('2028', `  - { metric: revenue, amount: 40m, currency: CNY, split: equal, seasonality: [${Array(12).fill(1)}] }\n`),
    )
    expect(thirds.text).toContain('January 2028: ¥40,000,000 × 8.33% by the season ≈ ¥3,333,333')
    const template = await (await chen.types('/plan new saas')).send({ period: '2029', amount: '12m' })
    const leads = await (await why(template)).press('Leads')
    expect(leads.text).toMatch(
      /• For Revenue ¥12,000,000 the funnel “Subscriptions” takes: Leads [\d,]+ \(.+\): 25% go on \(assumed: no cases yet\)/,
    )
  })
})

test('forty people fit two messages at most; more are led to by a button', async () => {
  const names = Array.from({ length: 44 }, (_, index) => `Member ${index + 1}`)
  const people = Object.fromEntries([...names.map((name) => [name, 'rep'] as const), ['Chen', 'manager'] as const])
  const { draft, why } = await aTeam('en', { people })
  const weights = names.map((member, index) => `{ member: ${member}, weight: ${index + 1} }`)
  const first = await why(await draft('2026-Q2', `  - { metric: visits, amount: 9999, split: [${weights.join(', ')}] }\n`))
  expect(first.text).toContain('• Member 40: 40 parts = 404')
  expect(first.text).not.toContain('Member 41:')
  const last = await first.press('Next 4 people')
  expect(last.text).toContain("By the draft's weights: 9,999 ÷ 990 = 10.1 a part\n• Member 41: 41 parts = 414")
  expect(last.text).not.toContain('Member 40:')
  expect(last.text).not.toContain('Next')
})

test('what is published leads back to the plan from each message about it: the team’s numbers, one’s own, a review’s', async () => {
  const { team, chen, draft } = await aTeam()
  await (await draft('2026-Q2', '  - { metric: visits, amount: 600, split: equal }\n')).press('Publish')
  const liNa = speaker(world, team, 'Li Na')
  const buttons = async (to?: string) => (await waitingPosts(world, team)).find((post) => post.to === to)?.buttons ?? []
  const [announced, changed] = [await buttons(), await buttons('Li Na')]
  expect([announced, changed].map((each) => each.map(({ label }) => label))).toEqual([['Why this number?'], ['Why this number?']])
  expect((await liNa.presses(announced[0]?.action ?? '')).text).toContain('• All parts together: 600')
  const own = await liNa.presses(changed[0]?.action ?? '', liNa.privately)
  expect(own.text).toContain('Why these numbers: Q2 2026\nVisits: 200')
  expect(own.text).toContain('• Split evenly, your part is 200 (33%)')

  world.moveTo('2026-04-15T08:00:00Z')
  for (const command of ['/review', '/review month', '/review day'])
    expect((await (await liNa.types(command)).press('Why this number?')).text).toContain(
      '• Plan for Q2 2026, published on 2 Mar: 600 for the team',
    )
  const tree = await (await chen.types('/plan edit')).send({ amount: '700' })
  const split = await (await (await tree.press('Refine…')).press('Break down Visits')).send({ by: 'region', lines: 'North 60%\nSouth' })
  const why = await (await (await split.press('Refine…')).press('Tree of Visits')).press(WHY.en)
  expect(why.text).toContain('By the tree\n• North: 60% of 700 = 420')
})

describe('nobody is left without an answer', () => {
  async function aDraft() {
    const { team, chen, draft, why } = await aTeam()
    const shown = await draft('2026-Q2', '  - { metric: visits, amount: 600, split: equal }\n')
    const [newest] = await world.app.reading(team.organisationId).plans.ofTeam(team.team.id, ['draft'])
    const action = `plan:why:${newest?.id}`
    return { team, chen, draft, why, shown, action }
  }

  test('a rep, a draft that is gone or changed, a target that is not in it, a word that is no metric', async () => {
    const { team, chen, draft, shown, why, action } = await aDraft()
    expect((await speaker(world, team, 'Li Na').presses(action)).text).toBe(
      'Only a manager of East can do that. Ask your manager, or type /team to see who that is.',
    )
    expect((await chen.presses('plan:why:nothing')).text).toContain('This plan is not here any more.')
    expect((await chen.presses(`${action}:leads`)).text).toContain('This target is not in the plan any more.')
    expect((await chen.presses(`${action}:sales`)).text).toContain('button')
    expect((await chen.presses(`${action}:visits:many`)).text).toContain('Visits: 600')
    await draft('2026-Q2', '  - { metric: visits, amount: 700, split: equal }\n')
    expect((await why(shown)).text).toBe('This draft was changed or discarded since. Type /plan to see the newest draft.')
  })

  test('published meanwhile, it tells where the team’s published numbers come from, as /plan does', async () => {
    const { chen, shown, why } = await aDraft()
    await shown.press('Publish')
    const published = await why(shown)
    expect(published.text).toContain('East: why these numbers on Q2 2026')
    expect(published.text).toContain('• Plan for Q2 2026, published on 2 Mar: 600 for the team')
    expect((await (await chen.types('/plan')).press(WHY.en)).text).toBe(published.text)
  })

  test('a draft that names who has left says what to mend', async () => {
    const { chen, draft, why } = await aTeam()
    const shown = await draft('2026-Q2', '  - { metric: visits, amount: 600, split: [{ member: Li Na }, { member: Zhao Min }] }\n')
    await chen.types('/team role @Zhao Min spectator')
    const broken = await why(shown)
    expect(broken.text).toContain('Zhao Min only looks on and carries no target.')
    expect(broken.text).toContain('[Edit]')
  })
})
