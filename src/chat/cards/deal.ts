import type { WinCounted } from '../../app/deal/count-win.js'
import type { DealView } from '../../app/deal/deal-change.js'
import type { DealStrategy } from '../../app/deal/focus.js'
import type { HandedOver } from '../../app/deal/hand-over.js'
import type { DealList } from '../../app/deal/look.js'
import { isStage, type Place, STAGES, type Stage } from '../../core/pipeline/stage.js'
import type { Deal } from '../../store/repository/deals.js'
import { inPassing } from '../in-passing.js'
import type { Button, Card, Line } from '../model.js'
import { asTyped, date, list, period as periodArg, type Text, text } from '../text.js'
import { reportedTexts } from './day-numbers.js'
import { focusPart, tenths } from './plan-checks/words.js'

/** A page of deals, each a button that leads to what can be done with it. */
export function dealListCard(shown: DealList, teamId: string, currency: string): Card {
  const { of, words, deals, page, hasMore, open } = shown
  const facts = { name: of.name, words }
  const titled = words !== '' ? text('deal-found', facts) : of.kind === 'me' ? text('deal-title') : text('deal-title-of', facts)
  const empty = words !== '' ? text('deal-none-found', facts) : text('deal-none')
  const whose = of.memberId ?? 'team'
  return {
    title: titled,
    lines: [
      ...(words === '' && open.count > 0 ? [{ kind: 'text' as const, text: sumText(open, currency) }] : []),
      ...(shown.strategy === undefined ? [] : strategyLines(shown.strategy)),
      deals.length === 0
        ? { kind: 'text', text: empty }
        : { kind: 'list', items: deals.map((deal) => text('deal-item', { name: deal.name, facts: factsText(deal, deal.owner) })) },
    ],
    buttons: [
      ...deals.map((deal) => dealButton(deal, teamId)),
      // Words are too long for a button; a search that finds more is made narrower.
      ...(hasMore && words === '' ? [{ label: text('deal-button-more'), action: `deal:list:${teamId}:${whose}:${page + 1}` }] : []),
      { label: text('deal-button-add'), action: `deal:add:${teamId}`, style: 'primary' },
      // The team's list is for those who run it.
      ...(of.kind === 'team' && words === '' ? [{ label: text('deal-button-import'), action: `deal:import:${teamId}` }] : []),
    ],
    note: text(hasMore && words !== '' ? 'deal-more-words' : 'deal-note'),
  }
}

/** Each focus's part of the pipeline beside the part of the effort that it should get, and what was won so far. */
function strategyLines({ open, won, period }: DealStrategy): Line[] {
  const parts = open?.focuses.map(({ name, share, wanted }) =>
    text('deal-strategy-focus', { focus: name, share: tenths(share), wanted: tenths(wanted) }),
  )
  const off = open && text('deal-strategy-off', { share: tenths(open.off.share), room: tenths(open.off.room) })
  const facts = won && { period: periodArg(period.id), parts: list(won.focuses.map(focusPart)), off: tenths(won.off.share) }
  const items = [...(parts ?? []), ...(off === undefined ? [] : [off]), ...(facts === undefined ? [] : [text('deal-strategy-won', facts)])]
  return [
    { kind: 'small', text: text('deal-strategy') },
    { kind: 'list', items },
  ]
}

function sumText({ count, amount }: DealList['open'], currency: string): Text {
  return amount === 0n ? text('deal-count', { count }) : text('deal-sum', { count, amount: inPassing(amount, currency) })
}

/** Leads to what can be done with it. */
export function dealButton({ id, name }: { readonly id: string; readonly name: string }, teamId: string): Button {
  return { label: asTyped(shortened(name)), action: `deal:show:${teamId}:${id}` }
}

const LABEL_LENGTH = 24

function shortened(name: string): string {
  const signs = [...name]
  return signs.length <= LABEL_LENGTH ? name : `${signs.slice(0, LABEL_LENGTH - 1).join('')}…`
}

/** A deal with its next steps: the stages it can go to, won, lost. */
export function dealCard(view: DealView, teamId: string): Card {
  const { deal, owner } = view
  return {
    title: asTyped(deal.name),
    lines: [{ kind: 'text', text: factsText(deal, owner) }, ...reasonLines(deal)],
    buttons: [...stepButtons(deal, teamId), editButton(deal, teamId)],
  }
}

