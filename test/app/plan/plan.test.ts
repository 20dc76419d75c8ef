import { Temporal } from 'temporal-polyfill'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { systemActor } from '../../../src/app/access/system-actor.js'
import type { Actor } from '../../../src/app/access/visitor.js'
import { addTarget, discardDraft, dropTarget } from '../../../src/app/plan/change-draft.js'
import { exportPlan } from '../../../src/app/plan/export.js'
import { importPlan } from '../../../src/app/plan/import.js'
import { planOverview } from '../../../src/app/plan/overview.js'
import { previewPlan, previewPlanSource } from '../../../src/app/plan/preview.js'
import { publishPlan } from '../../../src/app/plan/publish.js'
import { recallPlan } from '../../../src/app/plan/recall.js'
import { savePlanDraft } from '../../../src/app/plan/save-draft.js'
import { UserError } from '../../../src/app/user-error.js'
import type { MetricKey } from '../../../src/core/plan/metric.js'
import type { PlanInput, PlanSplit } from '../../../src/core/plan/plan-input.js'
import type { Store } from '../../../src/store/store.js'
import { openWorld, type TeamWorld, type World } from '../../support/world.js'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())

const NOW = '2026-03-02T08:00:00Z'

async function aTeam(options: Parameters<World['team']>[0] = {}): Promise<{ team: TeamWorld; chen: Actor; store: Store }> {
  world.moveTo(NOW)
  const team = await world.team({ joinedOn: '2025-12-01', country: 'CN', ...options })
  return { team, chen: await team.actor('Chen'), store: world.app.reading(team.organisationId) }
}

function target(metric: MetricKey, amount: bigint, split: PlanSplit = 'equal', currency = metric === 'revenue' ? 'CNY' : undefined) {
  return { metric, amount, split, ...(currency === undefined ? {} : { currency }) }
}

function plan(period: string, ...targets: PlanInput['targets']): PlanInput {
  return { version: 1, period, targets }
}

/** Most of what follows changes plans outside their adjustment windows, as an admin may. */
const OVERRIDE = { reason: 'Prices have changed' }

async function published(actor: Actor, input: PlanInput) {
  return publishPlan(world.app, actor, (await savePlanDraft(world.app, actor, input)).id, OVERRIDE)
}

/** All published numbers of the team: metric, member, date and amount, without the days off. */
async function numbers({ team }: TeamWorld, metric: MetricKey = 'revenue') {
  const store = world.app.reading(team.organisationId)
  const rows = await store.targets.between(team.id, Temporal.PlainDate.from('2025-01-01'), Temporal.PlainDate.from('2028-12-31'))
  return rows
    .filter((row) => row.metric === metric)
    .flatMap(({ memberId, month, days }) =>
      days.flatMap((amount, day) => (amount === null ? [] : [{ memberId, on: `${month}-${String(day + 1).padStart(2, '0')}`, amount }])),
    )
    .toSorted((a, b) => (a.on + a.memberId < b.on + b.memberId ? -1 : 1))
}

const sum = (days: readonly { amount: bigint }[]) => days.reduce((total, { amount }) => total + amount, 0n)

async function posts({ team }: TeamWorld) {
  return world.app.reading(team.organisationId).outbox.since(0n)
}

async function refused(work: Promise<unknown>): Promise<UserError> {
  const error = await work.then(
    () => undefined,
    (reason: unknown) => reason,
  )
  if (!(error instanceof UserError)) throw new Error('It was not refused', { cause: error })
  return error
}

