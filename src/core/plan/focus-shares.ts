import type { Fraction } from '../amount/fraction.js'

/** A strategic focus of the year: a region, a product, an industry. */
export interface Focus {
  readonly name: string
  /** The part of the effort that it should get; undefined: an even part of what the others leave. */
  readonly share: Fraction | undefined
}

/** What deals come to that serve a focus, or none. */
export interface FocusSum {
  readonly focus: string | undefined
  /** Minor units, of one currency for all. */
  readonly amount: bigint
}

/** How the value of deals falls on a strategy. Shares are of one. */
export interface DealsByFocus {
  readonly focuses: readonly {
    readonly name: string
    /** The part of the effort that it should get. */
    readonly wanted: number
    /** The part of the value that it has. */
    readonly share: number
  }[]
  /** What serves no focus of the strategy, and what the strategy leaves for the rest. */
  readonly off: { readonly share: number; readonly room: number }
}

/** Focuses without a share of their own divide what the others leave. Shares are of one. */
export function wantedShares(focuses: readonly Focus[]): number[] {
  const open = focuses.filter(({ share }) => share === undefined).length
  const said = focuses.reduce((sum, { share }) => sum + (share === undefined ? 0 : numberOf(share)), 0)
  return focuses.map(({ share }) => (share === undefined ? Math.max(0, 1 - said) / open : numberOf(share)))
}

/** What the focuses leave for everything else, of one. */
export function roomBeside(wanted: readonly number[]): number {
  return tidy(1 - wanted.reduce((sum, each) => sum + each, 0))
}

/**
 * Divides the value of deals by the focuses of a strategy. A focus that it does not name, such as last year's, is off strategy.
 *
 * @returns undefined without a strategy, or where the deals are worth nothing yet
 */
export function dealsByFocus(focuses: readonly Focus[], sums: readonly FocusSum[]): DealsByFocus | undefined {
  const worth = (counts: (focus: string | undefined) => boolean) =>
    sums.reduce((sum, { focus, amount }) => (counts(focus) ? sum + amount : sum), 0n)
  const total = worth(() => true)
  if (focuses.length === 0 || total <= 0n) return undefined
  const shareOf = (amount: bigint) => Number(amount) / Number(total)
  const wanted = wantedShares(focuses)
  const known = new Set<string | undefined>(focuses.map(({ name }) => name))
  return {
    focuses: focuses.map(({ name }, index) => ({
      name,
      wanted: wanted[index] ?? 0,
      share: shareOf(worth((focus) => focus === name)),
    })),
    off: { share: shareOf(worth((focus) => !known.has(focus))), room: roomBeside(wanted) },
  }
}

/** Floats only in what is shown: what is nothing but their error is nothing. */
export function tidy(share: number): number {
  return Math.abs(share) < 1e-9 ? 0 : share
}

export function numberOf({ num, den }: Fraction): number {
  return Number(num) / Number(den)
}
