import { periodContaining } from '../../core/calendar/period.js'
import type { MemberId } from '../../core/id.js'
import { streak } from '../../core/pace/streak.js'
import type { Viewer } from '../../core/review/visible-board.js'
import type { Actor } from '../access/visitor.js'
import type { App } from '../app.js'
import { boardOf } from './board.js'
import { dayStates, STREAK_DAYS } from './day-states.js'
import { type BoardShown, monthlyFigures, weeklyFigures } from './figures.js'
import { numbersOf, readRows } from './numbers.js'
import { presentIn } from './present.js'
import { shownBoard } from './shown.js'

export type BoardPeriod = 'week' | 'month' | 'quarter'

export interface SeenBoard {
  readonly teamId: string
  readonly team: string
  readonly kind: BoardPeriod
  /** Its id. */
  readonly period: string
  /** Null when nobody carries a target above zero in it. */
  readonly board: BoardShown | null
  /** Whether there is a target at all, which may be zero: a week of holidays, or a plan that asks for nothing. */
  readonly hasTarget: boolean
  /** Whose target the viewer may be led back to the plan from: their own where they carry one, else the team's. */
  readonly whose: 'me' | 'team'
}

/** The running period's board as the asking member may see it, as of now. */
export async function seeBoard(app: App, actor: Actor, kind: BoardPeriod): Promise<SeenBoard> {
  const { team, today } = actor
  const store = app.reading(actor.organisationId)
  const period = periodContaining(kind, today, team.fiscal)
  const rows = await readRows(store, team, period)
  const before =
    kind === 'quarter' ? undefined : await store.records.reportBefore(team.id, kind === 'week' ? 'weekly' : 'monthly', period.id)
  const stateOf = await dayStates(store, team, rows.members, { start: today.subtract({ days: STREAK_DAYS }), end: today }, app.now())
  const numbers = numbersOf(rows, team, period)
  const board = boardOf(
    numbers,
    team,
    presentIn(team, period, app.now()),
    (memberId) => streak(stateOf(memberId as MemberId)),
    kind === 'week' ? weeklyFigures.safeParse(before?.figures).data?.board : monthlyFigures.safeParse(before?.figures).data?.board,
  )
  const isOnBoard = board?.rows.some(({ memberId }) => memberId === actor.memberId) === true
  const whose = isOnBoard ? 'me' : 'team'
  const hasTarget = numbers.team.some(({ target }) => target !== null)
  return { teamId: team.id, team: team.name, kind, period: period.id, board: shownBoard(board, viewerOf(actor)), hasTarget, whose }
}

export function viewerOf({ memberId }: Pick<Actor, 'memberId'>): Viewer {
  return memberId === undefined ? { kind: 'everybody' } : { kind: 'member', memberId }
}
