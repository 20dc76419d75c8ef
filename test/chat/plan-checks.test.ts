import { Temporal } from 'temporal-polyfill'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { exportPlan } from '../../src/app/plan/export.js'
import type { Language } from '../../src/chat/model.js'
import { toDateColumn } from '../../src/store/dates.js'
import { speaker } from '../support/speaker.js'
import { openWorld, type TeamOptions, type TeamWorld, type World } from '../support/world.js'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())

/** Monday, 2 March 2026. Chen is the admin; Sun runs the team without being one. */
async function march(language: Language = 'en', options: TeamOptions = {}) {
  world.moveTo('2026-03-02T10:00[Asia/Shanghai]')
  const team = await world.team({
    language,
    joinedOn: '2025-01-01',
    people: { 'Li Na': 'rep', 'Wang Wei': 'rep', Chen: 'manager', Sun: 'manager' },
    ...options,
  })
  return {
    team,
    chen: speaker(world, team, 'Chen', language),
    sun: speaker(world, team, 'Sun', language),
    li: speaker(world, team, 'Li Na', language),
  }
}

/** What each of two reps did on the first of each month, from February 2025 to February 2026. */
async function worked({ organisationId, team, members }: TeamWorld, monthly: Readonly<Record<string, bigint>>) {
  const months = Array.from({ length: 14 }, (_, index) => Temporal.PlainDate.from('2025-01-01').add({ months: index }))
  await world.database.client.dailyTotal.createMany({
    data: ['Li Na', 'Wang Wei'].flatMap((name) =>
      months.flatMap((on) =>
        Object.entries(monthly).map(([metric, amount]) => ({
          organisationId,
          teamId: team.id,
          memberId: members[name]?.memberId ?? '',
          metric,
          on: toDateColumn(on),
          amount: amount / 2n,
        })),
      ),
    ),
  })
}

const HISTORY = { revenue: 400_000_00n, deals: 8n, 'new-customers': 6n, negotiations: 16n, visits: 40n, leads: 80n }

const checksIn = (text: string) => text.slice(text.indexOf('\n') + 1, text.indexOf('\nBase ('))