describe('publishing', () => {
  test.each([
    {
      period: '2026',
      metric: 'revenue',
      amount: 1_234_567_89n,
      people: { 'Li Na': 'rep', 'Wang Wei': 'rep', 'Zhao Min': 'rep', Chen: 'manager' },
    },
    { period: '2026-Q2', metric: 'visits', amount: 997n, people: { 'Li Na': 'rep', 'Wang Wei': 'rep', Chen: 'manager' } },
    { period: '2026-03', metric: 'deals', amount: 7n, people: { 'Li Na': 'rep', 'Wang Wei': 'rep', Chen: 'manager' } },
  ] as const)('all days of all members of $period add up to the amount', async ({ period, metric, amount, people }) => {
    const { team, chen } = await aTeam({ people })
    await published(chen, plan(period, target(metric, amount)))
    const days = await numbers(team, metric)
    expect(sum(days)).toBe(amount)
    expect(new Set(days.map(({ memberId }) => memberId))).toEqual(
      new Set(Object.entries(team.members).flatMap(([name, { memberId }]) => (name === 'Chen' ? [] : [memberId]))),
    )
    expect(days.every(({ on }) => on >= '2026-03-02')).toBe(true)
  })

  test('rows carry their own sums, and a plan of a hundred members fits', async () => {
    const people = Object.fromEntries([
      ...Array.from({ length: 100 }, (_, n) => [`Rep ${n}`, 'rep'] as const),
      ['Chen', 'manager'] as const,
    ])
    const { team, chen } = await aTeam({ people })
    await published(chen, plan('2026', target('revenue', 99_999_999_99n), target('visits', 12_345n), target('leads', 0n)))
    const total = await world.database.client.targetMonth.groupBy({
      by: ['metric'],
      where: { teamId: team.team.id },
      _sum: { total: true },
      orderBy: { metric: 'asc' },
    })
    expect(total.map(({ metric, _sum }) => [metric, _sum.total])).toEqual([
      ['leads', 0n],
      ['revenue', 99_999_999_99n],
      ['visits', 12_345n],
    ])
  })

  test('weights, leave, joining and leaving are kept to', async () => {
    const { team, chen, store } = await aTeam({ people: { 'Li Na': 'rep', 'Wang Wei': 'rep', Zhou: 'spectator', Chen: 'manager' } })
    const { memberId } = team.members['Li Na'] ?? { memberId: undefined }
    if (memberId === undefined) throw new Error('no Li Na')
    await store.leaves.add({
      id: 'leave-1',
      memberId,
      from: Temporal.PlainDate.from('2026-04-01'),
      to: Temporal.PlainDate.from('2026-04-30'),
      at: world.app.now(),
    })
    const split = [
      { member: 'li na', weight: '3' },
      { member: 'Chen', weight: '1' },
    ]
    await published(chen, plan('2026-Q2', target('visits', 400n, split)))
    const days = await numbers(team, 'visits')
    const own = days.filter((day) => day.memberId === memberId)
    expect(sum(own)).toBe(300n)
    expect(sum(days)).toBe(400n)
    expect(own.some(({ on }) => on < '2026-05-01')).toBe(false)
    expect(days.some((day) => day.memberId === team.members['Wang Wei']?.memberId)).toBe(false)
  })

  test('twice counts once: one announcement, one private word to each member whose numbers change', async () => {
    const { team, chen } = await aTeam()
    const draft = await savePlanDraft(world.app, chen, plan('2026-Q2', target('revenue', 600_00n)))
    await publishPlan(world.app, chen, draft.id)
    const before = await numbers(team)
    await publishPlan(world.app, chen, draft.id)
    expect(await numbers(team)).toEqual(before)
    const sent = await posts(team)
    expect(sent.map(({ post }) => post)).toEqual([
      {
        kind: 'plan-published',
        teamId: team.team.id,
        period: '2026-Q2',
        by: 'Chen',
        version: 1,
        targets: [{ metric: 'revenue', amount: 600_00n, currency: 'CNY' }],
      },
      ...Array.from({ length: 2 }, () => ({
        kind: 'target-changed',
        teamId: team.team.id,
        period: '2026-Q2',
        by: 'Chen',
        changes: [{ metric: 'revenue', currency: 'CNY', before: null, after: 300_00n }],
      })),
    ])
    expect(sent.slice(1).map(({ to }) => to.split('@')[1])).toEqual(
      expect.arrayContaining([team.members['Li Na']?.externalId, team.members['Wang Wei']?.externalId]),
    )
  })

  test('two at the same moment count once', async () => {
    const { team, chen } = await aTeam()
    const draft = await savePlanDraft(world.app, chen, plan('2026-Q2', target('visits', 10n)))
    await Promise.all([publishPlan(world.app, chen, draft.id), publishPlan(world.app, chen, draft.id)])
    expect((await posts(team)).length).toBe(3)
    expect(sum(await numbers(team, 'visits'))).toBe(10n)
  })

  test('a zero is a target, and what is not named is none', async () => {
    const { team, chen } = await aTeam()
    await published(chen, plan('2026-03', target('visits', 0n)))
    const days = await numbers(team, 'visits')
    expect(days.length).toBeGreaterThan(30)
    expect(sum(days)).toBe(0n)
    expect(await numbers(team, 'leads')).toEqual([])
  })
})

