import { Temporal } from 'temporal-polyfill'
import { actorOf, recognise, type Visit } from '../app/access/visitor.js'
import { type App, createApp } from '../app/app.js'
import { publishMorning } from '../app/morning/publish.js'
import { publishPlan } from '../app/plan/publish.js'
import { savePlanDraft } from '../app/plan/save-draft.js'
import { publishMonthly } from '../app/review/publish-monthly.js'
import { publishWeekly } from '../app/review/publish-weekly.js'
import { calendarOf } from '../app/team/calendar.js'
import { createTeam } from '../app/team/create.js'
import { setMember } from '../app/team/members.js'
import { teamInput } from '../app/team/team-input.js'
import { unitDigits } from '../core/amount/unit.js'
import { CALENDAR_YEAR } from '../core/calendar/fiscal-year.js'
import { nextPeriod, periodContaining } from '../core/calendar/period.js'
import { firstWorkingDayOfMonth, previousWorkingDay, workingDaysBetween } from '../core/calendar/working-calendar.js'
import { planInput } from '../core/plan/plan-input.js'
import { localInstant } from '../core/schedule/local-instant.js'
import { addHistory } from '../store/bulk-history.js'
import type { Database } from '../store/database.js'
import type { Member, Team } from '../store/repository/teams.js'
import { type CastMember, DEMO, type DemoTeam } from './cast.js'
import { type DemoDay, demoHistory } from './history.js'
import { randomFrom } from './random.js'

const SEED = 20_261_124
/** Reports that were published before the visitor came. */
const WEEKS_OF_REPORTS = 13

export const PLACE = { platform: 'playground', workspace: 'playground', conversation: 'team' } as const

/**
 * Fills an empty database with a demo team: its people, a published year, what they did since the year began (or since last October, early
 * in a year), and the reports of its last quarter. All by the use cases that the product has, at the times they would have happened.
 */
export async function seedDemo(database: Database, language: 'en' | 'zh-CN', now: Temporal.Instant): Promise<void> {
  const demo = DEMO[language]
  const today = now.toZonedDateTimeISO(demo.zone).toPlainDate()
  const start = today.month >= 4 ? today.with({ month: 1, day: 1 }) : Temporal.PlainDate.from({ year: today.year - 1, month: 10, day: 1 })
  let clock = at(demo, start, '08:00')
  const app = createApp(database, () => clock)

  const team = await makeTeam(app, demo, language)
  await publishYears(app, demo, start, today)
  const yesterday = previousWorkingDay(calendarOf(team), today) ?? today
  const history = await workHard(app, database, demo, team, start, yesterday)

  for (const report of reportsBetween(team, today.subtract({ days: 7 * WEEKS_OF_REPORTS }), now)) {
    clock = report.at
    await app.transaction(team.organisationId, (store) => report.publish(store, team))
  }
  // What the clock decides from here on is the visitor's own time.
  clock = now
  await app.transaction(team.organisationId, async (store) => {
    if (history.length > 0) await store.records.audit({ personId: undefined, act: 'demo-seeded', subject: team.id })
    await store.records.scheduleNext(team.id, now, now)
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

function visitOf(demo: DemoTeam, { externalId, name }: CastMember, language: 'en' | 'zh-CN'): Visit {
  return {
    ...PLACE,
    externalId,
    name,
    workspaceName: demo.workspace,
    conversationName: demo.channel,
    conversationKind: 'channel',
    thread: undefined,
    platformLanguage: language,
    platformZone: demo.zone,
  }
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

async function workHard(
  app: App,
  database: Database,
  demo: DemoTeam,
  team: Team,
  from: Temporal.PlainDate,
  to: Temporal.PlainDate,
): Promise<DemoDay[]> {
  const store = app.reading(team.organisationId)
  const members = await store.teams.members(team.id)
  const castOf = new Map(
    members.flatMap((member) =>
      demo.people.filter(({ name }) => name === member.name).map((person) => [member.id as string, person] as const),
    ),
  )
  const random = randomFrom(SEED)
  const days = demoHistory({
    months: await store.targets.between(team.id, from, to),
    from,
    to,
    cast: castOf,
    dealAmount: demo.year.revenue / demo.year.deals,
    moneyDigits: unitDigits({ kind: 'money', currency: demo.currency }),
    random,
  })
  await database.transaction((tx) =>
    addHistory(
      tx,
      team.organisationId,
      team.id,
      days.map((day) => ({
        ...day,
        personId: personOf(members, day.memberId),
        at: at(demo, day.on, '18:10'),
        notes: notesOf(demo, random),
      })),
    ),
  )
  return days
}

function personOf(members: readonly Member[], memberId: string): string {
  return members.find(({ id }) => id === memberId)?.personId ?? memberId
}

function notesOf(demo: DemoTeam, random: () => number): Record<string, string> {
  const oneOf = (words: readonly string[]) => words[Math.floor(random() * words.length)] ?? ''
  return random() < 0.12 ? { success: oneOf(demo.successes), failure: oneOf(demo.failures), improvement: oneOf(demo.improvements) } : {}
}

interface PastReport {
  readonly at: Temporal.Instant
  readonly publish: (store: Parameters<typeof publishWeekly>[0], team: Team) => Promise<unknown>
}

/** The weekly and monthly reports that a team would have had, and today's morning post if its hour has come; in the order of time. */
function reportsBetween(team: Team, from: Temporal.PlainDate, now: Temporal.Instant): PastReport[] {
  const today = now.toZonedDateTimeISO(team.zone).toPlainDate()
  const calendar = calendarOf(team)
  const reports: PastReport[] = []
  for (
    let week = periodContaining('week', from, CALENDAR_YEAR);
    Temporal.PlainDate.compare(week.start, today) <= 0;
    week = nextPeriod(week, CALENDAR_YEAR)
  ) {
    const { id, start, end } = week
    const last = workingDaysBetween(calendar, start, end.subtract({ days: 2 })).at(-1)
    if (last !== undefined)
      reports.push({ at: at(team, last, '17:00'), publish: (store) => publishWeekly(store, team, id, { late: false }) })
  }
  for (
    let month = periodContaining('month', from, CALENDAR_YEAR);
    Temporal.PlainDate.compare(month.end, today) < 0;
    month = nextPeriod(month, CALENDAR_YEAR)
  ) {
    const { id, end } = month
    const first = firstWorkingDayOfMonth(calendar, end.add({ days: 1 }))
    if (first !== undefined)
      reports.push({ at: at(team, first, '09:30'), publish: (store) => publishMonthly(store, team, id, { late: false }) })
  }
  if (calendar.isWorkingDay(today)) reports.push({ at: at(team, today, '09:00'), publish: (store) => publishMorning(store, team, today) })
  return reports.filter((report) => Temporal.Instant.compare(report.at, now) <= 0).toSorted((a, b) => Temporal.Instant.compare(a.at, b.at))
}

function at({ zone }: { readonly zone: string }, on: Temporal.PlainDate, time: string): Temporal.Instant {
  return localInstant(on, Temporal.PlainTime.from(time), zone)
}
