import type { MetricLanding } from '../../app/forecast/landings.js'
import type { Standing } from '../../app/target/standing.js'
import { ceilDivide } from '../../core/amount/fraction.js'
import { unitDigits } from '../../core/amount/unit.js'
import type { Line } from '../model.js'
import { metricName, money, share, type Text, type TextArg, text } from '../text.js'
import { isForecast, landsLines, sourceTexts } from './landing.js'
import { attainmentLine } from './weekly-attainment.js'

/**
 * How somebody stands on one metric: the bar with the mark of where the plan stands, ahead or behind, what each day left takes, the tiers.
 *
 * @param detail 'short' leaves out the amounts of the tiers, and where it ends
 * @param landing where it is forecast to end; without one the average so far says it
 * @param rest what the rest takes
 */
export function standingLines(standing: Standing, detail: 'short' | 'full', landing?: MetricLanding, rest: readonly Line[] = []): Line[] {
  const { pace } = standing
  if (pace.target === 0n) return [barLine(standing), ...(detail === 'full' ? [line(text('target-zero'))] : [])]
  return [
    barLine(standing),
    line(paceText(standing)),
    ...outOfReachLines(standing),
    ...rest,
    ...landingOrAverage(standing, detail, landing),
    line(tiersText(standing, detail)),
  ]
}

function landingOrAverage(standing: Standing, detail: 'short' | 'full', landing: MetricLanding | undefined): Line[] {
  if (landing !== undefined && isForecast(landing)) return landsLines(landing)
  const deals = landing === undefined ? [] : sourceTexts(landing).map((words): Line => ({ kind: 'small', text: words }))
  return [...(detail === 'full' ? landingLines(standing) : []), ...deals]
}

function barLine({ metric, currency, pace }: Standing): Line {
  const { done, target, attainmentShare, expectedByNow } = pace
  const bar = attainmentLine(metricName(metric), { currency, done, target, attainmentShare })
  return bar.kind === 'progress' ? { paceShare: Number(expectedByNow) / Number(target), ...bar } : bar
}

function paceText(standing: Standing): Text {
  const gap = gapText(standing)
  const rest = restText(standing)
  return rest === undefined ? gap : text('target-two', { first: gap, second: rest })
}

function gapText({ pace: { gap, expectedByNow, done }, currency }: Standing): Text {
  if (expectedByNow === 0n && done === 0n) return text('target-start')
  if (gap === 0n) return text('target-on-plan')
  return gap > 0n
    ? text('target-ahead', { gap: rounded(gap, currency, 'down') })
    : text('target-behind', { gap: rounded(-gap, currency, 'up') })
}

/** What it takes from here, where that is within reason. */
function restText({ pace: { remaining, workingDaysLeft }, outOfReach, currency }: Standing): Text | undefined {
  if (remaining === 0n || outOfReach !== undefined) return undefined
  const left = rounded(remaining, currency, 'up')
  return workingDaysLeft === 0 ? text('target-short', { remaining: left }) : rateText(remaining, workingDaysLeft, currency)
}

/** So much a day, of whole ones "2–3" where they do not come out even; of what is less than one a day, so much in the days left. */
function rateText(remaining: bigint, daysLeft: number, currency: string | undefined): Text {
  const facts = { remaining: rounded(remaining, currency, 'up'), days: daysLeft }
  if (remaining < BigInt(daysLeft)) return text('target-rate-some', facts)
  const most = ceilDivide(remaining, BigInt(daysLeft))
  const least = remaining / BigInt(daysLeft)
  const rate = currency === undefined && least < most ? text('target-rate-between', { least, most }) : rounded(most, currency, 'up')
  return text('target-rate', { rate, ...facts })
}

/** Nobody is sent after what cannot be caught up: the tier that can still be reached is named instead, or where the most leads. */
function outOfReachLines({ pace, outOfReach, currency }: Standing): Line[] {
  if (outOfReach === undefined) return []
  const { capPercent: cap, lands, ladder } = outOfReach
  if (ladder === undefined) return [line(text('target-no-ladder', { cap, lands: rounded(lands, currency, 'down') }))]
  const rate = rateText(ladder.remaining, pace.workingDaysLeft, currency)
  return [line(text('target-ladder', { cap, tier: text(`target-tier-name-${ladder.tier}`), rate }))]
}

function landingLines({ pace: { landingAt, workingDaysLeft, target }, currency }: Standing): Line[] {
  // An average of nothing foretells nothing.
  if (landingAt === null || landingAt <= 0n || workingDaysLeft === 0) return []
  const facts = { amount: rounded(landingAt, currency, 'down'), share: share(Number(landingAt) / Number(target)) }
  return [line(text('target-landing', facts))]
}

function tiersText({ tiers, currency, pace }: Standing, detail: 'short' | 'full'): Text {
  // Of a period that is over nothing is left to go for.
  const first = pace.workingDaysLeft === 0 ? 'missed' : 'next'
  const next = tiers.find(({ remaining }) => remaining > 0n)?.tier
  const said = tiers.map(({ tier, amount, remaining }): readonly [string, Text] => {
    const state = remaining === 0n ? 'reached' : tier === next ? first : 'open'
    const facts = {
      tier: text(`target-tier-name-${tier}`),
      amount: rounded(amount, currency, 'up'),
      remaining: rounded(remaining, currency, 'up'),
    }
    return [tier, text(detail === 'full' ? `target-tier-${state}-amount` : `target-tier-${state}`, facts)]
  })
  return text('target-tiers', Object.fromEntries(said))
}

/**
 * What was worked out, in whole units of the currency: nobody plans by the cent, and a phone's line is short.
 */
export function rounded(amount: bigint, currency: string | undefined, way: 'up' | 'down'): TextArg {
  if (currency === undefined) return amount
  const unit = 10n ** BigInt(unitDigits({ kind: 'money', currency }))
  const units = way === 'up' ? ceilDivide(amount, unit) : amount / unit
  return money(units * unit, currency)
}

function line(words: Text): Line {
  return { kind: 'text', text: words }
}
