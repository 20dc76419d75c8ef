import { at } from './at.js'

/**
 * The sums of squares and products of its features by each other that a least-squares line through the origin is made of, row-wise, lower half
 * only. They are carried forward row by row, older rows counting less.
 */
export interface Squares {
  readonly features: number
  readonly sums: Float64Array
}

export function emptySquares(features: number): Squares {
  return { features, sums: new Float64Array(features * features) }
}

/**
 * @param from where in `rows` the next row begins
 * @param forget what an older row counts against the next one: 1 is all alike
 */
export function addSquares({ features, sums }: Squares, rows: Float64Array, from: number, forget: number): void {
  for (let i = 0; i < features; i += 1) {
    const value = at(rows, from + i)
    for (let j = 0; j <= i; j += 1) sums[i * features + j] = at(sums, i * features + j) * forget + value * at(rows, from + j)
  }
}

/** Carries forward the sums of each feature by the outcome, of which there may be several to the same rows. */
export function addProducts(products: Float64Array, rows: Float64Array, from: number, outcome: number, forget: number): void {
  for (let i = 0; i < products.length; i += 1) products[i] = at(products, i) * forget + at(rows, from + i) * outcome
}

/**
 * Ridge regression (Hoerl & Kennard 1970) towards zero, each feature's own sum of squares raised by `penalty`, so that the unit of a
 * feature does not matter. By Cholesky's decomposition; a feature that was always zero gets the coefficient zero.
 */
export function ridge({ features, sums }: Squares, products: Float64Array, penalty: number): Float64Array {
  const root = new Float64Array(features * features)
  const solved = new Float64Array(features)
  for (let i = 0; i < features; i += 1) {
    for (let j = 0; j <= i; j += 1) {
      let rest = at(sums, i * features + j) * (i === j ? 1 + penalty : 1)
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
