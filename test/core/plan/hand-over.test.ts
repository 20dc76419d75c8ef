import fc from 'fast-check'
import { Temporal } from 'temporal-polyfill'
import { describe, expect, test } from 'vitest'
import { CALENDAR_YEAR } from '../../../src/core/calendar/fiscal-year.js'
import { parsePeriod } from '../../../src/core/calendar/period.js'
import { workingCalendar } from '../../../src/core/calendar/working-calendar.js'
import { decompose } from '../../../src/core/plan/decompose.js'
import { type Colleague, giveBack, type HandedOver, handOver } from '../../../src/core/plan/hand-over.js'
import type { MonthDays, OpenDays } from '../../../src/core/plan/lay-open-days.js'
import type { LeaveSpan } from '../../../src/core/plan/member-time.js'

const calendar = workingCalendar({ weekdays: [1, 2, 3, 4, 5] })
const date = (on: string) => Temporal.PlainDate.from(on)
const leave = (from: string, until = from): LeaveSpan => ({ from: date(from), until: date(until) })
const sum = (days: MonthDays) => days.reduce<bigint>((total, day) => total + (day ?? 0n), 0n)

const month = parsePeriod('2026-11', CALENDAR_YEAR) ?? never()
function never(): never {
  throw new Error('no November')
}

type Rules = Pick<OpenDays, 'rhythm' | 'week'>

/** November 2026: 21 weekdays from Monday the 2nd to Monday the 30th, shared by weight. */
function november(amount: bigint, weights: readonly bigint[], rules: Rules = {}): MonthDays[] {
  const members = weights.map((weight, index) => ({ member: `${index}`, weight, calendar }))
  const plan = decompose({ metric: 'visits', amount, period: month, members, ...rules })
  if (!plan.ok) throw new Error(plan.error.code)
  return weights.map((_, index) => plan.value.members.find(({ member }) => member === `${index}`)?.months[0]?.days ?? [])
}

function colleague(member: string, days: MonthDays, from: string, more: Partial<OpenDays> = {}): Colleague {
  return { member, days, around: { leave: [], from: date(from), calendar, place: Number(member), ...more } }
}

const own = (days: MonthDays) => ({ metric: 'visits' as const, month, days })
const shown = (days: MonthDays | undefined, from = 1) =>
  (days ?? []).flatMap((day, index) => (day === null || index + 1 < from ? [] : [`${index + 1}:${day}`])).join(' ')

