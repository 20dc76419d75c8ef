import type { MetricLanding } from '../../app/forecast/landings.js'
import type { TargetView } from '../../app/target/read.js'
import type { Standing } from '../../app/target/standing.js'
import { inPassing } from '../in-passing.js'
import type { Card, Line } from '../model.js'
import { spanned } from '../period-span.js'
import { date, metricName, period as periodArg, type Text, text } from '../text.js'
import { periodActionLines } from './day-actions.js'
import { landingNotes } from './landing.js'
import { type OwnTeam, targetButtons } from './target-buttons.js'
import { dayLines } from './target-day.js'
import { membersLines } from './target-members.js'
import { restLines } from './target-rest.js'
import { standingLines } from './target-standing.js'
import { timeLines, treeLines } from './target-tree.js'

/**
 * What a day or a period asks of somebody, and how they stand.
 *
 * @param teams that the asker can turn to, where no channel says which is meant
 */
export function targetCard(view: TargetView, teams: readonly OwnTeam[]): Card {
  return {
    title: titleOf(view, teams.length > 1),
    lines: targetLines(view),
    buttons: targetButtons(view, teams),
    ...(hasTiers(view) ? { note: text('target-note') } : {}),
  }
}

/** A day: what it asks, then how its month stands. A period: how it stands. */
export function targetLines(view: TargetView): Line[] {
  const { day, of, state, standings } = view
  if (state !== 'has-target') return [...freeDayLines(view), noneLine(view), ...untargetedLines(view)]
  if (day === undefined)
    return [
      leftLine(view),
      ...standings.flatMap((each) => [
        ...standingLines(each, 'full', landingOf(view, each), restLines(view, each.metric)),
        ...timeLines(view, each.metric),
        ...treeLines(view, each.metric),
      ]),
      ...landingNotes(view.landings),
      ...periodActionLines(view),
      ...untargetedLines(view),
      ...membersLines(view),
    ]
  if (view.asked === 'tomorrow') return dayLines(day, of, 'ahead')
  return [...dayLines(day, of), headingLine(view), ...standings.flatMap((each) => standingLines(each, 'short')), ...untargetedLines(view)]
}

function landingOf({ landings }: TargetView, { metric }: Standing): MetricLanding | undefined {
  return landings.find((each) => each.metric === metric)
}

export function hasTiers({ asked, standings }: TargetView): boolean {
  return asked !== 'tomorrow' && standings.some(({ tiers }) => tiers.length > 0)
}

function titleOf({ of, team, day, period }: TargetView, isOneOfSeveral: boolean): Text {
  const when = day === undefined ? spanned(period) : date(day.on, 'weekday')
  if (of.kind !== 'me') return text('target-title-other', { name: of.name, when })
  return isOneOfSeveral ? text('target-title-me-in', { team: team.name, when }) : text('target-title-me', { when })
}

/** A holiday is one without a plan too; a working day without a plan has nothing to say of its own. */
function freeDayLines({ day, of }: TargetView): Line[] {
  return day === undefined || day.off === 'unplanned' ? [] : dayLines(day, of)
}

/** No plan yet, and no part in the plan: each says what to do. */
function noneLine({ state, of, team, period, mayPlan }: TargetView): Line {
  const facts = { team: team.name, period: periodArg(period.id), name: of.name }
  if (state === 'no-target') return { kind: 'text', text: text(of.kind === 'me' ? 'target-none-me' : 'target-none-member', facts) }
  if (mayPlan) return { kind: 'text', text: text('target-none-plan-manager', facts) }
  return { kind: 'text', text: text(of.kind === 'me' ? 'target-none-plan' : 'target-none-plan-team', facts) }
}

function headingLine(view: TargetView): Line {
  return { kind: 'heading', text: text('target-period-left', { period: periodArg(view.period.id), left: daysLeft(view) }) }
}

function leftLine(view: TargetView): Line {
  return { kind: 'text', text: daysLeft(view) }
}

/** Metrics may differ in their days, by their plans: the most counts. */
function daysLeft({ standings }: TargetView): Text {
  return text('target-days-left', { days: Math.max(...standings.map(({ pace }) => pace.workingDaysLeft)) })
}

function untargetedLines({ untargeted }: TargetView): Line[] {
  if (untargeted.length === 0) return []
  const facts = untargeted.map(({ metric, currency, done }) => ({
    label: metricName(metric),
    value: text('board-done', { done: inPassing(done, currency) }),
  }))
  return [{ kind: 'facts', facts }]
}
