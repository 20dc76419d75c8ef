import type { MessageKey } from './messages.generated.js'

/** A sentence that is not yet in any language: a catalogue key and the facts it needs. */
export interface Text {
  readonly key: MessageKey
  readonly args: TextArgs
}

export type TextArgs = Readonly<Record<string, TextArg>>

/**
 * A fact in a sentence. A plain string is somebody's own words or name and appears as typed (adapters escape it);
 * a number or bigint is a count; everything else is written out in the reader's language.
 */
export type TextArg = string | number | bigint | Text | MoneyArg | ShareArg | DateArg | PeriodArg | TimeArg | ListArg

/** `minor` in minor units of `currency` (ISO 4217). */
export interface MoneyArg {
  readonly kind: 'money'
  readonly minor: bigint
  readonly currency: string
}
/** A share of one: 0.5 reads "50%". */
export interface ShareArg {
  readonly kind: 'share'
  readonly share: number
}
/** `on` is a calendar date YYYY-MM-DD. `day`: 2 Mar; `dated`: 2 Mar 2026; `weekday`: Mon, 2 Mar; `long`: Monday, 2 March 2026. */
export interface DateArg {
  readonly kind: 'date'
  readonly on: string
  readonly style: 'day' | 'dated' | 'weekday' | 'long'
}
/** A period's id, as core/calendar has it: 2026, 2026-Q4, 2026-11, 2026-P03, 2026-W47, 2026-11-24. */
export interface PeriodArg {
  readonly kind: 'period'
  readonly id: string
  /** Named beside its year, a quarter or month goes without it: Q4, Nov. */
  readonly style?: 'part'
  /** Its days, said behind its name. */
  readonly span?: Text
}
/** A local time of day, HH:MM. */
export interface TimeArg {
  readonly kind: 'time'
  readonly at: string
}
export interface ListArg {
  readonly kind: 'list'
  readonly items: readonly TextArg[]
}

/** A sentence by its catalogue key. The keys and their argument names are checked by the compiler. */
export function text(key: MessageKey, args: TextArgs = {}): Text {
  return { key, args }
}

export function money(minor: bigint, currency: string): MoneyArg {
  return { kind: 'money', minor, currency }
}

export function share(value: number): ShareArg {
  return { kind: 'share', share: value }
}

export function date(on: { toString(): string }, style: DateArg['style'] = 'day'): DateArg {
  return { kind: 'date', on: on.toString(), style }
}

export function period(id: string): PeriodArg {
  return { kind: 'period', id }
}

/** A quarter or month under the title of its year or quarter. */
export function partOf(id: string): PeriodArg {
  return { kind: 'period', id, style: 'part' }
}

export function time(at: string): TimeArg {
  return { kind: 'time', at }
}

export function list(items: readonly TextArg[]): ListArg {
  return { kind: 'list', items }
}

/** Somebody's own words as a whole line: shown as typed, in no language of ours. */
export function asTyped(words: string): Text {
  return text('as-typed', { words })
}

/** The sentence of a UserError: `error-` and its key. The catalogue's test holds every key that is thrown to a sentence. */
export function errorText(key: string, facts: TextArgs): Text {
  return { key: `error-${key}` as MessageKey, args: facts }
}

/** A standard metric's name. */
export function metricName(metric: string): Text {
  return { key: `metric-${metric}` as MessageKey, args: {} }
}

/** An amount of a metric, in minor units: money in its currency, a count as a number. */
export function amountOf(amount: bigint, currency: string | undefined): TextArg {
  return currency === undefined ? amount : money(amount, currency)
}
