import type { PlanInput, PlanTarget } from '../../core/plan/plan-input.js'
import type { Field, Form, Language } from '../model.js'
import { sayIn } from '../say.js'
import { metricName, type Text, text } from '../text.js'
import { LONG_TEXT } from './plan.js'
import { dayLines, rampLines, weekLine } from './plan-time-lines.js'

/** Asks how a target falls on time: the quarter's phases, the season, the week. */
export function targetTimeForm(planId: string, target: PlanTarget, months: readonly string[], language: Language): Form {
  const say = sayIn(language)
  const { metric, phases, week } = target
  return {
    key: 'time-target',
    context: `${planId}:${metric}`,
    title: text('time-form-target', { metric: metricName(metric) }),
    submit: text('plan-form-submit'),
    fields: [
      typed('phases', phases?.join(' ') ?? ''),
      {
        ...typed('season', seasonWords(target, months, say(text('time-last-year')))),
        hint: text('time-hint-season', { count: months.length, example: SEASON.slice(0, months.length).join(' ') }),
      },
      typed('week', week === undefined ? '' : weekLine(week, language, say)),
    ],
  }
}

/** Asks what a plan says of all its targets: each day's standard, and what becomes of shares of those who come, go or are away. */
export function teamTimeForm(planId: string, { joiners, leavers, leave, ramps, day }: PlanInput, language: Language): Form {
  return {
    key: 'time-team',
    context: planId,
    title: text('time-form-team'),
    submit: text('plan-form-submit'),
    fields: [
      typed('day', day === undefined ? '' : dayLines(day, sayIn(language)), 'lines'),
      ruleField('joiners', SHARE_RULES, joiners),
      ruleField('leavers', SHARE_RULES, leavers),
      ruleField('leave', LEAVE_RULES, leave),
      typed('ramps', ramps === undefined ? '' : rampLines(ramps), 'lines'),
    ],
  }
}

/** How a year's weights may look; thirteen, as some years have so many months. */
const SEASON = [8, 6, 9, 8, 8, 9, 7, 7, 9, 8, 10, 11, 9]

function typed(name: 'phases' | 'season' | 'week' | 'day' | 'ramps', initial: string, length: 'line' | 'lines' = 'line'): Field {
  const hint = name === 'season' ? undefined : text(`time-hint-${name}`)
  return {
    kind: 'text',
    name,
    label: text(`time-field-${name}`),
    ...(hint === undefined ? {} : { hint }),
    initial,
    ...(length === 'line' ? { maxLength: 200 } : { maxLength: LONG_TEXT, long: true }),
    optional: true,
  }
}

/** What each of the plan's rules is called; the first holds where a plan says none. */
const SHARE_RULES = { team: text('time-rule-team'), carried: text('time-rule-carried') }
const LEAVE_RULES = { carried: text('time-rule-leave-carried'), team: text('time-rule-leave-team') }

function ruleField(name: 'joiners' | 'leavers' | 'leave', rules: Readonly<Record<string, Text>>, rule: string | undefined): Field {
  const options = Object.entries(rules).map(([value, label]) => ({ value, label }))
  return { kind: 'choice', name, label: text(`time-field-${name}`), options, initial: rule ?? options[0]?.value ?? '' }
}

function seasonWords({ seasonality, months }: PlanTarget, ids: readonly string[], lastYear: string): string {
  if (seasonality === 'last-year') return lastYear
  if (seasonality !== undefined) return seasonality.join(' ')
  return months === undefined ? '' : ids.map((id) => months[id] ?? '0').join(' ')
}
