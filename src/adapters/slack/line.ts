import type { types } from '@slack/bolt'
import type { Fact, Line, Say } from '../../chat/model.js'
import { type Text, text } from '../../chat/text.js'
import { unreachable } from '../../chat/unreachable.js'
import { bar } from './bar.js'
import { cut, escaped, pieces } from './escape.js'
import { limits } from './limits.js'
import { type TableStyle, tableUnits } from './table.js'
import { context, section, type Unit } from './unit.js'

/** A line of a card, in units that each fit a message. */
export function lineUnits(line: Line, say: Say, style: TableStyle): Unit[] {
  switch (line.kind) {
    case 'heading':
      return sections(say(line.text), (mrkdwn) => `*${mrkdwn.replaceAll('\n', ' ')}*`)
    case 'text':
      return sections(say(line.text), (mrkdwn) => mrkdwn)
    case 'small':
      return pieces(say(line.text), limits.context).map((words) => ({ words, blocks: [context(escaped(words))] }))
    case 'quote':
      return pieces(say(line.text), limits.piece / 2).map((words) => ({ words, blocks: [section(quoted(words))] }))
    case 'list':
      return listUnits(line.items.map(say))
    case 'facts':
      return factUnits(line.facts, say)
    case 'progress': {
      const words = pieces(say(text('label-value', { label: line.label, value: line.value })), limits.piece)[0] ?? ''
      const drawn = bar(line.doneShare, line.paceShare)
      return [{ words, blocks: [section(`${escaped(words)}\n${drawn}`)] }]
    }
    case 'table':
      return tableUnits(line, say, style)
    case 'picture':
      return [pictureUnit(line.url, say(line.alt))]
    case 'divider':
      return [{ words: '', blocks: [{ type: 'divider' }] }]
    default:
      return unreachable(line)
  }
}

function sections(words: string, mark: (mrkdwn: string) => string): Unit[] {
  return pieces(words, limits.piece).map((piece) => ({ words: piece, blocks: [section(mark(escaped(piece)))] }))
}

function quoted(words: string): string {
  // A quote of nothing but line breaks would double in length: at most one mark a line is added, and the piece is half a section.
  return words
    .split('\n')
    .map((line) => `> ${escaped(line)}`)
    .join('\n')
    .slice(0, limits.section)
}

/** Items run on in one section as long as it holds them. */
function listUnits(items: readonly string[]): Unit[] {
  const rows = items.flatMap((item) => pieces(`• ${item}`, limits.piece))
  return joined(rows).map((words) => ({ words, blocks: [section(escaped(words))] }))
}

/** Rows joined by line breaks into as few pieces as hold them. */
export function joined(rows: readonly string[], max: number = limits.piece): string[] {
  const found: string[] = []
  for (const row of rows) {
    const last = found.at(-1)
    if (last !== undefined && escaped(`${last}\n${row}`).length <= max) found[found.length - 1] = `${last}\n${row}`
    else found.push(row)
  }
  return found
}

function factUnits(facts: readonly Fact[], say: Say): Unit[] {
  const units: Unit[] = []
  let fields: types.MrkdwnElement[] = []
  let words: string[] = []
  const close = () => {
    if (fields.length > 0) units.push({ words: words.join('\n'), blocks: [{ type: 'section', fields }] })
    fields = []
    words = []
  }
  for (const { label, value } of facts) {
    const reading = factWords(label, value, say)
    if (fields.length === limits.fieldsInSection || escaped([...words, reading].join('\n')).length > limits.piece) close()
    const [title, rest] = [factLabel(label, say), factValue(value, say)]
    fields = [...fields, { type: 'mrkdwn', text: `*${escaped(title)}*\n${escaped(rest)}` }]
    words = [...words, reading]
  }
  close()
  return units
}

function factWords(label: Text, value: Text, say: Say): string {
  return say(text('label-value', { label: factLabel(label, say), value: factValue(value, say) }))
}

function factLabel(label: Text, say: Say): string {
  return cut(say(label), 100)
}

function factValue(value: Text, say: Say): string {
  return pieces(say(value), limits.field - 600)[0] ?? '–'
}

function pictureUnit(url: string, alt: string): Unit {
  const words = pieces(alt, limits.imageAlt)[0] ?? '…'
  const canShow = /^https?:\/\//.test(url) && url.length <= limits.imageUrl
  return { words, blocks: [canShow ? { type: 'image', image_url: url, alt_text: words } : section(escaped(words))] }
}
