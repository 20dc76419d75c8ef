import { afterAll, beforeAll, expect, test } from 'vitest'
import { actorOf, recognise, type Visit, type Visitor } from '../../../src/app/access/visitor.js'
import { logNumbers, undoLog } from '../../../src/app/log/log-numbers.js'
import { createTeam } from '../../../src/app/team/create.js'
import { removeMember } from '../../../src/app/team/leaving.js'
import { makeLinkCode, redeemLinkCode } from '../../../src/app/team/link.js'
import { memberNamed, memberSaidFirst } from '../../../src/app/team/member-named.js'
import { joinTeam, setMember } from '../../../src/app/team/members.js'
import { setAdmin } from '../../../src/app/team/set-admin.js'
import { teamInput } from '../../../src/app/team/team-input.js'
import type { MemberId } from '../../../src/core/id.js'
import { openWorld, type World } from '../../support/world.js'

let world: World
beforeAll(async () => {
  world = await openWorld('2026-11-24T08:00:00Z')
})
afterAll(() => world.close())

const input = teamInput.parse({
  name: 'East',
  zone: 'Asia/Shanghai',
  language: 'zh-CN',
  currency: 'cny',
  country: 'CN',
  weekdays: ['1', '2', '3', '4', '5'],
  morning: '9:00',
})

let places = 0
/** People in a workspace and channel of their own. */
function place() {
  places += 1
  const where: Omit<Visit, 'externalId' | 'name'> = {
    platform: 'slack',
    workspace: `T${places}`,
    workspaceName: 'Acme',
    conversation: `C${places}`,
    conversationName: 'sales',
    conversationKind: 'channel',
    thread: undefined,
    platformLanguage: 'zh-CN',
    platformZone: 'Asia/Shanghai',
  }
  return (name: string, other: Partial<Visit> = {}): Promise<Visitor> =>
    recognise(world.app, { ...where, externalId: `U-${where.workspace}-${name}`, name, ...other })
}

test('who makes the first team of a workspace is its admin and the team’s manager, and the channel is told once', async () => {
  const who = place()
  const team = await createTeam(world.app, await who('Chen'), input)
  const chen = actorOf(await who('Chen'), world.app.now())
  expect(chen).toMatchObject({
    isAdmin: true,
    role: 'manager',
    team: { name: 'East', currency: 'CNY', weekdays: [1, 2, 3, 4, 5], schedule: { morning: '09:00' } },
  })
  const posts = await world.database.client.outbox.findMany({ where: { organisationId: team.organisationId } })
  expect(posts.map(({ key, language }) => ({ key, language }))).toEqual([{ key: `team-created:${team.id}`, language: 'zh-CN' }])
  expect(posts[0]?.post).toMatchObject({ kind: 'team-created', holidaysMissing: 2027 })
})

test('a channel has one team, a private chat none, and a name is used once', async () => {
  const who = place()
  await createTeam(world.app, await who('Chen'), input)
  await expect(createTeam(world.app, await who('Chen'), { ...input, name: 'West' })).rejects.toMatchObject({ key: 'team-exists' })
  await expect(createTeam(world.app, await who('Chen', { conversation: 'C-other' }), input)).rejects.toMatchObject({
    key: 'team-name-taken',
    field: 'name',
  })
  await expect(createTeam(world.app, await who('Chen', { conversationKind: 'private' }), input)).rejects.toMatchObject({
    key: 'team-needs-channel',
  })
})

test('joining twice is joining once, as a rep', async () => {
  const who = place()
  const team = await createTeam(world.app, await who('Chen'), input)
  expect(await joinTeam(world.app, await who('Li Na'), team)).toBe(true)
  expect(await joinTeam(world.app, await who('Li Na'), team)).toBe(false)
  const members = await world.app.reading(team.organisationId).teams.members(team.id)
  expect(members.map(({ name, role }) => `${name} ${role}`)).toEqual(['Chen manager', 'Li Na rep'])
  expect(actorOf(await who('Li Na'), world.app.now()).isAdmin).toBe(false)
})

