/** Whom somebody meant by a name that nobody has: who is called so in part ('Bob' is Bob Li), or differs by a slip. Undefined where that is several, or nobody. */
export function closestName(written: string, names: readonly string[]): string | undefined {
  const wanted = foldedName(written)
  const inPart = names.filter((name) => isPartOf(wanted, foldedName(name)) || isPartOf(foldedName(name), wanted))
  if (inPart.length > 0) return inPart.length === 1 ? inPart[0] : undefined
  const slips = names.filter((name) => distance(wanted, foldedName(name)) <= Math.max(1, Math.floor(wanted.length / 4)))
  return slips.length === 1 ? slips[0] : undefined
}

/** A whole word of it, or in a script without spaces any piece. */
function isPartOf(part: string, whole: string): boolean {
  if (/^\p{Script=Han}+$/u.test(part)) return whole.includes(part)
  return ` ${whole} `.includes(` ${part} `)
}

/** As names are compared. Chinese sheets space a name of two signs out to the width of three: 陈 静. */
export function foldedName(name: string): string {
  return name.normalize('NFKC').trim().replace(/^@/, '').replace(BETWEEN_HAN, '').replace(/\s+/g, ' ').toLowerCase()
}

const BETWEEN_HAN = /(?<=\p{Script=Han})\s+(?=\p{Script=Han})/gu

/** Levenshtein's: how many signs to put in, take out or change. */
function distance(one: string, other: string): number {
  let row = Array.from({ length: other.length + 1 }, (_, index) => index)
  for (const [index, sign] of [...one].entries()) {
    const next = [index + 1]
    for (let at = 1; at <= other.length; at += 1)
      next.push(Math.min((row[at] ?? 0) + 1, (next[at - 1] ?? 0) + 1, (row[at - 1] ?? 0) + (other[at - 1] === sign ? 0 : 1)))
    row = next
  }
  return row[other.length] ?? 0
}
