import type { RelevantCheck, RelevantFinding, RelevantSuggestion } from '../../../core/plan/checks/relevant.js'
import { list, metricName, type Text, text } from '../../text.js'
import { unreachable } from '../../unreachable.js'
import { focusPart, tenths } from './words.js'

/** How the effort falls on the strategy, and what of it lies off it. */
export function relevantLines({ findings, suggestion }: RelevantCheck): Text[] {
  return [...findings.map(findingText), ...(suggestion === undefined ? [] : [suggestionText(suggestion)])]
}

function findingText(finding: RelevantFinding): Text {
  switch (finding.code) {
    case 'focus':
      return text('check-focus', { focus: finding.name, planned: tenths(finding.planned), wanted: tenths(finding.wanted) })
    case 'off-strategy': {
      const { share, room, targets } = finding
      if (targets.length === 0) return text('check-off-none')
      const parts = targets.map((each) => text('check-off-part', { metric: metricName(each.metric), share: tenths(each.share) }))
      return text('check-off', { share: tenths(share), room: tenths(room), parts: list(parts) })
    }
    case 'deals': {
      const { focuses, off } = finding.byFocus
      return text(`check-deals-${finding.which}`, { parts: list(focuses.map(focusPart)), off: tenths(off.share) })
    }
    case 'unknown-focus':
      return finding.known.length === 0
        ? text('check-focus-none-known', { names: list(finding.names) })
        : text('check-focus-unknown', { names: list(finding.names), known: list(finding.known) })
    case 'no-strategy':
      return text('check-no-strategy')
    default:
      return unreachable(finding)
  }
}

function suggestionText(suggestion: RelevantSuggestion): Text {
  switch (suggestion.code) {
    case 'say-focus':
      return text('check-suggest-focus')
    case 'tag':
      return text('check-suggest-tag', { metric: metricName(suggestion.metric) })
    case 'shift':
      return text('check-suggest-shift', { focus: suggestion.to })
    case 'retag':
      return text('check-suggest-retag', { focus: suggestion.name })
    default:
      return unreachable(suggestion)
  }
}
