import { afterAll, beforeAll, expect, test } from 'vitest'
import { importDeals } from '../../src/app/deal/import.js'
import { speaker, waitingPosts } from '../support/speaker.js'
import { openWorld, type World } from '../support/world.js'

let world: World
beforeAll(async () => {
  world = await openWorld('2026-11-09T02:00:00Z')
})
afterAll(() => world.close())

async function people(language: 'en' | 'zh-CN') {
  const names = language === 'en' ? { rep: 'Li Na', other: 'Wang Wei', manager: 'Chen' } : { rep: '李娜', other: '王伟', manager: '陈静' }
  const roles = { [names.rep]: 'rep', [names.other]: 'rep', [names.manager]: 'manager' } as const
  const team = await world.team({ language, joinedOn: '2026-01-05', people: roles })
  const as = (name: string) => speaker(world, team, name, language)
  return { team, names, rep: as(names.rep), other: as(names.other), manager: as(names.manager) }
}

const MOVES = { orderBy: [{ dealId: 'asc' as const }, { position: 'asc' as const }] }

test('a deal is added in words, moved in two taps, won, counted, and every step can be taken back', async () => {
  world.moveTo('2026-11-09T10:00[Asia/Shanghai]')
  const { team, names, rep, other, manager } = await people('en')
  expect((await rep.types('/deal')).text).toContain('No open deal yet. Add the first: /deal add ACME 120000 proposal')
  const added = await rep.types('/deal add ACME 120000 needs 2026-10-01')
  expect(added.text).toBe('Added: ACME\n¥120,000 · Needs since 9 Nov · opened 1 Oct\n[→ Proposal]\n[Undo]\n[Edit]')

  world.moveTo('2026-11-12T10:00[Asia/Shanghai]')
  const list = await rep.types('/deal')
  expect(list.text).toContain('Your open deals\nOne deal, worth ¥120,000\n• ACME: ¥120,000 · Needs since 9 Nov · opened 1 Oct\n')
  const shown = await list.press('ACME')
  expect(shown.text).toContain('[→ Proposal]\n[Won]\n[Lost]\n[→ Lead]\n[→ Negotiation]\n[Edit]')
  const moved = await shown.press('→ Proposal')
  expect(moved.kinds).toEqual(['replace'])
  expect(moved.text).toContain('ACME → Proposal\n¥120,000 · Proposal since 12 Nov · opened 1 Oct\n[Undo]')
  await shown.press('→ Proposal')
  expect((await moved.press('Undo')).text).toContain('Undone. ACME is back in Needs')
  expect((await moved.press('Undo')).text).toContain('ACME was moved or undone since')

  // Won: asked whether it is to be counted, since a check-in may have counted it.
  const won = await (await (await rep.types('/deal acme')).press('ACME')).press('Won')
  expect(won.text).toContain('Won: ACME\n¥120,000 · won 12 Nov · opened 1 Oct')
  const counted = await won.press('Count it: 1 deal, ¥120,000')
  expect(counted.text).toContain('Counted: ACME')
  await won.press('Count it: 1 deal, ¥120,000')
  const totals = () =>
    world.database.client.dailyTotal.findMany({
      where: { teamId: team.team.id },
      select: { metric: true, amount: true },
      orderBy: { metric: 'asc' },
    })
  expect(await totals()).toEqual([
    { metric: 'deals', amount: 1n },
    { metric: 'revenue', amount: 12_000_000n },
  ])
  expect((await rep.types('/deal')).text).toContain('No open deal yet')
  expect((await won.press('Undo')).text).toContain('ACME is back in Needs')
  expect(await totals()).toEqual([])
  expect((await won.press('Count it: 1 deal, ¥120,000')).text).toContain('ACME is not won any more')

  // Lost, with a reason; opened again; corrected.
  const lose = await (await (await rep.types('/deal')).press('ACME')).press('Lost')
  expect((await lose.send()).errors.reason).toBe('Please fill this in.')
  const lost = await lose.send({ reason: 'Too dear' })
  expect(lost.text).toContain('Lost: ACME\n¥120,000 · lost 12 Nov · opened 1 Oct\n')
  expect(lost.text).toContain('Too dear')
  const edit = await lost.press('Edit')
  expect((await edit.send({ closed: '2026-11-13' })).errors.closed).toContain('13 November 2026 is still to come')
  expect((await edit.send({ closed: '2026-09-30' })).errors.closed).toContain('before it was opened')
  expect((await edit.send({ amount: '1.234,5' })).errors.amount).not.toBe('')
  expect((await edit.send({ closed: '2026-11-11', amount: '90k' })).text).toContain('Corrected: ACME\n¥90,000 · lost 11 Nov')
  const again = await (await (await rep.types('/deal acme')).press('ACME')).press('Open again in Needs')
  expect(again.text).toContain('ACME → Needs')

  const moves = await world.database.client.dealMove.findMany({ ...MOVES, where: { organisationId: team.organisationId } })
  expect(moves.map(({ from, to, on, voidedAt }) => [from, to, on.getUTCDate(), voidedAt !== null])).toEqual([
    [null, 'needs', 9, false],
    ['needs', 'proposal', 12, true],
    ['needs', 'won', 12, true],
    ['needs', 'lost', 12, true],
    ['needs', 'lost', 11, false],
    ['lost', 'needs', 12, false],
  ])

  // Colleagues see nothing of it, the manager all of the team's.
  const [deal] = await world.database.client.deal.findMany({ where: { teamId: team.team.id } })
  expect((await other.types('/deal acme')).text).toContain('No deal has “acme” in its name')
  expect((await other.presses(`deal:move:${team.team.id}:${deal?.id}:won`)).text).toContain('I cannot find this deal')
  expect((await other.types('/deal team')).text).toContain('Only a manager of East')
  expect((await other.types(`/deal @${names.rep}`)).text).toContain('Li Na')
  const forWang = await manager.types(`/deal add @${names.other} Big Co 1.2m`)
  expect(forWang.text).toContain('Added: Big Co\n¥1,200,000 · Lead since 12 Nov · opened 12 Nov · Wang Wei')
  expect((await manager.types('/deal')).text).toContain(
    'Open deals: East\n2 deals, worth ¥1,290,000\n• Big Co: ¥1,200,000 · Lead since 12 Nov · opened 12 Nov · Wang Wei',
  )
  expect((await manager.types(`/deal @${names.rep}`)).text).toContain('Open deals: Li Na\nOne deal, worth ¥90,000')
  // Typed by hand, as the platform marks no name: the case tells them apart.
  const byHand = (name: string) => `@${name.toLowerCase()}`
  expect((await manager.types(`/deal ${byHand(names.rep)}`)).text).toContain('Open deals: Li Na\nOne deal, worth ¥90,000')
  expect((await other.types(`/deal ${byHand(names.rep)}`)).text).toBe((await other.types(`/deal @${names.rep}`)).text)
  expect((await manager.types('/deal @Nobody')).text).toContain('Nobody')
  const meant = await manager.types(`/deal add ${byHand(names.other)} Small Co 10k`)
  expect(meant.text).toContain('Added: Small Co\n¥10,000 · Lead since 12 Nov · opened 12 Nov · Wang Wei')
  await meant.press('Undo')
  const handed = await (await forWang.press('Edit')).send({ owner: team.members[names.rep]?.memberId ?? '' })
  expect(handed.text).toContain('Li Na')
  expect((await rep.types('/deal')).text).toContain('2 deals')
  expect((await forWang.press('Undo')).text).toBe('Taken back: Big Co is not in the list any more.')
})

