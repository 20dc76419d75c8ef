import { type RichLine, type Span, unitsOf, wholeCharacters } from './rich.js'

/**
 * Packs lines into texts of at most `mostUnits`. Texts end between lines, best above the last heading or other gap, so that a table stays
 * with its name; only a line that is too long by itself is cut, at a space where there is one near. Empty lines at either end of a text go,
 * as Telegram trims them.
 */
export function split(lines: readonly RichLine[], mostUnits: number): RichLine[][] {
  const texts: RichLine[][] = []
  let current: RichLine[] = []
  const room = () => mostUnits - current.reduce((units, line) => units + unitsOf(line) + 1, 0)
  const endText = (goesOn: boolean) => {
    const end = goesOn ? endOfSections(current, mostUnits) : current.length
    texts.push(current.slice(0, end))
    current = current.slice(end)
  }
  for (const line of lines) {
    let rest = line
    while (unitsOf(rest) > room()) {
      // A line that no text holds begins where there is room for a good part of it: a title does not stand alone.
      if (unitsOf(rest) > mostUnits && room() >= mostUnits / 4) {
        const [head, tail] = cutLine(rest, room())
        current.push(head)
        rest = tail
        endText(false)
      } else endText(true)
    }
    current.push(rest)
  }
  endText(false)
  return texts.map(trim).filter((text) => text.length > 0)
}

/** Where the last section that is whole ends; all of it where that would leave the text a third empty. */
function endOfSections(text: readonly RichLine[], mostUnits: number): number {
  const gap = text.findLastIndex(({ spans }) => spans.length === 0)
  const moved = text.slice(gap).reduce((units, line) => units + unitsOf(line) + 1, 0)
  return gap > 0 && moved <= mostUnits / 3 ? gap : text.length
}

/** In two, the first of at most `units`. */
function cutLine(line: RichLine, units: number): [RichLine, RichLine] {
  let left = units
  const head: Span[] = []
  const tail: Span[] = []
  for (const span of line.spans) {
    const taken = tail.length > 0 ? '' : span.text.length <= left ? span.text : atSpace(wholeCharacters(span.text, left))
    if (taken !== '') head.push({ ...span, text: taken })
    if (taken.length < span.text.length) tail.push({ ...span, text: span.text.slice(taken.length) })
    left -= taken.length
  }
  return [
    { ...line, spans: head },
    { ...line, spans: tail },
  ]
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
