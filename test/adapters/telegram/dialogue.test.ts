import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Field, Form } from '../../../src/chat/model.js'
import { asTyped } from '../../../src/chat/text.js'
import { formOf, open, question, required, today } from './forms.js'
import { card, MODES, problems, type World, world } from './house.js'

/** Five numbers as planned, and room for notes: a check-in. */
const checkIn: Form = {
  ...question,
  key: 'check-in',
  fields: [
    ...['Visits', 'Leads', 'Proposals', 'Deals', 'Revenue'].map(
      (label, index): Field => ({ kind: 'number', name: label.toLowerCase(), label: asTyped(label), initial: String(5 - index) }),
    ),
    { kind: 'text', name: 'note', label: asTyped('Note'), long: true, optional: true },
  ],
}

describe.each(MODES)('by %s', (mode) => {
  let at: World
  beforeEach(async () => {
    at = await world({ mode })
    at.house.answerWith = ({ event }) => (event.kind === 'submit' ? [{ kind: 'answer', card: card('Noted') }] : [open])
  })
  afterEach(async () => {
    expect(problems(at)).toEqual([])
    await at.close()
  })

  const submitted = () => at.house.handled.flatMap(({ event }) => (event.kind === 'submit' ? [event.values] : []))

  test('every kind of field is filled in by its buttons or by a message, and comes back whole', async () => {
    const li = await at.telegram.person('Li Na')
    await li.command('/checkin')
    const form = await li.form()
    expect(form.title).toBe('Morning start')
    expect(form.text).toContain('Three customers & <two> leads')
    expect(form.fields.map(({ label, value }) => [label, value])).toEqual([
      ['Visits (万)', '3'],
      ['Plan', ''],
      ['Tier', 'Tier A'],
      ['Needs', ''],
      ['On', expect.stringMatching(/^Mon,? 2 Mar$/)],
      ['Share it', 'Yes'],
    ])
    await li.fill({
      visits: '1.2万',
      plan: '<b>王伟</b> & 😀',
      tier: 'Tier B',
      needs: ['Need 3', 'Need 11'],
      on: '2026-02-28',
      share: false,
    })
    await li.waitForPrivately('Noted')
    expect(submitted()).toEqual([
      { visits: '1.2万', plan: '<b>王伟</b> & 😀', tier: 'B', needs: ['n3', 'n11'], on: '2026-02-28', share: false },
    ])
    expect(at.house.handled.at(-1)?.event).toMatchObject({ form: 'check-in:morning', context: 'member-7' })
  })

  test('a check-in as planned takes two taps in private, and three from the group', async () => {
    const { telegram, house, adapter, outgoing } = at
    const [channel, li] = [await telegram.channel('sales'), await telegram.person('Li Na')]
    house.answerWith = ({ event }) =>
      event.kind === 'submit' ? [{ kind: 'answer', card: card('Noted') }] : [{ kind: 'open', form: checkIn }]
    const asPlanned = { visits: '5', leads: '4', proposals: '3', deals: '2', revenue: '1', note: '' }
    await li.command('/checkin')
    expect(await li.form()).toMatchObject({ fields: Object.entries(asPlanned).map(([name, value]) => ({ name, value })) })
    await li.tap('Send')
    await li.waitForPrivately('Noted')
    expect(li.tapsSinceLastAsked()).toBe(2)
    await adapter.deliver(outgoing(today, { to: { kind: 'conversation', workspace: channel.id, conversation: channel.id } }))
    await li.tap('Check in', await channel.waitFor('Today'))
    await li.tap('Send')
    // Opening the private chat is the third.
    expect(li.tapsSinceLastAsked() + 1).toBeLessThanOrEqual(4)
    expect(submitted()).toEqual([asPlanned, asPlanned])
  })

  test('what must be there and has no value is asked for at once, one after the other', async () => {
    const li = await at.telegram.person('Li Na')
    at.house.answerWith = ({ event }) =>
      event.kind === 'submit' ? [] : [{ kind: 'open', form: formOf(required('Success'), required('Failure')) }]
    await li.command('/checkin')
    expect((await li.form()).fields).toMatchObject([{ name: 'Success' }])
    await li.say('Acme signed')
    await expect.poll(() => li.openForm()?.fields).toMatchObject([{ name: 'Failure' }])
    await li.tap('‹ Back')
    await li.tap('Send')
    await li.waitForPrivately('Still missing: Failure')
    await li.say('Called too late')
    await expect.poll(() => li.openForm()?.fields).toMatchObject([{ value: 'Acme signed' }, { value: 'Called too late' }])
    await li.tap('Send')
    await li.waitForPrivately('✓ Sent')
    expect(submitted()).toEqual([{ Success: 'Acme signed', Failure: 'Called too late' }])
  })

  test('numbers that are filled in are seen before a reason is asked for, which is then asked for on the way', async () => {
    const li = await at.telegram.person('Li Na')
    const visits: Field = { kind: 'number', name: 'visits', label: asTyped('Visits'), initial: '80' }
    at.house.answerWith = ({ event }) => (event.kind === 'submit' ? [] : [{ kind: 'open', form: formOf(visits, required('Why')) }])
    await li.command('/checkin')
    expect((await li.form()).fields).toMatchObject([
      { name: 'visits', value: '80' },
      { name: 'Why', value: '' },
    ])
    await li.tap('✏️ Visits')
    await li.say('70')
    await expect.poll(() => li.openForm()?.fields).toMatchObject([{ name: 'Why' }])
    await li.say('Two weeks at the fair')
    await li.tap('Send')
    await li.waitForPrivately('✓ Sent')
    expect(submitted()).toEqual([{ visits: '70', Why: 'Two weeks at the fair' }])
  })

  test('what cannot be right is said at once, and may be emptied or left as it is', async () => {
    const li = await at.telegram.person('Li Na')
    await li.command('/checkin')
    await li.tap('✏️ On')
    await li.say('next Tuesday')
    await expect.poll(() => li.openForm()?.errors.on).toContain('I cannot read that as a day.')
    await li.say('2026-02-30')
    await li.tap('‹ Back')
    await li.tap('✏️ Plan')
    expect(li.openForm()?.text).toContain('What comes first?')
    await li.say('x'.repeat(41))
    await expect.poll(() => li.openForm()?.errors.plan).toContain('That is 41 characters; 40 is the most.')
    await li.say('Acme first')
    await li.tap('✏️ Plan')
    expect(li.openForm()?.text).toContain('Now: Acme first')
    await li.tap('Leave empty')
    await li.tap('Send')
    await li.waitForPrivately('Noted')
    expect(submitted()).toMatchObject([{ on: '2026-03-02', plan: '', visits: '3' }])
  })

  test('several lines stand as they were typed, to be copied and sent back, and in the overview side by side', async () => {
    const li = await at.telegram.person('Li Na')
    await li.command('/checkin')
    await li.tap('✏️ Plan')
    await li.say('Acme first\nthen Zeta')
    await expect.poll(() => li.openForm()?.fields.find(({ name }) => name === 'plan')?.value).toBe('Acme first · then Zeta')
    await li.tap('✏️ Plan')
    expect(li.openForm()?.text).toContain('send it back whole:\nAcme first\nthen Zeta')
  })

  test('errors stand at their fields, those of the whole form below, and what was typed stays', async () => {
    const { telegram, house } = at
    const li = await telegram.person('Li Na')
    await li.command('/checkin')
    house.answerWith = () => [{ kind: 'errors', errors: [{ field: 'visits', text: asTyped('At most 500 & no more') }] }]
    await li.fill({ visits: '900', plan: 'Acme' })
    const refused = await li.form()
    expect(refused).toMatchObject({ errors: { visits: 'At most 500 & no more' }, fields: [{ name: 'visits', value: '900' }] })
    const first = house.handled.at(-1)?.deliveryId
    house.answerWith = () => [{ kind: 'errors', errors: [{ field: '', text: asTyped('The day is <closed>') }] }]
    await li.say('90')
    await expect.poll(() => li.openForm()?.fields[0]).toMatchObject({ value: '90' })
    await li.tap('Send')
    expect(await li.form()).toMatchObject({
      errors: { '': 'The day is <closed>' },
      fields: [{ value: '90' }, { value: 'Acme' }, {}, {}, {}, {}],
    })
    expect(house.handled.at(-1)?.deliveryId).not.toBe(first)
  })

  test('it can be cancelled by its button and by a command, and then sends nothing', async () => {
    const { telegram, house } = at
    const li = await telegram.person('Li Na')
    for (const cancel of [() => li.dismiss(), () => li.command('/cancel')]) {
      await li.command('/checkin')
      await li.form()
      await cancel()
      await expect.poll(() => li.openForm()).toBeUndefined()
      expect(
        li
          .privately()
          .filter(({ kind }) => kind === 'private')
          .at(-1)?.text,
      ).toContain('Cancelled. Nothing was sent.')
    }
    expect(submitted()).toEqual([])
    // With nothing to cancel the house answers.
    await li.command('/cancel')
    expect(house.handled.at(-1)?.event).toMatchObject({ kind: 'command', name: 'cancel' })
  })

  test('it goes on after a restart, where it stood', async () => {
    const li = await at.telegram.person('Li Na')
    await li.command('/checkin')
    await li.tap('✏️ Visits (万)')
    await at.restart()
    await li.say('7')
    await expect.poll(() => li.openForm()?.fields[0]?.value).toBe('7')
    await at.restart()
    await li.tap('Send')
    await li.waitForPrivately('Noted')
    expect(submitted()).toMatchObject([{ visits: '7' }])
  })

  test('two people fill in theirs at once', async () => {
    const { telegram } = at
    const people = [await telegram.person('Li Na'), await telegram.person('Ben')]
    const channel = await telegram.channel('sales')
    await Promise.all(people.map((person) => person.command('/checkin', channel)))
    await Promise.all(people.map((person, index) => person.fill({ visits: String(index + 10), plan: person.name })))
    for (const person of people) await person.waitForPrivately('Noted')
    const sent = at.house.handled.flatMap(({ event, who }) =>
      event.kind === 'submit' ? [[who.name, event.values.visits, event.values.plan]] : [],
    )
    expect(sent.sort()).toEqual([
      ['Ben', '11', 'Ben'],
      ['Li Na', '10', 'Li Na'],
    ])
  })

  test('a form opened from the group while another is half-way takes its place', async () => {
    const { telegram } = at
    const [channel, li] = [await telegram.channel('sales'), await telegram.person('Li Na')]
    await li.command('/checkin')
    const first = await li.waitForPrivately('Morning start')
    await Promise.all([li.tap('✏️ Plan', first), li.command('/checkin', channel)])
    await expect.poll(() => li.privately().find(({ id }) => id === first.id)?.buttons).toEqual([])
    await li.fill({ visits: '8' })
    await li.waitForPrivately('Noted')
    expect(submitted()).toMatchObject([{ visits: '8' }])
  })

  test('a form that arrived though nobody was told, as when the process dies right after sending it, is filled in all the same', async () => {
    const { telegram, house } = at
    const li = await telegram.person('Li Na')
    await li.command('/checkin')
    await li.form()
    telegram.fault('sendMessage', { kind: 'reply-lost' })
    await li.command('/checkin')
    await expect.poll(() => li.privately().filter(({ buttons }) => buttons.includes('Send'))).toHaveLength(2)
    await at.restart()
    await li.fill({ visits: '8' })
    await li.waitForPrivately('Noted')
    expect(submitted()).toMatchObject([{ visits: '8' }])

    house.answerWith = ({ event }) =>
      event.kind === 'submit' ? [{ kind: 'answer', card: card('Noted too') }] : [{ kind: 'open', form: formOf(required('Success')) }]
    telegram.fault('sendMessage', { kind: 'reply-lost' })
    await li.command('/checkin')
    await expect.poll(() => li.openForm()?.fields).toMatchObject([{ name: 'Success' }])
    await li.say('Acme signed')
    await expect.poll(() => li.openForm()?.fields).toMatchObject([{ value: 'Acme signed' }])
    await li.tap('Send')
    await li.waitForPrivately('Noted too')
    expect(submitted().at(-1)).toEqual({ Success: 'Acme signed' })
  })

  test('days to come run on from today, and the end of a span from its beginning', async () => {
    const li = await at.telegram.person('Li Na')
    const coming = { kind: 'date', comingFrom: '2026-03-02' } as const
    at.house.answerWith = ({ event }) =>
      event.kind === 'submit'
        ? []
        : [
            {
              kind: 'open',
              form: formOf(
                { ...coming, name: 'from', label: asTyped('First day'), initial: '2026-03-02' },
                { ...coming, name: 'to', label: asTyped('Last day'), optional: true },
              ),
            },
          ]
    await li.command('/leave')
    await li.tap('✏️ First day')
    await li.tap(/5 Mar/)
    await li.tap('✏️ Last day')
    await li.tap(/11 Mar/)
    await li.tap('Send')
    await li.waitForPrivately('✓ Sent')
    expect(submitted()).toEqual([{ from: '2026-03-05', to: '2026-03-11' }])
  })

  test('a form may be followed by the next', async () => {
    const { telegram, house } = at
    const li = await telegram.person('Li Na')
    await li.command('/checkin')
    house.answerWith = ({ event }) =>
      event.kind === 'submit' && event.form === 'more'
        ? []
        : [{ kind: 'open', form: { ...formOf({ kind: 'text', name: 'visits', label: asTyped('Which?'), initial: 'Acme' }), key: 'more' } }]
    await li.fill({})
    await expect.poll(() => li.openForm()?.fields).toEqual([{ name: 'visits', label: 'Which?', value: 'Acme' }])
    await li.fill({})
    expect(submitted()).toMatchObject([{ visits: '3' }, { visits: 'Acme' }])
  })

  test('who never pressed Start has the form in the group for their eyes only, and the words are asked for by a post', async () => {
    const { telegram, house } = at
    const [channel, ben] = [await telegram.channel('sales'), await telegram.person('Ben')]
    const li = await telegram.person('Li Na', { hasStarted: false })
    house.answerWith = ({ event }) =>
      event.kind === 'submit'
        ? [
            { kind: 'answer', card: card('Noted') },
            { kind: 'post', card: card('Li has checked in') },
          ]
        : [open]
    await li.command('/checkin', channel)
    expect((await li.form()).fields).toHaveLength(6)
    expect(ben.openForm()).toBeUndefined()
    await li.fill({ visits: '6', tier: 'Tier B', plan: 'Acme' })
    await li.waitForPrivately('Noted')
    await channel.waitFor('Li has checked in')
    expect(submitted()).toMatchObject([{ visits: '6', tier: 'B', plan: 'Acme' }])
    // The questions are gone; Li's answers are Li's.
    expect(channel.posts().map(({ text }) => text)).toEqual(['6', 'Acme', 'Li has checked in'])
  })

  test('what was refused in a group is asked for by a post of its own, since a phone opens the answer to each but once', async () => {
    const { telegram, house } = at
    const channel = await telegram.channel('sales')
    const li = await telegram.person('Li Na', { hasStarted: false })
    house.answerWith = () => [open]
    await li.command('/checkin', channel)
    await li.form()
    await li.tap('✏️ Plan')
    const first = await channel.waitFor('in reply to this message')
    await li.say('x'.repeat(41), channel, first)
    const second = await channel.waitFor(({ id, text }) => id !== first.id && text.includes('in reply to this message'))
    expect(li.openForm()?.errors.plan).toContain('That is 41 characters; 40 is the most.')
    await li.say('Acme', channel, second)
    await expect.poll(() => li.openForm()?.text).toContain('Acme')
    await expect.poll(() => channel.posts().filter(({ text }) => text.includes('in reply to this message'))).toEqual([])
  })

  test('where even that cannot be, the form stands in the group, for its person only', async () => {
    const { telegram } = at
    const channel = await telegram.channel('sales')
    const li = await telegram.person('Li Na', { hasStarted: false, hasOldClient: true })
    const ben = await telegram.person('Ben', { hasStarted: false, hasOldClient: true })
    await li.command('/checkin', channel)
    const mine = await channel.waitFor('Morning start')
    await ben.tap('Send', mine)
    await ben.waitForPrivately('This form is over, or somebody else’s.')
    await ben.say('5', channel, mine)
    expect(submitted()).toEqual([])
    await ben.command('/checkin', channel)
    const others = await channel.waitFor(({ id, text }) => id !== mine.id && text.includes('Morning start'))
    await li.tap('✏️ Visits (万)', mine)
    await ben.tap('✏️ Visits (万)', others)
    const [liAsked, benAsked] = [await channel.waitFor('Li Na Visits'), await channel.waitFor('Ben Visits')]
    await ben.say('22', channel, benAsked)
    await li.say('11', channel, liAsked)
    await channel.waitFor(({ id, text }) => id === mine.id && text.includes('11'))
    await li.tap('Send', mine)
    await channel.waitFor(({ id, text }) => id === others.id && text.includes('22'))
    await ben.tap('Send', others)
    expect(submitted()).toMatchObject([{ visits: '11' }, { visits: '22' }])
  })

  test('in a forum’s topic it stays in the topic', async () => {
    const { telegram } = at
    const forum = await telegram.group('company', { forum: true })
    const east = telegram.topic(forum, 'East')
    const li = await telegram.person('Li Na', { hasStarted: false, hasOldClient: true })
    await li.command('/checkin', east)
    const form = await east.waitFor('Morning start')
    await li.tap('✏️ Visits (万)', form)
    await li.say('9', east, await east.waitFor('Li Na Visits'))
    await east.waitFor(({ id, text }) => id === form.id && text.includes('9'))
    await li.tap('Send', form)
    expect(submitted()).toMatchObject([{ visits: '9' }])
    expect(at.house.handled.at(-1)?.where).toMatchObject({ conversation: forum.id, thread: String(east.thread) })
  })

  test('a form that is over, or was never there, says so when it is pressed', async () => {
    const li = await at.telegram.person('Li Na')
    await li.command('/checkin')
    const form = await li.waitForPrivately('Morning start')
    await li.tap('☑ Share it', form)
    at.dialogues.expireAll()
    await li.tap('Send', form)
    await li.waitForPrivately('This form is over')
    await expect.poll(() => li.privately().find(({ id }) => id === form.id)?.buttons).toEqual([])
    await li.tapData('~o:nothing:7', form)
    expect(submitted()).toEqual([])
  })

  test('pressed twice or delivered twice, it is sent once', async () => {
    const { telegram } = at
    const li = await telegram.person('Li Na')
    await li.command('/checkin')
    const form = await li.waitForPrivately('Morning start')
    await li.tap('☑ Share it', form)
    await telegram.redeliverLast()
    expect(li.openForm()?.fields.at(-1)).toMatchObject({ value: 'No' })
    await Promise.all([li.tap('Send', form), li.tap('Send', form)])
    await telegram.redeliverLast()
    await li.waitForPrivately('Noted')
    expect(submitted()).toMatchObject([{ share: false }])
  })

  test('an answer that could not be kept comes again, and a submission is acknowledged once it is safe', async () => {
    const { telegram, dialogues } = at
    const li = await telegram.person('Li Na')
    await li.command('/checkin')
    await li.tap('✏️ Visits (万)')
    dialogues.failNext(1)
    await li.say('12')
    await expect.poll(() => li.openForm()?.fields[0]?.value).toBe('12')
    await li.tap('Send')
    await li.waitForPrivately('Noted')
    expect(submitted()).toMatchObject([{ visits: '12' }])
  })

  test('a screen that could not be brought up to date is by the next press', async () => {
    const { telegram } = at
    const li = await telegram.person('Li Na')
    await li.command('/checkin')
    telegram.fault('editMessageText', { kind: 'server-error' })
    await li.tap('☑ Share it')
    expect(li.openForm()?.fields.at(-1)).toMatchObject({ value: 'Yes' })
    await li.tap('✏️ Plan')
    await li.tap('‹ Back')
    expect(li.openForm()?.fields.at(-1)).toMatchObject({ value: 'No' })
  })

  test('a hundred choices come page by page, whatever bytes their values take', async () => {
    const { telegram, house } = at
    const li = await telegram.person('Li Na')
    const options = Array.from({ length: 100 }, (_, n) => ({ value: `${'客'.repeat(24)}${n}`, label: asTyped(`Customer ${n}`) }))
    const asks = formOf({ kind: 'choice', name: 'the customer that it is about', label: asTyped('Customer'), options })
    house.answerWith = ({ event }) => (event.kind === 'submit' ? [] : [{ kind: 'open', form: asks }])
    await li.command('/deal')
    for (let page = 0; page < 12; page += 1) await li.tap('›')
    await li.tap('‹')
    await li.tap('Customer 95')
    await li.tap('Send')
    expect(submitted()).toEqual([{ 'the customer that it is about': options[95]?.value }])
  })
})

test('a date without a first value offers the days around today, and their weeks before and after', async () => {
  const at = await world({ mode: 'polling', language: 'zh-CN' })
  const li = await at.telegram.person('李娜', { language: 'zh-hans' })
  const asks = formOf({ kind: 'date', name: 'on', label: asTyped('哪天') })
  at.house.answerWith = ({ event }) => (event.kind === 'submit' ? [] : [{ kind: 'open', form: asks }])
  await li.command('/leave')
  const day = (offset: number) => new Date(Date.now() + offset * 86_400_000).toISOString().slice(0, 10)
  const said = (on: string) =>
    new Intl.DateTimeFormat('zh-CN', { weekday: 'short', month: 'short', day: 'numeric', timeZone: 'UTC' }).format(new Date(on))
  expect((await li.form()).fields[0]?.options).toEqual([1, 0, -1, -2, -3, -4, -5].map((offset) => said(day(offset))))
  await li.tap('›')
  await li.tap(said(day(8)))
  await li.tap('Send')
  expect(at.house.handled.at(-1)?.event).toMatchObject({ values: { on: day(8) } })
  await li.waitForPrivately('✓ 已提交')
  expect(problems(at)).toEqual([])
  await at.close()
})
