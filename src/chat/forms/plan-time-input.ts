import { z } from 'zod'
import type { TargetTime, TeamTime } from '../../app/plan/change-time.js'
import type { PlanTarget } from '../../core/plan/plan-input.js'
import { readForm } from '../input.js'
import type { FieldError, FormValues, Reply } from '../model.js'
import { text } from '../text.js'
import { LONG_TEXT } from './plan.js'
import { readDay, readNumbers, readRamps, readWeek, unreadLine } from './plan-time-lines.js'

type Read<T> = { ok: true; value: T } | { ok: false; reply: Reply }

const line = z.string().trim().max(200).default('')
const targetAnswers = z.object({ phases: line, season: line, week: line })

/**
 * Reads the answers of targetTimeForm; what cannot be read is said at its field, all at once.
 *
 * @param months ids of the plan's months, in order
 * @param inYear how many months the plan's year has
 */
export function readTargetTime(values: FormValues, months: readonly string[], inYear: number, before: PlanTarget): Read<TargetTime> {
  const read = readForm(targetAnswers, values)
  if (!read.ok) return read
  const { phases, season, week } = read.value
  const [three, seasoned, days] = [phasesOf(phases), seasonOf(season, months, inYear, before), week === '' ? {} : readWeek(week)]
  const errors: FieldError[] = []
  if (three === undefined) errors.push({ field: 'phases', text: text('time-mistake-phases') })
  if (seasoned === undefined) errors.push({ field: 'season', text: text('time-mistake-season', { count: months.length }) })
  if (days === undefined || (week !== '' && !Object.values(days).some(isPositive)))
    errors.push({ field: 'week', text: text('time-mistake-week') })
  if (errors.length > 0 || three === undefined || seasoned === undefined || days === undefined)
    return { ok: false, reply: { kind: 'errors', errors } }
  return { ok: true, value: { ...three, ...seasoned, ...(week === '' ? {} : { week: days }) } }
}

function phasesOf(words: string): Pick<TargetTime, 'phases'> | undefined {
  if (words === '') return {}
  const [first, second, third, ...more] = (readNumbers(words) ?? []).map(Number)
  if (first === undefined || second === undefined || third === undefined || more.length > 0) return undefined
  const isWhole = [first, second, third].every(Number.isInteger) && first + second + third === 100
  return isWhole ? { phases: [first, second, third] } : undefined
}

/** Last year's season that was learnt already stays as it was learnt. */
function seasonOf(
  words: string,
  months: readonly string[],
  inYear: number,
  { seasonality, months: learnt }: PlanTarget,
): Pick<TargetTime, 'months' | 'seasonality'> | undefined {
  if (words === '') return {}
  if (LAST_YEAR.test(words.normalize('NFKC')))
    return { seasonality: 'last-year', ...(seasonality === 'last-year' && learnt !== undefined ? { months: learnt } : {}) }
  const weights = readNumbers(words)
  if (weights === undefined || !weights.some(isPositive)) return undefined
  if (weights.length === months.length) return { months: Object.fromEntries(months.map((id, index) => [id, weights[index] ?? '0'])) }
  return weights.length === inYear ? { seasonality: weights } : undefined
}

const LAST_YEAR = /^(?:(?:as )?last[ -]year|按?去年|按?上年)$/i

function isPositive(words: string | undefined): boolean {
  return words !== undefined && /[1-9]/.test(words)
}

const long = z.string().trim().max(LONG_TEXT).default('')
const rule = z.enum(['team', 'carried'])
const teamAnswers = z.object({ day: long, joiners: rule, leavers: rule, leave: rule, ramps: long })

function unreadIn(words: string, read: (line: string) => unknown): { line: string } {
  return { line: (unreadLine(words, read) ?? 'none').slice(0, 60) }
}

/** Reads the answers of teamTimeForm, in the same way. */
export function readTeamTime(values: FormValues): Read<TeamTime> {
  const read = readForm(teamAnswers, values)
  if (!read.ok) return read
  const { day, joiners, leavers, leave, ramps } = read.value
  const [items, ramped] = [readDay(day), readRamps(ramps)]
  const errors: FieldError[] = []
  if (items === undefined) errors.push({ field: 'day', text: text('time-mistake-day', unreadIn(day, readDay)) })
  if (ramped === undefined) errors.push({ field: 'ramps', text: text('time-mistake-ramps', unreadIn(ramps, readRamps)) })
  if (items === undefined || ramped === undefined) return { ok: false, reply: { kind: 'errors', errors } }
  return {
    ok: true,
    value: {
      ...(items.length === 0 ? {} : { day: items }),
      ...(joiners === 'team' ? {} : { joiners }),
      ...(leavers === 'team' ? {} : { leavers }),
      ...(leave === 'carried' ? {} : { leave }),
      ...(ramped.length === 0 ? {} : { ramps: ramped }),
    },
  }
}
