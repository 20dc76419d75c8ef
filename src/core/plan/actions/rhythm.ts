import { RRuleTemporal } from 'rrule-temporal'
import { Temporal } from 'temporal-polyfill'
import { CALENDAR_YEAR, type FiscalCalendar } from '../../calendar/fiscal-year.js'
import { type Period, periodContaining } from '../../calendar/period.js'

/** How often something recurs: in each of a kind of stretch, or by a rule of RFC 5545 (3.3.10) over whole days, such as FREQ=WEEKLY;BYDAY=FR. */
export type Rhythm = string

export const EVERY = ['day', 'week', 'month', 'quarter'] as const
export type Every = (typeof EVERY)[number]

export type Span = Pick<Period, 'start' | 'end'>

/** A turn of a rhythm: somewhere in a stretch of days, or on a date of it. */
export interface Turn {
  readonly span: Span
  /** Where the rule names one. */
  readonly on: Temporal.PlainDate | undefined
}

const PARTS = /^(?:FREQ=(?:DAILY|WEEKLY|MONTHLY)|INTERVAL=[1-9]\d?|WKST=MO|BY(?:DAY|MONTHDAY|MONTH|SETPOS)=[-+,\dA-Z]{1,60})$/

/** Whether it is a rule over days that never ends, the plan's period ends it; and in which a turn is no longer than a month. */
export function isRule(words: string): boolean {
  const parts = words.split(';')
  if (!parts.every((part) => PARTS.test(part)) || parts.filter((part) => part.startsWith('FREQ=')).length !== 1) return false
  try {
    ruleFrom(words, Temporal.PlainDate.from('2024-01-01'))
    return true
  } catch {
    return false
  }
}

/** The kind of stretch that a rhythm's turns have. @throws RangeError for what is no rhythm: a bug, since the plan's schema refuses it */
export function everyOf(rhythm: Rhythm): Every {
  const frequency = /FREQ=([A-Z]+)/.exec(rhythm)?.[1]
  const every = frequency === undefined ? EVERY.find((each) => each === rhythm) : BY_FREQUENCY[frequency]
  if (every === undefined) throw new RangeError(`Cannot follow rhythm "${rhythm}"`)
  return every
}

const BY_FREQUENCY: Readonly<Record<string, Every>> = { DAILY: 'day', WEEKLY: 'week', MONTHLY: 'month' }

/**
 * The turns of a plan's rhythm that touch a part of its period, in order. Weeks are Monday to Sunday, months and quarters the plan's own; a
 * rule's months are the calendar's. Where a rule skips some, it counts from the period's first.
 */
export function turnsIn(rhythm: Rhythm, period: Span, part: Span, fiscal: FiscalCalendar): Turn[] {
  const every = everyOf(rhythm)
  if (every === rhythm) return spansIn(every, part, fiscal).map((span) => ({ span, on: undefined }))
  const spanAt = (on: Temporal.PlainDate) => periodContaining(every, on, CALENDAR_YEAR)
  return ruleFrom(rhythm, spanAt(period.start).start)
    .between(instantOf(spanAt(part.start).start), instantOf(spanAt(part.end).end), true)
    .map((each) => Temporal.PlainDate.from(each.toString().slice(0, 10)))
    .map((on) => ({ span: spanAt(on), on: rhythm.includes('BY') ? on : undefined }))
}

function spansIn(every: Every, { start, end }: Span, fiscal: FiscalCalendar): Span[] {
  const spans: Span[] = []
  for (let on = start; Temporal.PlainDate.compare(on, end) <= 0; ) {
    const span = periodContaining(every, on, fiscal)
    spans.push(span)
    on = span.end.add({ days: 1 })
  }
  return spans
}

function ruleFrom(rule: string, start: Temporal.PlainDate) {
  return new RRuleTemporal({ rruleString: `DTSTART;VALUE=DATE:${start.toString().replaceAll('-', '')}\nRRULE:${rule}`, strict: true })
}

/** Dates are midnights of UTC here: no zone can move them. */
function instantOf(on: Temporal.PlainDate): Date {
  return new Date(`${on}T00:00:00Z`)
}
