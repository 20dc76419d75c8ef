import { dateFormat } from '../formatters.js'
import type { Language } from '../model.js'
import { asTyped, type Text } from '../text.js'

/** @param month 1 to 12 */
export function monthName(month: number, reader: Language): Text {
  return asTyped(dateFormat(reader, { month: 'long', timeZone: 'UTC' }).format(new Date(Date.UTC(2024, month - 1, 1))))
}

/** @param day ISO: 1 is Monday, 7 Sunday */
export function weekdayName(day: number, reader: Language, style: 'long' | 'short' = 'long'): Text {
  // 1 January 2024 was a Monday.
  return asTyped(dateFormat(reader, { weekday: style, timeZone: 'UTC' }).format(new Date(Date.UTC(2024, 0, day))))
}
