import type { Period } from '../../core/calendar/period.js'
import { type DealsByFocus, dealsByFocus } from '../../core/plan/focus-shares.js'
import type { Store } from '../../store/store.js'
import type { Actor } from '../access/visitor.js'
import type { App } from '../app.js'
import { runningStrategy } from '../plan/strategy.js'
import { UserError } from '../user-error.js'

/** How a team's deals fall on the strategy of the plan that runs, by their value in the team's currency. */
export interface DealStrategy {
  /** Undefined while nothing that is open has an amount. */
  readonly open: DealsByFocus | undefined
  /** Of what was won in the plan's period; undefined while nothing was. */
  readonly won: DealsByFocus | undefined
  readonly period: Period
}

/** Which focuses a deal can serve, by name: those of the plan that runs. None where it names none. */
export async function possibleFocuses(app: App, actor: Actor): Promise<readonly string[]> {
  return focusNames(app.reading(actor.organisationId), actor)
}

export async function focusNames(store: Store, { team, today }: Actor): Promise<string[]> {
  return ((await runningStrategy(store, team, today))?.focuses ?? []).map(({ name }) => name)
}

/**
 * The focus that a deal is to serve.
 *
 * @param before the one it has: it may keep what an earlier plan named
 * @throws UserError where the plan that runs names no such focus
 */
export async function dealFocus(store: Store, actor: Actor, focus: string | undefined, before?: string): Promise<string | undefined> {
  if (focus === undefined || focus === before) return focus
  const known = await focusNames(store, actor)
  if (!known.includes(focus)) throw new UserError('deal-focus', { focus }, 'focus')
  return focus
}

/** @returns undefined where no running plan names a focus, or no deal has a value that could serve one */
export async function dealStrategy(store: Store, { team, today }: Actor): Promise<DealStrategy | undefined> {
  const strategy = await runningStrategy(store, team, today)
  if (strategy === undefined) return undefined
  const { focuses, period } = strategy
  const open = dealsByFocus(focuses, await store.deals.sumByFocus(team.id, team.currency))
  const won = dealsByFocus(focuses, await store.deals.sumByFocus(team.id, team.currency, period))
  return open === undefined && won === undefined ? undefined : { open, won, period }
}
