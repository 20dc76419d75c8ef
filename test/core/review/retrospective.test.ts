import { Temporal } from 'temporal-polyfill'
import { expect, test } from 'vitest'
import { CALENDAR_YEAR } from '../../../src/core/calendar/fiscal-year.js'
import { periodContaining } from '../../../src/core/calendar/period.js'
import { type RetrospectiveInput, retrospective } from '../../../src/core/review/retrospective.js'

const date = (iso: string) => Temporal.PlainDate.from(iso)

const input: RetrospectiveInput = {
  week: periodContaining('week', date('2026-11-20'), CALENDAR_YEAR),
  totals: [
    { metric: 'revenue', target: 10_000_00n, done: 8_000_00n },
    { metric: 'visits', target: 0n, done: 3n },
    { metric: 'leads', target: null, done: 4n },
  ],
  stages: [
    { stage: 'proposals', planned: 40n, actual: 40n },
    { stage: 'deals', planned: 10n, actual: 8n },
  ],
  averageDeal: 1_000_00n,
  members: [
    { memberId: 'm1', name: 'Zoe', days: ['missed', 'missed', 'awaiting'] },
    { memberId: 'm2', name: 'Ana', days: ['missed', 'leave', 'leave'] },
    { memberId: 'm3', name: 'Bo', days: ['missed', 'late'] },
    { memberId: 'm4', name: 'Chen', days: ['leave', 'excused'] },
    { memberId: 'm5', name: 'Dana', days: ['awaiting'] },
  ],
  actions: [
    { id: 'a1', memberId: 'm1', words: 'call earlier', promisedOn: date('2026-11-19'), doneOn: null },
    { id: 'a2', memberId: 'm1', words: 'send the deck', promisedOn: date('2026-11-12'), doneOn: null },
    { id: 'a3', memberId: 'm1', words: 'done in time', promisedOn: date('2026-11-17'), doneOn: date('2026-11-18') },
    { id: 'a4', memberId: 'm1', words: 'done a week later', promisedOn: date('2026-11-18'), doneOn: date('2026-11-23') },
    { id: 'a5', memberId: 'm1', words: 'of the week after', promisedOn: date('2026-11-23'), doneOn: null },
  ],
  wins: [
    { memberId: 'm1', name: 'Zoe', customer: 'small', amount: 1n, wonOn: date('2026-11-16') },
    { memberId: 'm2', name: 'Ana', customer: 'large', amount: 9n, wonOn: date('2026-11-22') },
    { memberId: 'm2', name: 'Ana', customer: 'of the week before', amount: 99n, wonOn: date('2026-11-15') },
  ],
}
const week = retrospective(input)

test('each metric has its attainment and tier; zero and none have no share', () => {
  expect(week.week).toBe('2026-W47')
  expect(week.attainment).toEqual([
    { metric: 'revenue', target: 10_000_00n, done: 8_000_00n, attainmentShare: 0.8, tier: 'base' },
    { metric: 'visits', target: 0n, done: 3n, attainmentShare: null, tier: 'none' },
    { metric: 'leads', target: null, done: 4n, attainmentShare: null, tier: 'none' },
  ])
})

test('the bottleneck is said with its cost', () => {
  expect(week.bottleneck).toMatchObject({ state: 'found', gap: { kind: 'conversion', to: 'deals', cost: 2_000_00n } })
  expect(week.funnel).toHaveLength(2)
})

test('not heard from is who owed a day and answered none', () => {
  expect(week.notHeardFrom).toEqual([
    { memberId: 'm2', name: 'Ana', missedDays: 1 },
    { memberId: 'm1', name: 'Zoe', missedDays: 2 },
  ])
})

test('what was promised and not done by the week’s end is carried over, the oldest first', () => {
  expect(week.carriedOver.map(({ id, promisedOn }) => `${id} ${promisedOn}`)).toEqual(['a2 2026-11-12', 'a4 2026-11-18', 'a1 2026-11-19'])
})

test('the week’s wins, the largest first', () => {
  expect(week.wins.map(({ customer, wonOn }) => `${customer} ${wonOn}`)).toEqual(['large 2026-11-22', 'small 2026-11-16'])
})

test('it can be frozen: only amounts need a word', () => {
  const frozen = JSON.stringify(week, (_, value: unknown) => (typeof value === 'bigint' ? String(value) : value))
  expect(JSON.parse(frozen)).toMatchObject({ week: '2026-W47', wins: [{ amount: '9', wonOn: '2026-11-22' }, {}] })
})
