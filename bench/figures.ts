export function median(values: readonly number[]): number {
  return percentile(values, 0.5)
}

/** The value that the given share of the values stay at or below (nearest rank): a value that was measured, nothing between two. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? Number.NaN
}

export function ms(value: number): string {
  return value.toFixed(value < 10 ? 2 : value < 100 ? 1 : 0)
}
