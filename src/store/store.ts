import type { Temporal } from 'temporal-polyfill'
import type { OrganisationId } from '../core/id.js'
import type { Transaction } from './database.js'
import { actionsIn } from './repository/actions.js'
import { casesIn } from './repository/cases.js'
import { checkInsIn } from './repository/check-ins.js'
import { dayStartIn } from './repository/day-start.js'
import { daysIn } from './repository/days.js'
import { dealsIn } from './repository/deals.js'
import { entriesIn } from './repository/entries.js'
import { improvementsIn } from './repository/improvements.js'
import { landingsIn } from './repository/landings.js'
import { leaveSharesIn } from './repository/leave-shares.js'
import { leavesIn } from './repository/leaves.js'
import { organisationIn } from './repository/organisation.js'
import { outboxByHand, outboxIn } from './repository/outbox.js'
import { peopleIn } from './repository/people.js'
import { planChangesIn } from './repository/plan-changes.js'
import { plansIn } from './repository/plans.js'
import { proposalsIn } from './repository/proposals.js'
import { recordsByHand, recordsIn } from './repository/records.js'
import { targetsIn } from './repository/targets.js'
import { teamsIn } from './repository/teams.js'
import { windowsIn } from './repository/windows.js'
import type { Sql } from './sql.js'

/**
 * All that one transaction can read and write of one organisation. There is no way to another organisation's rows through it.
 *
 * @param sql the transaction itself; outside of one, what goes past the client
 */
export function storeOf(tx: Transaction, organisationId: OrganisationId, now: Temporal.Instant, sql: Sql = tx) {
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
    planChanges: planChangesIn(tx, organisationId),
    windows: windowsIn(tx, organisationId),
    proposals: proposalsIn(tx, organisationId),
    targets: targetsIn(sql, organisationId),
    entries: entriesIn(tx, sql, organisationId),
    checkIns: checkInsIn(tx, organisationId),
    improvements: improvementsIn(tx, organisationId),
    cases: casesIn(tx, organisationId),
    leaves: leavesIn(tx, organisationId),
    leaveShares: leaveSharesIn(tx, organisationId),
    dayStart: dayStartIn(sql, organisationId),
    deals: dealsIn(tx, sql, organisationId, now),
    actions: actionsIn(sql, organisationId),
    landings: landingsIn(sql, organisationId),
    days: daysIn(sql, organisationId),
    records: recordsIn(tx, organisationId, now),
    outbox: outboxIn(tx, organisationId, now),
  }
}

export type Store = ReturnType<typeof storeOf>

/** The part of it that a check-in reads and writes, whole in statements by hand. */
export function checkInStoreOf(sql: Sql, organisationId: OrganisationId, now: Temporal.Instant) {
  return {
    now,
    days: daysIn(sql, organisationId),
    records: recordsByHand(sql, organisationId, now),
    outbox: outboxByHand(sql, organisationId, now),
  }
}

export type CheckInStore = ReturnType<typeof checkInStoreOf>
