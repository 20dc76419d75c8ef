import { z } from 'zod'
import { amountWords } from '../amount/amount-words.js'
import type { FiscalCalendar } from '../calendar/fiscal-year.js'
import { WEEKDAYS } from '../calendar/weekday.js'
import { closestName, foldedName } from './closest-name.js'
import { metric } from './metric.js'
import { metricByWords } from './metric-words.js'
import { namedInPlan } from './plan-calendar.js'
import type { TableRow } from './plan-columns.js'
import { parseCsv } from './plan-csv.js'
import { type PlanInput, type PlanTarget, planInput } from './plan-input.js'
import { parsePlanTable } from './plan-table.js'
import { formatYaml, parsePlanYaml } from './plan-yaml.js'
import type { PlanFileError, RawPlan } from './raw-plan.js'
import type { Result } from './result.js'
import { strategyContent } from './strategy-content.js'

/** A plan of ten thousand members by eight metrics fits well within it. */
const MAX_PLAN_FILE_CHARACTERS = 5_000_000

/** A plan as it was found: the words of a file, or the rows of a spreadsheet's sheet. */
export type PlanContent =
  | { readonly format: 'yaml' | 'csv'; readonly text: string }
  | { readonly format: 'table'; readonly rows: readonly TableRow[] }

/**
 * Reads a plan and checks it through; on failure all that is wrong, in the file's order, not only the first. Parts that contradict each other
 * are told once each of them can be read.
 *
 * @param defaults the workspace's currency, for money targets that name none, and the team's fiscal year, which a table cannot name
 */
export function parsePlan(content: PlanContent, defaults: PlanDefaults = {}): Result<PlanInput, PlanFileError[]> {
  const raw = rawPlan(content, defaults)
  if (!raw.ok) return raw
  const parsed = planInput.safeParse(withCurrency(raw.value.plan, defaults.currency), { reportInput: true })
  const errors = [
    ...(raw.value.errors ?? []),
    ...(parsed.success ? [] : parsed.error.issues.flatMap((issue) => toErrors(issue, [], raw.value))),
    ...(defaults.members === undefined ? [] : strangersIn(raw.value, defaults.members)),
  ]
  if (parsed.success && errors.length === 0) return { ok: true, value: parsed.data }
  return { ok: false, error: errors.toSorted((one, other) => (one.line ?? 0) - (other.line ?? 0)) }
}

/** Names that nobody in the team has, each where it stands, with whom it may mean: whatever else is wrong in the plan. */
function strangersIn(raw: RawPlan, members: readonly string[]): PlanFileError[] {
  const { targets, actions } = named.parse(raw.plan)
  const names = [
    ...targets.flatMap(({ split }, index) =>
      split.map(({ member }, part) => ({ member, path: ['targets', index, 'split', part, 'member'] })),
    ),
    ...actions.flatMap((action, index) => action.members.map((member, place) => ({ member, path: ['actions', index, 'members', place] }))),
  ]
  return names.flatMap(({ member, path }): PlanFileError[] => {
    if (member.trim() === '' || members.some((name) => foldedName(name) === foldedName(member))) return []
    const meant = closestName(member, members)
    const said =
      meant === undefined
        ? { code: 'stranger', facts: { words: member } }
        : { code: 'stranger-like', facts: { words: member, name: meant } }
    return [{ ...raw.placeOf(path), field: path.join('.'), ...said }]
  })
}

/** A plan as far as it names people; what is shaped otherwise names nobody. */
const named = z
  .object({
    targets: z
      .array(z.object({ split: z.array(z.object({ member: z.string() }).catch({ member: '' })).catch([]) }).catch({ split: [] }))
      .catch([]),
    actions: z.array(z.object({ members: z.array(z.string().catch('')).catch([]) }).catch({ members: [] })).catch([]),
  })
  .catch({ targets: [], actions: [] })

export interface PlanDefaults {
  readonly currency?: string
  readonly fiscal?: FiscalCalendar
  readonly members?: readonly string[]
}

function rawPlan(content: PlanContent, defaults: PlanDefaults): Result<RawPlan, PlanFileError[]> {
  if (content.format === 'table') return rawTable(content.rows, defaults)
  if (content.text.length > MAX_PLAN_FILE_CHARACTERS)
    return { ok: false, error: [{ field: '', code: 'too-long', facts: { maximum: MAX_PLAN_FILE_CHARACTERS } }] }
  if (content.format === 'yaml') return parsePlanYaml(content.text)
  const rows = parseCsv(content.text)
  return rows.ok ? rawTable(rows.value, defaults) : rows
}

function rawTable(rows: readonly TableRow[], { currency, fiscal }: PlanDefaults): Result<RawPlan, PlanFileError[]> {
  return parsePlanTable(rows, currency, fiscal === undefined ? {} : namedInPlan(fiscal))
}

/** Writes a plan as YAML. What is read from it is the same plan, and is written the same, byte by byte. */
export function formatPlanFile(plan: PlanInput): string {
  return formatYaml({
    version: String(plan.version),
    ...(plan.name !== undefined && { name: plan.name }),
    period: plan.period,
    ...(plan.fiscalStartMonth !== undefined && { fiscalStartMonth: String(plan.fiscalStartMonth) }),
    ...(plan.calendar !== undefined && { calendar: calendarContent(plan.calendar) }),
    ...timeContent(plan),
    ...actionsContent(plan),
    targets: plan.targets.map(targetContent),
    ...strategyContent(plan),
  })
}

