import type { BoardRow, BoardShown } from '../../app/review/figures.js'
import type { BoardPeriod, SeenBoard } from '../../app/review/see-board.js'
import type { Button, Card, Line } from '../model.js'
import { amountOf, list, metricName, period as periodArg, share, type Text, text } from '../text.js'
import { attainmentLine } from './weekly-attainment.js'

/** A running period's board, as one member may see it. */
export function leaderboardCard({ teamId, team, kind, period, board }: SeenBoard): Card {
  return {
    title: text('board-title', { team, period: periodArg(period) }),
    lines: board === null ? [{ kind: 'text', text: text('board-none', { period: periodArg(period) }) }] : boardLines(board),
    buttons: BOARD_PERIODS.filter((other) => other !== kind).map((other) => ({
      label: text(`board-button-${other}`),
      action: `leaderboard:turn:${other}:${teamId}`,
    })),
    ...(board === null ? {} : { note: boardRules(board) }),
  }
}

export const BOARD_PERIODS: readonly BoardPeriod[] = ['week', 'month', 'quarter']

/** Stands under public posts: whoever presses it is answered in private. */
export function myPlaceButton(kind: BoardPeriod, teamId: string): Button {
  return { label: text('board-button-mine'), action: `leaderboard:show:${kind}:${teamId}` }
}

/** The best few, whoever looks among those next to them, the others by name, and the team's sum. */
export function boardLines(board: BoardShown): Line[] {
  const { metric, currency, best, aroundMe, others, team } = board
  const rest = aroundMe.filter((row) => best.every(({ memberId }) => memberId !== row.memberId))
  return [
    { kind: 'heading', text: text('board-heading', { metric: metricName(metric) }) },
    ...(best.length === 0 ? [] : [boardTable(best, board)]),
    ...(rest.length === 0 ? [] : [{ kind: 'text' as const, text: text('board-around') }, boardTable(aroundMe, board)]),
    ...streakLine([...best, ...rest]),
    ...(others.length === 0 ? [] : [{ kind: 'text' as const, text: text('board-others', { names: list(others) }) }]),
    attainmentLine(text('board-team'), { ...team, currency }),
  ]
}

function boardTable(rows: readonly BoardRow[], { currency, isCompared }: BoardShown): Line {
  return {
    kind: 'table',
    columns: [
      { label: text('board-column-name'), align: 'start' },
      { label: text('board-column-share'), align: 'end' },
      { label: text('board-column-done'), align: 'end' },
    ],
    rows: rows.map((row) => [
      rankedName(row, isCompared),
      text('as-typed', { words: share(row.attainmentShare) }),
      text('as-typed', { words: amountOf(row.done, currency) }),
    ]),
  }
}

function rankedName({ rank, name, movement }: BoardRow, isCompared: boolean): Text {
  if (!isCompared || movement === 0) return text('board-row', { rank, name })
  if (movement === 'new') return text('board-row-new', { rank, name })
  return movement > 0 ? text('board-row-up', { rank, name, steps: movement }) : text('board-row-down', { rank, name, steps: -movement })
}

/** A streak is worth a word from here on. */
const STREAK_SHOWN = 3

function streakLine(rows: readonly BoardRow[]): Line[] {
  const streaks = rows.filter(({ streak }) => streak >= STREAK_SHOWN).toSorted((a, b) => b.streak - a.streak)
  if (streaks.length === 0) return []
  const words = streaks.map(({ name, streak }) => text('board-streak', { name, days: streak }))
  return [{ kind: 'text', text: text('board-streaks', { streaks: list(words) }) }]
}

/** How ranks come about, and what the team shows of them: printed under every board. */
export function boardRules({ setting }: BoardShown): Text {
  switch (setting.kind) {
    case 'names':
      return text('board-rules-names', { best: setting.best })
    case 'best':
      return text('board-rules-best', { best: setting.best })
    case 'team-only':
      return text('board-rules-team-only')
  }
}
