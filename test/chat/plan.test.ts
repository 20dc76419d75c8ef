import { Temporal } from 'temporal-polyfill'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { recognise } from '../../src/app/access/visitor.js'
import { setMember } from '../../src/app/team/members.js'
import { UserError } from '../../src/app/user-error.js'
import { planPublishedCard } from '../../src/chat/cards/plan-published.js'
import { targetChangedCard } from '../../src/chat/cards/target-changed.js'
import type { Card, Event, Form, FormValues, Language, Reply, SentFile } from '../../src/chat/model.js'
import { plainCard } from '../../src/chat/plain.js'
import type { Request } from '../../src/chat/request.js'
import { ROUTES } from '../../src/chat/routes.js'
import { LANGUAGES, sayIn } from '../../src/chat/say.js'
import { errorText } from '../../src/chat/text.js'
import { workbookOf } from '../support/workbook.js'
import { openWorld, type TeamWorld, type World } from '../support/world.js'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())

/** A team and its people at the keyboard: what they type, press and send goes to the plan's routes, and what is answered comes back. */
async function aTeam(options: Parameters<World['team']>[0] = {}) {
  world.moveTo('2026-03-02T08:00:00Z')
  const team = await world.team({ joinedOn: '2025-12-01', country: 'CN', ...options })
  return { team, ...desk(team) }
}

function desk(team: TeamWorld) {
  async function request(name: string, event: Event): Promise<Request> {
    const { platform, workspace, conversation } = team.team.home
    const visit = {
      platform,
      externalId: team.members[name]?.externalId ?? '',
      name,
      workspace,
      workspaceName: 'Test',
      conversation,
      conversationName: 'sales',
      conversationKind: 'channel',
      thread: undefined,
      platformLanguage: undefined,
      platformZone: undefined,
    } as const
    return {
      app: world.app,
      visitor: await recognise(world.app, visit),
      at: world.app.now(),
      language: 'en',
      interaction: {
        deliveryId: 'D1',
        platform,
        who: { externalId: visit.externalId, name },
        where: { workspace, conversation, kind: 'channel' },
        at: world.app.now().toString(),
        event,
        answerBy: {},
      },
    }
  }
  return {
    async type(name: string, words: string) {
      const asked = await request(name, { kind: 'command', name: 'plan', text: words, mentions: [] })
      return only(await ROUTES.commands.get('plan')?.(asked, words, []))
    },
    async press(name: string, action: string) {
      const [area, verb, ...ids] = action.split(':')
      const asked = await request(name, { kind: 'press', action })
      return only(await ROUTES.presses.get(`${area}:${verb}`)?.(asked, ids))
    },
    async send(name: string, form: Form, values: FormValues) {
      const all: FormValues = { ...initialValues(form), ...values }
      const asked = await request(name, { kind: 'submit', form: form.key, context: form.context, values: all })
      return only(await ROUTES.forms.get(form.key)?.(asked, all, form.context))
    },
  }
}

function only(replies: readonly Reply[] | undefined): Reply {
  const [reply, ...more] = replies ?? []
  if (reply === undefined || more.length > 0) throw new Error(`Expected one reply, got ${replies?.length ?? 0}`)
  return reply
}

function initialValues({ fields }: Form): FormValues {
  return Object.fromEntries(
    fields.flatMap((field) => ('initial' in field && field.initial !== undefined ? [[field.name, field.initial]] : [])),
  )
}

function cardOf(reply: Reply): Card {
  if (!('card' in reply)) throw new Error(`Expected a card, got ${reply.kind}`)
  return reply.card
}

function formOf(reply: Reply): Form {
  if (reply.kind !== 'open') throw new Error(`Expected a form, got ${reply.kind}`)
  return reply.form
}

/** A card as it reads; said in the other language too, so that no sentence lacks a fact there. */
function read(reply: Reply | Card, language: Language = 'en'): string {
  const card = 'lines' in reply ? reply : cardOf(reply)
  const said = LANGUAGES.map((each) => {
    const buttons = (card.buttons ?? [])
      .flatMap(({ label, confirm }) => (confirm === undefined ? [label] : [label, confirm]))
      .map(sayIn(each))
    return { each, words: [plainCard(card, sayIn(each)), ...(buttons.length > 0 ? [`[${buttons.join('] [')}]`] : [])].join('\n') }
  })
  for (const { action } of card.buttons ?? []) expect(Buffer.byteLength(action)).toBeLessThanOrEqual(64)
  return said.find(({ each }) => each === language)?.words ?? ''
}

