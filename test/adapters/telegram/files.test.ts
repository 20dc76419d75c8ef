import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Form } from '../../../src/chat/model.js'
import { asTyped } from '../../../src/chat/text.js'
import { card, MODES, problems, type World, world } from './house.js'

const form: Form = {
  key: 'plan-import',
  context: 'team-1',
  title: asTyped('Import'),
  fields: [
    { kind: 'file', name: 'file', label: asTyped('A file'), extensions: ['xlsx', 'csv'], maxBytes: 500_000, optional: true },
    { kind: 'text', name: 'text', label: asTyped('Or paste it'), optional: true },
  ],
  submit: asTyped('Check'),
}
const csv = { name: 'plan.csv', bytes: Buffer.from('period,metric,amount\n') }
const sent = { name: 'plan.csv', base64: csv.bytes.toString('base64') }

describe.each(MODES)('by %s', (mode) => {
  let at: World
  beforeEach(async () => {
    at = await world({ mode })
    at.house.answerWith = ({ event }) => (event.kind === 'submit' ? [{ kind: 'answer', card: card('Read') }] : [{ kind: 'open', form }])
  })
  afterEach(async () => {
    expect(problems(at)).toEqual([])
    await at.close()
  })

  const submitted = () => at.house.handled.flatMap(({ event }) => (event.kind === 'submit' ? [event.values] : []))
  const fetched = () => at.telegram.calls().filter(({ method }) => method === 'file').length

  test('a document stays with Telegram until the form is sent, over a restart too', async () => {
    const li = await at.telegram.person('Li Na')
    await li.command('/plan import')
    await li.form()
    await li.press('✏️ A file')
    await li.send(csv)
    await expect.poll(() => li.openForm()?.text).toContain('plan.csv')
    expect(fetched()).toBe(0)
    await at.restart()
    await li.press('Check')
    await li.waitForPrivately('Read')
    expect(submitted()).toEqual([{ text: '', file: sent }])
    expect(fetched()).toBe(1)
  })

  test('in a group it comes as a reply to the question', async () => {
    const [group, li] = [await at.telegram.channel('sales'), await at.telegram.person('Li Na', { hasStarted: false })]
    await li.command('/plan import', group)
    await li.fill({ file: csv })
    await expect.poll(submitted).toEqual([{ text: '', file: sent }])
  })

  test('words or too large a document are refused at the question', async () => {
    const li = await at.telegram.person('Li Na')
    await li.command('/plan import')
    await li.form()
    await li.press('✏️ A file')
    await li.say('here it comes')
    await expect.poll(() => li.openForm()?.errors.file).toBe('That is not a file. Please send one as a document, or go back.')
    await li.send({ name: 'large.xlsx', bytes: new Uint8Array(500_001) })
    await expect.poll(() => li.openForm()?.errors.file).toBe('This file is too large: 0.5 MB is the most.')
    await li.send(csv)
    await expect.poll(() => li.openForm()?.fields.length).toBe(2)
    await li.press('Check')
    await li.waitForPrivately('Read')
  })

  test('one that cannot be fetched is asked for again', async () => {
    const li = await at.telegram.person('Li Na')
    await li.command('/plan import')
    at.telegram.fault('file', { kind: 'connection-cut' })
    await li.fill({ file: csv })
    await expect.poll(() => li.openForm()?.errors.file).toBe('I could not fetch this file. Please send it once more.')
    at.telegram.fault('getFile', { kind: 'refused', error: 'Bad Request: file is temporarily unavailable' })
    await li.fill({ file: csv })
    await expect.poll(() => li.openForm()?.errors.file).toBe('I could not fetch this file. Please send it once more.')
    await li.fill({ file: csv })
    await li.waitForPrivately('Read')
    expect(submitted()).toEqual([{ text: '', file: sent }])
  })

  test('many mistakes in a file are all said', async () => {
    const mistakes = Array.from(
      { length: 10 },
      (_, row) => `Row ${row + 2}, column amount: this amount cannot be read. Write it as 1.2m, 350k or 1200000.`,
    )
    at.house.answerWith = ({ event }) =>
      event.kind === 'submit'
        ? [{ kind: 'errors', errors: [{ field: 'file', text: asTyped(mistakes.join('\n')) }] }]
        : [{ kind: 'open', form }]
    const li = await at.telegram.person('Li Na')
    await li.command('/plan import')
    await li.fill({ file: csv })
    await expect.poll(() => li.openForm()?.text).toContain(mistakes.join('\n'))
  })

  test('a document may come as soon as the form stands there, without its field being asked for', async () => {
    const li = await at.telegram.person('Li Na')
    await li.command('/plan import')
    await li.form()
    await li.send(csv)
    await expect.poll(() => li.openForm()?.text).toContain('plan.csv')
    await li.press('Check')
    await li.waitForPrivately('Read')
    expect(submitted()).toEqual([{ text: '', file: sent }])
  })

  test('a document that nobody asked for is said to be for nothing in private, and left alone in a group', async () => {
    const [group, li] = [await at.telegram.channel('sales'), await at.telegram.person('Li Na')]
    await li.send(csv)
    await li.waitForPrivately('I did nothing with this file.')
    await li.send(csv, group)
    await li.say('hello')
    expect(at.house.handled).toEqual([])
    expect(group.posts().filter(({ text }) => text.includes('file'))).toEqual([])
    expect(fetched()).toBe(0)
  })
})
