import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readDate } from '../../../../src/core/forecast/file/read-date.js'
import { gatherRemarks } from '../../../../src/core/forecast/file/remarks.js'
import { backtestSeries } from '../../../../src/core/forecast/series/backtest-series.js'
import { evenSeries, isoDay } from '../../../../src/core/forecast/series/even-series.js'
import { forecastSeries } from '../../../../src/core/forecast/series/forecast-series.js'
import type { SeriesRows } from '../../../../src/core/forecast/series/gather-series.js'
import { dayAt, positionOf } from '../../../../src/core/forecast/series/positions.js'
import { findRhythm, type Rhythm, seasonsOf, usualHorizon } from '../../../../src/core/forecast/series/rhythm.js'

const day = (iso: string) => readDate(iso, 'day-first') ?? Number.NaN
const rowsOf = (entries: readonly (readonly [string, number])[]): SeriesRows => ({
  id: 'a',
  days: entries.map(([on]) => day(on)),
  values: entries.map(([, value]) => value),
  lines: entries.map((_, index) => index + 2),
})
/** From a Monday on, `step` days apart. */
const every = (step: number, values: readonly number[], from = '2026-01-05') =>
  rowsOf(values.map((value, index) => [isoDay(day(from) + step * index), value] as const))
const OPTIONS = { asOf: undefined, horizon: undefined, level: 0.8, season: undefined }

function even(rows: SeriesRows) {
  const remarks = gatherRemarks()
  return { ...evenSeries(rows, remarks), remarks: remarks.list() }
}

describe('the rhythm of dates', () => {
  const WORKING = Array.from({ length: 30 }, (_, index) => day('2026-01-05') + Math.floor(index / 5) * 7 + (index % 5))
  test.each([
    {
      what: 'every day',
      days: Array.from({ length: 30 }, (_, index) => day('2026-01-05') + index),
      kind: 'days',
      seasons: [7, 364],
      horizon: 28,
    },
    { what: 'working days', days: WORKING, kind: 'days', seasons: [5, 260], horizon: 20 },
    {
      what: 'weeks',
      days: Array.from({ length: 9 }, (_, index) => day('2026-01-05') + 7 * index),
      kind: 'every',
      seasons: [52],
      horizon: 13,
    },
    {
      what: 'four weeks',
      days: Array.from({ length: 9 }, (_, index) => day('2026-01-05') + 28 * index),
      kind: 'every',
      seasons: [13],
      horizon: 3,
    },
    { what: 'months', days: ['2026-01-31', '2026-02-28', '2026-03-31', '2026-04-30'].map(day), kind: 'months', seasons: [12], horizon: 12 },
    { what: 'quarters', days: ['2025-01-01', '2025-04-01', '2025-07-01', '2025-10-01'].map(day), kind: 'months', seasons: [4], horizon: 4 },
    { what: 'years', days: ['2023', '2024', '2025', '2026'].map(day), kind: 'months', seasons: [1], horizon: 3 },
  ])('$what', ({ days, kind, seasons, horizon }) => {
    const { rhythm, nature } = findRhythm(days)
    expect({ kind: rhythm.kind, nature, seasons: seasonsOf(rhythm), horizon: usualHorizon(rhythm) }).toEqual({
      kind,
      nature: 'regular',
      seasons,
      horizon,
    })
  })

  test('dates as they like are events', () => expect(findRhythm([0, 9, 31, 33, 80, 95, 140]).nature).toBe('events'))

  test('a place and its day belong to each other, before 1970 too', () => {
    const rhythms: readonly Rhythm[] = [
      { kind: 'days', weekdays: [1, 2, 3, 4, 5] },
      { kind: 'days', weekdays: [1, 3, 5] },
      { kind: 'every', days: 7, anchor: -3 },
      { kind: 'months', months: 1, dayOfMonth: 31, anchor: -20 },
      { kind: 'months', months: 3, dayOfMonth: 15, anchor: 400 },
    ]
    fc.assert(
      fc.property(fc.constantFrom(...rhythms), fc.integer({ min: -3000, max: 3000 }), (rhythm, position) => {
        expect(positionOf(rhythm, dayAt(rhythm, position))).toBe(position)
      }),
    )
  })

  test('a month without a 31st ends on its last day', () =>
    expect(isoDay(dayAt({ kind: 'months', months: 1, dayOfMonth: 31, anchor: day('2024-01-31') }, 1))).toBe('2024-02-29'))
})