function sent(bytes: Uint8Array): SentFile {
  return { name: 'plan', base64: Buffer.from(bytes).toString('base64') }
}

/** What is to be mended, in both languages. */
function wrong(reply: Reply) {
  if (reply.kind !== 'errors') throw new Error(`Expected errors, got ${reply.kind}`)
  return reply.errors.map(({ field, text }) => ({ field, en: sayIn('en')(text), zh: sayIn('zh-CN')(text) }))
}

function actionOf(reply: Reply, verb: string): string {
  const action = cardOf(reply).buttons?.find((button) => button.action.startsWith(`plan:${verb}`))?.action
  if (action === undefined) throw new Error(`No button plan:${verb}`)
  return action
}

async function refusal(work: Promise<unknown>): Promise<string[]> {
  const error = await work.then(
    () => undefined,
    (reason: unknown) => reason,
  )
  if (!(error instanceof UserError)) throw new Error('It was not refused', { cause: error })
  return LANGUAGES.map((language) => sayIn(language)(errorText(error.key, error.facts)))
}

const Q2 = { period: '2026-Q2', amount: '1.2m' }

describe('a manager', () => {
  test('goes from no plan by one form to a preview, and publishes it', async () => {
    const { team, type, press, send } = await aTeam({ country: 'CN' })
    const empty = await type('Chen', '')
    expect(read(empty)).toContain('East has no plan yet')
    const form = formOf(await press('Chen', actionOf(empty, 'new')))
    const preview = await send('Chen', form, Q2)
    expect(`\n${read(preview)}\n`).toMatchInlineSnapshot(`
      "
      Draft for Q2 2026
      Checks: 1 good · 4 to improve
      ▲ Specific: to improve
      • Revenue ¥1,200,000, carried by 2 people
      • Nothing says yet what carries Revenue: new customers, repeat business, or larger deals.
      • → Say what carries it: one tap with Carrier.
      ▲ Measurable: to improve
      • Revenue hangs on nothing that a week can show: no funnel leads there.
      • → Add a funnel for Revenue: I work out the visits and leads that it takes.
      ▲ Achievable: to improve
      • Too little history (under three whole months) to compare Revenue with: it is taken on trust.
      • → Say how large the market is, to have something to compare with: Market, under Refine.
      ▲ Relevant: to improve
      • No strategic focus is named, so nothing can be off it.
      • → Name the regions, products or industries that count: Focus, under Refine.
      ✓ Time-bound: good
      • Every part falls on working days: 61 for each of 2 people
      Revenue: ¥1,200,000
      • April 2026: ¥413,114.75
      • May 2026: ¥373,770.50
      • June 2026: ¥413,114.75
      Base (80%): ¥960,000 · breakthrough (120%): ¥1,440,000
      Name | Total | 1 Apr
      Li Na | ¥600,000 | ¥9,836.06
      Wang Wei | ¥600,000 | ¥9,836.06
      Nobody has been told yet. Publishing tells the team, and in private the 2 people whose numbers change.
      [Publish] [Publish this plan? It counts from now on, and everybody it concerns is told.] [Propose to the team] [Ask each member in private whether they agree? Nobody's target changes by it.] [Carrier] [Funnel] [Add another target] [Edit] [Refine…] [Why these numbers?] [Discard]
      "
    `)
    expect(`\n${read(preview, 'zh-CN')}\n`).toMatchInlineSnapshot(`
      "
      2026年第2季度目标草稿
      发布前检查：稳妥 1 · 待完善 4
      ▲ 具体：待完善
      • 销售额 ¥1,200,000，由 2 人承担
      • 销售额靠什么来完成还没说：新客户、老客户复购，还是提高客单价？
      • → 点“靠什么完成”，选一下就好。
      ▲ 可衡量：待完善
      • 销售额没有漏斗支撑，平时看不出能不能完成。
      • → 给销售额加一个漏斗，我来倒推需要多少拜访和线索。
      ▲ 可达成：待完善
      • 销售额的历史数据不满三个整月，无法对比，先按填的数算。
      • → 点“细化”里的“市场”，填一下市场有多大，就有了参照。
      ▲ 合战略：待完善
      • 还没有写战略重点，无法判断有没有偏离。
      • → 点“细化”里的“战略重点”，写上主攻的区域、产品或行业。
      ✓ 有期限：稳妥
      • 全部落到工作日：2 人，每人 61 天
      销售额：¥1,200,000
      • 2026年4月：¥413,114.75
      • 2026年5月：¥373,770.50
      • 2026年6月：¥413,114.75
      保底（80%）¥960,000 · 突破（120%）¥1,440,000
      姓名 | 合计 | 4月1日
      Li Na | ¥600,000 | ¥9,836.06
      Wang Wei | ¥600,000 | ¥9,836.06
      现在还没有通知任何人。发布后会在群里公布，并私信告诉目标有变化的 2 个人。
      [发布] [确定发布吗？发布后马上生效，并通知相关的人。] [征求团队意见] [私下问每个人同不同意？不会改变任何人现在的目标。] [靠什么完成] [漏斗] [再加一个指标] [修改] [细化…] [这些数怎么来的] [删除草稿]
      "
    `)
    const refine = await press('Chen', actionOf(preview, 'refine'))
    expect(`\n${read(refine)}\n`).toMatchInlineSnapshot(`
      "
      Refine the draft for Q2 2026
      • Break down: a number into business lines, customer sizes, products, regions or people, level by level; a part can be set by hand.
      • Phases, season, week: when in the quarter, year and week the work falls; newcomers who come up by steps; who takes over during leave.
      • Key actions: what is done and how often, such as 2 trade shows a month.
      • Funnel: from the target back to the visits and leads it takes, and by when.
      • Market: its size and your share of it, to compare the target with.
      • Focus: which regions, products or industries count this year.
      None of it is needed to publish.
      [Break down Revenue] [Phases, season, week] [Key actions] [Funnel] [Market] [Focus] [See the draft]
      "
    `)
    expect(`\n${read(refine, 'zh-CN')}\n`).toMatchInlineSnapshot(`
      "
      细化2026年第2季度的目标草稿
      • 拆分：按业务线、客户规模、产品、区域或人员一层层往下分，其中任何一项都可以手动指定。
      • 阶段、淡旺季、周安排：任务落在季度、全年、一周里的什么时候；新人怎么逐步上量；请假的量由谁分担。
      • 关键动作：做什么、多久一次，例如每月2次展会。
      • 漏斗：从目标倒推需要多少拜访和线索，什么时候要到位。
      • 市场：市场有多大、我们占多少，给目标一个参照。
      • 战略重点：今年主攻哪些区域、产品或行业。
      这些都可以不填，不影响发布。
      [拆分销售额] [阶段、淡旺季、周安排] [关键动作] [漏斗] [市场] [战略重点] [查看草稿]
      "
    `)
    expect(read(await press('Chen', actionOf(refine, 'draft')))).toBe(read(preview))
    const published = await press('Chen', actionOf(preview, 'publish'))
    expect(published.kind).toBe('replace')
    expect(read(published)).toContain('Published: the plan for Q2 2026.')
    expect(read(await press('Chen', actionOf(preview, 'publish')))).toBe(read(published))
    expect((await refusal(press('Chen', actionOf(preview, 'refine'))))[0]).toContain('published already')
    const keys = (await world.app.reading(team.organisationId).outbox.since(0n)).map(({ key }) => key.split(':')[0])
    expect(keys).toEqual(['plan-published', 'target-published', 'target-published'])
    expect(`\n${read(await type('Chen', ''), 'zh-CN')}\n`).toMatchInlineSnapshot(`
      "
      “East”的目标
      2026年第2季度，Chen 3月2日发布
      销售额：¥1,200,000
      • 2026年4月：¥413,114.75
      • 2026年5月：¥373,770.50
      • 2026年6月：¥413,114.75
      保底（80%）¥960,000 · 突破（120%）¥1,440,000
      姓名 | 合计 | 4月1日
      Li Na | ¥600,000 | ¥9,836.06
      Wang Wei | ¥600,000 | ¥9,836.06
      [新目标] [修改] [撤回] [确定撤回2026年第2季度的目标吗？从今天起不再执行，并通知所有人。] [拆分] [试算] [这些数怎么来的] [导出]
      "
    `)
  })

  test('adds a second target, shared out by weights in their own rhythm', async () => {
    const { type, press, send } = await aTeam()
    const form = formOf(await send('Chen', formOf(await type('Chen', 'new')), { ...Q2, next: 'another' }))
    expect(read({ lines: form.intro ?? [] })).toBe('Kept: Revenue ¥1,200,000. The draft has 1 target now.')
    expect(initialValues(form)).toMatchObject({ metric: 'collected', period: '2026-Q2', weights: 'Li Na 1\nWang Wei 1\nChen 0' })
    const values = { metric: 'visits', amount: '300', split: 'weights', weights: 'Li Na: 2\nWang Wei，1\nChen 0', rhythm: '30-50-20' }
    const both = read(await send('Chen', form, values))
    expect(both).toContain('Revenue: ¥1,200,000')
    expect(both).toMatch(/Visits: 300[\s\S]*Li Na \| 200[\s\S]*Wang Wei \| 100/)
    const third = formOf(await press('Chen', actionOf(await type('Chen', 'draft'), 'add')))
    expect(third.intro).toBeUndefined()
  })

  test('is shared out by weights that were changed, though “equally” still stands above them, and equally by those that were not', async () => {
    const { type, press, send } = await aTeam()
    const form = formOf(await type('Chen', 'new'))
    const changed = await send('Chen', form, { ...Q2, split: 'equal', weights: 'Li Na 2\nWang Wei 1\nChen 0' })
    expect(read(changed)).toMatch(/Li Na \| ¥800,000[\s\S]*Wang Wei \| ¥400,000/)
    const again = formOf(await press('Chen', actionOf(changed, 'edit')))
    expect(JSON.stringify(again.intro)).toContain('plan-draft-waits')
    const equally = await send('Chen', again, { split: 'equal', weights: 'Li Na 2\r\nWang Wei 1\r\nChen 0\r\n' })
    expect(read(equally)).toMatch(/Li Na \| ¥600,000[\s\S]*Wang Wei \| ¥600,000/)
  })

  test('changes one target of a published plan and takes out another', async () => {
    const { type, press, send } = await aTeam()
    const first = await send('Chen', formOf(await type('Chen', 'new')), Q2)
    const both = await send('Chen', formOf(await press('Chen', actionOf(first, 'add'))), { metric: 'visits', amount: '300' })
    await press('Chen', actionOf(both, 'publish'))
    const edit = await type('Chen', '修改')
    const form = formOf(await press('Chen', actionOf(edit, 'change')))
    expect(initialValues(form)).toMatchObject({ metric: 'revenue', amount: '1,200,000', split: 'equal', rhythm: 'even' })
    const changed = await send('Chen', form, { amount: '150万' })
    expect(read(changed)).toMatch(/takes the place of the published plan from 1 Apr on[\s\S]*Revenue: ¥1,500,000 \(was ¥1,200,000\)/)
    const more = await press('Chen', actionOf(changed, 'edit'))
    expect(read(more)).toContain('Draft for Q2 2026 (version 2, by Chen, 2 Mar): not published yet')
    const less = await press('Chen', actionOf(more, 'drop').replace(/:revenue$/, ':visits'))
    expect(read(less)).toContain('Visits: no longer asked for (was 300)')
    expect((await refusal(press('Chen', actionOf(changed, 'publish'))))[0]).toContain('was changed or discarded since')
    expect(read(await press('Chen', actionOf(less, 'discard')))).toContain("Nobody's target has changed")
    expect(`\n${read(await type('Chen', 'history'))}\n`).toMatchInlineSnapshot(`
      "
      All plans of East
      Q2 2026 · draft, discarded · Chen, 2 Mar
      Q2 2026 · earlier draft, changed, then discarded · Chen, 2 Mar
      Q2 2026, version 1 · published · Chen, 2 Mar
      • Revenue ¥1,200,000: Li Na ¥600,000 and Wang Wei ¥600,000
      • Visits 300: Li Na 150 and Wang Wei 150
      Q2 2026 · earlier draft, changed, then published as version 1 · Chen, 2 Mar
      "
    `)
  })

  test('keeps the whole history within reach, however often drafts are changed', async () => {
    const { type, press, send } = await aTeam()
    const values = (period: string, amount: string) => ({ metric: 'visits', period, amount })
    const first = await send('Chen', formOf(await type('Chen', 'new')), values('2026-Q2', '300'))
    await press('Chen', actionOf(first, 'publish'))
    for (const amount of ['310', '320', '330']) await send('Chen', formOf(await type('Chen', 'new')), values('2026-Q3', amount))
    const waiting = await type('Chen', 'history')
    expect(read(waiting)).toContain('Q3 2026 · 2 earlier drafts, replaced by the draft that waits · Chen, 2 Mar')
    await press('Chen', actionOf(await type('Chen', 'draft'), 'publish'))
    const done = await type('Chen', 'history')
    expect(read(done)).toContain('Q3 2026 · 2 earlier drafts, changed, then published as version 1 · Chen, 2 Mar')
    expect(read(done, 'zh-CN')).toContain('2026年第3季度 · 早前的 2 份草稿，改好后作为第 1 版发布 · Chen，3月2日')
    for (let again = 0; again < 20; again += 1)
      await press('Chen', actionOf(await send('Chen', formOf(await type('Chen', 'new')), values('2026-Q4', '5')), 'discard'))
    const newest = await type('Chen', 'history')
    expect(read(newest)).toContain('And 3 older entries.')
    expect(read(newest)).not.toContain('published')
    expect(read(await press('Chen', actionOf(newest, 'history')))).toContain('Q2 2026, version 1 · published · Chen, 2 Mar')
  })

  test('recalls, exports and imports', async () => {
    const { type, press, send } = await aTeam()
    const preview = await send('Chen', formOf(await type('Chen', 'new')), Q2)
    await press('Chen', actionOf(preview, 'publish'))
    const yaml = read(await type('Chen', 'export'))
    expect(yaml).toContain('amount: 1200000')
    // On the day it was published: a slip, for which nobody has to give a reason.
    const recalled = await press('Chen', actionOf(await type('Chen', '撤回'), 'recall'))
    expect(read(recalled)).toContain('Recalled: the plan for Q2 2026')
    expect(read(await type('Chen', ''))).toContain('no plan yet')
    // What was planned is not lost with it.
    expect(read(await press('Chen', actionOf(recalled, 'renew')))).toContain('¥1,200,000')
    const form = formOf(await type('Chen', 'import'))
    const back = await send('Chen', form, { text: 'period,metric,amount\n2026-Q2,revenue,1200000' })
    expect(read(back)).toContain('Draft for Q2 2026')
    expect(read(await type('Chen', '导入 周期,指标,目标\n2026-05,拜访,40'))).toContain('Draft for May 2026')
    expect(read(await type('Chen', ''))).toContain('Draft for May 2026 (by Chen, 2 Mar): not published yet')
  })

  test('is told what a pasted plan lacks, by line, with nothing kept', async () => {
    const { team, type, send } = await aTeam()
    const text =
      'period,metric,amount,member,weight\n2026-Q2,visits,many,Li Na,2\n2026-Q2,joy,5,,\n2026-Q2,leads,5,Li Na,\n2026-Q2,leads,5,,'
    const reply = await send('Chen', formOf(await type('Chen', 'import')), { text })
    if (reply.kind !== 'errors') throw new Error(reply.kind)
    expect(LANGUAGES.map((language) => reply.errors.map((error) => sayIn(language)(error.text)))).toMatchInlineSnapshot(`
      [
        [
          "Row 2, column amount: “many” cannot be read as an amount. Write it as 1.2m, 350k or 1200000; another currency's sign is not taken.
      Row 3, column metric: I do not know the metric “joy”. Known are revenue, collected, deals, new-customers, visits, leads, proposals, follow-ups and negotiations.
      Row 5, column member: every row of this metric needs a member, or there is one row only.",
        ],
        [
          "第 2 行“amount”：看不懂“many”这个数。请写成 100万、1.5亿 或 1200000；别的币种的符号不行。
      第 3 行“metric”：不认识指标“joy”。可以用：销售额、回款、签单、新客户、拜访、线索、方案、跟进、谈判。
      第 5 行“member”：这个指标每一行都要写姓名，或者只写一行。",
        ],
      ]
    `)
    const asCard = read(
      await type('Chen', `import ${'version: 1\nperiod: 2026-Q9\ntargets:\n  - metric: visits\n    amount: 15\n    split: equal'}`),
    )
    expect(asCard).toContain('Line 2: there is no period “2026-Q9”')
    expect(await world.app.reading(team.organisationId).plans.ofTeam(team.team.id)).toEqual([])
  })

  test.each([
    ['Period', 'Metric', 'Amount', 'Member', 'Weight', 'revenue', { number: '1200000', format: '#,##0' }, 'visits'] as const,
    ['周期', '指标', '目标', '成员', '权重', '销售额', '120万', '拜访'] as const,
  ])('imports a workbook, as the README has it: %s', async (period, metric, amount, member, weight, revenue, million, visits) => {
    const { type, send } = await aTeam()
    const rows = {
      1: ['East, second quarter'],
      3: [period, metric, amount, member, weight],
      4: ['2026-Q2', revenue, million, 'Li Na', { number: '0.6', format: 9 }],
      5: [undefined, undefined, undefined, 'Wang Wei', { number: '0.4', format: 9 }],
      6: [undefined, visits, 240],
    }
    const preview = read(await send('Chen', formOf(await type('Chen', 'import')), { file: sent(workbookOf([{ name: 'Plan', rows }])) }))
    expect(preview).toContain('Draft for Q2 2026')
    expect(preview).toMatch(/Li Na \| ¥720,000 .*\nWang Wei \| ¥480,000 /)
    expect(preview).toMatch(/Visits: 240[\s\S]*Li Na \| 120 /)
  })

  test.each([
    {
      file: workbookOf([{ name: '计划', rows: { 5: ['周期', '指标', '目标'], 7: ['2026-Q2', '拜访', '很多'], 9: ['2026-Q2', '线索'] } }]),
      en: "Row 7, column 目标: “很多” cannot be read as an amount. Write it as 1.2m, 350k or 1200000; another currency's sign is not taken.\nRow 9, column 目标: nothing is filled in here.",
      zh: '第 7 行“目标”：看不懂“很多”这个数。请写成 100万、1.5亿 或 1200000；别的币种的符号不行。\n第 9 行“目标”：这里没有填。',
    },
    {
      file: Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]),
      en: "This file is in Excel's old format (.xls). Open it and save it as .xlsx.",
      zh: '这是旧版 Excel 文件（.xls）。请打开后另存为 .xlsx。',
    },
    {
      file: new Uint8Array(1_000_001),
      en: 'This file is too large. I take up to 1 MB; a plan needs far less, so save its sheet alone.',
      zh: '文件太大了，最大 1 MB。目标表用不了这么多，请只保存这一张工作表。',
    },
  ])('is told at the file what is wrong with it, case $#', async ({ file, en, zh }) => {
    const { type, send } = await aTeam()
    expect(wrong(await send('Chen', formOf(await type('Chen', 'import')), { file: sent(file) }))).toEqual([{ field: 'file', en, zh }])
  })

  test('sends a file or words, one of them', async () => {
    const { team, type, send } = await aTeam()
    const form = formOf(await type('Chen', 'import'))
    expect(wrong(await send('Chen', form, { text: ' ' }))).toEqual([
      { field: 'file', en: 'Send me a file, or paste the plan here.', zh: '请上传一个文件，或者把目标粘贴在这里。' },
    ])
    const csv = 'period,metric,amount\n2026-Q2,revenue,1200000'
    expect(wrong(await send('Chen', form, { file: sent(Buffer.from(csv)), text: csv }))).toMatchObject([{ field: 'text' }])
    expect(await world.app.reading(team.organisationId).plans.ofTeam(team.team.id)).toEqual([])
  })

  test.each([
    { values: { amount: 'lots' }, field: 'amount' },
    { values: { amount: '-5' }, field: 'amount' },
    { values: { amount: '' }, field: 'amount' },
    { values: { amount: '1.555' }, field: 'amount' },
    { values: { amount: '99999999999999999999' }, field: 'amount' },
    { values: { split: 'weights', weights: 'Li Na' }, field: 'weights' },
    { values: { split: 'weights', weights: 'Li Na 0' }, field: 'weights' },
    { values: { rhythm: '1-2-3' }, field: 'rhythm' },
    { values: { metric: 'joy' }, field: 'metric' },
  ])('mends $values in the form', async ({ values, field }) => {
    const { team, type, send } = await aTeam()
    const reply = await send('Chen', formOf(await type('Chen', 'new')), { ...Q2, ...values })
    if (reply.kind !== 'errors') throw new Error(reply.kind)
    expect(reply.errors.map((error) => error.field)).toEqual([field])
    for (const language of LANGUAGES) for (const { text } of reply.errors) expect(sayIn(language)(text)).not.toBe('')
    expect(await world.app.reading(team.organisationId).plans.ofTeam(team.team.id)).toEqual([])
  })

  test.each([
    {
      values: { split: 'weights', weights: 'Nobody 1' },
      said: 'I know nobody called Nobody in this team. Known are Li Na, Wang Wei, and Chen.',
    },
    { values: { period: '2025' }, said: '2025 is over' },
    { values: { period: '2026-W20' }, said: 'A plan is for a year, a quarter or a month' },
  ])('is told why $values cannot be', async ({ values, said }) => {
    const { team, type, send } = await aTeam()
    const [english, chinese] = await refusal(send('Chen', formOf(await type('Chen', 'new')), { ...Q2, ...values }))
    expect(english).toContain(said)
    expect(chinese).toMatch(/[一-鿿]/)
    expect(await world.app.reading(team.organisationId).plans.ofTeam(team.team.id)).toEqual([])
  })

  test('is told of who joined and who left since, and shares out anew', async () => {
    const { team, type, press, send } = await aTeam({ people: { 'Li Na': 'spectator', 'Wang Wei': 'rep', Zhou: 'rep', Chen: 'manager' } })
    await press('Chen', actionOf(await send('Chen', formOf(await type('Chen', 'new')), Q2), 'publish'))
    expect(read(await type('Chen', ''))).not.toContain('Share out anew')
    world.moveTo('2026-05-06T08:00:00Z')
    const { teams } = world.app.reading(team.organisationId)
    const [joiner, leaver] = [team.members['Li Na'], team.members.Zhou]
    if (joiner === undefined || leaver === undefined) throw new Error('nobody')
    await teams.setRole(joiner.memberId, 'rep')
    await teams.setStay(leaver.memberId, {
      joinedOn: Temporal.PlainDate.from('2025-12-01'),
      leftOn: Temporal.PlainDate.from('2026-05-05'),
    })
    const card = await type('Chen', '')
    expect(read(card)).toMatch(/Li Na has no part in it yet[.][\s\S]*Zhou has left/)
    const renewed = await press('Chen', actionOf(card, 'renew'))
    expect(read(renewed)).toContain('Revenue: ¥1,200,000')
    await press('Chen', actionOf(renewed, 'publish'))
    expect(read(await type('Chen', ''))).not.toContain('Share out anew')
  })

  test('sees that a day cannot have two targets of one metric', async () => {
    const { type, press, send } = await aTeam()
    await press('Chen', actionOf(await send('Chen', formOf(await type('Chen', 'new')), { ...Q2, period: '2026' }), 'publish'))
    const said = await refusal(send('Chen', formOf(await type('Chen', 'new')), Q2))
    expect(said).toMatchInlineSnapshot(`
      [
        "Revenue is part of the plan for 2026 already, and a day can have one target only. Change that plan, or recall it first.",
        "销售额已经在2026年的目标里，同一天只能有一个目标。请改那一份，或者先撤回。",
      ]
    `)
    const over = await press('Chen', actionOf(await type('Chen', ''), 'edit'))
    world.moveTo('2026-06-30T08:00:00Z')
    expect(await refusal(send('Chen', formOf(over), { amount: '5' }))).toMatchInlineSnapshot(`
      [
        "The days before 1 Jul are asked for ¥472,037.91 in Revenue, and they do not change. Choose at least that instead of ¥5.",
        "7月1日以前已经安排了 ¥472,037.91 的销售额，不能再改。请不要低于这个数（你填的是 ¥5）。",
      ]
    `)
  })

  test('whose draft names somebody who only looks on by now is led to where it is mended', async () => {
    const { team, type, press, send } = await aTeam()
    await send('Chen', formOf(await type('Chen', 'new')), { ...Q2, split: 'weights', weights: 'Li Na 1\nWang Wei 1' })
    await setMember(world.app, await team.actor('Chen'), team.team.home.workspace, { externalId: undefined, name: 'Wang Wei' }, 'spectator')
    const broken = await type('Chen', 'draft')
    expect(read(broken)).toContain('Wang Wei only looks on and carries no target')
    await send('Chen', formOf(await press('Chen', actionOf(broken, 'edit'))), { weights: 'Li Na 1' })
    expect(read(await type('Chen', 'draft'))).toContain('carried by one person')
  })

  test('is told who of the reps carries nothing, and finds each once in the form, however their name was typed', async () => {
    const { type, press, send } = await aTeam()
    const draft = await send('Chen', formOf(await type('Chen', 'new')), { ...Q2, split: 'weights', weights: 'li  na 2' })
    expect(read(draft)).toContain('No part in this plan: Wang Wei.')
    const form = formOf(await press('Chen', actionOf(draft, 'edit')))
    expect(initialValues(form)).toMatchObject({ weights: 'li  na 2\nWang Wei 0\nChen 0' })
    expect(read(await send('Chen', form, { weights: 'Li Na 2\nWang Wei 1' }))).not.toContain('No part in this plan')
  })

  test('gets a helpful answer to words that mean nothing here', async () => {
    const { type } = await aTeam()
    expect((await refusal(type('Chen', 'frobnicate')))[0]).toContain('/plan new')
    expect((await refusal(type('Chen', 'draft')))[0]).toContain('no draft waiting')
    expect((await refusal(type('Chen', 'export')))[0]).toContain('/plan new')
    expect(read(await type('Chen', 'history'))).toContain('/plan new')
  })
})

