import type { Review } from '../../app/review/read-review.js'
import type { Button, Card, Line } from '../model.js'
import { date, period as periodArg, type Text, text } from '../text.js'
import { aheadLines } from './landing.js'
import { monthLines } from './monthly.js'
import { correctionLines } from './monthly-correction.js'
import { notHeardFromLine, weekLines } from './weekly.js'
import { whyTargetsButtons } from './weekly-attainment.js'

/** A day, week or month as one member may see it: what was published, or how it stands now and that it may change. */
export function reviewCard(review: Review): Card {
  return {
    title: text('review-title', { period: periodArg(review.period) }),
    lines: [{ kind: 'text', text: stateText(review) }, ...figureLines(review)],
    buttons: buttonsOf(review),
    ...(review.kind === 'month' && review.figures !== null ? { note: text('monthly-rules') } : {}),
  }
}

function stateText({ kind, state, period, figures }: Review): Text {
  if (state.kind === 'published') return text('review-published', { date: date(state.on, 'weekday') })
  if (kind === 'day') return text('review-day')
  const soFar = figures?.soFar
  const about = { period: periodArg(period) }
  if (soFar === undefined) return text('review-running', about)
  const { days, of, through } = soFar
  if (through === null || days === 0) return text('review-running-start', { ...about, of })
  return text('review-running-so-far', { ...about, days, of, through: date(through, 'weekday') })
}

function figureLines(review: Review): Line[] {
  if (review.figures === null) return [{ kind: 'text', text: text('review-nothing') }]
  if (review.kind === 'month') {
    const { correction, figures } = review
    const corrected: Line[] =
      correction === undefined ? [] : [{ kind: 'heading', text: text('review-corrected') }, ...correctionLines(correction)]
    return [...corrected, ...aheadLines(review.landings), ...monthLines(figures, review.state.kind === 'running' ? 'running' : 'announced')]
  }
  const { figures, notHeardFrom } = review
  const forManagers: Line[] =
    notHeardFrom.length === 0 ? [] : [{ kind: 'heading', text: text('review-not-heard-from') }, notHeardFromLine(notHeardFrom)]
  return [...weekLines(figures), ...forManagers]
}

function buttonsOf({ kind, period, figures, teamId, earlier }: Review): Button[] {
  return [
    ...whyTargetsButtons(period, teamId, figures?.attainment ?? []),
    ...(earlier === undefined
      ? []
      : [{ label: text('review-button-earlier', { period: periodArg(earlier) }), action: `review:turn:${kind}:${earlier}:${teamId}` }]),
    ...(['day', 'week', 'month'] as const)
      .filter((other) => other !== kind)
      .map((other) => ({ label: text(`review-button-${other}`), action: `review:turn:${other}::${teamId}` })),
  ]
}
