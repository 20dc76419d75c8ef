import { type Rhythm, weekdayOf } from './rhythm.js'

/**
 * The place of a day in a rhythm, counted from any fixed place: a day between two belongs to the one before it in a rhythm of days (a
 * Saturday's sale to Friday), to the nearest in one of weeks (a Tuesday after a holiday to Monday), to its month in one of months.
 */
export function positionOf(rhythm: Rhythm, day: number): number {
  switch (rhythm.kind) {
    case 'days': {
      const week = Math.floor((day + 3) / 7) // Monday to Sunday
      const before = rhythm.weekdays.filter((weekday) => weekday <= weekdayOf(day)).length
      return week * rhythm.weekdays.length + before - 1
    }
    case 'every':
      return Math.round((day - rhythm.anchor) / rhythm.days)
    case 'months':
      return Math.floor((monthOf(day) - monthOf(rhythm.anchor)) / rhythm.months)
  }
}

/** The day at a place: the inverse of `positionOf`. In days since 1970-01-01. */
export function dayAt(rhythm: Rhythm, position: number): number {
  switch (rhythm.kind) {
    case 'days': {
      const week = Math.floor(position / rhythm.weekdays.length)
      const weekday = rhythm.weekdays[position - week * rhythm.weekdays.length] ?? 1
      return week * 7 - 3 + weekday - 1
    }
    case 'every':
      return rhythm.anchor + position * rhythm.days
    case 'months':
      return dayOfMonth(monthOf(rhythm.anchor) + position * rhythm.months, rhythm.dayOfMonth)
  }
}

const DAY_MS = 86_400_000

/** Months since 1970-01. */
function monthOf(day: number): number {
  const date = new Date(day * DAY_MS)
  return (date.getUTCFullYear() - 1970) * 12 + date.getUTCMonth()
}

/** That day of the month, or its last where the month has no such day. */
function dayOfMonth(month: number, day: number): number {
  const last = new Date(0).setUTCFullYear(1970, month + 1, 0) / DAY_MS
  return Math.min(last, new Date(0).setUTCFullYear(1970, month, day) / DAY_MS)
}
