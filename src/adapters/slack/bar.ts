const cells = 10

/**
 * A bar of ten cells, full blocks and shades, which phones draw in one line: █ done, ▒ where the curve stands today and it is not, ░ still to come.
 * What is begun shows a cell, what is not finished lacks one.
 *
 * @param doneShare share of one; above one the bar is full
 */
export function bar(doneShare: number, paceShare?: number): string {
  const done = filled(doneShare)
  const due = Math.max(filled(paceShare ?? 0), done)
  return '█'.repeat(done) + '▒'.repeat(due - done) + '░'.repeat(cells - due)
}

function filled(share: number): number {
  if (!(share > 0)) return 0
  if (share >= 1) return cells
  return Math.min(Math.max(Math.round(share * cells), 1), cells - 1)
}