describe('changing what was published', () => {
  test('days that have passed never change, and the new amount is met to the cent', async () => {
    const { team, chen } = await aTeam()
    await published(chen, plan('2026-Q2', target('revenue', 600_000_01n), target('visits', 100n)))
    const before = await numbers(team)
    world.moveTo('2026-05-13T03:00:00Z')
    const actor = await team.actor('Chen')
    const second = await published(actor, plan('2026-Q2', target('revenue', 900_000_07n, [{ member: 'Li Na', weight: '1' }])))
    const after = await numbers(team)
    const past = (days: typeof before) => days.filter(({ on }) => on < '2026-05-13')
    expect(past(after)).toEqual(past(before))
    expect(sum(after)).toBe(900_000_07n)
    const visits = await numbers(team, 'visits')
    expect(visits.every(({ on }) => on < '2026-05-13')).toBe(true)
    const states = (await world.app.reading(team.organisationId).plans.ofTeam(team.team.id)).map(({ revision, state }) => [revision, state])
    expect(states).toEqual([
      [second.revision, 'published'],
      [1, 'superseded'],
    ])
    const [, ...told] = (await posts(team)).slice(3).map(({ post }) => post)
    expect(told).toEqual(
      expect.arrayContaining([
        expect.objectContaining({
          changes: expect.arrayContaining([{ metric: 'revenue', currency: 'CNY', before: 300_000_00n, after: null }]),
        }),
      ]),
    )
  })

  test('publishing the same again from another day tells nobody of a change', async () => {
    const { team, chen } = await aTeam()
    await published(chen, plan('2026-Q2', target('visits', 100n)))
    world.moveTo('2026-04-20T03:00:00Z')
    await published(await team.actor('Chen'), plan('2026-Q2', target('visits', 100n)))
    expect((await posts(team)).filter(({ key }) => key.startsWith('target-')).length).toBe(2)
  })

  test('less than was asked for already is refused, and so is another currency', async () => {
    const { team, chen } = await aTeam()
    await published(chen, plan('2026-Q2', target('revenue', 600_00n)))
    world.moveTo('2026-06-20T03:00:00Z')
    const actor = await team.actor('Chen')
    expect((await refused(savePlanDraft(world.app, actor, plan('2026-Q2', target('revenue', 1_00n))))).key).toBe('plan-below-past')
    const dollars = plan('2026-Q2', target('revenue', 900_00n, 'equal', 'USD'))
    expect((await refused(savePlanDraft(world.app, actor, dollars))).key).toBe('plan-currency-changed')
    expect((await world.app.reading(team.organisationId).plans.ofTeam(team.team.id)).length).toBe(1)
  })

  test('of one metric a day belongs to one plan; another metric may have another period', async () => {
    const { chen } = await aTeam()
    await published(chen, plan('2026', target('revenue', 600_00n)))
    const error = await refused(savePlanDraft(world.app, chen, plan('2026-Q2', target('revenue', 100_00n))))
    expect([error.key, error.facts.period]).toEqual(['plan-overlaps', { kind: 'period', id: '2026' }])
    await published(chen, plan('2026-Q2', target('visits', 100n)))
    expect((await planOverview(world.app, chen)).published.map(({ period }) => period.id)).toEqual(['2026-Q2', '2026'])
  })
})

