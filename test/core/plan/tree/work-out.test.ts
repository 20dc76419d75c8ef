import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { withPin, withShare } from '../../../../src/core/plan/tree/change-tree.js'
import { peopleIn, personTotals } from '../../../../src/core/plan/tree/person-totals.js'
import type { NodeRule, PlanTree, TreeNode } from '../../../../src/core/plan/tree/plan-tree.js'
import { dealsIn, type Presence, type WorkedTree, workedNodes, workOutTree } from '../../../../src/core/plan/tree/work-out.js'

const percent = (num: number): NodeRule => ({ kind: 'share', share: { num: BigInt(num), den: 100n } })
const history = (amount: bigint): NodeRule => ({ kind: 'history', amount })
const rest: NodeRule = { kind: 'rest' }
const pinned = (amount: bigint) => ({ amount, reason: 'agreed' })

function part(name: string, rule: NodeRule = rest, more: Partial<TreeNode> = {}): TreeNode {
  return { name, rule, ...more }
}

const level = (by: PlanTree['by'], ...parts: TreeNode[]): PlanTree => ({ by, parts })

function worked(tree: PlanTree, amount: bigint, presence?: Presence): WorkedTree {
  const result = workOutTree(tree, amount, presence)
  if (!result.ok) throw new RangeError(result.error.code)
  return result.value
}

const values = (tree: WorkedTree) => Object.fromEntries(workedNodes(tree).map(({ name, value }) => [name, value]))

describe('worked examples', () => {
  test('2.1 by business: new customers 40%, repeat 30%, upgrades 30%', () => {
    const tree = level('business', part('new', percent(40)), part('repeat', percent(30)), part('upgrades', percent(30)))
    expect(values(worked(tree, 10_000_000_00n))).toEqual({ new: 4_000_000_00n, repeat: 3_000_000_00n, upgrades: 3_000_000_00n })
  })

  test('2.1 by customer size: ten million are 10, 30 and 100 deals', () => {
    const tree = level(
      'size',
      part('large', percent(50), { deal: 500_000_00n }),
      part('medium', percent(30), { deal: 100_000_00n }),
      part('small', percent(20), { deal: 20_000_00n }),
    )
    const sizes = worked(tree, 10_000_000_00n)
    expect(sizes.parts.map(({ name, value, deals }) => [name, value, deals])).toEqual([
      ['large', 5_000_000_00n, 10n],
      ['medium', 3_000_000_00n, 30n],
      ['small', 2_000_000_00n, 100n],
    ])
    expect(dealsIn(sizes)).toBe(140n)
  })

  test('business, then size: the deals of the parts are those of the whole', () => {
    const sizes = level('size', part('large', percent(50), { deal: 500_000_00n }), part('small', percent(50), { deal: 20_000_00n }))
    const tree = level('business', part('new', percent(40), { tree: sizes }), part('repeat', percent(60)))
    const { parts } = worked(tree, 10_000_000_00n)
    expect(parts.map(({ name, value, deals }) => [name, value, deals])).toEqual([
      ['new', 4_000_000_00n, 104n],
      ['repeat', 6_000_000_00n, undefined],
    ])
  })
})

describe('rules', () => {
  test('amounts and shares first, the rest by history', () => {
    const tree = level(
      'region',
      part('north', { kind: 'amount', amount: 40n }),
      part('south', percent(20)),
      part('east', history(3n)),
      part('west', history(1n)),
    )
    expect(values(worked(tree, 100n))).toEqual({ north: 40n, south: 20n, east: 30n, west: 10n })
  })

  test('a newcomer without a history weighs the average of the others', () => {
    const tree = level('person', part('a', history(300n)), part('b', history(100n)), part('new'))
    expect(values(worked(tree, 600n))).toEqual({ a: 300n, b: 100n, new: 200n })
  })

  test('without any history all weigh the same', () => {
    expect(values(worked(level('person', part('a', history(0n)), part('b', history(0n)), part('c')), 10n))).toEqual({ a: 4n, b: 3n, c: 3n })
  })

  test('who joins at half-time takes half, and the siblings of their own region take the rest', () => {
    const north = level('person', part('a'), part('joiner'))
    const tree = level('region', part('north', percent(60), { tree: north }), part('south', percent(40)))
    const half: Presence = (name) => ({ num: 1n, den: name === 'joiner' ? 2n : 1n })
    expect(values(worked(tree, 100n, half))).toEqual({ north: 60n, a: 40n, joiner: 20n, south: 40n })
  })

  test('a target of zero is zero all the way down', () => {
    expect(values(worked(level('business', part('a', percent(70)), part('b', percent(30))), 0n))).toEqual({ a: 0n, b: 0n })
  })

  test.each([
    { code: 'shares-not-whole', parts: [part('a', percent(40)), part('b', percent(50))], fixed: 90n },
    { code: 'shares-over', parts: [part('a', percent(80)), part('b', { kind: 'amount', amount: 30n })], fixed: 110n },
    { code: 'shares-over', parts: [part('a', percent(101)), part('b')], fixed: 101n },
  ] as const)('$code', ({ code, parts, fixed }) => {
    expect(workOutTree(level('business', ...parts), 100n)).toMatchObject({ ok: false, error: { code, place: [], whole: 100n, fixed } })
  })
})