test('only a manager changes roles, and the last manager stays one', async () => {
  const who = place()
  const team = await createTeam(world.app, await who('Chen'), input)
  await joinTeam(world.app, await who('Li Na'), team)
  const [chen, liNa] = [actorOf(await who('Chen'), world.app.now()), actorOf(await who('Li Na'), world.app.now())]
  const named = (name: string) => ({ externalId: undefined, name })
  await expect(setMember(world.app, liNa, 'T', named('Chen'), 'rep')).rejects.toMatchObject({ key: 'managers-only' })
  await expect(setMember(world.app, chen, 'T', named('Chen'), 'rep')).rejects.toMatchObject({ key: 'last-manager' })
  await expect(removeMember(world.app, chen, named('Chen'))).rejects.toMatchObject({ key: 'last-manager' })
  await expect(setMember(world.app, chen, 'T', named('Nobody'), 'rep')).rejects.toMatchObject({ key: 'nobody-named' })
  expect(await setMember(world.app, chen, 'T', named('li na'), 'spectator')).toMatchObject({
    done: 'changed',
    role: 'spectator',
    name: 'Li Na',
  })
  expect(await setMember(world.app, chen, 'T', { externalId: 'U-new', name: 'Zhao' }, 'rep')).toMatchObject({ done: 'added', role: 'rep' })
  expect(await removeMember(world.app, chen, named('Zhao'))).toMatchObject({ how: 'at-once', member: { name: 'Zhao' }, plans: [] })
  const members = await world.app.reading(team.organisationId).teams.members(team.id)
  expect(members.filter((member) => member.leftOn === undefined).map(({ name, role }) => `${name} ${role}`)).toEqual([
    'Chen manager',
    'Li Na spectator',
  ])
})

test('an account stands for its owner alone, and a name that two have for neither', async () => {
  const who = place()
  const team = await createTeam(world.app, await who('Chen'), input)
  await joinTeam(world.app, await who('Li Na'), team)
  const chen = actorOf(await who('Chen'), world.app.now())
  const newcomer = { externalId: 'U-other', name: 'Li Na' }
  await expect(setAdmin(world.app, chen, newcomer, 'make')).rejects.toMatchObject({ key: 'nobody-named' })
  await expect(memberNamed(world.app, chen, newcomer)).rejects.toMatchObject({ key: 'nobody-named' })
  expect(await setMember(world.app, chen, 'T', newcomer, undefined)).toMatchObject({ done: 'added', role: 'rep' })

  const twice = { key: 'target-name-twice' }
  await expect(removeMember(world.app, chen, { name: 'Li Na' })).rejects.toMatchObject(twice)
  await expect(memberNamed(world.app, chen, { name: 'li na' })).rejects.toMatchObject(twice)
  await expect(memberSaidFirst(world.app, chen, 'Li Na 3 visits')).rejects.toMatchObject(twice)
  const joiner = actorOf(await who('Li Na', { externalId: 'U-other' }), world.app.now())
  expect(await memberNamed(world.app, chen, newcomer)).toMatchObject({ id: joiner.memberId })
  await removeMember(world.app, chen, newcomer)
  expect((await memberSaidFirst(world.app, chen, 'Li Na 3 visits'))?.member.id).not.toBe(joiner.memberId)
  expect(actorOf(await who('Li Na'), world.app.now()).isAdmin).toBe(false)
})

test('a code links a second platform once: the same person, the same organisation', async () => {
  const who = place()
  const team = await createTeam(world.app, await who('Chen'), input)
  const code = await makeLinkCode(world.app, await who('Chen'))
  const onTelegram = { platform: 'telegram' as const, workspace: '-100', conversation: '-100', externalId: '77' }
  await redeemLinkCode(world.app, await who('Chen', onTelegram), code)
  const linked = await who('Chen', onTelegram)
  expect(linked.organisationId).toBe(team.organisationId)
  expect(actorOf(linked, world.app.now())).toMatchObject({ role: 'manager', team: { id: team.id } })
  await expect(redeemLinkCode(world.app, await who('Mallory', { ...onTelegram, externalId: '78' }), code)).rejects.toMatchObject({
    key: 'link-code',
  })
})

