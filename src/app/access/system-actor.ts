import type { Temporal } from 'temporal-polyfill'
import type { PersonId } from '../../core/id.js'
import { localDate, type Team } from '../../store/repository/teams.js'
import type { Actor } from './visitor.js'

/** Stands for whoever sits at the operator's terminal. It is nobody's account: no person has this id. */
export const SYSTEM_PERSON = 'system' as PersonId

/** The operator acting in a team through the command line, who may do all that an admin may. */
export function systemActor(team: Team, at: Temporal.Instant): Actor {
  return {
    organisationId: team.organisationId,
    personId: SYSTEM_PERSON,
    name: 'Pacesetter',
    isAdmin: true,
    team,
    memberId: undefined,
    role: undefined,
    today: localDate(team, at),
  }
}
