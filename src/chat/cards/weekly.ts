import { type BottleneckFigures, type Saying, type WeeklyShown, weeklyShown } from '../../app/review/figures.js'
import type { WeeklyManagersPost, WeeklyPost } from '../../app/review/post.js'
import type { Fraction } from '../../core/amount/fraction.js'
import type { MetricKey } from '../../core/plan/metric.js'
import { inPassing } from '../in-passing.js'
import type { MessageKey } from '../messages.generated.js'
import type { Card, Line } from '../model.js'
import { date, list, metricName, money, period as periodArg, share, type Text, text } from '../text.js'
import { boardSection, myPlaceButton } from './leaderboard.js'
import { attainmentLines, whyTargetsButtons } from './weekly-attainment.js'

/** The week's leaderboard and retrospective in the team's conversation. */
export function weeklyCard({ teamId, period, late, figures }: WeeklyPost): Card {
  const week = weeklyShown.parse(figures)
  return {
    title: text('weekly-title', { team: week.team, period: periodArg(period) }),
    lines: [...(late ? [{ kind: 'text' as const, text: text('weekly-late') }] : []), ...weekLines(week)],
    buttons: [
      ...(week.board === null ? [] : [myPlaceButton('week', teamId)]),
      ...whyTargetsButtons(period, teamId, week.attainment),
      { label: text('case-button-add'), action: `case:add:${teamId}` },
    ],
    note: text('weekly-note', { id: period }),
  }
}

/** To a manager alone. */
export function weeklyManagersCard({ team, period, notHeardFrom }: WeeklyManagersPost): Card {
  return {
    title: text('weekly-managers-title', { team, period: periodArg(period) }),
    lines: [notHeardFromLine(notHeardFrom)],
    note: text('weekly-managers-note'),
  }
}

/** Who missed equally many days stands in one line: in a large team most do. Those longest away come first. */
export function notHeardFromLine(members: readonly { name: string; missedDays: number }[]): Line {
  const days = [...new Set(members.map(({ missedDays }) => missedDays))].toSorted((a, b) => b - a)
  const namesOf = (missed: number) => members.flatMap(({ name, missedDays }) => (missedDays === missed ? [name] : []))
  return { kind: 'list', items: days.map((missed) => text('weekly-managers-members', { names: list(namesOf(missed)), days: missed })) }
}

/** What a week came to: attainment, board, bottleneck, promises and wins; what there is none of is left out. */
export function weekLines({ soFar, attainment, keyActions = [], board, bottleneck, actions, wins }: WeeklyShown): Line[] {
  return [
    ...(attainment.length === 0 ? [] : [heading('weekly-results'), ...attainmentLines(attainment)]),
    ...keyActionLines(keyActions),
    ...boardSection(board),
    ...bottleneckLines(bottleneck, soFar?.through ?? undefined),
    ...actionLines(actions),
    ...(wins.length === 0 ? [] : [heading('weekly-wins'), sayingsList(wins, 'weekly-said')]),
  ]
}

function heading(key: 'weekly-results' | 'weekly-funnel' | 'weekly-actions' | 'weekly-wins'): Line {
  return { kind: 'heading', text: text(key) }
}

/** "Key actions: 12 of 15 · 8 of 10 in-depth visits, 4 of 5 trade shows" */
function keyActionLines(counts: Exclude<WeeklyShown['keyActions'], undefined>): Line[] {
  if (counts.length === 0) return []
  const [done, asked] = [counts.reduce((sum, each) => sum + each.done, 0), counts.reduce((sum, each) => sum + each.asked, 0)]
  const actions = list(counts.map((each) => text('weekly-key-action', { ...each })))
  return [{ kind: 'text', text: text('weekly-key-actions', { done, asked, actions }) }]
}

