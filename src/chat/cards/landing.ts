import type { LandingSources } from '../../app/forecast/deals-source.js'
import type { MetricLanding } from '../../app/forecast/landings.js'
import { unitDigits } from '../../core/amount/unit.js'
import { LEAST_DAYS } from '../../core/forecast/run/landing-point.js'
import type { LandingRecord } from '../../core/forecast/run/landing-record.js'
import { inPassing } from '../in-passing.js'
import type { Line } from '../model.js'
import { amountOf, date, list, metricName, share, type Text, type TextArg, text } from '../text.js'

type Landing = MetricLanding['landing']
type Forecast = Extract<Landing, { state: 'forecast' }>
export type ForecastLanding = MetricLanding & { readonly landing: Forecast }

/** Without a day left there is nothing to foretell. */
export function isForecast(of: MetricLanding): of is ForecastLanding {
  return of.landing.state === 'forecast' && of.landing.workingDaysLeft > 0
}

/** Where a number lands, within what, the chance of each tier, and how such forecasts did so far. */
export function landsLines(of: ForecastLanding): Line[] {
  return [
    { kind: 'text', text: landsText(of) },
    ...sourceTexts(of).map(small),
    ...(of.record.landings === 0 ? [] : [{ kind: 'small' as const, text: recordText(of.record) }]),
  ]
}

export function landsText({ landing, currency }: ForecastLanding): Text {
  const { value, lower, upper, chances } = landing
  const near = nearFor(upper - lower, currency)
  const facts = { value: near(value), lower: near(lower), upper: near(upper) }
  const lands = text(lower === upper ? 'landing-at' : 'landing-at-between', facts)
  if (chances === undefined) return lands
  const { base, stretch, breakthrough } = chances
  return text('landing-chances', { lands, base: chance(base), stretch: chance(stretch), breakthrough: chance(breakthrough) })
}

/** What each source says where there are two: the run of the numbers and the deals, and how far the deals are to be trusted. */
export function sourceTexts({ landing, sources, currency }: MetricLanding): Text[] {
  if (sources === undefined) return []
  const { run, deals, dealsShare, closedDeals } = sources
  const near = nearFor(landing.state === 'forecast' ? landing.upper - landing.lower : 0n, currency)
  return [
    ...(run === undefined ? [] : [text('landing-sources', { run: near(run), deals: near(deals), share: chance(dealsShare) })]),
    openDealsText(sources, currency, landing.state === 'forecast' ? near : undefined),
    ...(closedDeals < FEW_CLOSED ? [text('landing-few-closed', { count: closedDeals })] : []),
  ]
}

/** Of fewer deals nobody knows much of how deals close. */
const FEW_CLOSED = 30

/** @param near as exact as the landing itself; undefined where there is none: then each amount by its own size */
function openDealsText(
  { openDeals, openValue, openExpected, freshExpected, until }: LandingSources,
  currency: string | undefined,
  near: ((amount: bigint) => TextArg) | undefined,
): Text {
  const facts = { count: openDeals, end: date(until) }
  if (currency === undefined) return text('landing-open-count', { ...facts, expected: tenths(openExpected), fresh: tenths(freshExpected) })
  const about = (amount: number) => {
    const whole = BigInt(Math.round(amount))
    return (near ?? nearFor(whole, currency))(whole)
  }
  const money = { worth: inPassing(openValue, currency), expected: about(openExpected), fresh: about(freshExpected) }
  return text('landing-open-money', { ...facts, ...money })
}

function tenths(count: number): number {
  return Math.round(count * 10) / 10
}

/** To the whole percent: a forecast knows no better. */
function chance(of1: number): TextArg {
  return share(Math.round(of1 * 100) / 100)
}

/** Where several numbers land, each by its name; nothing where none can be told. */
export function aheadLines(landings: readonly MetricLanding[]): Line[] {
  const made = landings.filter(isForecast)
  if (made.length === 0) return []
  return [
    { kind: 'heading', text: text('landing-heading') },
    ...made.flatMap((each): Line[] => {
      const [lands, ...record] = landsLines(each)
      return lands?.kind === 'text' ? [{ ...lands, text: text('landing-of', { metric: nameOf(each), lands: lands.text }) }, ...record] : []
    }),
    ...landingNotes(made),
  ]
}

/** Below all numbers: of which there is no forecast yet and why, and that there is no record yet. */
export function landingNotes(landings: readonly MetricLanding[]): Line[] {
  const short = landings.filter(({ landing }) => landing.state === 'too-short' && landing.workingDaysLeft > 0)
  const made = landings.filter(isForecast)
  const hasNoRecord = made.length > 0 && made.every(({ record }) => record.landings === 0)
  return [
    ...(short.length === 0 ? [] : [small(text('landing-too-short', { metrics: list(short.map(nameOf)), needed: LEAST_DAYS }))]),
    ...(hasNoRecord ? [small(text('landing-record-none'))] : []),
  ]
}

export function recordText({ landings, within, bias, error, runRateError }: LandingRecord): Text {
  if (landings === 0) return text('landing-record-none')
  const facts = { within, landings }
  if (bias === null || error === null || runRateError === null) return text('landing-record-zero', facts)
  const way = Math.abs(bias) < 0.005 ? 'even' : bias > 0 ? 'high' : 'low'
  return text(`landing-record-${way}`, { ...facts, bias: share(Math.abs(bias)), error: share(error), runRate: share(runRateError) })
}

/** No more digits than the interval is worth: a twentieth of its width, in a power of ten. */
function nearFor(width: bigint, currency: string | undefined): (amount: bigint) => TextArg {
  const unit = currency === undefined ? 1n : 10n ** BigInt(unitDigits({ kind: 'money', currency }))
  let step = unit
  while (step * 10n * 20n <= width) step *= 10n
  return (amount) => amountOf(((2n * amount + step) / (2n * step)) * step, currency)
}

function nameOf({ metric }: MetricLanding): Text {
  return metricName(metric)
}

function small(words: Text): Line {
  return { kind: 'small', text: words }
}
