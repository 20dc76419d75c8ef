import fc from 'fast-check'
import { Temporal } from 'temporal-polyfill'
import { describe, expect, test } from 'vitest'
import { dayNumber } from '../../../src/core/calendar/day-number.js'
import { CALENDAR_YEAR, type FiscalCalendar } from '../../../src/core/calendar/fiscal-year.js'
import { datesOf, monthsOf, type Period, type PeriodKind, parsePeriod, periodContaining } from '../../../src/core/calendar/period.js'
import { RETAIL_CALENDAR, WEEK_LAYOUTS } from '../../../src/core/calendar/week-year.js'
import { workingCalendar } from '../../../src/core/calendar/working-calendar.js'
import { type DecomposeInput, type DecomposeMember, decompose } from '../../../src/core/plan/decompose.js'
import type { Decomposition, MemberPlan } from '../../../src/core/plan/decomposition.js'
import { shareWorkings } from '../../../src/core/plan/workings.js'

const date = (iso: string) => Temporal.PlainDate.from(iso)
const sum = (parts: readonly (bigint | null)[]) => parts.reduce<bigint>((total, part) => total + (part ?? 0n), 0n)
const weekdaysOnly = workingCalendar({ weekdays: [1, 2, 3, 4, 5] })
const china = workingCalendar({ weekdays: [1, 2, 3, 4, 5], country: 'CN' })
const germany = workingCalendar({ weekdays: [1, 2, 3, 4, 5], country: 'DE', region: 'BY' })
const never = workingCalendar({ weekdays: [] })

function period(id: string, fiscal: FiscalCalendar = CALENDAR_YEAR): Period {
  const found = parsePeriod(id, fiscal)
  if (found === undefined) throw new RangeError(`no period ${id}`)
  return found
}

function plan(input: Partial<DecomposeInput>): Decomposition {
  const broken = decompose({ metric: 'visits', amount: 0n, period: period('2026'), members: [someone('a')], ...input })
  if (!broken.ok) throw new RangeError(broken.error.code)
  return broken.value
}

function someone(member: string, more: Partial<DecomposeMember> = {}): DecomposeMember {
  return { member, weight: 1n, calendar: weekdaysOnly, ...more }
}

const totals = ({ members }: Decomposition) => Object.fromEntries(members.map(({ member, total }) => [member, total]))
const monthTotals = ({ months }: Pick<Decomposition, 'months'>) => months.map(({ total }) => total)
const quarterTotals = ({ quarters }: Decomposition) => quarters.map(({ total }) => total)

function shareOn(member: MemberPlan | undefined, iso: string): bigint | null | undefined {
  const day = dayNumber(date(iso))
  const month = member?.months.find(({ firstDay, days }) => firstDay <= day && day < firstDay + days.length)
  return month?.days[day - month.firstDay]
}

