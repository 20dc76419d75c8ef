import type { z } from 'zod'
import type { Team } from '../../store/repository/teams.js'
import type { TeamSettings } from '../../store/team-settings.js'
import { type Actor, mustManage } from '../access/visitor.js'
import type { App } from '../app.js'
import type { scheduleInput, TeamInput, TeamRules } from './team-input.js'

export type TeamChange = Omit<TeamInput, 'morning'> & {
  readonly schedule: z.infer<typeof scheduleInput>
  readonly board: TeamSettings['board']
}

/** Changes a team's settings from now on. What was published stays as it is; the clock works out the next post anew. */
export function changeTeam(app: App, actor: Actor, change: TeamChange): Promise<Team> {
  const { schedule, board, country, ...plain } = change
  return save(app, actor, {
    ...actor.team,
    ...plain,
    country: country === '' ? undefined : country,
    weekdays: [...new Set(change.weekdays)].sort(),
    schedule: Object.fromEntries(Object.entries(schedule).filter(([, time]) => time !== undefined)),
    settings: { ...actor.team.settings, board },
  })
}

/** Changes a team's rules from now on. A year that begins elsewhere changes no published plan: each keeps its own. */
export function changeRules(app: App, actor: Actor, { fiscalStart, ...rules }: TeamRules): Promise<Team> {
  return save(app, actor, { ...actor.team, fiscalStart, settings: { ...actor.team.settings, ...rules } })
}

async function save(app: App, actor: Actor, team: Team): Promise<Team> {
  mustManage(actor)
  return app.transaction(actor.organisationId, async (store) => {
    await store.teams.save(team, store.now)
    await store.records.audit({
      personId: actor.personId,
      act: 'team-settings',
      subject: team.id,
      before: summary(actor.team),
      after: summary(team),
    })
    return team
  })
}

function summary({ name, zone, language, currency, country, weekdays, fiscalStart, schedule, settings }: Team) {
  return { name, zone, language, currency, country, weekdays, fiscalStart, schedule, settings }
}