describe('recalling', () => {
  test('days to come lose their target, days that have passed keep it', async () => {
    const { team, chen } = await aTeam()
    const { id } = await published(chen, plan('2026-Q2', target('visits', 100n)))
    const before = await numbers(team, 'visits')
    world.moveTo('2026-05-13T03:00:00Z')
    const actor = await team.actor('Chen')
    await recallPlan(world.app, actor, id, OVERRIDE)
    await recallPlan(world.app, actor, id, OVERRIDE)
    expect(await numbers(team, 'visits')).toEqual(before.filter(({ on }) => on < '2026-05-13'))
    const rows = await world.database.client.targetMonth.findMany({ where: { teamId: team.team.id } })
    expect(rows.some(({ month }) => month.toISOString() > '2026-05-02')).toBe(false)
    const told = (await posts(team)).slice(3).map(({ post }) => post)
    expect(told).toEqual([
      { kind: 'plan-published', teamId: team.team.id, period: '2026-Q2', by: 'Chen', version: 1, targets: [], reason: OVERRIDE.reason },
      ...Array.from({ length: 2 }, () => expect.objectContaining({ changes: [{ metric: 'visits', before: 50n, after: null }] })),
    ])
  })

  test('the revision before comes back', async () => {
    const { team, chen } = await aTeam()
    const first = await published(chen, plan('2026-Q2', target('visits', 100n)))
    const before = await numbers(team, 'visits')
    const second = await published(chen, plan('2026-Q2', target('visits', 300n), target('leads', 5n)))
    expect(sum(await numbers(team, 'leads'))).toBe(5n)
    const { restored } = await recallPlan(world.app, chen, second.id, OVERRIDE)
    expect(restored?.id).toBe(first.id)
    expect((await recallPlan(world.app, chen, second.id, OVERRIDE)).restored?.id).toBe(first.id)
    expect(await numbers(team, 'visits')).toEqual(before)
    expect(await numbers(team, 'leads')).toEqual([])
    expect((await planOverview(world.app, chen)).published[0]?.revision.revision).toBe(1)
  })

  test('where the past has outgrown the revision before, recalling still works', async () => {
    const { team, chen } = await aTeam()
    await published(chen, plan('2026-Q2', target('visits', 10n)))
    const second = await published(chen, plan('2026-Q2', target('visits', 1000n)))
    world.moveTo('2026-05-13T03:00:00Z')
    const { restored } = await recallPlan(world.app, await team.actor('Chen'), second.id, OVERRIDE)
    expect(restored).toBeUndefined()
    expect((await numbers(team, 'visits')).every(({ on }) => on < '2026-05-13')).toBe(true)
  })

  test('a draft cannot be recalled, and a discarded one not published', async () => {
    const { chen } = await aTeam()
    const draft = await savePlanDraft(world.app, chen, plan('2026-Q2', target('visits', 10n)))
    expect((await refused(recallPlan(world.app, chen, draft.id))).key).toBe('plan-not-published')
    await discardDraft(world.app, chen, draft.id)
    await discardDraft(world.app, chen, draft.id)
    expect((await refused(publishPlan(world.app, chen, draft.id))).key).toBe('plan-not-draft')
  })
})