describe('worked out by hand', () => {
  test('three days of 42 visits go to two colleagues by what their open days ask for, and only from tomorrow on', () => {
    // 2, 2 and 4 a day. On Tuesday the 17th nine days are open to each: 18 and 36, so 6 visits go 2 and 4.
    const [li, wang, zhao] = november(168n, [1n, 1n, 2n]) as [MonthDays, MonthDays, MonthDays]
    const handed = handOver(own(li), leave('2026-11-19', '2026-11-23'), [
      colleague('1', wang, '2026-11-18'),
      colleague('2', zhao, '2026-11-18'),
    ])
    expect(shown(handed?.days, 17)).toBe('17:2 18:2 24:2 25:2 26:2 27:2 30:2')
    expect(handed?.handed.parts.map(({ member, amount }) => [member, amount])).toEqual([
      ['1', 2n],
      ['2', 4n],
    ])
    const [first, second] = handed?.handed.parts ?? []
    // 20 over nine days for the second place, 26 of 48 ahead: ⌊20k ÷ 9 + 26 ÷ 48⌋; 40 for the third, 37 of 48 ahead.
    expect(shown(first?.laid?.after, 17)).toBe('17:2 18:2 19:2 20:3 23:2 24:2 25:2 26:3 27:2 30:2')
    expect(shown(second?.laid?.after, 17)).toBe('17:4 18:5 19:4 20:5 23:4 24:4 25:5 26:4 27:5 30:4')
  })

  test.each([
    { example: 'a single deal goes to who stands first', asks: [2n, 2n, 2n], given: 1n, parts: [['0', 1n]] },
    { example: 'who is asked for nothing gets nothing while another is', asks: [0n, 4n, 0n], given: 3n, parts: [['1', 3n]] },
    {
      example: 'where nobody is asked for anything they share equally',
      asks: [0n, 0n],
      given: 3n,
      parts: [
        ['0', 2n],
        ['1', 1n],
      ],
    },
  ])('$example', ({ asks, given, parts }) => {
    const day = (amount: bigint): MonthDays => Array.from({ length: 30 }, (_, index) => (index === 19 ? amount : null))
    const others = asks.map((amount, index) => colleague(`${index}`, day(amount), '2026-11-18'))
    const handed = handOver(own(day(given)), leave('2026-11-20'), others)
    expect(handed?.handed.parts.map(({ member, amount }) => [member, amount])).toEqual(parts)
  })

  test('who is on leave, has left or has no day left takes nothing; where nobody can, it is said', () => {
    const [li, wang, zhao] = november(126n, [1n, 1n, 1n]) as [MonthDays, MonthDays, MonthDays]
    const away = leave('2026-11-19', '2026-11-20')
    const off = colleague('1', wang, '2026-11-18', { leave: [leave('2026-11-10', '2026-12-10')] })
    const gone = colleague('2', zhao, '2026-11-18', { until: date('2026-11-17') })
    expect(handOver(own(li), away, [off, gone])).toBeUndefined()
    expect(handOver(own(li), away, [])).toBeUndefined()
    expect(handOver(own(november(0n, [1n])[0] ?? []), away, [])?.handed.parts).toEqual([])
    const leaving = colleague('2', zhao, '2026-11-18', { until: date('2026-11-20') })
    const handed = handOver(own(li), away, [off, leaving])
    // Four more in the three days until the last one; what stands beyond it stays.
    expect(shown(handed?.handed.parts[0]?.laid?.after, 17)).toMatch(/^17:2 18:\d 19:\d 20:\d 23:2 24:2/)
    expect(handed?.handed.parts[0]?.amount).toBe(4n)
  })

  test('of leave that is half over its days to come bring back their own numbers, and what was for the others stays', () => {
    const [li, wang] = november(84n, [1n, 1n]) as [MonthDays, MonthDays]
    const handed = handOver(own(li), leave('2026-11-16', '2026-11-20'), [colleague('1', wang, '2026-11-13')])
    if (handed === undefined) throw new Error('nobody')
    const after = handed.handed.parts[0]?.laid?.after ?? []
    expect([sum(handed.days), sum(after)]).toEqual([32n, 52n])
    const holders = new Map([['1', colleague('1', after, '2026-11-19')]])
    const back = giveBack(own(handed.days), handed.handed, leave('2026-11-18', '2026-11-20'), holders)
    expect(shown(back.days, 13)).toBe('13:2 18:2 19:2 20:2 23:2 24:2 25:2 26:2 27:2 30:2')
    expect([sum(back.others[0]?.after ?? []), back.left]).toEqual([46n, 0n])
    expect(back.others[0]?.after.slice(0, 18)).toEqual(after.slice(0, 18))
    expect(back.rest?.parts).toEqual([{ member: '1', amount: 4n }])
    expect(shown(back.rest?.asked)).toBe('16:2 17:2')
  })

  test('no more comes back than open days still ask for, and the rest is said', () => {
    const [li, wang] = november(84n, [1n, 1n]) as [MonthDays, MonthDays]
    const handed = handOver(own(li), leave('2026-11-25', '2026-11-30'), [colleague('1', wang, '2026-11-25')])
    if (handed === undefined) throw new Error('nobody')
    const after = handed.handed.parts[0]?.laid?.after ?? []
    // On Friday the 27th Wang Wei has only Monday left, with 4; two days come back, and they asked for 4.
    const friday = new Map([['1', colleague('1', after, '2026-11-28')]])
    const back = giveBack(own(handed.days), handed.handed, leave('2026-11-27', '2026-11-30'), friday)
    expect([shown(back.days, 24), shown(back.others[0]?.after, 27), back.left]).toEqual(['24:2 27:2 30:2', '27:4 30:0', 0n])
    const nobody = giveBack(own(handed.days), handed.handed, leave('2026-11-27', '2026-11-30'), new Map())
    expect([nobody.left, sum(nobody.days), nobody.others]).toEqual([4n, sum(handed.days), []])
    expect(shown(nobody.days, 24)).toBe('24:2 27:0 30:0')
  })
})

/** A team whose leave is handed over and given back, as the use case keeps it. */
interface Team {
  days: MonthDays[]
  leaves: { who: number; span: LeaveSpan; handed: HandedOver }[]
}

function others({ days, leaves }: Team, who: number, today: Temporal.PlainDate, rules: Rules): Colleague[] {
  const from = today.add({ days: 1 }).toString()
  return days.flatMap((own, index) => {
    const spans = leaves.filter((each) => each.who === index).map(({ span }) => span)
    return index === who ? [] : [colleague(`${index}`, own, from, { leave: spans, ...rules })]
  })
}

function mark(team: Team, who: number, span: LeaveSpan, today: Temporal.PlainDate, rules: Rules): Team | undefined {
  const handed = handOver(own(team.days[who] ?? []), span, others(team, who, today, rules))
  if (handed === undefined) return undefined
  const after = new Map([[`${who}`, handed.days], ...handed.handed.parts.map(({ member, laid }) => [member, laid?.after ?? []] as const)])
  return {
    days: team.days.map((own, index) => after.get(`${index}`) ?? own),
    leaves: [...team.leaves, { who, span, handed: handed.handed }],
  }
}