describe('by person', () => {
  test('the odd unit goes by largest remainder', () => {
    const members = [47000n, 16000n, 15800n, 12000n, 6100n, 3100n].map((weight, index) => someone(`${index}`, { weight }))
    expect(Object.values(totals(plan({ amount: 10n, members })))).toEqual([5n, 2n, 1n, 1n, 1n, 0n])
  })

  test('a joiner carries from the first day, by working days', () => {
    const members = [someone('whole'), someone('joiner', { joinedOn: date('2026-06-16') })] // 11 of June's 22 working days
    expect(totals(plan({ amount: 300n, period: period('2026-06'), members }))).toEqual({ whole: 200n, joiner: 100n })
  })

  test("a leaver's share goes back to the team, and their last day still counts", () => {
    const members = [someone('whole'), someone('leaver', { leftOn: date('2026-06-15') })]
    const broken = plan({ amount: 300n, period: period('2026-06'), members })
    expect(totals(broken)).toEqual({ whole: 200n, leaver: 100n })
    expect(shareOn(broken.members[1], '2026-06-15')).toBeGreaterThan(0n)
    expect(shareOn(broken.members[1], '2026-06-16')).toBeNull()
  })

  test('days before anything is asked for count for nobody’s share, and who was there only then shares by weight', () => {
    // From 9 June on 16 working days, 5 of them the leaver's.
    const members = [someone('whole'), someone('leaver', { leftOn: date('2026-06-15') })]
    const asksFrom = date('2026-06-09')
    expect(totals(plan({ amount: 210n, period: period('2026-06'), members, asksFrom }))).toEqual({ whole: 160n, leaver: 50n })
    const gone = [someone('gone', { leftOn: date('2026-06-05') })]
    expect(totals(plan({ amount: 210n, period: period('2026-06'), members: gone, asksFrom }))).toEqual({ gone: 210n })
  })

  test('who joins or leaves in the middle may carry a whole share, in the days that are theirs', () => {
    const joiner = someone('joiner', { joinedOn: date('2026-06-16'), beforeJoining: 'carried' })
    const leaver = someone('leaver', { leftOn: date('2026-06-15'), afterLeaving: 'carried' })
    const broken = plan({ amount: 330n, period: period('2026-06'), members: [someone('whole'), joiner, leaver] })
    expect(totals(broken)).toEqual({ whole: 110n, joiner: 110n, leaver: 110n })
    // 11 working days each.
    expect([shareOn(broken.members[1], '2026-06-15'), shareOn(broken.members[1], '2026-06-16')]).toEqual([null, 10n])
    expect([shareOn(broken.members[2], '2026-06-15'), shareOn(broken.members[2], '2026-06-16')]).toEqual([10n, null])
  })

  test('a new hire comes up to a whole share month by month, and the others carry what is missing', () => {
    // 2026-Q2: 22, 21 and 22 working days. From 1 April at 25, 50, 75 percent: 5.5 + 10.5 + 16.5 of 65 days, which is a half.
    const hire = someone('hire', { joinedOn: date('2026-04-01'), ramp: { from: date('2026-04-01'), steps: [25n, 50n, 75n] } })
    const broken = plan({ amount: 1950n, period: period('2026-Q2'), members: [someone('whole'), hire] })
    expect(totals(broken)).toEqual({ whole: 1300n, hire: 650n })
    expect(broken.members[1]?.months.map(({ total }) => total)).toEqual([110n, 210n, 330n])
  })

  test('leave changes no share: its work moves to the other days', () => {
    const away = someone('away', { leave: [{ from: date('2026-06-01'), until: date('2026-06-12') }] })
    const broken = plan({ amount: 240n, period: period('2026-06'), members: [someone('there'), away] })
    expect(totals(broken)).toEqual({ there: 120n, away: 120n })
    expect(shareOn(broken.members[1], '2026-06-12')).toBeNull()
    expect(shareOn(broken.members[1], '2026-06-15')).toBe(10n)
  })

  test('by a plan’s rule days on leave are the team’s: the share is less by them', () => {
    // June 2026 has 22 working days, of which the leave takes 10: 22 : 12 of 340. A second one is away on the very same days.
    const leave = [{ from: date('2026-06-01'), until: date('2026-06-12') }]
    const away = someone('away', { leave, onLeave: 'team' })
    const own = someone('own', { leave })
    const broken = plan({ amount: 560n, period: period('2026-06'), members: [someone('there'), away, own] })
    expect(totals(broken)).toEqual({ there: 220n, away: 120n, own: 220n })
    expect(shareOn(broken.members[1], '2026-06-12')).toBeNull()
    expect([shareOn(broken.members[1], '2026-06-15'), shareOn(broken.members[0], '2026-06-15')]).toEqual([10n, 10n])
    const all = someone('all', { leave: [{ from: date('2026-05-01'), until: date('2026-07-01') }], onLeave: 'team' })
    const without = plan({ amount: 220n, period: period('2026-06'), members: [someone('there'), all] })
    expect([totals(without), without.excluded]).toEqual([{ there: 220n }, ['all']])
  })

  test('days on leave before anything is asked for, or outside a stay, take nothing off a share', () => {
    const early = someone('early', { leave: [{ from: date('2026-06-01'), until: date('2026-06-05') }], onLeave: 'team' })
    const members = [someone('there'), early]
    expect(totals(plan({ amount: 200n, period: period('2026-06'), members, asksFrom: date('2026-06-08') }))).toEqual({
      there: 100n,
      early: 100n,
    })
    const leaver = { leftOn: date('2026-06-15'), leave: [{ from: date('2026-06-16'), until: date('2026-06-30') }] }
    const left = [someone('there'), someone('leaver', { ...leaver, onLeave: 'team' })]
    expect(totals(plan({ amount: 330n, period: period('2026-06'), members: left }))).toEqual({ there: 220n, leaver: 110n })
  })

  test('equal weights are equal shares in different countries', () => {
    const members = [someone('Li Na', { calendar: china }), someone('Anna', { calendar: germany })]
    expect(totals(plan({ amount: 1000n, members }))).toEqual({ 'Li Na': 500n, Anna: 500n })
  })

  test('who has no day to work on is left out, and the others carry it', () => {
    const members = [
      someone('a', { weight: 3n }),
      someone('gone', { leftOn: date('2025-12-31') }),
      someone('b'),
      someone('idle', { weight: 0n }),
    ]
    const broken = plan({ amount: 40n, members })
    expect(totals(broken)).toEqual({ a: 30n, b: 10n })
    expect(broken.excluded).toEqual(['gone'])
  })

  test.each([
    { code: 'no-weight', members: [] },
    { code: 'no-weight', members: [someone('a', { weight: 0n })] },
    { code: 'no-working-day', members: [someone('a', { calendar: never })] },
    { code: 'no-working-day', members: [someone('a', { leave: [{ from: date('2026-01-01'), until: date('2026-12-31') }] })] },
  ])('$code', ({ code, members }) => {
    expect(decompose({ metric: 'visits', amount: 5n, period: period('2026'), members })).toEqual({ ok: false, error: { code } })
  })

  test('a negative amount or weight is a bug', () => {
    expect(() => plan({ amount: -1n })).toThrow(RangeError)
    expect(() => plan({ amount: 1n, members: [someone('a', { weight: -1n }), someone('b', { weight: 2n })] })).toThrow(RangeError)
  })
})

