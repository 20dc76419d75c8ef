import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import {
  type Adapter,
  type Card,
  DeliveryError,
  type Destination,
  type Form,
  type Line,
  type Outgoing,
  type Reply,
} from '../../src/chat/model.js'
import { sayIn } from '../../src/chat/say.js'
import { asTyped } from '../../src/chat/text.js'
import type { Channel, Harness, Persona } from '../support/harness.js'
import type { StandInHouse } from './stand-in-house.js'

/** An adapter, started between a platform's people and a house that answers as it is told. */
export interface Stand {
  readonly harness: Harness
  readonly adapter: Adapter
  readonly house: StandInHouse
  /** Where deliveries to a channel go. */
  workspaceOf(channel: Channel): string
  /** The call by which a delivery is posted; undefined where no network lies between. */
  readonly posting: string | undefined
  /** A conversation that does not exist; undefined where every one does. */
  readonly nowhere: string | undefined
  /** Whether the platform tells if an earlier attempt has arrived. */
  readonly canBeAsked: boolean
  close(): Promise<void>
}

/** The stories that every adapter passes, whatever its platform: what a person does reaches the house, and what the house answers reaches who it is for. */
export function adapterContract(name: string, open: () => Promise<Stand>): void {
  describe(name, () => {
    let at: Stand
    let channel: Channel
    let li: Persona
    let ben: Persona
    beforeEach(async () => {
      at = await open()
      channel = await at.harness.channel('sales')
      li = await at.harness.person('Li Na', { language: 'zh-CN', zone: 'Asia/Shanghai' })
      ben = await at.harness.person('Ben')
      for (const person of [li, ben]) await at.harness.join(person, channel)
      await at.house.idle()
    })
    afterEach(async () => {
      await at.house.idle()
      expect(at.harness.violations()).toEqual([])
      await at.close()
    })

    const answers = (...replies: readonly Reply[]) => {
      at.house.answerWith = () => replies
    }
    const last = () => at.house.heard.at(-1)
    const toChannel = (): Destination => ({ kind: 'conversation', workspace: at.workspaceOf(channel), conversation: channel.id })
    const outgoing = (card: Card, more: Partial<Outgoing> = {}): Outgoing => ({
      key: 'post-1',
      to: toChannel(),
      card,
      say: sayIn('en'),
      mayHaveArrived: false,
      firstTriedAt: new Date().toISOString(),
      ...more,
    })
    /** The bot's posts, when there are as many as expected: the platform may show them a little later than it takes them. */
    const posts = async (count: number) => {
      await expect.poll(() => channel.posts().length, { timeout: 10_000 }).toBe(count)
      return channel.posts()
    }

    describe('what people do', () => {
      test('a command in a channel arrives with who, where and what, and its answer is seen by the asking person alone', async () => {
        answers({ kind: 'answer', card: card('Two of five') })
        await li.command('/target week & then <now>', channel)
        expect((await li.waitForPrivately('Two of five')).kind).toBe('private')
        expect(channel.posts().map(({ text }) => text)).not.toContain('Two of five')
        expect(ben.privately()).toEqual([])
        expect(last()).toMatchObject({
          platform: at.harness.platform,
          who: { externalId: li.id, name: 'Li Na', locale: expect.stringMatching(/^zh/) },
          where: { workspace: at.workspaceOf(channel), conversation: channel.id, conversationName: 'sales', kind: 'channel' },
          event: { kind: 'command', name: 'target', text: 'week & then <now>' },
        })
      })

      test('a command in a private chat is answered there', async () => {
        answers({ kind: 'answer', card: card('Yours alone') })
        await li.command('/target')
        await li.waitForPrivately('Yours alone')
        expect(last()).toMatchObject({ where: { kind: 'private' }, event: { kind: 'command', name: 'target', text: '' } })
        expect(channel.posts().map(({ text }) => text)).not.toContain('Yours alone')
      })

      test('somebody named in a command is told apart from the words', async () => {
        answers({ kind: 'answer', card: card('Ben: 3 of 5') })
        await li.command('/target @Ben', channel)
        await li.waitForPrivately('Ben: 3 of 5')
        expect(last()?.event).toMatchObject({ kind: 'command', text: '@Ben', mentions: [{ text: '@Ben', name: 'Ben' }] })
      })

      test('words in a thread arrive with where they were said, and are answered there: a post for all, an answer for one', async () => {
        const ref = await at.adapter.deliver(outgoing(card('Good morning')))
        const prompt = await channel.waitFor('Good morning')
        answers({ kind: 'post', card: card('Li Na: 3 of 5') }, { kind: 'answer', card: card('Undo?') })
        await li.say('拜访3 & <线索2>', channel, prompt)
        await channel.waitFor('Li Na: 3 of 5')
        await li.waitForPrivately('Undo?')
        expect(ben.privately()).toEqual([])
        expect(channel.posts().map(({ text }) => text)).not.toContain('Undo?')
        expect(last()).toMatchObject({
          who: { externalId: li.id },
          where: { conversation: channel.id, kind: 'channel', message: ref.message },
          event: { kind: 'words', text: '拜访3 & <线索2>' },
        })
        const posted = await channel.waitFor('Li Na: 3 of 5')
        expect(posted.under).toBeDefined()
      })

      test('words in a private chat are answered in it', async () => {
        answers({ kind: 'answer', card: card('Noted') })
        await li.say('3 visits')
        await li.waitForPrivately('Noted')
        expect(last()).toMatchObject({ where: { kind: 'private' }, event: { kind: 'words', text: '3 visits', mentionsBot: false } })
      })

      test('somebody who comes into the channel is told of', async () => {
        answers({ kind: 'post', card: card('Welcome') })
        const chen = await at.harness.person('Chen')
        await at.harness.join(chen, channel)
        await channel.waitFor('Welcome')
        expect(last()).toMatchObject({
          who: { externalId: chen.id, name: 'Chen' },
          where: { conversation: channel.id, kind: 'channel' },
          event: { kind: 'joined', joined: 'person' },
        })
      })

      test('what the platform sends again is the same delivery and counts once', async () => {
        answers({ kind: 'answer', card: card('Noted') })
        await li.say('3 visits')
        await li.waitForPrivately('Noted')
        await at.house.idle()
        const before = at.house.heard.length
        await at.harness.redeliverLast()
        await at.house.idle()
        expect(at.house.heard.length).toBe(before)
        expect(li.privately().filter(({ text }) => text === 'Noted')).toHaveLength(1)
      })

      test('two people who press the same button are answered each for themselves', async () => {
        await at.adapter.deliver(outgoing(withButton('Good morning')))
        const prompt = await channel.waitFor('Good morning')
        at.house.answerWith = ({ who }) => [{ kind: 'answer', card: card(`For ${who.name}`) }]
        await Promise.all([li.press('Check in', prompt), ben.press('Check in', prompt)])
        await li.waitForPrivately('For Li Na')
        await ben.waitForPrivately('For Ben')
        expect(li.privately().map(({ text }) => text)).not.toContain('For Ben')
        expect(last()).toMatchObject({
          where: { conversation: channel.id, kind: 'channel', message: prompt.id },
          event: { kind: 'press', action: 'check-in:open:1' },
        })
      })
    })

    describe('what the house answers', () => {
      test('a post is seen by all', async () => {
        answers({ kind: 'post', card: withButton('Well done') })
        await li.command('/log 3 visits', channel)
        expect((await channel.waitFor('Well done')).buttons).toEqual(['Check in'])
      })

      test('a replacement takes the place of the message that was pressed, and a word passes by', async () => {
        answers({ kind: 'post', card: withButton('Log 3 visits?') })
        await li.command('/log 3 visits', channel)
        const asked = await channel.waitFor('Log 3 visits?')
        answers({ kind: 'replace', card: card('3 visits logged') }, { kind: 'toast', text: asTyped('All right') })
        await li.press('Check in', asked)
        expect(await channel.waitFor('3 visits logged')).toMatchObject({ id: asked.id, edits: 1, buttons: [] })
        await li.waitForPrivately('All right')
        expect(ben.privately()).toEqual([])
      })

      test('a private answer is replaced in its place too, whether it stands in a channel or a private chat', async () => {
        for (const where of [channel, undefined]) {
          const before = new Set(li.privately().map(({ id }) => id))
          answers({ kind: 'answer', card: withButton('Log 3 visits?') })
          await li.command('/log 3 visits', where)
          const asked = await li.waitForPrivately((seen) => seen.text.includes('Log 3 visits?') && !before.has(seen.id))
          answers({ kind: 'replace', card: card('Undone') })
          await li.press('Check in', asked)
          expect(await li.waitForPrivately((seen) => seen.id === asked.id && seen.text.includes('Undone'))).toMatchObject({
            edits: 1,
            buttons: [],
          })
        }
      })

      test('a button that asks first counts when the person says yes', async () => {
        const sure: Card = {
          ...card('Recall the plan?'),
          buttons: [
            { label: asTyped('Recall'), action: 'plan:recall:7', style: 'danger', confirm: asTyped('It counts from today. Sure?') },
          ],
        }
        await at.adapter.deliver(outgoing(sure))
        answers({ kind: 'replace', card: card('Recalled') })
        const asked = await channel.waitFor('Recall the plan?')
        await li.press('Recall', asked)
        await channel.waitFor('Recalled')
        expect(last()?.event).toEqual({ kind: 'press', action: 'plan:recall:7' })
        expect(li.tapsSinceLastAsked()).toBe(2)
      })
    })

    describe('a form', () => {
      const openForm = async (form: Form) => {
        await at.adapter.deliver(outgoing(withButton('Good morning')))
        answers({ kind: 'open', form })
        await li.press('Check in', await channel.waitFor('Good morning'))
        return li.form()
      }

      test('opens with what it holds, and sent as it stands brings that back whole', async () => {
        const form = await openForm(everyField)
        expect(form.fields.map((field) => field.name)).toEqual(everyField.fields.map((field) => field.name))
        expect(form.text).toContain('Three customers & two <leads>')
        answers({ kind: 'answer', card: card('Noted') }, { kind: 'post', card: card('Li Na has checked in') })
        await li.fill({})
        await li.waitForPrivately('Noted')
        await channel.waitFor('Li Na has checked in')
        expect(ben.privately()).toEqual([])
        expect(last()).toMatchObject({
          who: { externalId: li.id },
          where: { workspace: at.workspaceOf(channel), conversation: channel.id, kind: 'channel' },
          event: {
            kind: 'submit',
            form: 'check-in',
            context: 'member-7:2026-03-02',
            values: { visits: '3', first: 'Acme & Co', plan: '', tier: 'A', needs: [], on: '2026-03-02', share: true },
          },
        })
        await expect(li.form({ timeoutMs: 50 })).rejects.toThrow()
      })

      test('brings back what was typed and chosen, as it was', async () => {
        await openForm(everyField)
        answers({ kind: 'answer', card: card('Noted') })
        await li.fill({
          visits: '1.2万',
          first: '<b>王伟</b> & 😀',
          plan: 'Call first.\nThen <!channel> write.',
          tier: 'Tier C',
          needs: ['Need 3', 'Need 11'],
          on: '2026-03-04',
          share: false,
        })
        await li.waitForPrivately('Noted')
        expect(last()?.event).toMatchObject({
          values: {
            visits: '1.2万',
            first: '<b>王伟</b> & 😀',
            plan: 'Call first.\nThen <!channel> write.',
            tier: 'C',
            needs: ['n3', 'n11'],
            on: '2026-03-04',
            share: false,
          },
        })
      })

      test('says at its fields what to mend, keeps what was typed, and is sent when it is right', async () => {
        await openForm(everyField)
        answers({ kind: 'errors', errors: [{ field: 'visits', text: asTyped('At most 500 & no more') }] })
        await li.fill({ visits: '900' })
        const refused = await li.form()
        expect(refused.errors).toEqual({ visits: 'At most 500 & no more' })
        expect(refused.fields.find((field) => field.name === 'visits')?.value).toContain('900')

        answers({ kind: 'errors', errors: [{ field: '', text: asTyped('The day is closed') }] })
        await li.fill({ visits: '5' })
        const again = await li.form()
        expect(again.errors['']).toContain('The day is closed')
        expect(again.errors.visits).toBeUndefined()

        answers({ kind: 'answer', card: card('Noted') })
        await li.fill({})
        await li.waitForPrivately('Noted')
        const sent = at.house.heard.filter(({ event }) => event.kind === 'submit')
        expect(sent.map(({ event }) => event.kind === 'submit' && event.values.visits)).toEqual(['900', '5', '5'])
        expect(new Set(sent.map(({ deliveryId }) => deliveryId)).size).toBe(3)
      })

      test('may be followed by the next', async () => {
        await openForm(everyField)
        answers({
          kind: 'open',
          form: {
            ...everyField,
            key: 'check-in-more',
            fields: [{ kind: 'text', name: 'which', label: asTyped('Which?'), initial: 'all' }],
          },
        })
        await li.fill({})
        await expect.poll(async () => (await li.form()).fields.map((field) => field.name), { timeout: 5_000 }).toEqual(['which'])
        answers({ kind: 'answer', card: card('Noted') })
        await li.fill({})
        await li.waitForPrivately('Noted')
        expect(last()?.event).toMatchObject({ form: 'check-in-more', values: { which: 'all' } })
      })

      test('takes a file, whole, and shows it by its name; without one it is sent as well', async () => {
        const opened = await openForm(fileForm)
        expect(opened.fields.map((field) => field.name)).toContain('file')
        answers({ kind: 'errors', errors: [{ field: 'file', text: asTyped('Row 7 is wrong') }] })
        await li.fill({ file: { name: '计划 & more.csv', bytes: Buffer.from('周期,指标\n') } })
        const refused = await li.form()
        expect(refused.errors).toEqual({ file: 'Row 7 is wrong' })
        expect(refused.fields.find((field) => field.name === 'file')?.value).toBe('计划 & more.csv')

        answers({ kind: 'answer', card: card('Read') })
        const bytes = Buffer.from(Array.from({ length: 500_000 }, (_, index) => index % 256))
        await li.fill({ file: { name: 'plan.xlsx', bytes } })
        await li.waitForPrivately('Read')
        expect(last()?.event).toEqual({
          kind: 'submit',
          form: 'import',
          context: 'team-1',
          values: { text: '', file: { name: 'plan.xlsx', base64: bytes.toString('base64') } },
        })

        answers({ kind: 'open', form: fileForm })
        await li.press('Check in', await channel.waitFor('Good morning'))
        await li.form()
        answers({ kind: 'answer', card: card('Read the words') })
        await li.fill({ text: 'period' })
        await li.waitForPrivately('Read the words')
        expect(last()?.event).toMatchObject({ kind: 'submit', values: { text: 'period' } })
        expect(last()?.event).not.toHaveProperty('values.file')
      })

      test('that is closed sends nothing', async () => {
        await openForm(everyField)
        await li.dismiss()
        await expect(li.form({ timeoutMs: 50 })).rejects.toThrow()
        expect(at.house.heard.filter(({ event }) => event.kind === 'submit')).toEqual([])
      })

      test('opens from a private chat as well, and is answered there', async () => {
        answers({ kind: 'open', form: everyField })
        await li.command('/checkin')
        await li.form()
        answers({ kind: 'answer', card: card('Noted') })
        await li.fill({ visits: '4' })
        await li.waitForPrivately('Noted')
        expect(last()).toMatchObject({ where: { kind: 'private' }, event: { kind: 'submit', values: { visits: '4' } } })
      })

      test('with more and longer words than a screen has room for opens all the same', async () => {
        const form = await openForm(longForm)
        expect(form.fields.map((field) => field.name)).toEqual(longForm.fields.map((field) => field.name))
        answers({ kind: 'answer', card: card('Noted') })
        await li.fill({ who: 'p149' })
        await li.waitForPrivately('Noted')
        expect(last()?.event).toMatchObject({ values: { who: 'p149' } })
      })
    })

    describe('what is delivered', () => {
      test('is posted, answered under, edited in place, and said to one person alone', async () => {
        const first = await at.adapter.deliver(outgoing(withButton('Good morning')))
        const prompt = await channel.waitFor('Good morning')
        expect(first).toMatchObject({ conversation: channel.id, message: prompt.id })
        await at.adapter.deliver(outgoing(card('Li Na: 3 visits'), { key: 'post-2', under: first }))
        expect(await channel.waitFor('Li Na: 3 visits')).toMatchObject({ under: prompt.id })
        expect(await at.adapter.deliver(outgoing(card('Good evening'), { key: 'post-3', replaces: first }))).toEqual(first)
        expect(await channel.waitFor('Good evening')).toMatchObject({ id: prompt.id, edits: 1, buttons: [] })
        await at.adapter.deliver(
          outgoing(withButton('For your eyes only'), {
            key: 'post-4',
            to: { kind: 'private', workspace: at.workspaceOf(channel), person: li.id },
          }),
        )
        expect((await li.waitForPrivately('For your eyes only')).buttons).toEqual(['Check in'])
        expect(ben.privately()).toEqual([])
        expect(await posts(2)).toHaveLength(2)
      })

      test('comes once, though the answer to an earlier attempt was lost, where the platform can be asked', async () => {
        const sent = outgoing(card('Good morning'))
        if (at.posting === undefined) await at.adapter.deliver(sent)
        else {
          at.harness.fault(at.posting, { kind: 'reply-lost' })
          expect(await outcomeOf(at.adapter.deliver(sent))).toEqual({ kind: 'uncertain' })
        }
        await at.adapter.deliver({ ...sent, mayHaveArrived: true })
        const texts = (await posts(at.canBeAsked ? 1 : 2)).map(({ text }) => text)
        expect(new Set(texts)).toEqual(new Set(['Good morning']))
      })

      test('comes although the connection broke on the first attempt', async () => {
        const sent = outgoing(card('Good morning'))
        if (at.posting !== undefined) {
          at.harness.fault(at.posting, { kind: 'connection-cut' })
          expect(await outcomeOf(at.adapter.deliver(sent))).toEqual({ kind: 'uncertain' })
        }
        await at.adapter.deliver({ ...sent, mayHaveArrived: true })
        expect((await posts(1)).map(({ text }) => text)).toEqual(['Good morning'])
      })

      test('waits as long as the platform asks', async () => {
        if (at.posting === undefined) return
        at.harness.fault(at.posting, { kind: 'rate-limited', retryAfterSeconds: 7 })
        expect(await outcomeOf(at.adapter.deliver(outgoing(card('Good morning'))))).toMatchObject({ kind: 'not-sent', retryAfterMs: 7000 })
        expect(channel.posts()).toEqual([])
      })

      test('is refused where there is nobody, and where the message to edit is gone', async () => {
        if (at.nowhere !== undefined) {
          const to = { ...toChannel(), conversation: at.nowhere }
          expect(await outcomeOf(at.adapter.deliver(outgoing(card('Hello?'), { to })))).toMatchObject({ kind: 'refused' })
        }
        const replaces = { conversation: channel.id, message: '1' }
        expect(await outcomeOf(at.adapter.deliver(outgoing(card('Hello?'), { replaces })))).toMatchObject({ kind: 'refused' })
        expect(channel.posts()).toEqual([])
      })
    })

    describe('what is long', () => {
      test('is delivered whole, in as many parts as it takes, and edited as far as one message goes', { timeout: 60_000 }, async () => {
        const first = await at.adapter.deliver(outgoing(longCard))
        await channel.waitFor('Comments are welcome')
        const posted = channel.posts()
        const whole = posted.map(({ text }) => text).join('\n')
        for (let row = 0; row < ROWS; row += 1) expect(whole).toContain(`row${row}.`)
        expect(whole.match(/wort/g)).toHaveLength(WORDS)
        expect(posted.flatMap(({ buttons }) => buttons)).toEqual(['Check in'])
        expect(posted.every(({ id, under }) => id === first.message || under !== undefined)).toBe(true)
        await at.adapter.deliver(outgoing(longCard, { key: 'post-2', replaces: first }))
        expect((await channel.waitFor(({ id }) => id === first.message)).text).toContain('row0.')
      })

      test('is answered, posted and put in place of a message too', { timeout: 60_000 }, async () => {
        answers({ kind: 'answer', card: longCard })
        await li.command('/review', channel)
        await li.waitForPrivately('row0.')
        await li.waitForPrivately(({ buttons }) => buttons.includes('Check in'), { timeoutMs: 15_000 })
        answers({ kind: 'post', card: longCard })
        await li.command('/review', channel)
        await channel.waitFor(`row${ROWS - 1}.`, { timeoutMs: 15_000 })
        const pressed = await channel.waitFor(({ buttons }) => buttons.includes('Check in'), { timeoutMs: 15_000 })
        answers(
          { kind: 'replace', card: { ...longCard, title: asTyped('Turned over') } },
          { kind: 'toast', text: asTyped('wort '.repeat(200)) },
        )
        await li.press('Check in', pressed)
        expect(await channel.waitFor(({ text, id }) => id === pressed.id && text.includes('Turned over'))).toMatchObject({
          buttons: ['Check in'],
        })
        await li.waitForPrivately(/^wort wort/)
      })
    })

    test('what people have typed comes out as typed, wherever it stands', { timeout: 60_000 }, async () => {
      for (const typed of TYPED) {
        const everywhere = cardOf(typed)
        await at.adapter.deliver(outgoing(everywhere, { key: `typed-${typed}` }))
        const seen = await channel.waitFor(({ text, buttons }) => text.includes(typed) && buttons.includes(`B ${typed}`))
        expect(timesIn(seen.text, typed), `${typed} in:\n${seen.text}`).toBe(TYPED_PLACES)
        answers({ kind: 'toast', text: asTyped(`Found: ${typed}`) })
        await li.command(`/case ${typed}`, channel)
        await li.waitForPrivately(`Found: ${typed}`)
        expect(last()?.event).toMatchObject({ text: typed })
      }
      answers({
        kind: 'open',
        form: {
          ...everyField,
          intro: TYPED.map((typed): Line => ({ kind: 'text', text: asTyped(typed) })),
          fields: TYPED.map((typed, index) => ({
            kind: 'text',
            name: `f${index}`,
            label: asTyped(typed),
            hint: asTyped(typed),
            initial: typed,
          })),
        },
      })
      await li.command('/checkin')
      const form = await li.form()
      for (const typed of TYPED) expect(form.text).toContain(typed)
      answers({ kind: 'toast', text: asTyped(TYPED.join(' ')) })
      await li.fill({})
      await li.waitForPrivately(TYPED.join(' '))
      expect(last()?.event).toMatchObject({ values: Object.fromEntries(TYPED.map((typed, index) => [`f${index}`, typed])) })
    })

    test('stopping finishes what is in hand', async () => {
      let finish = () => {}
      const held = new Promise<void>((resolve) => {
        finish = resolve
      })
      let begun = () => {}
      const hasBegun = new Promise<void>((resolve) => {
        begun = resolve
      })
      at.house.answerWith = async () => {
        begun()
        await held
        return [{ kind: 'answer', card: card('Done') }]
      }
      const commanded = li.command('/target')
      await hasBegun
      expect(at.adapter.isConnected()).toBe(true)
      const stopped = at.adapter.stop()
      finish()
      await stopped
      await li.waitForPrivately('Done')
      expect(at.adapter.isConnected()).toBe(false)
      await commanded
    })
  })
}

