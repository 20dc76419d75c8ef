import { type Unit, unitDigits } from './unit.js'

/** An amount in plain digits that `parseAmount` reads back: '1000000', '1000000.50'. Decimals in full or, where they are zero, none. */
export function amountWords(value: bigint, unit: Unit): string {
  const digits = unitDigits(unit)
  const scale = 10n ** BigInt(digits)
  const decimals = value % scale
  return decimals === 0n ? String(value / scale) : `${value / scale}.${String(decimals).padStart(digits, '0')}`
}
