/**
 * Splits each row's total over the columns by the row's own weights, so that the columns come out right too: persons are the rows,
 * months the columns. Rounding every row for itself would give ten people with two deals a year the same two months, and the team
 * eight months of nothing. Here, with everything before and including a column added up,
 * - a row is its exact share, rounded down or up (never a whole unit off), and its last column makes its total exact;
 * - the table is the sum of the exact shares, rounded to the nearest unit (halves up), where no row has a weight of 0n;
 * - a cell is never negative, nor less than its weight times the whole units that each unit of weight gets in its row;
 * - a cell whose weight is 0n is 0n, even where that leaves a column's sum a unit late.
 *
 * Each unit of a row has a window of columns in which it may fall: from where the row's exact running share passes the units before it
 * to where it reaches this one. Taking the unit whose window closes first fits them all: Tijdeman, "The chairman assignment problem",
 * Discrete Mathematics 32 (1980), with capacities taken from the rounded sum. For any window (s, t] the units that must fall into it are
 * at most ⌊S(t) − S(s)⌋ ≤ ⌊S(t) + ½⌋ − ⌊S(s) + ½⌋, which is what Hall's theorem asks. Of equal windows the earlier row goes first.
 *
 * @param totals one for each row, minor units or a count, none negative
 * @param weights a row of weights for each total, all of one length, none negative; only their ratio within the row counts
 * @returns a row of cells for each total; where rows of the very same weights and the same total are given the same, one list stands for them
 * @throws RangeError when a row's weights are negative or none is positive, or there are more than 52 columns
 */
export function apportionTable(totals: readonly bigint[], weights: readonly (readonly bigint[])[]): (readonly bigint[])[] {
  const columns = weights[0]?.length ?? 0
  if (columns > MOST_COLUMNS) throw new RangeError(`Cannot apportion over ${columns} columns: ${MOST_COLUMNS} are the most`)
  const kinds = new RowKinds()
  const rows = Uint32Array.from(totals, (total, row) => kinds.placeOf(total, weights[row] ?? []))
  const isEarly = new Uint8Array(rows.length)
  const earlyIn = new Float64Array(rows.length)
  for (let column = 0; column < columns; column += 1) {
    const due = kinds.dueEarly(column) - stillEarly(rows, isEarly, kinds.reaching(column))
    giveEarly(rows, isEarly, kinds.deadlines(column), due)
    for (let row = 0; row < rows.length; row += 1) earlyIn[row] = (earlyIn[row] ?? 0) * 2 + (isEarly[row] ?? 0)
  }
  return Array.from(rows, (place, row) => kinds.cells(place, earlyIn[row] ?? 0))
}

/** The columns in which a row is early are the binary digits of a number. */
const MOST_COLUMNS = 52
const FRACTION_BITS = 64n
const HALF = 1n << (FRACTION_BITS - 1n)

/** How many rows go on being early in a column: who was given a unit that their own share does not reach in it. Marks the others. */
function stillEarly(rows: Uint32Array, isEarly: Uint8Array, reaching: Uint8Array): number {
  let count = 0
  for (let row = 0; row < rows.length; row += 1) {
    if (isEarly[row] === 0) continue
    if (reaching[rows[row] ?? 0] === 1) isEarly[row] = 0
    else count += 1
  }
  return count
}

/** Gives one unit each to `count` rows whose exact share is under way to the next unit, those first that reach it first. */
function giveEarly(rows: Uint32Array, isEarly: Uint8Array, deadlines: Uint8Array, count: number): void {
  let left = count
  for (let deadline = 1; deadline < MOST_COLUMNS && left > 0; deadline += 1)
    for (let row = 0; row < rows.length && left > 0; row += 1) {
      if (isEarly[row] === 1 || deadlines[rows[row] ?? 0] !== deadline) continue
      isEarly[row] = 1
      left -= 1
    }
}

/** Rows of the same weights and total, which have the same exact shares. Each list has one entry a column. */
interface RowKind {
  readonly place: number
  /** What the exact running share, rounded down, gives each column. */
  readonly least: readonly bigint[]
  /** Whether the share reaches a further whole unit in the column. */
  readonly reaches: readonly boolean[]
  /** What is under way to the next unit after the column, of the sum of the weights. */
  readonly underWay: readonly bigint[]
  /** In how many columns the share reaches the unit under way; 0 where it may not be given early. */
  readonly deadlines: readonly number[]
  /** By the columns in which a row is early. */
  readonly cells: Map<number, readonly bigint[]>
  rows: number
}

