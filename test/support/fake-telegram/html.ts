/** Telegram's HTML parse mode, as strict as the real one: what it refuses is refused with its words. */
export class ParseError extends Error {}

interface Open {
  readonly tag: string
  readonly name: string
}

const TAGS = new Set([
  'b',
  'strong',
  'i',
  'em',
  'u',
  'ins',
  's',
  'strike',
  'del',
  'span',
  'tg-spoiler',
  'a',
  'code',
  'pre',
  'blockquote',
  'tg-emoji',
  'tg-time',
])
const ENTITIES: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"' }

/** @returns what readers see, and the links in it @throws ParseError */
export function parseHtml(html: string): { text: string; links: string[] } {
  const open: Open[] = []
  const links: string[] = []
  let text = ''
  for (let at = 0; at < html.length; ) {
    const rest = html.slice(at)
    const offset = Buffer.byteLength(html.slice(0, at))
    if (rest.startsWith('</')) {
      const end = /^<\/([a-zA-Z-]+)\s*>/.exec(rest)
      const last = open.pop()
      if (end === null || last === undefined) throw new ParseError(`Unexpected end tag at byte offset ${offset}`)
      if (end[1]?.toLowerCase() !== last.name)
        throw new ParseError(`Unmatched end tag at byte offset ${offset}, expected "</${last.name}>", found "</${end[1]}>"`)
      at += end[0].length
    } else if (rest.startsWith('<')) {
      const start = /^<([a-zA-Z-]+)((?:\s+[a-zA-Z-]+(?:="[^"]*"|='[^']*')?)*)\s*>/.exec(rest)
      const name = start?.[1]?.toLowerCase() ?? ''
      if (start === null || !TAGS.has(name)) throw new ParseError(`Unsupported start tag "${name}" at byte offset ${offset}`)
      if (open.some((outer) => outer.name === 'pre' || outer.name === 'code') && name !== 'code')
        throw new ParseError(`Nothing may stand in <pre> at byte offset ${offset}`)
      if (name === 'blockquote' && open.some((outer) => outer.name === 'blockquote'))
        throw new ParseError(`Nested blockquote at byte offset ${offset}`)
      const href = /href="([^"]*)"/.exec(start[2] ?? '')?.[1]
      if (href !== undefined) links.push(decode(href))
      open.push({ tag: start[0], name })
      at += start[0].length
    } else {
      const next = rest.indexOf('<')
      const piece = next === -1 ? rest : rest.slice(0, next)
      text += decode(piece)
      at += piece.length
    }
  }
  const unclosed = open.at(-1)
  if (unclosed !== undefined) throw new ParseError(`Can't find end tag corresponding to start tag "${unclosed.name}"`)
  return { text: text.trim(), links }
}

function decode(piece: string): string {
  return piece.replace(/&(?:(\w+)|#(\d+)|#x([0-9a-f]+));/gi, (whole, name?: string, decimal?: string, hex?: string) => {
    if (name !== undefined) return ENTITIES[name] ?? whole
    return String.fromCodePoint(decimal === undefined ? Number.parseInt(hex ?? '0', 16) : Number(decimal))
  })
}
