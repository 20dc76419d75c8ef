import { Temporal } from 'temporal-polyfill'
import type { CheckInPost } from '../../../src/app/check-in/post.js'
import { submitCheckIn } from '../../../src/app/check-in/submit.js'
import { logNumbers } from '../../../src/app/log/log-numbers.js'
import { publishMorning } from '../../../src/app/morning/publish.js'
import { UserError } from '../../../src/app/user-error.js'
import type { CheckInForm } from '../../../src/core/checkin/forms.js'
import type { TeamOptions, World } from '../../support/world.js'
import { season } from '../review/season.js'

export const date = (on: string) => Temporal.PlainDate.from(on)
export const TODAY = date('2026-11-24')

type Numbers = Readonly<Record<string, bigint>>

export interface Said {
  readonly on?: string
  readonly form?: CheckInForm
  readonly notes?: Readonly<Record<string, string>>
  readonly source?: string
}

/** Tuesday, 24 November 2026, 17:30 in Shanghai: each rep is asked for 3 visits and 2 leads a day. The morning's post is out. */
export async function tuesday(world: World, options: TeamOptions = {}) {
  world.moveTo('2026-11-24T09:00[Asia/Shanghai]')
  const people = { 'Li Na': 'rep', 'Wang Wei': 'rep', Zhou: 'spectator', Chen: 'manager' } as const
  const team = await world.team({ joinedOn: '2026-01-01', people, ...options })
  const told = season(world, team)
  await told.targets('2026-11', { 'Li Na': { visits: 3n, leads: 2n }, 'Wang Wei': { visits: 3n, leads: 2n } })
  await told.inStore((store) => publishMorning(store, team.team, TODAY))
  world.moveTo('2026-11-24T17:30[Asia/Shanghai]')
  let deliveries = 0
  const entriesOf = (numbers: Numbers) => Object.entries(numbers).map(([metric, amount]) => ({ metric, amount }))
  function delivery(): string {
    deliveries += 1
    return `d${deliveries}`
  }
  async function submit(name: string, numbersAre: 'totals' | 'added', numbers: Numbers, said: Said) {
    return submitCheckIn(world.app, await team.actor(name), {
      on: date(said.on ?? '2026-11-24'),
      form: said.form ?? 'evening',
      numbers: entriesOf(numbers),
      numbersAre,
      notes: said.notes ?? {},
      source: said.source ?? delivery(),
    })
  }

  return {
    team,
    told,
    promptKey: `morning:${team.team.id}:2026-11-24`,
    /** A form: the day's numbers as they are, and all of its notes. */
    sends: (name: string, numbers: Numbers, said: Said = {}) => submit(name, 'totals', numbers, said),
    /** Words: on top of what is there. */
    says: (name: string, numbers: Numbers, said: Said = {}) => submit(name, 'added', numbers, said),
    async logs(name: string, numbers: Numbers, { on = '2026-11-24', source = delivery() }: Said = {}) {
      return logNumbers(world.app, await team.actor(name), { entries: entriesOf(numbers), source, on: date(on) })
    },
    /** What counts for a member's day, by metric. */
    async counted(name = 'Li Na', on = '2026-11-24'): Promise<Record<string, bigint>> {
      const totals = await told.inStore((store) => store.entries.totals(team.team.id, date(on), date(on), team.members[name]?.memberId))
      return Object.fromEntries(totals.map(({ metric, amount }) => [metric, amount]))
    },
    /** The posts of check-ins in the outbox, oldest first. */
    async posts() {
      const { organisationId } = team
      const rows = await world.database.client.outbox.findMany({ where: { organisationId }, orderBy: { id: 'asc' } })
      const facts = (await told.outbox()).map(({ post }) => post as CheckInPost)
      return rows
        .map(({ key, under, replaces, lane }, index) => ({ key, under, replaces, lane, post: facts[index] }))
        .filter(({ post }) => post?.kind === 'check-in')
    },
    cases: () => told.inStore((store) => store.cases.find(team.team.id, [], 10)),
    improvements: () => told.inStore((store) => store.improvements.between(team.team.id, date('2026-11-01'), date('2026-11-30'))),
    async closeMonth(month: string): Promise<void> {
      await told.inStore((store) =>
        store.records.freezeReport({ id: `${team.team.id}-${month}`, teamId: team.team.id, kind: 'monthly', period: month, figures: {} }),
      )
    },
  }
}

/** The key of the error that somebody is refused with. */
export async function refused(work: Promise<unknown>): Promise<string> {
  const error = await work.then(
    () => undefined,
    (reason: unknown) => reason,
  )
  if (!(error instanceof UserError)) throw new Error('It was not refused', { cause: error })
  return error.key
}
