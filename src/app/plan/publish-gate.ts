import type { CheckKey } from '../../core/plan/checks/check.js'
import type { ChangeRight } from '../../core/plan/window/change-right.js'
import type { Actor } from '../access/visitor.js'
import { UserError } from '../user-error.js'
import type { PlanChecks } from './check-plan.js'
import { type Ground, groundOf, type Override } from './window/right.js'

/** What may stand between a plan and its publication: a check that is blocked, and that what is published stands outside a window. */
export interface Hurdles {
  readonly checks: PlanChecks
  readonly right: ChangeRight
}

/**
 * How somebody may publish a plan today: as it stands; as an admin who gives a reason; only by asking an admin; or not before it is mended,
 * since it contradicts itself.
 */
export type PublishWay = 'as-is' | 'with-reason' | 'by-admin' | 'never'

export function publishWay({ isAdmin }: Actor, { checks, right }: Hurdles): PublishWay {
  const blocked = blockedOf(checks)
  if (blocked.some(({ canOverride }) => !canOverride)) return 'never'
  if (blocked.length === 0 && right.kind !== 'closed') return 'as-is'
  return isAdmin ? 'with-reason' : 'by-admin'
}

/**
 * @returns for the record: by what right it is published, and in spite of which checks
 * @throws UserError when a check is blocked or what is published may not be changed today, and nobody who may has given a reason
 */
export function mustPass(
  actor: Actor,
  hurdles: Hurdles,
  override: Override | undefined,
): { readonly ground: Ground; readonly overridden: readonly CheckKey[] } {
  const overridden = blockedOf(hurdles.checks).map(({ check }) => check)
  const [first] = overridden
  if (first !== undefined && (publishWay(actor, hurdles) !== 'with-reason' || !isReason(override)))
    throw new UserError('plan-blocked', { check: first })
  return { ground: groundOf(hurdles.right, actor, override), overridden }
}

export function blockedOf(checks: PlanChecks): PlanChecks[number][] {
  return checks.filter(({ verdict }) => verdict === 'blocked')
}

function isReason(override: Override | undefined): boolean {
  return override !== undefined && override.reason.trim() !== ''
}