describe('drafts', () => {
  test('a target joins what is being planned for its period; the same metric takes its place; twice is once', async () => {
    const { team, chen } = await aTeam()
    const q2 = { period: '2026-Q2' }
    await addTarget(world.app, chen, q2, target('visits', 100n))
    await addTarget(world.app, chen, q2, target('leads', 50n))
    const once = await addTarget(world.app, chen, q2, target('visits', 120n))
    const twice = await addTarget(world.app, chen, q2, target('visits', 120n))
    expect(twice.id).toBe(once.id)
    const preview = await previewPlan(world.app, chen, twice.id)
    expect(preview.targets.map(({ metric, total }) => [metric, total])).toEqual([
      ['visits', 120n],
      ['leads', 50n],
    ])
    const drafts = await world.app.reading(team.organisationId).plans.ofTeam(team.team.id, ['draft'])
    expect(drafts.map(({ id }) => id)).toEqual([once.id])
  })

  test('a target added to a published plan keeps the others, and one taken out is said', async () => {
    const { chen } = await aTeam()
    await published(chen, plan('2026-Q2', target('visits', 100n)))
    const draft = await addTarget(world.app, chen, { period: '2026-Q2' }, target('leads', 50n))
    await publishPlan(world.app, chen, draft.id)
    const less = await dropTarget(world.app, chen, draft.id, 'visits')
    const preview = await previewPlan(world.app, chen, less.id)
    expect(preview.targets.map(({ metric, before, total, isDropped }) => ({ metric, before, total, isDropped }))).toEqual([
      { metric: 'leads', before: 50n, total: 50n, isDropped: false },
      { metric: 'visits', before: 100n, total: 0n, isDropped: true },
    ])
    expect((await refused(dropTarget(world.app, chen, less.id, 'leads'))).key).toBe('plan-last-target')
  })

  test('the preview tells of each member what the plan asks by quarter, month and first day', async () => {
    const { chen } = await aTeam()
    const draft = await savePlanDraft(world.app, chen, plan('2026', target('visits', 480n)))
    const { targets, firstDay, from, changes } = await previewPlan(world.app, chen, draft.id)
    expect([String(firstDay), String(from), changes]).toEqual(['2026-03-02', '2026-03-02', 2])
    const [visits] = targets
    expect(visits?.quarters.reduce((total, quarter) => total + quarter.total, 0n)).toBe(480n)
    expect(visits?.members.map(({ name, total, firstDay }) => [name, total, firstDay])).toEqual([
      ['Li Na', 240n, 1n],
      ['Wang Wei', 240n, 1n],
    ])
  })

  test("a fiscal year that starts in April names the team's quarters", async () => {
    const { team, chen } = await aTeam()
    const actor = { ...chen, team: { ...chen.team, fiscal: { kind: 'months' as const, startMonth: 4 } } }
    const draft = await savePlanDraft(world.app, actor, plan('2027-Q1', target('visits', 100n)))
    const preview = await previewPlan(world.app, actor, draft.id)
    expect([String(preview.period.start), String(preview.period.end)]).toEqual(['2026-04-01', '2026-06-30'])
    await publishPlan(world.app, actor, draft.id)
    expect(sum(await numbers(team, 'visits'))).toBe(100n)
  })
})

