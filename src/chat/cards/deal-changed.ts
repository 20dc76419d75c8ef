import type { DealChangedPost, DealSide, DealsHandedOverPost, DealsImportedPost } from '../../app/deal/post.js'
import type { Button, Card } from '../model.js'
import { amountOf, asTyped, date, type Text, type TextArg, text } from '../text.js'
import { countButton, dealButton, placeName } from './deal.js'

/** To whoever a deal belongs to, or did until then: what somebody else did to it, with what held before and holds now. */
export function dealChangedPostCard({ teamId, dealId, by, before, after }: DealChangedPost): Card {
  if (after === null) return { lines: [{ kind: 'text', text: text('deal-told-taken-back', { by, name: before?.name ?? '' }) }] }
  const isWon = after.place === 'won' && before?.place !== 'won'
  const reason = after.reason === before?.reason ? null : after.reason
  return {
    title: before === null ? text('deal-told-given', { by, name: after.name }) : text('deal-told-changed', { by, name: before.name }),
    lines: [
      { kind: 'list', items: before === null ? givenTexts(after) : changeTexts(before, after) },
      ...(reason === null ? [] : [{ kind: 'quote' as const, text: asTyped(reason) }]),
      ...(isWon ? [{ kind: 'small' as const, text: text('deal-count-hint') }] : []),
    ],
    buttons: dealId === undefined ? [] : buttonsOf(teamId, dealId, after, isWon),
  }
}

/** To whoever owns deals that somebody else brought in from a file. */
export function dealsImportedPostCard({ by, count, open }: DealsImportedPost): Card {
  return { lines: [{ kind: 'text', text: text('deal-told-imported', { by, count, open }) }] }
}

/** To whoever has a leaver's open deals from now on. */
export function dealsHandedOverPostCard({ by, from, count }: DealsHandedOverPost): Card {
  return { lines: [{ kind: 'text', text: text('deal-told-handed-over', { by, from, count }) }] }
}

const GIVEN = ['amount', 'place', 'opened', 'focus'] as const
const CHANGEABLE = ['name', 'amount', 'place', 'opened', 'closed', 'focus', 'owner'] as const
type DealField = (typeof CHANGEABLE)[number]

const LABELS = {
  name: text('deal-field-name'),
  amount: text('deal-field-amount'),
  place: text('deal-field-stage'),
  opened: text('deal-field-opened'),
  closed: text('deal-field-closed'),
  focus: text('deal-field-focus'),
  owner: text('deal-field-owner'),
}

function givenTexts(side: DealSide): Text[] {
  return GIVEN.filter((field) => field !== 'focus' || side.focus !== undefined).map((field) => factText(field, side))
}

function factText(field: DealField, side: DealSide): Text {
  return text('deal-told-fact', { what: LABELS[field], value: valueIn(field, side) })
}

function changeTexts(before: DealSide, after: DealSide): Text[] {
  // When it was won, lost or opened again is the day of this very message.
  const isCorrectedClosing = before.closed !== null && after.closed !== null
  return CHANGEABLE.filter((field) => before[field] !== after[field] && (field !== 'closed' || isCorrectedClosing)).map((field) =>
    text('deal-told-change', { what: LABELS[field], before: valueIn(field, before), after: valueIn(field, after) }),
  )
}

function valueIn(field: DealField, side: DealSide): TextArg {
  switch (field) {
    case 'name':
    case 'owner':
      return side[field]
    case 'place':
      return placeName(side.place)
    case 'focus':
      return side.focus ?? text('deal-focus-none')
    case 'amount':
      return side.amount === null ? text('deal-no-amount') : amountOf(side.amount, side.currency)
    case 'opened':
    case 'closed':
      return side[field] === null ? '' : date(side[field], 'long')
  }
}

function buttonsOf(teamId: string, id: string, { name, amount, currency }: DealSide, isWon: boolean): Button[] {
  const count = isWon ? [countButton({ id, amount: amount ?? undefined, currency }, teamId)] : []
  return [...count, dealButton({ id, name }, teamId)]
}