describe('by time', () => {
  test('one deal a month comes out of twelve a year', () => {
    expect(monthTotals(plan({ amount: 12n }))).toEqual(Array(12).fill(1n))
  })

  test('ten people with two deals a year close some in every quarter', () => {
    const members = Array.from({ length: 10 }, (_, index) => someone(`${index}`))
    expect(quarterTotals(plan({ amount: 20n, members }))).toEqual([5n, 5n, 5n, 5n])
  })

  test('a season weighs the months, first half twice the second', () => {
    const months = Object.fromEntries(
      Array.from({ length: 12 }, (_, index) => [`2026-${String(index + 1).padStart(2, '0')}`, index < 6 ? 2n : 1n]),
    )
    expect(monthTotals(plan({ amount: 180n, months }))).toEqual([...Array(6).fill(20n), ...Array(6).fill(10n)])
  })

  test('2.2 phases: 30% of the visits in assault, 40% of the proposals in deepening, 30% of the deals in the sprint', () => {
    const phases = [30n, 40n, 30n] as const
    const [assault] = monthTotals(plan({ metric: 'visits', amount: 1000n, period: period('2026-Q2'), phases }))
    const [, deepening] = monthTotals(plan({ metric: 'proposals', amount: 200n, period: period('2026-Q2'), phases }))
    const [, , sprint] = monthTotals(plan({ metric: 'deals', amount: 40n, period: period('2026-Q2'), phases }))
    expect([assault, deepening, sprint]).toEqual([300n, 80n, 12n])
    const fromFebruary = { kind: 'months', startMonth: 2 } as const
    const broken = plan({ amount: 1000n, period: period('2027-Q1', fromFebruary), fiscal: fromFebruary, phases })
    expect(broken.months).toEqual([
      { month: '2026-02', quarter: '2027-Q1', total: 300n },
      { month: '2026-03', quarter: '2027-Q1', total: 400n },
      { month: '2026-04', quarter: '2027-Q1', total: 300n },
    ])
  })

  test('a retail quarter falls on its months of four, five and four weeks', () => {
    const broken = plan({ amount: 1300n, period: period('2026-Q1', RETAIL_CALENDAR), fiscal: RETAIL_CALENDAR })
    expect(broken.months).toEqual([
      { month: '2026-P01', quarter: '2026-Q1', total: 400n },
      { month: '2026-P02', quarter: '2026-Q1', total: 500n },
      { month: '2026-P03', quarter: '2026-Q1', total: 400n },
    ])
    // 1 February 2026 is a Sunday: 20 working days of 20 each.
    expect(shareOn(broken.members[0], '2026-02-01')).toBeNull()
    expect(shareOn(broken.members[0], '2026-02-02')).toBe(20n)
    expect(shareOn(broken.members[0], '2026-03-02')).toBe(20n)
  })

  test('a quarter of four months has its sprint in the last two', () => {
    const fiscal: FiscalCalendar = { ...RETAIL_CALENDAR, layout: '13x4' }
    const broken = plan({ amount: 1000n, period: period('2026-Q4', fiscal), fiscal, phases: [30n, 40n, 30n] })
    expect(broken.months.map(({ month }) => month)).toEqual(['2026-P10', '2026-P11', '2026-P12', '2026-P13'])
    expect(monthTotals(broken)).toEqual([300n, 400n, 150n, 150n])
  })

  test('1 time-bound: a month falls 30/50/20 on its ten-day spans', () => {
    const [member] = plan({ amount: 1_000_000_01n, metric: 'revenue', period: period('2026-06'), rhythm: [30n, 50n, 20n] }).members
    const days = member?.months[0]?.days ?? []
    expect([days.slice(0, 10), days.slice(10, 20), days.slice(20)].map(sum)).toEqual([30_000_000n, 50_000_001n, 20_000_000n])
  })

  test('a span without a working day passes its part on', () => {
    const away = someone('away', { leave: [{ from: date('2026-06-01'), until: date('2026-06-10') }] })
    const [member] = plan({ amount: 700n, period: period('2026-06'), members: [away], rhythm: [30n, 50n, 20n] }).members
    const days = member?.months[0]?.days ?? []
    expect([days.slice(0, 10), days.slice(10, 20), days.slice(20)].map(sum)).toEqual([0n, 500n, 200n])
  })

  test('ten visits over twenty days fall on every second day', () => {
    const [member] = plan({ amount: 10n, period: period('2027-02') }).members
    expect(member?.months[0]?.days.filter((share) => share !== null)).toEqual(Array(10).fill([0n, 1n]).flat())
  })

  test('worked weekend days get work, and the holidays around them none', () => {
    const [member] = plan({ amount: 248n, members: [someone('Li Na', { calendar: china })] }).members
    expect(
      ['2026-02-14', '2026-02-15', '2026-02-20', '2026-02-24', '2026-02-28', '2026-10-07', '2026-10-10'].map((on) => shareOn(member, on)),
    ).toEqual([1n, null, null, 1n, 1n, null, 1n])
  })

  test('a month all on leave passes to the other months', () => {
    const away = someone('away', { leave: [{ from: date('2026-04-01'), until: date('2026-04-30') }] })
    expect(monthTotals(plan({ amount: 43n, period: period('2026-Q2'), members: [away] }))).toEqual([0n, 21n, 22n])
  })

  test('a leap day is worked', () => {
    const [member] = plan({ amount: 21n, period: period('2024-02') }).members
    expect(shareOn(member, '2024-02-29')).toBe(1n)
  })

  test('a week of a 53-week year is broken down over the turn of the year', () => {
    const broken = plan({ amount: 5n, period: period('2026-W53') })
    expect(broken.months.map(({ month, total }) => [month, total])).toEqual([
      ['2026-12', 4n],
      ['2027-01', 1n],
    ])
  })

  test('a day is one day', () => {
    expect(shareOn(plan({ amount: 5n, period: period('2026-03-02') }).members[0], '2026-03-02')).toBe(5n)
  })
})

