import { Temporal } from 'temporal-polyfill'
import type { TeamTime } from '../../app/plan/change-time.js'
import { WEEKDAYS } from '../../core/calendar/weekday.js'
import type { PlanInput, PlanTarget } from '../../core/plan/plan-input.js'
import type { DayItem } from '../../core/plan/plan-time.js'
import type { Card, Line } from '../model.js'
import { date, list, metricName, period, type Text, text } from '../text.js'

/** How a plan falls on time, with what changes it. */
export function planTimeCard(planId: string, plan: PlanInput): Card {
  return {
    title: text('time-title', { period: period(plan.period) }),
    lines: [
      ...plan.targets.flatMap((target): Line[] => {
        const told = targetTimeTexts(target)
        return [
          { kind: 'heading', text: metricName(target.metric) },
          { kind: 'list', items: told.length === 0 ? [text('time-by-days')] : told },
        ]
      }),
      ...teamTimeLines(plan),
    ],
    buttons: [
      ...plan.targets.map(({ metric }) => ({
        label: text('time-button-target', { metric: metricName(metric) }),
        action: `time:target:${planId}:${metric}`,
      })),
      { label: text('time-button-team'), action: `time:team:${planId}` },
    ],
    note: text('plan-edit-text'),
  }
}

/** The same below a target's heading; nothing where it falls by working days. */
export function timeLines(target: PlanTarget | undefined): Line[] {
  return target === undefined ? [] : targetTimeTexts(target).map((each) => ({ kind: 'text', text: each }))
}

/** What a target says of time beside its working days. */
export function targetTimeTexts({
  phases,
  months,
  seasonality,
  rhythm,
  week,
}: Pick<PlanTarget, 'phases' | 'months' | 'seasonality' | 'rhythm' | 'week'>): Text[] {
  const told: Text[] = []
  if (phases !== undefined) told.push(text('time-phases', { first: phases[0], second: phases[1], third: phases[2] }))
  if (seasonality === 'last-year') told.push(text('time-season-learnt'))
  else if (months !== undefined || seasonality !== undefined) told.push(text('time-season'))
  if (rhythm !== undefined) told.push(text('time-rhythm', { first: rhythm[0], second: rhythm[1], third: rhythm[2] }))
  if (week !== undefined) told.push(text('time-week', { days: list(weekTexts(week)) }))
  return told
}

export function weekTexts(week: Exclude<PlanTarget['week'], undefined>): Text[] {
  return WEEKDAYS.flatMap((weekday) => {
    const weight = week[weekday]
    return weight === undefined ? [] : [text('time-weekday', { weekday: text(`time-${weekday}`), weight })]
  })
}

/** What a plan says of all its targets. */
export function teamTimeLines({ day, joiners, leavers, leave, ramps = [] }: TeamTime): Line[] {
  const told: Text[] = []
  if (day !== undefined) told.push(dayStandard(day))
  if (joiners === 'carried') told.push(text('time-joiners-carried'))
  if (leavers === 'carried') told.push(text('time-leavers-carried'))
  if (leave === 'team') told.push(text('time-leave-team'))
  for (const { member, from, steps } of ramps) {
    const facts = { name: member, steps: list(steps.map((step) => text('time-step', { step }))) }
    told.push(
      from === undefined ? text('time-ramp', facts) : text('time-ramp-from', { ...facts, from: date(Temporal.PlainDate.from(from)) }),
    )
  }
  return told.map((each) => ({ kind: 'text', text: each }))
}

/** "Every day: 5 follow-ups, 2 proposals and 3 lost cases reviewed" */
export function dayStandard(day: readonly DayItem[]): Text {
  return text('time-day', { items: list(day.map(dayItem)) })
}

function dayItem({ metric, action = '', count }: DayItem): Text {
  return metric === undefined ? text('time-day-action', { count, action }) : text('time-day-metric', { count, metric: metricName(metric) })
}
