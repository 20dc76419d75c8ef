import { Temporal } from 'temporal-polyfill'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { publishMorning } from '../../src/app/morning/publish.js'
import { publishNudges } from '../../src/app/nudge/publish.js'
import { publishMonthly } from '../../src/app/review/publish-monthly.js'
import type { Language } from '../../src/chat/model.js'
import { plainCard } from '../../src/chat/plain.js'
import { sayIn } from '../../src/chat/say.js'
import { date, text } from '../../src/chat/text.js'
import { season } from '../app/review/season.js'
import { arrived, speaker, waitingPosts } from '../support/speaker.js'
import { openWorld, type TeamOptions, type World } from '../support/world.js'

/** As this machine's Unicode data writes it: with a comma or without. */
const written = (on: string, style: 'weekday' | 'long' = 'weekday', language: Language = 'en') =>
  sayIn(language)(text('as-typed', { words: date(on, style) }))
const TUE = written('2026-11-24')
const MON = written('2026-11-23')
const TODAY = Temporal.PlainDate.from('2026-11-24')
let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())

/** A Tuesday evening in a team whose reps have 3 visits and 2 leads a day, the morning's post out. */
async function tuesday(options: TeamOptions = {}) {
  world.moveTo('2026-11-24T09:00[Asia/Shanghai]')
  const team = await world.team({ joinedOn: '2026-01-01', ...options })
  const told = season(world, team)
  const reps = Object.keys(team.members).filter((name) => name !== 'Chen')
  await told.targets('2026-11', Object.fromEntries(reps.map((name) => [name, { visits: 3n, leads: 2n }])))
  await told.inStore((store) => publishMorning(store, team.team, TODAY))
  await arrived(world, team, `morning:${team.team.id}:${TODAY}`, 'M1')
  world.moveTo('2026-11-24T17:30[Asia/Shanghai]')
  return {
    team,
    told,
    rep: (name: string) => speaker(world, team, name),
    /** Li Na's numbers of the day. */
    async counted(): Promise<Record<string, bigint>> {
      const totals = await told.inStore((store) => store.entries.totals(team.team.id, TODAY, TODAY, team.members['Li Na']?.memberId))
      return Object.fromEntries(totals.map(({ metric, amount }) => [metric, amount]))
    },
  }
}
const inThread = { message: 'M1', thread: 'M1' }