describe('a series made even', () => {
  test('a missing day is filled in between its neighbours, and said', () => {
    const { values, remarks } = even(
      rowsOf([
        ['2026-01-05', 10],
        ['2026-01-06', 12],
        ['2026-01-07', 14],
        ['2026-01-09', 20],
      ]),
    )
    expect(values).toEqual([10, 12, 14, 17, 20])
    expect(remarks).toEqual([{ code: 'dates-filled', count: 1, examples: [{ id: 'a', found: '2026-01-08', taken: 1 }] }])
  })

  test('a missing Monday among weeks is the mean of the Mondays around it', () => {
    const all = every(
      1,
      Array.from({ length: 28 }, (_, index) => (index % 7 === 0 ? 100 + index : 1)),
    )
    const gap = 14 // the third Monday
    const without = {
      ...all,
      days: all.days.filter((_, i) => i !== gap),
      values: all.values.filter((_, i) => i !== gap),
      lines: all.lines.slice(1),
    }
    expect(even(without).values[gap]).toBe((107 + 121) / 2)
  })

  test('a repeated row counts once; of two values for a date the mean is taken', () => {
    const { values, remarks } = even(
      rowsOf([
        ['2026-01-05', 1],
        ['2026-01-06', 2],
        ['2026-01-06', 2],
        ['2026-01-07', 3],
        ['2026-01-08', 4],
        ['2026-01-09', 5],
        ['2026-01-10', 6],
        ['2026-01-11', 7],
        ['2026-01-12', 8],
        ['2026-01-12', 10],
        ['2026-01-13', 9],
        ['2026-01-14', 9],
      ]),
    )
    expect(values).toEqual([1, 2, 3, 4, 5, 6, 7, 9, 9, 9])
    expect(remarks.map(({ code, examples }) => [code, examples[0]?.line])).toEqual([
      ['row-repeated', 4],
      ['date-twice', 11],
    ])
  })

  test('where dates often have several rows they are sales one by one, and a date without any is 0', () => {
    const { values, remarks } = even(
      rowsOf([
        ['2026-01-05', 1],
        ['2026-01-05', 1],
        ['2026-01-06', 2],
        ['2026-01-06', 5],
        ['2026-01-08', 3],
        ['2026-01-08', 4],
      ]),
    )
    expect(values).toEqual([2, 7, 0, 7])
    expect(remarks.map(({ code }) => code)).toEqual(['dates-summed', 'dates-empty'])
  })

  test('a week that begins a day late for a holiday is still that week', () => {
    const rows = every(7, [1, 2, 3, 4, 5])
    expect(even({ ...rows, days: rows.days.map((each, index) => (index === 2 ? each + 1 : each)) }).values).toEqual([1, 2, 3, 4, 5])
  })

  test('a date decades away is a slip of the pen', () => {
    const rows = every(
      7,
      Array.from({ length: 30 }, (_, index) => index),
    )
    const { values, remarks } = even({
      ...rows,
      days: [...rows.days, day('2062-01-01')],
      values: [...rows.values, 9],
      lines: [...rows.lines, 99],
    })
    expect(values).toHaveLength(30)
    expect(remarks.map(({ code }) => code)).toEqual(['date-far-off'])
  })
})

test('the points follow the last row in the same rhythm', () => {
  const dates = (rows: SeriesRows, horizon: number) =>
    forecastSeries(rows, { ...OPTIONS, horizon }, gatherRemarks()).points.map(({ date }) => date)
  expect(dates(every(7, [1, 2, 3, 4, 5]), 2)).toEqual(['2026-02-09', '2026-02-16'])
  const working = Array.from(
    { length: 15 },
    (_, index) => [isoDay(day('2026-01-05') + Math.floor(index / 5) * 7 + (index % 5)), index] as const,
  )
  expect(dates(rowsOf(working), 3)).toEqual(['2026-01-26', '2026-01-27', '2026-01-28'])
  expect(
    dates(
      rowsOf([
        ['2026-01-31', 1],
        ['2026-02-28', 2],
        ['2026-03-31', 3],
      ]),
      2,
    ),
  ).toEqual(['2026-04-30', '2026-05-31'])
})

test('the order of the rows makes no difference', () => {
  const entries = fc.array(fc.tuple(fc.integer({ min: 0, max: 120 }), fc.integer({ min: 0, max: 50 })), { minLength: 1, maxLength: 60 })
  fc.assert(
    fc.property(
      entries.chain((list) => fc.tuple(fc.constant(list), fc.shuffledSubarray(list, { minLength: list.length }))),
      ([list, shuffled]) => {
        const said = (these: typeof list) =>
          forecastSeries(
            { id: 'a', days: these.map(([on]) => on), values: these.map(([, value]) => value), lines: these.map((_, i) => i) },
            OPTIONS,
            gatherRemarks(),
          )
        expect(said(shuffled)).toEqual(said(list))
      },
    ),
  )
})

test('a series that ends before the day asked about is forecast from its own end, and that is said', () => {
  const remarks = gatherRemarks()
  forecastSeries(every(7, [1, 2, 3, 4, 5]), { ...OPTIONS, asOf: day('2026-03-31') }, remarks)
  expect(remarks.list()).toMatchObject([{ code: 'series-ends-early', examples: [{ found: '2026-02-02' }] }])
})

test('a backtest tries every method on the same past days, and a season is found', () => {
  const rows = every(
    1,
    Array.from({ length: 140 }, (_, index) => 50 + ([20, 10, 0, 5, 15, -30, -35][index % 7] ?? 0) + (index % 3)),
  )
  const tries = backtestSeries(rows, { ...OPTIONS, horizon: 14 }, gatherRemarks())
  expect([...new Set(tries.map(({ method }) => method))]).toEqual(['pacesetter', 'naive', 'seasonal naive', 'run-rate'])
  expect(tries).toHaveLength(6 * 4)
  const off = (method: string) =>
    tries
      .filter((tried) => tried.method === method)
      .flatMap(({ points, outcomes }) => points.map(({ value }, index) => Math.abs(value - (outcomes[index] ?? 0))))
      .reduce((sum, error) => sum + error, 0)
  expect(off('pacesetter')).toBeLessThan(off('naive') / 4)
  expect(off('pacesetter')).toBeLessThan(off('run-rate') / 4)
})
