import type { Temporal } from 'temporal-polyfill'
import type { OrganisationId } from '../core/id.js'
import type { Transaction } from './database.js'
import { daysIn } from './repository/days.js'
import { organisationIn } from './repository/organisation.js'
import { outboxIn } from './repository/outbox.js'
import { peopleIn } from './repository/people.js'
import { plansIn } from './repository/plans.js'
import { proposalsIn } from './repository/proposals.js'
import { recordsIn } from './repository/records.js'
import { targetsIn } from './repository/targets.js'
import { teamsIn } from './repository/teams.js'
import { workIn } from './repository/work.js'

/** All that one transaction can read and write of one organisation. There is no way to another organisation's rows through it. */
export function storeOf(tx: Transaction, organisationId: OrganisationId, now: Temporal.Instant) {
  return {
    organisationId,
    /** For the few statements of the store that are not one organisation's. */
    transaction: tx,
    /** The instant of the request; all rows of the transaction carry it. */
    now,
    organisation: organisationIn(tx, organisationId),
    teams: teamsIn(tx, organisationId),
    people: peopleIn(tx, organisationId),
    plans: plansIn(tx, organisationId),
    proposals: proposalsIn(tx, organisationId),
    targets: targetsIn(tx, organisationId),
    work: workIn(tx, organisationId),
    days: daysIn(tx, organisationId),
    records: recordsIn(tx, organisationId, now),
    outbox: outboxIn(tx, organisationId, now),
  }
}

export type Store = ReturnType<typeof storeOf>