describe('pins', () => {
  const business = level('business', part('new', percent(40)), part('repeat', percent(30)), part('upgrades', percent(30)))

  test('a pinned part keeps its value, its computed one stays beside it, and its siblings absorb the rest', () => {
    const { parts } = worked(withPin(business, [0], pinned(460n)), 1000n)
    expect(parts.map(({ value, computed, pin }) => [value, computed, pin?.reason])).toEqual([
      [460n, 400n, 'agreed'],
      [270n, 300n, undefined],
      [270n, 300n, undefined],
    ])
  })

  test('siblings absorb in proportion, and what stands under them follows', () => {
    const sizes = level('size', part('large', { kind: 'amount', amount: 200n }), part('small', { kind: 'amount', amount: 100n }))
    const tree = level(
      'business',
      part('new', percent(40), { pin: pinned(580n) }),
      part('repeat', percent(30), { tree: sizes }),
      part('upgrades', percent(30)),
    )
    expect(values(worked(tree, 1000n))).toEqual({ new: 580n, repeat: 210n, large: 140n, small: 70n, upgrades: 210n })
  })

  test('a pin on one level leaves the levels above as they are', () => {
    const sizes = level('size', part('large', percent(50), { pin: pinned(10n) }), part('small', percent(50)))
    const tree = level('business', part('new', percent(40), { tree: sizes }), part('repeat', percent(60)))
    expect(values(worked(tree, 1000n))).toEqual({ new: 400n, large: 10n, small: 390n, repeat: 600n })
  })

  test('a pin of zero is a pin', () => {
    expect(values(worked(withPin(business, [0], pinned(0n)), 1000n))).toEqual({ new: 0n, repeat: 500n, upgrades: 500n })
  })

  test('taken off, the rule counts again', () => {
    expect(worked(withPin(withPin(business, [0], pinned(1n)), [0], undefined), 1000n)).toEqual(worked(business, 1000n))
  })

  test.each([
    { what: 'more than there is', pins: [700n, 400n, undefined], code: 'pins-over', fixed: 1100n, names: ['new', 'repeat'] },
    { what: 'all pinned, but less', pins: [700n, 100n, 100n], code: 'pins-short', fixed: 900n, names: ['new', 'repeat', 'upgrades'] },
    { what: 'all pinned, but more', pins: [700n, 400n, 100n], code: 'pins-over', fixed: 1200n, names: ['new', 'repeat', 'upgrades'] },
  ])('$what: $code', ({ pins, code, fixed, names }) => {
    const parts = business.parts.map((each, index) => ({ ...each, pin: pins[index] === undefined ? undefined : pinned(pins[index]) }))
    expect(workOutTree(level('business', ...parts), 1000n)).toEqual({
      ok: false,
      error: { code, place: [], name: undefined, whole: 1000n, fixed, names },
    })
  })

  test('pins on a level below are held against its own value, which is named', () => {
    const sizes = level('size', part('large', percent(50), { pin: pinned(500n) }), part('small', percent(50)))
    const tree = level('business', part('new', percent(40), { tree: sizes }), part('repeat', percent(60)))
    expect(workOutTree(tree, 1000n)).toMatchObject({ error: { code: 'pins-over', place: [0], name: 'new', whole: 400n, fixed: 500n } })
  })

  test('a rest that only parts of nothing could take is refused', () => {
    const tree = level('business', part('all', percent(100), { pin: pinned(90n) }), part('none', { kind: 'amount', amount: 0n }))
    expect(workOutTree(tree, 100n)).toMatchObject({ error: { code: 'nothing-open', names: ['none'] } })
  })
})

describe('another share', () => {
  test('the others keep their ratio', () => {
    const tree = level('business', part('new', percent(40)), part('repeat', percent(30)), part('upgrades', percent(30)))
    const changed = withShare(tree, worked(tree, 1000n), [0], { num: 1n, den: 2n })
    expect(changed && values(worked(changed, 1000n))).toEqual({ new: 500n, repeat: 250n, upgrades: 250n })
  })

  test('those who take the rest take the difference', () => {
    const tree = level('business', part('new', percent(40)), part('repeat', percent(30)), part('other'))
    const changed = withShare(tree, worked(tree, 1000n), [0], { num: 1n, den: 2n })
    expect(changed && values(worked(changed, 1000n))).toEqual({ new: 500n, repeat: 300n, other: 200n })
  })
})

