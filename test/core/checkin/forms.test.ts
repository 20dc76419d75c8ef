import { Temporal } from 'temporal-polyfill'
import { expect, test } from 'vitest'
import { checkInFields, formForHour } from '../../../src/core/checkin/forms.js'

const goals = [
  { metric: 'visits', target: 3n },
  { metric: 'revenue', target: 0n },
] as const

test('the morning names customers and leads and shows the numbers of the day', () => {
  expect(checkInFields('morning', goals)).toEqual([
    { kind: 'note', name: 'key-customers', required: false, lines: 3 },
    { kind: 'note', name: 'new-leads', required: false, lines: 2 },
    { kind: 'number', metric: 'visits', planned: 3n },
    { kind: 'number', metric: 'revenue', planned: 0n },
  ])
})

test('midday asks for what was heard and what changes', () => {
  expect(checkInFields('midday', goals)).toEqual([
    { kind: 'note', name: 'needs', required: false },
    { kind: 'note', name: 'objections', required: false },
    { kind: 'note', name: 'change', required: true },
  ])
})

test('the evening takes the numbers first, then the day’s lessons', () => {
  expect(checkInFields('evening', goals).map((field) => (field.kind === 'number' ? field.metric : field.name))).toEqual([
    'visits',
    'revenue',
    'success',
    'failure',
    'improvement',
  ])
})

test('a form with numbers is sent as it stands; none is sent empty', () => {
  for (const form of ['morning', 'midday', 'evening'] as const) {
    const required = checkInFields(form, []).filter((field) => field.kind === 'note' && field.required)
    expect(required).toHaveLength(1)
  }
  expect(checkInFields('evening', goals).some((field) => field.kind === 'note' && field.required)).toBe(false)
})

test.each([
  ['00:00', 'morning'],
  ['11:59', 'morning'],
  ['12:00', 'midday'],
  ['15:59', 'midday'],
  ['16:00', 'evening'],
  ['23:59', 'evening'],
])('at %s it is the %s form', (time, form) => expect(formForHour(Temporal.PlainTime.from(time))).toBe(form))
