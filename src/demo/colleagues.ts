import { Temporal } from 'temporal-polyfill'
import { type Actor, actorOf, recognise } from '../app/access/visitor.js'
import type { App } from '../app/app.js'
import { dayNumbers } from '../app/check-in/day.js'
import { submitCheckIn } from '../app/check-in/submit.js'
import { ownActions, tickActions } from '../app/key-actions/tick.js'
import { settleImprovement } from '../app/target/settle-improvement.js'
import { calendarOf } from '../app/team/calendar.js'
import { dayNumber } from '../core/calendar/day-number.js'
import { previousWorkingDay } from '../core/calendar/working-calendar.js'
import type { MemberId } from '../core/id.js'
import type { PlaygroundPerson } from '../store/playground-people.js'
import type { Team } from '../store/repository/teams.js'
import { type CastMember, type DemoTeam, demoWith, ownPhrases } from './cast.js'
import { type ColleagueMoment, colleagueMoments } from './colleague-day.js'
import { workDeals } from './colleague-deals.js'
import { dayEntries } from './history.js'
import { randomFrom } from './random.js'
import { visitOf } from './visit.js'

/** The accounts that live by themselves: the demo's reps who still carry a target, but for the first, whom the visitor plays. */
export function colleaguesOf(people: readonly PlaygroundPerson[]): string[] {
  const reps = new Set(people.filter(({ role }) => role === 'rep').map(({ externalId }) => externalId))
  const [, ...others] = demoWith(people.map(({ externalId }) => externalId))?.people.filter(({ role }) => role === 'rep') ?? []
  return others.map(({ externalId }) => externalId).filter((externalId) => reps.has(externalId))
}

/**
 * Lets colleagues do what they would have done on the day of `stop`, after `since` and up to it: move their deals and check in,
 * tick off key actions, settle what they promised yesterday. By the use cases that the visitor's own doings go through. Nothing is done twice, and whoever the visitor has played today
 * is left alone.
 *
 * @param colleagues accounts of the cast
 */
export async function colleaguesWork(
  app: App,
  team: Team,
  colleagues: readonly string[],
  { since, stop }: { readonly since: Temporal.Instant; readonly stop: Temporal.Instant },
): Promise<void> {
  const demo = demoWith(colleagues)
  if (demo === undefined) return
  const on = stop.toZonedDateTimeISO(team.zone).toPlainDate()
  const moments = colleagueMoments(team, colleagues, on).filter(
    ({ at }) => Temporal.Instant.compare(at, since) > 0 && Temporal.Instant.compare(at, stop) <= 0,
  )
  for (const moment of moments) {
    const person = demo.people.find(({ externalId }) => externalId === moment.externalId)
    if (person === undefined) continue
    const actor = actorOf(await recognise(app, visitOf(demo, person, team.language)), stop, team.id)
    if (actor.memberId === undefined) continue
    if (moment.act === 'settle') await settle(app, actor, actor.memberId, on)
    else await checkIn(app, actor, actor.memberId, demo, person, moment)
  }
}

async function settle(app: App, actor: Actor, memberId: MemberId, on: Temporal.PlainDate): Promise<void> {
  const yesterday = previousWorkingDay(calendarOf(actor.team), on)
  if (yesterday === undefined) return
  const promised = await app.reading(actor.organisationId).improvements.between(actor.team.id, yesterday, yesterday)
  const open = promised.filter((improvement) => improvement.memberId === memberId && improvement.doneOn === undefined)
  for (const { id } of open) await settleImprovement(app, actor, id)
}

async function checkIn(
  app: App,
  actor: Actor,
  memberId: MemberId,
  demo: DemoTeam,
  person: CastMember,
  { seed }: ColleagueMoment,
): Promise<void> {
  const { team, today: on } = actor
  const store = app.reading(actor.organisationId)
  const numbers = await dayNumbers(store, team, memberId, on)
  const targets = new Map(numbers.flatMap(({ metric, target }) => (target === null ? [] : [[metric as string, target] as const])))
  const wasPlayed =
    numbers.some(({ done }) => done !== undefined) ||
    (await store.checkIns.between(team.id, on, on)).some((each) => each.memberId === memberId)
  const isAway = (await store.leaves.between([memberId], on, on)).length > 0
  if (targets.size === 0 || wasPlayed || isAway) return

  const random = randomFrom(seed)
  const won = await workDeals(app, actor, memberId, demo, person)
  const entries = dayEntries(targets, person, won, random)
  await submitCheckIn(app, actor, {
    on,
    form: 'evening',
    // Nobody reports that nothing came of what was not asked.
    numbers: entries.filter(({ metric, amount }) => amount !== 0n || targets.get(metric) !== 0n),
    numbersAre: 'totals',
    notes: notesOf(demo, person, on, random),
    source: `demo:${memberId}:${on}`,
  })
  await tickOff(app, actor, person, random)
}

/** Share of what is due of key actions that somebody of skill 1 does. */
export const DOES = 0.9

async function tickOff(app: App, actor: Actor, { skill }: CastMember, random: () => number): Promise<void> {
  const due = (await ownActions(app.reading(actor.organisationId), actor, actor.today)).filter((action) => action.due > action.doneToday)
  const ticked = due.filter(() => random() < DOES * skill).map((action) => ({ code: action.key, count: action.due }))
  if (ticked.length > 0) await tickActions(app, actor, actor.today, ticked, (key) => key)
}

/** Shares of the evenings on which a colleague writes … */
const SUCCESS = 0.3
const FAILURE = 0.15
const IMPROVEMENT = 0.45

/** Each of the cast has phrases of their own, which go round: no two say the same, and nobody says the same two days running. */
function notesOf(demo: DemoTeam, person: CastMember, on: Temporal.PlainDate, random: () => number): Record<string, string> {
  const said = (share: number, words: readonly string[]) => {
    const own = ownPhrases(demo, person, words)
    return random() < share ? own[dayNumber(on) % own.length] : undefined
  }
  const notes = {
    success: said(SUCCESS, demo.successes),
    failure: said(FAILURE, demo.failures),
    improvement: said(IMPROVEMENT, demo.improvements),
  }
  return Object.fromEntries(Object.entries(notes).flatMap(([name, words]) => (words === undefined ? [] : [[name, words]])))
}
