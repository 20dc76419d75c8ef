import type { Temporal } from 'temporal-polyfill'
import { belongsOn } from '../../core/calendar/stay.js'
import { previousWorkingDay } from '../../core/calendar/working-calendar.js'
import { METRICS } from '../../core/plan/metric.js'
import { publishedDays } from '../../core/plan/published.js'
import type { Team } from '../../store/repository/teams.js'
import type { Store } from '../../store/store.js'
import type { MorningPost } from '../check-in/post.js'
import { dueActions } from '../key-actions/of-team.js'
import type { MetricAmount } from '../metric-amount.js'
import { calendarOf } from '../team/calendar.js'
import { homeOf } from '../team/create.js'

/**
 * What the day asks of each member, with what they promised last to do better. Five queries for a team of any size, and two more where the
 * plan has key actions.
 *
 * @returns undefined when it asks nothing of anybody
 */
export async function composeMorning(
  store: Store,
  team: Team,
  on: Temporal.PlainDate,
  lateMinutes?: number,
): Promise<MorningPost | undefined> {
  const members = (await store.teams.members(team.id)).filter((member) => member.role !== 'spectator' && belongsOn(member, on))
  const days = publishedDays(await store.targets.between(team.id, on, on), on, on)
  const yesterday = previousWorkingDay(calendarOf(team), on) ?? on
  const promised = (await store.improvements.between(team.id, yesterday, on.subtract({ days: 1 }))).filter(
    ({ doneOn }) => doneOn === undefined,
  )
  const away = new Set(
    (
      await store.leaves.between(
        members.map(({ id }) => id),
        on,
        on,
      )
    ).map(({ memberId }) => memberId),
  )
  const actionsOf = await dueActions(store, team, members, on)
  const worksToday = new Set(days.flatMap(({ memberId, target }) => (target === null ? [] : [memberId])))
  const focus = members
    .filter(({ id }) => !away.has(id))
    .map((member) => ({ ...member, actions: worksToday.has(member.id) ? actionsOf(member) : [] }))
    .map(({ id, name, actions }) => ({
      name,
      goals: METRICS.flatMap(({ key }): MetricAmount[] => {
        const day = days.find(({ memberId, metric }) => memberId === id && metric === key)
        if (day === undefined || day.target === null || day.target === 0n) return []
        return [{ metric: key, amount: day.target, ...(day.currency === undefined ? {} : { currency: day.currency }) }]
      }),
      ...(actions.length === 0 ? {} : { actions }),
      improvement: promised.findLast(({ memberId }) => memberId === id)?.words,
    }))
    .filter(({ goals, actions = [], improvement }) => goals.length + actions.length > 0 || improvement !== undefined)
  if (focus.length === 0) return undefined
  return {
    kind: 'morning',
    teamId: team.id,
    on: on.toString(),
    lateMinutes,
    members: focus,
    onLeave: members.filter(({ id }) => away.has(id)).map(({ name }) => name),
  }
}

/** Puts the morning post of a date into the outbox, once. @returns whether there was anything to say */
export async function publishMorning(store: Store, team: Team, on: Temporal.PlainDate, lateMinutes?: number): Promise<boolean> {
  const post = await composeMorning(store, team, on, lateMinutes)
  if (post === undefined) return false
  await store.outbox.add([{ key: `morning:${team.id}:${on}`, to: homeOf(team), post, language: team.language }])
  return true
}
