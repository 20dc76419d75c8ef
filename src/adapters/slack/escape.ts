/** Slack's text: only a literal `<` starts a mention or `<!channel>`, so nothing that people typed keeps one. */
export function escaped(plain: string): string {
  return plain.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}

const graphemes = new Intl.Segmenter(undefined, { granularity: 'grapheme' })

/** At most `max` characters (UTF-16 units, as Slack counts at worst), never within a sign that people see as one. */
export function cut(words: string, max: number): string {
  if (words.length <= max) return words
  let kept = ''
  for (const { segment } of graphemes.segment(words)) {
    if (kept.length + segment.length > max - 1) break
    kept += segment
  }
  return `${kept.trimEnd()}…`
}

/** Pieces of at most `max` characters once escaped, parted at line breaks, else at spaces, else between signs. */
export function pieces(words: string, max: number): string[] {
  if (escaped(words).length <= max) return words.trimEnd() === '' ? [] : [words.trimEnd()]
  const found: string[] = []
  let piece = ''
  for (const part of words.split(/(?<=\n)|(?<= )/).flatMap((part) => (escaped(part).length > max ? signs(part) : [part]))) {
    if (piece !== '' && escaped(piece + part).length > max) {
      found.push(piece.trimEnd())
      piece = ''
    }
    piece += part
  }
  if (piece.trimEnd() !== '') found.push(piece.trimEnd())
  return found
}

function signs(words: string): string[] {
  // A letter may carry accents without end: such a one is parted between code points.
  return [...graphemes.segment(words)].flatMap(({ segment }) => (segment.length > 100 ? [...segment] : [segment]))
}