test('a win counts once, for what it is worth, and as long as it stands', async () => {
  world.moveTo('2026-11-12T10:00[Asia/Shanghai]')
  const { team, rep, manager } = await people('en')
  const totals = async () => {
    const rows = await world.database.client.dailyTotal.findMany({ where: { teamId: team.team.id }, orderBy: { metric: 'asc' } })
    return rows.map(({ metric, amount }) => `${metric} ${amount}`)
  }
  const acme = async () => (await rep.types('/deal acme')).press('ACME')
  await rep.types('/deal add ACME 120000 needs')
  const won = await (await acme()).press('Won')

  // Counted, taken from the numbers, and counted once more.
  await (await won.press('Count it: 1 deal, ¥120,000')).press('Undo')
  expect(await totals()).toEqual([])
  expect((await won.press('Count it: 1 deal, ¥120,000')).text).toContain('Deals won 1')
  await won.press('Count it: 1 deal, ¥120,000')
  expect(await totals()).toEqual(['deals 1', 'revenue 12000000'])

  await (await won.press('Edit')).send({ amount: '100k' })
  await won.press('Count it: 1 deal, ¥120,000')
  expect(await totals()).toEqual(['deals 1', 'revenue 10000000'])

  const open = await (await acme()).press('Open again in Needs')
  expect(await totals()).toEqual([])
  await (await (await acme()).press('Won')).press('Count it: 1 deal, ¥100,000')
  expect(await totals()).toEqual(['deals 1', 'revenue 10000000'])
  expect((await open.press('Undo')).text).toContain('ACME was moved or undone since')

  // Of a month that is closed what was counted stays, and does not keep a rep from opening the deal.
  await world.app.transaction(team.organisationId, async (store) => {
    await store.records.freezeReport({ id: 'closed', teamId: team.team.id, kind: 'monthly', period: '2026-11', figures: {} })
  })
  world.moveTo('2026-12-02T10:00[Asia/Shanghai]')
  expect((await (await acme()).press('Open again in Needs')).text).toContain('ACME → Needs')
  expect(await totals()).toEqual(['deals 1', 'revenue 10000000'])
  expect((await manager.types('/deal acme')).text).toContain('ACME: ¥100,000 · Needs')
})

