import type { MetricAmount } from '../../app/metric-amount.js'
import type { UnawarePlan } from '../../app/plan/unaware.js'
import type { Leaving, Staying } from '../../app/team/leaving.js'
import type { MemberSet } from '../../app/team/members.js'
import { inPassing } from '../in-passing.js'
import type { Button, Card, Line } from '../model.js'
import { date, list, metricName, period, type Text, text } from '../text.js'

/** To whoever added somebody or gave them another role. */
export function memberSetCard({ done, role, name, joinedOn, isToCome, plans }: MemberSet): Card {
  const facts = { name, role: text(`role-${role}`) }
  const said = isToCome ? text('team-added-later', { ...facts, on: date(joinedOn, 'weekday') }) : text(NOW[done], facts)
  return withPlans(said, name, plans)
}

const NOW = { added: 'team-added', changed: 'team-role-set', unchanged: 'team-role-kept', stays: 'team-stays' } as const

/** To whoever took somebody out of the team, with what becomes of what is planned for them. */
export function leavingCard(teamId: string, { member: { id, name, leftOn }, how, plans }: Leaving): Card {
  switch (how) {
    case 'at-once':
      return withPlans(text('team-removed', { name }), name, plans)
    case 'never-came':
      return withPlans(text('team-never-came', { name }), name, plans)
    case 'later': {
      const said = text('team-leaves', { name, on: leftOn === undefined ? '' : date(leftOn, 'weekday') })
      return withPlans(said, name, plans, [{ label: text('team-button-stay', { name }), action: `team:stay:${teamId}:${id}` }])
    }
  }
}

/** To whoever took it back that somebody leaves. */
export function stayingCard({ member: { name }, plans }: Staying): Card {
  return withPlans(text('team-stays', { name }), name, plans)
}

function withPlans(said: Text, name: string, plans: readonly UnawarePlan[], buttons: readonly Button[] = []): Card {
  const hasChoice = plans.some(({ fit, mayCarry }) => isOfLeaver(fit) && mayCarry)
  const all = [...plans.flatMap((plan) => planButtons(plan, plans.length > 1)), ...buttons]
  return {
    lines: [
      { kind: 'text', text: said },
      ...plans.map((plan): Line => ({ kind: 'text', text: planText(plan) })),
      ...(hasChoice ? [{ kind: 'text' as const, text: text('team-leaver-choice', { name }) }] : []),
    ],
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
