import fc from 'fast-check'
import { expect, test } from 'vitest'
import { apportionTable } from '../../../src/core/amount/apportion-table.js'

const sum = (parts: readonly bigint[]) => parts.reduce((total, part) => total + part, 0n)
const column = (table: readonly (readonly bigint[])[], index: number) => sum(table.map((row) => row[index] ?? 0n))

const someWeights = (columns: number) =>
  fc
    .array(
      fc.oneof(
        { arbitrary: fc.bigInt({ min: 1n, max: 23n }), weight: 9 },
        { arbitrary: fc.constant(0n), weight: 1 },
        fc.bigInt({ min: 1n, max: 10n ** 9n }),
      ),
      { minLength: columns, maxLength: columns },
    )
    .filter((weights) => sum(weights) > 0n)

/** Rows of which some share the very weights, and of these some the total: what one kind of row is worked out for. */
const someTable = fc
  .record({ columns: fc.integer({ min: 1, max: 14 }), rows: fc.integer({ min: 1, max: 20 }), lists: fc.integer({ min: 1, max: 20 }) })
  .chain(({ columns, rows, lists }) =>
    fc.record({
      lists: fc.array(someWeights(columns), { minLength: lists, maxLength: lists }),
      rows: fc.array(
        fc.record({ total: fc.oneof(fc.bigInt({ min: 0n, max: 30n }), fc.bigInt({ min: 0n, max: 10n ** 12n })), list: fc.nat() }),
        { minLength: rows, maxLength: rows },
      ),
    }),
  )
  .map(({ lists, rows }) => rows.map(({ total, list }) => ({ total, weights: lists[list % lists.length] ?? [] })))

test('ten people with two deals a year close some in every quarter', () => {
  const table = apportionTable(Array(10).fill(2n), Array(10).fill([62n, 62n, 65n, 64n]))
  expect([0, 1, 2, 3].map((quarter) => column(table, quarter))).toEqual([5n, 5n, 5n, 5n])
  expect(table.map(sum)).toEqual(Array(10).fill(2n))
})

test('twelve deals are one a month although months differ in length', () => {
  expect(apportionTable([12n], [[21n, 19n, 22n, 21n, 20n, 21n, 23n, 21n, 22n, 21n, 21n, 21n]])).toEqual([Array(12).fill(1n)])
})

test('whole shares come out whole', () => {
  expect(
    apportionTable(
      [10n, 20n],
      [
        [30n, 40n, 30n],
        [3n, 5n, 2n],
      ],
    ),
  ).toEqual([
    [3n, 4n, 3n],
    [6n, 10n, 4n],
  ])
})

test('rows add up, running shares are rounded down or up, running columns to the nearest', () => {
  fc.assert(
    fc.property(someTable, (rows) => {
      const table = apportionTable(
        rows.map(({ total }) => total),
        rows.map(({ weights }) => weights),
      )
      const sums = rows.map(({ weights }) => sum(weights))
      const common = sums.reduce((product, weightSum) => product * weightSum, 1n)
      for (const [index, { total, weights }] of rows.entries()) {
        const cells = table[index] ?? []
        expect(sum(cells)).toBe(total)
        for (const [at, cell] of cells.entries()) {
          expect(cell).toBeGreaterThanOrEqual((total / sum(weights)) * (weights[at] ?? 0n))
          const exactScaled = total * sum(weights.slice(0, at + 1))
          const running = sum(cells.slice(0, at + 1)) * sum(weights)
          if (weights[at] === 0n) expect(cell).toBe(0n)
          expect(running > exactScaled - sum(weights) && running < exactScaled + sum(weights)).toBe(true)
        }
      }
      const isEverywhere = rows.every(({ weights }) => weights.every((weight) => weight > 0n))
      for (const at of isEverywhere ? (rows[0]?.weights.keys() ?? []) : []) {
        const exactScaled = sum(rows.map(({ total, weights }) => (total * sum(weights.slice(0, at + 1)) * common) / sum(weights)))
        const running = sum(table.map((cells) => sum(cells.slice(0, at + 1))))
        expect(running).toBe((exactScaled * 2n + common) / (common * 2n))
      }
    }),
    { numRuns: 300 },
  )
})

test.each([[[0n, 0n]], [[1n, -1n]], [[]]])('weights [%s] are a bug', (weights: bigint[]) => {
  expect(() => apportionTable([1n], [weights])).toThrow(RangeError)
})

test('more columns than a row has digits for are a bug', () => {
  expect(() => apportionTable([1n], [Array(53).fill(1n)])).toThrow(RangeError)
  expect(apportionTable([26n, 26n], [Array(52).fill(1n), Array(52).fill(1n)]).map(sum)).toEqual([26n, 26n])
})