test('a form for who likes forms, pages for who has many, and an answer to what cannot be read', async () => {
  world.moveTo('2026-11-12T10:00[Asia/Shanghai]')
  const { rep, team } = await people('en')
  const form = await rep.types('/deal add')
  expect(Object.keys((await form.send({ name: ' ', opened: 'soon' })).errors)).toEqual(['name', 'opened'])
  expect((await form.send({ name: 'North', opened: '2026-11-13' })).errors.opened).toContain('still to come')
  expect((await form.send({ name: 'North', owner: team.members['Wang Wei']?.memberId ?? '' })).errors['']).toContain('Only a manager')
  expect((await form.send({ name: 'North' }, 'once')).text).toContain('Added: North\nno amount yet · Lead since 12 Nov')
  await form.send({ name: 'North' }, 'once')
  for (let deal = 1; deal <= 7; deal += 1) await rep.types(`/deal add Customer ${deal} ${deal}000`)
  const list = await rep.types('/deal')
  expect(list.text).toContain('8 deals, worth ¥28,000\n• Customer 7: ¥7,000')
  const second = await list.press('More')
  expect(second.text).toContain('• Customer 1: ¥1,000 · Lead since 12 Nov · opened 12 Nov\n• North: no amount yet')
  expect(second.text).not.toContain('[More]')
  expect((await rep.types('/deal customer')).text).toContain('There are more: say more of the name.')

  expect((await rep.types('/deal add ACME 1.234,56')).text).toContain('I cannot read “1.234,56” as an amount')
  expect((await rep.types('/deal add yesterday')).text).toContain('Say what it is called')
  expect((await rep.types('/deal add ACME 5k tomorrow')).text).toContain('13 November 2026 is still to come')
  expect((await rep.types(`/deal add ${'long '.repeat(30)}`)).text).toContain('at most 120 characters')
  expect((await rep.presses(`deal:move:${team.team.id}:nobody:won`)).text).toContain('I cannot find this deal')
  expect((await rep.presses(`deal:move:${team.team.id}:nobody:moon`)).text).toContain('older message')
})

test('商机用中文登记、推进、赢单、撤销，经理看得到团队的', async () => {
  world.moveTo('2026-11-09T10:00[Asia/Shanghai]')
  const { rep, manager } = await people('zh-CN')
  const added = await rep.types('/deal 添加 华东机械12万方案 昨天')
  expect(added.text).toBe('已登记：华东机械\n¥120,000 · 方案（11月9日起） · 11月8日建立\n[→ 谈判]\n[撤销]\n[修改]')
  const list = await rep.types('/deal')
  expect(list.text).toContain('你在谈的商机\n共 1 个，合计 ¥120,000\n• 华东机械：')
  const won = await (await list.press('华东机械')).press('赢单')
  expect(won.text).toContain('赢单：华东机械')
  expect((await won.press('计入业绩：1 单，¥120,000')).text).toContain('已计入业绩：华东机械')
  expect((await won.press('撤销')).text).toContain('已撤销，华东机械回到方案')
  expect((await manager.types('/deal 团队')).text).toContain('在谈的商机\n共 1 个')
  expect((await rep.types('/deal 添加 昨天')).text).toContain('请写上名称')
  const lost = await (await (await rep.types('/deal 华东')).press('华东机械')).press('输单')
  expect((await lost.send({ reason: '价格太高' })).text).toContain('输单：华东机械')
})