describe('the form', () => {
  test('says what the day asks as the day’s other cards do', async () => {
    const { told, rep } = await tuesday()
    await told.targets('2026-11', { 'Li Na': { revenue: 102_513n } })
    const opened = await rep('Li Na').types('/checkin morning')
    const said = (opened.form?.intro ?? []).map((line) => plainCard({ lines: [line] }, sayIn('en'))).join(' ')
    expect(said).toContain('1,026')
  })

  test('a day as planned is opened and sent: two taps', async () => {
    const { team, rep } = await tuesday()
    const opened = await rep('Li Na').types('/checkin')
    expect(opened.form?.fields.map(({ name, ...field }) => [name, 'initial' in field ? field.initial : undefined])).toEqual([
      ['visits', '3'],
      ['leads', '2'],
      ['success', undefined],
      ['failure', undefined],
      ['improvement', undefined],
    ])
    const saved = await opened.send()
    expect(saved.text).toBe(`Saved for ${TUE}\n• Visits 3 of 3 ✓\n• Leads 2 of 2 ✓\n[Edit]\n[Undo]`)
    const [, post] = await waitingPosts(world, team)
    expect(post).toMatchObject({ under: `morning:${team.team.id}:2026-11-24`, replaces: null })
    expect(post?.text).toBe('Li Na closes the day\n• Visits 3 of 3 ✓\n• Leads 2 of 2 ✓')
  })

  test('what stands in a field because it is there is no lesson, and a zero that nobody asked for no news', async () => {
    const { team, told, rep } = await tuesday()
    await told.targets('2026-11', { 'Li Na': { visits: 3n, leads: 0n } })
    await (await rep('Li Na').types('/checkin morning')).send({ 'key-customers': 'Acme' })
    await (await rep('Li Na').types('/checkin')).send({ success: 'None.', failure: '无', improvement: '-' })
    const [, morning, evening] = await waitingPosts(world, team)
    expect(morning?.text).toBe('Li Na starts the day\nThe day asks for Visits 3.\nKey customers:\n> Acme')
    expect(evening?.text).toBe('Li Na closes the day\n• Visits 3 of 3 ✓')
    expect((await rep('Li Na').types('/case')).text).toContain('No cases yet')
  })

  test.each([
    { language: 'en', intro: 'These are the plan’s numbers.'.replace('’', "'"), hint: 'Planned: ¥1,000. Put in what really came, or 0.' },
    { language: 'zh-CN', intro: '下面先填的是计划数', hint: '计划：¥1,000。请按实际发生的填，没有就填 0。' },
  ] as const)('says whose numbers it is filled with, in $language', async ({ language, intro, hint }) => {
    const { team, told } = await tuesday()
    await told.targets('2026-11', { 'Li Na': { visits: 3n, revenue: 100_000n } })
    const say = sayIn(language)
    const li = speaker(world, team, 'Li Na', language)
    const opened = await li.types('/checkin')
    expect((opened.form?.intro ?? []).flatMap((line) => ('text' in line ? [say(line.text)] : [])).join()).toContain(intro)
    const revenue = opened.form?.fields.find(({ name }) => name === 'revenue')
    expect(revenue).toMatchObject({ initial: '1000' })
    expect(revenue?.hint && say(revenue.hint)).toBe(hint)
    await opened.send({ revenue: '0' })
    const again = await li.types('/checkin')
    expect((again.form?.intro ?? []).flatMap((line) => ('text' in line ? [say(line.text)] : [])).join()).not.toContain(intro)
    expect(again.form?.fields.find(({ name }) => name === 'revenue')).toMatchObject({ initial: '0' })
  })

  test('the same again changes nothing, and another number edits the post in place', async () => {
    const { team, rep } = await tuesday()
    await (await rep('Li Na').types('/checkin')).send()
    expect((await (await rep('Li Na').types('/checkin')).send()).text).toContain(`Nothing changed for ${TUE}`)
    const again = await rep('Li Na').types('/checkin')
    const saved = await again.send({ visits: '5', improvement: 'Call before ten.' })
    expect(saved.text).toContain('Visits 5 of 3 ✓')
    expect(saved.text).toContain('Tomorrow:\n> Call before ten.')
    const posts = await waitingPosts(world, team)
    expect(posts).toHaveLength(3)
    expect(posts[2]?.replaces).toBe(posts[1]?.key)
    expect(posts[2]?.text).toContain('Corrected.')
  })

  test('undone step by step: first the correction, then the whole', async () => {
    const { rep, counted } = await tuesday()
    const first = await (await rep('Li Na').types('/checkin')).send()
    const second = await (await rep('Li Na').types('/checkin')).send({ visits: '5', success: 'A referral.' })
    await expect(first.press('Undo')).resolves.toMatchObject({ text: expect.stringContaining('You changed this check-in since') })
    expect((await second.press('Undo')).text).toContain(`${TUE} is as it was before`)
    expect(await counted()).toEqual({ visits: 3n, leads: 2n })
    expect((await rep('Li Na').types('/case')).text).not.toContain('A referral.')
    expect((await second.press('Undo')).text).toContain('cannot be undone any more')
    expect((await first.press('Undo')).text).toContain('is gone')
    expect(await counted()).toEqual({})
  })

  test('one that is taken back is gone, and the thread says so', async () => {
    const { team, rep, counted } = await tuesday()
    const saved = await (await rep('Li Na').types('/checkin')).send()
    expect((await saved.press('Undo')).text).toContain('is gone')
    expect(await counted()).toEqual({})
    expect((await waitingPosts(world, team)).at(-1)?.text).toBe(`Li Na took back a check-in for ${TUE}.`)
  })

  test.each([
    ['visits', 'three-ish', 'I cannot read this number'],
    ['visits', '-1', 'Less than zero'],
    ['visits', '1.5', 'too exact'],
    ['leads', '10001', 'At most 10,000'],
  ])('%s "%s" is refused at its field, and nothing is kept', async (field, typed, said) => {
    const { rep, counted } = await tuesday()
    const opened = await rep('Li Na').types('/checkin')
    const refused = await opened.send({ [field]: typed })
    expect(refused.errors[field]).toContain(said)
    expect(await counted()).toEqual({})
  })

  test('the hour chooses the form; midday asks what will change', async () => {
    const { rep } = await tuesday()
    world.moveTo('2026-11-24T08:50[Asia/Shanghai]')
    expect((await rep('Li Na').types('/checkin')).form?.fields.map(({ name }) => name)).toEqual(['key-customers', 'new-leads'])
    world.moveTo('2026-11-24T13:00[Asia/Shanghai]')
    const midday = await rep('Li Na').types('/checkin')
    expect(midday.form?.fields.map(({ name }) => name)).toEqual(['needs', 'objections', 'change'])
    expect((await midday.send()).errors).toEqual({ change: 'Please fill this in.' })
    expect((await midday.send({ objections: 'Too expensive', change: 'Show the ROI first' })).text).toContain(
      'This afternoon:\n> Show the ROI first',
    )
  })

  test('a number said in words at midday is changed by the form that Edit opens', async () => {
    const { rep, counted } = await tuesday()
    world.moveTo('2026-11-24T13:00[Asia/Shanghai]')
    const li = rep('Li Na')
    const saved = await (await li.says('3 visits, price objection', li.privately)).press('Yes, save')
    const edit = await saved.press('Edit')
    expect(edit.form?.fields.map(({ name }) => name)).toEqual(['visits', 'needs', 'objections', 'change', 'note'])
    expect((await edit.send({ visits: '4' })).text).toContain('Visits 4')
    expect(await counted()).toEqual({ visits: 4n })
  })

  test('yesterday can still be filled in and is marked late; on leave, ahead of its day and after the month’s report it cannot', async () => {
    const { team, told, rep } = await tuesday()
    expect((await (await rep('Li Na').types('/checkin yesterday')).send()).text).toContain('marked late')
    expect((await rep('Li Na').types('/checkin evening tomorrow')).text).toContain('still to come')
    expect((await rep('Li Na').types('/checkin morning tomorrow')).form).toBeDefined()
    await told.inStore((store) =>
      store.leaves.add({
        id: `${team.team.id}-l`,
        memberId: team.members['Li Na']?.memberId as never,
        from: TODAY,
        to: TODAY,
        at: store.now,
      }),
    )
    expect((await rep('Li Na').types('/checkin')).text).toContain(`You are on leave on ${TUE}`)
    world.moveTo('2026-12-01T10:00[Asia/Shanghai]')
    await told.inStore((store) => publishMonthly(store, team.team, '2026-11', { late: false }))
    expect((await rep('Wang Wei').types('/checkin 2026-11-23')).text).toContain('November 2026 is closed')
  })

  test('who has no target fills in what there is', async () => {
    world.moveTo('2026-11-24T17:30[Asia/Shanghai]')
    const team = await world.team({ joinedOn: '2026-01-01' })
    const opened = await speaker(world, team, 'Li Na').types('/checkin')
    expect(opened.form?.fields.map(({ name }) => name)).toContain('visits')
    expect((await opened.send({ visits: '2' })).text).toContain('Visits 2')
  })

  test('a form delivered twice counts once', async () => {
    const { rep, counted } = await tuesday()
    const opened = await rep('Li Na').types('/checkin')
    await opened.send({}, 'same')
    await opened.send({}, 'same')
    expect(await counted()).toEqual({ visits: 3n, leads: 2n })
  })
})

