import type { TimeBoundCheck, TimeBoundFinding, TimeBoundSuggestion } from '../../../core/plan/checks/time-bound.js'
import { list, metricName, type Text, text } from '../../text.js'
import { unreachable } from '../../unreachable.js'
import { askedText } from './words.js'

/** On how many working days the targets fall, and what reaches none. */
export function timeBoundLines({ findings, suggestion }: TimeBoundCheck): Text[] {
  return [...findings.map(findingText), ...(suggestion === undefined ? [] : [suggestionText(suggestion)])]
}

function findingText(finding: TimeBoundFinding): Text {
  switch (finding.code) {
    case 'reaches': {
      const { people, fewestDays, mostDays } = finding
      if (fewestDays === mostDays) return text('check-days', { people, days: mostDays })
      return text('check-days-between', { people, fewest: fewestDays, most: mostDays })
    }
    case 'dayless':
      return text(finding.split === 'by-hand' ? 'check-dayless' : 'check-dayless-equal', {
        names: list(finding.names),
        count: finding.names.length,
        metrics: list(finding.metrics.map(({ metric }) => metricName(metric))),
      })
    case 'too-few':
      return text('check-too-few', { target: askedText(finding.target), names: list(finding.names), count: finding.names.length })
    default:
      return unreachable(finding)
  }
}

function suggestionText(suggestion: TimeBoundSuggestion): Text {
  switch (suggestion.code) {
    case 'leave-out':
      return text('check-suggest-leave-out', { names: list(suggestion.names) })
    case 'check-leave':
      return text('check-suggest-check-leave', { names: list(suggestion.names) })
    case 'fewer-people':
      return text('check-suggest-fewer-people', { metric: metricName(suggestion.target.metric) })
    default:
      return unreachable(suggestion)
  }
}