describe('a wish', () => {
  test('1 specific: 20 new customers a quarter are 5 visits a week, 3 of them into negotiation', async () => {
    const { chen } = await march()
    const said = await chen.types('/plan new 20 new customers a quarter')
    expect(said.text).toMatchInlineSnapshot(`
      "A target for Q2 2026
      20 new customers a quarter → 5 visits a week to high-potential customers, 3 of them into negotiation
      Go on to choose who carries it. Nothing is published by this.
      [Go on]"
    `)
    const form = await said.press('Go on')
    expect(form.form?.fields.slice(0, 3).map((field) => 'initial' in field && field.initial)).toEqual(['new-customers', '2026-Q2', '20'])
    const draft = await form.send()
    expect(draft.text).toContain(
      '✓ Specific: good\n• New customers 20, carried by 2 people\n• 20 new customers a quarter → 5 visits a week to high-potential customers, 3 of them into negotiation\n• Visits to negotiations: 60% go on (assumed: no cases yet); negotiations to wins: 55% go on (assumed: no cases yet).',
    )
  })

  test('for a quarter that runs already asks each week for what is left, by the rates of what is really counted', async () => {
    const { team, chen } = await march()
    const { negotiations: _, ...counted } = HISTORY
    await worked(team, counted)
    const draft = await (await chen.types('/plan new')).send({ period: '2026-Q1', metric: 'new-customers', amount: '20' })
    expect(draft.text).toContain(
      '• 20 new customers a quarter: 8 to go in 4 weeks → 13 visits a week to high-potential customers, 4 of them into negotiation',
    )
    expect(draft.text).toContain(
      '• Visits to wins: 16.4% go on (36 of 240 in six months, drawn towards 33%). Too few negotiations are recorded to learn from; 55% of them are assumed to be won.',
    )
  })

  test('that is vague is answered with three targets, in Chinese too', async () => {
    const { chen } = await march('zh-CN')
    const said = await chen.types('/plan 提升业绩')
    expect(said.text).toMatchInlineSnapshot(`
      "你指的是哪一个？
      这样写，到了周五谁也说不清算不算完成。历史数据还不满三个整月，先按人数来，2026年第2季度可以定成：
      1. 每季度 6 个新客户 → 每周拜访高潜客户 2 次，其中 1 次进入谈判
      2. 老客户：每季度签单 6 单 → 每周拜访高潜客户 2 次，其中 1 次进入谈判
      3. 先做到拜访 130 次，每周 10 次
      点一个会打开填好的表，可以再改。现在不会发布。
      [1. 新客户]
      [2. 老客户复购]
      [3. 拜访]"
    `)
    const form = await said.press('1. 新客户')
    const draft = await form.send()
    expect(draft.text).toContain('新客户 6，由 2 人承担')
    expect(draft.text).toContain('▲ 合战略：待完善')
    expect(draft.text).toContain('▲ 可达成：待完善')
  })

  test("is rewritten from the team's own numbers where it has some", async () => {
    const { team, chen } = await march()
    await worked(team, HISTORY)
    const said = await chen.types('/plan raise sales by 20% next quarter')
    expect(said.text).toMatchInlineSnapshot(`
      "Which of these do you mean?
      As it stands nobody could say on Friday whether it was reached. From your own numbers, for Q2 2026:
      1. 22 new customers a quarter → 11 visits a week to high-potential customers, 5 of them into negotiation. As you go on it would be 18.
      2. ¥1,440,000 of revenue, ¥240,000 more than as you go on, from existing customers: 5 more orders of ¥50,000
      3. ¥1,440,000 of revenue with the same 24 deals: the average deal from ¥50,000 to ¥60,000
      Each opens the form filled in; change what you like. Nothing is published by this.
      [1. new customers]
      [2. repeat business]
      [3. deal size]"
    `)
    const draft = await (await said.press('3. deal size')).send()
    expect(draft.text).toContain('(by deal size)')
  })

  test('says of what was never counted that it goes by the people alone', async () => {
    const { team, chen } = await march()
    const { 'new-customers': _, ...counted } = HISTORY
    await worked(team, counted)
    const said = await chen.types('/plan raise sales by 20% next quarter')
    expect(said.text).toMatch(
      /1\. 6 new customers a quarter .*None were counted so far: this is one a month for each rep\.\n2\. ¥1,440,000/,
    )
  })

  test('is for managers, and words about nothing get the usual help', async () => {
    const { chen, li } = await march()
    expect((await li.types('/plan raise sales')).text).toContain('Only a manager')
    expect((await chen.types('/plan frobnicate')).text).toContain('/plan new')
  })
})