describe('a rep', () => {
  test('sees the published plan without its buttons, and drafts not at all', async () => {
    const { type, press, send } = await aTeam()
    const preview = await send('Chen', formOf(await type('Chen', 'new')), Q2)
    expect(read(await type('Li Na', ''))).toBe(
      'East has no plan yet\nAs soon as a manager has published one, you see your own target with /target.',
    )
    await press('Chen', actionOf(preview, 'publish'))
    await send('Chen', formOf(await type('Chen', 'new')), { ...Q2, metric: 'visits', amount: '90' })
    const card = cardOf(await type('Li Na', ''))
    expect(card.buttons).toBeUndefined()
    expect(read(card)).toContain('Li Na | ¥600,000')
    expect(read(card)).not.toContain('Draft')
  })

  test('is not let in by any door, not even by a button or form of a manager', async () => {
    const { type, press, send } = await aTeam()
    const form = formOf(await type('Chen', 'new'))
    const preview = await send('Chen', form, Q2)
    const doors = [
      ...['new', 'edit', 'draft', 'import', 'recall', 'export', 'history'].map((words) => type('Li Na', words)),
      ...['add', 'edit', 'publish', 'discard', 'draft', 'recall', 'export'].map((verb) =>
        press('Li Na', actionOf(preview, 'publish').replace('publish', verb)),
      ),
      send('Li Na', form, Q2),
      send(
        'Li Na',
        { ...form, key: 'plan-import', context: form.context.slice(0, 16) },
        { text: 'period,metric,amount\n2026-05,visits,4' },
      ),
    ]
    for (const door of doors) expect((await refusal(door))[0]).toContain('Only a manager of East can do that')
  })

  test("of another team finds nobody else's plan", async () => {
    const [one, other] = [await aTeam(), await aTeam()]
    const preview = await one.send('Chen', formOf(await one.type('Chen', 'new')), Q2)
    expect((await refusal(other.press('Chen', actionOf(preview, 'publish'))))[0]).toContain('not here any more')
    expect((await refusal(other.press('Chen', 'plan:publish:x')))[0]).toContain('not here any more')
  })
})

