import { Temporal } from 'temporal-polyfill'
import { UserError } from '../app/user-error.js'
import { readDays } from '../core/calendar/read-days.js'
import type { Role } from '../store/repository/teams.js'
import { meaningOf } from './meaning-of.js'

/** A role in a team, or what an admin is beside it. */
export type RoleWord = Role | 'admin' | 'no-admin'

export const roleNamed = meaningOf<RoleWord>({
  admin: ['admin', '管理员'],
  'no-admin': ['no-admin', '取消管理员'],
  rep: ['rep', '销售', '成员'],
  manager: ['manager', '经理', '主管'],
  spectator: ['spectator', '旁观', '观察员'],
})

export interface MemberWords {
  readonly role: RoleWord | undefined
  /** The first day. */
  readonly from: Temporal.PlainDate | undefined
}

/** What stands behind a name that is added: a role, a first day, both in either order, or nothing. Undefined for anything else. */
export function readMemberWords(words: string, today: Temporal.PlainDate): MemberWords | undefined {
  const parts = words.split(/\s+/).filter((part) => part !== '')
  if (parts.length === 0) return { role: undefined, from: undefined }
  const whole = readStayDay(words, today)
  if (whole !== undefined) return { role: undefined, from: whole }
  const splits = [
    { role: parts[0], rest: parts.slice(1) },
    { role: parts.at(-1), rest: parts.slice(0, -1) },
  ]
  for (const { role: word = '', rest } of splits) {
    const role = roleNamed(word)
    const from = rest.length === 0 ? undefined : readStayDay(rest.join(' '), today)
    if (role !== undefined && (rest.length === 0 || from !== undefined)) return { role, from }
  }
  return undefined
}

/** Why these words are no role and no day. */
export function unreadMemberWords(words: string): UserError {
  const parts = words.split(/\s+/).filter((part) => part !== '')
  if (roleNamed(parts[0] ?? '') !== undefined) return unreadDay(parts.slice(1).join(' '))
  if (roleNamed(parts.at(-1) ?? '') !== undefined) return unreadDay(parts.slice(0, -1).join(' '))
  if (LEADING.test(words)) return unreadDay(words)
  return new UserError('team-role-unknown', { word: parts.at(-1) ?? '' })
}

export function unreadDay(words: string): UserError {
  return new UserError('stay-unread', { words: words.slice(0, LONGEST_SHOWN) })
}

const LONGEST_SHOWN = 80

/**
 * The day on which somebody comes or goes, as people say it: "from 1 Dec", "on 2026-12-25", "after Friday", 从12月1日起, 12月25日离职. A date
 * without a year is the next one there is; but one that has just gone by was meant, and not that of next year.
 */
export function readStayDay(words: string, today: Temporal.PlainDate): Temporal.PlainDate | undefined {
  const said = words.trim().replace(LEADING, '').replace(TRAILING, '')
  const days = readDays(said, today)
  if (days.kind === 'unread' || !days.from.equals(days.to)) return undefined
  const yearBefore = days.from.subtract({ years: 1 })
  const hasJustGone =
    Temporal.PlainDate.compare(yearBefore, today) < 0 && yearBefore.until(today, { largestUnit: 'days' }).days <= JUST_GONE
  return hasJustGone && !/\d{4}/.test(said) ? yearBefore : days.from
}

const JUST_GONE = 90
const LEADING = /^(?:(?:starting|leaving|as of|from|on|after|until|till)\b\s*|[从自于在到])+/i
const TRAILING = /\s*(?:(?:之|以)?后|起|开始|为止|止|入职|加入|离职|离开)+$/