describe('a draft', () => {
  test('goes from five questions to five answers, and is published', async () => {
    const { team, chen } = await march()
    await worked(team, HISTORY)
    const draft = await (await chen.types('/plan new')).send({ period: '2026-Q2', amount: '1.3m' })
    const carried = await (await draft.press('Carrier')).send({ revenue: 'new' })
    const lines = 'Leads ? 2 months\nVisits 50% 2 weeks\nNegotiations ~50%\nDeals won 50k'
    const tied = await (await carried.press('Funnel')).send({ stages: lines })
    const asked = await tied.press('Ask for what it takes')
    expect(asked.kinds).toEqual(['replace'])
    const market = await (await (await asked.press('Refine…')).press('Market')).send({ size: '40m', share: '12', wanted: '13%' })
    const focused = await (await (await market.press('Refine…')).press('Focus')).send({
      focuses: 'industry: Healthcare 60%',
      tags: 'Revenue: Healthcare 70%\nLeads: Healthcare\nVisits: Healthcare 60%',
    })
    expect(checksIn(focused.text)).toMatchInlineSnapshot(`
      "Checks: 3 good · 1 bold · 1 to improve
      ✓ Specific: good
      • Revenue ¥1,300,000 (by new customers), Leads 208, Visits 104, and Negotiations 52, carried by 2 people
      ▲ Measurable: to improve
      • New business, for Revenue ¥1,300,000:
      • Leads 208 (16 a week, due February 2026 – April 2026): 50% go on (240 of 480 in six months, drawn towards 50%)
      • Visits 104 (8 a week, due April 2026 – June 2026): 50% go on (by hand)
      • Negotiations 52 (4 a week, due April 2026 – June 2026): 50% go on (48 of 96 in six months, drawn towards 50%)
      • Deals won 26 (2 a week, due April 2026 – June 2026): ¥50,000 each (by hand)
      • New business: 72 Leads are due from March 2026 on, before this plan begins. Start on them in time, or that part of the target comes late.
      • With 208 Leads you will land at ¥1,300,000, 100% of Revenue ¥1,300,000. It takes 208.
      • → Ask for it in the plan that runs before this one.
      ▲ Achievable: bold
      • Revenue ¥1,300,000: +8% on the ¥1,200,000 to be expected by the past
      • Leads 208: −13% on the 240 to be expected by the past
      • Visits 104: −13% on the 120 to be expected by the past
      • Negotiations 52: +8% on the 48 to be expected by the past
      • Visits → Negotiations: 50% planned, 40% of 240 in the last six months: +10 points
      • From 12% to 13% of a market of ¥40,000,000 a year: +1 point, +¥400,000 a year
      • Revenue ¥1,300,000 would be 13% of the market; the wanted share is ¥1,300,000 in this period.
      • → Plan with 40% from Visits to Negotiations, as the last six months went, until it has risen.
      ✓ Relevant: good
      • Healthcare: 57.5% of the effort (60% wanted)
      • Off strategy: 42.5% (40% left room for): Revenue 30%, Visits 40%, and Negotiations 100%
      ✓ Time-bound: good
      • Every part falls on working days: 65 for each of 2 people
      Revenue: ¥1,300,000
      • April 2026: ¥440,000
      • May 2026: ¥420,000
      • June 2026: ¥440,000"
    `)
    const published = await focused.press('Publish')
    expect(published.text).toContain('Published')
    const yaml = await exportPlan(world.app, await team.actor('Chen'))
    expect(yaml).toContain('funnels:')
    const again = await chen.types(`/plan import ${yaml}`)
    expect(again.text).toContain("Nobody's numbers change by it.")
  })

  test('reads well in Chinese', async () => {
    const { team, chen } = await march('zh-CN')
    await worked(team, HISTORY)
    const draft = await (await chen.types('/plan new')).send({ period: '2026-Q2', amount: '240万' })
    const tied = await (await draft.press('漏斗')).send({ stages: '线索 40% 2个月\n拜访 ?\n签单 5万' })
    const market = await (await (await tied.press('细化…')).press('市场')).send({ size: '4000万', share: '12%', wanted: '14%' })
    const focused = await (await (await market.press('细化…')).press('战略重点')).send({
      focuses: '行业：医疗 60%\n华东',
      tags: '销售额：医疗 50%、华东 20%',
    })
    expect(focused.text.slice(0, focused.text.indexOf('\n保底（'))).toMatchInlineSnapshot(`
      "2026年第2季度目标草稿
      发布前检查：稳妥 1 · 待完善 3 · 不通过 1
      ▲ 具体：待完善
      • 销售额 ¥2,400,000，由 2 人承担
      • 销售额靠什么来完成还没说：新客户、老客户复购，还是提高客单价？
      • → 点“靠什么完成”，选一下就好。
      ▲ 可衡量：待完善
      • 新客开发（销售额 ¥2,400,000）：
      • 线索 540（每周 42，2026年2月至2026年4月到位）：转化 40%（手填）
      • 拜访 216（每周 17，2026年4月至2026年6月到位）：转化 22.3%（近六个月 240 个中 48 个，按假设的 50% 修正）
      • 签单 48（每周 4，2026年4月至2026年6月到位）：每单 ¥50,000（手填）
      • 新客开发：从2026年2月起就该到位的线索还差 113，相应的业绩会推迟。
      • 新客开发：这份目标开始之前，从2026年3月起就要有线索 167。请提前动手，否则相应的业绩会推迟。
      • 按平时的节奏（线索 240）推算，预计完成 ¥1,050,000，是销售额 ¥2,400,000 的 43%；要达标需要 540。
      • → 把需要的过程量也定成目标：线索 540、拜访 216。
      ✗ 可达成：不通过
      • 销售额 ¥2,400,000：与按历史推算的 ¥1,200,000 相比 +100%
      • 13 个月的历史：平时每月 ¥400,000、趋势 ±0%、历史最好 ¥1,200,000（2025年2月起）
      • 按团队做到过的水平，够不着。
      • 目标阶梯：✗ 保底（80%）¥1,920,000（+60%）、✗ 达标¥2,400,000（+100%）、✗ 突破（120%）¥2,880,000（+140%）
      • 销售额，对照个人历史偏大胆：Li Na（¥1,200,000，按历史是 ¥600,000）、Wang Wei（¥1,200,000，按历史是 ¥600,000）
      • 线索 → 拜访：计划 40%，近六个月 480 个中实际 50%，−10 个百分点
      • 一年 ¥40,000,000 的市场，份额从 12% 到 14%：+2 个百分点，一年 +¥800,000
      • 销售额 ¥2,400,000 相当于市场的 24%，超过了目标份额（这一期 ¥1,400,000）。
      • → 销售额最多定到 ¥1,800,000，再高就够不着了。
      ▲ 合战略：待完善
      • 医疗：占 50%（期望 60%）
      • 华东：占 20%（期望 40%）
      • 战略之外：30%（战略给其他方向留了 0%）：销售额 30%
      • → 多往华东上放一些。
      ✓ 有期限：稳妥
      • 全部落到工作日：2 人，每人 65 天
      销售额：¥2,400,000
      • 2026年4月：¥812,307.69
      • 2026年5月：¥775,384.62
      • 2026年6月：¥812,307.69"
    `)
  })

  test('that nobody could reach is stopped, with a ladder; an admin may publish it with a reason', async () => {
    const { team, chen, sun } = await march()
    await worked(team, HISTORY)
    const draft = await (await sun.types('/plan new')).send({ period: '2026-Q2', amount: '2.4m' })
    expect(checksIn(draft.text)).toMatchInlineSnapshot(`
      "Checks: 1 good · 3 to improve · 1 blocked
      ▲ Specific: to improve
      • Revenue ¥2,400,000, carried by 2 people
      • Nothing says yet what carries Revenue: new customers, repeat business, or larger deals.
      • → Say what carries it: one tap with Carrier.
      ▲ Measurable: to improve
      • Revenue hangs on nothing that a week can show: no funnel leads there.
      • → Add a funnel for Revenue: I work out the visits and leads that it takes.
      ✗ Achievable: blocked
      • Revenue ¥2,400,000: +100% on the ¥1,200,000 to be expected by the past
      • By 13 months of history: usually ¥400,000 a month, trend ±0%, and best ever ¥1,200,000 (from February 2025)
      • Not reachable by anything the team has done so far.
      • The ladder: ✗ base (80%) ¥1,920,000 (+60%), ✗ stretch ¥2,400,000 (+100%), and ✗ breakthrough (120%) ¥2,880,000 (+140%)
      • Revenue, bold by their own past: Li Na (¥1,200,000, where ¥600,000 is to be expected) and Wang Wei (¥1,200,000, where ¥600,000 is to be expected)
      • → Ask for ¥1,800,000 in Revenue, the most within reach.
      ▲ Relevant: to improve
      • No strategic focus is named, so nothing can be off it.
      • → Name the regions, products or industries that count: Focus, under Refine.
      ✓ Time-bound: good
      • Every part falls on working days: 65 for each of 2 people
      Revenue: ¥2,400,000
      • April 2026: ¥812,307.69
      • May 2026: ¥775,384.62
      • June 2026: ¥812,307.69"
    `)
    expect(draft.text).not.toContain('[Publish')
    expect(draft.text).toContain('or ask an admin, who may publish it with a reason.')
    const planId = (await world.app.reading(team.organisationId).plans.ofTeam(team.team.id))[0]?.id
    expect((await sun.presses(`plan:publish:${planId}`)).text).toContain('“Achievable” stops this plan')
    const lower = await draft.press('Set ¥1,800,000')
    expect(lower.text).toContain('Revenue: ¥1,800,000')
    expect(lower.text).toContain('[Publish]')

    const wish = await (await chen.types('/plan new')).send({ period: '2026-Q2', amount: '2.4m' })
    const form = await wish.press('Publish with a reason')
    expect((await form.send({ reason: '' })).errors).toEqual({ reason: 'Please fill this in.' })
    expect((await form.send({ reason: 'Two large tenders are signed' })).text).toContain('Published')
    const [audit] = await world.database.client.audit.findMany({ where: { organisationId: team.organisationId, act: 'plan-publish' } })
    expect(audit?.after).toMatchObject({ overridden: ['achievable'], reason: 'Two large tenders are signed' })
  })

  test('gives nobody by name a part that reaches no working day', async () => {
    const { team, sun } = await march()
    await world.app.reading(team.organisationId).teams.setStay(team.members['Wang Wei']?.memberId as never, {
      joinedOn: Temporal.PlainDate.from('2025-01-01'),
      leftOn: Temporal.PlainDate.from('2026-02-20'),
    })
    const draft = await (await sun.types('/plan new')).send({
      metric: 'visits',
      period: '2026-Q2',
      amount: '90',
      split: 'weights',
      weights: 'Li Na 2\nWang Wei 1',
    })
    expect(draft.text).toContain(
      '✗ Time-bound: blocked\n• Every part falls on working days: 65 for the one person\n• Wang Wei has a part of Visits and no working day left in this period.\n• → Leave Wang Wei out; the others carry the part.',
    )
    const spared = await draft.press('Leave Wang Wei out')
    expect(spared.text).toContain('✓ Time-bound: good')
    expect(spared.text).toContain('[Publish]')
  })

  test('tells at its field what cannot be read, and keeps nothing of it', async () => {
    const { team, chen } = await march()
    const draft = await (await chen.types('/plan new')).send({ period: '2026-Q2', amount: '1.3m' })
    const funnel = await draft.press('Funnel')
    expect((await funnel.send({ stages: 'Leads 40%\nVisits 140%' })).errors).toEqual({
      stages: 'I cannot read the line “Visits 140%”. Please write a name, a rate and a time, such as: Leads 40% 2 weeks',
    })
    expect((await funnel.send({ stages: 'Pool', share: 'half' })).errors).toEqual({ share: 'Please write a share of 100, such as 40%.' })
    expect((await funnel.send({ stages: 'Pool' })).errors).toEqual({ stages: 'a stage that no metric counts needs a rate.' })
    const market = await (await draft.press('Refine…')).press('Market')
    // With nothing there yet, Telegram asks for what is needed one by one.
    expect(market.form?.fields.filter(({ optional }) => optional === true)).toEqual([])
    expect(Object.keys((await market.send({ size: 'lots', share: '1', wanted: '2' })).errors)).toEqual(['size'])
    expect(Object.keys((await market.send({ size: '5m', share: '', wanted: '200%' })).errors)).toEqual(['share', 'wanted'])
    const focus = await (await draft.press('Refine…')).press('Focus')
    expect(Object.keys((await focus.send({ focuses: 'A 60%', tags: 'Joy: A' })).errors)).toEqual(['tags'])
    expect((await focus.send({ focuses: 'A', tags: 'Revenue: B' })).text).toContain(
      '✗ Relevant: blocked\n• No focus of the strategy: B. It has A.',
    )
    expect(await world.app.reading(team.organisationId).plans.ofTeam(team.team.id, ['published'])).toEqual([])
  })

  test('has its funnels listed, changed and taken out', async () => {
    const { chen } = await march()
    const draft = await (await chen.types('/plan new')).send({ metric: 'deals', period: '2026-Q2', amount: '10' })
    const one = await (await draft.press('Funnel')).send({ stages: 'Leads 20%', share: '60' })
    expect(one.text).toContain('40% of Deals won goes through no funnel.')
    const listed = await (await one.press('Refine…')).press('Funnel')
    const two = await (await listed.press('Add a funnel')).send({ name: 'Repeat', stages: 'Visits 50%', share: '40' })
    expect(two.text).toContain('Repeat, for Deals won 4:\n• Visits 8 (1 a week, due April 2026 – June 2026): 50% go on (by hand)')
    const less = await (await (await two.press('Refine…')).press('Funnel')).press('Take out Repeat')
    expect(less.text).not.toContain('Repeat')
    const changed = await (await (await (await less.press('Refine…')).press('Funnel')).press('Change New business')).send({ stages: '' })
    expect(changed.text).toContain('no funnel leads there')
  })

  test.each([
    // 30 deals take 300 leads, on 2 March in 44 weeks; on 1 June what was asked of the days before stays behind.
    ['en', 'Leads 300 (7 a week in the 44 weeks left, due', /Leads 300 \(\d+ of it still ahead: \d+ a week in the 31 weeks left, due/u],
    ['zh-CN', '线索 300（剩 44 周，每周 7，', /线索 300（其中 \d+ 要在剩下的 31 周完成，每周 \d+，/u],
  ] as const)('of a year that has begun asks a week for its part of what is left (%s)', async (language, fresh, later) => {
    const { chen } = await march(language)
    const draft = await (await chen.types('/plan new')).send({ metric: 'deals', period: '2026', amount: '30' })
    const tied = await (await draft.press(language === 'en' ? 'Funnel' : '漏斗')).send({
      stages: language === 'en' ? 'Leads 10%' : '线索 10%',
    })
    expect(tied.text).toContain(fresh)
    await tied.press(language === 'en' ? 'Publish' : '发布')
    world.moveTo('2026-06-01T10:00[Asia/Shanghai]')
    const raised = await (await chen.types('/plan edit')).send({ amount: '30', period: '2026' })
    expect(raised.text).toMatch(later)
  })

  test("of a quarter serves the strategy that the year's plan names", async () => {
    const { chen } = await march()
    const year = await (await chen.types('/plan new')).send({ metric: 'visits', period: '2026', amount: '900' })
    const focused = await (await (await year.press('Refine…')).press('Focus')).send({ focuses: 'Healthcare', tags: 'Visits: Healthcare' })
    await focused.press('Publish')
    const yaml = 'version: 1\nperiod: 2026-Q2\ntargets:\n  - metric: leads\n    amount: 90\n    split: equal\n    focus: Healthcare'
    expect((await chen.types(`/plan import ${yaml}`)).text).toContain(
      '✓ Relevant: good\n• Healthcare: 100% of the effort (100% wanted)\n• Nothing is off strategy.',
    )
    expect((await chen.types(`/plan import ${yaml.replace('Healthcare', 'Mining')}`)).text).toContain(
      'No focus of the strategy: Mining. It has Healthcare.',
    )
  })
})
