import type { Temporal } from 'temporal-polyfill'
import type { PostKind } from '../../core/schedule/post-rule.js'
import type { Team } from '../../store/repository/teams.js'
import type { Store } from '../../store/store.js'
import { publishMorning } from '../morning/publish.js'
import { publishNudges } from '../nudge/publish.js'
import { publishWindow } from '../plan/window/publish-window.js'
import { publishMonthly } from '../review/publish-monthly.js'
import { publishWeekly } from '../review/publish-weekly.js'

export interface PostDue {
  readonly kind: PostKind
  readonly on: Temporal.PlainDate
  /** What it is about: weekly its week, monthly the month before, the others their date. */
  readonly period: string
  /** Set when an outage kept it back and it is still worth sending. */
  readonly lateMinutes: number | undefined
}

/** Puts one of the bot's own posts into the outbox. @returns whether there was anything to say */
export function publishPost(store: Store, team: Team, { kind, on, period, lateMinutes }: PostDue): Promise<boolean> {
  switch (kind) {
    case 'morning':
      return publishMorning(store, team, on, lateMinutes)
    case 'midday':
    case 'evening':
      return publishNudges(store, team, on, kind)
    case 'weekly':
      return publishWeekly(store, team, period, { late: lateMinutes !== undefined })
    case 'monthly':
      return publishMonthly(store, team, period, { late: lateMinutes !== undefined })
    case 'window':
      return publishWindow(store, team, on)
  }
}
