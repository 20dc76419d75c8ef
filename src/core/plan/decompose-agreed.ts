import { CALENDAR_YEAR } from '../calendar/fiscal-year.js'
import { type DecomposeError, type DecomposeInput, type DecomposeMember, decompose } from './decompose.js'
import { type Decomposition, teamTotals } from './decomposition.js'
import { planMonths } from './plan-months.js'
import type { Result } from './result.js'

/** A member whose number was agreed with them: it stays, and the others share what it leaves. Minor units or a count. */
export interface AgreedMember extends Omit<DecomposeMember, 'weight'> {
  readonly amount: bigint
}

/** 'agreed-differs': the agreed numbers leave `left` of the team's total (negative: are more than it), and nobody is there to take it. */
export type DecomposeAgreedError = DecomposeError | { readonly code: 'agreed-differs'; readonly agreed: bigint; readonly left: bigint }

/**
 * Breaks a target down as `decompose` does, but for members whose own number was agreed: they get exactly that, over their own working
 * days, and the rest of the team shares what is left by its weights. Who was agreed with and has no day to work on takes nothing, and
 * their number goes to the others.
 *
 * @param input its members without regard to what was agreed; one who was agreed with need not be among them
 */
export function decomposeAgreed(input: DecomposeInput, agreed: readonly AgreedMember[]): Result<Decomposition, DecomposeAgreedError> {
  if (agreed.length === 0) return decompose(input)
  const placeOf = new Map(input.members.map(({ member, place }, index) => [member, place ?? index]))
  const fixed = agreed.map(({ amount, ...member }) => {
    const place = member.place ?? placeOf.get(member.member)
    const own = decompose({ ...input, totals: undefined, amount, members: [{ ...member, place, weight: 1n }] })
    return { member: member.member, amount, plan: own.ok ? own.value : undefined }
  })
  const kept = fixed.flatMap(({ plan }) => (plan === undefined ? [] : [plan]))
  const keptAmount = kept.reduce((sum, { total }) => sum + total, 0n)
  const left = input.amount - keptAmount
  const names = new Set(agreed.map(({ member }) => member))
  const others = input.members.flatMap((each) => (names.has(each.member) ? [] : [{ ...each, place: placeOf.get(each.member) }]))
  const rest = left < 0n ? undefined : decompose({ ...input, amount: left, members: others })
  if (rest?.ok !== true) {
    if (left !== 0n) return { ok: false, error: { code: 'agreed-differs', agreed: keptAmount, left } }
    if (kept.length === 0) return rest ?? { ok: false, error: { code: 'no-weight' } }
  }
  const plans = [...(rest?.ok === true ? [rest.value] : []), ...kept]
  const order = new Map([...new Set([...input.members, ...agreed].map(({ member }) => member))].map((member, place) => [member, place]))
  const members = plans.flatMap((plan) => plan.members).toSorted((a, b) => (order.get(a.member) ?? 0) - (order.get(b.member) ?? 0))
  const excluded = [
    ...(rest?.ok === true ? rest.value.excluded : others.map(({ member }) => member)),
    ...fixed.flatMap(({ member, plan }) => (plan === undefined ? [member] : [])),
  ]
  const months = planMonths(input.period, input.fiscal ?? CALENDAR_YEAR)
  return { ok: true, value: { metric: input.metric, period: input.period, ...teamTotals(members, months), members, excluded } }
}
