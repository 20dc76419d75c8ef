import { unreachable } from '../../chat/unreachable.js'
import type { Block, RichLine, Span } from './rich.js'

/** The lines in Telegram's HTML parse mode. Every tag opened is closed; what people wrote is escaped. */
export function toHtml(lines: readonly RichLine[]): string {
  return blocksOf(lines)
    .map(({ block, lines: within }) => wrap(block, within.map(({ spans }) => spans.map(spanHtml).join('')).join('\n')))
    .join('\n')
}

export function escapeHtml(words: string): string {
  return words.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}

function blocksOf(lines: readonly RichLine[]): { block: Block | undefined; lines: RichLine[] }[] {
  const blocks: { block: Block | undefined; lines: RichLine[] }[] = []
  for (const line of lines) {
    const last = blocks.at(-1)
    if (last !== undefined && line.block !== undefined && last.block === line.block) last.lines.push(line)
    else blocks.push({ block: line.block, lines: [line] })
  }
  return blocks
}

function wrap(block: Block | undefined, html: string): string {
  if (block === undefined) return html
  switch (block.kind) {
    case 'quote':
      return `<blockquote>${html}</blockquote>`
    case 'table':
      return `<pre>${html}</pre>`
    default:
      return unreachable(block.kind)
  }
}

function spanHtml(span: Span): string {
  if (span.text === '') return ''
  const escaped = escapeHtml(span.text)
  switch (span.style) {
    case 'plain':
      return escaped
    case 'bold':
      return `<b>${escaped}</b>`
    case 'italic':
      return `<i>${escaped}</i>`
    case 'code':
      return `<code>${escaped}</code>`
    case 'link':
      return `<a href="${escapeHtml(span.url).replaceAll('"', '&quot;')}">${escaped}</a>`
    default:
      return unreachable(span)
  }
}
