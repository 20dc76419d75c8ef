import { foldedName } from '../../core/plan/closest-name.js'
import type { PlanSplit } from '../../core/plan/plan-input.js'
import type { Result } from '../../core/plan/result.js'
import type { Member } from '../../store/repository/teams.js'

/**
 * Names and weights as the form shows them: a line each, 0 for who carries nothing.
 *
 * @param members who has not left
 */
export function weightLines(members: readonly Member[], split: PlanSplit): string {
  const present = members.filter(({ role }) => role !== 'spectator')
  if (split === 'equal') return present.map(({ name, role }) => `${name} ${role === 'rep' ? 1 : 0}`).join('\n')
  const named = new Set(split.map(({ member }) => foldedName(member)))
  const others = present.filter(({ name }) => !named.has(foldedName(name))).map(({ name }) => ({ member: name, weight: '0' }))
  return [...split, ...others].map(({ member, weight }) => `${member} ${weight}`).join('\n')
}

/**
 * Reads them again: "Li Na 2", "李娜：1.5", "Wang Wei, 40%". A weight of 0 leaves somebody out.
 *
 * @returns the line that cannot be read, where there is one; empty when nobody has a weight
 */
export function parseWeights(words: string): Result<Exclude<PlanSplit, 'equal'>, { line: string }> {
  const lines = words
    .normalize('NFKC')
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
  const parts = lines.map((line) => LINE.exec(line)?.groups)
  const unread = lines.find((_, index) => parts[index] === undefined)
  if (unread !== undefined) return { ok: false, error: { line: unread.slice(0, 60) } }
  const split = parts
    .flatMap((part) => [{ member: part?.name ?? '', weight: part?.weight ?? '0' }])
    .filter(({ weight }) => /[1-9]/.test(weight))
  return split.length === 0 ? { ok: false, error: { line: '' } } : { ok: true, value: split }
}

const LINE = /^@?(?<name>\S(?:.{0,98}?\S)?)(?:\s*[:,;=、，\t]\s*|\s+)(?<weight>\d{1,12}(?:\.\d{1,6})?)\s*%?$/u
