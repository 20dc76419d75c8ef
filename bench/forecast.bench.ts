/** A forecast for 100 and for 1,000 people with a year of daily numbers each: seconds in all, and time a person. */
import { forecastValues } from '../src/core/forecast/values/forecast-values.js'
import { randomFrom } from '../src/core/forecast/values/random.js'
import { ms } from './figures.js'
import { report } from './report.js'

const DAYS = 365
/** Four weeks. */
const HORIZON = 28
const SIZES = [100, 1_000] as const
const MOST_SECONDS = 10

const histories = Array.from({ length: Math.max(...SIZES) }, (_, person) => yearOf(person + 1))
secondsFor(histories.slice(0, 20)) // until it is compiled
report(
  'A forecast of four weeks from a year of daily numbers, in one process',
  SIZES.map((people) => {
    const seconds = secondsFor(histories.slice(0, people))
    return {
      what: `${people} people`,
      figures: { seconds: seconds.toFixed(2), 'ms a person': ms((seconds * 1000) / people) },
      ...(people === 1_000 ? { ratio: { value: seconds / MOST_SECONDS, most: 1 } } : {}),
    }
  }),
  [`The ratio is to the ${MOST_SECONDS} s that 1,000 people may take.`],
)

/** Visits of a person: working days with a mean of their own, and a quiet weekend. */
function yearOf(seed: number): number[] {
  const random = randomFrom(seed)
  const usual = 2 + 6 * random.uniform()
  return Array.from({ length: DAYS }, (_, day) => random.poisson(day % 7 < 5 ? usual : usual / 10))
}

function secondsFor(people: readonly (readonly number[])[]): number {
  const start = performance.now()
  for (const values of people) forecastValues({ values, seasons: [7, 364], horizon: HORIZON, level: 0.8 })
  return (performance.now() - start) / 1000
}
