import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { publishPlan } from '../../src/app/plan/publish.js'
import { savePlanDraft } from '../../src/app/plan/save-draft.js'
import type { Language } from '../../src/chat/model.js'
import { sayIn } from '../../src/chat/say.js'
import { date, text } from '../../src/chat/text.js'
import type { PlanInput } from '../../src/core/plan/plan-input.js'
import { speaker, waitingPosts } from '../support/speaker.js'
import { openWorld, type TeamWorld, type World } from '../support/world.js'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())

/** As this machine's Unicode data writes it: with a comma or without. */
const written = (on: string, language: Language = 'en') => sayIn(language)(text('as-typed', { words: date(on, 'weekday') }))
const PLAN: PlanInput = {
  version: 1,
  period: '2026-12',
  targets: [
    { metric: 'visits', amount: 92n, split: 'equal' },
    { metric: 'revenue', amount: 460_000_000n, currency: 'CNY', split: 'equal' },
  ],
}
const ENGLISH = { rep: 'Li Na', other: 'Wang Wei', manager: 'Chen' }
const CHINESE = { rep: '李娜', other: '王伟', manager: '陈静' }

/** Tuesday, 15 December 2026: 2 visits and ¥100,000 a working day for each of two reps. */
async function december(language: Language = 'en') {
  world.moveTo('2026-12-01T08:00[Asia/Shanghai]')
  const names = language === 'en' ? ENGLISH : CHINESE
  const team = await world.team({
    name: language === 'en' ? 'East' : '华东一部',
    language,
    joinedOn: '2026-01-01',
    people: { [names.rep]: 'rep', [names.other]: 'rep', [names.manager]: 'manager' },
  })
  const chief = await team.actor(names.manager)
  await publishPlan(world.app, chief, (await savePlanDraft(world.app, chief, PLAN)).id)
  world.moveTo('2026-12-15T10:00[Asia/Shanghai]')
  const speak = (name: string) => speaker(world, team, name, language)
  return { team, names, rep: speak(names.rep), other: speak(names.other), manager: speak(names.manager) }
}