describe('plain words', () => {
  test('in the day’s thread they are echoed, and count once they are confirmed', async () => {
    const { team, rep, counted } = await tuesday()
    const echo = await rep('Li Na').says('3 visits, 2 leads, price objection', inThread)
    expect(echo.text).toBe(`Did I get that right? ${TUE}\n• Visits 3\n• Leads 2\nNote:\n> price objection\n[Yes, save]\n[Edit]\n[Discard]`)
    expect(await counted()).toEqual({})
    const saved = await echo.press('Yes, save')
    expect(saved.kinds).toEqual(['replace'])
    expect(saved.text).toContain('Note:\n> price objection')
    await echo.press('Yes, save')
    expect(await counted()).toEqual({ visits: 3n, leads: 2n })
    const posts = await waitingPosts(world, team)
    expect(posts).toHaveLength(2)
    expect(posts[1]).toMatchObject({ under: `morning:${team.team.id}:2026-11-24` })
  })

  test('in Chinese just as well', async () => {
    const { team } = await tuesday({ language: 'zh-CN' })
    const echo = await speaker(world, team, 'Li Na', 'zh-CN').says('拜访3 线索2,客户嫌贵', inThread)
    expect(echo.text).toBe(
      `我理解得对吗？${written('2026-11-24', 'weekday', 'zh-CN')}\n• 拜访 3\n• 线索 2\n备注：\n> 客户嫌贵\n[对，保存]\n[修改]\n[不要了]`,
    )
    expect((await echo.press('对，保存')).text).toContain('拜访 3/3 ✓')
  })

  test('more of the same is added, or takes the place of the day’s numbers', async () => {
    const { rep } = await tuesday()
    await (await rep('Li Na').says('2 visits', inThread)).press('Yes, save')
    const more = await rep('Li Na').says('3 visits', inThread)
    expect(more.text).toContain("Visits 3 more, 5 in all\n[Add to the day]\n[These are the day's totals]")
    expect((await more.press("These are the day's totals")).text).toContain('Visits 3 of 3 ✓')
    const added = await (await rep('Li Na').says('1 visit', inThread)).press('Add to the day')
    expect(added.text).toContain('Visits 4 of 3 ✓')
    expect((await added.press('Undo')).text).toContain('as it was before')
  })

  test('edited in the form they count once', async () => {
    const { rep, counted } = await tuesday()
    const echo = await rep('Li Na').says('4 visits, price objection', inThread)
    const form = await echo.press('Edit')
    expect(form.form?.fields.map((field) => [field.name, 'initial' in field ? field.initial : undefined])).toEqual([
      ['visits', '4'],
      ['leads', '2'],
      ['success', undefined],
      ['failure', undefined],
      ['improvement', undefined],
      ['note', 'price objection'],
    ])
    await form.send()
    expect((await echo.press('Yes, save')).text).toContain('saved or discarded already')
    expect(await counted()).toEqual({ visits: 4n, leads: 2n })
  })

  test('what nobody asked for is echoed in the team’s money, and is there to be edited', async () => {
    const { team, rep, counted } = await tuesday()
    const echo = await rep('Li Na').says('2 visits, 1 deal, 80k', inThread)
    expect(echo.text).toContain('• Visits 2\n• Deals won 1\n• Revenue ¥80,000\n')
    const form = await echo.press('Edit')
    expect(form.form?.fields.slice(0, 4).map((field) => [field.name, 'initial' in field ? field.initial : undefined])).toEqual([
      ['visits', '2'],
      ['leads', '2'],
      ['deals', '1'],
      ['revenue', '80000'],
    ])
    await form.send({ leads: '0' })
    expect(await counted()).toEqual({ visits: 2n, leads: 0n, deals: 1n, revenue: 8_000_000n })
    const chinese = await speaker(world, team, 'Li Na', 'zh-CN').says('签了1单12万', inThread)
    expect(chinese.text).toContain('• 销售额 再加 ¥120,000，共 ¥200,000')
  })

  test('what is to come at the end of a sentence is part of it', async () => {
    const { rep } = await tuesday()
    const echo = await rep('Li Na').says('3 visits, met the buyer, back tomorrow', inThread)
    expect(echo.text).toContain(`${TUE}\n• Visits 3\nNote:\n> met the buyer, back tomorrow`)
  })

  test('a number that could be meant in two ways is said, not guessed', async () => {
    const { rep } = await tuesday()
    const echo = await rep('Li Na').says('3-5 visits, 2 leads', inThread)
    expect(echo.text).toContain('I am not sure about this number, so I leave it out: 3-5')
    expect(echo.text).toContain('• Leads 2')
  })

  test('under one’s own check-in they belong to its day', async () => {
    const { team, rep } = await tuesday()
    await (await rep('Li Na').types('/checkin yesterday')).send()
    const [, post] = await waitingPosts(world, team)
    await arrived(world, team, post?.key ?? '', 'M2')
    expect((await rep('Li Na').says('1 visit', { message: 'M2' })).text).toContain(`${MON}`)
  })

  test('talk elsewhere, an onlooker and a stranger in the thread are left in peace', async () => {
    const { rep } = await tuesday({ people: { 'Li Na': 'rep', Chen: 'manager', Ann: 'spectator' } })
    expect((await rep('Li Na').says('3 visits today, hooray')).kinds).toEqual([])
    expect((await rep('Ann').says('well done', inThread)).kinds).toEqual([])
    for (const manners of ['ok', 'Good morning all!', 'thanks 👍', '收到', '大家早上好', '好的，加油！'])
      expect((await rep('Li Na').says(manners, inThread)).kinds).toEqual([])
    expect((await rep('Chen').says('Let us win this one for Ann', inThread)).kinds).toEqual([])
    expect((await rep('Li Na').asksBot('hello')).text).toContain('I read numbers out of plain words')
    expect((await rep('Chen').says('2 visits', inThread)).text).toContain('Visits 2')
  })

  test('a name that every object of the language has is a word like any other', async () => {
    const { rep } = await tuesday()
    expect((await rep('Li Na').says('Constructor Ltd liked it, 3 visits', inThread)).text).toContain('Visits 3')
    expect((await rep('Li Na').types('/team constructor')).text).toContain('/team create')
    expect((await rep('Li Na').types('/leaderboard constructor')).text).toContain('/leaderboard')
    expect((await rep('Li Na').types('/target constructor')).text).toContain('/target')
  })

  test('in private they need no thread, and a greeting is answered with what to do', async () => {
    const { rep } = await tuesday()
    const li = rep('Li Na')
    expect((await li.says('3 visits', li.privately)).text).toContain('Visits 3')
    for (const manners of ['?', 'Hello!', '你好', '收到，谢谢'])
      expect((await li.says(manners, li.privately)).text).toContain('I read numbers out of plain words')
  })

  test('who wants something back, or sends a picture in private, is told what to do instead', async () => {
    const { rep } = await tuesday()
    const li = rep('Li Na')
    for (const back of ['undo', 'Take it back!', '撤销。'])
      expect((await li.says(back, inThread)).text).toContain('press Undo under my answer')
    expect((await li.says('', li.privately)).text).toContain('I can read only words')
    expect((await li.says('', inThread)).kinds).toEqual([])
  })

  test("a command's bare name, said to the bot, is the command; in the thread it is talk", async () => {
    const { rep } = await tuesday()
    const li = rep('Li Na')
    for (const words of ['help', 'Help', '/help', '帮助', 'checkin'])
      expect((await li.says(words, li.privately)).text).toContain('What I can do')
    expect((await li.says('target', li.privately)).text).toContain(`Your target: ${TUE}`)
    expect((await li.says('请假', li.privately)).text).toBe((await li.types('/leave')).text)
    expect((await li.asksBot('leaderboard')).text).toContain('leaderboard')
    expect((await rep('Nobody').asksBot('help')).text).toContain('What I can do')
    expect((await li.says('help', inThread)).text).not.toContain('What I can do')
    expect((await li.says('target reached', li.privately)).text).not.toContain('Your target')
  })
})

