import { Temporal } from 'temporal-polyfill'
import { actorOf, recognise } from '../app/access/visitor.js'
import { type App, createApp } from '../app/app.js'
import { publishPlan } from '../app/plan/publish.js'
import { savePlanDraft } from '../app/plan/save-draft.js'
import { calendarOf } from '../app/team/calendar.js'
import { createTeam } from '../app/team/create.js'
import { setMember } from '../app/team/members.js'
import { teamInput } from '../app/team/team-input.js'
import { workingDaysBetween } from '../core/calendar/working-calendar.js'
import { planInput } from '../core/plan/plan-input.js'
import { localInstant } from '../core/schedule/local-instant.js'
import { backdatePosts } from '../store/bulk-history.js'
import type { Database } from '../store/database.js'
import type { Team } from '../store/repository/teams.js'
import { DEMO, type DemoTeam } from './cast.js'
import { dayInChannel, reportsBetween } from './past.js'
import { PLACE, visitOf } from './visit.js'
import { addDeals, workHard } from './work-hard.js'

/** Reports that were published before the visitor came. */
const WEEKS_OF_REPORTS = 13
/** Days before the visitor's own whose posts and threads can be read: on those everybody checks in as a visitor would. */
const DAYS_TO_READ = 2

/**
 * Fills an empty database with a demo team: its people, a published year with key actions, what they did since the year began (or since last
 * October, early in a year), their deals, the reports of its last quarter, and the channel's last days. All by the use cases that the product has, at the times they
 * would have happened.
 */
export async function seedDemo(database: Database, language: 'en' | 'zh-CN', now: Temporal.Instant): Promise<void> {
  const demo = DEMO[language]
  const today = now.toZonedDateTimeISO(demo.zone).toPlainDate()
  const start = today.month >= 4 ? today.with({ month: 1, day: 1 }) : Temporal.PlainDate.from({ year: today.year - 1, month: 10, day: 1 })
  let clock = instant(demo, start, '08:00')
  const app = createApp(database, () => clock)

  const team = await makeTeam(app, demo, language)
  await publishYears(app, demo, start, today)
  const daysToRead = workingDaysBetween(calendarOf(team), today.subtract({ days: 14 }), today.subtract({ days: 1 })).slice(-DAYS_TO_READ)
  const lastUnread = (daysToRead[0] ?? today).subtract({ days: 1 })
  const days = await workHard(app, demo, team, start, lastUnread)

  const reps = demo.people.filter(({ role }) => role === 'rep').map(({ externalId }) => externalId)
  const past = [
    ...reportsBetween(app, team, today.subtract({ days: 7 * WEEKS_OF_REPORTS }), today),
    ...daysToRead.flatMap((on) => dayInChannel(app, team, reps, on)),
    // The first rep is the visitor's own: today is theirs to fill in.
    ...dayInChannel(app, team, reps.slice(1), today),
    // Not earlier: forecasts of a quarter's weeks from deals too would keep the visitor waiting for seconds.
    { at: instant(demo, lastUnread, '23:00'), happen: () => addDeals(app, demo, team, days, lastUnread) },
  ]
  for (const event of past.filter((each) => isBy(each.at, now)).toSorted((one, other) => Temporal.Instant.compare(one.at, other.at))) {
    clock = event.at
    await event.happen()
  }
  // What the clock decides from here on is the visitor's own time.
  clock = now
  await app.transaction(team.organisationId, async (store) => {
    await store.records.audit({ personId: undefined, act: 'demo-seeded', subject: team.id })
    await store.records.scheduleNext(team.id, now, now)
    await backdatePosts(store.transaction, team.organisationId)
  })
}

async function makeTeam(app: App, demo: DemoTeam, language: 'en' | 'zh-CN'): Promise<Team> {
  const admin = demo.people.find(({ role }) => role === 'admin')
  if (admin === undefined) throw new Error('Cannot seed: the demo has no admin')
  const input = teamInput.parse({
    name: demo.team,
    zone: demo.zone,
    language,
    currency: demo.currency,
    country: demo.country,
    weekdays: [1, 2, 3, 4, 5],
    morning: '09:00',
  })
  const team = await createTeam(app, await recognise(app, visitOf(demo, admin, language)), input)
  for (const person of demo.people.filter(({ role }) => role !== 'admin')) {
    const actor = actorOf(await recognise(app, visitOf(demo, admin, language)), app.now())
    await setMember(app, actor, PLACE.workspace, person, person.role === 'admin' ? 'manager' : person.role)
  }
  return team
}

async function publishYears(app: App, demo: DemoTeam, start: Temporal.PlainDate, today: Temporal.PlainDate): Promise<void> {
  const periods = start.year === today.year ? [String(today.year)] : [`${start.year}-Q4`, String(today.year)]
  const manager = demo.people.find(({ role }) => role === 'manager')
  if (manager === undefined) throw new Error('Cannot seed: the demo has no manager')
  const actor = actorOf(await recognise(app, visitOf(demo, manager, 'en')), app.now())
  for (const period of periods) {
    const divisor = period.includes('Q') ? 4 : 1
    const plan = planInput.parse({
      version: 1,
      period,
      actions: demo.keyActions,
      targets: Object.entries(demo.year).map(([metric, amount]) => ({
        metric,
        amount: String(amount / divisor),
        ...(metric === 'revenue' ? { currency: demo.currency } : {}),
        split: demo.people.filter(({ role }) => role === 'rep').map(({ name }) => ({ member: name, weight: '1' })),
      })),
    })
    const draft = await savePlanDraft(app, actor, plan)
    await publishPlan(app, actor, draft.id)
  }
}

function isBy(at: Temporal.Instant, now: Temporal.Instant): boolean {
  return Temporal.Instant.compare(at, now) <= 0
}

function instant({ zone }: DemoTeam, on: Temporal.PlainDate, time: string): Temporal.Instant {
  return localInstant(on, Temporal.PlainTime.from(time), zone)
}
