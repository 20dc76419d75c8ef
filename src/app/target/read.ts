import { Temporal } from 'temporal-polyfill'
import { type NamedPeriod, periodNamed } from '../../core/calendar/named-period.js'
import { nextPeriod, type Period, periodContaining, previousPeriod } from '../../core/calendar/period.js'
import type { ActionCount } from '../../core/plan/actions/action-standing.js'
import type { MetricKey } from '../../core/plan/metric.js'
import type { Team } from '../../store/repository/teams.js'
import type { Store } from '../../store/store.js'
import type { Actor } from '../access/visitor.js'
import type { App } from '../app.js'
import { currencyOf } from '../check-in/day.js'
import { hasNews, keepLandings } from '../forecast/keep.js'
import { type LandingsInput, landings, type MetricLanding } from '../forecast/landings.js'
import { actionsWithin } from '../key-actions/of-member.js'
import { isDayOver } from '../team/day-over.js'
import { UserError } from '../user-error.js'
import { type MembersStanding, membersStanding } from './members-standing.js'
import { numbersOf, readNumbers } from './numbers.js'
import { type RestTaken, restTaken } from './rest.js'
import { type Standing, standings, withoutTarget } from './standing.js'
import { looksAfter, type Subject, subjectOf, teamOf, type Whose } from './subject.js'
import { readDayStart, type TargetDay, targetDay } from './target-day.js'
import { type TargetTree, type TimeParts, targetTrees, timeParts } from './target-tree.js'

export const TARGET_PERIODS = ['day', 'tomorrow', 'week', 'month', 'quarter', 'year'] as const
export type TargetPeriod = (typeof TARGET_PERIODS)[number]

/** The period before or after the one that runs. */
export type TargetStep = 'last' | 'next'

export interface TargetWanted {
  readonly asked: TargetPeriod
  readonly whose: Whose
  readonly step?: TargetStep | undefined
  /** A period of the kind that is asked for, instead of a step from the one that runs. */
  readonly named?: NamedPeriod | undefined
}

export interface TargetView {
  readonly asked: TargetPeriod
  readonly step: TargetStep | undefined
  readonly team: Pick<Team, 'id' | 'name'>
  readonly of: Subject
  /** Today, or tomorrow where that was asked for; of another period its day nearest to today. */
  readonly on: Temporal.PlainDate
  /** What the standings are about: for a day its month. */
  readonly period: Period
  /** No plan at all and no part in it are different things, and neither is a target of zero. */
  readonly state: 'has-target' | 'no-target' | 'no-plan'
  readonly standings: readonly Standing[]
  /** What was done without a target. */
  readonly untargeted: readonly { readonly metric: MetricKey; readonly currency: string | undefined; readonly done: bigint }[]
  /** Where a day was asked for. */
  readonly day: TargetDay | undefined
  /** Of a person's week or month: how many of each key action it asks for, and how many were done. */
  readonly keyActions: readonly ActionCount[]
  /** To whoever looks after the team, when they look at it as a whole over more than a day. */
  readonly members: MembersStanding | undefined
  /** Of a year or a quarter: its quarters or months. */
  readonly times: readonly TimeParts[]
  /** Of a team's year or quarter: how its decomposition trees stand. */
  readonly trees: readonly TargetTree[]
  /** Of a month or a quarter: where each number will land. */
  readonly landings: readonly MetricLanding[]
  /** Of a month or a quarter: what the rest of each number takes, where the plan has a funnel that leads there. */
  readonly rest: readonly RestTaken[]
  /** Whether the asker looks after the team. */
  readonly mayPlan: boolean
  /** Whether the asker may have a target of their own to turn to. */
  readonly hasOwn: boolean
}

/**
 * What a day or a period asks of a person or the team, and how they stand. For a rep's own day it takes three queries, key actions included, and a fourth where
 * there is no target, to say why. A manager without a target of their own is shown the team's, as are those who only look on.
 *
 * @throws UserError when nobody of the team is called so, the asker may not see them, or there is no period of that number
 */