test.each(['/checkin 2026-13-45', '/checkin 2月30日 拜访3', '/log 3 visits 2026-02-30'])(
  'what looks like a date and is none is no note of today: %s',
  async (typed) => {
    const { rep, counted } = await tuesday()
    const answer = await rep('Li Na').types(typed)
    expect(answer.text).toMatch(/^There is no day “(?:2026-13-45|2月30日|2026-02-30)”\. Write it like 2026-11-20/)
    expect(await counted()).toEqual({})
  },
)

describe('/log', () => {
  test('adds at once, shows the day, and can be undone', async () => {
    const { rep } = await tuesday()
    const logged = await rep('Li Na').types('/log 3 visits 2 leads')
    expect(logged.text).toBe(`Added for ${TUE}: Visits 3 and Leads 2\n• Visits 3 of 3 ✓\n• Leads 2 of 2 ✓\n[Undo]`)
    expect((await logged.press('Undo')).text).toBe('Undone: Visits 3 and Leads 2')
    expect((await logged.press('Undo')).text).toContain('cannot be undone any more')
  })

  test('delivered twice it counts once', async () => {
    const { rep } = await tuesday()
    await rep('Li Na').types('/log 3 visits', {}, 'once')
    expect((await rep('Li Na').types('/log 3 visits', {}, 'once')).text).toContain('Visits 3 of 3 ✓')
  })

  test.each([
    ['/log hello', 'I read no number there'],
    ['/log 3-5 visits', 'I am not sure what you mean by 3-5'],
    ['/log tomorrow 3 visits', 'still to come'],
    ['/log 3 visits, those of Friday', 'not sure which day “those of Friday” is, so nothing was logged'],
    ['/log 周一拜访3家', 'not sure which day'],
    ['/log @Nobody 3 visits', 'I know nobody called Nobody'],
  ])('%s is answered with what to do', async (typed, said) => {
    const { rep } = await tuesday()
    expect((await rep('Li Na').types(typed)).text).toContain(said)
  })

  test.each([
    ['/log yesterday: 3 visits', MON],
    ['/log 昨天拜访3', MON],
    ['/log 前天拜访3家', written('2026-11-22')],
    ['/log 上周五拜访3家', written('2026-11-20')],
    ['/log 11月23日拜访3家', MON],
    ['/log 今天拜访3', TUE],
  ])('%s counts for the day that it says', async (typed, on) => {
    const { rep } = await tuesday()
    expect((await rep('Li Na').types(typed)).text).toContain(`Added for ${on}: Visits 3\n`)
  })

  test('a name typed by hand is the member’s, not the manager’s own', async () => {
    const { team, rep, counted } = await tuesday()
    expect((await rep('Chen').types('/log @li na 4 visits')).text).toContain(`Added for Li Na, ${TUE}: Visits 4`)
    expect((await rep('Chen').types('/log li na 1 visit')).text).toContain(`Added for Li Na, ${TUE}: Visits 1`)
    expect(await counted()).toEqual({ visits: 5n })
    expect((await waitingPosts(world, team)).at(-1)?.text).toBe(`Chen added to your ${TUE}: Visits 1. /target shows how the day stands.`)
  })

  test('alone it asks, and an empty form is not sent', async () => {
    const { rep } = await tuesday()
    const opened = await rep('Li Na').types('/log')
    expect(opened.form?.fields.map((field) => ('initial' in field ? field.initial : undefined))).toEqual([undefined, undefined])
    expect((await opened.send()).errors['']).toContain('at least one number')
    expect((await opened.send({ visits: '1' })).text).toContain(`Added for ${TUE}: Visits 1`)
  })

  test('a manager corrects a closed month, which says so; a rep cannot', async () => {
    const { team, told, rep } = await tuesday()
    await told.log('Wang Wei', '2026-11-20', { visits: 60n })
    world.moveTo('2026-12-01T10:00[Asia/Shanghai]')
    await told.inStore((store) => publishMonthly(store, team.team, '2026-11', { late: false }))
    expect((await rep('Li Na').types('/log 2026-11-23 3 visits')).text).toContain('November 2026 is closed')
    expect((await rep('Li Na').types('/log @Wang Wei 2026-11-23 3 visits')).text).toContain('Only a manager')
    const logged = await rep('Chen').types('/log @Li 2026-11-23 90 visits')
    expect(logged.text).toContain(`Added for Li Na, ${MON}: Visits 90`)
    expect((await rep('Chen').types('/log li 3 visits')).text).not.toContain('Li Na')
    expect((await waitingPosts(world, team)).map(({ text }) => text).join('\n')).toContain('Correction: November 2026')
  })
})

