import { z } from 'zod'
import { amountWords } from '../../core/amount/amount-words.js'
import type { Unit } from '../../core/amount/unit.js'
import { fiscalOfPlan, namedInPlan } from '../../core/plan/plan-calendar.js'
import { type PlanInput, type PlanTarget, planInput } from '../../core/plan/plan-input.js'
import type { PlanRevision } from '../../store/repository/plans.js'

/** What a kept revision asks for, in the fiscal year that it was made in: one that names none is of the calendar year. @throws ZodError when it was kept by something that knows plans differently: a bug */
export function planOf(revision: Pick<PlanRevision, 'input'>): PlanInput {
  const known = alreadyRead.get(revision)
  if (known !== undefined) return known
  const plan = kept.parse(revision.input)
  const whole = { ...plan, ...namedInPlan(fiscalOfPlan(plan)) }
  alreadyRead.set(revision, whole)
  return whole
}

/** Of a revision many ask, each for their part of the plan: it is read once for as long as it is at hand. */
const alreadyRead = new WeakMap<object, PlanInput>()

/** A plan checked once more, after something was put into it that it did not have when it was read. */
export function recheckedPlan(plan: PlanInput) {
  return planInput.safeParse(asWritten(plan))
}

/** What a target counts. */
export function unitOf({ currency }: Pick<PlanTarget, 'currency'>): Unit {
  return currency === undefined ? { kind: 'count' } : { kind: 'money', currency }
}

/** Whether two plans ask for the same, whatever the order in which they were written. */
export function asksTheSame(one: PlanInput, other: PlanInput): boolean {
  return comparable(one) === comparable(other)
}

const agreed = z.array(z.looseObject({ amount: z.bigint() }))

const kept = z
  .looseObject({
    targets: z.array(z.looseObject({ amount: z.bigint(), currency: z.string().optional(), agreed: agreed.optional() })),
  })
  .transform((plan): unknown => asWritten(plan))
  .pipe(planInput)

interface InMinorUnits {
  readonly amount: bigint
  readonly currency?: string | undefined
  readonly agreed?: readonly { readonly amount: bigint }[] | undefined
}

/** The schema reads amounts as words; a kept plan has them in minor units. */
function asWritten<T extends { readonly targets: readonly InMinorUnits[] }>(plan: T) {
  return {
    ...plan,
    targets: plan.targets.map((target) => ({
      ...target,
      amount: amountWords(target.amount, unitOf(target)),
      ...(target.agreed === undefined
        ? {}
        : { agreed: target.agreed.map((part) => ({ ...part, amount: amountWords(part.amount, unitOf(target)) })) }),
    })),
  }
}

function comparable(plan: PlanInput): string {
  const targets = asWritten(plan).targets.toSorted((a, b) => (a.metric < b.metric ? -1 : 1))
  return JSON.stringify({ ...plan, targets }, (_key, part: unknown) =>
    typeof part === 'object' && part !== null && !Array.isArray(part) ? Object.fromEntries(Object.entries(part).toSorted()) : part,
  )
}
