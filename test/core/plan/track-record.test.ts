import { expect, test } from 'vitest'
import { trackRecord, type WorkedMonth } from '../../../src/core/plan/track-record.js'

function months(first: string, amounts: readonly bigint[], workingDays = 20): WorkedMonth[] {
  const [year = 0, month = 1] = first.split('-').map(Number)
  return amounts.map((amount, index) => {
    const at = month - 1 + index
    return { month: `${year + Math.floor(at / 12)}-${String((at % 12) + 1).padStart(2, '0')}`, amount, workingDays }
  })
}

test('two months are nothing to go by', () => {
  expect(trackRecord(months('2026-01', [5n, 5n]), [{ month: '2026-03', workingDays: 20 }], 1, 0n)).toBeUndefined()
})

test('a level team is expected to go on, by the working days there are', () => {
  const record = trackRecord(months('2026-01', [100n, 100n, 100n]), [{ month: '2026-04', workingDays: 22 }], 1, 0n)
  expect(record).toEqual({
    months: 3,
    level: 100n,
    trend: undefined,
    season: undefined,
    best: { month: '2026-01', amount: 100n },
    expected: 110n,
    done: 0n,
  })
})

test('of a trend half counts, and the best stretch is as long as the period', () => {
  const history = months('2025-09', [100n, 100n, 100n, 120n, 120n, 120n])
  const record = trackRecord(
    history,
    [3, 4, 5].map((month) => ({ month: `2026-0${month}`, workingDays: 20 })),
    3,
    0n,
  )
  // The level of six months is 110 a month; the last three stand 20% above the three before, of which half counts: 3 × 110 × 1.1.
  expect(record).toMatchObject({ level: 110n, expected: 363n, best: { month: '2025-12', amount: 360n } })
  expect(record?.trend).toBeCloseTo(0.2)
})

test('a wild trend counts for 15% at most', () => {
  const record = trackRecord(months('2025-09', [10n, 10n, 10n, 90n, 90n, 90n]), [{ month: '2026-03', workingDays: 20 }], 1, 0n)
  expect(record?.expected).toBe(58n) // 50 × 1.15 = 57.5
})

test('a season of one year counts half', () => {
  // December brings three times the usual month of that year: 300 beside 1400 ÷ 12 = 116.67 is 2.571, drawn halfway to 1: 1.786.
  const history = months('2025-01', [100n, 100n, 100n, 100n, 100n, 100n, 100n, 100n, 100n, 100n, 100n, 300n])
  const record = trackRecord(history, [{ month: '2026-12', workingDays: 20 }], 1, 0n)
  expect(record?.season).toBeCloseTo(1.786, 3)
})

test('what a period has brought already is part of what is expected, and the past alone of what is best', () => {
  const record = trackRecord(months('2026-01', [100n, 100n, 100n]), [{ month: '2026-04', workingDays: 10 }], 1, 80n)
  expect(record).toMatchObject({ expected: 130n, done: 80n })
})