// ── For all inputs ──

const someFiscal: fc.Arbitrary<FiscalCalendar> = fc.oneof(
  fc.integer({ min: 1, max: 12 }).map((startMonth) => ({ kind: 'months' as const, startMonth })),
  fc.constantFrom(...WEEK_LAYOUTS).map((layout) => ({ ...RETAIL_CALENDAR, layout })),
)
const somePeriod = fc
  .record({
    kind: fc.constantFrom<PeriodKind>('day', 'week', 'month', 'quarter', 'year'),
    days: fc.integer({ min: 0, max: 4000 }),
    fiscal: someFiscal,
  })
  .map(({ kind, days, fiscal }) => ({ fiscal, period: periodContaining(kind, date('2020-01-01').add({ days }), fiscal) }))

const someAmount = fc.oneof(fc.bigInt({ min: 0n, max: 400n }), fc.bigInt({ min: 0n, max: 10n ** 13n }))
const someParts = fc.constantFrom(undefined, [30n, 50n, 20n] as const, [30n, 40n, 30n] as const, [0n, 0n, 100n] as const)

/** Members whose dates lie around the period's start. */
const someMembers = (start: Temporal.PlainDate) => {
  const someDate = fc.integer({ min: -20, max: 380 }).map((days) => start.add({ days }))
  const maybeDate = fc.option(someDate, { nil: undefined, freq: 2 })
  const someLeave = fc.array(
    fc.tuple(someDate, fc.integer({ min: 0, max: 40 })).map(([from, days]) => ({ from, until: from.add({ days }) })),
    { maxLength: 3 },
  )
  return fc
    .array(
      fc.record({
        weight: fc.bigInt({ min: 0n, max: 50n }),
        calendar: fc.constantFrom(weekdaysOnly, china, germany, never),
        joinedOn: maybeDate,
        leftOn: maybeDate,
        leave: someLeave,
        ramp: fc.option(
          someDate.map((from) => ({ from, steps: [25n, 50n, 75n] })),
          { nil: undefined, freq: 1 },
        ),
        beforeJoining: fc.constantFrom(undefined, 'carried' as const),
        afterLeaving: fc.constantFrom(undefined, 'carried' as const),
        onLeave: fc.constantFrom(undefined, 'team' as const),
      }),
      { minLength: 1, maxLength: 8 },
    )
    .map((members) => members.map((member, index) => ({ member: `${index}`, ...member })))
}

