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
 * @throws RangeError when a row's weights are negative or none is positive
 */
export function apportionTable(totals: readonly bigint[], weights: readonly (readonly bigint[])[]): bigint[][] {
  const columns = weights[0]?.length ?? 0
  const known = new Map<readonly bigint[], KnownShares>()
  const rows = totals.map((total, index) => tableRow(total, weights[index] ?? [], known))
  const tieGuard = HALF + BigInt(rows.length) // a row's share is cut by less than one 2^-64; an exact half must still go up
  for (let column = 0; column < columns; column += 1) {
    let share = tieGuard
    let given = 0n
    for (const row of rows) {
      const least = row.shares.floors[column] ?? 0n
      if (row.given < least) row.given = least
      share += row.shares.exact[column] ?? 0n
      given += row.given
    }
    giveEarly(rows, column, columns, Number((share >> FRACTION_BITS) - given))
    for (const row of rows) fillCell(row, column)
  }
  return rows.map(({ cells }) => cells)
}

const FRACTION_BITS = 64n
const WHOLE = 1n << FRACTION_BITS
const HALF = WHOLE / 2n

interface TableRow {
  readonly weights: readonly bigint[]
  /** Whole units for each unit of weight; what is left is less than one each. */
  readonly unitsEach: bigint
  readonly shares: RunningShares
  readonly cells: bigint[]
  /** Of the units that are left, those given up to the column in hand, and before it. */
  given: bigint
  givenBefore: bigint
}

/** Of what is left, the running exact shares in 2^-64 units, and their whole units, rounded down and up. */
interface RunningShares {
  readonly exact: readonly bigint[]
  readonly floors: readonly bigint[]
  readonly ceilings: readonly bigint[]
}

/** What is left is less than the sum of the weights, so that of ten thousand rows of the same weights many have the same shares. */
interface KnownShares {
  readonly weightSum: bigint
  readonly byLeft: Map<bigint, RunningShares>
}

function tableRow(total: bigint, weights: readonly bigint[], known: Map<readonly bigint[], KnownShares>): TableRow {
  const { weightSum, byLeft } = known.get(weights) ?? { weightSum: sumOf(weights), byLeft: new Map<bigint, RunningShares>() }
  if (total < 0n || weightSum === 0n) throw new RangeError(`Cannot apportion ${total}: weights are [${weights}]`)
  known.set(weights, { weightSum, byLeft })
  const left = total % weightSum
  const shares = byLeft.get(left) ?? runningShares(left, weights, weightSum)
  byLeft.set(left, shares)
  return { weights, unitsEach: total / weightSum, shares, cells: [], given: 0n, givenBefore: 0n }
}

/** 0n where none is positive, or one is negative: such weights share nothing. */
function sumOf(weights: readonly bigint[]): bigint {
  return weights.some((weight) => weight < 0n) ? 0n : weights.reduce((sum, weight) => sum + weight, 0n)
}

function runningShares(left: bigint, weights: readonly bigint[], weightSum: bigint): RunningShares {
  let running = 0n
  const exact = weights.map((weight) => {
    running += weight
    return ((left * running) << FRACTION_BITS) / weightSum
  })
  return {
    exact,
    floors: exact.map((share) => share >> FRACTION_BITS),
    ceilings: exact.map((share) => (share + WHOLE - 1n) >> FRACTION_BITS),
  }
}

/** Gives one unit each to `count` rows whose exact share is under way to the next unit, those first that reach it first. */
function giveEarly(rows: readonly TableRow[], column: number, columns: number, count: number): void {
  if (count <= 0) return
  const byDeadline: TableRow[][] = Array.from({ length: columns }, () => [])
  for (const row of rows) {
    const { floors, ceilings } = row.shares
    if (row.weights[column] === 0n || row.given >= (ceilings[column] ?? 0n)) continue
    byDeadline[floors.findIndex((floor) => floor > row.given)]?.push(row)
  }
  let left = count
  for (const row of byDeadline.flat()) {
    if (left === 0) return
    row.given += 1n
    left -= 1
  }
}

function fillCell(row: TableRow, column: number): void {
  const whole = row.unitsEach === 0n ? 0n : (row.weights[column] ?? 0n) * row.unitsEach
  row.cells[column] = row.given === row.givenBefore ? whole : whole + row.given - row.givenBefore
  row.givenBefore = row.given
}
