import type { Temporal } from 'temporal-polyfill'
import type { Actor } from '../../app/access/visitor.js'
import { currencyOf, type DayNumber } from '../../app/check-in/day.js'
import type { LogChangedPost } from '../../app/check-in/post.js'
import { METRICS } from '../../core/plan/metric.js'
import type { Entry } from '../../store/repository/entries.js'
import type { Team } from '../../store/repository/teams.js'
import type { Card } from '../model.js'
import { teamLines } from '../team-meant.js'
import { amountOf, date, list, metricName, text } from '../text.js'
import { reportedTexts } from './day-numbers.js'

interface LoggedShown {
  readonly actor: Actor
  readonly on: Temporal.PlainDate
  readonly added: readonly Entry[]
  readonly numbers: readonly DayNumber[]
  readonly undoId: string
  /** What was no number: it is said that it was not kept. */
  readonly note: string
  /** The team's name, where somebody has several. */
  readonly inTeam: string | undefined
  /** Whose day it was, if not one's own. */
  readonly member: string | undefined
}

/** What was added, and how the day stands with it. */
export function loggedCard({ actor, on, added, numbers, undoId, note, inTeam, member }: LoggedShown): Card {
  const reported = reportedTexts(numbers)
  const facts = { entries: entriesText(added, actor.team), on: date(on, 'weekday') }
  return {
    title: member === undefined ? text('log-added', facts) : text('log-added-for', { ...facts, name: member }),
    lines: [
      ...(reported.length === 0 ? [] : [{ kind: 'list' as const, items: reported }]),
      ...(note === '' ? [] : [{ kind: 'text' as const, text: text('log-note-left', { words: note }) }]),
      ...teamLines(inTeam),
    ],
    buttons: [{ label: text('button-undo'), action: `log:undo:${actor.team.id}:${undoId}` }],
  }
}

export function logUndoneCard(taken: readonly Entry[], team: Pick<Team, 'currency'>): Card {
  return { lines: [{ kind: 'text', text: text('log-undone', { entries: entriesText(taken, team) }) }] }
}

/** To the member whose numbers somebody else changed. */
export function logChangedCard({ change, by, on, entries }: LogChangedPost): Card {
  const said = list(
    entries.map(({ metric, amount, currency }) =>
      text('check-in-goal', { metric: metricName(metric), amount: amountOf(amount, currency) }),
    ),
  )
  return { lines: [{ kind: 'text', text: text(`log-told-${change}`, { by, on: date(on, 'weekday'), entries: said }) }] }
}

function entriesText(entries: readonly Entry[], team: Pick<Team, 'currency'>) {
  return list(
    entries
      .toSorted(usualOrder)
      .map(({ metric, amount }) =>
        text('check-in-goal', { metric: metricName(metric), amount: amountOf(amount, currencyOf(metric, team)) }),
      ),
  )
}

function usualOrder(a: Entry, b: Entry): number {
  return METRICS.findIndex(({ key }) => key === a.metric) - METRICS.findIndex(({ key }) => key === b.metric)
}