test('reminders go to those not heard from, with the form a tap away', async () => {
  const { team, told, rep } = await tuesday()
  await (await rep('Li Na').types('/checkin')).send()
  await told.inStore((store) => publishNudges(store, team.team, TODAY, 'evening'))
  const nudges = (await waitingPosts(world, team)).filter(({ key }) => key.startsWith('nudge:'))
  expect(nudges.map(({ text }) => text)).toEqual([
    `How did ${TUE} go? If it went as planned, open the form and send it.\nEast · Only you see this, and I ask once.`,
  ])
})

test('the morning’s post names each one’s focus and what was promised', async () => {
  const { team, told, rep } = await tuesday()
  await (await rep('Li Na').types('/checkin')).send({ improvement: 'Ask who decides.' })
  world.moveTo('2026-11-25T09:00[Asia/Shanghai]')
  await told.inStore((store) => publishMorning(store, team.team, TODAY.add({ days: 1 })))
  expect((await waitingPosts(world, team)).at(-1)?.text).toBe(
    [
      `Good morning! ${written('2026-11-25', 'long')}`,
      'Li Na: Visits 3 and Leads 2',
      '> Promised: Ask who decides.',
      'Wang Wei: Visits 3 and Leads 2',
      'To start the day: call 3 key customers, open 2 new leads.',
      'Reply to this message in your own words, such as “3 visits, 2 leads, price objection”, or press Check in.',
    ].join('\n'),
  )
})