test("people are found in the tree wherever they stand, and what is nobody's is left over", () => {
  const products = level('product', part('boxes', percent(50)), part('bags', percent(50)))
  const north = level('person', part('Li Na', percent(50), { tree: products }), part('Wang Wei', percent(50)))
  const south = level('person', part('Li Na', percent(10)), part('Zhao Min', percent(90)))
  const tree = level(
    'region',
    part('north', percent(40), { tree: north }),
    part('south', percent(40), { tree: south }),
    part('web', percent(20)),
  )
  expect(peopleIn(tree)).toEqual({ names: ['Li Na', 'Wang Wei', 'Zhao Min'], isWhole: false })
  const totals = personTotals(worked(tree, 1000n))
  expect(Object.fromEntries(totals.byName)).toEqual({ 'Li Na': 240n, 'Wang Wei': 200n, 'Zhao Min': 360n })
  expect(totals.unassigned).toBe(200n)
})

/** Trees whose shares are whole, with any rules, weights, depth and pins. */
const someTree = fc.letrec<{ tree: PlanTree; parts: TreeNode[]; node: TreeNode }>((tie) => ({
  tree: fc.record({ by: fc.constantFrom('business', 'region', 'person'), parts: tie('parts') }),
  parts: fc
    .tuple(fc.array(tie('node'), { maxLength: 4 }), fc.array(fc.integer({ min: 0, max: 30 }), { minLength: 4, maxLength: 4 }))
    // four shares come to less than the whole at most once and a fifth, without a rule, takes what is left
    .map(([nodes, shares]) =>
      [...nodes.map((node, index) => withSomeShare(node, shares[index] ?? 0)), part('rest')].map((node, index) => ({
        ...node,
        name: `${index}`,
      })),
    ),
  node: fc.record({
    name: fc.constant(''),
    rule: fc.oneof(fc.constant(rest), fc.bigInt({ min: 0n, max: 10n ** 9n }).map(history), fc.constant(percent(1))),
    deal: fc.option(fc.bigInt({ min: 1n, max: 10n ** 6n }), { nil: undefined }),
    pin: fc.option(fc.bigInt({ min: 0n, max: 10n ** 6n }).map(pinned), { nil: undefined, freq: 4 }),
    tree: fc.option(tie('tree'), { nil: undefined, maxDepth: 3 }),
  }),
})).tree

function withSomeShare(node: TreeNode, share: number): TreeNode {
  return node.rule.kind === 'share' ? { ...node, rule: percent(Math.min(share, 25)) } : node
}

test('whatever the rules, weights and pins: every level adds up to what stands above it, pins hold, nothing is negative', () => {
  let held = 0
  fc.assert(
    fc.property(someTree, fc.bigInt({ min: 0n, max: 10n ** 12n }), (tree, amount) => {
      const result = workOutTree(tree, amount)
      if (!result.ok) {
        expect(result.error.code).toMatch(/^pins-over|^nothing-open/)
        return
      }
      held += 1
      const check = ({ parts }: WorkedTree, above: bigint): void => {
        expect(parts.reduce((sum, { value }) => sum + value, 0n)).toBe(above)
        expect(parts.reduce((sum, { computed }) => sum + computed, 0n)).toBe(above)
        for (const { value, pin, computed, tree: under } of parts) {
          expect(value >= 0n && computed >= 0n).toBe(true)
          if (pin !== undefined) expect(value).toBe(pin.amount)
          if (under !== undefined) check(under, value)
        }
      }
      check(result.value, amount)
      const { byName, unassigned } = personTotals(result.value)
      expect([...byName.values()].reduce((sum, value) => sum + value, unassigned)).toBe(amount)
    }),
    { numRuns: 500 },
  )
  expect(held).toBeGreaterThan(100)
})

test('pinning a part at its computed value changes nothing', () => {
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 2, maxLength: 6 }),
      fc.bigInt({ min: 0n, max: 10n ** 9n }),
      (weights, amount) => {
        const total = BigInt(weights.reduce((sum, weight) => sum + weight, 0))
        const parts = weights.map((weight, index) => part(`${index}`, { kind: 'share', share: { num: BigInt(weight), den: total } }))
        const plain = worked(level('product', ...parts), amount)
        const [first] = plain.parts
        const again = worked(withPin(level('product', ...parts), [0], pinned(first?.value ?? 0n)), amount)
        expect(again.parts.reduce((sum, { value }) => sum + value, 0n)).toBe(amount)
        for (const [index, { value }] of again.parts.entries()) {
          const before = plain.parts[index]?.value ?? 0n
          // Largest remainder among fewer may give the odd unit to another sibling.
          expect(value - before >= -1n && value - before <= 1n).toBe(true)
        }
      },
    ),
  )
})
