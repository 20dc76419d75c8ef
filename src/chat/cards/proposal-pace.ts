import { unitDigits } from '../../core/amount/unit.js'
import { money, type Text, text } from '../text.js'

interface Ahead {
  /** Minor units of `currency`, or a count, on `days` working days. */
  readonly ahead: bigint
  readonly days: number
  readonly currency?: string
}

/** What an amount means for a usual week and day, as one would say it: money in whole units, and what comes less than daily by its interval. */
export function paceText({ ahead, days, currency }: Ahead, weekdays: number): Text {
  if (ahead === 0n || days === 0) return text('proposal-pace-none')
  if (currency !== undefined)
    return text('proposal-pace', {
      week: wholeMoney((ahead * BigInt(weekdays)) / BigInt(days), currency),
      day: wholeMoney(ahead / BigInt(days), currency),
    })
  const aDay = Number(ahead) / days
  if (aDay >= 1) return text('proposal-pace', { week: tenths(aDay * weekdays), day: tenths(aDay) })
  if (aDay * weekdays >= 1) return text('proposal-pace-week', { week: tenths(aDay * weekdays), every: Math.round(1 / aDay) })
  return text('proposal-pace-rare', { every: Math.round(1 / aDay) })
}

function wholeMoney(minor: bigint, currency: string) {
  const scale = 10n ** BigInt(unitDigits({ kind: 'money', currency }))
  return money(((minor + scale / 2n) / scale) * scale, currency)
}

function tenths(value: number): number {
  return Math.round(value * 10) / 10
}
