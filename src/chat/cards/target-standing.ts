import type { Standing, TierStanding } from '../../app/target/standing.js'
import { ceilDivide } from '../../core/amount/fraction.js'
import { unitDigits } from '../../core/amount/unit.js'
import type { Line } from '../model.js'
import { amountOf, metricName, money, share, type Text, type TextArg, text } from '../text.js'
import { attainmentLine } from './weekly-attainment.js'

/**
 * How somebody stands on one metric: the bar with the mark of where the plan stands, ahead or behind, what each day left takes, the tiers.
 *
 * @param detail 'short' leaves out the amounts of the tiers, and where it ends at the average so far
 */
export function standingLines(standing: Standing, detail: 'short' | 'full'): Line[] {
  const { pace, tiers } = standing
  if (pace.target === 0n) return [barLine(standing), ...(detail === 'full' ? [line(text('target-zero'))] : [])]
  return [
    barLine(standing),
    line(paceText(standing)),
    ...outOfReachLines(standing),
    ...(detail === 'full' ? landingLines(standing) : []),
    line(tiersText(tiers, standing.currency, detail)),
  ]
}

function barLine({ metric, currency, pace }: Standing): Line {
  const { done, target, attainmentShare, expectedByNow } = pace
  const bar = attainmentLine(metricName(metric), { currency, done, target, attainmentShare })
  return bar.kind === 'progress' ? { ...bar, paceShare: Number(expectedByNow) / Number(target) } : bar
}

function paceText(standing: Standing): Text {
  const gap = gapText(standing)
  const rate = rateText(standing)
  return rate === undefined ? gap : text('target-two', { first: gap, second: rate })
}

function gapText({ pace: { gap, expectedByNow, done }, currency }: Standing): Text {
  if (expectedByNow === 0n && done === 0n) return text('target-start')
  if (gap === 0n) return text('target-on-plan')
  return gap > 0n ? text('target-ahead', { gap: amountOf(gap, currency) }) : text('target-behind', { gap: amountOf(-gap, currency) })
}

/** What it takes from here, where that is within reason. */
function rateText({ pace: { remaining, requiredPerDay, workingDaysLeft, reachable }, currency }: Standing): Text | undefined {
  if (remaining === 0n) return undefined
  if (requiredPerDay === null) return text('target-short', { remaining: amountOf(remaining, currency) })
  return reachable ? text('target-rate', { rate: daily(requiredPerDay, currency), days: workingDaysLeft }) : undefined
}

/** Nobody is sent after what cannot be caught up: the tier that can still be reached is named instead, or where the most leads. */
function outOfReachLines({ pace, ladder, currency }: Standing): Line[] {
  const { reachable, workingDaysLeft, mostLeft, done } = pace
  if (reachable || workingDaysLeft === 0) return []
  if (ladder === undefined) return [line(text('target-no-ladder', { lands: amountOf(done + mostLeft, currency) }))]
  return [line(text('target-ladder', { tier: text(`target-tier-name-${ladder.tier}`), perDay: daily(ladder.perDay, currency) }))]
}

function landingLines({ pace: { landingAt, workingDaysLeft, target }, currency }: Standing): Line[] {
  if (landingAt === null || workingDaysLeft === 0) return []
  const facts = { amount: amountOf(landingAt, currency), share: share(Number(landingAt) / Number(target)) }
  return [line(text('target-landing', facts))]
}

function tiersText(tiers: readonly TierStanding[], currency: string | undefined, detail: 'short' | 'full'): Text {
  const next = tiers.find(({ remaining }) => remaining > 0n)?.tier
  const said = tiers.map(({ tier, amount, remaining }): readonly [string, Text] => {
    const state = remaining === 0n ? 'reached' : tier === next ? 'next' : 'open'
    const facts = {
      tier: text(`target-tier-name-${tier}`),
      amount: amountOf(amount, currency),
      remaining: amountOf(remaining, currency),
    }
    return [tier, text(detail === 'full' ? `target-tier-${state}-amount` : `target-tier-${state}`, facts)]
  })
  return text('target-tiers', Object.fromEntries(said))
}

/** What a day takes, in whole units of the currency: nobody plans a day's cents. Rounded up, so that the days still bring it. */
function daily(perDay: bigint, currency: string | undefined): TextArg {
  if (currency === undefined) return perDay
  const unit = 10n ** BigInt(unitDigits({ kind: 'money', currency }))
  return money(ceilDivide(perDay, unit) * unit, currency)
}

function line(words: Text): Line {
  return { kind: 'text', text: words }
}