const someInput = somePeriod.chain(({ period, fiscal }) =>
  fc.record({
    metric: fc.constant('visits' as const),
    period: fc.constant(period),
    fiscal: fc.constant(fiscal),
    amount: someAmount,
    members: someMembers(period.start),
    phases: someParts,
    rhythm: someParts,
    week: fc.constantFrom(undefined, { monday: 3n, wednesday: 2n }, { monday: 1n, tuesday: 1n, wednesday: 1n, thursday: 1n, friday: 4n }),
  }),
)

test('children add up to their parents at every level', () => {
  fc.assert(
    fc.property(someInput, (input) => {
      const broken = decompose(input)
      if (!broken.ok) return
      const { total, quarters, months, members } = broken.value
      expect(total).toBe(input.amount)
      expect(sum(members.map((member) => member.total))).toBe(total)
      expect(sum(quarters.map((quarter) => quarter.total))).toBe(total)
      for (const { quarter, total } of quarters)
        expect(sum(months.filter((month) => month.quarter === quarter).map((month) => month.total))).toBe(total)
      for (const [index, month] of months.entries())
        expect(sum(members.map((member) => member.months[index]?.total ?? 0n))).toBe(month.total)
      for (const member of members) {
        expect(sum(member.months.map((month) => month.total))).toBe(member.total)
        for (const month of member.months) expect(sum(month.days)).toBe(month.total)
      }
    }),
    { numRuns: 150 },
  )
})

