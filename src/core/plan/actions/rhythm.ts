import { RRuleTemporal } from 'rrule-temporal'
import { Temporal } from 'temporal-polyfill'
import { CALENDAR_YEAR } from '../../calendar/fiscal-year.js'
import { type Period, type PeriodKind, periodContaining } from '../../calendar/period.js'

/** When something recurs: a rule of RFC 5545 (3.3.10) over whole days, such as FREQ=MONTHLY or FREQ=WEEKLY;BYDAY=FR. */
export type Rhythm = string

/** A turn of a rhythm: somewhere in a stretch of days, or on a date of it. */
export interface Turn {
  readonly span: Pick<Period, 'start' | 'end'>
  /** Where the rule names one. */
  readonly on: Temporal.PlainDate | undefined
}

const PARTS = /^(?:FREQ=(?:DAILY|WEEKLY|MONTHLY|YEARLY)|INTERVAL=[1-9]\d?|WKST=MO|BY(?:DAY|MONTHDAY|MONTH|SETPOS)=[-+,\dA-Z]{1,60})$/

/** Whether it is a rule over days that never ends: the plan's period ends it. */
export function isRhythm(words: string): words is Rhythm {
  const parts = words.split(';')
  if (!parts.every((part) => PARTS.test(part)) || parts.filter((part) => part.startsWith('FREQ=')).length !== 1) return false
  try {
    ruleFrom(words, Temporal.PlainDate.from('2024-01-01'))
    return true
  } catch {
    return false
  }
}

/** The turns that touch a period, in order. Weeks are Monday to Sunday; where a rule skips some, it counts from the period's first. */
export function turnsIn(rhythm: Rhythm, { start, end }: Pick<Period, 'start' | 'end'>): Turn[] {
  const kind = spanOf(rhythm)
  const spanAt = (on: Temporal.PlainDate) => periodContaining(kind, on, CALENDAR_YEAR)
  const first = spanAt(start).start
  const last = spanAt(end).end
  const isDated = rhythm.includes(';BY') || rhythm.startsWith('BY')
  return ruleFrom(rhythm, first)
    .between(instantOf(first), instantOf(last), true)
    .map((each) => Temporal.PlainDate.from(each.toString().slice(0, 10)))
    .map((on) => ({ span: spanAt(on), on: isDated ? on : undefined }))
}

function spanOf(rhythm: Rhythm): Exclude<PeriodKind, 'quarter'> {
  const frequency = /FREQ=(?<frequency>[A-Z]+)/.exec(rhythm)?.groups?.frequency
  switch (frequency) {
    case 'DAILY':
      return 'day'
    case 'WEEKLY':
      return 'week'
    case 'MONTHLY':
      return 'month'
    case 'YEARLY':
      return 'year'
    default:
      throw new RangeError(`Cannot follow rhythm "${rhythm}"`)
  }
}

function ruleFrom(rhythm: Rhythm, start: Temporal.PlainDate) {
  return new RRuleTemporal({ rruleString: `DTSTART;VALUE=DATE:${start.toString().replaceAll('-', '')}\nRRULE:${rhythm}`, strict: true })
}

/** Dates are midnights of UTC here: no zone can move them. */
function instantOf(on: Temporal.PlainDate): Date {
  return new Date(`${on}T00:00:00Z`)
}
