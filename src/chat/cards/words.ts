import type { Temporal } from 'temporal-polyfill'
import { currencyOf } from '../../app/check-in/day.js'
import type { CheckInDay } from '../../app/check-in/read-day.js'
import type { WordsRead } from '../../core/checkin/read-words.js'
import type { Team } from '../../store/repository/teams.js'
import type { Button, Card, Line } from '../model.js'
import { teamLines } from '../team-meant.js'
import { amountOf, asTyped, date, list, metricName, period as periodArg, type Text, text } from '../text.js'

interface Echo extends WordsRead {
  /** Under which the words wait for a yes. */
  readonly id: string
  readonly on: Temporal.PlainDate
  readonly team: Pick<Team, 'currency'>
  /** Its name, where somebody has several. */
  readonly inTeam: string | undefined
  readonly day: CheckInDay
  /** The month whose top seller was asked for a case, which these words may be. */
  readonly caseOf?: string | undefined
}

/** What was understood of somebody's words; nothing counts until they say so. */
export function echoCard({ id, on, team, inTeam, day, entries, note, unread, caseOf }: Echo): Card {
  const before = (metric: string) => day.numbers.find((number) => number.metric === metric)?.done ?? 0n
  // What nobody asked for may not stand in the day yet.
  const currencyIn = (metric: string) =>
    (day.numbers.find((number) => number.metric === metric) ?? { currency: currencyOf(metric, team) }).currency
  const isMore = entries.some(({ metric }) => before(metric) !== 0n)
  return {
    title: text('words-title', { on: date(on, 'weekday') }),
    lines: [
      ...(entries.length === 0
        ? []
        : [{ kind: 'list' as const, items: entries.map((entry) => understood(entry, before(entry.metric), currencyIn(entry.metric))) }]),
      ...(note === ''
        ? []
        : [
            { kind: 'text' as const, text: text('note-said-note') },
            { kind: 'quote' as const, text: asTyped(note) },
          ]),
      ...unreadLines(unread),
      ...teamLines(inTeam),
      ...(caseOf === undefined ? [] : [{ kind: 'text' as const, text: text('words-case', { period: periodArg(caseOf) }) }]),
    ],
    buttons: [...(caseOf === undefined ? [] : [{ label: text('words-button-case'), action: `words:case:${id}` }]), ...buttons(id, isMore)],
  }
}

function understood({ metric, amount }: WordsRead['entries'][number], before: bigint, currency: string | undefined): Text {
  const facts = { metric: metricName(metric), amount: amountOf(amount, currency) }
  return before === 0n ? text('check-in-goal', facts) : text('words-more', { ...facts, total: amountOf(before + amount, currency) })
}

function unreadLines(unread: readonly string[]): Line[] {
  return unread.length === 0 ? [] : [{ kind: 'text', text: text('words-unread', { words: list(unread), count: unread.length }) }]
}

/** What is already there can be added to, or said anew as the day's totals. */
function buttons(id: string, isMore: boolean): Button[] {
  return [
    { label: text(isMore ? 'words-button-add' : 'words-button-save'), action: `words:save:${id}`, style: 'primary' },
    ...(isMore ? [{ label: text('words-button-totals'), action: `words:totals:${id}` }] : []),
    { label: text('button-edit'), action: `words:edit:${id}` },
    { label: text('words-button-drop'), action: `words:drop:${id}` },
  ]
}

/** @param why to somebody who says nothing that can be kept: no number, a file, a wish to take something back */
export function nothingReadCard(why: 'words-nothing' | 'words-wordless' | 'words-undo' = 'words-nothing'): Card {
  return {
    lines: [{ kind: 'text', text: text(why) }],
    buttons: [
      { label: text('check-in'), action: 'check-in:open', style: 'primary' },
      { label: text('button-help'), action: 'help:open' },
    ],
  }
}
