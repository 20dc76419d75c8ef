import type { TeamId } from '../../core/id.js'
import type { Store } from '../../store/store.js'
import { type MonthlyFigures, monthlyFigures } from './figures.js'

export interface StandingMonth {
  /** As it was announced. */
  readonly announced: MonthlyFigures
  /** As it was last said: the newest correction, or the announcement itself. */
  readonly standing: MonthlyFigures
  readonly corrections: number
}

/** A published month with its corrections; undefined when it is not published. */
export async function standingMonth(store: Store, teamId: TeamId, monthId: string): Promise<StandingMonth | undefined> {
  const report = await store.records.report(teamId, 'monthly', monthId)
  if (report === undefined) return undefined
  const corrections = await store.records.reportsUnder(teamId, CORRECTION, `${monthId}/`)
  const announced = monthlyFigures.parse(report.figures)
  const newest = corrections.at(-1)
  return {
    announced,
    standing: newest === undefined ? announced : monthlyFigures.parse(newest.figures),
    corrections: corrections.length,
  }
}

/** The kind under which a correction's figures are kept, next to the announcement's, which stay as they are. */
export const CORRECTION = 'monthly-correction'

/** '2026-10/001': in the order of the corrections. */
export function correctionPeriod(monthId: string, number: number): string {
  return `${monthId}/${String(number).padStart(3, '0')}`
}
