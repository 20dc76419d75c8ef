import { plainly } from '../../../core/amount/plainly.js'
import type { AchievableCheck, AchievableFinding, AchievableSuggestion, Rung } from '../../../core/plan/checks/achievable.js'
import type { Boldness } from '../../../core/plan/checks/boldness.js'
import { inPassing } from '../../in-passing.js'
import { amountOf, list, metricName, money, period, type Text, text } from '../../text.js'
import { unreachable } from '../../unreachable.js'
import { askedText, more, percent, signOf, tenths } from './words.js'

/** Each target beside the past, with what that past is; the ladder where it is bold; the market. */
export function achievableLines({ findings, suggestion }: AchievableCheck): Text[] {
  const unknown = findings.filter((finding) => finding.code === 'no-history').map(({ target }) => metricName(target.metric))
  return [
    ...findings.flatMap((finding) => findingTexts(finding, findings.length)),
    ...(unknown.length === 0 ? [] : [text('check-history-none', { metrics: list(unknown) })]),
    ...(suggestion === undefined ? [] : [suggestionText(suggestion)]),
  ]
}

function findingTexts(finding: AchievableFinding, of: number): Text[] {
  switch (finding.code) {
    case 'no-history':
      return [] // told together
    case 'history':
      return historyTexts(finding, of)
    case 'members': {
      const { target, bold } = finding
      const named = bold.map(({ name, amount, expected }) => {
        return text('check-member', {
          name,
          amount: inPassing(amount, target.currency),
          expected: amountOf(plainly(expected), target.currency),
        })
      })
      return [text('check-members', { metric: metricName(target.metric), members: list(named) })]
    }
    case 'rate': {
      const { from, to, proposed, shown, points } = finding
      const seen = percent({ num: shown.converted, den: shown.tried })
      return [
        text('check-rate-proposed', {
          from: metricName(from),
          to: metricName(to),
          proposed: percent(proposed),
          seen,
          tried: shown.tried,
          ...pointsOf(points),
        }),
      ]
    }
    case 'market':
      return marketTexts(finding)
    default:
      return unreachable(finding)
  }
}

/** A plan of many targets tells of the good ones in a line each, and explains those that are not. */
function historyTexts(finding: AchievableFinding & { code: 'history' }, of: number): Text[] {
  const { target, record, excess, boldness, ladder } = finding
  const facts = { target: askedText(target), expected: amountOf(plainly(record.expected), target.currency) }
  const said = excess === undefined ? text('check-history-nothing', facts) : text('check-history', { ...facts, more: more(excess) })
  const isExplained = boldness !== 'good' || of <= 2
  return [
    said,
    ...(isExplained ? [text('check-history-why', { parts: list(recordParts(finding)), months: record.months })] : []),
    ...(boldness === 'unreachable' ? [text('check-unreachable')] : []),
    ...(ladder.length === 0 ? [] : [text('check-ladder', { rungs: list(ladder.map((rung) => rungText(rung, target.currency))) })]),
  ]
}

function recordParts({ record, target: { currency } }: AchievableFinding & { code: 'history' }): Text[] {
  const { level, trend, season, best, done } = record
  return [
    text('check-level', { amount: amountOf(plainly(level), currency) }),
    ...(trend === undefined ? [] : [text('check-trend', { more: more(trend) })]),
    ...(season === undefined || Math.round(season * 100) === 100 ? [] : [text('check-season', { more: more(season - 1) })]),
    ...(best === undefined ? [] : [text('check-best', { amount: amountOf(best.amount, currency), month: period(best.month) })]),
    ...(done === 0n ? [] : [text('check-done', { amount: amountOf(done, currency) })]),
  ]
}

function rungText({ tier, amount, excess, boldness }: Rung, currency: string | undefined): Text {
  const facts = { mark: text(`check-mark-${MARKS[boldness]}`), tier: text(`check-tier-${tier}`), amount: amountOf(amount, currency) }
  return excess === undefined ? text('check-rung-bare', facts) : text('check-rung', { ...facts, more: more(excess) })
}

const MARKS = { good: 'good', bold: 'bold', unreachable: 'blocked' } as const satisfies Record<Boldness, string>

function marketTexts({ market, points, gain, target, shareAsked, wanted, whole, verdict }: AchievableFinding & { code: 'market' }): Text[] {
  const currency = target.currency ?? ''
  const said = text('check-market', {
    now: percent(market.shareNow),
    wanted: percent(market.shareWanted),
    size: money(market.size, currency),
    gain: money(gain < 0n ? -gain : gain, currency),
    ...pointsOf(points),
  })
  const facts = { target: askedText(target), share: tenths(shareAsked), room: money(wanted, currency), whole: money(whole, currency) }
  if (verdict === 'blocked') return [said, text('check-market-over', facts)]
  return [said, text(target.amount > wanted ? 'check-market-beyond' : 'check-market-within', facts)]
}

function pointsOf(points: number) {
  const value = tenths(points)
  return { sign: signOf(value), points: Math.abs(value) }
}

function suggestionText(suggestion: AchievableSuggestion): Text {
  switch (suggestion.code) {
    case 'ladder':
    case 'lower': {
      const { target, amount } = suggestion
      const facts = {
        metric: metricName(target.metric),
        amount: amountOf(amount, target.currency),
        wish: amountOf(target.amount, target.currency),
      }
      return text(suggestion.code === 'ladder' ? 'check-suggest-ladder' : 'check-suggest-lower', facts)
    }
    case 'share-out':
      return text('check-suggest-share-out', { metric: metricName(suggestion.target.metric), name: suggestion.name })
    case 'say-market':
      return text('check-suggest-market')
    case 'within-share': {
      const { target, amount } = suggestion
      return text('check-suggest-within-share', { metric: metricName(target.metric), amount: amountOf(amount, target.currency) })
    }
    case 'say-source':
      return text('check-suggest-source')
    case 'seen-rate': {
      const { from, to, seen } = suggestion
      return text('check-suggest-seen-rate', { from: metricName(from), to: metricName(to), seen: percent(seen) })
    }
    case 'look-again':
      return text('check-suggest-look-again')
    default:
      return unreachable(suggestion)
  }
}