/** @param through in a running week, the last day that counts */
function bottleneckLines(bottleneck: BottleneckFigures, through: string | undefined): Line[] {
  if (bottleneck.state === 'no-plan') return []
  const title: Line =
    through === undefined
      ? heading('weekly-funnel')
      : { kind: 'heading', text: text('weekly-funnel-so-far', { through: date(through, 'weekday') }) }
  if (bottleneck.state === 'none')
    return [title, { kind: 'text', text: text(through === undefined ? 'weekly-gap-none' : 'weekly-gap-none-so-far') }]
  const { gap, currency, worth } = bottleneck
  const stage = gap.kind === 'entry' ? gap.stage : gap.to
  return [
    title,
    { kind: 'text', text: gapText(gap) },
    {
      kind: 'text',
      text: currency === undefined ? text('weekly-gap-most') : text('weekly-gap-cost', { cost: money(rounded(gap.cost), currency) }),
    },
    ...(currency === undefined || worth === undefined ? [] : [{ kind: 'small' as const, text: workingText(gap, worth, currency) }]),
    ...(TO_TRY[stage] === undefined ? [] : [{ kind: 'text' as const, text: text(TO_TRY[stage]) }]),
    ...(gap.isSmallSample
      ? [
          {
            kind: 'text' as const,
            text: text(through === undefined ? 'weekly-gap-small' : 'weekly-gap-small-so-far', { count: gap.sampleSize }),
          },
        ]
      : []),
  ]
}

/** A first step for each stage of the funnel. */
const TO_TRY: Readonly<Partial<Record<MetricKey, MessageKey>>> = {
  leads: 'weekly-try-leads',
  visits: 'weekly-try-visits',
  proposals: 'weekly-try-proposals',
  negotiations: 'weekly-try-negotiations',
  deals: 'weekly-try-deals',
}

type FoundGap = Extract<BottleneckFigures, { state: 'found' }>

function gapText(gap: FoundGap['gap']): Text {
  if (gap.kind === 'entry') return text('weekly-gap-entry', { stage: metricName(gap.stage), done: gap.actual, planned: gap.planned })
  return text('weekly-gap-conversion', {
    from: metricName(gap.from),
    to: metricName(gap.to),
    before: gap.sampleSize,
    done: gap.actual?.num ?? 0n,
    actual: share(gap.actual === null ? 0 : ratio(gap.actual)),
    planned: share(ratio(gap.planned)),
  })
}

/** How the gap's worth was worked out, in its own figures. */
function workingText(gap: FoundGap['gap'], worth: Exclude<FoundGap['worth'], undefined>, currency: string): Text {
  const facts = { last: metricName(worth.stage), lastPlanned: worth.planned, deal: inPassing(worth.averageDeal, currency) }
  if (gap.kind === 'entry') return text('weekly-gap-working-entry', { ...facts, planned: gap.planned, done: gap.actual })
  const { num: toPlanned, den: fromPlanned } = gap.planned
  const step = { before: gap.sampleSize, toPlanned, fromPlanned, done: gap.actual?.num ?? 0n, deal: facts.deal }
  return gap.to === worth.stage ? text('weekly-gap-working-last', step) : text('weekly-gap-working-step', { ...facts, ...step })
}

function ratio({ num, den }: Fraction): number {
  return Number(num) / Number(den)
}

/** An estimate to two figures: to the cent it would pretend to know. */
function rounded(amount: bigint): bigint {
  const scale = 10n ** BigInt(Math.max(0, String(amount).length - 2))
  return ((amount + scale / 2n) / scale) * scale
}

function actionLines({ done, carriedOver }: WeeklyShown['actions']): Line[] {
  if (done.length + carriedOver.length === 0) return []
  return [
    heading('weekly-actions'),
    { kind: 'text', text: text('weekly-actions-count', { done: done.length, open: carriedOver.length }) },
    ...(done.length === 0 ? [] : [sayingsList(done, 'weekly-action-done')]),
    ...(carriedOver.length === 0 ? [] : [sayingsList(carriedOver, 'weekly-action-open')]),
  ]
}

/** More would not be read. */
const SAYINGS_SHOWN = 6

function sayingsList(sayings: readonly Saying[], key: 'weekly-said' | 'weekly-action-done' | 'weekly-action-open'): Line {
  const newest = sayings.slice(-SAYINGS_SHOWN)
  const left = sayings.length - newest.length
  return {
    kind: 'list',
    items: [...newest.map(({ name, words }) => text(key, { name, words })), ...(left === 0 ? [] : [text('weekly-more', { count: left })])],
  }
}
