import { Temporal } from 'temporal-polyfill'
import { CALENDAR_YEAR } from '../../core/calendar/fiscal-year.js'
import { isWithin, type Period, previousPeriod } from '../../core/calendar/period.js'
import type { MemberId } from '../../core/id.js'
import { streak } from '../../core/pace/streak.js'
import type { Span } from '../../core/plan/actions/rhythm.js'
import { publishedDays } from '../../core/plan/published.js'
import type { FunnelStage } from '../../core/review/bottleneck.js'
import { type Retrospective, retrospective } from '../../core/review/retrospective.js'
import type { CheckIn } from '../../store/repository/check-ins.js'
import type { Improvement } from '../../store/repository/improvements.js'
import type { Member, Team } from '../../store/repository/teams.js'
import type { Store } from '../../store/store.js'
import { teamActions } from '../key-actions/of-team.js'
import { attainmentFigures } from './attainment.js'
import { boardOf } from './board.js'
import { dayStates, type MemberDayState, STREAK_DAYS } from './day-states.js'
import { type Saying, type WeeklyFigures, weeklyFigures } from './figures.js'
import { averageDeal, funnelStages, numbersOf, readRows, type TeamRows } from './numbers.js'
import { presentIn } from './present.js'
import { type DueSoFar, dueSoFar, soFarFigures } from './so-far.js'

/** Improvements older than this are forgotten: what nobody did in a month will not be done by being listed again. */
const ACTIONS_KEPT_DAYS = 28

/**
 * A team's figures of a week (or of any stretch, such as a day, that is looked at in the same way) as they stand at an instant; undefined when
 * nothing was due, no numbers and no check-ins. A fixed number of queries, whatever the team's size.
 *
 * @param held 'so-far' holds a running period against what was due by the days that are over, and names a bottleneck of those days alone
 */
export async function weeklyFiguresOf(
  store: Store,
  team: Team,
  period: Period,
  at: Temporal.Instant,
  held: 'whole' | 'so-far' = 'whole',
): Promise<WeeklyFigures | undefined> {
  const before = await store.records.reportBefore(team.id, 'weekly', period.id)
  const rows = await readRows(store, team, period)
  const newsFrom = before?.period === previousPeriod(period, CALENDAR_YEAR).id ? before.publishedAt : undefined
  const checkIns = await store.checkIns.between(
    team.id,
    newsFrom === undefined ? period.start : period.start.subtract({ days: 7 }),
    period.end,
  )
  const numbers = numbersOf(rows, team, period)
  // A plan that begins after the week's last working day asks nothing of it.
  const isUneventful = numbers.team.every(({ target, done }) => (target ?? 0n) === 0n && done === 0n)
  const isQuietWeek = isUneventful && !checkIns.some(({ on }) => isWithin(on, period))
  if (isQuietWeek) return undefined

  const due = held === 'whole' ? undefined : await dueSoFar(store, team, rows, period, at)
  const improvements = await store.improvements.between(team.id, period.start.subtract({ days: ACTIONS_KEPT_DAYS }), period.end)
  const span = { start: period.end.subtract({ days: STREAK_DAYS }), end: period.end }
  const stateOf = await dayStates(store, team, rows.members, span, at)
  const stages = funnelStages(due?.numbers ?? numbers)
  const months = { start: period.start.with({ day: 1 }), end: period.end.with({ day: period.end.daysInMonth }) }
  const deal = averageDeal(rows, team, months, stages.at(-1)?.stage)
  const isPresent = presentIn(team, period, at)
  // Who brings the numbers by /log answers no form, and was heard from all the same.
  const reporters = await store.entries.lastOwn(team.id, period.start, period.end)
  const gone = new Set(rows.members.filter((member) => !isPresent(member)).map(({ id }) => id))
  const told = retrospective({
    week: period,
    totals: numbers.team,
    stages,
    averageDeal: deal?.amount ?? WITHOUT_MONEY,
    members: owedDays(rows, period, stateOf).filter(({ memberId }) => !gone.has(memberId) && !reporters.has(memberId)),
    actions: improvements.map(({ on, doneOn, ...action }) => ({ ...action, promisedOn: on, doneOn: doneOn ?? null })),
    wins: [],
  })
  const keyActions = await keyActionFigures(store, team, rows, due === undefined ? period : soFarOf(period, due))
  const sayingOf = sayings(rows.members)
  return {
    team: team.name,
    week: period.id,
    board: boardOf(numbers, team, isPresent, (memberId) => streak(stateOf(memberId as MemberId)), boardBefore(before?.figures)),
    ...(due === undefined ? {} : { soFar: soFarFigures(due) }),
    attainment: attainmentFigures(numbers.team, due),
    ...(keyActions.length === 0 ? {} : { keyActions }),
    bottleneck: bottleneckFigures(told, deal, stages.at(-1)),
    notHeardFrom: [...told.notHeardFrom],
    actions: {
      done: improvements.flatMap((each) =>
        each.doneOn !== undefined && isWithin(each.doneOn, period) ? [sayingOf(each, each.words)] : [],
      ),
      carriedOver: told.carriedOver.flatMap(({ id }) =>
        improvements.flatMap((each) => (each.id === id && !gone.has(each.memberId) ? [sayingOf(each, each.words)] : [])),
      ),
    },
    wins: checkIns.flatMap((checkIn) => {
      const words = checkIn.notes.success?.trim() ?? ''
      return words !== '' && isNews(checkIn, period, newsFrom) ? [sayingOf(checkIn, words)] : []
    }),
  }
}

