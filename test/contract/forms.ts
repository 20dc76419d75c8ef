import { describe, expect, test } from 'vitest'
import type { Form } from '../../src/chat/model.js'
import { asTyped } from '../../src/chat/text.js'
import { card, everyField, fileForm, longForm, withButton } from './samples.js'
import type { Scene } from './scene.js'

/** Forms open, come back whole, and say what to mend. */
export function formStories(scene: Scene): void {
  describe('a form', () => {
    const openForm = async (form: Form) => {
      await scene.stand.adapter.deliver(scene.outgoing(withButton('Good morning')))
      scene.answers({ kind: 'open', form })
      await scene.li.press('Check in', await scene.channel.waitFor('Good morning'))
      return scene.li.form()
    }

    test('opens with what it holds, and sent as it stands brings that back whole', async () => {
      const form = await openForm(everyField)
      expect(form.fields.map((field) => field.name)).toEqual(everyField.fields.map((field) => field.name))
      expect(form.text).toContain('Three customers & two <leads>')
      scene.answers({ kind: 'answer', card: card('Noted') }, { kind: 'post', card: card('Li Na has checked in') })
      await scene.li.fill({})
      await scene.li.waitForPrivately('Noted')
      await scene.channel.waitFor('Li Na has checked in')
      expect(scene.ben.privately()).toEqual([])
      expect(scene.last()).toMatchObject({
        who: { externalId: scene.li.id },
        where: { workspace: scene.stand.workspaceOf(scene.channel), conversation: scene.channel.id, kind: 'channel' },
        event: {
          kind: 'submit',
          form: 'check-in',
          context: 'member-7:2026-03-02',
          values: { visits: '3', first: 'Acme & Co', plan: '', tier: 'A', needs: [], on: '2026-03-02', share: true },
        },
      })
      await expect(scene.li.form({ timeoutMs: 50 })).rejects.toThrow()
    })

    test('brings back what was typed and chosen, as it was', async () => {
      await openForm(everyField)
      scene.answers({ kind: 'answer', card: card('Noted') })
      await scene.li.fill({
        visits: '1.2万',
        first: '<b>王伟</b> & 😀',
        plan: 'Call first.\nThen <!channel> write.',
        tier: 'Tier C',
        needs: ['Need 3', 'Need 11'],
        on: '2026-03-04',
        share: false,
      })
      await scene.li.waitForPrivately('Noted')
      expect(scene.last()?.event).toMatchObject({
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
      scene.answers({ kind: 'errors', errors: [{ field: 'visits', text: asTyped('At most 500 & no more') }] })
      await scene.li.fill({ visits: '900' })
      const refused = await scene.li.form()
      expect(refused.errors).toEqual({ visits: 'At most 500 & no more' })
      expect(refused.fields.find((field) => field.name === 'visits')?.value).toContain('900')

      scene.answers({ kind: 'errors', errors: [{ field: '', text: asTyped('The day is closed') }] })
      await scene.li.fill({ visits: '5' })
      const again = await scene.li.form()
      expect(again.errors['']).toContain('The day is closed')
      expect(again.errors.visits).toBeUndefined()

      // What the house says of something that this form does not ask for is not lost.
      scene.answers({ kind: 'errors', errors: [{ field: 'period', text: asTyped('It is planned already') }] })
      await scene.li.fill({ visits: '6' })
      expect((await scene.li.form()).errors['']).toContain('It is planned already')

      scene.answers({ kind: 'answer', card: card('Noted') })
      await scene.li.fill({})
      await scene.li.waitForPrivately('Noted')
      const sent = scene.stand.house.heard.filter(({ event }) => event.kind === 'submit')
      expect(sent.map(({ event }) => event.kind === 'submit' && event.values.visits)).toEqual(['900', '5', '6', '6'])
      expect(new Set(sent.map(({ deliveryId }) => deliveryId)).size).toBe(4)
    })

    test('may be followed by the next', async () => {
      await openForm(everyField)
      scene.answers({
        kind: 'open',
        form: {
          ...everyField,
          key: 'check-in-more',
          fields: [{ kind: 'text', name: 'which', label: asTyped('Which?'), initial: 'all' }],
        },
      })
      await scene.li.fill({})
      await expect.poll(async () => (await scene.li.form()).fields.map((field) => field.name), { timeout: 5_000 }).toEqual(['which'])
      scene.answers({ kind: 'answer', card: card('Noted') })
      await scene.li.fill({})
      await scene.li.waitForPrivately('Noted')
      expect(scene.last()?.event).toMatchObject({ form: 'check-in-more', values: { which: 'all' } })
    })

    test('takes a file, whole, and shows it by its name; without one it is sent as well', async () => {
      const opened = await openForm(fileForm)
      expect(opened.fields.map((field) => field.name)).toContain('file')
      scene.answers({ kind: 'errors', errors: [{ field: 'file', text: asTyped('Row 7 is wrong') }] })
      await scene.li.fill({ file: { name: '计划 & more.csv', bytes: Buffer.from('周期,指标\n') } })
      const refused = await scene.li.form()
      expect(refused.errors).toEqual({ file: 'Row 7 is wrong' })
      expect(refused.fields.find((field) => field.name === 'file')?.value).toBe('计划 & more.csv')

      scene.answers({ kind: 'answer', card: card('Read') })
      const bytes = Buffer.from(Array.from({ length: 500_000 }, (_, index) => index % 256))
      await scene.li.fill({ file: { name: 'plan.xlsx', bytes } })
      await scene.li.waitForPrivately('Read')
      expect(scene.last()?.event).toEqual({
        kind: 'submit',
        form: 'import',
        context: 'team-1',
        values: { text: '', file: { name: 'plan.xlsx', base64: bytes.toString('base64') } },
      })

      scene.answers({ kind: 'open', form: fileForm })
      await scene.li.press('Check in', await scene.channel.waitFor('Good morning'))
      await scene.li.form()
      scene.answers({ kind: 'answer', card: card('Read the words') })
      await scene.li.fill({ text: 'period' })
      await scene.li.waitForPrivately('Read the words')
      expect(scene.last()?.event).toMatchObject({ kind: 'submit', values: { text: 'period' } })
      expect(scene.last()?.event).not.toHaveProperty('values.file')
    })

    test('that is closed sends nothing', async () => {
      await openForm(everyField)
      await scene.li.dismiss()
      await expect(scene.li.form({ timeoutMs: 50 })).rejects.toThrow()
      expect(scene.stand.house.heard.filter(({ event }) => event.kind === 'submit')).toEqual([])
    })

    test('opens from a private chat as well, and is answered there', async () => {
      scene.answers({ kind: 'open', form: everyField })
      await scene.li.command('/checkin')
      await scene.li.form()
      scene.answers({ kind: 'answer', card: card('Noted') })
      await scene.li.fill({ visits: '4' })
      await scene.li.waitForPrivately('Noted')
      expect(scene.last()).toMatchObject({ where: { kind: 'private' }, event: { kind: 'submit', values: { visits: '4' } } })
    })

    test('with more and longer words than a screen has room for opens all the same', async () => {
      const form = await openForm(longForm)
      expect(form.fields.map((field) => field.name)).toEqual(longForm.fields.map((field) => field.name))
      scene.answers({ kind: 'answer', card: card('Noted') })
      await scene.li.fill({ who: 'p149' })
      await scene.li.waitForPrivately('Noted')
      expect(scene.last()?.event).toMatchObject({ values: { who: 'p149' } })
    })
  })
}
