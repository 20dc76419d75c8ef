import { type Agreement, type CounterFigures, withoutAgreement } from '../../app/plan/agree/agreement.js'
import type { PlanRevision } from '../../store/repository/plans.js'
import type { Button, Card, Line } from '../model.js'
import { asTyped, list, period, text } from '../text.js'
import { changeText } from './proposal.js'

/** To a manager: who has agreed to a draft, who asks for what and why. */
export function agreementCard(draft: PlanRevision, of: string, agreement: Agreement): Card {
  return {
    title: text('agreement-title', { period: period(of) }),
    lines: agreementLines(agreement),
    buttons: [
      ...agreement.countered.flatMap(counterButtons),
      ...(agreement.notAsked.length > 0 ? [proposeButton(draft)] : []),
      { label: text('agreement-button-draft'), action: `plan:draft:${draft.id}` },
    ],
    note: text('agreement-note'),
  }
}

export function agreementLines(agreement: Agreement): Line[] {
  const { accepted, waiting, countered, notAsked, isOutdated } = agreement
  const lines: Line[] = []
  if (isOutdated) lines.push({ kind: 'text', text: text('agreement-outdated') })
  if (withoutAgreement(agreement).length === 0)
    return [...lines, { kind: 'text', text: text('agreement-all', { members: accepted.length }) }]
  if (accepted.length > 0) lines.push({ kind: 'text', text: text('agreement-accepted', { names: list(accepted) }) })
  if (waiting.length > 0) lines.push({ kind: 'text', text: text('agreement-waiting', { names: list(waiting) }) })
  if (notAsked.length > 0) lines.push({ kind: 'text', text: text('agreement-not-asked', { names: list(notAsked) }) })
  return [...lines, ...countered.flatMap(counterLines)]
}

function counterLines({ name, changes, reason, held }: CounterFigures): Line[] {
  return [
    { kind: 'text', text: text('agreement-countered', { name }) },
    {
      kind: 'list',
      items: changes.map(({ currency, ...change }) => changeText({ ...change, ...(currency === undefined ? {} : { currency }) })),
    },
    { kind: 'quote', text: asTyped(reason) },
    ...(held === undefined ? [] : [{ kind: 'text' as const, text: text('agreement-held', { reason: held }) }]),
  ]
}

function counterButtons({ id, name, held }: CounterFigures): Button[] {
  return [
    { label: text('counter-button-take', { name }), action: `agree:take:${id}` },
    ...(held === undefined ? [{ label: text('counter-button-hold', { name }), action: `agree:hold:${id}` }] : []),
  ]
}

/** Under a draft: put it to the team, or see what came of it. */
export function draftAgreementButtons(draft: PlanRevision, agreement: Agreement | undefined): Button[] {
  if (agreement === undefined) return [proposeButton(draft)]
  const show: Button = { label: text('agreement-button-show'), action: `agree:show:${draft.id}` }
  return agreement.notAsked.length > 0 ? [proposeButton(draft), show] : [show]
}

function proposeButton({ id }: PlanRevision): Button {
  return { label: text('agreement-button-propose'), action: `agree:propose:${id}`, confirm: text('agreement-propose-confirm') }
}
