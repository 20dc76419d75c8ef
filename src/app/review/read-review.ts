import { Temporal } from 'temporal-polyfill'
import { type Period, parsePeriod, periodContaining, previousPeriod } from '../../core/calendar/period.js'
import type { Team } from '../../store/repository/teams.js'
import type { Store } from '../../store/store.js'
import type { Actor } from '../access/visitor.js'
import type { App } from '../app.js'
import type { MetricLanding } from '../forecast/landings.js'
import { teamLandings } from '../forecast/team-landings.js'
import { UserError } from '../user-error.js'
import { correctionOf } from './correction.js'
import {
  type CorrectionFigures,
  type MonthlyShown,
  monthlyFigures,
  type WeeklyFigures,
  type WeeklyShown,
  weeklyFigures,
} from './figures.js'
import { monthlyFiguresOf } from './monthly-figures.js'
import { viewerOf } from './see-board.js'
import { shownMonth, shownWeek } from './shown.js'
import { standingMonth } from './standing-month.js'
import { weeklyFiguresOf } from './weekly-figures.js'

export type ReviewKind = 'day' | 'week' | 'month'

/** How firm the figures are: as they were published on a date of the team's zone, or as they stand now. */
export type ReviewState = { readonly kind: 'published'; readonly on: string } | { readonly kind: 'running' }

export type Review = {
  readonly teamId: string
  readonly state: ReviewState
  readonly period: string
  /** The period before it; undefined when no review of it can be read. */
  readonly earlier: string | undefined
} & (
  | {
      readonly kind: 'day' | 'week'
      /** Null when there is nothing to say. */
      readonly figures: WeeklyShown | null
      /** For a manager; empty for others. */
      readonly notHeardFrom: WeeklyFigures['notHeardFrom']
    }
  | {
      readonly kind: 'month'
      readonly figures: MonthlyShown | null
      readonly correction: CorrectionFigures | undefined
      /** Of a running month: where the team's results will land. */
      readonly landings: readonly MetricLanding[]
    }
)

/**
 * The review of a day, week or month: a past week or month as it was published, the running one, and any day, as of now.
 *
 * @param periodId '2026-W47'; the running period when undefined
 * @throws UserError for a period that there is not, that is still to come, or that was never published
 */
export async function readReview(app: App, actor: Actor, kind: ReviewKind, periodId: string | undefined): Promise<Review> {
  const store = app.reading(actor.organisationId)
  const running = periodContaining(kind, actor.today, actor.team.fiscal)
  const period = periodId === undefined ? running : parsePeriod(periodId, actor.team.fiscal)
  if (period === undefined || period.kind !== kind) throw new UserError('review-no-period', { words: periodId ?? '' })
  if (Temporal.PlainDate.compare(period.start, running.start) > 0)
    throw new UserError('review-future', { period: { kind: 'period', id: period.id } })
  const isRunning = period.id === running.id
  return kind === 'month' ? monthReview(store, actor, period, isRunning) : weekReview(store, actor, period, kind, isRunning)
}

async function weekReview(store: Store, actor: Actor, period: Period, kind: 'day' | 'week', isRunning: boolean): Promise<Review> {
  const { team } = actor
  const report = kind === 'week' ? await store.records.report(team.id, 'weekly', period.id) : undefined
  if (report === undefined && kind === 'week' && !isRunning) throw await neverPublished(store, team, 'weekly', period)
  const figures =
    report === undefined
      ? ((await weeklyFiguresOf(store, team, period, store.now, kind === 'week' ? 'so-far' : 'whole')) ?? null)
      : weeklyFigures.parse(report.figures)
  const isManager = actor.isAdmin || actor.role === 'manager'
  return {
    kind,
    teamId: team.id,
    period: period.id,
    state: report === undefined ? { kind: 'running' } : published(report.publishedAt, team),
    earlier: await earlierPeriod(store, team, period),
    figures: figures === null ? null : forSpan(kind, shownWeek(figures, viewerOf(actor))),
    notHeardFrom: isManager ? (figures?.notHeardFrom ?? []) : [],
  }
}

/** A day is too short to rank people by, or to find a bottleneck in. */
function forSpan(kind: 'day' | 'week', shown: WeeklyShown): WeeklyShown {
  return kind === 'week' ? shown : { ...shown, board: null, bottleneck: { state: 'no-plan' } }
}

async function monthReview(store: Store, actor: Actor, period: Period, isRunning: boolean): Promise<Review> {
  const { team } = actor
  const report = await store.records.report(team.id, 'monthly', period.id)
  if (report === undefined && !isRunning) throw await neverPublished(store, team, 'monthly', period)
  const figures =
    report === undefined
      ? ((await monthlyFiguresOf(store, team, period, store.now, team.settings.topSellerRest, 'so-far')) ?? null)
      : monthlyFigures.parse(report.figures)
  const standing = report === undefined ? undefined : await standingMonth(store, team.id, period.id)
  return {
    kind: 'month',
    teamId: team.id,
    period: period.id,
    state: report === undefined ? { kind: 'running' } : published(report.publishedAt, team),
    earlier: await earlierPeriod(store, team, period),
    figures: figures === null ? null : shownMonth(figures, viewerOf(actor)),
    landings: isRunning && report === undefined ? (await teamLandings(store, team, period)).landings : [],
    correction: standing === undefined ? undefined : correctionOf(standing.announced, standing.standing),
  }
}

function published(at: Temporal.Instant, team: Team): ReviewState {
  return { kind: 'published', on: at.toZonedDateTimeISO(team.zone).toPlainDate().toString() }
}

/** Any day can be looked at; of weeks and months those that were published. */
async function earlierPeriod(store: Store, team: Team, period: Period): Promise<string | undefined> {
  if (period.kind === 'day') return previousPeriod(period, team.fiscal).id
  return (await store.records.reportBefore(team.id, period.kind === 'week' ? 'weekly' : 'monthly', period.id))?.period
}

async function neverPublished(store: Store, team: Team, kind: 'weekly' | 'monthly', { id }: Period): Promise<UserError> {
  const [newest] = await store.records.reports(team.id, kind, 1)
  const period = { kind: 'period', id } as const
  if (newest === undefined) return new UserError('review-none-yet', { period })
  return new UserError('review-not-published', { period, newest: { kind: 'period', id: newest.period }, id: newest.period })
}
