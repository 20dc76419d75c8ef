import { Temporal } from 'temporal-polyfill'
import type { Actor } from '../app/access/visitor.js'
import type { App } from '../app/app.js'
import { addDeal } from '../app/deal/add.js'
import { moveDeal } from '../app/deal/move.js'
import { calendarOf } from '../app/team/calendar.js'
import { previousWorkingDay } from '../core/calendar/working-calendar.js'
import type { MemberId } from '../core/id.js'
import { isStage, STAGES } from '../core/pipeline/stage.js'
import type { Deal } from '../store/repository/deals.js'
import type { CastMember, DemoTeam } from './cast.js'
import { type DemoDeal, dealsClosing, dealsOpen, movesBy } from './deals.js'

/** What should have closed on a day on which the colleague forgot is closed within so many. */
const CATCHES_UP_DAYS = 14
/** More than anybody has open. */
const MOST_OPEN = 200

/**
 * Brings a colleague's deals to where they are by today: new ones added, others moved on, won or lost. What the visitor did to one stays.
 *
 * @returns the amounts of those won just now, in minor units
 */
export async function workDeals(app: App, actor: Actor, memberId: MemberId, demo: DemoTeam, person: CastMember): Promise<bigint[]> {
  const { today, team, organisationId } = actor
  const late = Array.from({ length: CATCHES_UP_DAYS }, (_, day) => dealsClosing(demo, person, today.subtract({ days: day }))).flat()
  const courses = new Map([...late, ...dealsOpen(demo, person, today)].map((deal) => [deal.name, deal]))
  const open = await app.reading(organisationId).deals.find(team.id, { memberId, words: [], isOpen: true }, 0, MOST_OPEN)

  const yesterday = previousWorkingDay(calendarOf(team), today) ?? today

  const won: bigint[] = []
  for (const deal of open) {
    const course = courses.get(deal.name)
    const step = course && movesBy(course, today).at(-1)
    if (step === undefined || !isAhead(deal, step.to)) continue
    await moveDeal(app, actor, deal.id, step.to, step.reason)
    if (step.to === 'won') won.push(deal.amount ?? 0n)
  }
  for (const course of courses.values()) {
    const { name, amount, openedOn } = course
    const stage = movesBy(course, today).at(-1)?.to
    if (!isAfter(openedOn, yesterday) || stage === undefined || !isStage(stage)) continue
    await addDeal(app, actor, { name, amount, stage, openedOn, ownerId: undefined }, dealSource(memberId, course))
  }
  return won
}

/** The same deal is brought in once. */
export function dealSource(memberId: MemberId, { name, openedOn }: DemoDeal): string {
  return `demo-deal:${memberId}:${openedOn}:${name}`
}

function isAfter(a: Temporal.PlainDate, b: Temporal.PlainDate): boolean {
  return Temporal.PlainDate.compare(a, b) > 0
}

function isAhead({ state }: Deal, to: DemoDeal['moves'][number]['to']): boolean {
  return state.kind === 'open' && (!isStage(to) || STAGES.indexOf(to) > STAGES.indexOf(state.stage))
}
