import { belongsOn } from '../../core/calendar/stay.js'
import { newId } from '../../store/new-id.js'
import type { OutboxEntry } from '../../store/repository/outbox.js'
import { localDate, type Team } from '../../store/repository/teams.js'
import type { Store } from '../../store/store.js'
import { caseRequestKey } from '../case/case-asked-for.js'
import { homeOf } from '../team/create.js'
import { composeMonthly } from './compose-monthly.js'
import type { MonthlyFigures } from './figures.js'
import { privateEntries } from './private-entries.js'

/**
 * Freezes a team's month with its figures, has it announced, and asks the top seller in private for a case. A month that is published already
 * stays as it is: a later change is said by sayMonthlyCorrection.
 *
 * @returns whether there was anything to say
 */
export async function publishMonthly(store: Store, team: Team, monthId: string, { late }: { late: boolean }): Promise<boolean> {
  const composed = await composeMonthly(store, team, monthId, store.now)
  if (composed === undefined) return false
  const isFirst = await store.records.freezeReport({
    id: newId(),
    teamId: team.id,
    kind: 'monthly',
    period: monthId,
    figures: composed.figures,
  })
  if (!isFirst) return true
  await store.outbox.add([
    { key: monthlyKey(team, monthId), to: homeOf(team), post: { ...composed.post, late }, language: team.language },
    ...(await caseRequests(store, team, composed.figures)),
  ])
  return true
}

/** The announcement of a month, in whose thread the case and the corrections go. */
export function monthlyKey(team: Pick<Team, 'id'>, monthId: string): string {
  return `monthly:${team.id}:${monthId}`
}

/** Asks each top seller who is still there for a case, once. */
export async function caseRequests(store: Store, team: Team, { month, honours }: MonthlyFigures): Promise<OutboxEntry[]> {
  const winners = new Set(honours.topSeller.state === 'won' ? honours.topSeller.winners.map(({ memberId }) => memberId) : [])
  if (winners.size === 0) return []
  const members = await store.teams.members(team.id)
  const today = localDate(team, store.now)
  const personIds = members.filter((member) => winners.has(member.id) && belongsOn(member, today)).map(({ personId }) => personId)
  return privateEntries(store, team, personIds, caseRequestKey(team.id, month), {
    kind: 'case-request',
    teamId: team.id,
    team: team.name,
    period: month,
  })
}
