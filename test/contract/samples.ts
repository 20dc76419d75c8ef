import type { Card, Form, Line } from '../../src/chat/model.js'
import { asTyped } from '../../src/chat/text.js'

export function card(...lines: string[]): Card {
  return { lines: lines.map((line) => ({ kind: 'text', text: asTyped(line) })) }
}

export function withButton(line: string): Card {
  return { ...card(line), buttons: [{ label: asTyped('Check in'), action: 'check-in:open:1', style: 'primary' }] }
}

export const everyField: Form = {
  key: 'check-in',
  context: 'member-7:2026-03-02',
  title: asTyped('Morning start'),
  intro: [{ kind: 'text', text: asTyped('Three customers & two <leads>') }],
  fields: [
    { kind: 'number', name: 'visits', label: asTyped('Visits'), unit: asTyped('times'), initial: '3' },
    { kind: 'text', name: 'first', label: asTyped('First'), initial: 'Acme & Co' },
    { kind: 'text', name: 'plan', label: asTyped('Plan'), long: true, optional: true, hint: asTyped('What comes first?') },
    {
      kind: 'choice',
      name: 'tier',
      label: asTyped('Tier'),
      options: ['A', 'B', 'C'].map((value) => ({ value, label: asTyped(`Tier ${value}`) })),
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

export const fileForm: Form = {
  key: 'import',
  context: 'team-1',
  title: asTyped('Import'),
  fields: [
    { kind: 'file', name: 'file', label: asTyped('A file'), extensions: ['xlsx', 'csv'], maxBytes: 1_000_000, optional: true },
    { kind: 'text', name: 'text', label: asTyped('Or paste it'), optional: true },
  ],
  submit: asTyped('Check'),
}

export const longForm: Form = {
  key: 'long',
  context: 'x'.repeat(900),
  title: asTyped('A title that goes on and on '.repeat(10).trim()),
  intro: Array.from({ length: 8 }, (_, n) => ({ kind: 'text', text: asTyped(`Paragraph ${n}: ${'a long one '.repeat(100).trim()}`) })),
  fields: [
    {
      kind: 'choice',
      name: 'who',
      label: asTyped('Who, of all those that one could name here '.repeat(8).trim()),
      options: Array.from({ length: 150 }, (_, n) => ({
        value: `p${n}`,
        label: asTyped(`Person ${n} with a name that is longer than any button ${'very '.repeat(20).trim()}`),
      })),
      initial: 'p0',
    },
    {
      kind: 'choices',
      name: 'days',
      label: asTyped('Which days'),
      options: Array.from({ length: 120 }, (_, n) => ({ value: `d${n}`, label: asTyped(`Day ${n}`) })),
      initial: ['d7', 'd119'],
    },
    {
      kind: 'text',
      name: 'notes',
      label: asTyped('Notes'),
      long: true,
      hint: asTyped('Hint '.repeat(600).trim()),
      initial: 'wort '.repeat(500).trim(),
    },
    { kind: 'number', name: 'amount', label: asTyped('Amount'), initial: '1' },
  ],
  submit: asTyped('Send all of this to where it belongs at last'),
}

export const ROWS = 60
export const WORDS = 1200
const table: Line = {
  kind: 'table',
  columns: ['Who', 'Done', 'Share', 'Remark'].map((label) => ({ label: asTyped(label), align: 'start' })),
  rows: Array.from({ length: ROWS }, (_, n) => [`row${n}.`, `${n} visits & more`, `${n}%`, 'a remark that takes its place'].map(asTyped)),
}
export const longCard: Card = {
  title: asTyped('The week'),
  lines: [
    table,
    { kind: 'text', text: asTyped('wort '.repeat(WORDS).trim()) },
    { kind: 'list', items: Array.from({ length: 40 }, (_, n) => asTyped(`Point ${n}`)) },
  ],
  buttons: [{ label: asTyped('Check in'), action: 'check-in:open:1' }],
  note: asTyped('Comments are welcome'),
}
