/** Text with Telegram's formatting as data: lines of spans. Splitting works on it, so that no tag is ever cut in two. */
export type Span =
  | { readonly style: 'plain' | 'bold' | 'italic' | 'code'; readonly text: string }
  | { readonly style: 'link'; readonly text: string; readonly url: string }

export interface RichLine {
  readonly spans: readonly Span[]
  /** Lines that share the same block object stand in one quote or one monospaced table. */
  readonly block?: Block
}

export interface Block {
  readonly kind: 'quote' | 'table'
}

export function plain(text: string): Span {
  return { style: 'plain', text }
}

export function bold(text: string): Span {
  return { style: 'bold', text }
}

export function italic(text: string): Span {
  return { style: 'italic', text }
}

export const emptyLine: RichLine = { spans: [] }

/** One RichLine for each line of the words: people write line breaks. */
export function linesOf(words: string, style: 'plain' | 'bold' | 'italic' = 'plain', block?: Block): RichLine[] {
  return words.split(/\r\n|\r|\n/).map((line) => ({ spans: [{ style, text: line }], ...(block === undefined ? {} : { block }) }))
}

/** UTF-16 units, as Telegram counts. */
export function unitsOf(line: RichLine): number {
  return line.spans.reduce((sum, { text }) => sum + text.length, 0)
}

/** Cuts words to at most `units`, with an ellipsis and no half of a surrogate pair. */
export function cut(words: string, units: number): string {
  if (words.length <= units) return words
  return `${wholeCharacters(words, units - 1)}…`
}

/** The longest beginning of at most `units` that does not end in half a character. */
export function wholeCharacters(words: string, units: number): string {
  const last = words.charCodeAt(units - 1)
  const isHalf = last >= 0xd800 && last <= 0xdbff
  return words.slice(0, isHalf ? units - 1 : units)
}
