import { Temporal } from 'temporal-polyfill'
import type { MemberId } from '../../core/id.js'
import type { TargetMonth } from '../../store/repository/targets.js'
import type { Store } from '../../store/store.js'
import type { Actor } from '../access/visitor.js'
import { calendarOf } from '../team/calendar.js'

/**
 * Lays what the touched months still ask of a member over the days from tomorrow on that they work: leave days get nothing, days that are
 * no longer leave get their part again. Today and the past stay as they were published, and every month keeps its total. A month that is
 * left without a working day stays as it is: there is nowhere for its numbers to go.
 */
export async function spreadLeave(
  store: Store,
  actor: Actor,
  memberId: MemberId,
  days: { from: Temporal.PlainDate; to: Temporal.PlainDate },
): Promise<void> {
  const { team } = actor
  const calendar = calendarOf(team)
  const months = await store.targets.between(team.id, days.from, days.to, memberId)
  const first = days.from.with({ day: 1 })
  const last = days.to.add({ months: 1 }).with({ day: 1 })
  const leaves = await store.work.leaves([memberId], first, last)
  const isOff = (on: Temporal.PlainDate) =>
    leaves.some(({ from, to }) => Temporal.PlainDate.compare(on, from) >= 0 && Temporal.PlainDate.compare(on, to) <= 0)
  const tomorrow = actor.today.add({ days: 1 })
  const changed = months.flatMap((month): TargetMonth[] => {
    const start = Temporal.PlainDate.from(`${month.month}-01`)
    const open = month.days.map((_, index) => start.add({ days: index })).filter((on) => Temporal.PlainDate.compare(on, tomorrow) >= 0)
    const working = open.filter((on) => calendar.isWorkingDay(on) && !isOff(on))
    if (working.length === 0) return []
    const left = open.reduce((sum, on) => sum + (month.days[on.day - 1] ?? 0n), 0n)
    // An even cut with the odd ones spread, as the plan itself lays a month over its days.
    const parts = evenly(left, working.length)
    const fresh = month.days.map((day, index) => {
      const on = start.add({ days: index })
      if (Temporal.PlainDate.compare(on, tomorrow) < 0) return day
      const at = working.findIndex((each) => each.equals(on))
      return at < 0 ? null : (parts[at] ?? 0n)
    })
    return [{ ...month, days: fresh }]
  })
  await store.targets.replaceMember(team.id, memberId, changed)
}

/** The running sum after k of n days is the whole part of k/n: no day gets two more than another, and the odd ones do not bunch. */
function evenly(total: bigint, days: number): bigint[] {
  const upTo = (day: number) => (total * BigInt(day)) / BigInt(days)
  return Array.from({ length: days }, (_, index) => upTo(index + 1) - upTo(index))
}