test('posts tell the team and each member, in both languages', () => {
  const published = {
    kind: 'plan-published',
    period: '2026-Q2',
    by: 'Chen',
    version: 2,
    targets: [
      { metric: 'revenue', amount: 1_200_000_00n, currency: 'CNY' },
      { metric: 'visits', amount: 0n },
    ],
  } as const
  const changed = {
    kind: 'target-changed',
    period: '2026-Q2',
    by: 'Chen',
    changes: [
      { metric: 'revenue', currency: 'CNY', before: null, after: 600_000_00n },
      { metric: 'visits', before: 40n, after: 0n },
      { metric: 'leads', before: 40n, after: 40n },
      { metric: 'deals', before: 0n, after: null },
    ],
  } as const
  const cards = [planPublishedCard(published), planPublishedCard({ ...published, targets: [] }), targetChangedCard(changed)]
  expect(cards.flatMap((card) => LANGUAGES.map((language) => `\n${read(card, language)}\n`))).toMatchInlineSnapshot(`
    [
      "
    The plan for Q2 2026 is out
    Chen published version 2. The team's targets:
    • Revenue: ¥1,200,000
    • Visits: 0
    /target shows what it asks of you, day by day.
    ",
      "
    2026年第2季度目标发布了
    Chen 发布了第 2 版，全队目标：
    • 销售额：¥1,200,000
    • 拜访：0
    发送 /target 看每天要做多少。
    ",
      "
    The plan for Q2 2026 was recalled
    Chen recalled version 2. From today on it asks for nothing; the days before stay as they were.
    ",
      "
    2026年第2季度目标撤回了
    Chen 撤回了第 2 版。从今天起不再执行，之前的日子不变。
    ",
      "
    Your target for Q2 2026
    Chen changed the team's plan. This is what changes for you:
    • Revenue: ¥600,000 (new)
    • Visits: 40 → 0
    • Leads: 40 as before, on other days
    • Deals won: no target from now on (was 0)
    Days that have passed stay as they were. /target shows what each day asks.
    ",
      "
    你的2026年第2季度目标
    Chen 调整了团队目标，你的变化如下：
    • 销售额：¥600,000（新增）
    • 拜访：40 → 0
    • 线索：总数 40 不变，每天的安排有调整
    • 签单：从现在起没有目标（原为 0）
    已经过去的日子不变。发送 /target 看每天要做多少。
    ",
    ]
  `)
})
