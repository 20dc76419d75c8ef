import { Temporal } from 'temporal-polyfill'

const DAYS: Readonly<Record<string, number>> = {
  today: 0,
  今天: 0,
  今日: 0,
  yesterday: -1,
  昨天: -1,
  昨日: -1,
  tomorrow: 1,
  明天: 1,
  明日: 1,
}

/** A day said at the start or the end of a command's words ("yesterday", 昨天, 2026-11-20), and the words without it. */
export function takeDay(words: string, today: Temporal.PlainDate): { on: Temporal.PlainDate; isSaid: boolean; rest: string } {
  const parts = words.split(/\s+/).filter((part) => part !== '')
  for (const at of [0, parts.length - 1]) {
    const on = dayOf(parts[at], today)
    if (on !== undefined) return { on, isSaid: true, rest: parts.filter((_, index) => index !== at).join(' ') }
  }
  return { on: today, isSaid: false, rest: words.trim() }
}

function dayOf(word: string | undefined, today: Temporal.PlainDate): Temporal.PlainDate | undefined {
  if (word === undefined) return undefined
  const ahead = DAYS[word.toLowerCase()]
  if (ahead !== undefined) return today.add({ days: ahead })
  return readIsoDate(word)
}

/** @returns undefined for anything but a date that exists, written as 2026-11-20 */
export function readIsoDate(word: string): Temporal.PlainDate | undefined {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(word)) return undefined
  try {
    return Temporal.PlainDate.from(word)
  } catch {
    return undefined
  }
}
