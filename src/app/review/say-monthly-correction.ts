import { newId } from '../../store/new-id.js'
import type { Team } from '../../store/repository/teams.js'
import type { Store } from '../../store/store.js'
import { homeOf } from '../team/create.js'
import { monthOf } from './compose-monthly.js'
import { correctionOf } from './correction.js'
import { monthlyFiguresOf } from './monthly-figures.js'
import { caseRequests, monthlyKey } from './publish-monthly.js'
import { CORRECTION, correctionPeriod, standingMonth } from './standing-month.js'

/**
 * Says in the announcement's thread what numbers that came after it have changed, once for each change; the announcement and its figures
 * stay as they were. To be called, within the same transaction, whenever a number of an earlier month is added or taken back; it costs one
 * read where the month is not published.
 *
 * @param monthId the month of the number, '2026-10'
 * @returns whether there was anything to correct
 */
export async function sayMonthlyCorrection(store: Store, team: Team, monthId: string): Promise<boolean> {
  if ((await store.records.report(team.id, 'monthly', monthId)) === undefined) return false
  // Of two that correct a month at once the second sees the first's numbers, and says only what is new.
  await store.teams.hold(team.id)
  const month = await standingMonth(store, team.id, monthId)
  if (month === undefined) return false
  const { announced, standing, corrections } = month
  const fresh = await monthlyFiguresOf(store, team, monthOf(monthId, team.fiscal), store.now, announced.restMonths)
  if (fresh === undefined) return false
  const setting = announced.board?.setting
  const figures = fresh.board === null || setting === undefined ? fresh : { ...fresh, board: { ...fresh.board, setting } }
  const correction = correctionOf(standing, figures)
  if (correction === undefined) return false

  const number = corrections + 1
  await store.records.freezeReport({ id: newId(), teamId: team.id, kind: CORRECTION, period: correctionPeriod(monthId, number), figures })
  await store.outbox.add([
    {
      key: `${CORRECTION}:${team.id}:${monthId}:${number}`,
      to: homeOf(team),
      under: monthlyKey(team, monthId),
      post: { kind: 'monthly-correction', teamId: team.id, period: monthId, figures: correction },
      language: team.language,
    },
    ...(await caseRequests(store, team, figures)),
  ])
  return true
}
