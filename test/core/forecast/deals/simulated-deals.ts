import type { Deal } from '../../../../src/core/forecast/deals/deal.js'
import { randomFrom } from '../../../../src/core/forecast/values/random.js'

interface Life {
  readonly opened: number
  readonly value: number
  /** The day on which each stage began. */
  readonly stages: readonly { readonly stage: string; readonly from: number }[]
  readonly closed: number
  readonly outcome: 'won' | 'lost'
}

/** A team's deals, whose whole life is known: what could be seen of them on a day, and what came of them. */
export interface SimulatedDeals {
  seenOn(day: number): Deal[]
  wonBetween(first: number, last: number): number
}

const STAGES = [
  { stage: 'lead', days: 10, lost: 0.45 },
  { stage: 'needs', days: 14, lost: 0.3 },
  { stage: 'proposal', days: 18, lost: 0.3 },
  { stage: 'negotiation', days: 12, lost: 0.3 },
] as const

/** @param first the first day, in days since 1970-01-01 */
export function simulateDeals(seed: number, { first, days, perDay }: { first: number; days: number; perDay: number }): SimulatedDeals {
  const random = randomFrom(seed)
  const lives: Life[] = []
  for (let day = first; day < first + days; day += 1) {
    for (let deals = random.poisson(perDay); deals > 0; deals -= 1) lives.push(life(day, random))
  }
  return {
    seenOn: (day) => lives.filter(({ opened }) => opened <= day).map((each) => seen(each, day)),
    wonBetween: (from, to) =>
      lives.reduce((sum, { outcome, closed, value }) => (outcome === 'won' && closed >= from && closed <= to ? sum + value : sum), 0),
  }
}

function life(opened: number, random: ReturnType<typeof randomFrom>): Life {
  const value = Math.round(Math.exp(9 + 0.8 * random.normal()))
  const stages: { stage: string; from: number }[] = []
  let day = opened
  for (const { stage, days, lost } of STAGES) {
    stages.push({ stage, from: day })
    day += Math.max(1, Math.round(-Math.log(1 - random.uniform()) * days))
    if (random.uniform() < lost) return { opened, value, stages, closed: day, outcome: 'lost' }
  }
  return { opened, value, stages, closed: day, outcome: 'won' }
}

function seen({ opened, value, stages, closed, outcome }: Life, day: number): Deal {
  const stage = stages.findLast(({ from }) => from <= Math.min(day, closed))?.stage
  return { opened, value, stage, end: closed <= day ? { kind: outcome, on: closed } : { kind: 'open' } }
}
