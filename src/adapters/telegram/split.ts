import { type RichLine, type Span, unitsOf, wholeCharacters } from './rich.js'

/**
 * Packs lines into texts of at most `mostUnits`. Texts end between lines; only a line that is too long by itself is cut,
 * at a space where there is one near. Empty lines at either end of a text go, as Telegram trims them.
 */
export function split(lines: readonly RichLine[], mostUnits: number): RichLine[][] {
  const texts: RichLine[][] = []
  let current: RichLine[] = []
  let units = 0
  for (const line of lines.flatMap((long) => cutLine(long, mostUnits))) {
    const lineUnits = unitsOf(line) + (current.length === 0 ? 0 : 1)
    if (units + lineUnits > mostUnits) {
      texts.push(current)
      current = []
      units = 0
    }
    current.push(line)
    units += unitsOf(line) + (current.length === 1 ? 0 : 1)
  }
  texts.push(current)
  return texts.map(trim).filter((text) => text.length > 0)
}

function cutLine(line: RichLine, mostUnits: number): RichLine[] {
  if (unitsOf(line) <= mostUnits) return [line]
  const pieces: Span[][] = []
  let piece: Span[] = []
  let left = mostUnits
  for (const span of line.spans) {
    let rest = span.text
    while (rest.length > left) {
      const head = atSpace(wholeCharacters(rest, left))
      if (head !== '') piece.push({ ...span, text: head })
      rest = rest.slice(head.length)
      pieces.push(piece)
      piece = []
      left = mostUnits
    }
    if (rest === '') continue
    piece.push({ ...span, text: rest })
    left -= rest.length
  }
  return [...pieces, piece].filter((spans) => spans.length > 0).map((spans) => ({ ...line, spans }))
}

/** Up to and with the last space, unless that wastes more than a quarter of the text. */
function atSpace(words: string): string {
  const space = words.lastIndexOf(' ') + 1
  return space > words.length * 0.75 ? words.slice(0, space) : words
}

function trim(text: RichLine[]): RichLine[] {
  const first = text.findIndex(isFilled)
  return first === -1 ? [] : text.slice(first, text.findLastIndex(isFilled) + 1)
}

function isFilled(line: RichLine): boolean {
  return line.spans.some(({ text }) => text.trim() !== '')
}
