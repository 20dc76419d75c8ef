import type { PlanInput } from './plan-input.js'

/** What a plan says besides its targets, for its file: plain words, each kind in one order. */
export function strategyContent({ funnels, market, focus }: Pick<PlanInput, 'funnels' | 'market' | 'focus'>): Record<string, unknown> {
  return {
    ...(funnels !== undefined && {
      funnels: funnels.map(({ name, target, share, stages }) => ({
        name,
        target,
        ...said({ share }),
        stages: stages.map(({ stage, metric, rate, assume, size, cycle }) => said({ stage, metric, rate, assume, size, cycle })),
      })),
    }),
    ...(market !== undefined && { market: { size: market.size, share: market.share, wanted: market.wanted } }),
    ...(focus !== undefined && { focus: focus.map(({ name, kind, share }) => ({ name, ...said({ kind, share }) })) }),
  }
}

/** Without what is not said. */
function said(words: Readonly<Record<string, string | undefined>>): Record<string, string> {
  return Object.fromEntries(Object.entries(words).flatMap(([key, value]) => (value === undefined ? [] : [[key, value]])))
}
