import type { Actor } from '../../app/access/visitor.js'
import type { ComingLeave, Leave } from '../../app/leave/coming.js'
import type { LeaveChanged } from '../../app/leave/mark.js'
import type { DayRange, HandedChange, LeaveChange, LeaveChangedPost, LeaveSharedPost, OwnDaysChange } from '../../app/leave/post.js'
import type { Button, Card, Line } from '../model.js'
import { amountOf, date, list, metricName, period, type Text, type TextArg, text } from '../text.js'
import { whyButton } from './target-buttons.js'

/** More than these are taken back when they come nearer. */
const MOST_BUTTONS = 5

/** Whose leave is to come, with a way to take each back. */
export function leaveListCard({ team, memberId, isAdmin, role }: Actor, { member, leaves, others }: ComingLeave): Card {
  const isOwn = member === undefined || member.id === memberId
  const manages = isAdmin || role === 'manager'
  const none = isOwn ? text('leave-none') : text('leave-none-of', { name: member.name })
  const own: Line =
    leaves.length === 0
      ? { kind: 'text', text: none }
      : { kind: 'list', items: leaves.map((leave) => text('leave-item', { days: daysText(leave), count: leave.workingDays })) }
  const theirs = others.map((leave) => text('leave-item-of', { name: leave.name, days: daysText(leave) }))
  const mark = isOwn ? `leave:new:${team.id}` : `leave:new:${team.id}:${member.id}`
  return {
    title: isOwn ? text('leave-title', { team: team.name }) : text('leave-title-of', { name: member.name }),
    lines: [
      ...(member === undefined ? [] : [own]),
      ...(theirs.length === 0
        ? []
        : [
            { kind: 'heading' as const, text: text('leave-others') },
            { kind: 'list' as const, items: theirs },
          ]),
      ...(member === undefined && theirs.length === 0 ? [{ kind: 'text' as const, text: text('leave-none-team') }] : []),
    ],
    buttons: [
      ...(member === undefined ? [] : [{ label: text('leave-button-mark'), action: mark, style: 'primary' as const }]),
      ...leaves.slice(0, MOST_BUTTONS).map((leave) => backButton(team.id, leave)),
    ],
    note: manages ? text('leave-note-manager') : text('leave-note'),
  }
}

function backButton(teamId: string, leave: Leave): Button {
  const label = leave.hasBegun ? text('leave-button-end') : text('leave-button-back', { days: daysText(leave) })
  return { label, action: `leave:back:${teamId}:${leave.id}` }
}

/** To who marked it. */
export function leaveMarkedCard(
  { team, memberId }: Actor,
  { member, leave, workingDays, targets, alsoIn }: LeaveChanged,
  { isElsewhere }: { readonly isElsewhere: boolean },
): Card {
  const isOwn = member.id === memberId
  const facts = { name: member.name, days: daysText(leave) }
  const said = isOwn ? text('leave-marked-text') : text('leave-marked-text-for', { name: member.name })
  return {
    title: isOwn ? text('leave-marked', facts) : text('leave-marked-for', facts),
    lines: [
      { kind: 'text', text: workingDays === 0 ? text('leave-no-working-day') : said },
      ...alsoLines(alsoIn),
      ...(isElsewhere ? [{ kind: 'text' as const, text: text('leave-not-elsewhere', { team: team.name }) }] : []),
      ...targetLines(targets, 'marked'),
    ],
    buttons: [
      { label: text('button-undo'), action: `leave:back:${team.id}:${leave.id}` },
      listButton(team.id, isOwn ? undefined : member.id),
    ],
    ...noteOf(targets),
  }
}

/** To who took it back. */
export function leaveTakenBackCard({ team, memberId }: Actor, { member, leave, targets, alsoIn }: LeaveChanged): Card {
  const isOwn = member.id === memberId
  const facts = { name: member.name, days: daysText(leave) }
  return {
    title: isOwn ? text('leave-taken-back', facts) : text('leave-taken-back-for', facts),
    lines: [
      { kind: 'text', text: isOwn ? text('leave-taken-back-text') : text('leave-taken-back-text-for', { name: member.name }) },
      ...alsoLines(alsoIn),
      ...targetLines(targets, 'taken-back'),
    ],
    buttons: [listButton(team.id, isOwn ? undefined : member.id)],
    ...noteOf(targets),
  }
}

/** To the member whose leave somebody else changed. */
export function leaveChangedCard({ teamId, team, by, change, from, to, targets }: LeaveChangedPost): Card {
  const facts = { by, team, days: daysText({ from, to }) }
  const isMarked = change === 'marked'
  return {
    title: isMarked ? text('leave-told-marked', facts) : text('leave-told-taken-back', facts),
    lines: [{ kind: 'text', text: text(isMarked ? 'leave-marked-text' : 'leave-taken-back-text') }, ...targetLines(targets, change)],
    buttons: [listButton(teamId)],
    ...noteOf(targets),
  }
}