test('a code does not work in another organisation’s workspace, in private either, and is still good elsewhere', async () => {
  const [who, others] = [place(), place()]
  await createTeam(world.app, await who('Chen'), input)
  await createTeam(world.app, await others('Ola'), input)
  const code = await makeLinkCode(world.app, await who('Chen'))
  const inPrivate = await others('Chen', { conversationKind: 'private', conversation: 'D1' })
  await expect(redeemLinkCode(world.app, inPrivate, code)).rejects.toMatchObject({ key: 'workspace-elsewhere' })
  await redeemLinkCode(
    world.app,
    await who('Chen', { platform: 'telegram', workspace: '-200', conversation: '-200', externalId: '80' }),
    code,
  )
})

test('a code is over after 15 minutes, and an account with work of its own is not taken over', async () => {
  const who = place()
  const team = await createTeam(world.app, await who('Chen'), input)
  await joinTeam(world.app, await who('Li Na'), team)
  const fresh = await makeLinkCode(world.app, await who('Chen'))
  await expect(redeemLinkCode(world.app, await who('Li Na'), fresh)).rejects.toMatchObject({ key: 'link-account-in-use' })
  world.moveTo('2026-11-24T08:16:00Z')
  await expect(redeemLinkCode(world.app, await who('Chen', { platform: 'telegram', externalId: '79' }), fresh)).rejects.toMatchObject({
    key: 'link-code',
  })
  world.moveTo('2026-11-24T08:00:00Z')
})

test.each([
  { change: { zone: 'Mars/Olympus' }, field: 'zone' },
  { change: { currency: 'XXZ' }, field: 'currency' },
  { change: { country: 'ZZ' }, field: 'country' },
  { change: { morning: 'nine' }, field: 'morning' },
  { change: { weekdays: [] }, field: 'weekdays' },
  { change: { name: ' ' }, field: 'name' },
])('a wrong $field is refused where it stands', ({ change, field }) => {
  const parsed = teamInput.safeParse({ ...input, ...change })
  expect(parsed.success).toBe(false)
  expect(parsed.error?.issues[0]?.path[0]).toBe(field)
})

test.each([
  ['europe/berlin', 'Europe/Berlin'],
  ['AMERICA/PORT-AU-PRINCE', 'America/Port-au-Prince'],
  ['asia/kolkata', 'Asia/Kolkata'],
  ['utc', 'UTC'],
])('the zone %s is kept as %s', (typed, zone) => {
  expect(teamInput.parse({ ...input, zone: typed }).zone).toBe(zone)
})

test('what somebody logged for a member of a team that they run no longer is not theirs to take back', async () => {
  const who = place()
  const team = await createTeam(world.app, await who('Zhao'), input)
  for (const name of ['Chen', 'Li Na']) await joinTeam(world.app, await who(name), team)
  const west = { conversation: 'C-west' }
  await createTeam(world.app, await who('Chen', west), { ...input, name: 'West' })
  const as = async (name: string, other: Partial<Visit> = {}) => actorOf(await who(name, other), world.app.now())
  const chen = { externalId: undefined, name: 'Chen' }
  await setMember(world.app, await as('Zhao'), 'T', chen, 'manager')
  const { memberId } = await as('Li Na')
  const { today } = await as('Chen')
  const entries = [{ metric: 'visits', amount: 3n }]
  const { undoId } = await logNumbers(world.app, await as('Chen'), { entries, source: 'once', on: today, forMember: memberId as MemberId })

  await setMember(world.app, await as('Zhao'), 'T', chen, 'rep')
  await expect(undoLog(world.app, await as('Chen'), undoId)).rejects.toMatchObject({ key: 'managers-only' })
  await expect(undoLog(world.app, await as('Chen', west), undoId)).rejects.toMatchObject({ key: 'undo-gone' })
  await setMember(world.app, await as('Zhao'), 'T', chen, 'manager')
  expect(await undoLog(world.app, await as('Chen'), undoId)).toEqual(entries)
})