/** What was done to a deal just now, with a way back. */
export function dealChangedCard(view: DealView, teamId: string, what: 'added' | 'moved' | 'corrected' | 'undone'): Card {
  const { deal, owner, moves } = view
  const last = moves.at(-1)
  const facts = { name: deal.name, place: placeText(deal) }
  const canUndo = (what === 'added' || what === 'moved') && last !== undefined
  const counts = what === 'moved' && deal.state.kind === 'won'
  return {
    title: text(what === 'moved' && deal.state.kind !== 'open' ? `deal-${deal.state.kind}` : `deal-${what}`, facts),
    lines: [
      { kind: 'text', text: factsText(deal, owner) },
      ...reasonLines(deal),
      ...(counts ? [{ kind: 'small' as const, text: text('deal-count-hint') }] : []),
    ],
    buttons: [
      ...(counts ? [countButton(deal, teamId)] : []),
      ...(what === 'added' ? stepButtons(deal, teamId).slice(0, 1) : []),
      ...(canUndo ? [{ label: text('button-undo'), action: `deal:undo:${teamId}:${last.id}` }] : []),
      editButton(deal, teamId),
    ],
  }
}

export function dealGoneCard(name: string): Card {
  return { lines: [{ kind: 'text', text: text('deal-taken-back', { name }) }] }
}

/** To whoever handed somebody's open deals over. */
export function dealsHandedOverCard({ from, to, count }: HandedOver): Card {
  return {
    lines: [{ kind: 'text', text: count === 0 ? text('deal-handed-none', { from }) : text('deal-handed-over', { from, to, count }) }],
  }
}

/** A win that was added to the day's numbers. */
export function winCountedCard({ deal, numbers, undoId }: WinCounted, teamId: string): Card {
  return {
    title: text('deal-counted', { name: deal.name }),
    lines: [{ kind: 'list', items: reportedTexts(numbers) }],
    buttons: [{ label: text('button-undo'), action: `log:undo:${teamId}:${undoId}` }],
  }
}

/** "¥120,000 · Proposal since 3 Nov · opened 1 Oct · Li Na · focus: Healthcare" */
function factsText(deal: Deal, owner: string | undefined): Text {
  const facts = plainFacts(deal, owner)
  return deal.focus === undefined ? facts : text('deal-facts-focus', { facts, focus: deal.focus })
}

function plainFacts({ amount, currency, openedOn, state }: Deal, owner: string | undefined): Text {
  const facts = {
    amount: amount === undefined ? text('deal-no-amount') : inPassing(amount, currency),
    place:
      state.kind === 'open'
        ? text('deal-in-stage', { stage: stageName(state.stage), since: date(state.since) })
        : text(`deal-${state.kind}-on`, { on: date(state.on) }),
    opened: date(openedOn),
  }
  return owner === undefined ? text('deal-facts', facts) : text('deal-facts-owned', { ...facts, owner })
}

function reasonLines({ state }: Deal) {
  return state.kind === 'open' || state.reason === undefined ? [] : [{ kind: 'quote' as const, text: asTyped(state.reason) }]
}

function placeText({ state }: Deal): Text {
  return placeName(state.kind === 'open' ? state.stage : state.kind)
}

export function placeName(place: Place): Text {
  return isStage(place) ? stageName(place) : text(`deal-place-${place}`)
}

export function stageName(stage: Stage): Text {
  return text(`stage-${stage}`)
}

/** The next stage first, then the end, then the other stages: most deals take the next step. A closed one can be opened again. */
function stepButtons({ id, state }: Deal, teamId: string): Button[] {
  const to = (stage: Stage, style?: 'primary'): Button => ({
    label: text('deal-button-move', { stage: stageName(stage) }),
    action: `deal:move:${teamId}:${id}:${stage}`,
    ...(style === undefined ? {} : { style }),
  })
  if (state.kind !== 'open') {
    const again = state.stage ?? STAGES[0]
    return [{ label: text('deal-button-reopen', { stage: stageName(again) }), action: `deal:move:${teamId}:${id}:${again}` }]
  }
  const at = STAGES.indexOf(state.stage)
  const next = STAGES[at + 1]
  const others = STAGES.filter((stage) => stage !== state.stage && stage !== next)
  return [
    ...(next === undefined ? [] : [to(next, 'primary')]),
    {
      label: text('deal-button-won'),
      action: `deal:move:${teamId}:${id}:won`,
      ...(next === undefined ? { style: 'primary' as const } : {}),
    },
    { label: text('deal-button-lost'), action: `deal:lose:${teamId}:${id}` },
    ...others.map((stage) => to(stage)),
  ]
}

/** Adds a win to the day's numbers. @param deal its amount in minor units of the currency */
export function countButton(deal: { id: string; amount: bigint | undefined; currency: string }, teamId: string): Button {
  const { id, amount, currency } = deal
  const label = amount === undefined ? text('deal-button-count-one') : text('deal-button-count', { amount: inPassing(amount, currency) })
  return { label, action: `deal:count:${teamId}:${id}`, style: 'primary' }
}

function editButton({ id }: Deal, teamId: string): Button {
  return { label: text('button-edit'), action: `deal:edit:${teamId}:${id}` }
}
