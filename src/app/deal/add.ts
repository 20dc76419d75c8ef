import type { Temporal } from 'temporal-polyfill'
import type { Stage } from '../../core/pipeline/stage.js'
import type { Actor } from '../access/visitor.js'
import type { App } from '../app.js'
import { type DealView, dealView, mustBeInOrder } from './deal-change.js'
import { dealFocus } from './focus.js'
import { tellOfDeal } from './tell.js'
import { dealOwner } from './whose-deal.js'

export interface DealInput {
  readonly name: string
  /** Minor units of the team's currency; undefined while nobody knows it. */
  readonly amount: bigint | undefined
  readonly stage: Stage
  readonly openedOn: Temporal.PlainDate
  /** A strategic focus of the plan that runs; undefined or null: off strategy. */
  readonly focus?: string | null | undefined
  /** Undefined for the asker's own. */
  readonly ownerId: string | undefined
}

/**
 * Adds an open deal.
 *
 * @param source the delivery that brings it: brought twice, it is there once
 * @throws UserError for a day to come, an owner who cannot have it, or a focus that the plan does not name
 */
export async function addDeal(app: App, actor: Actor, input: DealInput, source: string): Promise<DealView> {
  const { team, today, personId } = actor
  const { name, amount, stage, openedOn, ownerId } = input
  mustBeInOrder(today, openedOn)
  return app.transaction(actor.organisationId, async (store) => {
    const owner = await dealOwner(store, actor, ownerId)
    const opening = { from: undefined, to: stage, on: today, reason: undefined }
    const facts = { name, amount, currency: team.currency, focus: await dealFocus(store, actor, input.focus ?? undefined), openedOn }
    const deal = { teamId: team.id, memberId: owner.id, ...facts, moves: [opening], source }
    const isNew = (await store.deals.add([deal], personId)) > 0
    const added = await store.deals.bySource(source)
    if (added === undefined) throw new Error(`Cannot add the deal of ${source}: it is not there`)
    if (isNew) await tellOfDeal(store, actor, undefined, added)
    return dealView(store, actor, added.id)
  })
}
