import { afterAll, beforeAll, expect, test } from 'vitest'
import { importPlan } from '../../src/app/plan/import.js'
import { publishPlan } from '../../src/app/plan/publish.js'
import { readXlsx } from '../../src/app/spreadsheet/read-xlsx.js'
import { fromJson } from '../../src/store/json.js'
import { speaker, waitingPosts } from '../support/speaker.js'
import { openWorld, type TeamWorld, type World } from '../support/world.js'

let world: World
beforeAll(async () => {
  world = await openWorld('2026-03-02T08:00:00Z')
})
afterAll(() => world.close())

const visits = (period: string, more = '') =>
  `version: 1\nperiod: ${period}\ntargets:\n  - metric: visits\n    amount: 240\n    split: equal\n${more}`

async function drafted(team: TeamWorld, yaml: string) {
  const draft = await importPlan(world.app, await team.actor('Chen'), { kind: 'words', words: yaml })
  if (!draft.ok) throw new Error(JSON.stringify(draft.error))
  return draft.value.id
}

async function published(team: TeamWorld, yaml: string) {
  return publishPlan(world.app, await team.actor('Chen'), await drafted(team, yaml), { reason: 'A test' })
}

/** What waits for the outbox to send it, with its file. */
async function files(team: TeamWorld) {
  const rows = await world.database.client.outbox.findMany({
    where: { organisationId: team.organisationId, key: { startsWith: 'plan-file:' } },
    orderBy: { id: 'asc' },
  })
  return rows.map(({ key, destination, post }) => {
    const { file, askedIn } = fromJson(post) as { file: { name: string; base64: string }; askedIn?: unknown }
    return { key, destination, askedIn, name: file.name, bytes: Buffer.from(file.base64, 'base64') }
  })
}

test('a plan is shown while it is short, and comes as a file of either kind to whoever asked, in their language', async () => {
  const team = await world.team({ name: '#East / 华东' })
  await published(team, visits('2026-05'))
  const chen = speaker(world, team, 'Chen', 'zh-CN')
  const card = await chen.types('/plan 导出')
  expect(card.text).toContain('导出2026年5月目标')
  expect(card.text).toContain('amount: 240')
  expect((await card.press('表格（.xlsx）')).text).toBe('East-华东-2026-05.xlsx 会发到我们的私聊。')
  expect((await chen.types('/plan 导出表格', chen.privately)).kinds).toEqual(['toast'])
  await chen.types('/plan export YAML')

  const [pressed, typed, yaml] = await files(team)
  expect(pressed).toMatchObject({
    name: 'East-华东-2026-05.xlsx',
    destination: { kind: 'private', person: team.members.Chen?.externalId },
    askedIn: { name: 'Chen', command: 'plan', conversation: team.team.home.conversation },
  })
  expect(typed).toMatchObject({ name: pressed?.name, askedIn: undefined })
  const read = await readXlsx(pressed?.bytes ?? new Uint8Array(), ['计划'])
  expect(read.ok && read.rows[2]?.cells).toEqual(['周期', '指标', '币种', '成员', '目标值', '2026-05'])
  expect(yaml?.bytes.toString()).toContain('amount: 240')
  const told = (await waitingPosts(world, team)).filter(({ key }) => key.startsWith('plan-file:'))
  expect(told[0]?.text).toBe(
    '“#East / 华东”的2026年5月目标\n直接修改各月数字，目标值与合计会随之更新。改好后用 /plan import 导回，先看到草稿再发布。',
  )
  const audits = await world.database.client.audit.findMany({ where: { organisationId: team.organisationId, act: 'plan-exported' } })
  expect(audits.map(({ after }) => after)).toEqual(['xlsx', 'xlsx', 'yaml'].map((format) => ({ format, period: '2026-05' })))
})

