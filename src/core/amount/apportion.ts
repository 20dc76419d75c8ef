/**
 * Splits `total` over `weights` so that the parts add up to it, to the last minor unit.
 * Largest remainder (Hamilton's method); of equal remainders the earlier part wins.
 *
 * @param total minor units or a count; negative for a credit note
 * @param weights only their ratio counts; a weight of 0n receives nothing
 * @throws RangeError when a weight is negative or none is positive: a bug, since the plan form refuses both
 */
export function apportion(total: bigint, weights: readonly bigint[]): bigint[] {
  if (total < 0n) return apportion(-total, weights).map((part) => -part)
  const weightSum = weights.reduce((sum, weight) => sum + weight, 0n)
  if (weightSum === 0n || weights.some((weight) => weight < 0n)) throw new RangeError(`Cannot apportion ${total}: weights are [${weights}]`)

  const parts = weights.map((weight) => ({ floor: (total * weight) / weightSum, cutOff: (total * weight) % weightSum }))
  const unitsLeft = total - parts.reduce((sum, part) => sum + part.floor, 0n)
  const byCutOff = parts.toSorted((a, b) => (a.cutOff === b.cutOff ? 0 : a.cutOff > b.cutOff ? -1 : 1)) // stable: the tie rule
  const raised = new Set(byCutOff.slice(0, Number(unitsLeft)))
  return parts.map((part) => (raised.has(part) ? part.floor + 1n : part.floor))
}
