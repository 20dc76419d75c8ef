import type {
  CounterChange,
  ProposalAgreedPost,
  ProposalCounteredPost,
  ProposalPost,
  ProposalSettledPost,
} from '../../app/plan/agree/post.js'
import type { Proposal } from '../../store/repository/proposals.js'
import type { Button, Card, Line } from '../model.js'
import { amountOf, asTyped, metricName, period, type Text, text } from '../text.js'
import { paceText } from './proposal-pace.js'

/** To one member: what a draft would ask of them, and what that means for a week and a day. */
export function proposalCard({ proposalId, team, period: of, by, weekdays, targets }: ProposalPost): Card {
  const isChanged = targets.some(({ earlier }) => earlier !== null)
  return {
    title: text('proposal-title', { period: period(of) }),
    lines: [
      { kind: 'text', text: text(isChanged ? 'proposal-text-changed' : 'proposal-text', { by, team }) },
      targetList(targets, weekdays),
    ],
    buttons: answerButtons(proposalId),
    note: text('proposal-note'),
  }
}

/** What waits for a member's answer, among what else `/plan` shows them. */
export function openProposalLines({ targets, state, decision }: Proposal, of: string, weekdays: number): Line[] {
  return [
    { kind: 'heading', text: text('proposal-title', { period: period(of) }) },
    { kind: 'text', text: text(`proposal-state-${state}`) },
    ...(state === 'held' && decision?.reason !== undefined ? [{ kind: 'quote' as const, text: asTyped(decision.reason) }] : []),
    targetList(
      targets.map(({ currency, ...target }) => ({ ...target, earlier: null, ...(currency === undefined ? {} : { currency }) })),
      weekdays,
    ),
    { kind: 'divider' },
  ]
}

export function openProposalButtons({ id, state }: Proposal): Button[] {
  return state === 'accepted' ? [whyProposedButton(id)] : answerButtons(id)
}

function answerButtons(id: string): Button[] {
  return [
    { label: text('proposal-button-accept'), action: `agree:yes:${id}`, style: 'primary' },
    { label: text('proposal-button-counter'), action: `agree:counter:${id}` },
    whyProposedButton(id),
  ]
}

function whyProposedButton(id: string): Button {
  return { label: text('target-button-why'), action: `agree:why:${id}` }
}

function targetList(targets: ProposalPost['targets'], weekdays: number): Line {
  return {
    kind: 'list',
    items: targets.map((target) => text('proposal-line', { target: numberText(target), pace: paceText(target, weekdays) })),
  }
}

function numberText({ metric, currency, amount, before, earlier }: ProposalPost['targets'][number]): Text {
  const facts = { metric: metricName(metric), amount: amountOf(amount, currency) }
  if (earlier !== null && earlier !== amount) return text('proposal-target-earlier', { ...facts, earlier: amountOf(earlier, currency) })
  if (before !== null && before !== amount) return text('proposal-target-before', { ...facts, before: amountOf(before, currency) })
  return text(before === null ? 'proposal-target' : 'proposal-target-same', facts)
}

/** Their own numbers in place of the buttons. */
export function acceptedCard({ targets }: Proposal, of: string): Card {
  return {
    title: text('proposal-accepted', { period: period(of) }),
    lines: [
      {
        kind: 'list',
        items: targets.map(({ metric, amount, currency }) =>
          text('proposal-target', { metric: metricName(metric), amount: amountOf(amount, currency) }),
        ),
      },
    ],
    note: text('proposal-accepted-note'),
  }
}

export function counterSentCard(changes: readonly CounterChange[], reason: string): Card {
  return {
    title: text('counter-sent'),
    lines: [...changeLines(changes), { kind: 'quote', text: asTyped(reason) }],
    note: text('counter-sent-note'),
  }
}

/** To whoever proposed: one member asks for other numbers. */
export function proposalCounteredCard({ planId, proposalId, name, period: of, changes, reason }: ProposalCounteredPost): Card {
  return {
    title: text('counter-title', { name, period: period(of) }),
    lines: [...changeLines(changes), { kind: 'quote', text: asTyped(reason) }, { kind: 'text', text: text('counter-choices') }],
    buttons: [
      { label: text('counter-button-take', { name }), action: `agree:take:${proposalId}`, style: 'primary' },
      { label: text('counter-button-hold', { name }), action: `agree:hold:${proposalId}` },
      { label: text('agreement-button-show'), action: `agree:show:${planId}` },
    ],
  }
}

export function proposalAgreedCard({ planId, period: of, members }: ProposalAgreedPost): Card {
  return {
    lines: [{ kind: 'text', text: text('agreement-all-told', { period: period(of), members }) }],
    buttons: [{ label: text('agreement-button-draft'), action: `plan:draft:${planId}`, style: 'primary' }],
  }
}

/** To one member: what became of their counter, or that nothing is proposed to them any more. */
export function proposalSettledCard(post: ProposalSettledPost): Card {
  const facts = { by: post.by, period: period(post.period), team: post.team }
  if (post.outcome === 'withdrawn') return { lines: [{ kind: 'text', text: text('proposal-withdrawn', facts) }] }
  return {
    title: text(`counter-${post.outcome}`, facts),
    lines: [
      ...changeLines(post.changes, post.outcome === 'held' ? 'counter-stays' : 'counter-change'),
      ...(post.reason === undefined ? [] : [{ kind: 'quote' as const, text: asTyped(post.reason) }]),
    ],
    ...(post.outcome === 'held' ? { buttons: answerButtons(post.proposalId) } : {}),
    note: text(`counter-${post.outcome}-note`),
  }
}

function changeLines(changes: readonly CounterChange[], key: ChangeKey = 'counter-change'): Line[] {
  return [{ kind: 'list', items: changes.map((change) => changeText(change, key)) }]
}

/** What is asked for in place of what is proposed, or what stays whatever was asked for. */
type ChangeKey = 'counter-change' | 'counter-stays'

export function changeText({ metric, currency, proposed, asked }: CounterChange, key: ChangeKey = 'counter-change'): Text {
  return text(key, { metric: metricName(metric), asked: amountOf(asked, currency), proposed: amountOf(proposed, currency) })
}
