import { Temporal } from 'temporal-polyfill'
import { nextWorkingDay } from '../../core/calendar/working-calendar.js'
import { type CheckInForm, formForHour } from '../../core/checkin/forms.js'
import type { ActionStanding } from '../../core/plan/actions/action-standing.js'
import type { PlanInput } from '../../core/plan/plan-input.js'
import type { DayStart } from '../../store/repository/day-start.js'
import type { Improvement } from '../../store/repository/improvements.js'
import type { Team } from '../../store/repository/teams.js'
import type { Store } from '../../store/store.js'
import type { App } from '../app.js'
import { actionsOnDay } from '../key-actions/of-member.js'
import { planSaying } from '../plan/running-plan.js'
import { calendarOf } from '../team/calendar.js'
import { type Goal, goalsOn } from './goal.js'
import type { TargetNumbers } from './numbers.js'
import type { Subject } from './subject.js'

/** What a day asks. */
export interface TargetDay {
  readonly on: Temporal.PlainDate
  /** Why there is no work; undefined on a working day. */
  readonly off: DayOff | undefined
  /** None on a day off. */
  readonly goals: readonly Goal[]
  /** After a day off. */
  readonly next: { readonly on: Temporal.PlainDate; readonly goals: readonly Goal[] } | undefined
  /** The improvement promised last, unless it was done on an earlier day. */
  readonly promised: Improvement | undefined
  /** What everybody does each day by the plan; undefined where it says nothing. */
  readonly standard: PlanInput['day']
  /** How the member stands on the plan's key actions; none for a team. */
  readonly keyActions: readonly ActionStanding[]
  /** The golden actions still ahead, the present one first. */
  readonly actions: readonly CheckInForm[]
}

/** `free` is a weekday that the team does not work, `unplanned` a working day that the plan leaves out. */
export type DayOff = 'leave' | 'holiday' | 'free' | 'unplanned'

/** Who was away for a week still finds the promise; after that it is history. */
const PROMISE_DAYS = 14

/** What a member's day begins with: leave, key actions, the promise of the last two weeks. Undefined for a team. */
export async function readDayStart(store: Store, team: Team, { memberId }: Subject, on: Temporal.PlainDate): Promise<DayStart | undefined> {
  return memberId === undefined ? undefined : store.dayStart(team.id, memberId, on, on.subtract({ days: PROMISE_DAYS }))
}

/**
 * @param name the member's, by which a plan says whose a key action is
 * @param start undefined for a team
 */
export function targetDay(
  app: App,
  team: Team,
  on: Temporal.PlainDate,
  { months, totals }: TargetNumbers,
  name: string,
  start: DayStart | undefined,
): TargetDay {
  const goals = goalsOn(months, totals, on)
  const off = dayOff(team, on, goals, start)
  if (off !== undefined)
    return {
      on,
      off,
      goals: [],
      next: nextDay(team, start?.leaveUntil ?? on, months),
      promised: undefined,
      standard: undefined,
      keyActions: [],
      actions: [],
    }
  const doneOn = start?.promised?.doneOn
  return {
    on,
    off,
    goals,
    next: undefined,
    promised: doneOn === undefined || doneOn.equals(on) ? start?.promised : undefined,
    standard: planSaying(start?.dayPlans ?? [], on, 'day')?.day,
    keyActions: actionsOnDay(team, name, start, on),
    actions: actionsAhead(app, team, on),
  }
}

/** What was published wins over the calendar, which may have been changed since. */
function dayOff(team: Team, on: Temporal.PlainDate, goals: readonly Goal[], start: DayStart | undefined): DayOff | undefined {
  if (start?.leaveUntil !== undefined) return 'leave'
  if (goals.length > 0) return undefined
  if (calendarOf(team).isWorkingDay(on)) return 'unplanned'
  return team.weekdays.includes(on.dayOfWeek) ? 'holiday' : 'free'
}

/** The next day that has goals, if it is among those read; else the calendar's next. */
function nextDay(team: Team, after: Temporal.PlainDate, months: TargetNumbers['months']): TargetDay['next'] {
  const dates = [...new Set(months.map(({ month }) => month))].toSorted().flatMap((month) => {
    const first = Temporal.PlainDate.from(`${month}-01`)
    return Array.from({ length: first.daysInMonth }, (_, index) => first.add({ days: index }))
  })
  const planned = dates
    .filter((on) => Temporal.PlainDate.compare(on, after) > 0)
    .map((on) => ({ on, goals: goalsOn(months, [], on) }))
    .find(({ goals }) => goals.length > 0)
  if (planned !== undefined) return planned
  const on = nextWorkingDay(calendarOf(team), after)
  return on && { on, goals: [] }
}

const FORMS: readonly CheckInForm[] = ['morning', 'midday', 'evening']

function actionsAhead(app: App, { zone }: Team, on: Temporal.PlainDate): CheckInForm[] {
  const now = app.now().toZonedDateTimeISO(zone)
  return now.toPlainDate().equals(on) ? FORMS.slice(FORMS.indexOf(formForHour(now.toPlainTime()))) : [...FORMS]
}
