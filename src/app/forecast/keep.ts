import type { Store } from '../../store/store.js'
import { type LandingsInput, type MetricLanding, weekOf } from './landings.js'

/** Numbers that are reported late still come in for some days after a period's end. */
const SETTLED_AFTER_DAYS = 7

/** Whether any of these forecasts is the week's first of its metric, and so to be kept. */
export function hasNews(landings: readonly MetricLanding[]): boolean {
  return landings.some(({ isKept, landing }) => !isKept && isForecast(landing))
}

/**
 * Keeps the week's first forecast of each metric as it was said, and scores those whose period is over: a forecast's record is of what it
 * said at the time, never of what it would say now. Kept twice, the first stays. Nothing is kept of a period without a day left.
 */
export async function keepLandings(store: Store, input: LandingsInput, landings: readonly MetricLanding[]): Promise<void> {
  const { team, memberId, period, asOf } = input
  const kind = period.kind
  if (kind !== 'month' && kind !== 'quarter') return
  await store.landings.score(team.id, asOf.subtract({ days: SETTLED_AFTER_DAYS }))
  await store.landings.keep(
    { teamId: team.id, memberId },
    landings.flatMap(({ metric, landing }) => {
      if (!isForecast(landing)) return []
      const { value, lower, upper, runRate, parts } = landing
      const method = parts.map(({ method: name, share }) => `${name} ${Math.round(share * 100)}%`).join(', ')
      return [{ metric, kind, period, week: weekOf(asOf), asOf, value, lower, upper, runRate, method }]
    }),
  )
}

function isForecast(landing: MetricLanding['landing']): landing is Extract<MetricLanding['landing'], { state: 'forecast' }> {
  return landing.state === 'forecast' && landing.workingDaysLeft > 0
}
