import type { MetricKey } from '../metric.js'
import type { PlanInput, PlanSplit, PlanTarget } from '../plan-input.js'

/**
 * The targets of a published plan that another one asks for otherwise, or no longer. A metric that was not planned before is new, not
 * changed; what carries or what strategy a target serves is no change where nothing was said of it before; and that somebody joined or left
 * changes nobody's agreement with the others. Funnels, the market, key actions and the day's standard move no target.
 *
 * @param crew names of those who joined since the plan was published, or have left: their coming and going in a split is no change
 */
export function changedTargets(published: PlanInput, next: PlanInput, crew: ReadonlySet<string>): MetricKey[] {
  const isForAll = forAll(published, crew) !== forAll(next, crew) || isOtherwise(published.focus, next.focus)
  return published.targets.flatMap((target) => {
    const other = next.targets.find(({ metric }) => metric === target.metric)
    return !isForAll && other !== undefined && isSame(target, other, crew) ? [] : [target.metric]
  })
}

/** What a plan says once for all its targets and moves them by. */
function forAll({ joiners, leavers, leave, ramps = [] }: PlanInput, crew: ReadonlySet<string>): string {
  return written({ joiners, leavers, leave, ramps: ramps.filter(({ member }) => !crew.has(member)).toSorted(byMember) })
}

function isSame(target: PlanTarget, other: PlanTarget, crew: ReadonlySet<string>): boolean {
  if (isOtherwise(target.carrier, other.carrier) || isOtherwise(target.focus, other.focus)) return false
  return asked(target, crew) === asked(other, crew)
}

function isOtherwise(before: unknown, after: unknown): boolean {
  return before !== undefined && written({ said: before }) !== written({ said: after })
}

function asked({ split, agreed = [], carrier: _carrier, focus: _focus, ...rest }: PlanTarget, crew: ReadonlySet<string>): string {
  const kept = agreed.filter(({ member }) => !crew.has(member)).map(({ member, amount }) => ({ member, amount }))
  return written({ ...rest, split: sharesOf(split, crew), agreed: kept.toSorted(byMember) })
}

function sharesOf(split: PlanSplit, crew: ReadonlySet<string>): unknown {
  if (split === 'equal') return split
  return split.filter(({ member }) => !crew.has(member)).toSorted(byMember)
}

function byMember(one: { readonly member: string }, other: { readonly member: string }): number {
  return one.member < other.member ? -1 : 1
}

/** The same words for the same content, in whatever order its fields stand. */
function written(content: object): string {
  return JSON.stringify(content, (_key, part: unknown) => {
    if (typeof part === 'bigint') return String(part)
    if (typeof part !== 'object' || part === null || Array.isArray(part)) return part
    return Object.fromEntries(Object.entries(part).toSorted(([one], [other]) => (one < other ? -1 : 1)))
  })
}
