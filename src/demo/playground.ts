import type { Logger } from 'pino'
import { Temporal } from 'temporal-polyfill'
import { type PlaygroundAdapter, playgroundAdapter } from '../adapters/playground/adapter.js'
import type { Cast } from '../adapters/playground/cast.js'
import { type DemoClock, MOMENTS } from '../adapters/playground/demo-clock.js'
import type { App } from '../app/app.js'
import { scheduleOf } from '../app/schedule/run-due.js'
import { nextDue } from '../core/schedule/due.js'
import { type Clock, type timeSource, travel } from '../jobs/clock.js'
import type { Database } from '../store/database.js'
import { dueTeams } from '../store/due-teams.js'
import { type PlaygroundPerson, playgroundPeople } from '../store/playground-people.js'
import type { Team } from '../store/repository/teams.js'
import { DEMO, demoWith } from './cast.js'
import { nextColleagueMoment } from './colleague-day.js'
import { colleaguesOf, colleaguesWork } from './colleagues.js'
import { storedMessages } from './messages.js'
import { seedDemo } from './seed.js'

/** The playground on the product's own database, filled with the demo team when that is empty. */
export async function createPlayground(options: {
  readonly app: App
  readonly database: Database
  readonly time: ReturnType<typeof timeSource>
  readonly clock: Clock
  readonly idle: () => Promise<void>
  readonly language: 'en' | 'zh-CN'
  readonly log: Logger
}): Promise<{ adapter: PlaygroundAdapter }> {
  const { app, database, time, clock, idle, language, log } = options
  const people = playgroundPeople(database)
  if (await people.isEmpty()) await seedDemo(database, language, time.now())

  // Up to when the colleagues have done what they do by themselves.
  let worked = time.now()

  const demoClock: DemoClock = {
    now: () => time.now().toString({ smallestUnit: 'millisecond' }),
    zone: async () => (await people.team())?.zone ?? DEMO[language].zone,
    moments: async () => momentsOf(await people.team(), time.now()),
    async moveTo(at) {
      const to = Temporal.Instant.from(at)
      if (Temporal.Instant.compare(to, time.now()) <= 0) return false
      await travel(to, {
        time,
        clock,
        settled: idle,
        earliest: async () => earlier(await dueTeams(database).earliest(), await colleaguesNext(people, time.now())),
        onTheWay: async (stop) => {
          const team = await people.team()
          if (team !== undefined) await colleaguesWork(app, team, colleaguesOf(await people.all(stop)), { since: worked, stop })
          worked = stop
        },
      })
      return true
    },
  }
  const cast = async (): Promise<Cast> => castOf(await people.all(time.now()), await people.team(), language)
  return { adapter: playgroundAdapter({ messages: storedMessages(database), cast, clock: demoClock, log }) }
}

async function colleaguesNext(people: ReturnType<typeof playgroundPeople>, after: Temporal.Instant): Promise<Temporal.Instant | undefined> {
  const team = await people.team()
  return team === undefined ? undefined : nextColleagueMoment(team, colleaguesOf(await people.all(after)), after)
}

function earlier(one: Temporal.Instant | undefined, other: Temporal.Instant | undefined): Temporal.Instant | undefined {
  if (one === undefined || other === undefined) return one ?? other
  return Temporal.Instant.compare(one, other) <= 0 ? one : other
}

function castOf(people: readonly PlaygroundPerson[], team: Team | undefined, language: 'en' | 'zh-CN'): Cast {
  const demo = demoWith(people.map(({ externalId }) => externalId)) ?? DEMO[language]
  const order = new Map([...DEMO.en.people, ...DEMO['zh-CN'].people].map(({ externalId }, index) => [externalId, index]))
  const zone = team?.zone ?? demo.zone
  return {
    workspaceName: demo.workspace,
    channels: [{ id: team?.home.conversation ?? 'team', name: team === undefined || team.name === demo.team ? demo.channel : team.name }],
    people:
      people.length === 0
        ? [{ id: 'guest', name: 'Guest', role: 'guest', zone }]
        : people
            .toSorted((a, b) => (order.get(a.externalId) ?? order.size) - (order.get(b.externalId) ?? order.size))
            .map(({ externalId, name, role }) => ({ id: externalId, name, role, zone })),
  }
}

function momentsOf(team: Team | undefined, now: Temporal.Instant) {
  if (team === undefined) return []
  const schedule = scheduleOf(team)
  return MOMENTS.flatMap((kind) => {
    const next = nextDue({ ...schedule, posts: schedule.posts.filter((post) => post.kind === kind) }, now)
    return next === undefined ? [] : [{ kind, at: next.toString() }]
  })
}