const outcomeOf = (attempt: Promise<unknown>) =>
  attempt.then(
    () => 'arrived',
    (error: unknown) => (error instanceof DeliveryError ? error.outcome : error),
  )

function card(...lines: string[]): Card {
  return { lines: lines.map((line) => ({ kind: 'text', text: asTyped(line) })) }
}

function withButton(line: string): Card {
  return { ...card(line), buttons: [{ label: asTyped('Check in'), action: 'check-in:open:1', style: 'primary' }] }
}

const everyField: Form = {
  key: 'check-in',
  context: 'member-7:2026-03-02',
  title: asTyped('Morning start'),
  intro: [{ kind: 'text', text: asTyped('Three customers & two <leads>') }],
  fields: [
    { kind: 'number', name: 'visits', label: asTyped('Visits'), unit: asTyped('times'), initial: '3' },
    { kind: 'text', name: 'first', label: asTyped('First'), initial: 'Acme & Co' },
    { kind: 'text', name: 'plan', label: asTyped('Plan'), long: true, optional: true, hint: asTyped('What comes first?') },
    {
      kind: 'choice',
      name: 'tier',
      label: asTyped('Tier'),
      options: ['A', 'B', 'C'].map((value) => ({ value, label: asTyped(`Tier ${value}`) })),
      initial: 'A',
    },
    {
      kind: 'choices',
      name: 'needs',
      label: asTyped('Needs'),
      optional: true,
      options: Array.from({ length: 12 }, (_, n) => ({ value: `n${n}`, label: asTyped(`Need ${n}`) })),
    },
    { kind: 'date', name: 'on', label: asTyped('On'), initial: '2026-03-02' },
    { kind: 'toggle', name: 'share', label: asTyped('Share it'), initial: true },
  ],
  submit: asTyped('Send'),
}

