import { Temporal } from 'temporal-polyfill'
import { due, nextDue, type Occurrence, type Schedule } from '../../core/schedule/due.js'
import { type ChosenPost, DEFAULT_RULES, type PostKind } from '../../core/schedule/post-rule.js'
import { staleness } from '../../core/schedule/staleness.js'
import { dueTeams } from '../../store/due-teams.js'
import type { Team } from '../../store/repository/teams.js'
import type { Store } from '../../store/store.js'
import { DEFAULT_SCHEDULE } from '../../store/team-settings.js'
import type { App } from '../app.js'
import { calendarOf } from '../team/calendar.js'
import { publishPost } from './publish-post.js'

export type Outcome = 'posted' | 'nothing-to-say' | 'stale'

export interface DueResult {
  readonly teams: number
  readonly occurrences: readonly { readonly teamId: string; readonly kind: PostKind; readonly on: string; readonly outcome: Outcome }[]
}

const BATCH = 50
/** A server has other work to do while one team's rows are on their way; the embedded database takes them one after the other. */
const AT_ONCE = 4

/**
 * Decides every post that fell due up to now: publishes it, or records that there was nothing to say or that it came too late to be of use.
 * Each team is one transaction that holds the team's row, so that of several clocks one decides. Teams are found by the index on their next
 * due instant, in batches, whatever their number.
 *
 * @param onError told of a team whose posts failed; it is tried again in five minutes, the others go on
 */
export async function runDue(app: App, onError: (teamId: string, error: unknown) => void): Promise<DueResult> {
  const occurrences: DueResult['occurrences'][number][] = []
  let teams = 0
  for (;;) {
    const batch = await dueTeams(app.database).find(app.now(), BATCH)
    if (batch.length === 0) return { teams, occurrences }
    const waiting = batch.values()
    const decideInTurn = async () => {
      for (const { organisationId, teamId } of waiting) {
        try {
          const decided = await app.transaction(organisationId, async (store) => {
            const held = await dueTeams(app.database).hold(store.transaction, teamId, store.now)
            return held === undefined ? [] : decide(store, held.team, held.scheduledUntil)
          })
          teams += 1
          occurrences.push(...decided)
        } catch (error) {
          onError(teamId, error)
          await dueTeams(app.database).postpone(teamId, app.now().add({ minutes: 5 }))
        }
      }
    }
    await Promise.all(Array.from({ length: AT_ONCE }, decideInTurn))
  }
}

async function decide(store: Store, team: Team, since: Temporal.Instant): Promise<DueResult['occurrences'][number][]> {
  const schedule = scheduleOf(team)
  const decided: { kind: PostKind; on: Temporal.PlainDate; dueAt: Temporal.Instant; outcome: Outcome }[] = []
  for (const occurrence of due(schedule, since, store.now)) {
    const { kind, on, at: dueAt } = occurrence
    decided.push({ kind, on, dueAt, outcome: await outcomeOf(store, team, occurrence) })
  }
  await store.records.decide(team.id, decided)
  await store.records.scheduleNext(team.id, store.now, nextDue(schedule, store.now))
  return decided.map(({ kind, on, outcome }) => ({ teamId: team.id, kind, on: on.toString(), outcome }))
}

async function outcomeOf(store: Store, team: Team, { kind, on, at, period }: Occurrence): Promise<Outcome> {
  const state = staleness(kind, at, store.now)
  if (state === 'stale') return 'stale'
  const lateMinutes = state === 'late-but-useful' ? Math.round(at.until(store.now).total('minutes')) : undefined
  return (await publishPost(store, team, { kind, on, period, lateMinutes })) ? 'posted' : 'nothing-to-say'
}

/** When a team is posted to, by its own settings. */
export function scheduleOf(team: Team): Schedule {
  return {
    zone: team.zone,
    calendar: calendarOf(team),
    fiscal: team.fiscal,
    posts: [
      ...windowPosts(team),
      ...POST_ORDER.flatMap((kind) => {
        const time = team.schedule[kind]
        return time === undefined ? [] : [{ kind, time: Temporal.PlainTime.from(time), on: DEFAULT_RULES[kind] }]
      }),
    ],
  }
}

/** The managers' note that the quarter's window opens comes with the month's news; a team that has no such hour still gets it. */
function windowPosts(team: Team): Schedule['posts'][number][] {
  const { adjustmentDays: workingDays } = team.settings
  if (workingDays === 0) return []
  const time = Temporal.PlainTime.from(team.schedule.monthly ?? DEFAULT_SCHEDULE.monthly ?? '09:30')
  return [{ kind: 'window', time, on: { every: 'quarter', workingDays } }]
}

/** Of equal times the month's news comes before the day's. */
const POST_ORDER: readonly ChosenPost[] = ['monthly', 'morning', 'midday', 'evening', 'weekly']