function calendarContent({ layout, startMonth, weekStart, yearEnds, yearName }: Exclude<PlanInput['calendar'], undefined>) {
  return { layout, startMonth: String(startMonth), weekStart, yearEnds, yearName }
}

function timeContent({ joiners, leavers, leave, ramps, day }: PlanInput) {
  return {
    ...(joiners !== undefined && { joiners }),
    ...(leavers !== undefined && { leavers }),
    ...(leave !== undefined && { leave }),
    ...(ramps !== undefined && {
      ramps: ramps.map(({ member, from, steps }) => ({ member, ...(from !== undefined && { from }), steps: steps.map(String) })),
    }),
    ...(day !== undefined && {
      day: day.map(({ metric: key, action, count }) => ({
        ...(key !== undefined && { metric: key }),
        ...(action !== undefined && { action }),
        count: String(count),
      })),
    }),
  }
}

function actionsContent({ actions }: PlanInput) {
  if (actions === undefined) return {}
  return {
    actions: actions.map(({ action, count, every, carrier, members }) => ({
      action,
      count: String(count),
      every,
      ...(carrier !== undefined && { carrier }),
      ...(members !== undefined && { members }),
    })),
  }
}

/** From Monday on, however it was written. */
function inOrder(week: Exclude<PlanTarget['week'], undefined>) {
  return Object.fromEntries(WEEKDAYS.flatMap((weekday) => (week[weekday] === undefined ? [] : [[weekday, week[weekday]]])))
}

function targetContent(target: PlanTarget): Record<string, unknown> {
  const { metric: key, amount, currency, split, months, phases, rhythm, seasonality, week, agreed, tree, carrier, focus } = target
  const unit = currency === undefined ? { kind: 'count' as const } : { kind: 'money' as const, currency }
  return {
    metric: key,
    amount: amountWords(amount, unit),
    ...(currency !== undefined && { currency }),
    split: split === 'equal' ? split : split.map(({ member, weight }) => ({ member, weight })),
    ...(months !== undefined && { months: Object.fromEntries(Object.entries(months).toSorted()) }),
    ...(phases !== undefined && { phases: phases.map(String) }),
    ...(rhythm !== undefined && { rhythm: rhythm.map(String) }),
    ...(seasonality !== undefined && { seasonality }),
    ...(week !== undefined && { week: inOrder(week) }),
    ...(agreed !== undefined && {
      agreed: agreed.map((part) => ({
        member: part.member,
        amount: amountWords(part.amount, unit),
        ...(part.reason !== undefined && { reason: part.reason }),
      })),
    }),
    ...(tree !== undefined && { tree }),
    ...(carrier !== undefined && { carrier }),
    ...(focus !== undefined && { focus }),
  }
}

function withCurrency(plan: unknown, currency: string | undefined): unknown {
  if (currency === undefined || !isRecord(plan) || !Array.isArray(plan.targets)) return plan
  return { ...plan, targets: plan.targets.map((target: unknown) => (isMoneyWithoutCurrency(target) ? { ...target, currency } : target)) }
}

function isMoneyWithoutCurrency(target: unknown): target is Record<string, unknown> {
  if (!isRecord(target) || target.currency !== undefined || typeof target.metric !== 'string') return false
  const key = metricByWords(target.metric)
  return key !== undefined && metric(key).unit === 'money'
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** What is wrong in a plan that did not come out of a file. */
export function planMistakesOf({ issues }: z.core.$ZodError): PlanFileError[] {
  return issues.flatMap((issue) => toErrors(issue, [], { plan: undefined, placeOf: () => ({}) }))
}

/** An issue's own code is its message; zod's stand where the schema says none ('unrecognized-keys'). */
function toErrors(issue: z.core.$ZodIssue, around: readonly PropertyKey[], raw: RawPlan): PlanFileError[] {
  const path = [...around, ...issue.path]
  const inner = issue.code === 'invalid_union' ? issue.errors.find((issues) => issues.some((each) => each.path.length > 0)) : undefined
  if (inner !== undefined) return inner.flatMap((each) => toErrors(each, path, raw))
  return [{ ...raw.placeOf(path), field: path.join('.'), code: codeOf(issue), facts: factsOf(issue) }]
}

function codeOf({ message, code, input }: z.core.$ZodIssue): string {
  if (/^[a-z]+(-[a-z]+)+$/.test(message) || message === 'missing' || message === 'nobody' || message === 'negative') return message
  return code === 'invalid_type' && input === undefined ? 'missing' : code.replaceAll('_', '-')
}

function factsOf(issue: z.core.$ZodIssue): PlanFileError['facts'] {
  if (issue.code === 'unrecognized_keys') return { keys: issue.keys.join(', ') }
  const found: Record<string, unknown> = issue.code === 'custom' ? (issue.params ?? {}) : { ...issue }
  const told = Object.entries(found).flatMap(([name, value]): [string, string | number][] =>
    FACTS.has(name) && (typeof value === 'string' || typeof value === 'number') ? [[name, value]] : [],
  )
  return Object.fromEntries(told)
}

const FACTS: ReadonlySet<string> = new Set([
  'words',
  'metric',
  'member',
  'month',
  'minimum',
  'maximum',
  'expected',
  'name',
  'names',
  'whole',
  'fixed',
])
