import { at } from './at.js'

/** The sums that a least-squares line through the origin is made of, carried forward row by row, older rows counting less. */
export interface RegressionSums {
  readonly features: number
  /** Row-wise, lower half only. */
  readonly squares: Float64Array
  readonly products: Float64Array
  rows: number
}

export function emptySums(features: number): RegressionSums {
  return { features, squares: new Float64Array(features * features), products: new Float64Array(features), rows: 0 }
}

/** @param forget what an older row counts against the next one: 1 is all alike */
export function learn(sums: RegressionSums, row: Float64Array, outcome: number, forget: number): void {
  const { features, squares, products } = sums
  for (let i = 0; i < features; i += 1) {
    const value = at(row, i)
    products[i] = at(products, i) * forget + value * outcome
    for (let j = 0; j <= i; j += 1) squares[i * features + j] = at(squares, i * features + j) * forget + value * at(row, j)
  }
  sums.rows += 1
}

/**
 * Ridge regression (Hoerl & Kennard 1970) towards zero, each feature's own sum of squares raised by `penalty`, so that the unit of a
 * feature does not matter. By Cholesky's decomposition; a feature that was always zero gets the coefficient zero.
 */
export function ridge({ features, squares, products }: RegressionSums, penalty: number): Float64Array {
  const root = new Float64Array(features * features)
  const solved = new Float64Array(features)
  for (let i = 0; i < features; i += 1) {
    for (let j = 0; j <= i; j += 1) {
      let rest = at(squares, i * features + j) * (i === j ? 1 + penalty : 1)
      for (let k = 0; k < j; k += 1) rest -= at(root, i * features + k) * at(root, j * features + k)
      const pivot = at(root, j * features + j)
      root[i * features + j] = i === j ? Math.sqrt(Math.max(0, rest)) : pivot > 0 ? rest / pivot : 0
    }
    let rest = at(products, i)
    for (let k = 0; k < i; k += 1) rest -= at(root, i * features + k) * at(solved, k)
    const pivot = at(root, i * features + i)
    solved[i] = pivot > 0 ? rest / pivot : 0
  }
  for (let i = features - 1; i >= 0; i -= 1) {
    let rest = at(solved, i)
    for (let k = i + 1; k < features; k += 1) rest -= at(root, k * features + i) * at(solved, k)
    const pivot = at(root, i * features + i)
    solved[i] = pivot > 0 ? rest / pivot : 0
  }
  return solved
}
