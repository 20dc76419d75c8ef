import { Temporal } from 'temporal-polyfill'
import { type CalendarWindow, isWithin, windowOnOrAfter } from '../../../core/plan/window/calendar-window.js'
import { localDate } from '../../../store/repository/teams.js'
import { SYSTEM_PERSON } from '../../access/system-actor.js'
import { type Actor, mustManage } from '../../access/visitor.js'
import type { App } from '../../app.js'
import { windowRule } from './right.js'

/** When published targets may be changed. */
export interface Windows {
  readonly team: string
  /** Undefined where the team has switched it off. */
  readonly calendar: CalendarWindow | undefined
  readonly isCalendarOpen: boolean
  /** Working days before a quarter's end. */
  readonly workingDays: number
  /** Opened by an admin, open today. */
  readonly open: readonly WindowFigures[]
  /** The last ones that are over, newest first. */
  readonly past: readonly WindowFigures[]
}

export interface WindowFigures {
  readonly by: string
  readonly reason: string
  readonly openedOn: Temporal.PlainDate
  /** The last day: its end, or when it was closed. */
  readonly until: Temporal.PlainDate
}

const MOST = 10

export async function readWindows(app: App, actor: Actor): Promise<Windows> {
  mustManage(actor)
  const { team, today } = actor
  const store = app.reading(actor.organisationId)
  const opened = await store.windows.ofTeam(team.id, MOST)
  const known = await store.people.known(opened.map(({ openedBy }) => openedBy))
  const calendar = windowOnOrAfter(windowRule(team), today)
  const told = opened.map(({ openedBy, reason, openedAt, endsOn, closedAt }) => ({
    isOpen: closedAt === undefined && Temporal.PlainDate.compare(endsOn, today) >= 0,
    by: openedBy === SYSTEM_PERSON ? 'Pacesetter' : (known.get(openedBy)?.name ?? '?'),
    reason,
    openedOn: localDate(team, openedAt),
    until: closedAt === undefined ? endsOn : localDate(team, closedAt),
  }))
  return {
    team: team.name,
    calendar,
    isCalendarOpen: calendar !== undefined && isWithin(today, calendar),
    workingDays: team.settings.adjustmentDays,
    open: told.filter(({ isOpen }) => isOpen),
    past: told.filter(({ isOpen }) => !isOpen),
  }
}
