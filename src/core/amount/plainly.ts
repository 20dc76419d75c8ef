/** An amount down to three figures, as people set and remember a target: 1,028,571 is 1,020,000. Below a thousand it stays. */
export function plainly(amount: bigint): bigint {
  const step = 10n ** BigInt(Math.max(0, String(amount).length - 3))
  return amount - (amount % step)
}
