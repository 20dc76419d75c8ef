import type { Temporal } from 'temporal-polyfill'
import { z } from 'zod'
import type { DealCorrection } from '../../app/deal/correct.js'
import { amountWords } from '../../core/amount/amount-words.js'
import { parseAmount } from '../../core/amount/parse-amount.js'
import { STAGES } from '../../core/pipeline/stage.js'
import type { Deal } from '../../store/repository/deals.js'
import { actionCode } from '../action-code.js'
import { stageName } from '../cards/deal.js'
import { isoDate, readForm } from '../input.js'
import type { Field, Form, FormValues, Reply } from '../model.js'
import { asTyped, text } from '../text.js'
import { NOTHING } from './plan-table.js'

export const DEAL_NAME_MAX = 120
const REASON_MAX = 500

type Owners = readonly { readonly id: string; readonly name: string }[]

export interface DealChoices {
  /** Whom a deal can belong to, where the asker may say so. */
  readonly owners: Owners
  /** The strategic focuses that it can serve; empty where no plan names any. */
  readonly focuses: readonly string[]
}

/** @param ownId the owner to begin with */
export function dealForm(
  { id: teamId, currency }: { readonly id: string; readonly currency: string },
  today: Temporal.PlainDate,
  { owners, focuses }: DealChoices,
  ownId: string | undefined,
): Form {
  return {
    key: 'deal-add',
    context: teamId,
    title: text('deal-form-title'),
    submit: text('deal-form-submit'),
    fields: [
      nameField(),
      amountField(currency),
      {
        kind: 'choice',
        name: 'stage',
        label: text('deal-field-stage'),
        options: STAGES.map((stage) => ({ value: stage, label: stageName(stage) })),
        initial: 'lead',
      },
      { kind: 'date', name: 'opened', label: text('deal-field-opened'), hint: text('deal-hint-opened'), initial: today.toString() },
      ...focusField(focuses, undefined),
      ...ownerField(owners, ownId),
    ],
  }
}

export function dealEditForm(teamId: string, deal: Deal, { owners, focuses }: DealChoices): Form {
  const { id, name, amount, currency, focus, openedOn, state, memberId } = deal
  return {
    key: 'deal-edit',
    context: `${teamId}:${id}`,
    title: text('deal-edit-title'),
    submit: text('deal-edit-submit'),
    fields: [
      nameField(name),
      amountField(currency, amount),
      { kind: 'date', name: 'opened', label: text('deal-field-opened'), initial: openedOn.toString() },
      ...focusField(focuses, focus),
      ...(state.kind === 'open'
        ? ownerField(owners, memberId)
        : [{ kind: 'date' as const, name: 'closed', label: text('deal-field-closed'), initial: state.on.toString() }]),
    ],
  }
}

export function dealLostForm(teamId: string, { id, name }: Deal): Form {
  return {
    key: 'deal-lost',
    context: `${teamId}:${id}`,
    title: text('deal-lost-title'),
    intro: [{ kind: 'text', text: asTyped(name) }],
    submit: text('deal-lost-submit'),
    fields: [{ kind: 'text', name: 'reason', label: text('deal-field-reason'), hint: text('deal-hint-reason'), maxLength: REASON_MAX }],
  }
}

/** Who is to have all of somebody's open deals. */
export function handOverForm(teamId: string, fromId: string, from: string, owners: Owners): Form {
  return {
    key: 'deal-hand-over',
    context: `${teamId}:${fromId}`,
    title: text('deal-hand-over-title'),
    intro: [{ kind: 'text', text: text('deal-hand-over-intro', { from }) }],
    submit: text('deal-hand-over-submit'),
    fields: ownerField(owners, undefined),
  }
}

function nameField(initial?: string): Field {
  const field = { kind: 'text' as const, name: 'name', label: text('deal-field-name'), maxLength: DEAL_NAME_MAX }
  return initial === undefined ? field : { ...field, initial }
}