const fileForm: Form = {
  key: 'import',
  context: 'team-1',
  title: asTyped('Import'),
  fields: [
    { kind: 'file', name: 'file', label: asTyped('A file'), extensions: ['xlsx', 'csv'], maxBytes: 1_000_000, optional: true },
    { kind: 'text', name: 'text', label: asTyped('Or paste it'), optional: true },
  ],
  submit: asTyped('Check'),
}

const longForm: Form = {
  key: 'long',
  context: 'x'.repeat(900),
  title: asTyped('A title that goes on and on '.repeat(10).trim()),
  intro: Array.from({ length: 8 }, (_, n) => ({ kind: 'text', text: asTyped(`Paragraph ${n}: ${'a long one '.repeat(100).trim()}`) })),
  fields: [
    {
      kind: 'choice',
      name: 'who',
      label: asTyped('Who, of all those that one could name here '.repeat(8).trim()),
      options: Array.from({ length: 150 }, (_, n) => ({
        value: `p${n}`,
        label: asTyped(`Person ${n} with a name that is longer than any button ${'very '.repeat(20).trim()}`),
      })),
      initial: 'p0',
    },
    {
      kind: 'choices',
      name: 'days',
      label: asTyped('Which days'),
      options: Array.from({ length: 120 }, (_, n) => ({ value: `d${n}`, label: asTyped(`Day ${n}`) })),
      initial: ['d7', 'd119'],
    },
    {
      kind: 'text',
      name: 'notes',
      label: asTyped('Notes'),
      long: true,
      hint: asTyped('Hint '.repeat(600).trim()),
      initial: 'wort '.repeat(500).trim(),
    },
    { kind: 'number', name: 'amount', label: asTyped('Amount'), initial: '1' },
  ],
  submit: asTyped('Send all of this to where it belongs at last'),
}