test('the same delivery again hands out nothing more', async () => {
  const team = await world.team()
  await drafted(team, visits('2026-06'))
  const chen = speaker(world, team, 'Chen')
  for (const _ of [1, 2]) expect((await chen.types('/plan export xlsx', {}, 'twice')).text).toContain('comes to our private chat')
  expect((await files(team)).map(({ name }) => name)).toEqual(['East-2026-06.xlsx'])
  expect((await waitingPosts(world, team)).at(-1)?.text).toContain('plan for June 2026, not published')
})

test('a long plan is not written out in pieces, and both its files are at hand', async () => {
  const team = await world.team()
  const months = Array.from({ length: 12 }, (_, n) => `      2026-${String(n + 1).padStart(2, '0')}: ${100 + n}\n`).join('')
  const targets = ['leads', 'proposals', 'deals', 'new-customers'].map(
    (metric) => `  - metric: ${metric}\n    amount: 1200\n    split: equal\n    months:\n${months}`,
  )
  await published(team, visits('2026', targets.join('')))
  const card = await speaker(world, team, 'Chen').types('/plan export')
  expect(card.text).not.toContain('split: equal')
  expect(card.text.length).toBeLessThan(500)
  await card.press('YAML (.yaml)')
  expect((await files(team))[0]?.bytes.toString()).toContain('metric: new-customers')
})

test('of several plans one is chosen, also where the format is said', async () => {
  const team = await world.team()
  await published(team, visits('2026-04'))
  await published(team, visits('2026-05'))
  const chen = speaker(world, team, 'Chen')
  expect((await chen.types('/plan export')).text).toBe('Export which plan?\n[Export May 2026]\n[Export April 2026]')
  expect((await (await chen.types('/plan export')).press('Export April 2026')).text).toContain('period: 2026-04')
  await (await chen.types('/plan export excel')).press('Export April 2026')
  expect((await files(team)).map(({ name }) => name)).toEqual(['East-2026-04.xlsx'])
})

test.each([
  {
    language: 'en',
    words: '/plan export pdf & more',
    said: '“pdf & more” is no format that I write. There are two: /plan export xlsx for a spreadsheet',
  },
  { language: 'zh-CN', words: '/plan 导出 constructor', said: '没有“constructor”这种格式。可以导出两种：/plan 导出 表格（.xlsx）' },
] as const)('a word that is no format is answered with those there are ($language)', async ({ language, words, said }) => {
  const team = await world.team()
  await published(team, visits('2026-05'))
  expect((await speaker(world, team, 'Chen', language).types(words)).text).toContain(said)
  expect(await files(team)).toEqual([])
})

test.each([
  { language: 'en', none: 'East has no plan for now or later.', forbidden: 'Only a manager of East can do that.' },
  { language: 'zh-CN', none: '“East”现在没有执行中的目标。', forbidden: '只有“East”的经理可以这样做。' },
] as const)('no plan is said, and to a rep nothing is handed out ($language)', async ({ language, none, forbidden }) => {
  const team = await world.team()
  for (const words of ['/plan export', '/plan export xlsx', '/plan export yaml'])
    expect((await speaker(world, team, 'Chen', language).types(words)).text).toContain(none)
  const id = await drafted(team, visits('2026-05'))
  const li = speaker(world, team, 'Li Na', language)
  for (const words of ['/plan export', '/plan export xlsx']) expect((await li.types(words)).text).toContain(forbidden)
  for (const verb of ['export', 'xlsx', 'yaml']) expect((await li.presses(`plan:${verb}:${id}`)).text).toContain(forbidden)
  expect(await files(team)).toEqual([])
})

test('a version that no longer counts has no numbers, but its text', async () => {
  const team = await world.team()
  const first = await published(team, visits('2026-05'))
  await published(team, visits('2026-05').replace('240', '300'))
  const chen = speaker(world, team, 'Chen')
  expect((await chen.presses(`plan:xlsx:${first.id}`)).text).toContain('This version of the plan no longer counts')
  expect((await chen.presses(`plan:export:${first.id}`)).text).toContain('amount: 240')
  expect((await chen.presses('plan:xlsx:nothing')).text).toContain('This plan is not here any more')
})