function amountField(currency: string, amount?: bigint): Field {
  const base = { kind: 'number' as const, name: 'amount', label: text('deal-field-amount'), unit: asTyped(currency), optional: true }
  const field = { ...base, hint: text('deal-hint-amount') }
  return amount === undefined ? field : { ...field, initial: amountWords(amount, { kind: 'money', currency }) }
}

/** As many as every platform's list can show; a larger team's deals are handed over by their owners. */
const MOST_OWNERS = 100

function ownerField(owners: Owners, initial: string | undefined): Field[] {
  if (owners.length === 0 || owners.length > MOST_OWNERS) return []
  const options = owners.map(({ id, name }) => ({ value: id, label: asTyped(name) }))
  const known = owners.some(({ id }) => id === initial) ? initial : undefined
  const field = { kind: 'choice' as const, name: 'owner', label: text('deal-field-owner'), options }
  return [known === undefined ? field : { ...field, initial: known }]
}

/** What goes before a focus's name in a value: one could be called as what stands for none. */
const NAMED = '='

/** Characters of a value that every platform's choice takes. */
const LONGEST_VALUE = 75

/** The name itself, or where that is too long its beginning with a code that tells it apart. */
function focusValue(name: string): string {
  const whole = `${NAMED}${name}`
  return whole.length <= LONGEST_VALUE ? whole : `${whole.slice(0, LONGEST_VALUE - 9)} ${actionCode(name)}`
}

/** Null for off strategy, undefined where it was not asked; what is not among the focuses as it was sent, to be refused by who knows them. */
function focusMeant(value: string | undefined, focuses: readonly string[]): string | null | undefined {
  if (value === undefined) return undefined
  if (!value.startsWith(NAMED)) return null
  return focuses.find((name) => focusValue(name) === value) ?? value.slice(NAMED.length)
}

/** What an earlier plan named can stay; where the plan names no focus there is nothing to choose. */
function focusField(focuses: readonly string[], initial: string | undefined): Field[] {
  if (focuses.length === 0) return []
  const names = initial === undefined || focuses.includes(initial) ? focuses : [...focuses, initial]
  const options = [
    ...names.map((name) => ({ value: focusValue(name), label: asTyped(name) })),
    { value: NOTHING, label: text('deal-focus-none') },
  ]
  const chosen = initial === undefined ? NOTHING : focusValue(initial)
  return [
    {
      kind: 'choice',
      name: 'focus',
      label: text('deal-field-focus'),
      hint: text('deal-hint-focus'),
      options,
      initial: chosen,
    },
  ]
}

const answers = z.object({
  name: z.string().trim().min(1).max(DEAL_NAME_MAX),
  amount: z.string().trim().max(80).default(''),
  stage: z.enum(STAGES).default('lead'),
  opened: isoDate,
  closed: isoDate.optional(),
  focus: z.string().max(LONGEST_VALUE).optional(),
  owner: z.string().max(40).optional(),
})

export type DealAnswers = DealCorrection & { readonly stage: (typeof STAGES)[number] }

/**
 * Reads the answers of dealForm and dealEditForm; what cannot be read is said at its field.
 *
 * @param focuses those that the form could offer
 */
export function readDeal(
  values: FormValues,
  currency: string,
  focuses: readonly string[],
): { ok: true; value: DealAnswers } | { ok: false; reply: Reply } {
  const read = readForm(answers, values)
  if (!read.ok) return read
  const { name, amount: words, stage, opened, closed, focus, owner } = read.value
  const amount = words === '' ? undefined : parseAmount(words, { kind: 'money', currency })
  if (amount !== undefined && !amount.ok)
    return { ok: false, reply: { kind: 'errors', errors: [{ field: 'amount', text: text(`plan-amount-${amount.reason}`) }] } }
  const dates = { openedOn: opened, closedOn: closed }
  return { ok: true, value: { name, amount: amount?.value, stage, ...dates, focus: focusMeant(focus, focuses), ownerId: owner } }
}

export const handOverAnswers = z.object({ owner: z.string().max(40) })

export const lostAnswers = z.object({ reason: z.string().trim().min(1).max(REASON_MAX) })