/** The kinds of a table's rows, each at a place of its own. What is asked of them row by row are flat lists of small numbers. */
class RowKinds {
  readonly #kinds: RowKind[] = []
  readonly #known = new Map<readonly bigint[], { readonly weightSum: bigint; readonly byTotal: Map<bigint, RowKind> }>()

  /** Counts a row in. */
  placeOf(total: bigint, weights: readonly bigint[]): number {
    const { weightSum, byTotal } = this.#known.get(weights) ?? { weightSum: sumOf(weights), byTotal: new Map<bigint, RowKind>() }
    if (total < 0n || weightSum === 0n) throw new RangeError(`Cannot apportion ${total}: weights are [${weights}]`)
    let kind = byTotal.get(total)
    if (kind === undefined) {
      kind = rowKind(this.#kinds.length, total, weights, weightSum)
      this.#kinds.push(kind)
      this.#known.set(weights, { weightSum, byTotal: byTotal.set(total, kind) })
    }
    kind.rows += 1
    return kind.place
  }

  /** By how many units the table's sum after the column, rounded to the nearest, is over that of its rows, rounded down. */
  dueEarly(column: number): number {
    let due = HALF + BigInt(this.#known.size) // each part of the sum is cut by less than one 2^-64; an exact half must still go up
    for (const { weightSum, byTotal } of this.#known.values()) {
      let underWay = 0n
      for (const kind of byTotal.values()) underWay += (kind.underWay[column] ?? 0n) * BigInt(kind.rows)
      due += (underWay << FRACTION_BITS) / weightSum
    }
    return Number(due >> FRACTION_BITS)
  }

  /** By place, 1 for a kind whose share reaches a further unit in the column. */
  reaching(column: number): Uint8Array {
    return this.#ofEach(({ reaches }) => (reaches[column] === true ? 1 : 0))
  }

  /** By place. */
  deadlines(column: number): Uint8Array {
    return this.#ofEach(({ deadlines }) => deadlines[column] ?? 0)
  }

  #ofEach(number: (kind: RowKind) => number): Uint8Array {
    const numbers = new Uint8Array(this.#kinds.length)
    for (const kind of this.#kinds) numbers[kind.place] = number(kind)
    return numbers
  }

  /** @param earlyIn a binary digit for each column, the last one's lowest */
  cells(place: number, earlyIn: number): readonly bigint[] {
    const { least = [], cells } = this.#kinds[place] ?? {}
    const known = cells?.get(earlyIn)
    if (known !== undefined) return known
    const own = [...least]
    for (let [column, digits] = [own.length - 1, earlyIn]; column >= 0; column -= 1) {
      const before = Math.floor(digits / 2)
      own[column] = (own[column] ?? 0n) + BigInt((digits % 2) - (before % 2))
      digits = before
    }
    cells?.set(earlyIn, own)
    return own
  }
}

/** 0n where none is positive, or one is negative: such weights share nothing. */
function sumOf(weights: readonly bigint[]): bigint {
  return weights.some((weight) => weight < 0n) ? 0n : weights.reduce((sum, weight) => sum + weight, 0n)
}

/** With whole units for each unit of weight first; what is left, less than the sum of the weights, falls by the running share. */
function rowKind(place: number, total: bigint, weights: readonly bigint[], weightSum: bigint): RowKind {
  const [unitsEach, left] = [total / weightSum, total % weightSum]
  const least: bigint[] = []
  const reaches: boolean[] = []
  const underWay: bigint[] = []
  let rest = 0n
  for (const weight of weights) {
    rest += left * weight
    const reached = rest / weightSum
    rest -= reached * weightSum
    least.push(weight * unitsEach + reached)
    reaches.push(reached > 0n)
    underWay.push(rest)
  }
  const deadlines = weights.map((weight, column) =>
    weight === 0n || underWay[column] === 0n ? 0 : reaches.indexOf(true, column + 1) - column,
  )
  return { place, least, reaches, underWay, deadlines, cells: new Map(), rows: 0 }
}