describe('in words', () => {
  test('marked, explained, undone', async () => {
    const { rep } = await december()
    const marked = await rep.types('/leave 24 Dec - 28 Dec')
    const span = `${written('2026-12-24')} – ${written('2026-12-28')}`
    expect(marked.text).toBe(
      [
        `You are off: ${span}`,
        'While you are off nobody asks or reminds you, and nothing counts as missed.',
        '• Revenue, December 2026: ¥300,000 from the days off to the other 9 working days, ¥100,000 → ¥133,333.33 a day.',
        '• Visits, December 2026: 6 from the days off to the other 9 working days, 2 → 2–3 a day.',
        "Each month's total stays the same, and so do the days that have passed.",
        '[Undo]',
        '[My leave]',
      ].join('\n'),
    )
    const undone = await marked.press('Undo')
    expect(undone.kinds).toEqual(['replace'])
    expect(undone.text).toContain(`Leave taken back: ${span}`)
    expect(undone.text).toContain('• Visits, December 2026: 6 back from the other 9 working days, there 2–3 → 2 a day.')
    expect((await marked.press('Undo')).text).toContain('This leave is over or was taken back already.')
  })

  test.each([
    ['tomorrow', '2026-12-16', '2026-12-16'],
    ['2026-12-24', '2026-12-24', '2026-12-24'],
    ['2026-12-24 2026-12-28', '2026-12-24', '2026-12-28'],
    ['next week', '2026-12-21', '2026-12-27'],
  ])('/leave %s', async (words, from, to) => {
    const { rep } = await december()
    const span = from === to ? written(from) : `${written(from)} – ${written(to)}`
    expect((await rep.types(`/leave ${words}`)).text.split('\n')[0]).toBe(`You are off: ${span}`)
  })

  test.each([
    ['明天', '2026-12-16', '2026-12-16'],
    ['今天', '2026-12-15', '2026-12-15'],
    ['下周一', '2026-12-21', '2026-12-21'],
    ['12月24日到28日', '2026-12-24', '2026-12-28'],
  ])('/leave %s', async (words, from, to) => {
    const { rep } = await december('zh-CN')
    const span = from === to ? written(from, 'zh-CN') : `${written(from, 'zh-CN')}至${written(to, 'zh-CN')}`
    expect((await rep.types(`/leave ${words}`)).text.split('\n')[0]).toBe(`已登记请假：${span}`)
  })

  test('in Chinese the numbers are explained as well', async () => {
    const { rep } = await december('zh-CN')
    const marked = await rep.types('/leave 12月24日到28日')
    expect(marked.text).toContain('• 2026年12月拜访：请假日的 6 分到其余 9 个工作日，每天 2 → 2～3。')
    expect((await marked.press('撤销')).text).toContain('2026年12月拜访：6 从其余 9 个工作日收回，那些天每天 2～3 → 2。')
  })

  test('days that change nothing, and a month without a day left, are said to be so', async () => {
    const { rep } = await december()
    expect((await rep.types('/leave 2026-12-19 2026-12-20')).text).toContain('No working day is affected')
    const rest = await rep.types('/leave 2026-12-21 2027-01-15')
    expect(rest.text).toContain('to the other 3 working days')
    await rest.press('Undo')
    const all = await rep.types('/leave 2026-12-16 2026-12-18')
    expect(all.text).toContain('6 from the days off to the other 9 working days')
    const stuck = await rep.types('/leave 2026-12-21 2026-12-31')
    expect(stuck.text).toContain('• Visits, December 2026: no working day is left to take over 24,')
  })

  test.each([
    ['5/6', 'I cannot read “5/6” as days.'],
    ['soon', 'I cannot read “soon” as days.'],
    ['2026-12-28 2026-12-24', 'lies before the first'],
    ['2026-12-14', 'has passed'],
    ['2028-12-14', 'Is the year right?'],
    ['@Nobody tomorrow', 'I know nobody called Nobody here.'],
    ['@Wang Wei tomorrow', 'Only a manager of East can do that.'],
  ])('/leave %s is answered with what to do', async (words, said) => {
    const { rep } = await december()
    const refused = await rep.types(`/leave ${words}`)
    expect(refused.kinds).toEqual(['answer'])
    expect(refused.text).toContain(said)
  })

  test('days that overlap are refused with those that stand', async () => {
    const { rep } = await december('zh-CN')
    await rep.types('/leave 12月24日到28日')
    const [from, to] = [written('2026-12-24', 'zh-CN'), written('2026-12-28', 'zh-CN')]
    expect((await rep.types('/leave 12月28日')).text).toContain(`${from}至${to}已经请过假了`)
    expect((await rep.types('/leave 5.6')).text).toContain('看不懂“5.6”是哪几天')
  })
})

