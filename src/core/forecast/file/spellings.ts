import { slipsBetween } from './columns.js'

/**
 * How names that are written in more than one way are meant: by their letters, whatever capitals, spaces and hyphens stand between
 * them, as they are most often written; and, where slips are `mended`, one that hardly ever stands there and is a slip away from one
 * that often does, as that one. Where a digit or a single sign tells names apart (“A1”, “A2”, 华东, 华南), no slip is seen.
 *
 * @param counts how often each name stands there, as it is written
 * @returns the names that are meant otherwise than they are written
 */
export function usualSpellings(counts: ReadonlyMap<string, number>, slips: 'mended' | 'kept'): ReadonlyMap<string, string> {
  const groups = sameLetters(counts)
  const meant = new Map<string, string>()
  for (const [letters, group] of groups) {
    const near = slips === 'mended' ? nearest(letters, group.count, groups) : undefined
    const taken = near ?? group.usual
    for (const name of group.names) if (name !== taken) meant.set(name, taken)
  }
  return meant
}

interface Group {
  readonly names: string[]
  /** As it is most often written. */
  usual: string
  count: number
}

function sameLetters(counts: ReadonlyMap<string, number>): Map<string, Group> {
  const groups = new Map<string, Group>()
  // The commonest first, so that the order of a file's rows makes no difference.
  for (const [name, count] of [...counts].toSorted(([a, ofA], [b, ofB]) => ofB - ofA || (a < b ? -1 : 1))) {
    const letters = lettersOf(name)
    const group = groups.get(letters) ?? { names: [], usual: name, count: 0 }
    groups.set(letters, group)
    group.names.push(name)
    group.count += count
  }
  return groups
}

/** Between digits a sign counts: 1-1 is not 11. */
function lettersOf(name: string): string {
  return name
    .normalize('NFKC')
    .toLowerCase()
    .replace(/(?<!\d)[\s_-]+|[\s_-]+(?!\d)/g, '')
}

function nearest(letters: string, count: number, groups: ReadonlyMap<string, Group>): string | undefined {
  if (!canSlip(letters)) return undefined
  const near = [...groups].flatMap(([other, { usual, count: often }]) => {
    if (!canSlip(other) || often < Math.max(1, count) * OFTEN) return []
    const slips = slipsBetween(letters, other)
    return slips <= (other.length > 5 ? 2 : 1) ? [{ usual, slips, often }] : []
  })
  return near.toSorted((a, b) => a.slips - b.slips || b.often - a.often)[0]?.usual
}

function canSlip(letters: string): boolean {
  return letters.length > 3 && !/[\d\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u.test(letters)
}

/** At least so many times, and so many times as often as its misspelling. */
const OFTEN = 10
