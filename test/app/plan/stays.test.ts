import { Temporal } from 'temporal-polyfill'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { planOverview } from '../../../src/app/plan/overview.js'
import { publishPlan } from '../../../src/app/plan/publish.js'
import { savePlanDraft } from '../../../src/app/plan/save-draft.js'
import { shareLeavers } from '../../../src/app/plan/share-leavers.js'
import { planOf } from '../../../src/app/plan/stored-plan.js'
import { removeMember, takeBackLeaving } from '../../../src/app/team/leaving.js'
import { setMember } from '../../../src/app/team/members.js'
import type { PlanInput, PlanTarget } from '../../../src/core/plan/plan-input.js'
import { newId } from '../../../src/store/new-id.js'
import { openWorld, type World } from '../../support/world.js'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())

const day = (on: string) => Temporal.PlainDate.from(on)
const TOM = { name: 'Tom' }

/** It is 10 December 2026, and these plans were published on 27 November for the reps Tom, Li Na and Wang Wei. */
async function december(...plans: readonly Omit<PlanInput, 'version'>[]) {
  world.moveTo('2026-11-27T10:00[Asia/Shanghai]')
  const team = await world.team({ joinedOn: '2026-01-05', people: { Tom: 'rep', 'Li Na': 'rep', 'Wang Wei': 'rep', Chen: 'manager' } })
  const early = await team.actor('Chen')
  for (const plan of plans)
    await publishPlan(world.app, early, (await savePlanDraft(world.app, early, { version: 1, ...plan })).id, { reason: 'Test' })
  world.moveTo('2026-12-10T10:00[Asia/Shanghai]')
  const chen = await team.actor('Chen')
  const store = world.app.reading(team.organisationId)
  const asked = async (name: string, from: string, to: string) => {
    const rows = await store.targets.between(team.team.id, day('2026-12-01'), day('2026-12-31'), team.members[name]?.memberId)
    const days = rows.flatMap(({ month, days: all }) =>
      all.map((amount, index) => ({ on: day(`${month}-01`).add({ days: index }), amount })),
    )
    return days
      .filter(({ on }) => Temporal.PlainDate.compare(on, day(from)) >= 0 && Temporal.PlainDate.compare(on, day(to)) <= 0)
      .reduce((sum, { amount }) => sum + (amount ?? 0n), 0n)
  }
  return {
    team,
    chen,
    store,
    asked,
    whole: async () => {
      const all = await Promise.all(['Tom', 'Li Na', 'Wang Wei'].map((name) => asked(name, '2026-12-01', '2026-12-31')))
      return all.reduce((sum, each) => sum + each, 0n)
    },
    crew: async () => (await planOverview(world.app, chen)).published.map(({ crew }) => crew),
    async shareOut(rule: 'team' | 'carried') {
      const [published] = await store.plans.ofTeam(team.team.id, ['published'])
      if (published === undefined) throw new Error('no plan')
      const draft = await shareLeavers(world.app, chen, published, rule)
      return planOf(await publishPlan(world.app, chen, draft.id, { reason: 'Test' }))
    },
  }
}

const visits = (more: Partial<PlanTarget> = {}): PlanTarget => ({ metric: 'visits', amount: 90n, split: 'equal', ...more })

