import { limits } from './limits.js'

/**
 * A bar of text: ▓▓▓▓│░░░░░, the stroke where the pace stands today.
 *
 * @param doneShare a share of one; above one the bar is full. A beginning shows one cell, and only the whole shows all of them
 */
export function bar(doneShare: number, paceShare?: number): string {
  const cells = limits.barCells
  const full = doneShare <= 0 ? 0 : doneShare >= 1 ? cells : Math.min(cells - 1, Math.max(1, Math.round(doneShare * cells)))
  const drawn = '▓'.repeat(full) + '░'.repeat(cells - full)
  if (paceShare === undefined) return drawn
  const mark = Math.round(Math.min(1, Math.max(0, paceShare)) * cells)
  return `${drawn.slice(0, mark)}│${drawn.slice(mark)}`
}
