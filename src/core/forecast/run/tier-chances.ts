import { TIERS, type Tier, tierAmounts } from '../../plan/tiers.js'

/** Of reaching each tier, 0 to 1; undefined where the target is zero. */
export function tierChances(target: bigint, chanceTo: (amount: bigint) => number): Record<Tier, number> | undefined {
  if (target <= 0n) return undefined
  const amounts = tierAmounts(target)
  const [base, stretch, breakthrough] = TIERS.map((tier) => chanceTo(amounts[tier]))
  return { base: base ?? 0, stretch: stretch ?? 0, breakthrough: breakthrough ?? 0 }
}

/** What the draws have never shown may still come: before the last day nothing is certain but what is done. */
const SURE = 0.99

/**
 * The chance to reach an amount.
 *
 * @param landings each as likely as the next
 * @param least what is certain by now
 */
export function chanceOf(amount: bigint, landings: Float64Array, least: number): number {
  if (least >= Number(amount)) return 1
  const reached = landings.reduce((count, landing) => count + (landing >= Number(amount) - 0.5 ? 1 : 0), 0)
  return Math.min(SURE, Math.max(1 - SURE, reached / landings.length))
}