describe('a leaver’s share', () => {
  const TREE: PlanTarget['tree'] = {
    by: 'person',
    parts: [{ name: 'Tom', share: '50%' }, { name: 'Li Na', share: '30%' }, { name: 'Wang Wei' }],
  }
  test.each([
    { how: 'equal', target: visits() },
    {
      how: 'by weights',
      target: visits({
        split: [
          { member: 'Tom', weight: '2' },
          { member: 'Li Na', weight: '1' },
        ],
      }),
    },
    { how: 'by a tree of people', target: visits({ tree: TREE }) },
    { how: 'by what was agreed', target: visits({ agreed: [{ member: 'Tom', amount: 40n }] }) },
  ])('of a split $how goes to the others, to the last visit', async ({ target }) => {
    const { chen, asked, whole, crew, shareOut } = await december({ period: '2026-12', targets: [target] })
    const [before, past] = [await asked('Tom', '2026-12-01', '2026-12-31'), await asked('Tom', '2026-12-01', '2026-12-09')]
    const { plans } = await removeMember(world.app, chen, TOM, day('2026-12-18'))
    expect(plans).toMatchObject([
      { fit: 'leaving', mayCarry: true, beyond: [{ metric: 'visits', amount: await asked('Tom', '2026-12-19', '2026-12-31') }] },
    ])
    expect((await crew())[0]?.leaving).toEqual([{ name: 'Tom', on: day('2026-12-18') }])

    await shareOut('team')
    expect(await asked('Tom', '2026-12-19', '2026-12-31')).toBe(0n)
    expect(await asked('Tom', '2026-12-01', '2026-12-09')).toBe(past)
    expect(await asked('Tom', '2026-12-01', '2026-12-31')).toBeLessThan(before)
    expect(await whole()).toBe(90n)
    expect(await crew()).toEqual([{ joined: [], left: [], leaving: [], shifted: [] }])
  })

  test('is carried by themselves in the days until then', async () => {
    const { chen, asked, whole, shareOut } = await december({ period: '2026-12', targets: [visits()] })
    const others = await asked('Li Na', '2026-12-01', '2026-12-31')
    await removeMember(world.app, chen, TOM, day('2026-12-18'))
    expect((await shareOut('carried')).leavers).toBe('carried')
    expect([await asked('Tom', '2026-12-01', '2026-12-18'), await asked('Tom', '2026-12-19', '2026-12-31')]).toEqual([30n, 0n])
    expect([await asked('Li Na', '2026-12-01', '2026-12-31'), await whole()]).toEqual([others, 90n])
  })

  test('is no larger for the days before anything was asked for: in a plan made within its year each day asks of them what it asks of others', async () => {
    world.moveTo('2026-05-12T10:00[Asia/Shanghai]')
    const team = await world.team({ joinedOn: '2026-01-05', people: { Tom: 'rep', 'Li Na': 'rep', Chen: 'manager' } })
    const chen = await team.actor('Chen')
    const draft = await savePlanDraft(world.app, chen, { version: 1, period: '2026', targets: [visits({ amount: 1600n })] })
    const published = await publishPlan(world.app, chen, draft.id)
    await removeMember(world.app, chen, TOM, day('2026-06-30'))
    const shared = await shareLeavers(world.app, chen, published, 'team')
    await publishPlan(world.app, chen, shared.id, { reason: 'Test' })
    const rows = await world.app.reading(team.organisationId).targets.between(team.team.id, day('2026-06-01'), day('2026-06-30'))
    const inJune = (name: string) =>
      rows
        .filter(({ memberId }) => memberId === team.members[name]?.memberId)
        .flatMap(({ days }) => days)
        .reduce<bigint>((sum, amount) => sum + (amount ?? 0n), 0n)
    // It was 321 against 142: the weeks from January on counted for his share, and their work fell on the few that he had left.
    expect(Math.abs(Number(inJune('Tom') - inJune('Li Na')))).toBeLessThanOrEqual(1)
  })

  test('cannot be carried by who is gone, or has no working day left', async () => {
    const gone = await december({ period: '2026-12', targets: [visits()] })
    expect((await removeMember(world.app, gone.chen, TOM)).plans).toMatchObject([{ fit: 'left', mayCarry: false }])
    expect((await gone.crew())[0]).toMatchObject({ left: ['Tom'], leaving: [] })
    const later = await december({ period: '2027-Q1', targets: [visits()] })
    expect((await removeMember(world.app, later.chen, TOM, day('2026-12-31'))).plans).toMatchObject([{ fit: 'leaving', mayCarry: false }])
  })

  test('is told of for each plan that it is part of, and for none that ends before', async () => {
    const { chen } = await december(
      { period: '2026-12', targets: [visits()] },
      { period: '2026-Q4', targets: [{ metric: 'deals', amount: 90n, split: 'equal' }] },
      { period: '2027-01', targets: [visits()] },
      { period: '2026-11', targets: [{ metric: 'leads', amount: 90n, split: 'equal' }] },
    )
    const { plans } = await removeMember(world.app, chen, TOM, day('2026-12-21'))
    expect(plans.map(({ period }) => period.id).toSorted()).toEqual(['2026-12', '2026-Q4', '2027-01'])
    const { plans: later } = await removeMember(world.app, chen, TOM, day('2026-12-31'))
    expect(later.map(({ period }) => period.id)).toEqual(['2027-01'])
  })
})

describe('that a plan does not know of somebody’s days', () => {
  test('is not said for leave, nor for who leaves on the period’s last working day', async () => {
    const { team, chen, crew, store } = await december({ period: '2026-12', targets: [visits()] })
    const memberId = team.members['Li Na']?.memberId
    if (memberId === undefined) throw new Error('nobody')
    await store.leaves.add({ id: newId(), memberId, from: day('2026-12-28'), to: day('2027-01-10'), at: world.app.now() })
    expect((await removeMember(world.app, chen, TOM, day('2026-12-31'))).plans).toEqual([])
    expect(await crew()).toEqual([{ joined: [], left: [], leaving: [], shifted: [] }])
  })

  test('is said of who stays after all, of who comes later than planned, and of who came never', async () => {
    const { chen, crew, shareOut, asked } = await december({ period: '2026-12', targets: [visits()] })
    const { member } = await removeMember(world.app, chen, TOM, day('2026-12-18'))
    const ann = { externalId: `U${newId()}`, name: 'Ann' }
    const joins = await setMember(world.app, chen, 'W', ann, 'rep', day('2026-12-14'))
    expect(joins.plans).toMatchObject([{ fit: 'no-part', beyond: [] }])
    expect((await crew())[0]).toMatchObject({ joined: [{ name: 'Ann', from: day('2026-12-14') }], leaving: [{ name: 'Tom' }] })
    await shareOut('team')
    expect(await crew()).toEqual([{ joined: [], left: [], leaving: [], shifted: [] }])

    expect((await takeBackLeaving(world.app, chen, member.id)).plans).toMatchObject([{ fit: 'shifted', beyond: [] }])
    const moved = await setMember(world.app, chen, 'W', ann, undefined, day('2026-12-21'))
    expect(moved).toMatchObject({ done: 'added', isToCome: true, plans: [{ fit: 'shifted', beyond: [{ metric: 'visits' }] }] })
    expect((await crew())[0]?.shifted).toEqual(['Tom', 'Ann'])
    const never = await removeMember(world.app, chen, ann)
    expect(never).toMatchObject({ how: 'never-came', plans: [{ fit: 'left', mayCarry: false }] })
    await shareOut('team')
    expect(await crew()).toEqual([{ joined: [], left: [], leaving: [], shifted: [] }])
    expect(await asked('Tom', '2026-12-21', '2026-12-31')).toBeGreaterThan(0n)
  })
})
