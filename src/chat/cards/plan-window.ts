import type { OverriddenAct, OverrideAskedPost, WindowPost } from '../../app/plan/post.js'
import type { Windows } from '../../app/plan/window/read-windows.js'
import type { Button, Card, Line } from '../model.js'
import { date, list, period, type Text, text } from '../text.js'
import { recallButton } from './plan.js'

/** When published targets may be changed, and what an admin can do about it. */
export function windowsCard(windows: Windows, teamId: string, viewer: 'admin' | 'manager'): Card {
  const { team, open, past, isCalendarOpen } = windows
  const isOpen = open.length > 0 || isCalendarOpen
  return {
    title: text(isOpen ? 'window-title-open' : 'window-title-closed', { team }),
    lines: [
      ...open.map((each): Line => {
        return { kind: 'text', text: text('window-opened', { by: each.by, until: date(each.until, 'weekday'), reason: each.reason }) }
      }),
      { kind: 'text', text: calendarText(windows) },
      ...(isOpen ? [] : [{ kind: 'text' as const, text: text('window-closed-text') }]),
      ...(past.length === 0 ? [] : [{ kind: 'heading' as const, text: text('window-past') }, pastList(past)]),
    ],
    ...(viewer === 'admin' ? { buttons: buttonsFor(open.length > 0, teamId) } : {}),
    note: text('window-note'),
  }
}

function calendarText({ calendar, isCalendarOpen, workingDays }: Windows): Text {
  if (calendar === undefined) return text('window-calendar-off')
  const facts = {
    quarter: period(calendar.quarter.id),
    opens: date(calendar.opensOn, 'weekday'),
    closes: date(calendar.closesOn, 'weekday'),
    days: workingDays,
  }
  return text(isCalendarOpen ? 'window-calendar-open' : 'window-calendar-next', facts)
}

function pastList(past: Windows['past']): Line {
  return {
    kind: 'list',
    items: past.map(({ by, reason, openedOn, until }) =>
      text('window-past-line', { by, reason, opened: date(openedOn), until: date(until) }),
    ),
  }
}

function buttonsFor(isOpen: boolean, teamId: string): Button[] {
  return [
    { label: text('window-button-open'), action: `window:open:${teamId}` },
    ...(isOpen ? [{ label: text('window-button-close'), action: `window:close:${teamId}`, style: 'danger' as const }] : []),
  ]
}

/** To a manager in private: a window has opened. */
export function windowPostCard(post: WindowPost): Card {
  const facts = { team: post.team, closes: date(post.closesOn, 'weekday') }
  const lines: Text[] =
    'opened' in post
      ? [text('window-told-opened', { ...facts, by: post.opened.by }), text('window-told-reason', { reason: post.opened.reason })]
      : [
          text('window-told-quarter', { ...facts, quarter: period(post.quarter) }),
          text(post.isPlanned ? 'window-told-planned' : 'window-told-unplanned', { quarter: period(post.quarter) }),
        ]
  return {
    title: text('window-title-open', { team: post.team }),
    lines: lines.map((each) => ({ kind: 'text', text: each })),
    buttons: [
      { label: text('plan-button-show'), action: `plan:show:${post.teamId}`, style: 'primary' },
      ...('quarter' in post && !post.isPlanned ? [{ label: text('plan-button-new'), action: `plan:new:${post.teamId}` }] : []),
    ],
  }
}

/** To an admin in private: a manager wants to change what is published outside a window. */
export function overrideAskedCard({ act, planId, team, by, period: of }: OverrideAskedPost): Card {
  const facts = { team, by, period: period(of) }
  if (act === 'recall')
    return { lines: [{ kind: 'text', text: text('override-asked-recall', facts) }], buttons: [recallButton(planId, facts.period)] }
  return {
    lines: [{ kind: 'text', text: text('override-asked', facts) }],
    buttons: [{ label: text('agreement-button-draft'), action: `plan:draft:${planId}`, style: 'primary' }],
  }
}

/** A manager pressed what only an admin may do today. */
export function closedCard(why: Text, act: OverriddenAct, planId: string): Card {
  const action = act === 'recall' ? `window:ask-recall:${planId}` : `window:ask:${planId}`
  return { lines: [{ kind: 'text', text: why }], buttons: [{ label: text('override-button-ask'), action }] }
}

export function askedCard(names: readonly string[], act: OverriddenAct): Card {
  const said = text(act === 'recall' ? 'override-asked-sent-recall' : 'override-asked-sent', { names: list(names) })
  return { lines: [{ kind: 'text', text: said }] }
}