export async function readTarget(app: App, actor: Actor, { asked, whose, ...which }: TargetWanted): Promise<TargetView> {
  const store = app.reading(actor.organisationId)
  const { team } = actor
  const { on, period, step } = spanOf(actor, asked, which)
  const meant = await subjectOf(store, actor, whose)
  const mayStepBack = meant.kind === 'me' && actor.role === 'manager'
  const [numbers, start] = await Promise.all([
    readNumbers(store, team, period, on, mayStepBack ? teamOf(actor) : meant),
    asksActions(asked) ? readDayStart(store, team, meant, on) : undefined,
  ])

  const isToday = asked !== 'tomorrow' && step === undefined
  const asOfDay = step === 'last' || (isToday && isDayOver(app.now(), team)) ? 'closed' : 'open'
  const now = { asOf: on, asOfDay, capPercent: team.settings.catchUpPercent } as const
  const standingOf = (subject: Subject) => standings({ period, ...numbersOf(numbers, subject), ...now })
  const of = mayStepBack && standingOf(meant).length === 0 ? teamOf(actor) : meant
  const shown = numbersOf(numbers, of)
  const standing = standingOf(of)
  const own = of === meant ? start : undefined
  const isWholeTeam = of.kind === 'team' && !isDay(asked) && looksAfter(actor)
  return {
    asked,
    step,
    team,
    of,
    on,
    period,
    state: await stateOf(store, team, period, of, standing),
    standings: standing,
    untargeted: withoutTarget(standing, shown.totals).map((each) => ({ ...each, currency: currencyOf(each.metric, team) })),
    day: isDay(asked) ? targetDay(app, team, on, shown, of.name, own) : undefined,
    keyActions: isDay(asked) ? [] : actionsWithin(team, of.name, own, period),
    members: isWholeTeam ? membersStanding(await store.teams.members(team.id), standing, { period, ...shown, ...now }) : undefined,
    times: timeParts(actor, period, standing, shown),
    trees: of.kind === 'team' && isLong(asked) && standing.length > 0 ? await targetTrees(store, actor, period, standing, shown) : [],
    landings:
      isDay(asked) || step !== undefined
        ? []
        : await landingsKept(app, actor, { team, memberId: of.memberId, period, standings: standing, ...shown, ...now }),
    rest: step === undefined && (asked === 'month' || asked === 'quarter') ? await restTaken(store, team, period, on, standing) : [],
    mayPlan: looksAfter(actor),
    hasOwn: actor.role === 'rep' || shown.months.some(({ memberId }) => memberId === actor.memberId),
  }
}

function spanOf(
  { today, team }: Actor,
  asked: TargetPeriod,
  { step, named }: Pick<TargetWanted, 'step' | 'named'>,
): Pick<TargetView, 'on' | 'period' | 'step'> {
  const fiscal = team.fiscal
  const on = asked === 'tomorrow' ? today.add({ days: 1 }) : today
  const running = periodContaining(isDay(asked) ? 'month' : asked, on, fiscal)
  if (isDay(asked) || (step === undefined && named === undefined)) return { on, period: running, step: undefined }
  const period =
    named !== undefined
      ? periodNamed(named, today, fiscal)
      : step === 'next'
        ? nextPeriod(running, fiscal)
        : previousPeriod(running, fiscal)
  if (period === undefined) throw new UserError('target-no-such-period', { words: named?.words ?? '' })
  if (Temporal.PlainDate.compare(period.start, today) > 0) return { on: period.start, period, step: 'next' }
  return Temporal.PlainDate.compare(period.end, today) < 0 ? { on: period.end, period, step: 'last' } : { on, period, step: undefined }
}

async function landingsKept(app: App, { organisationId }: Actor, input: LandingsInput): Promise<MetricLanding[]> {
  const found = await landings(app.reading(organisationId), input)
  if (hasNews(found)) await app.transaction(organisationId, (store) => keepLandings(store, input, found))
  return found
}

function isDay(asked: TargetPeriod): asked is 'day' | 'tomorrow' {
  return asked === 'day' || asked === 'tomorrow'
}

/** Longer than a month nobody counts them. */
function asksActions(asked: TargetPeriod): boolean {
  return isDay(asked) || asked === 'week' || asked === 'month'
}

function isLong(asked: TargetPeriod): boolean {
  return asked === 'quarter' || asked === 'year'
}

async function stateOf(store: Store, team: Team, period: Period, of: Subject, standing: readonly Standing[]): Promise<TargetView['state']> {
  if (standing.length > 0) return 'has-target'
  if (of.kind === 'team') return 'no-plan'
  const months = await store.targets.between(team.id, period.start, period.end)
  const anybodys = standings({ period, months, totals: [], asOf: period.start, asOfDay: 'open' })
  return anybodys.length > 0 ? 'no-target' : 'no-plan'
}
