import type { TargetView } from '../../app/target/read.js'
import type { TargetDay } from '../../app/target/target-day.js'
import type { ActionStanding } from '../../core/plan/actions/action-standing.js'
import { actionCode } from '../action-code.js'
import type { Button, Line } from '../model.js'
import { type Text, text } from '../text.js'

/** A member's key actions of a day: what is due, what is left of earlier days, and how their week, month or quarter stands. */
export function dayActionLines({ keyActions }: TargetDay, when: 'today' | 'ahead' = 'today'): Line[] {
  const items = when === 'ahead' ? keyActions.filter(({ due }) => due > 0).map(aheadText) : keyActions.filter(isOfToday).map(standingText)
  return items.length === 0
    ? []
    : [
        { kind: 'heading', text: text('key-actions-heading') },
        { kind: 'list', items },
      ]
}

/** A member's key actions of a week or a month. */
export function periodActionLines({ keyActions }: TargetView): Line[] {
  if (keyActions.length === 0) return []
  const items = keyActions.map(({ action, asked, done }) =>
    text(done >= asked ? 'key-action-done' : 'key-action-left', { action, asked, done, left: asked - done }),
  )
  return [
    { kind: 'heading', text: text('key-actions-heading') },
    { kind: 'list', items },
  ]
}

/** More would crowd out the rest; the form has them all. */
const MOST_BUTTONS = 5

/** Each of today's own key actions to be ticked off, or taken back once it is done. */
export function tickButtons({ day, of, on, asked, team }: TargetView): Button[] {
  if (day === undefined || of.kind !== 'me' || asked !== 'day') return []
  return day.keyActions
    .filter(isOfToday)
    .slice(0, MOST_BUTTONS)
    .map((standing) => {
      const { key, action, doneToday } = standing
      const count = nextCount(standing)
      const press = `actions:tick:${team.id}:${on}:${actionCode(key)}`
      if (count === undefined) return { label: text('key-action-button-undo', { action }), action: `${press}:0` }
      const facts = { action, count: count - doneToday }
      return {
        label: text(count - doneToday === 1 ? 'key-action-button' : 'key-action-button-several', facts),
        action: `${press}:${count}`,
      }
    })
}

/** Opens the form that counts them one by one. */
export function countActionsButton({ day, of, on, asked, team }: TargetView): Button[] {
  if (day === undefined || day.keyActions.length === 0 || of.kind !== 'me' || asked !== 'day') return []
  return [{ label: text('key-actions-button-count'), action: `actions:count:${team.id}:${on}` }]
}

function isOfToday({ due, behind, doneToday }: ActionStanding): boolean {
  return due + behind + doneToday > 0
}

/** What the day's count becomes by one press: all that is due, then one more of what is left of earlier days. */
function nextCount({ due, behind, doneToday }: ActionStanding): number | undefined {
  if (doneToday < due) return due
  return behind > 0 ? doneToday + 1 : undefined
}

function aheadText({ action, due }: ActionStanding): Text {
  return text('key-action-ahead', { action, due })
}

function standingText({ action, every, due, doneToday, behind, asked, done }: ActionStanding): Text {
  const today =
    due === 0
      ? text(doneToday === 0 ? 'key-action-name' : 'key-action-extra', { action, done: doneToday })
      : text(doneToday >= due ? 'key-action-today-done' : 'key-action-today', { action, done: doneToday, due })
  if (every === 'day') return today
  const stretch = text(`key-stretch-${every}`, { done, asked })
  return behind === 0 ? text('key-action-standing', { today, stretch }) : text('key-action-behind', { today, stretch, behind })
}
