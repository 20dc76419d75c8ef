import type { Card, Line, Say } from './model.js'
import { text } from './text.js'
import { unreachable } from './unreachable.js'

/** A card as plain text, one thing a line: for terminals, logs of tests, and wherever there is nothing better. Buttons are left out. */
export function plainCard(card: Card, say: Say): string {
  return [
    ...(card.title === undefined ? [] : [say(card.title)]),
    ...card.lines.flatMap((line) => plainLine(line, say)),
    ...(card.note === undefined ? [] : [say(card.note)]),
  ].join('\n')
}

function plainLine(line: Line, say: Say): string[] {
  switch (line.kind) {
    case 'heading':
    case 'text':
    case 'small':
      return [say(line.text)]
    case 'quote':
      return [`> ${say(line.text)}`]
    case 'list':
      return line.items.map((item) => `• ${say(item)}`)
    case 'facts':
      return line.facts.map((fact) => say(text('label-value', { ...fact })))
    case 'progress':
      return [say(text('label-value', { label: line.label, value: line.value }))]
    case 'table':
      return [line.columns.map((column) => say(column.label)), ...line.rows.map((row) => row.map(say))].map((row) => row.join(' | '))
    case 'picture':
      return [say(line.alt)]
    case 'divider':
      return []
    default:
      return unreachable(line)
  }
}
