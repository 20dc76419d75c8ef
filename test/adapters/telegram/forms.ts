import type { Card, Field, Form, Reply } from '../../../src/chat/model.js'
import { asTyped } from '../../../src/chat/text.js'
import { card } from './house.js'

/** A form with a field of every kind. */
export const question: Form = {
  key: 'check-in:morning',
  context: 'member-7',
  title: asTyped('Morning start'),
  intro: [{ kind: 'text', text: asTyped('Three customers & <two> leads') }],
  fields: [
    { kind: 'number', name: 'visits', label: asTyped('Visits'), unit: asTyped('万'), initial: '3' },
    { kind: 'text', name: 'plan', label: asTyped('Plan'), long: true, optional: true, hint: asTyped('What comes first?'), maxLength: 40 },
    {
      kind: 'choice',
      name: 'tier',
      label: asTyped('Tier'),
      options: ['A', 'B'].map((value) => ({ value, label: asTyped(`Tier ${value}`) })),
      initial: 'A',
    },
    {
      kind: 'choices',
      name: 'needs',
      label: asTyped('Needs'),
      optional: true,
      options: Array.from({ length: 12 }, (_, n) => ({ value: `n${n}`, label: asTyped(`Need ${n}`) })),
    },
    { kind: 'date', name: 'on', label: asTyped('On'), initial: '2026-03-02' },
    { kind: 'toggle', name: 'share', label: asTyped('Share it'), initial: true },
  ],
  submit: asTyped('Send'),
}

export const open: Reply = { kind: 'open', form: question }

export function formOf(...fields: Field[]): Form {
  return { ...question, fields }
}

export function required(name: string): Field {
  return { kind: 'text', name, label: asTyped(name) }
}

export const today: Card = {
  ...card('Today: 2 of 5'),
  title: asTyped('Target'),
  buttons: [{ label: asTyped('Check in'), action: 'check-in:open', style: 'primary' }],
}
