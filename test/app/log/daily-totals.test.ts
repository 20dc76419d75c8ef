import fc from 'fast-check'
import { Temporal } from 'temporal-polyfill'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { submitCheckIn } from '../../../src/app/check-in/submit.js'
import { undoCheckIn } from '../../../src/app/check-in/undo.js'
import { logNumbers, undoLog } from '../../../src/app/log/log-numbers.js'
import { UserError } from '../../../src/app/user-error.js'
import { openWorld, type TeamWorld, type World } from '../../support/world.js'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())

const METRICS = ['visits', 'leads', 'revenue'] as const
const DAYS = ['2026-11-23', '2026-11-24'] as const
const PEOPLE = ['Li Na', 'Wang Wei'] as const

const numbers = fc.dictionary(fc.constantFrom(...METRICS), fc.bigInt({ min: 0n, max: 50n }), { maxKeys: 3 })
const shared = { who: fc.constantFrom(...PEOPLE), on: fc.constantFrom(...DAYS) }
const form = fc.constantFrom('midday', 'evening')
/** How often something is delivered. */
const times = fc.constantFrom(1, 1, 1, 2)
const step = fc.oneof(
  fc.record({ ...shared, kind: fc.constant('form' as const), form, numbers }),
  fc.record({ ...shared, kind: fc.constant('words' as const), form, numbers, times }),
  fc.record({ ...shared, kind: fc.constant('log' as const), numbers, times, by: fc.constantFrom('self', 'manager') }),
  fc.record({ kind: fc.constant('undo' as const), which: fc.nat(20) }),
)
type Step = typeof step extends fc.Arbitrary<infer S> ? S : never

/** What was brought, told apart from how the product keeps it. */
interface Model {
  readonly undoable: { readonly undoId: string; readonly of: 'check-in' | 'log'; readonly by: string; readonly source: string }[]
  /** By person, day and metric, with the thing that brought it. */
  readonly entries: { key: string; amount: bigint; source: string }[]
}

/** The totals that the live entries of the database add up to. */
async function rebuilt({ team }: TeamWorld): Promise<Record<string, bigint>> {
  const rows = await world.database.client.logEntry.groupBy({
    by: ['memberId', 'on', 'metric'],
    where: { teamId: team.id, voidedAt: null },
    _sum: { amount: true },
    orderBy: [{ memberId: 'asc' }, { on: 'asc' }, { metric: 'asc' }],
  })
  return Object.fromEntries(
    rows.map(({ memberId, on, metric, _sum }) => [`${memberId} ${on.toISOString().slice(0, 10)} ${metric}`, _sum.amount ?? 0n]),
  )
}

async function kept({ team }: TeamWorld): Promise<Record<string, bigint>> {
  const rows = await world.database.client.dailyTotal.findMany({
    where: { teamId: team.id },
    orderBy: [{ memberId: 'asc' }, { on: 'asc' }, { metric: 'asc' }],
  })
  return Object.fromEntries(
    rows.map(({ memberId, on, metric, amount }) => [`${memberId} ${on.toISOString().slice(0, 10)} ${metric}`, amount]),
  )
}

test('the day’s totals are what its entries add up to, whatever is sent, said, logged, delivered twice and undone', async () => {
  let runs = 0
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 3, maxLength: 14 }), async (steps) => {
      runs += 1
      world.moveTo('2026-11-24T17:30[Asia/Shanghai]')
      const team = await world.team({ joinedOn: '2026-01-01' })
      const model: Model = { undoable: [], entries: [] }
      for (const [index, each] of steps.entries()) await carryOut(team, model, each, `run-${runs}-${index}`)
      const totals = await kept(team)
      expect(totals).toEqual(await rebuilt(team))
      expect(totals).toEqual(expected(model))
    }),
    { numRuns: 10 },
  )
})

/** Of what was brought and not undone: a form says what the day's totals are, all else comes on top. */
function expected({ entries }: Model): Record<string, bigint> {
  const sums = new Map<string, bigint>()
  for (const { key, amount } of entries) sums.set(key, (sums.get(key) ?? 0n) + amount)
  return Object.fromEntries([...sums].toSorted(([a], [b]) => (a < b ? -1 : 1)))
}

async function carryOut(team: TeamWorld, model: Model, each: Step, source: string): Promise<void> {
  if (each.kind === 'undo') return undo(team, model, each.which)
  const memberId = team.members[each.who]?.memberId
  if (memberId === undefined) throw new Error('nobody')
  const on = Temporal.PlainDate.from(each.on)
  const entries = Object.entries(each.numbers).map(([metric, amount]) => ({ metric, amount }))
  const keyOf = (metric: string) => `${memberId} ${each.on} ${metric}`
  if (each.kind === 'log') {
    if (entries.length === 0) return
    const by = each.by === 'self' ? each.who : 'Chen'
    for (let time = 0; time < each.times; time += 1) {
      const { undoId } = await logNumbers(world.app, await team.actor(by), {
        entries,
        source,
        on,
        ...(each.by === 'self' ? {} : { forMember: memberId }),
      })
      if (time === 0) model.undoable.push({ undoId, of: 'log', by, source })
    }
    model.entries.push(...entries.map(({ metric, amount }) => ({ key: keyOf(metric), amount, source })))
    return
  }
  const before = expected(model)
  const numbersAre = each.kind === 'form' ? 'totals' : 'added'
  for (let time = 0; time < (each.kind === 'words' ? each.times : 1); time += 1) {
    const input = { on, form: each.form, numbers: entries, numbersAre, notes: {}, source } as const
    const { undoId } = await submitCheckIn(world.app, await team.actor(each.who), input)
    if (undoId !== undefined) model.undoable.push({ undoId, of: 'check-in', by: each.who, source })
  }
  for (const { metric, amount } of entries) {
    const known = before[keyOf(metric)]
    if (each.kind === 'words') model.entries.push({ key: keyOf(metric), amount, source })
    else if (known !== amount) model.entries.push({ key: keyOf(metric), amount: amount - (known ?? 0n), source })
  }
}

async function undo(team: TeamWorld, model: Model, which: number): Promise<void> {
  const thing = model.undoable[which % Math.max(1, model.undoable.length)]
  if (thing === undefined) return
  const actor = await team.actor(thing.by)
  try {
    if (thing.of === 'log') await undoLog(world.app, actor, thing.undoId)
    else await undoCheckIn(world.app, actor, thing.undoId)
  } catch (error) {
    // Undone before, or the check-in was changed since: refused, and nothing happens.
    if (!(error instanceof UserError)) throw error
    return
  }
  model.entries.splice(0, model.entries.length, ...model.entries.filter(({ source }) => source !== thing.source))
}
