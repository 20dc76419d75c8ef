import type { BoardRow, BoardShown } from '../../app/review/figures.js'
import type { BoardPeriod, SeenBoard } from '../../app/review/see-board.js'
import { inPassing } from '../in-passing.js'
import type { Button, Card, Line } from '../model.js'
import { list, metricName, period as periodArg, share, type Text, text } from '../text.js'
import { whyButton } from './target-buttons.js'
import { attainmentLine } from './weekly-attainment.js'

/** A running period's board, as one member may see it. */
export function leaderboardCard({ teamId, team, kind, period, board, hasTarget, whose }: SeenBoard): Card {
  return {
    title: text('board-title', { team, period: periodArg(period) }),
    lines:
      board === null
        ? [{ kind: 'text', text: text(hasTarget ? 'board-zero' : 'board-none', { period: periodArg(period) }) }]
        : [...boardLines(board), attainmentLine(text('board-team'), { ...board.team, currency: board.currency })],
    buttons: [
      ...(board === null ? [] : [whyButton(period, teamId, whose)]),
      ...BOARD_PERIODS.filter((other) => other !== kind).map((other) => ({
        label: text(`board-button-${other}`),
        action: `leaderboard:turn:${other}:${teamId}`,
      })),
    ],
    ...(board === null ? {} : { note: boardRules(board) }),
  }
}

export const BOARD_PERIODS: readonly BoardPeriod[] = ['week', 'month', 'quarter']

/** Stands under public posts: whoever presses it is answered in private. */
export function myPlaceButton(kind: BoardPeriod, teamId: string): Button {
  return { label: text('board-button-mine'), action: `leaderboard:show:${kind}:${teamId}` }
}

/** The best few, whoever looks among those next to them, and the others by name; nothing where the team shows itself as a whole only. */
function boardLines(board: BoardShown): Line[] {
  const { metric, best, aroundMe, others } = board
  const isNextToBest = aroundMe.some((row) => isIn(best, row))
  const rest = aroundMe.filter((row) => !isIn(best, row))
  const tables = isNextToBest || best.length === 0 ? [[...best, ...rest]] : [best, rest]
  const [top = [], around = []] = tables
  if (top.length === 0) return []
  const heading: Line = { kind: 'heading', text: text('board-heading', { metric: metricName(metric) }) }
  // Before the first number all would share the first place.
  if (top.every(({ done }) => done === 0n)) return [heading, { kind: 'text', text: text('board-untouched') }]
  return [
    heading,
    boardTable(top, board),
    ...(around.length === 0 ? [] : [{ kind: 'text' as const, text: text('board-around') }, boardTable(around, board)]),
    ...streakLine([...best, ...rest]),
    ...(others.length === 0 ? [] : [{ kind: 'text' as const, text: text('board-others', { names: list(others) }) }]),
  ]
}

function isIn(rows: readonly BoardRow[], { memberId }: BoardRow): boolean {
  return rows.some((row) => row.memberId === memberId)
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
      text('as-typed', { words: inPassing(row.done, currency) }),
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
function boardRules({ setting, isCompared }: BoardShown): Text {
  const facts = { best: setting.best, compared: isCompared ? 'yes' : 'no' }
  switch (setting.kind) {
    case 'names':
      return text('board-rules-names', facts)
    case 'best':
      return text('board-rules-best', facts)
    case 'team-only':
      return text('board-rules-team-only')
  }
}

/** The board with its rules, where it is one part of a post. */
export function boardSection(board: BoardShown | null): Line[] {
  if (board === null) return []
  const lines = boardLines(board)
  return lines.length === 0 ? [] : [...lines, { kind: 'small', text: boardRules(board) }]
}