/** To a colleague: what somebody's leave adds to their own numbers, or takes off them again. */
export function leaveSharedCard({ teamId, name, change, from, to, shares }: LeaveSharedPost): Card {
  const how = change === 'marked' ? 'leave-shared' : 'leave-unshared'
  const month = shares[0]?.month
  return {
    title: text(`${how}-title`, { name, days: daysText({ from, to }) }),
    lines: [
      { kind: 'text', text: text(`${how}-text`, { name }) },
      { kind: 'list', items: shares.map((share) => text(`${how}-item`, factsOf(share))) },
    ],
    ...(month === undefined ? {} : { buttons: [whyButton(month, teamId, 'me')] }),
  }
}

/** Leave is the person's: which other teams it holds in. */
function alsoLines(teams: readonly string[]): Line[] {
  return teams.length === 0 ? [] : [{ kind: 'text', text: text('leave-also-in', { teams: list(teams) }) }]
}

function listButton(teamId: string, memberId?: string): Button {
  return memberId === undefined
    ? { label: text('leave-button-list'), action: `leave:list:${teamId}` }
    : { label: text('leave-button-list-of'), action: `leave:list:${teamId}:${memberId}` }
}

function noteOf(targets: readonly LeaveChange[]): Pick<Card, 'note'> {
  if (targets.some(({ kind }) => kind === 'handed')) return { note: text('leave-team-total-stays') }
  return targets.some(({ kind }) => kind === 'moves') ? { note: text('leave-total-stays') } : {}
}

function targetLines(targets: readonly LeaveChange[], change: LeaveChangedPost['change']): Line[] {
  return targets.length === 0 ? [] : [{ kind: 'list', items: targets.map((target) => targetText(target, change)) }]
}

function targetText(target: LeaveChange, change: LeaveChangedPost['change']): Text {
  if (target.kind === 'handed') return handedText(target, change)
  if (target.kind === 'stays' && target.because === 'nobody-else') return text('leave-stays-nobody', factsOf(target))
  const what = ownDaysText(target, change)
  return target.because === undefined ? what : text(`leave-because-${target.because}`, { what })
}

function ownDaysText(target: OwnDaysChange, change: LeaveChangedPost['change']): Text {
  const { currency } = target
  const facts = factsOf(target)
  if (target.kind === 'stays') return text('leave-stays', facts)
  const { days, before, after } = target
  const perDay = { ...facts, days, before: rangeText(before, currency), after: rangeText(after, currency) }
  const isFelt = before.least !== after.least || before.most !== after.most
  if (change === 'marked') return text(isFelt ? 'leave-moves' : 'leave-moves-unfelt', perDay)
  return text(isFelt ? 'leave-returns' : 'leave-returns-unfelt', perDay)
}

function handedText(target: HandedChange, change: LeaveChangedPost['change']): Text {
  const { amount, left, currency } = target
  const facts = { ...factsOf(target), takers: takersText(target), left: amountOf(left, currency) }
  if (change === 'marked') return text('leave-handed', facts)
  if (left === 0n) return text('leave-handed-back', facts)
  return text(amount === 0n ? 'leave-handed-back-none' : 'leave-handed-back-part', facts)
}

/** Who takes it, or gives it back, each with their part of it; of many those with the largest. */
function takersText({ parts, currency }: HandedChange): TextArg {
  const [first, ...others] = parts
  if (first !== undefined && others.length === 0) return first.name
  const shown = parts.length > MOST_TAKERS + 1 ? parts.slice(0, MOST_TAKERS) : parts
  const rest = parts.slice(shown.length)
  const together = rest.reduce((sum, { amount }) => sum + amount, 0n)
  return list([
    ...shown.map(({ name, amount }) => text('leave-taker', { name, amount: amountOf(amount, currency) })),
    ...(rest.length === 0 ? [] : [text('leave-takers-more', { count: rest.length, amount: amountOf(together, currency) })]),
  ])
}

/** Of whom nobody reads more in one line. */
const MOST_TAKERS = 5

function factsOf({ metric, month, currency, amount }: Pick<LeaveChange, 'metric' | 'month' | 'currency' | 'amount'>) {
  return { metric: metricName(metric), month: period(month), amount: amountOf(amount, currency) }
}

function rangeText({ least, most }: DayRange, currency: string | undefined): TextArg {
  // A cent's difference is how an amount falls on days, not something to read.
  const isOne = currency === undefined ? least === most : most - least <= 1n
  return isOne ? amountOf(least, currency) : text('leave-range', { least: amountOf(least, currency), most: amountOf(most, currency) })
}

/** "Mon 7 Dec – Fri 11 Dec" */
export function daysText({ from, to }: { from: { toString(): string }; to: { toString(): string } }): Text {
  return from.toString() === to.toString()
    ? text('leave-day', { on: date(from, 'weekday') })
    : text('leave-days', { from: date(from, 'weekday'), to: date(to, 'weekday') })
}