/** What a deal counts for where no money is planned: enough to rank the stages by. */
const WITHOUT_MONEY = 1_000_000n

function boardBefore(figures: unknown): WeeklyFigures['board'] | undefined {
  const parsed = weeklyFigures.safeParse(figures)
  return parsed.success ? parsed.data.board : undefined
}

function bottleneckFigures(
  { bottleneck }: Retrospective,
  deal: ReturnType<typeof averageDeal>,
  last: FunnelStage | undefined,
): WeeklyFigures['bottleneck'] {
  if (bottleneck.state !== 'found' || deal === undefined || last === undefined) return bottleneck
  const worth = { stage: last.stage, planned: last.planned, averageDeal: deal.amount }
  return { ...bottleneck, currency: deal.currency, worth }
}

/** Of those who carried a part of the plan in these days. */
async function keyActionFigures(
  store: Store,
  team: Team,
  rows: TeamRows,
  span: Span | undefined,
): Promise<Exclude<WeeklyFigures['keyActions'], undefined>> {
  if (span === undefined) return []
  const carrying = new Set(
    publishedDays(rows.targets, span.start, span.end).flatMap(({ memberId, target }) => (target === null ? [] : [memberId])),
  )
  const members = rows.members.filter(({ id }) => carrying.has(id))
  return (await teamActions(store, team, members, span)).map(({ action, asked, done }) => ({ action, asked, done }))
}

/** Undefined before the first day is over. */
function soFarOf({ start }: Period, { soFar: { through } }: DueSoFar): Span | undefined {
  return through === null ? undefined : { start, end: through }
}

/** Each member's days on which something was asked of them. */
function owedDays(rows: TeamRows, { start, end }: Period, stateOf: (memberId: MemberId) => MemberDayState[]) {
  const asked = new Set(
    publishedDays(rows.targets, start, end).flatMap(({ memberId, on, target }) =>
      target === null || target === 0n ? [] : [`${memberId} ${on}`],
    ),
  )
  return rows.members.map(({ id, name }) => ({
    memberId: id,
    name,
    days: stateOf(id).flatMap(({ on, state }) => (asked.has(`${id} ${on}`) ? [state] : [])),
  }))
}

/** Of this week; or of the one before, told after its report had gone out. */
function isNews({ on, submittedAt }: CheckIn, period: Period, publishedAt: Temporal.Instant | undefined): boolean {
  return isWithin(on, period) || (publishedAt !== undefined && Temporal.Instant.compare(submittedAt, publishedAt) > 0)
}

function sayings(members: readonly Member[]) {
  const byId = new Map(members.map((member) => [member.id, member] as const))
  return ({ memberId, on }: Pick<Improvement, 'memberId' | 'on'>, words: string): Saying => {
    const member = byId.get(memberId)
    return { memberId, name: member?.name ?? '', words, on: on.toString(), isQuiet: member?.isQuiet ?? true }
  }
}
