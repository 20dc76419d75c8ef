import type { Goal } from '../../app/target/goal.js'
import type { Subject } from '../../app/target/subject.js'
import type { TargetDay } from '../../app/target/target-day.js'
import { askedInPassing, doneOfTarget } from '../in-passing.js'
import type { Line } from '../model.js'
import { asTyped, date, metricName, type Text, text } from '../text.js'
import { dayActionLines } from './day-actions.js'
import { dayStandard } from './plan-time.js'

/**
 * What a day asks, the most pressing first: its numbers, key actions, the promise, the golden actions still ahead. Or why it asks nothing, and
 * what comes next.
 *
 * @param when of a day that is still to come nothing is done, and nothing missed
 */
export function dayLines(day: TargetDay, of: Subject, when: 'today' | 'ahead' = 'today'): Line[] {
  return [
    ...offLines(day, of),
    ...goalLines(day, when),
    ...dayActionLines(day, when),
    ...standardLines(day),
    ...promiseLines(day),
    ...actionLines(day, of),
  ]
}

function offLines({ on, off, next }: TargetDay, of: Subject): Line[] {
  if (off === undefined) return []
  const lines: Line[] = [{ kind: 'text', text: offText(off, on, of) }]
  if (next === undefined) return lines
  lines.push({ kind: 'text', text: text('target-next-day', { on: date(next.on, 'weekday') }) })
  const goals = next.goals.filter(({ target }) => target > 0n).map(goalAhead)
  return goals.length === 0 ? lines : [...lines, { kind: 'list', items: goals }]
}

function offText(off: Exclude<TargetDay['off'], undefined>, on: TargetDay['on'], { kind, name }: Subject): Text {
  const facts = { on: date(on, 'weekday') }
  if (off !== 'leave') return text(`target-off-${off}`, facts)
  return kind === 'me' ? text('target-off-leave', facts) : text('target-off-leave-of', { ...facts, name })
}

function goalLines({ on, off, goals }: TargetDay, when: 'today' | 'ahead'): Line[] {
  if (off !== undefined) return []
  const items = when === 'ahead' ? goals.filter(({ target }) => target > 0n).map(goalAhead) : goals.flatMap(goalTexts)
  return items.length === 0 ? [{ kind: 'text', text: text('target-nothing-due', { on: date(on, 'weekday') }) }] : [{ kind: 'list', items }]
}

/** A number that is neither due nor done is left out. */
function goalTexts({ metric, currency, target, done }: Goal): Text[] {
  const facts = { metric: metricName(metric), ...doneOfTarget(done, target, currency) }
  if (target === 0n) return done === 0n ? [] : [text('target-goal-zero', facts)]
  return [text(done >= target ? 'target-goal-reached' : 'target-goal', facts)]
}

function goalAhead({ metric, currency, target }: Goal): Text {
  return text('target-goal-ahead', { metric: metricName(metric), target: askedInPassing(target, currency) })
}

function standardLines({ standard }: TargetDay): Line[] {
  return standard === undefined ? [] : [{ kind: 'text', text: dayStandard(standard) }]
}

function promiseLines({ promised }: TargetDay): Line[] {
  if (promised === undefined) return []
  const said = promised.doneOn === undefined ? text('target-promised', { on: date(promised.on, 'weekday') }) : text('target-promise-kept')
  return [
    { kind: 'text', text: said },
    { kind: 'quote', text: asTyped(promised.words) },
  ]
}

/** The present one first. They are a person's own: a team has none. */
function actionLines({ actions }: TargetDay, { kind }: Subject): Line[] {
  if (kind !== 'me' || actions.length === 0) return []
  return [
    { kind: 'heading', text: text('target-golden') },
    { kind: 'list', items: actions.map((form) => text(`target-golden-${form}`)) },
  ]
}
