import type { Period } from '../../../core/calendar/period.js'
import type { Asked } from '../../../core/plan/checks/check.js'
import type { BusinessLine, SpecificCheck, SpecificFinding, SpecificSuggestion, WeeklyRest } from '../../../core/plan/checks/specific.js'
import type { ActionBasis, WeeklyActions } from '../../../core/plan/weekly-actions.js'
import { amountOf, list, metricName, type Text, text } from '../../text.js'
import { unreachable } from '../../unreachable.js'
import { rateText } from './measurable.js'
import { askedText, percent, tenths } from './words.js'

/** What each target names, and what it asks of a week. */
export function specificLines({ findings, suggestion }: SpecificCheck, { kind }: Period): Text[] {
  const named = findings.filter((finding) => finding.code === 'named')
  const owners = Math.max(0, ...named.map((finding) => finding.owners))
  const unsaid = findings.filter((finding) => finding.code === 'carrier-unsaid').map(({ metric }) => metricName(metric))
  return [
    ...(named.length === 0 ? [] : [text('check-specific-named', { targets: list(named.map(namedText)), owners })]),
    ...findings.flatMap((finding) => findingText(finding, kind)),
    ...(unsaid.length === 0 ? [] : [text('check-specific-carrier-unsaid', { metrics: list(unsaid) })]),
    ...(suggestion === undefined ? [] : [suggestionText(suggestion)]),
  ]
}

function suggestionText(suggestion: SpecificSuggestion): Text {
  return suggestion.code === 'say-carrier'
    ? text('check-suggest-carrier')
    : text('check-suggest-ask-or-drop', { metric: metricName(suggestion.metric) })
}

function namedText(named: SpecificFinding & { code: 'named' }): Text {
  const target = askedText(named)
  // A tree says it better than the one word that stands for all of it.
  if (named.lines.length > 1 && named.amount > 0n)
    return text('check-specific-split', { target, lines: list(named.lines.map((line) => lineText(line, named.amount))) })
  // “New customers 20 (by new customers)” says nothing.
  return named.carrier === undefined || named.metric === 'new-customers'
    ? target
    : text('check-specific-carried', { target, carrier: text(`carrier-${named.carrier}`) })
}

function lineText({ name, amount }: BusinessLine, whole: bigint): Text {
  return text('deal-focus-part', { focus: name, share: tenths(Number(amount) / Number(whole)) })
}

function findingText(finding: SpecificFinding, period: Period['kind']): Text[] {
  switch (finding.code) {
    case 'named':
    case 'carrier-unsaid':
      return [] // told together
    case 'weekly':
      return [weeklyText(finding, period), basisText(finding.weekly.basis)]
    case 'carrier-contradicts':
      return [
        text('check-specific-carrier-contradicts', { metric: metricName(finding.metric), carrier: text(`carrier-${finding.carrier}`) }),
      ]
    case 'nothing-asked':
      return [text('check-specific-nothing', { metric: metricName(finding.metric) })]
    default:
      return unreachable(finding)
  }
}

/** "20 new customers a quarter → 5 visits a week to high-potential customers, 3 of them into negotiation". */
export function weeklyText({ metric, currency, amount, weekly }: Weekly, period: Period['kind']): Text {
  const result = metric === 'new-customers' ? 'customers' : 'deals'
  const target = text(`check-result-${result}`, { amount: amountOf(amount, currency), period })
  const { visits, negotiations, rest } = weekly
  const asked = rest === undefined ? target : text('check-specific-rest', { target, left: rest.left, weeks: rest.weeks })
  return text('check-specific-weekly', { target: asked, visits, negotiations })
}

type Weekly = Asked & { readonly weekly: WeeklyActions & { readonly rest?: WeeklyRest | undefined } }

/** What the rates behind a week's visits rest on, with their cases. */
function basisText(basis: ActionBasis): Text {
  if (basis.kind === 'steps') return text('check-actions-steps', { negotiated: rateText(basis.negotiated), won: rateText(basis.won) })
  return text('check-actions-whole-way', { won: rateText(basis.won), rate: percent(basis.ofNegotiations) })
}