/** Takes the leave of that place in the list back, as far as it is not over. */
function takeBack(team: Team, place: number, today: Temporal.PlainDate, rules: Rules): Team {
  const taken = team.leaves[place]
  if (taken === undefined || Temporal.PlainDate.compare(taken.span.until, today) < 0) return team
  const { who, span, handed } = taken
  const from = Temporal.PlainDate.compare(span.from, today) < 0 ? today : span.from
  const holders = new Map(others(team, who, today, rules).map((each) => [each.member, each]))
  const back = giveBack(own(team.days[who] ?? []), handed, { from, until: span.until }, holders)
  const after = new Map([[`${who}`, back.days], ...back.others.map(({ member, after: days }) => [member, days] as const)])
  const rest = back.rest === undefined ? [] : [{ who, span: { from: span.from, until: from.subtract({ days: 1 }) }, handed: back.rest }]
  return {
    days: team.days.map((own, index) => after.get(`${index}`) ?? own),
    leaves: team.leaves.flatMap((each) => (each === taken ? rest : [each])),
  }
}

describe('whatever the leave', () => {
  const weights = fc.array(fc.bigInt({ min: 1n, max: 5n }), { minLength: 2, maxLength: 5 })
  const amount = fc.oneof(fc.bigInt({ min: 0n, max: 300n }), fc.bigInt({ min: 0n, max: 10n ** 10n }))
  const rules = fc.record({
    rhythm: fc.constantFrom(undefined, [30n, 50n, 20n] as const),
    week: fc.constantFrom(undefined, { monday: 3n, wednesday: 2n }),
  })
  const step = fc.record({
    passes: fc.integer({ min: 0, max: 4 }),
    who: fc.nat(),
    first: fc.integer({ min: 0, max: 9 }),
    more: fc.integer({ min: 0, max: 9 }),
  })
  const span = (today: Temporal.PlainDate, { first, more }: { first: number; more: number }): LeaveSpan => ({
    from: today.add({ days: first }),
    until: today.add({ days: first + more }),
  })
  const isOff = ({ leaves }: Team, who: number, { from, until }: LeaveSpan) =>
    leaves.some(
      (each) =>
        each.who === who &&
        Temporal.PlainDate.compare(each.span.from, until) <= 0 &&
        Temporal.PlainDate.compare(from, each.span.until) <= 0,
    )

  test('the team’s month keeps its total, the past its days, nobody is asked for less than nothing, and no leave day for anything', () => {
    fc.assert(
      fc.property(
        amount,
        weights,
        rules,
        fc.array(
          step.chain((each) => fc.tuple(fc.constant(each), fc.boolean())),
          { maxLength: 8 },
        ),
        (total, shares, laid, steps) => {
          let team: Team = { days: november(total, shares, laid), leaves: [] }
          let today = date('2026-11-01')
          for (const [{ passes, who: someone, ...days }, isBack] of steps) {
            today = today.add({ days: passes })
            const who = someone % shares.length
            const away = span(today, days)
            const before = team.days
            if (isBack) team = takeBack(team, someone % Math.max(1, team.leaves.length), today, laid)
            else if (!isOff(team, who, away)) team = mark(team, who, away, today, laid) ?? team
            expect(team.days.reduce((all, own) => all + sum(own), 0n)).toBe(total)
            expect(team.days.flat().every((day) => day === null || day >= 0n)).toBe(true)
            const past = today.day - 1
            expect(team.days.map((own) => own.slice(0, past))).toEqual(before.map((own) => own.slice(0, past)))
            for (const each of team.leaves) {
              const off = (team.days[each.who] ?? []).filter((_, index) => {
                const on = month.start.add({ days: index })
                return Temporal.PlainDate.compare(on, each.span.from) >= 0 && Temporal.PlainDate.compare(on, each.span.until) <= 0
              })
              expect(off.every((day) => day === null)).toBe(true)
            }
          }
        },
      ),
    )
  })

  test('taken back before a day has passed, the last first, everything is exactly as it was, whatever stood there', () => {
    fc.assert(
      fc.property(
        amount,
        weights,
        rules,
        rules,
        fc.array(step, { minLength: 1, maxLength: 4 }),
        (total, shares, laid, published, steps) => {
          // Laid by other rules than those that hold now: so stands what was published within the month, or laid around leave before.
          const planned = november(total, shares, published)
          let team: Team = { days: planned, leaves: [] }
          const today = date('2026-11-05')
          for (const { who: someone, ...days } of steps) {
            const who = someone % shares.length
            const away = span(today, days)
            if (!isOff(team, who, away)) team = mark(team, who, away, today, laid) ?? team
          }
          for (let place = team.leaves.length - 1; place >= 0; place -= 1) team = takeBack(team, place, today, laid)
          expect(team.days).toEqual(planned)
        },
      ),
    )
  })
})
