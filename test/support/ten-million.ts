/**
 * A plan file as somebody types it: ten million of revenue in the second quarter of 2026, shared out equally.
 *
 * @param more what its line says besides, such as a tree; counts beside it, by metric; and what follows the targets
 */
export function tenMillion(more: { revenue?: string; counts?: Readonly<Record<string, number>>; rest?: string }): string {
  const { revenue = '', counts = {}, rest = '' } = more
  const said = ['metric: revenue, amount: 10m, currency: CNY, split: equal', ...(revenue === '' ? [] : [revenue])].join(', ')
  const beside = Object.entries(counts).map(([metric, amount]) => `metric: ${metric}, amount: ${amount}, split: equal`)
  const targets = [said, ...beside].map((target) => `  - { ${target} }\n`).join('')
  return `version: 1\nperiod: 2026-Q2\ntargets:\n${targets}${rest}`
}
