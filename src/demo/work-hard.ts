import { Temporal } from 'temporal-polyfill'
import type { App } from '../app/app.js'
import { plannedWithin } from '../app/key-actions/planned.js'
import { calendarOf } from '../app/team/calendar.js'
import { nextWorkingDay } from '../core/calendar/working-calendar.js'
import type { MemberId } from '../core/id.js'
import { actionKey } from '../core/plan/actions/key-action.js'
import { spreadActions } from '../core/plan/actions/spread-actions.js'
import { localInstant } from '../core/schedule/local-instant.js'
import { addHistory, type HistoryDay } from '../store/bulk-history.js'
import type { NewDeal } from '../store/repository/deals.js'
import type { Member, Team } from '../store/repository/teams.js'
import type { Store } from '../store/store.js'
import { type CastMember, type DemoTeam, ownPhrases } from './cast.js'
import { dealSource } from './colleague-deals.js'
import { DOES } from './colleagues.js'
import { type DemoDeal, dealsOpen } from './deals.js'
import { type DemoDay, demoHistory } from './history.js'
import { randomFrom } from './random.js'

const SEED = 20_261_124

type Rep = Member & { readonly person: CastMember }

/** What the reps did between two dates, both included: check-ins and ticks of key actions. @returns their days, with the deals closed on them */
export async function workHard(
  app: App,
  demo: DemoTeam,
  team: Team,
  from: Temporal.PlainDate,
  to: Temporal.PlainDate,
): Promise<readonly DemoDay[]> {
  return app.transaction(team.organisationId, async (store) => {
    const reps = await repsOf(store, demo, team)
    const random = randomFrom(SEED)
    const months = await store.targets.between(team.id, from, to)
    const days = demoHistory({ months, from, to, demo, random, cast: new Map(reps.map(({ id, person }) => [id as string, person])) })
    const ticksOf = await ticksDone(store, team, reps, { start: from, end: to })
    const whole = days.map((day): HistoryDay => {
      const rep = reps.find(({ id }) => id === day.memberId)
      return {
        ...day,
        personId: rep?.personId ?? day.memberId,
        at: localInstant(day.on, Temporal.PlainTime.from('16:40'), demo.zone),
        notes: notesOf(demo, rep?.person, random),
        improvementDoneOn: nextWorkingDay(calendarOf(team), day.on),
        ticks: ticksOf(day),
      }
    })
    await addHistory(store.transaction, team.organisationId, team.id, whole)
    return days
  })
}

async function repsOf(store: Store, demo: DemoTeam, team: Team): Promise<Rep[]> {
  return (await store.teams.members(team.id)).flatMap((member) => {
    const person = demo.people.find(({ name, role }) => name === member.name && role === 'rep')
    return person === undefined ? [] : [{ ...member, person }]
  })
}

/**
 * The deals that were closed on days on which their owner checked in, so that none is won that the numbers know nothing of; and those open
 * at the end of a date.
 */
export async function addDeals(app: App, demo: DemoTeam, team: Team, days: readonly DemoDay[], on: Temporal.PlainDate): Promise<void> {
  await app.transaction(team.organisationId, async (store) => {
    for (const { id, personId, person } of await repsOf(store, demo, team)) {
      const closed = days.filter(({ memberId }) => memberId === id).flatMap(({ deals }) => deals)
      const deals = [...closed, ...dealsOpen(demo, person, on)].map((deal) => newDeal(team, id, deal))
      await store.deals.add(deals, personId)
    }
  })
}

function newDeal(team: Team, memberId: MemberId, deal: DemoDeal): NewDeal {
  return { ...deal, teamId: team.id, memberId, currency: team.currency, focus: undefined, source: dealSource(memberId, deal) }
}

/** What of the key actions due on a day was done on it. */
async function ticksDone(
  store: Store,
  team: Team,
  reps: readonly Rep[],
  span: { readonly start: Temporal.PlainDate; readonly end: Temporal.PlainDate },
): Promise<(day: DemoDay) => HistoryDay['ticks']> {
  // Of its own, so that another rhythm of key actions leaves the numbers as they are.
  const random = randomFrom(SEED + 4)
  const planned = plannedWithin(await store.actions.plans(team.id), team, span)
  const ticks = new Map<string, Map<string, number>>()
  for (const { planned: actions, span: own } of planned) {
    const itemsOf = spreadActions(actions, own)
    for (const { id, name, person } of reps) {
      for (const { action, on, count } of itemsOf({ name })) {
        if (random() >= DOES * person.skill) continue
        const ofDay = ticks.get(`${id} ${on}`) ?? new Map<string, number>()
        ticks.set(`${id} ${on}`, ofDay.set(actionKey(action), (ofDay.get(actionKey(action)) ?? 0) + count))
      }
    }
  }
  return ({ memberId, on }) => [...(ticks.get(`${memberId} ${on}`) ?? [])].map(([key, count]) => ({ key, count }))
}

/** Few, so that the case library does not say the same thing over and over. */
const WRITES = 0.025

function notesOf(demo: DemoTeam, person: CastMember | undefined, random: () => number): Record<string, string> {
  if (person === undefined || random() >= WRITES) return {}
  const oneOf = (words: readonly string[]) => {
    const own = ownPhrases(demo, person, words)
    return own[Math.floor(random() * own.length)] ?? ''
  }
  return { success: oneOf(demo.successes), failure: oneOf(demo.failures), improvement: oneOf(demo.improvements) }
}