test('what a file brings can be found, undone and opened again, also where it told of no stage', async () => {
  world.moveTo('2026-11-12T10:00[Asia/Shanghai]')
  const { team, rep } = await people('en')
  const rows = [
    'owner,name,opened,stage,value,closed,outcome',
    'Li Na,Lyra,2026-09-01,Closed Won,5000,2026-10-05,',
    'Li,Vega,2026-10-01,needs,900,,',
  ]
  const file = rows.map((row, index) => ({ cells: row.split(','), line: index + 1 }))
  await expect(importDeals(world.app, await team.actor('Li Na'), file, { keep: 'all' })).rejects.toMatchObject({ key: 'managers-only' })
  const manager = await team.actor('Chen')
  expect(await importDeals(world.app, manager, file, { keep: 'nothing' })).toMatchObject({ added: 0, problems: [] })
  expect(await importDeals(world.app, manager, file, { keep: 'all' })).toMatchObject({ added: 2 })
  const lyra = await (await rep.types('/deal lyra')).press('Lyra')
  expect(lyra.text).toContain('¥5,000 · won 5 Oct · opened 1 Sept')
  expect((await lyra.press('Open again in Lead')).text).toContain('Lyra → Lead')
  expect((await rep.types('/deal')).text).toContain(
    '2 deals, worth ¥5,900\n• Lyra: ¥5,000 · Lead since 12 Nov · opened 1 Sept\n• Vega: ¥900 · Needs since 12 Nov',
  )
  expect(await importDeals(world.app, manager, file, { keep: 'all' })).toMatchObject({ added: 0 })
})

test('whose deal a manager changes is told in private, in their language, what held before and holds now', async () => {
  world.moveTo('2026-11-09T10:00[Asia/Shanghai]')
  const { team, names, rep, other, manager } = await people('en')
  const [li, wang] = [team.members['Li Na'], team.members['Wang Wei']]
  await world.app.transaction(team.organisationId, async (store) => {
    if (li !== undefined) await store.people.setLanguage(li.personId, 'zh-CN')
    if (wang !== undefined) await store.people.setQuiet(wang.personId, true)
  })
  let heard = 0
  const told = async () => {
    const posts = (await waitingPosts(world, team)).slice(heard)
    heard += posts.length
    return posts.map(({ to, text, buttons }) => [to, [text, ...buttons.map(({ label }) => `[${label}]`)].join('\n')])
  }
  const steps = async (name: string, ...labels: string[]) => {
    let seen = await manager.types('/deal acme')
    for (const label of [name, ...labels]) seen = await seen.press(label)
    return seen
  }

  await rep.types('/deal add ACME 120000.40 needs 2026-10-01')
  await steps('ACME', '→ Proposal')
  const edit = await steps('ACME', 'Edit')
  await edit.send()
  await edit.send({ name: 'ACME Ltd', amount: '90k', opened: '2025-10-01' })
  expect(await told()).toEqual([
    ['Li Na', 'Chen 改了你的商机：ACME\n• 阶段：需求 → 方案\n[ACME]'],
    [
      'Li Na',
      'Chen 改了你的商机：ACME\n• 客户或商机名称：ACME → ACME Ltd\n• 金额：¥120,000.40 → ¥90,000\n' +
        '• 建立日期：2026年10月1日星期四 → 2025年10月1日星期三\n[ACME Ltd]',
    ],
  ])

  // Handed over: to both, and from then on to the new owner alone.
  await (await steps('ACME Ltd', 'Edit')).send({ amount: '', owner: wang?.memberId ?? '' })
  const lose = await steps('ACME Ltd', 'Lost')
  await (await lose.send({ reason: 'Too dear' })).press('Undo')
  await steps('ACME Ltd', 'Won')
  expect(await told()).toEqual([
    ['Li Na', 'Chen 改了你的商机：ACME Ltd\n• 金额：¥90,000 → 金额未定\n• 负责人：Li Na → Wang Wei'],
    [
      'Wang Wei',
      'Chen put a deal in your name: ACME Ltd\n• Amount: no amount yet\n• Stage: Proposal\n• Opened on: Wednesday, 1 October 2025\n[ACME Ltd]',
    ],
    ['Wang Wei', 'Chen changed your deal ACME Ltd\n• Stage: Proposal → lost\n> Too dear\n[ACME Ltd]'],
    ['Wang Wei', 'Chen changed your deal ACME Ltd\n• Stage: lost → Proposal\n[ACME Ltd]'],
    [
      'Wang Wei',
      'Chen changed your deal ACME Ltd\n• Stage: Proposal → won\n' +
        'Your numbers count what you check in or log. Count the deal here if it is not in them yet.\n[Count it: 1 deal]\n[ACME Ltd]',
    ],
  ])
  const count = (await waitingPosts(world, team)).at(-1)?.buttons[0]
  expect((await other.presses(count?.action ?? '')).text).toContain('Counted: ACME Ltd')

  // Added for somebody and taken back again; one's own changes are no news.
  await (await steps('ACME Ltd', 'Edit')).send({ closed: '2026-11-06' })
  await (await manager.types(`/deal add @${names.other} Big Co 5k`)).press('Undo')
  await (await manager.types('/deal add Mine 5k')).press('→ Needs')
  expect(await told()).toEqual([
    ['Wang Wei', 'Chen changed a deal that you had won. No longer counted for Mon 9 Nov: Deals won 1.'],
    ['Wang Wei', 'Chen changed your deal ACME Ltd\n• Closed on: Monday, 9 November 2026 → Friday, 6 November 2026\n[ACME Ltd]'],
    ['Wang Wei', expect.stringContaining('Chen put a deal in your name: Big Co\n• Amount: ¥5,000\n• Stage: Lead')],
    ['Wang Wei', 'Chen took back a deal of yours: Big Co is not in your list any more.'],
  ])
})

