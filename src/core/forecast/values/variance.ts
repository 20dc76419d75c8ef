/** Of draws, each as likely as the next; 0 of none. */
export function varianceOf(draws: Float64Array): number {
  const mean = draws.reduce((sum, draw) => sum + draw, 0) / Math.max(1, draws.length)
  return draws.reduce((sum, draw) => sum + (draw - mean) ** 2, 0) / Math.max(1, draws.length)
}
