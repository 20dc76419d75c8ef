import type { TargetView } from '../../app/target/read.js'
import type { Button, Card, Line } from '../model.js'
import { date, period as periodArg, text } from '../text.js'
import { hasTiers, targetLines } from './target.js'
import { actButtons, whyButton } from './target-buttons.js'
import { standingLines } from './target-standing.js'

/** One team on somebody's home. */
export interface HomeTeam {
  readonly today: TargetView
  /** The team as a whole this month, to whoever looks after it and has a target of their own besides. */
  readonly month: TargetView | undefined
}

/** What today asks in each of somebody's teams. Pressed here, a button is answered in their chat with the bot. */
export function homeCard(teams: readonly [HomeTeam, ...HomeTeam[]]): Card {
  const [{ today: first }] = teams
  const isOne = teams.length === 1
  return {
    title: text(isOne && first.of.kind === 'team' ? 'target-title-other' : 'target-title-me', {
      name: first.of.name,
      when: date(first.on, 'weekday'),
    }),
    lines: teams.flatMap((team) => teamLines(team, isOne)),
    buttons: teams.flatMap(({ today, month }) => [...actButtons(today), ...moreButtons(today), ...whyMonthButtons(month)]),
    ...(teams.some(({ today }) => hasTiers(today)) ? { note: text('target-note') } : {}),
  }
}

function teamLines({ today, month }: HomeTeam, isOne: boolean): Line[] {
  return [
    ...(isOne ? [] : [{ kind: 'heading' as const, text: text('as-typed', { words: today.team.name }) }]),
    ...targetLines(today),
    ...(month === undefined || month.state !== 'has-target' ? [] : monthLines(month)),
  ]
}

function monthLines({ team, period, standings }: TargetView): Line[] {
  const heading = text('home-team', { team: team.name, period: periodArg(period.id) })
  return [{ kind: 'heading', text: heading }, ...standings.flatMap((standing) => standingLines(standing, 'short'))]
}

/** The team's month has numbers of its own to lead back. */
function whyMonthButtons(month: TargetView | undefined): Button[] {
  if (month === undefined || month.state !== 'has-target') return []
  const { action } = whyButton(month.period.id, month.team.id, 'team')
  return [{ label: text('why-draft-button-of', { period: periodArg(month.period.id) }), action }]
}

function moreButtons({ team, of }: TargetView): Button[] {
  const whose = of.kind === 'team' ? ':team' : ''
  return (['week', 'month'] as const).map((to) => ({
    label: text(`target-button-${to}`),
    action: `target:show:${to}:${team.id}${whose}`,
  }))
}