const ROWS = 60
const WORDS = 1200
const table: Line = {
  kind: 'table',
  columns: ['Who', 'Done', 'Share', 'Remark'].map((label) => ({ label: asTyped(label), align: 'start' })),
  rows: Array.from({ length: ROWS }, (_, n) => [`row${n}.`, `${n} visits & more`, `${n}%`, 'a remark that takes its place'].map(asTyped)),
}
const longCard: Card = {
  title: asTyped('The week'),
  lines: [
    table,
    { kind: 'text', text: asTyped('wort '.repeat(WORDS).trim()) },
    { kind: 'list', items: Array.from({ length: 40 }, (_, n) => asTyped(`Point ${n}`)) },
  ],
  buttons: [{ label: asTyped('Check in'), action: 'check-in:open:1' }],
  note: asTyped('Comments are welcome'),
}

const TYPED = [
  '<!channel> all',
  '<b>bold</b> & <i>',
  '@everyone *now* _x_ `y`',
  'A & B &amp; C',
  '客户嫌贵，😀👩🏽‍💻',
  '[link](http://x.example) ~no~',
] as const

/** Typed words in every place a card has for them. */
function cardOf(typed: string): Card {
  const words = asTyped(typed)
  return {
    title: asTyped(`T ${typed}`),
    lines: [
      { kind: 'heading', text: words },
      { kind: 'text', text: words },
      { kind: 'quote', text: words },
      { kind: 'list', items: [words] },
      { kind: 'facts', facts: [{ label: words, value: words }] },
      { kind: 'progress', label: words, value: words, doneShare: 0.5, paceShare: 0.6 },
      { kind: 'table', columns: [{ label: words, align: 'start' }], rows: [[words]] },
    ],
    buttons: [{ label: asTyped(`B ${typed}`), action: 'x:y' }],
    note: words,
  }
}
const TYPED_PLACES = 12

function timesIn(text: string, words: string): number {
  return text.split(words).length - 1
}