describe('who may, and what is refused', () => {
  test('a rep can look and change nothing; the operator may do all', async () => {
    const { team, chen } = await aTeam()
    const rep = await team.actor('Li Na')
    const draft = await savePlanDraft(world.app, chen, plan('2026-Q2', target('visits', 100n)))
    const attempts = [
      savePlanDraft(world.app, rep, plan('2026-Q2', target('visits', 1n))),
      publishPlan(world.app, rep, draft.id),
      previewPlan(world.app, rep, draft.id),
      discardDraft(world.app, rep, draft.id),
      exportPlan(world.app, rep),
      importPlan(world.app, rep, { kind: 'words', words: 'period: 2026' }),
    ]
    for (const attempt of attempts) expect((await refused(attempt)).key).toBe('managers-only')
    expect((await planOverview(world.app, rep)).published).toEqual([])
    await publishPlan(world.app, systemActor(team.team, world.app.now()), draft.id)
    expect((await planOverview(world.app, rep)).published[0]?.by).toBe('Pacesetter')
    expect((await refused(recallPlan(world.app, rep, draft.id))).key).toBe('managers-only')
  })

  test("another team's plan is not there", async () => {
    const [one, other] = [await aTeam(), await aTeam()]
    const draft = await savePlanDraft(world.app, one.chen, plan('2026-Q2', target('visits', 100n)))
    expect((await refused(publishPlan(world.app, other.chen, draft.id))).key).toBe('plan-gone')
  })

  const weights = (...members: string[]) => members.map((member) => ({ member, weight: '1' }))
  test.each([
    { key: 'plan-unknown-member', input: plan('2026-Q2', target('visits', 1n, weights('Li Na', 'Nobody'))) },
    { key: 'plan-spectator', input: plan('2026-Q2', target('visits', 1n, weights('Zhou'))) },
    { key: 'plan-member-repeated', input: plan('2026-Q2', target('visits', 1n, weights('Li Na', 'LI NA'))) },
    { key: 'plan-period-over', input: plan('2025', target('visits', 1n)) },
    { key: 'plan-period', input: plan('2026-W20', target('visits', 1n)) },
    { key: 'plan-two-currencies', input: plan('2026', target('revenue', 1n), target('revenue', 1n, 'equal', 'USD')) },
  ])('$key, with nothing written', async ({ key, input }) => {
    const { team, chen, store } = await aTeam({ people: { 'Li Na': 'rep', Zhou: 'spectator', Chen: 'manager' } })
    expect((await refused(savePlanDraft(world.app, chen, input))).key).toBe(key)
    expect(await store.plans.ofTeam(team.team.id)).toEqual([])
  })

  test('nobody to carry it, and no working day left', async () => {
    const { team, chen } = await aTeam({ people: { Zhou: 'spectator', Chen: 'manager' } })
    await published(chen, plan('2026-03', target('visits', 5n)))
    expect(sum(await numbers(team, 'visits'))).toBe(5n)
    world.moveTo('2026-05-31T03:00:00Z')
    const error = await refused(savePlanDraft(world.app, await team.actor('Chen'), plan('2026-05', target('visits', 5n))))
    expect(error.key).toBe('plan-no-working-day')
  })
})

describe('files', () => {
  test('what is exported is imported again as the same plan', async () => {
    const { team, chen } = await aTeam()
    const input = plan(
      '2026-Q2',
      target('revenue', 1_200_000_50n, [
        { member: 'Li Na', weight: '1.5' },
        { member: 'Wang Wei', weight: '1' },
      ]),
      target('visits', 90n),
    )
    const first = await published(chen, input)
    const yaml = await exportPlan(world.app, chen)
    const again = await importPlan(world.app, chen, { kind: 'words', words: yaml })
    if (!again.ok) throw new Error(JSON.stringify(again.error))
    expect(await exportPlan(world.app, chen, again.value.id)).toBe(yaml)
    expect(again.value.input).toEqual(first.input)
    const before = await numbers(team)
    await publishPlan(world.app, chen, again.value.id)
    expect(await numbers(team)).toEqual(before)
  })

  test('a table from a spreadsheet is read, money in the currency of the team', async () => {
    const { team, chen } = await aTeam()
    const table = '周期\t指标\t目标\t姓名\n2026-Q2\t销售额\t100万\tLi Na\n\t销售额\t50万\tWang Wei'
    const read = await importPlan(world.app, chen, { kind: 'words', words: table })
    if (!read.ok) throw new Error(JSON.stringify(read.error))
    await publishPlan(world.app, chen, read.value.id)
    const days = await numbers(team)
    expect(sum(days.filter(({ memberId }) => memberId === team.members['Li Na']?.memberId))).toBe(1_000_000_00n)
    expect(sum(days)).toBe(1_500_000_00n)
  })

  test('mistakes come by line and nothing is kept; looking at a file keeps nothing either', async () => {
    const { team, chen, store } = await aTeam()
    const read = await importPlan(world.app, chen, { kind: 'words', words: 'period,metric,amount\n2026-Q2,visits,many\n,joy,5' })
    expect(read.ok ? [] : read.error.map(({ line, code }) => [line, code])).toEqual([
      [2, 'not-a-number'],
      [3, 'unknown-metric'],
    ])
    const preview = await previewPlanSource(world.app, chen, { kind: 'words', words: 'period,metric,amount\n2026-Q2,visits,80' })
    expect(preview.ok && preview.value.targets[0]?.total).toBe(80n)
    expect(await store.plans.ofTeam(team.team.id)).toEqual([])
  })
})
