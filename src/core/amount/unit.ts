/** What an amount counts: pieces, or minor units (cents, fen) of an ISO 4217 currency. */
export type Unit = { readonly kind: 'count' } | { readonly kind: 'money'; readonly currency: string }

/**
 * Decimal digits of a currency's minor unit, as CLDR has them: CNY 2, JPY 0, KWD 3.
 *
 * @throws RangeError when the code is not three letters
 */
export function fractionDigits(currency: string): number {
  const known = digitsByCurrency.get(currency)
  if (known !== undefined) return known
  const digits = new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions().maximumFractionDigits ?? 2
  digitsByCurrency.set(currency, digits)
  return digits
}

const digitsByCurrency = new Map<string, number>()

/** Whether it is a currency in use, in capitals: 'CNY', not 'cny' nor 'ABC'. */
export function isCurrency(code: string): boolean {
  return currencies.has(code)
}

const currencies = new Set(Intl.supportedValuesOf('currency'))

/** Decimal digits of any unit; pieces have none. */
export function unitDigits(unit: Unit): number {
  return unit.kind === 'money' ? fractionDigits(unit.currency) : 0
}
