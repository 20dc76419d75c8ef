import type { MetricAmount } from '../../app/metric-amount.js'
import type { UnawarePlan } from '../../app/plan/unaware.js'
import type { Leaving, Staying } from '../../app/team/leaving.js'
import type { MemberSet } from '../../app/team/members.js'
import type { UserError } from '../../app/user-error.js'
import { inPassing } from '../in-passing.js'
import type { Button, Card, Line } from '../model.js'
import { date, errorText, list, metricName, period, type Text, text } from '../text.js'

/** To whoever added somebody or gave them another role. */
export function memberSetCard(set: MemberSet): Card {
  return withPlans(line(setText(set)), set.name, set.plans)
}

/** The same of several at once, each with what was done, or why it was not. What a plan does not know yet is said once. */
export function membersSetCard(sets: readonly MemberSet[], refused: readonly UserError[]): Card {
  const all = sets.flatMap(({ plans }) => plans)
  const plans = all.filter(({ planId }, index) => all.findIndex((other) => other.planId === planId) === index)
  return withPlans({ kind: 'list', items: [...sets.map(setText), ...refused.map(({ key, facts }) => errorText(key, facts))] }, '', plans)
}

function line(said: Text): Line {
  return { kind: 'text', text: said }
}

function setText({ done, role, name, joinedOn, isToCome }: MemberSet): Text {
  const facts = { name, role: text(`role-${role}`) }
  return isToCome ? text('team-added-later', { ...facts, on: date(joinedOn, 'weekday') }) : text(NOW[done], facts)
}

const NOW = { added: 'team-added', changed: 'team-role-set', unchanged: 'team-role-kept', stays: 'team-stays' } as const

/** To whoever took somebody out of the team, with what becomes of what is planned for them. */
export function leavingCard(teamId: string, { member: { id, name, leftOn }, how, plans, open }: Leaving): Card {
  const stays = { label: text('team-button-stay', { name }), action: `team:stay:${teamId}:${id}` }
  const card = withPlans(line(leavingText(how, name, leftOn)), name, plans, how === 'later' ? [stays] : [])
  if (open.count === 0) return card
  const handOver = { label: text('deal-button-hand-over'), action: `deal:hand-over:${teamId}:${id}` }
  return { ...card, lines: [...card.lines, line(openDealsText(name, open))], buttons: [...(card.buttons ?? []), handOver] }
}

function leavingText(how: Leaving['how'], name: string, leftOn: Leaving['member']['leftOn']): Text {
  switch (how) {
    case 'at-once':
      return text('team-removed', { name })
    case 'never-came':
      return text('team-never-came', { name })
    case 'later':
      return text('team-leaves', { name, on: leftOn === undefined ? '' : date(leftOn, 'weekday') })
  }
}

function openDealsText(name: string, { count, amount, currency }: Leaving['open']): Text {
  return amount === 0n
    ? text('team-leaver-deals', { name, count })
    : text('team-leaver-deals-worth', { name, count, amount: inPassing(amount, currency) })
}

/** To whoever took it back that somebody leaves. */
export function stayingCard({ member: { name }, plans }: Staying): Card {
  return withPlans(line(text('team-stays', { name })), name, plans)
}

function withPlans(said: Line, name: string, plans: readonly UnawarePlan[], buttons: readonly Button[] = []): Card {
  const hasChoice = plans.some(({ fit, mayCarry }) => isOfLeaver(fit) && mayCarry)
  const all = [...plans.flatMap((plan) => planButtons(plan, plans.length > 1)), ...buttons]
  return {
    lines: [said, ...plans.map((plan) => line(planText(plan))), ...(hasChoice ? [line(text('team-leaver-choice', { name }))] : [])],
    ...(all.length === 0 ? {} : { buttons: all }),
    ...(plans.length === 0 ? {} : { note: text('team-plan-note') }),
  }
}

function planText({ period: of, fit, beyond }: UnawarePlan): Text {
  const facts = { period: period(of.id) }
  if (fit === 'no-part') return text('team-plan-no-part', facts)
  if (fit === 'shifted' || beyond.length === 0) return text('team-plan-shifted', facts)
  return text('team-plan-beyond', { ...facts, amounts: list(beyond.map(amountText)) })
}

function amountText({ metric, amount, currency }: MetricAmount): Text {
  return text('plan-target', { metric: metricName(metric), amount: inPassing(amount, currency) })
}

function planButtons({ planId, period: of, fit, mayCarry }: UnawarePlan, several: boolean): Button[] {
  const whose = several ? of.id : undefined
  if (isOfLeaver(fit)) return leaverButtons(planId, mayCarry, whose)
  const renew = { label: labelled('team-button-renew', whose), action: `plan:renew:${planId}`, style: 'primary' as const }
  return fit === 'no-part' ? [renew, { label: labelled('team-button-ramp', whose), action: `time:team:${planId}` }] : [renew]
}

function isOfLeaver(fit: UnawarePlan['fit']): boolean {
  return fit === 'left' || fit === 'leaving'
}

/** Who takes over what a leaver is no longer there for. @param whose the plan's period, where there are several */
export function leaverButtons(planId: string, mayCarry: boolean, whose: string | undefined): Button[] {
  return [
    { label: labelled('team-button-share', whose), action: `plan:leavers:${planId}:team`, style: 'primary' },
    ...(mayCarry ? [{ label: labelled('team-button-carry', whose), action: `plan:leavers:${planId}:carried` }] : []),
  ]
}

type ButtonKey = 'team-button-renew' | 'team-button-ramp' | 'team-button-share' | 'team-button-carry'

function labelled(key: ButtonKey, whose: string | undefined): Text {
  return whose === undefined ? text(key) : text(`${key}-of`, { period: period(whose) })
}
