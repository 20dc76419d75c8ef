import fc from 'fast-check'
import { Temporal } from 'temporal-polyfill'
import { describe, expect, test } from 'vitest'
import { CALENDAR_YEAR } from '../../../src/core/calendar/fiscal-year.js'
import { parsePeriod } from '../../../src/core/calendar/period.js'
import { workingCalendar } from '../../../src/core/calendar/working-calendar.js'
import { type DecomposeInput, type DecomposeMember, decompose } from '../../../src/core/plan/decompose.js'
import type { Decomposition } from '../../../src/core/plan/decomposition.js'
import { replan } from '../../../src/core/plan/replan.js'

const date = (iso: string) => Temporal.PlainDate.from(iso)
const sum = (parts: readonly (bigint | null)[]) => parts.reduce<bigint>((total, part) => total + (part ?? 0n), 0n)
const calendar = workingCalendar({ weekdays: [1, 2, 3, 4, 5], country: 'CN' })
const someone = (member: string, more: Partial<DecomposeMember> = {}): DecomposeMember => ({ member, weight: 1n, calendar, ...more })

function plan(amount: bigint, members: readonly DecomposeMember[], more: Partial<DecomposeInput> = {}): Decomposition {
  const period = parsePeriod('2026-Q3', CALENDAR_YEAR)
  if (period === undefined) throw new RangeError('no period')
  const broken = decompose({ metric: 'revenue', amount, period, members, ...more })
  if (!broken.ok) throw new RangeError(broken.error.code)
  return broken.value
}

function replanned(published: Decomposition, fresh: Decomposition, from: string): Decomposition {
  const changed = replan(published, fresh, date(from))
  if (!changed.ok) throw new RangeError(changed.error.code)
  return changed.value
}

const totals = ({ members }: Decomposition) => Object.fromEntries(members.map(({ member, total }) => [member, total]))
const daysBefore = (plan: Decomposition, from: string) =>
  plan.members.map(({ member, months }) => [
    member,
    months.flatMap(({ month, days }) =>
      days.filter((share, day) => share !== null && `${month}-${String(day + 1).padStart(2, '0')}` < from),
    ),
  ])

describe('worked examples', () => {
  const team = [someone('a'), someone('b')]

  test('a raised total falls on the days that are left', () => {
    const published = plan(600_00n, team)
    const changed = replanned(published, plan(900_00n, team), '2026-08-01')
    expect(totals(changed)).toEqual({ a: 450_00n, b: 450_00n })
    expect(changed.months[0]).toEqual(published.months[0])
    expect(changed.total).toBe(900_00n)
  })

  test("who has left keeps the past, and the team's total stands", () => {
    const published = plan(600_00n, team)
    const changed = replanned(published, plan(600_00n, [someone('a')]), '2026-08-01')
    const pastOfB = published.members[1]?.months[0]?.total ?? 0n
    expect(totals(changed)).toEqual({ a: 600_00n - pastOfB, b: pastOfB })
    expect(changed.members[1]?.months[1]?.days.every((share) => share === null)).toBe(true)
  })

  test('a joiner starts on the day, not with a debt', () => {
    const published = plan(600_00n, [someone('a')])
    const changed = replanned(published, plan(600_00n, [someone('a'), someone('new', { joinedOn: date('2026-08-01') })]), '2026-08-01')
    expect(changed.members[1]?.months[0]?.days.every((share) => share === null)).toBe(true)
    expect(changed.total).toBe(600_00n)
  })

  test('less than was planned already is refused with both figures', () => {
    const past = plan(600_00n, team).months[0]?.total
    expect(replan(plan(600_00n, team), plan(10n, team), date('2026-08-01'))).toEqual({
      ok: false,
      error: { code: 'past-exceeds-total', past, total: 10n },
    })
  })

  test('nobody left to carry the rest is refused', () => {
    const fresh = plan(600_00n, [someone('a', { leftOn: date('2026-07-15') })])
    expect(replan(plan(600_00n, team), fresh, date('2026-09-29'))).toMatchObject({ ok: false, error: { code: 'no-working-day' } })
  })

  test('another period is a bug', () => {
    const other = parsePeriod('2026-Q2', CALENDAR_YEAR)
    expect(() => replan(plan(1n, team), { ...plan(1n, team), ...(other && { period: other }) }, date('2026-08-01'))).toThrow(RangeError)
  })
})

