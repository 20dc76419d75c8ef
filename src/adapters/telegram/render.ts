import type { Card, Line, Say } from '../../chat/model.js'
import { type Text, text } from '../../chat/text.js'
import { unreachable } from '../../chat/unreachable.js'
import { bar } from './bar.js'
import { toHtml } from './html.js'
import { limits } from './limits.js'
import { bold, emptyLine, linesOf, plain, type RichLine, type Span } from './rich.js'
import { split } from './split.js'
import { tableLines } from './table.js'

/** One Telegram message's words. */
export interface Words {
  readonly html: string
  /** The picture that the link preview shows large. */
  readonly previewUrl?: string
}

/** A card in as many messages as Telegram's 4096 ask for; never empty. */
export function render(card: Card, say: Say): [Words, ...Words[]] {
  const [first = [plainLine('…')], ...others] = split(cardLines(card, say), limits.textUnits)
  return [wordsOf(first), ...others.map(wordsOf)]
}

/** A card in one message, for edits: the parts after the first, and buttons after the hundredth, have no place there. What is left out is said. */
export function renderInOne(card: Card, say: Say, leftOut: string): Words {
  const lines = cardLines(card, say)
  const [whole = [plainLine('…')], ...others] = split(lines, limits.textUnits)
  if (others.length === 0 && (card.buttons ?? []).length <= limits.buttons) return wordsOf(whole)
  const note: RichLine = { spans: [{ style: 'italic', text: leftOut }] }
  return wordsOf([...(split(lines, limits.textUnits - leftOut.length - 1)[0] ?? []), note])
}

function wordsOf(lines: readonly RichLine[]): Words {
  const picture = lines.flatMap(({ spans }) => spans).find((span) => span.style === 'link' && span.text.startsWith(PICTURE))
  return { html: toHtml(lines), ...(picture?.style === 'link' ? { previewUrl: picture.url } : {}) }
}

function cardLines(card: Card, say: Say): RichLine[] {
  return [
    ...(card.title === undefined ? [] : [...linesOf(say(card.title), 'bold'), emptyLine]),
    ...linesIn(card.lines, say),
    ...(card.note === undefined ? [] : [emptyLine, ...linesOf(say(card.note), 'italic')]),
    // A heading right below the title has its space already.
  ].filter((line, index, all) => line !== emptyLine || all[index - 1] !== emptyLine)
}

export function linesIn(lines: readonly Line[], say: Say): RichLine[] {
  return lines.flatMap((line) => linesFor(line, say))
}

function linesFor(line: Line, say: Say): RichLine[] {
  switch (line.kind) {
    case 'heading':
      return [emptyLine, ...linesOf(say(line.text), 'bold')]
    case 'text':
      return linesOf(say(line.text))
    case 'small':
      return linesOf(say(line.text), 'italic')
    case 'quote':
      return linesOf(say(line.text), 'plain', { kind: 'quote' })
    case 'list':
      return line.items.flatMap((item) => linesOf(`• ${say(item)}`))
    case 'facts':
      return line.facts.map(({ label, value }) => ({ spans: [labelled(label, say), bold(say(value))] }))
    case 'progress':
      return [
        { spans: [labelled(line.label, say), bold(say(line.value))] },
        { spans: [{ style: 'code', text: bar(line.doneShare, line.paceShare) }] },
      ]
    case 'table':
      return tableLines(line, say)
    case 'picture':
      return [{ spans: [{ style: 'link', text: `${PICTURE}${say(line.alt)}`, url: line.url }] }]
    case 'divider':
      return [plainLine('———')]
    default:
      return unreachable(line)
  }
}

function labelled(label: Text, say: Say): Span {
  return plain(beforeValue(say(text('telegram-label', { label }))))
}

/** A label with its colon, and the space that only a colon of half width leaves to be set. */
export function beforeValue(label: string): string {
  return label.endsWith('：') ? label : `${label} `
}

function plainLine(words: string): RichLine {
  return { spans: [plain(words)] }
}

const PICTURE = '🖼 '
