import type { FoundCase, FoundCases } from '../../app/case/find-cases.js'
import type { CaseRequestPost, CaseSharedPost } from '../../app/review/post.js'
import type { Card, Line } from '../model.js'
import { asTyped, date, period as periodArg, text } from '../text.js'

/** To the top seller in private. */
export function caseRequestCard({ teamId, team, period }: CaseRequestPost): Card {
  return {
    title: text('case-request-title', { period: periodArg(period) }),
    lines: [{ kind: 'text', text: text('case-request-text', { team }) }],
    buttons: [{ label: text('case-button-tell'), action: `case:tell:${teamId}:${period}`, style: 'primary' }],
  }
}

/** In the announcement's thread. */
export function caseSharedCard({ name, period, words }: CaseSharedPost): Card {
  return {
    title: text('case-shared-title', { name, period: periodArg(period) }),
    lines: [{ kind: 'quote', text: asTyped(words) }],
    note: text('case-shared-note'),
  }
}

/** The library's newest cases, or those found. */
export function caseListCard({ teamId, words, cases, isCut }: FoundCases): Card {
  const none = words === '' ? text('case-none') : text('case-none-found', { words })
  return {
    title: words === '' ? text('case-title') : text('case-found', { words }),
    lines: cases.length === 0 ? [{ kind: 'text', text: none }] : cases.flatMap(caseLines),
    buttons: [{ label: text('case-button-add'), action: `case:add:${teamId}` }],
    ...(isCut ? { note: text('case-more') } : {}),
  }
}

function caseLines({ on, kind, words, name }: FoundCase): Line[] {
  const facts = { date: date(on), kind: text(`case-kind-${kind}`) }
  return [
    { kind: 'text', text: name === undefined ? text('case-entry-unnamed', facts) : text('case-entry', { ...facts, name }) },
    { kind: 'quote', text: asTyped(words) },
  ]
}