describe('the list and the form', () => {
  test('what is ahead stands with a button to take it back; what has begun ends today', async () => {
    const { rep } = await december()
    expect((await rep.types('/leave')).text).toBe(
      'Leave in East\nYou have no leave ahead.\n/leave tomorrow · /leave 24 Dec · /leave 2026-12-24 2026-12-28\n[Mark days off]',
    )
    await rep.types('/leave 2026-12-16 2026-12-17')
    await rep.types('/leave 2026-12-24')
    world.moveTo('2026-12-17T08:00[Asia/Shanghai]')
    const list = await rep.types('/leave')
    expect(list.text).toContain(`• ${written('2026-12-16')} – ${written('2026-12-17')} · 2 working days`)
    expect(list.text).toContain(`• ${written('2026-12-24')} · one working day`)
    expect(list.text).toContain(`[Mark days off]\n[Back from today]\n[Take back ${written('2026-12-24')}]`)
    expect((await list.press('Back from today')).text).toContain(`Leave taken back: ${written('2026-12-17')}`)
    expect((await list.press(`Take back ${written('2026-12-24')}`)).kinds).toEqual(['replace'])
    expect((await rep.types('/leave')).text).toContain('You have no leave ahead.')
  })

  test('two dates, the second one optional, what is wrong beside its field', async () => {
    const { rep } = await december()
    const opened = await (await rep.types('/leave')).press('Mark days off')
    expect(opened.form?.fields).toMatchObject([
      { kind: 'date', name: 'from', initial: '2026-12-16' },
      { kind: 'date', name: 'to', optional: true },
    ])
    expect(Object.keys((await opened.send({ from: '24.12.' })).errors)).toEqual(['from'])
    expect((await opened.send({ to: '2026-12-15' })).errors.to).toContain('lies before the first')
    expect((await opened.send({ from: '2026-12-14' })).errors.from).toContain('has passed')
    expect((await opened.send()).text).toContain(`You are off: ${written('2026-12-16')}`)
    expect((await opened.send()).errors.from).toContain('already')
    expect((await opened.send({ from: '2026-12-17', to: '2026-12-18' })).text).toContain(
      `${written('2026-12-17')} – ${written('2026-12-18')}`,
    )
  })

  test('a reminder’s “I am off” asks about today', async () => {
    const { rep, team } = await december()
    const opened = await rep.presses(`leave:open:${team.team.id}`)
    expect((await opened.send()).text).toContain(`You are off: ${written('2026-12-15')}`)
  })
})

describe('for a member', () => {
  test.each(['en', 'zh-CN'] as const)('the manager marks it and the member is told, in %s', async (language) => {
    const { manager, names, team } = await december(language)
    const before = (await waitingPosts(world, team, language)).length
    const marked = await manager.types(`/leave @${names.rep} 2026-12-24 2026-12-28`)
    const listed = await manager.types(`/leave @${names.rep}`)
    const all = await manager.types('/leave')
    const undone = await marked.press(language === 'en' ? 'Undo' : '撤销')
    const [told, toldAgain] = (await waitingPosts(world, team, language)).slice(before)
    const [from, to] = [written('2026-12-24', language), written('2026-12-28', language)]
    if (language === 'en') {
      expect(marked.text).toContain(
        `Li Na is off: ${from} – ${to}\nWhile Li Na is off nobody asks or reminds them. I tell them in private.`,
      )
      expect(listed.text).toContain("Li Na's leave")
      expect(all.text).toContain(`Others in the team\n• Li Na: ${from} – ${to}`)
      expect(undone.text).toContain("Li Na's leave taken back")
      expect(told?.text).toContain(`Chen marked leave for you in East: ${from} – ${to}`)
      expect(told?.text).toContain('6 from the days off to the other 9 working days, 2 → 2–3 a day.')
      expect(toldAgain?.text).toContain(`Chen took your leave in East back: ${from} – ${to}`)
    } else {
      expect(marked.text).toContain(`已为李娜登记请假：${from}至${to}`)
      expect(listed.text).toContain('李娜 · 请假')
      expect(all.text).toContain(`其他成员\n• 李娜：${from}至${to}`)
      expect(undone.text).toContain('已撤销李娜的请假')
      expect(told?.text).toContain(`陈静为你在“华东一部”登记了请假：${from}至${to}`)
      expect(toldAgain?.text).toContain('陈静撤销了你在“华东一部”的请假')
    }
  })

  test('by the form, and by a name that the platform does not mark', async () => {
    const { manager, team, rep } = await december()
    const opened = await (await manager.types('/leave @Wang Wei')).press('Mark days off')
    expect((await opened.send({ from: '2026-12-24' })).text).toContain(`Wang Wei is off: ${written('2026-12-24')}`)
    const { Chen } = team.members
    if (Chen === undefined) throw new Error('no Chen')
    const unmarked = { ...team, members: { Chen } }
    const typed = await speaker(world, unmarked, 'Chen').types('/leave @Li Na 28 Dec')
    expect(typed.text).toContain(`Li Na is off: ${written('2026-12-28')}`)
    expect((await rep.presses(`leave:new:${team.team.id}:${team.members['Wang Wei']?.memberId}`)).form?.key).toBe('leave')
    const forged = await (await rep.presses(`leave:new:${team.team.id}:${team.members['Wang Wei']?.memberId}`)).send()
    expect(Object.values(forged.errors)).toEqual([expect.stringContaining('Only a manager of East can do that.')])
  })

  test('somebody else’s leave is not taken back by a colleague', async () => {
    const { rep, other, team } = await december()
    await rep.types('/leave 2026-12-24')
    const row = await world.database.client.leave.findFirstOrThrow({ where: { memberId: team.members['Li Na']?.memberId ?? '' } })
    const refused = await other.presses(`leave:back:${team.team.id}:${row.id}`)
    expect(refused.text).toContain('Only a manager of East can do that.')
    expect((await rep.types('/leave')).text).toContain(written('2026-12-24'))
  })
})

