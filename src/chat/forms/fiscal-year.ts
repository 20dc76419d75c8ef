import { RETAIL_CALENDAR, WEEK_LAYOUTS } from '../../core/calendar/week-year.js'
import { WEEKDAYS } from '../../core/calendar/weekday.js'
import type { Team } from '../../store/repository/teams.js'
import type { Field, Form, Language } from '../model.js'
import { text } from '../text.js'
import { monthName, weekdayName } from './calendar-names.js'

/** The form that says how the team's year is counted: by calendar months, or by whole weeks. */
export function fiscalYearForm({ id, fiscal }: Team, language: Language): Form {
  const weeks = fiscal.kind === 'weeks' ? fiscal : RETAIL_CALENDAR
  return {
    key: 'team-year',
    context: id,
    title: text('fiscal-form-title'),
    submit: text('settings-save'),
    intro: [{ kind: 'text', text: text('fiscal-form-intro') }],
    fields: [
      {
        kind: 'choice',
        name: 'layout',
        label: text('fiscal-field-layout'),
        hint: text('fiscal-hint-layout'),
        options: [
          { value: 'months', label: text('fiscal-layout-months') },
          ...WEEK_LAYOUTS.map((value) => ({
            value,
            label: value === '13x4' ? text('fiscal-layout-thirteen') : text('fiscal-layout-weeks', { weeks: value }),
          })),
        ],
        initial: fiscal.kind === 'weeks' ? fiscal.layout : 'months',
      },
      {
        kind: 'choice',
        name: 'startMonth',
        label: text('fiscal-field-start'),
        hint: text('fiscal-hint-start'),
        options: Array.from({ length: 12 }, (_, index) => ({ value: String(index + 1), label: monthName(index + 1, language) })),
        initial: String(fiscal.startMonth),
      },
      {
        kind: 'choice',
        name: 'weekStart',
        label: text('fiscal-field-week'),
        hint: text('fiscal-hint-weeks-only'),
        options: WEEKDAYS.map((value, index) => ({ value, label: weekdayName(index + 1, language) })),
        initial: weeks.weekStart,
      },
      choice('yearEnds', ['nearest', 'last'], weeks.yearEnds),
      choice('yearName', ['start', 'end'], weeks.yearName),
    ],
  }
}

function choice<Value extends 'nearest' | 'last' | 'start' | 'end'>(
  name: 'yearEnds' | 'yearName',
  values: readonly Value[],
  initial: Value,
): Field {
  return {
    kind: 'choice',
    name,
    label: text(`fiscal-field-${name}`),
    hint: text('fiscal-hint-weeks-only'),
    options: values.map((value) => ({ value, label: text(`fiscal-${value}`) })),
    initial,
  }
}
