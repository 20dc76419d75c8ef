import type { MetricLanding } from '../../app/forecast/landings.js'
import type { TargetView } from '../../app/target/read.js'
import { type LandingPart, LEAST_DAYS } from '../../core/forecast/run/landing-point.js'
import { inPassing } from '../in-passing.js'
import type { Card, Line } from '../model.js'
import { list, metricName, period as periodArg, share, type Text, text } from '../text.js'
import { isForecast, landsText, recordText, sourceTexts } from './landing.js'

/** How each number's landing point came about: what it rests on, by which method, what the plain run rate says, and its record. */
export function landingCard(view: TargetView): Card {
  const { of, period, landings, standings } = view
  const ahead = landings.filter(({ landing }) => landing.workingDaysLeft > 0)
  const facts = { period: periodArg(period.id), name: of.name }
  const titled = of.kind === 'me' ? text('landing-title-me', facts) : text('landing-title-other', facts)
  if (ahead.length === 0) {
    return { title: titled, lines: [{ kind: 'text', text: text(standings.length === 0 ? 'landing-no-target' : 'landing-over', facts) }] }
  }
  return {
    title: titled,
    lines: ahead.flatMap((each) => howLines(each, view)),
    note: text(ahead.some(({ sources }) => sources !== undefined) ? 'landing-note-deals' : 'landing-note'),
  }
}

function howLines(of: MetricLanding, { standings }: TargetView): Line[] {
  const { metric, currency, landing, record } = of
  const done = standings.find((each) => each.metric === metric)?.pace.done ?? 0n
  const { daysKnown, since, workingDaysLeft, runRate } = landing
  const rests =
    since === undefined ? [] : [text('landing-how-days', { days: daysKnown, since: periodArg(since.toPlainYearMonth().toString()) })]
  return [
    { kind: 'heading', text: metricName(metric) },
    {
      kind: 'list',
      items: [
        isForecast(of) ? landsText(of) : text('landing-how-too-short', { days: daysKnown, needed: LEAST_DAYS }),
        text('landing-how-done', { done: inPassing(done, currency), days: workingDaysLeft }),
        ...rests,
        ...(isForecast(of) ? methodTexts(of.landing) : []),
        ...sourceTexts(of),
        text('landing-how-run-rate', { amount: inPassing(runRate, currency) }),
        ...(isForecast(of) ? [recordText(record)] : []),
      ],
    },
  ]
}

/** What makes up less of a forecast is not worth the words. */
const TOLD_SHARE = 0.05

function methodTexts({ parts, hasRhythm }: { readonly parts: readonly LandingPart[]; readonly hasRhythm: boolean }): Text[] {
  const told = groups(parts).filter(({ share: part }) => part >= TOLD_SHARE)
  const items = told.map(({ key, share: part }) => text(key, { share: share(part) }))
  return [
    ...(items.length === 0 ? [] : [text('landing-how-method', { parts: list(items) })]),
    ...(hasRhythm ? [text('landing-how-rhythm')] : []),
  ]
}

const WORDS = {
  mean: 'landing-part-mean',
  theta: 'landing-part-trend',
  'damped trend': 'landing-part-trend',
  changes: 'landing-part-changes',
  'last season': 'landing-part-season',
  deals: 'landing-part-deals',
} as const satisfies Record<LandingPart['method'], string>

/** Two ways to follow the trend are one to whoever reads it. */
function groups(parts: readonly LandingPart[]) {
  const keys = [...new Set(parts.map(({ method }) => WORDS[method]))]
  const sumOf = (key: string) => parts.reduce((sum, { method, share: part }) => (WORDS[method] === key ? sum + part : sum), 0)
  return keys.map((key) => ({ key, share: sumOf(key) })).toSorted((a, b) => b.share - a.share)
}