describe.each(['en', 'zh-CN'] as const)('by a plan that gives leave to the team, in %s', (language) => {
  const isEnglish = language === 'en'
  const span = (from: string, to: string) => `${written(from, language)}${isEnglish ? ' – ' : '至'}${written(to, language)}`

  async function sharing(people: readonly string[], plan: Partial<PlanInput> = {}) {
    world.moveTo('2026-12-01T08:00[Asia/Shanghai]')
    const [manager, ...reps] = people
    if (manager === undefined) throw new Error('nobody')
    const names = { ...Object.fromEntries(reps.map((name) => [name, 'rep' as const])), [manager]: 'manager' as const }
    const team = await world.team({ name: isEnglish ? 'East' : '华东一部', language, joinedOn: '2026-01-01', people: names })
    const chief = await team.actor(manager)
    const visits = { metric: 'visits' as const, amount: BigInt(46 * reps.length), split: 'equal' as const }
    const input: PlanInput = { version: 1, period: '2026-12', leave: 'team', targets: [visits], ...plan }
    await publishPlan(world.app, chief, (await savePlanDraft(world.app, chief, input)).id)
    world.moveTo('2026-12-15T10:00[Asia/Shanghai]')
    return { team, speak: (name: string) => speaker(world, team, name, language) }
  }

  /** What somebody was told last in private. */
  async function toldIn(team: TeamWorld, name: string) {
    return (await waitingPosts(world, team, language)).findLast(({ to }) => to === name)?.text
  }

  test('it is said who takes over how much, why a colleague’s number grew, and what comes back', async () => {
    const people = isEnglish ? ['Chen', 'Li Na', 'Wang Wei', 'Zhao Min'] : ['陈静', '李娜', '王伟', '赵敏']
    const { team, speak } = await sharing(people)
    const [, li = '', wang = ''] = people
    const marked = await speak(li).types('/leave 2026-12-24 2026-12-28')
    const days = span('2026-12-24', '2026-12-28')
    expect(marked.text).toBe(
      (isEnglish
        ? [
            `You are off: ${days}`,
            'While you are off nobody asks or reminds you, and nothing counts as missed.',
            '• Visits, December 2026: 6 from the days off to Wang Wei (3) and Zhao Min (3).',
            "The team's total for each month stays the same, and so do the days that have passed.",
            '[Undo]',
            '[My leave]',
          ]
        : [
            `已登记请假：${days}`,
            '请假期间不会催你打卡，也不算缺报。',
            '• 2026年12月拜访：请假日的 6 由王伟（3）、赵敏（3）分担。',
            '团队每月的总目标不变，已经过去的日子也不变。',
            '[撤销]',
            '[我的请假]',
          ]
      ).join('\n'),
    )
    const why = async (name: string) => (await speak(name).presses(`target:why:2026-12-16:${team.team.id}`)).text
    expect(await why(wang)).toContain(
      isEnglish
        ? `• Split evenly, your part is 46 (33%)\n• +3 taken over from Li Na, on leave ${days}\n• 49 ÷ 23`
        : `• 平均分配，你的份额 46（33%）\n• 分担李娜的 +3（请假：${days}）`,
    )
    expect(await toldIn(team, wang)).toBe(
      isEnglish
        ? `Li Na is off: ${days}\nBy the plan the team takes over what those days ask for. Your part, on the days you have left in the month:\n• Visits, December 2026: 3 more`
        : `李娜请假：${days}\n按计划的规则，那几天的目标由团队分担。你分担的部分排在你当月剩下的工作日里：\n• 2026年12月拜访：多 3`,
    )
    expect(await why(li)).toContain(isEnglish ? `• −6 for leave ${days}, taken over by the team` : `• 由团队分担 −6（请假：${days}）`)
    const undone = await marked.press(isEnglish ? 'Undo' : '撤销')
    expect(undone.text).toContain(
      isEnglish
        ? '• Visits, December 2026: 6 back from Wang Wei (3) and Zhao Min (3).'
        : '• 2026年12月拜访：从王伟（3）、赵敏（3）收回 6。',
    )
    expect(await why(wang)).not.toMatch(/taken over|分担/)
    expect(await toldIn(team, wang)).toBe(
      isEnglish
        ? `Li Na is not off after all: ${days}\nWhat you had taken over for those days goes back to Li Na:\n• Visits, December 2026: 3 less`
        : `李娜不请假了：${days}\n你替那几天分担的部分还给李娜：\n• 2026年12月拜访：少 3`,
    )
  })

  test('marked by the manager it is told to the member; of many colleagues the ones with the most are named', async () => {
    const many = ['Ann', 'Bob', 'Cleo', 'Dan', 'Eve', 'Finn', 'Gil', 'Hal', 'Ida']
    const { team, speak } = await sharing(['Zoe', ...many])
    const before = (await waitingPosts(world, team, language)).length
    await speak('Zoe').types('/leave @Ann 2026-12-17 2026-12-22')
    const told = (await waitingPosts(world, team, language)).slice(before).find(({ to }) => to === 'Ann')
    expect(told?.text).toContain(
      isEnglish
        ? '• Visits, December 2026: 8 from the days off to Bob (1), Cleo (1), Dan (1), Eve (1), Finn (1), and 3 more (3 together).'
        : '• 2026年12月拜访：请假日的 8 由Bob（1）、Cleo（1）、Dan（1）、Eve（1）、Finn（1）、另外 3 人（共 3）分担。',
    )
  })

  test('where the team takes nothing over, or cannot give all back, it says so', async () => {
    const agreed = [{ member: 'Ann', amount: 46n }]
    const { speak } = await sharing(['Zoe', 'Ann', 'Bob', 'Cleo'], {
      targets: [{ metric: 'visits', amount: 138n, split: 'equal', agreed }],
    })
    expect((await speak('Ann').types('/leave 2026-12-31')).text).toContain(
      isEnglish ? 'The number was agreed or set by hand, so the team takes over none of it.' : '这个数是商定或手动指定的，团队不分担。',
    )
    const bob = await speak('Bob').types('/leave 2026-12-16 2026-12-31')
    expect(bob.text).toContain(isEnglish ? '24 from the days off to Cleo.' : '请假日的 24 由Cleo分担。')
    expect((await speak('Cleo').types('/leave 2026-12-16 2026-12-31')).text).toContain(
      isEnglish ? 'nobody in the team has a working day left to take over 48,' : '自己和团队当月都没有剩下的工作日可以分担 48，',
    )
    world.moveTo('2026-12-31T08:00[Asia/Shanghai]')
    expect((await bob.press(isEnglish ? 'Undo' : '撤销')).text).toContain(
      isEnglish
        ? '• Visits, December 2026: 2 stays with the team: there are no days left to take it back from.'
        : '• 2026年12月拜访：2 已没有剩下的工作日可以收回，仍由团队承担。',
    )
  })
})
