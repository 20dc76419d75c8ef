import type { TargetPeriod, TargetView } from '../../app/target/read.js'
import type { Button } from '../model.js'
import { text } from '../text.js'
import { countActionsButton, tickButtons } from './day-actions.js'

/** One of the teams that somebody belongs to. */
export interface OwnTeam {
  readonly id: string
  readonly name: string
}

/** What to do about a target, what to tick off, then where else to look. */
export function targetButtons(view: TargetView, teams: readonly OwnTeam[]): Button[] {
  return [...actButtons(view), ...tickButtons(view), ...turnButtons(view), ...otherTeams(view, teams)]
}

/** Check in, log, count key actions, ask why, say that the promise was kept; without a plan, make one. */
export function actButtons(view: TargetView): Button[] {
  const { of, on, period, team, day, asked, step, state, mayPlan, landings } = view
  const isMine = of.kind === 'me' && asked !== 'tomorrow' && step === undefined && day?.off !== 'leave'
  const isWorked = day?.off === undefined || day.off === 'unplanned'
  const promised = of.kind === 'me' && day?.promised?.doneOn === undefined ? day?.promised : undefined
  return [
    ...(isMine && isWorked ? [{ label: text('check-in'), action: `check-in:open:${team.id}`, style: 'primary' as const }] : []),
    ...(isMine ? [{ label: text('target-button-log'), action: `log:open:${team.id}` }] : []),
    ...countActionsButton(view),
    ...(state === 'has-target' && day?.off === undefined
      ? [whyButton(day === undefined ? period.id : String(on), team.id, of.kind === 'member' ? of.memberId : of.kind)]
      : []),
    ...(landings.some(({ landing }) => landing.workingDaysLeft > 0)
      ? [{ label: text('landing-button-how'), action: `target:forecast:${asked}:${team.id}${whosePart(of)}` }]
      : []),
    ...(promised === undefined ? [] : [{ label: text('target-button-kept'), action: `improvement:done:${promised.id}:${team.id}` }]),
    ...(state === 'no-plan' && mayPlan
      ? [{ label: text('target-button-plan'), action: `plan:new:${team.id}`, style: 'primary' as const }]
      : []),
  ]
}

/**
 * Leads numbers back to the plan.
 *
 * @param asked a day's date or a period's id
 * @param whose a member's id, or as the words say
 */
export function whyButton(asked: string, teamId: string, whose: string): Button {
  return { label: text('target-button-why'), action: `target:why:${asked}:${teamId}${whose === 'me' ? '' : `:${whose}`}` }
}

/** The other periods, and from one's own target to the team's and back. */
function turnButtons({ asked, step, team, of, hasOwn }: TargetView): Button[] {
  if (step !== undefined) return turnsTo(['day', asked], team.id, of)
  const other = of.kind === 'team' ? (hasOwn ? 'me' : undefined) : 'team'
  return [
    ...turnsTo(TURNS[asked], team.id, of),
    ...(other === undefined ? [] : [{ label: text(`target-button-${other}`), action: `target:turn:${asked}:${team.id}:${other}` }]),
  ]
}

function turnsTo(periods: readonly TargetPeriod[], teamId: string, of: TargetView['of']): Button[] {
  return periods.map((to) => ({ label: text(`target-button-${to}`), action: `target:turn:${to}:${teamId}${whosePart(of)}` }))
}

const TURNS: Readonly<Record<TargetPeriod, readonly TargetPeriod[]>> = {
  day: ['tomorrow', 'week', 'month'],
  tomorrow: ['day', 'week', 'month'],
  week: ['day', 'month', 'quarter', 'year'],
  month: ['day', 'week', 'quarter', 'year'],
  quarter: ['day', 'week', 'month', 'year'],
  year: ['day', 'week', 'month', 'quarter'],
}

function otherTeams({ asked, team }: TargetView, teams: readonly OwnTeam[]): Button[] {
  return teams
    .filter(({ id }) => id !== team.id)
    .map(({ id, name }) => ({ label: text('target-button-other', { team: name }), action: `target:turn:${asked}:${id}` }))
}

function whosePart({ kind, memberId }: TargetView['of']): string {
  switch (kind) {
    case 'me':
      return ''
    case 'team':
      return ':team'
    case 'member':
      return `:${memberId}`
  }
}