test('a deal serves a focus of the plan, and what is off strategy is told where a manager looks', async () => {
  world.moveTo('2026-11-09T10:00[Asia/Shanghai]')
  const { team, rep, manager } = await people('en')
  await rep.types('/deal add ACME 40000 needs')
  expect((await rep.types('/deal add')).form?.fields.map(({ name }) => name)).not.toContain('focus')
  expect((await manager.types('/deal')).text).not.toContain('strategic focus')
  const unused = await manager.types('/deal import Customer,Rep,Opened,Focus\nBorealis,Li Na,2026-10-01,Space')
  expect(unused.text).toContain('No plan that runs names a strategic focus')

  const draft = await (await manager.types('/plan new')).send({ period: '2026-Q4', amount: '1m' })
  const tags = 'Revenue: Healthcare 60%, Education 20%'
  const focused = await (await (await draft.press('Refine…')).press('Focus')).send({
    focuses: 'industry: Healthcare 60%\nEducation 20%',
    tags,
  })
  expect(focused.text).toContain('✓ Relevant: good')
  expect(focused.text).toContain('• Open deals, by value: Healthcare 0% and Education 0%; off strategy 100%')
  await focused.press('Publish')

  const form = await rep.types('/deal add')
  expect(form.form?.fields.map(({ name }) => name)).toContain('focus')
  expect((await form.send({ name: 'North', focus: '=Space' })).errors.focus).toContain('The plan has no focus “Space”')
  expect((await form.send({ name: 'North', amount: '120k', focus: '=Healthcare' })).text).toContain(
    'Added: North\n¥120,000 · Lead since 9 Nov · opened 9 Nov · focus: Healthcare',
  )
  expect((await rep.types('/deal')).text).not.toContain('Off strategy')

  // Somebody else's change is told and kept on record; a correction of anything else leaves the focus.
  const acme = await (await (await manager.types('/deal acme')).press('ACME')).press('Edit')
  await acme.send({ focus: '=Education' })
  expect((await waitingPosts(world, team)).at(-1)?.text).toBe('Chen changed your deal ACME\n• Focus: none (off strategy) → Education')
  const record = await world.database.client.audit.findFirst({ where: { act: 'deal-correct', organisationId: team.organisationId } })
  expect(record).toMatchObject({ before: { focus: null }, after: { focus: 'Education' } })
  await (await (await (await rep.types('/deal acme')).press('ACME')).press('Edit')).send({ amount: '60k' })

  const header = 'Customer,Rep,Amount,Opened,Stage,Strategic focus'
  const wrong = await manager.types(`/deal import ${header}\nBorealis,Li Na,20000,2026-10-01,lead,Helthcare`)
  expect(wrong.text).toContain('Row 2: the plan has no strategic focus “Helthcare”. Did you mean Healthcare?')
  const rows = ['Borealis,Li Na,20000,2026-10-01,lead,healthcare', 'Cobalt,Wang Wei,50000,2026-10-01,lead,']
  await (await manager.types(`/deal import ${[header, ...rows].join('\n')}`)).press('Import 2 deals')
  expect((await manager.types('/deal')).text).toContain(
    '4 deals, worth ¥250,000\nBy strategic focus, of what the open deals are worth:\n' +
      '• Healthcare: 56% (60% of the effort wanted)\n• Education: 24% (20% of the effort wanted)\n• Off strategy: 20% (20% left room for)\n• North',
  )
  await (await (await rep.types('/deal north')).press('North')).press('Won')
  const won = 'Healthcare 100% and Education 0%; off strategy 0%'
  expect((await manager.types('/deal')).text).toContain(`• Won in Q4 2026: ${won}`)
  const changed = await (await manager.types('/plan new')).send({ period: '2026-Q4', amount: '2m' })
  expect(changed.text).toContain(`• Deals won in this period, by value: ${won}`)
})

