import { afterEach, beforeEach, expect, test } from 'vitest'
import { botScopes } from '../../../src/adapters/slack/manifest.js'
import { DeliveryError, type Outgoing } from '../../../src/chat/model.js'
import { sayIn } from '../../../src/chat/say.js'
import type { SlackPersona } from '../../support/fake-slack/persona.js'
import { card, type World, world } from './house.js'

const file = { name: 'East-2026-Q2.xlsx', base64: Buffer.from('a workbook, as far as Slack knows').toString('base64') }

let at: World
let li: SlackPersona
beforeEach(async () => {
  at = await world({ mode: 'http' })
  li = await at.slack.person('Li Na')
})
afterEach(async () => {
  expect(at.slack.violations()).toEqual([])
  await at.close()
})

const toLi = (more: Partial<Outgoing> = {}) =>
  at.outgoing(card('The plan <!channel>'), { to: { kind: 'private', workspace: at.slack.team, person: li.id }, file, ...more })
const outcomeOf = (attempt: Promise<unknown>) =>
  attempt.then(
    () => 'arrived',
    (error: unknown) => (error instanceof DeliveryError ? error.outcome : error),
  )
const callsOf = (method: string) => at.slack.calls().filter((call) => call.method === method)
const filesOf = () => li.privately().flatMap(({ file: name }) => name ?? [])

test('is announced, uploaded and shared in the direct chat, its words escaped', async () => {
  expect(botScopes).toContain('files:write')
  await at.adapter.deliver(toLi())
  await li.waitForPrivately(({ file: name }) => name === file.name)
  expect(callsOf('files.getUploadURLExternal')[0]?.params).toMatchObject({ filename: file.name, length: '33' })
  expect(callsOf('files.completeUploadExternal')[0]?.params).toMatchObject({
    channel_id: expect.stringMatching(/^D/),
    initial_comment: 'The plan &lt;!channel&gt;',
  })
})

test.each([
  { step: 'files.getUploadURLExternal', fault: { kind: 'reply-lost' }, outcome: { kind: 'not-sent' } },
  { step: 'files.getUploadURLExternal', fault: { kind: 'server-error' }, outcome: { kind: 'not-sent' } },
  { step: 'files.upload', fault: { kind: 'connection-cut' }, outcome: { kind: 'not-sent' } },
  { step: 'files.upload', fault: { kind: 'reply-lost' }, outcome: { kind: 'not-sent' } },
  { step: 'files.upload', fault: { kind: 'server-error' }, outcome: { kind: 'not-sent' } },
  { step: 'files.upload', fault: { kind: 'rate-limited', retryAfterSeconds: 9 }, outcome: { kind: 'not-sent', retryAfterMs: 9000 } },
  { step: 'files.completeUploadExternal', fault: { kind: 'server-error' }, outcome: { kind: 'uncertain' } },
  { step: 'files.completeUploadExternal', fault: { kind: 'refused', error: 'internal_error' }, outcome: { kind: 'uncertain' } },
] as const)('$fault.kind in $step leaves it $outcome.kind, and the next attempt shares it once', async ({ step, fault, outcome }) => {
  at.slack.fault(step, fault)
  expect(await outcomeOf(at.adapter.deliver(toLi()))).toMatchObject(outcome)
  await at.adapter.deliver(toLi({ mayHaveArrived: outcome.kind === 'uncertain' }))
  await li.waitForPrivately(({ file: name }) => name === file.name)
  expect(filesOf()).toEqual([file.name])
})

test('a file of the same name but another size is another one', async () => {
  await at.adapter.deliver(toLi({ file: { ...file, base64: Buffer.from('an older one').toString('base64') } }))
  await li.waitForPrivately(({ file: name }) => name === file.name)
  await at.adapter.deliver(toLi({ key: 'post-2', mayHaveArrived: true }))
  await expect.poll(filesOf).toEqual([file.name, file.name])
})

test.each([
  {
    step: 'files.getUploadURLExternal',
    error: 'file_uploads_disabled',
    language: 'en',
    said: 'The rules of this Slack workspace do not allow such files.',
  },
  { step: 'files.getUploadURLExternal', error: 'missing_scope', language: 'zh-CN', said: '加上机器人权限“files:write”' },
  { step: 'files.upload', error: 'too large', language: 'en', said: 'Slack did not take it (upload 400).' },
  {
    step: 'files.completeUploadExternal',
    error: 'storage_limit_reached',
    language: 'zh-CN',
    said: 'Slack 没有接收（storage_limit_reached）',
  },
] as const)('$error is said to the person in their language ($language), once', async ({ step, error, language, said }) => {
  const sent = toLi({ say: sayIn(language) })
  at.slack.fault(step, { kind: 'refused', error }, 2)
  at.slack.fault('chat.postMessage', { kind: 'reply-lost' })
  expect(await outcomeOf(at.adapter.deliver(sent))).toEqual({ kind: 'uncertain' })
  await at.adapter.deliver({ ...sent, mayHaveArrived: true })
  expect(li.privately().map(({ text }) => text)).toEqual([expect.stringContaining(said)])
})

test('where the workspace is closed to the app nothing can be said, and the delivery is refused', async () => {
  for (const method of ['files.getUploadURLExternal', 'chat.postMessage'])
    at.slack.fault(method, { kind: 'refused', error: 'account_inactive' })
  expect(await outcomeOf(at.adapter.deliver(toLi()))).toEqual({ kind: 'refused', reason: 'account_inactive' })
})
