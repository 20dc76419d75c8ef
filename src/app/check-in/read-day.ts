import type { Temporal } from 'temporal-polyfill'
import type { CheckInForm } from '../../core/checkin/forms.js'
import { METRICS } from '../../core/plan/metric.js'
import { type Actor, mustCarryTarget } from '../access/visitor.js'
import type { App } from '../app.js'
import { currencyOf, type DayNumber, dayNumbers } from './day.js'
import { mayRecord, mustStillBeThere } from './may-record.js'

/** A member's day as a form shows it. */
export interface CheckInDay {
  readonly on: Temporal.PlainDate
  /** What has a target or was reported; for somebody without any target every metric, so that there is something to fill in. */
  readonly numbers: readonly DayNumber[]
  /** Of this form, by field name. */
  readonly notes: Readonly<Record<string, string>>
  readonly isNew: boolean
}

/** @throws UserError for a day that cannot be filled in, and for people without a target */
export async function readCheckInDay(app: App, actor: Actor, on: Temporal.PlainDate, form: CheckInForm): Promise<CheckInDay> {
  const memberId = mustCarryTarget(actor)
  mustStillBeThere(actor, on)
  const store = app.reading(actor.organisationId)
  await mayRecord(store, actor.team, memberId, on, form)
  const [numbers, checkIn] = await Promise.all([dayNumbers(store, actor.team, memberId, on), store.checkIns.find(memberId, on, form)])
  return { on, numbers: numbers.length > 0 ? numbers : everyMetric(actor), notes: checkIn?.notes ?? {}, isNew: checkIn === undefined }
}

function everyMetric({ team }: Actor): DayNumber[] {
  return METRICS.map(({ key }) => ({ metric: key, currency: currencyOf(key, team), target: null, done: undefined }))
}
