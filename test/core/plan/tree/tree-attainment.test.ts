import { expect, test } from 'vitest'
import type { PlanTree } from '../../../../src/core/plan/tree/plan-tree.js'
import { treeAttainment } from '../../../../src/core/plan/tree/tree-attainment.js'
import { workOutTree } from '../../../../src/core/plan/tree/work-out.js'

const share = (num: bigint) => ({ kind: 'share', share: { num, den: 100n } }) as const

function worked(tree: PlanTree, amount: bigint) {
  const result = workOutTree(tree, amount)
  if (!result.ok) throw new RangeError(result.error.code)
  return result.value
}

const people = (...names: string[]): PlanTree => ({ by: 'person', parts: names.map((name) => ({ name, rule: { kind: 'rest' } })) })

test("regions stand as their people do; what is nobody's has a target alone", () => {
  const tree: PlanTree = {
    by: 'region',
    parts: [
      { name: 'north', rule: share(60n), tree: people('Li Na', 'Wang Wei') },
      { name: 'south', rule: share(30n), tree: people('Zhao Min') },
      { name: 'web', rule: share(10n) },
    ],
  }
  const done = new Map([
    ['Li Na', 120n],
    ['Zhao Min', 300n],
  ])
  expect(treeAttainment(worked(tree, 1000n), 1000n, done).map(({ name, target, done: own }) => [name, target, own])).toEqual([
    ['north', 600n, 120n],
    ['Li Na', 300n, 120n],
    ['Wang Wei', 300n, 0n],
    ['south', 300n, 300n],
    ['Zhao Min', 300n, 300n],
    ['web', 100n, undefined],
  ])
})

test('who stands in two places cannot be told apart there, but is above', () => {
  const sizes: PlanTree = {
    by: 'region',
    parts: [
      {
        name: 'all',
        rule: { kind: 'rest' },
        tree: {
          by: 'size',
          parts: [
            { name: 'large', rule: share(50n), tree: people('Li Na') },
            { name: 'small', rule: share(50n), tree: people('Li Na') },
          ],
        },
      },
    ],
  }
  expect(treeAttainment(worked(sizes, 10n), 10n, new Map([['Li Na', 4n]])).map(({ name, done }) => [name, done])).toEqual([
    ['all', 4n],
    ['large', undefined],
    ['Li Na', undefined],
    ['small', undefined],
    ['Li Na', undefined],
  ])
})

test('a quarter of a yearly tree falls on its parts in proportion, to the unit', () => {
  const tree = people('a', 'b', 'c')
  expect(treeAttainment(worked(tree, 1000n), 250n, new Map()).map(({ target }) => target)).toEqual([84n, 83n, 83n])
})
