import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { botScopes } from '../../../src/adapters/slack/manifest.js'
import type { Form } from '../../../src/chat/model.js'
import { asTyped } from '../../../src/chat/text.js'
import { card, type World, world } from './house.js'

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
const csv = { name: 'plan 计划.csv', bytes: Buffer.from('period,metric,amount\n') }

describe.each(['socket', 'http'] as const)('by %s', (mode) => {
  let at: World
  beforeEach(async () => {
    at = await world({ mode })
    at.house.answerWith = ({ event }) => (event.kind === 'submit' ? [{ kind: 'answer', card: card('Read') }] : [{ kind: 'open', form }])
  })
  afterEach(async () => {
    expect(at.slack.violations()).toEqual([])
    await at.close()
  })

  test('a file comes with the form, downloaded with the bot’s token', async () => {
    const li = await at.slack.person('Li Na')
    await li.command('/plan import')
    await li.fill({ file: csv })
    await li.waitForPrivately('Read')
    expect(at.house.handled.at(-1)?.event).toEqual({
      kind: 'submit',
      form: 'plan-import',
      context: 'team-1',
      values: { text: '', file: { name: 'plan 计划.csv', base64: csv.bytes.toString('base64') } },
    })
  })

  test('without a file the field is left out', async () => {
    const li = await at.slack.person('Li Na')
    await li.command('/plan import')
    await li.fill({ text: 'period' })
    expect(at.house.handled.at(-1)?.event).toMatchObject({ values: { text: 'period' } })
    expect(at.house.handled.at(-1)?.event).not.toHaveProperty('values.file')
  })

  test('what cannot be had is said at the field in the person’s language, and the file can be sent again', async () => {
    const [li, ben] = [await at.slack.person('Li Na', { language: 'zh-CN' }), await at.slack.person('Ben')]
    await li.command('/plan import')
    at.slack.fault('files.download', { kind: 'connection-cut' })
    await li.fill({ file: csv })
    expect((await li.form()).errors).toEqual({ file: '没能取到这个文件，请再发一次。' })
    at.slack.fault('files.download', { kind: 'refused', error: 'missing_scope' })
    await li.fill({ file: csv })
    expect((await li.form()).errors).toEqual({ file: '没能取到这个文件，请再发一次。' })
    await ben.command('/plan import')
    await ben.fill({ file: { name: 'large.xlsx', bytes: new Uint8Array(500_001) } })
    expect((await ben.form()).errors).toEqual({ file: 'This file is too large: 0.5 MB is the most.' })
    expect(at.house.handled.filter(({ event }) => event.kind === 'submit')).toEqual([])
    await li.fill({ file: csv })
    await li.waitForPrivately('Read')
  })

  test('many mistakes in a file are all said, above the form', async () => {
    const mistakes = Array.from(
      { length: 10 },
      (_, row) => `Row ${row + 2}, column amount: this amount cannot be read. Write it as 1.2m, 350k or 1200000.`,
    )
    at.house.answerWith = ({ event }) =>
      event.kind === 'submit'
        ? [{ kind: 'errors', errors: [{ field: 'file', text: asTyped(mistakes.join('\n')) }] }]
        : [{ kind: 'open', form }]
    const li = await at.slack.person('Li Na')
    await li.command('/plan import')
    await li.fill({ file: csv })
    expect((await li.form()).errors['']).toContain(mistakes.join('\n'))
  })
})

test('a form with a file needs the right to read files', () => expect(botScopes).toContain('files:read'))