const someTeam = fc
  .array(
    fc.record({
      weight: fc.bigInt({ min: 1n, max: 9n }),
      joinedOn: fc.option(
        fc.integer({ min: 0, max: 90 }).map((days) => date('2026-07-01').add({ days })),
        { nil: undefined, freq: 2 },
      ),
      leave: fc.array(
        fc
          .integer({ min: 0, max: 80 })
          .map((days) => ({ from: date('2026-07-01').add({ days }), until: date('2026-07-08').add({ days }) })),
        { maxLength: 1 },
      ),
    }),
    { minLength: 1, maxLength: 6 },
  )
  .map((members) => [someone('always'), ...members.map((member, index) => someone(`${index}`, member))])
const somePlan = fc
  .record({ amount: fc.bigInt({ min: 0n, max: 10n ** 8n }), team: someTeam, rhythm: fc.constantFrom(undefined, [30n, 50n, 20n] as const) })
  .map(({ amount, team, rhythm }) => plan(amount, team, { rhythm }))
const someFrom = fc.integer({ min: 0, max: 91 }).map((days) => date('2026-07-01').add({ days }).toString())

test('the past never changes and the total is kept', () => {
  fc.assert(
    fc.property(somePlan, somePlan, someFrom, (published, fresh, from) => {
      const changed = replan(published, fresh, date(from))
      if (!changed.ok) {
        expect(['past-exceeds-total', 'no-working-day']).toContain(changed.error.code)
        return
      }
      expect(changed.value.total).toBe(fresh.total)
      const before = new Map(daysBefore(changed.value, from).map(([member, days]) => [member, days]))
      for (const [member, days] of daysBefore(published, from)) expect(before.get(member)).toEqual(days)
      for (const { total, months } of changed.value.members) {
        expect(sum(months.map((month) => month.total))).toBe(total)
        for (const month of months) {
          expect(sum(month.days)).toBe(month.total)
          expect(month.days.every((share) => share === null || share >= 0n)).toBe(true)
        }
      }
      for (const [index, { total }] of changed.value.months.entries())
        expect(sum(changed.value.members.map(({ months }) => months[index]?.total ?? 0n))).toBe(total)
    }),
    { numRuns: 200 },
  )
})

test('from then on, work falls on the fresh plan’s working days only', () => {
  fc.assert(
    fc.property(somePlan, somePlan, someFrom, (published, fresh, from) => {
      const changed = replan(published, fresh, date(from))
      if (!changed.ok) return
      for (const { member, months } of changed.value.members)
        for (const [index, { month, days }] of months.entries())
          for (const [day, share] of days.entries()) {
            if (`${month}-${String(day + 1).padStart(2, '0')}` < from) continue
            const freshShare = fresh.members.find((each) => each.member === member)?.months[index]?.days[day] ?? null
            expect(share === null).toBe(freshShare === null)
          }
    }),
    { numRuns: 60 },
  )
})

test('whose total and days of work are as published keeps the very same plan, whoever else is away', () => {
  fc.assert(
    fc.property(
      fc.bigInt({ min: 0n, max: 10n ** 8n }),
      someTeam,
      fc.integer({ min: 0, max: 80 }),
      fc.boolean(),
      someFrom,
      (amount, team, away, isRhythmic, from) => {
        const rhythm = isRhythmic ? ([30n, 50n, 20n] as const) : undefined
        const leave = [{ from: date('2026-07-01').add({ days: away }), until: date('2026-07-04').add({ days: away }) }]
        const published = plan(amount, team, { rhythm })
        const fresh = plan(
          amount,
          team.map((member, index) => (index === 0 ? { ...member, leave } : member)),
          { rhythm },
        )
        const changed = replan(published, fresh, date(from), { time: 'as-published' })
        if (!changed.ok) return
        expect(changed.value.total).toBe(amount)
        for (const [index, after] of changed.value.members.entries()) {
          const before = published.members.find(({ member }) => member === after.member)
          if (index > 0 && before?.total === after.total) expect(after).toBe(before)
        }
      },
    ),
    { numRuns: 100 },
  )
})

test('replanning without a change changes nothing', () => {
  fc.assert(
    fc.property(somePlan, someFrom, (published, from) => {
      const again = replanned(published, published, from)
      expect(again).toEqual(published)
      // Not only like months, but the very same: nothing is to be written.
      expect(again.members.every((plan, index) => plan === published.members[index])).toBe(true)
    }),
    { numRuns: 60 },
  )
})
