import type { z } from 'zod'
import type { FiscalCalendar } from '../../core/calendar/fiscal-year.js'
import type { Team } from '../../store/repository/teams.js'
import type { TeamSettings } from '../../store/team-settings.js'
import { type Actor, mustManage } from '../access/visitor.js'
import type { App } from '../app.js'
import { regionOf } from './region.js'
import type { scheduleInput, TeamInput, TeamRules } from './team-input.js'

export type TeamChange = Omit<TeamInput, 'morning' | 'region'> & {
  readonly region?: string | undefined
  readonly schedule: z.infer<typeof scheduleInput>
  readonly board: TeamSettings['board']
}

/** Changes a team's settings from now on. What was published stays as it is; the clock works out the next post anew. */
export function changeTeam(app: App, actor: Actor, change: TeamChange): Promise<Team> {
  const { schedule, board, country, region, ...plain } = change
  return save(app, actor, {
    ...actor.team,
    ...plain,
    country: country === '' ? undefined : country,
    region: regionOf(country, region),
    weekdays: [...new Set(change.weekdays)].sort(),
    schedule: Object.fromEntries(Object.entries(schedule).filter(([, time]) => time !== undefined)),
    settings: { ...actor.team.settings, board },
  })
}

/** Changes a team's rules from now on. */
export function changeRules(app: App, actor: Actor, rules: TeamRules): Promise<Team> {
  return save(app, actor, { ...actor.team, settings: { ...actor.team.settings, ...rules } })
}

/** Counts the team's years, quarters and months in another way from now on. It changes no published plan: each keeps its own. */
export function changeFiscalYear(app: App, actor: Actor, fiscal: FiscalCalendar): Promise<Team> {
  return save(app, actor, { ...actor.team, fiscal })
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

function summary({ name, zone, language, currency, country, region, weekdays, fiscal, schedule, settings }: Team) {
  return { name, zone, language, currency, country, region, weekdays, fiscal, schedule, settings }
}