test('a focus whose name is longer than a choice takes is chosen all the same', async () => {
  world.moveTo('2026-11-09T10:00[Asia/Shanghai]')
  const { rep, manager } = await people('en')
  const [clinics, schools] = ['clinics', 'schools'].map(
    (who) => `New regions of the north and the east as decided in the review of last year by all the ${who}`,
  )
  const draft = await (await manager.types('/plan new')).send({ period: '2026-Q4', amount: '1m' })
  const focus = await (await draft.press('Refine…')).press('Focus')
  await (await focus.send({ focuses: `${clinics}\n${schools}`, tags: `Revenue: ${clinics}` })).press('Publish')

  const form = await rep.types('/deal add')
  const field = form.form?.fields.find(({ name }) => name === 'focus')
  const [first, second] = field?.kind === 'choice' ? field.options.map(({ value }) => value) : []
  expect(first).not.toBe(second)
  const added = await form.send({ name: 'North', focus: second ?? '' })
  expect(added.text).toContain(`focus: ${schools}`)
  expect((await (await added.press('Edit')).send({ name: 'North 2' })).text).toContain(`focus: ${schools}`)
})

test('商机标上战略重点，偏离战略的占比经理一看便知', async () => {
  world.moveTo('2026-11-09T10:00[Asia/Shanghai]')
  const { team, rep, manager } = await people('zh-CN')
  const draft = await (await manager.types('/plan new')).send({ period: '2026-Q4', amount: '100万' })
  await (await (await (await draft.press('细化…')).press('战略重点')).send({ focuses: '行业：医疗 60%', tags: '销售额：医疗 60%' })).press(
    '发布',
  )
  await (await rep.types('/deal 添加')).send({ name: '市一医院', amount: '9万', focus: '=医疗' })
  await rep.types('/deal 添加 华东机械 3万')
  const list = await manager.types('/deal')
  expect(list.text).toContain('在谈商机的金额按战略重点分布：\n• 医疗：75%（精力应占 60%）\n• 战略之外：25%（战略留出 40%）')
  expect(list.text).toContain('市一医院：¥90,000 · 线索（11月9日起） · 11月9日建立 · 李娜 · 重点：医疗')
  await (await (await list.press('市一医院')).press('修改')).send({ focus: 'none' })
  expect((await waitingPosts(world, team)).at(-1)?.text).toBe('陈静 改了你的商机：市一医院\n• 战略重点：医疗 → 无（战略之外）')
  const wrong = await manager.types('/deal 导入 客户,负责人,创建日期,战略重点\n江南,李娜,2026-10-01,医疗器械')
  expect(wrong.text).toContain('第 2 行：目标里没有“医疗器械”这个战略重点。是医疗吗？')
  const next = await (await manager.types('/plan new')).send({ period: '2026-Q4', amount: '200万' })
  expect(next.text).toContain('在谈商机（按金额）：医疗 0%；战略之外 100%')
})
