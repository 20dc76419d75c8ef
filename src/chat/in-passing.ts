import { unitDigits } from '../core/amount/unit.js'
import { amountOf, type TextArg } from './text.js'

/**
 * An amount for a look in passing, such as a day's goal or a week's result: of a hundred units and more the cents are noise on a phone's
 * line. To the nearest unit; smaller amounts and counts stand as they are. Where somebody checks a sum, `amountOf` says it to the cent.
 *
 * @param amount minor units of `currency`, or a count
 */
export function inPassing(amount: bigint, currency: string | undefined): TextArg {
  return amountOf(currency === undefined ? amount : rounded(amount, currency), currency)
}

/**
 * What was done beside its target, in passing: a target not yet met to the next unit, as what is still to go is said. To the cent where only the
 * cents tell the two apart, or a goal just missed would read as met.
 */
export function doneOfTarget(done: bigint, target: bigint, currency: string | undefined): { done: TextArg; target: TextArg } {
  const asked = currency === undefined ? target : rounded(target, currency, done < target ? 'up' : 'nearest')
  const readAlike = currency !== undefined && done !== target && rounded(done, currency) === asked
  if (readAlike) return { done: amountOf(done, currency), target: amountOf(target, currency) }
  return { done: inPassing(done, currency), target: amountOf(asked, currency) }
}

/** What is asked and not begun, in passing: to the next unit, as it is said beside what was done. */
export function askedInPassing(target: bigint, currency: string | undefined): TextArg {
  return doneOfTarget(0n, target, currency).target
}

const LARGE_UNITS = 100n

function rounded(minor: bigint, currency: string, way: 'nearest' | 'up' = 'nearest'): bigint {
  if (minor < 0n) return -rounded(-minor, currency)
  const unit = 10n ** BigInt(unitDigits({ kind: 'money', currency }))
  return minor < LARGE_UNITS * unit ? minor : ((minor + (way === 'up' ? unit - 1n : unit / 2n)) / unit) * unit
}