test('what a share came out of makes it to the last unit: weight times presence of all of them', () => {
  fc.assert(
    fc.property(someInput, (input) => {
      const broken = decompose(input)
      if (!broken.ok) return
      const workings = new Map(shareWorkings(input).map((working) => [working.member, working]))
      for (const { member, total } of broken.value.members) expect(workings.get(member)?.part ?? 0n).toBe(total)
      for (const { part, isRaised } of workings.values()) expect(isRaised && part === 0n).toBe(false)
      expect(sum([...workings.values()].map(({ part }) => part))).toBe(input.amount)
    }),
    { numRuns: 150 },
  )
})

test('work falls on the days someone is there, works and is not on leave, and on no other', () => {
  fc.assert(
    fc.property(someInput, (input) => {
      const broken = decompose(input)
      if (!broken.ok) return
      for (const plan of broken.value.members) {
        const member = input.members.find(({ member }) => member === plan.member)
        const months = monthsOf(input.period, input.fiscal)
        expect(plan.months.map(({ days }) => days.length)).toEqual(months.map((month) => datesOf(month).length))
        for (const on of months.flatMap(datesOf)) {
          const isInside = Temporal.PlainDate.compare(on, input.period.start) >= 0 && Temporal.PlainDate.compare(on, input.period.end) <= 0
          const isThere =
            (member?.joinedOn === undefined || Temporal.PlainDate.compare(member.joinedOn, on) <= 0) &&
            (member?.leftOn === undefined || Temporal.PlainDate.compare(member.leftOn, on) >= 0)
          const isAway = member?.leave.some(
            ({ from, until }) => Temporal.PlainDate.compare(from, on) <= 0 && Temporal.PlainDate.compare(on, until) <= 0,
          )
          const works = isInside && isThere && !isAway && member?.calendar.isWorkingDay(on) === true
          expect([on.toString(), shareOn(plan, on.toString()) !== null]).toEqual([on.toString(), works])
        }
      }
    }),
    { numRuns: 60 },
  )
})

/** A ramp gives the first months less than their days. */
const withoutRamps = (members: readonly DecomposeMember[]) => members.map((member) => ({ ...member, ramp: undefined }))

test('who has as much to do as days has something to do on each of them', () => {
  fc.assert(
    fc.property(someInput, (input) => {
      const broken = decompose({ ...input, members: withoutRamps(input.members), phases: undefined, rhythm: undefined, week: undefined })
      if (!broken.ok) return
      for (const { total, months } of broken.value.members) {
        const shares = months.flatMap(({ days }) => days).filter((share) => share !== null)
        if (total >= BigInt(shares.length)) expect(shares.every((share) => share > 0n)).toBe(true)
      }
    }),
    { numRuns: 150 },
  )
})

test('no day stands out: without season and rhythm a month is even to one unit', () => {
  fc.assert(
    fc.property(someInput, (input) => {
      const broken = decompose({ ...input, phases: undefined, rhythm: undefined, week: undefined })
      if (!broken.ok) return
      for (const { months } of broken.value.members)
        for (const { days } of months) {
          const shares = days.filter((share) => share !== null)
          const least = shares.reduce((low, share) => (share < low ? share : low), shares[0] ?? 0n)
          expect(shares.every((share) => share - least <= 1n)).toBe(true)
        }
    }),
    { numRuns: 60 },
  )
})

test('the same input comes out the same', () => {
  fc.assert(
    fc.property(someInput, (input) => {
      expect(decompose(input)).toEqual(decompose(structuredCloneOf(input)))
    }),
    { numRuns: 30 },
  )
})

/** New objects throughout, so that no answer can hang on identity; calendars are functions and stay. */
function structuredCloneOf(input: DecomposeInput): DecomposeInput {
  return { ...input, members: input.members.map((member) => ({ ...member, leave: [...(member.leave ?? [])] })) }
}
