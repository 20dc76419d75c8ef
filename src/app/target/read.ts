import type { Temporal } from 'temporal-polyfill'
import { type Period, type PeriodKind, periodContaining } from '../../core/calendar/period.js'
import { previousWorkingDay } from '../../core/calendar/working-calendar.js'
import type { MemberId } from '../../core/id.js'
import type { MetricKey } from '../../core/plan/metric.js'
import type { Improvement } from '../../store/repository/work.js'
import { type Actor, mustCarryTarget } from '../access/visitor.js'
import type { App } from '../app.js'
import { fiscalOf } from '../plan/plan-period.js'
import { calendarOf } from '../team/calendar.js'
import { UserError } from '../user-error.js'
import { type Standing, standings, withoutTarget } from './standing.js'

export type Whose =
  | { readonly kind: 'me' }
  | { readonly kind: 'team' }
  | { readonly kind: 'named'; readonly externalId: string | undefined; readonly name: string }

export interface TargetView {
  readonly period: Period
  /** The day it is seen from; for tomorrow's, that day. */
  readonly asOf: Temporal.PlainDate
  readonly of: { readonly kind: 'me' | 'team' | 'member'; readonly name: string }
  readonly standings: readonly Standing[]
  readonly untargeted: readonly { readonly metric: MetricKey; readonly done: bigint }[]
  /** Whether the team has any published target in the period: no plan yet and no target for me are different things. */
  readonly teamHasPlan: boolean
  /** Promised on the last working day and not done; one's own only. */
  readonly improvements: readonly Improvement[]
  readonly isWorkingDay: boolean
}

/**
 * What a period asks of a person or the team, and how they stand, as of a day.
 *
 * @throws UserError when nobody of the team has that name, or the asker carries no target
 */
export async function readTarget(
  app: App,
  actor: Actor,
  wanted: { kind: PeriodKind; whose: Whose; on: Temporal.PlainDate },
): Promise<TargetView> {
  const { team } = actor
  const store = app.reading(actor.organisationId)
  const period = periodContaining(wanted.kind, wanted.on, fiscalOf(team))
  const of = await whoseOf(actor, wanted.whose, app)
  const calendar = calendarOf(team)
  const yesterday = previousWorkingDay(calendar, wanted.on) ?? wanted.on
  const [teamMonths, totals, improvements] = await Promise.all([
    store.targets.between(team.id, period.start, period.end),
    store.work.totals(team.id, period.start, period.end, of.memberId),
    of.kind === 'me' ? store.work.improvements(team.id, yesterday, wanted.on) : [],
  ])
  const months = of.memberId === undefined ? teamMonths : teamMonths.filter((month) => month.memberId === of.memberId)
  return {
    period,
    asOf: wanted.on,
    of: { kind: of.kind, name: of.name },
    standings: standings(period, months, totals, wanted.on, 'open'),
    untargeted: withoutTarget(months, totals),
    teamHasPlan: teamMonths.length > 0,
    improvements: improvements.filter((improvement) => improvement.memberId === of.memberId && improvement.doneOn === undefined),
    isWorkingDay: calendar.isWorkingDay(wanted.on),
  }
}

async function whoseOf(
  actor: Actor,
  whose: Whose,
  app: App,
): Promise<{ kind: 'me' | 'team' | 'member'; name: string; memberId: MemberId | undefined }> {
  switch (whose.kind) {
    case 'team':
      return { kind: 'team', name: actor.team.name, memberId: undefined }
    case 'me':
      // A manager without a target of their own asks for the team's, and so does an admin who only looks on.
      return actor.memberId === undefined || actor.role === 'spectator'
        ? { kind: 'team', name: actor.team.name, memberId: undefined }
        : { kind: 'me', name: actor.name, memberId: mustCarryTarget(actor) }
    case 'named': {
      const store = app.reading(actor.organisationId)
      const personId =
        whose.externalId === undefined ? undefined : await store.people.byIdentity(actor.team.home.platform, whose.externalId)
      const members = await store.teams.members(actor.team.id)
      const member =
        members.find(({ personId: id }) => id === personId) ?? members.find(({ name }) => name.toLowerCase() === whose.name.toLowerCase())
      if (member === undefined) throw new UserError('nobody-named', { name: whose.name })
      return { kind: 'member', name: member.name, memberId: member.id }
    }
  }
}
