import { EVERY, everyOf, type Rhythm } from '../core/plan/actions/rhythm.js'
import { list, type Text, text } from './text.js'

/** How often a key action recurs: "a month", "every Friday"; a rule that has no words of its own stands as it is. */
export function everyText(rhythm: Rhythm): Text {
  const every = everyOf(rhythm)
  if (EVERY.some((each) => each === rhythm) || /^FREQ=\w+$/.test(rhythm)) return text(`key-every-${every}`)
  const parts = Object.fromEntries(rhythm.split(';').map((part) => part.split('=')))
  const { INTERVAL: step, BYDAY: days, BYMONTHDAY: date, FREQ: frequency } = parts
  const named = Object.keys(parts).length - 1
  if (named === 1 && step !== undefined)
    return Number(step) === 1 ? text(`key-every-${every}`) : text('key-every-some', { every, count: Number(step) })
  if (named === 1 && frequency === 'WEEKLY' && days !== undefined && WEEKDAYS.test(days))
    return text('key-every-weekdays', { days: list(days.split(',').map(weekday)) })
  if (named === 2 && frequency === 'WEEKLY' && step !== undefined && days !== undefined && WEEKDAYS.test(days))
    return text('key-every-some-weekdays', { count: Number(step), days: list(days.split(',').map(weekday)) })
  const nth = named === 1 && frequency === 'MONTHLY' ? NTH_WEEKDAY.exec(days ?? '') : null
  if (nth !== null) return text('key-every-nth', { nth: NTH[nth[1] ?? ''] ?? '', day: weekday(nth[2] ?? '') })
  if (named === 1 && frequency === 'MONTHLY' && /^\d+$/.test(date ?? '')) return text('key-every-date', { day: Number(date) })
  return text('key-every-rule', { rule: rhythm })
}

const WEEKDAYS = /^[A-Z]{2}(?:,[A-Z]{2})*$/
const NTH_WEEKDAY = /^\+?(-1|[1-4])([A-Z]{2})$/
const NTH: Readonly<Record<string, string>> = { '-1': 'last', '1': 'first', '2': 'second', '3': 'third', '4': 'fourth' }

function weekday(code: string): Text {
  return text('key-weekday', { day: code })
}
