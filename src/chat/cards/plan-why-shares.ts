import type { TargetWhy } from '../../app/plan/why-draft.js'
import type { MemberWhy, MonthWhy, ShareRule } from '../../app/plan/why-shares.js'
import type { Line } from '../model.js'
import { amountOf, date, list, period, share, type Text, type TextArg, text } from '../text.js'
import { targetTimeTexts } from './plan-time.js'

/** How the team's amount comes to each member's. @param shown of its members, those who stand on this card */
export function shareLines(why: TargetWhy, shown: readonly MemberWhy[]): Line[] {
  if (shown.length === 0) return []
  const reasons = shown.flatMap((member) => memberTexts(member, why))
  return [
    { kind: 'heading', text: text('why-draft-by-person') },
    ...splitLines(why, shown),
    ...(reasons.length === 0 ? [] : [{ kind: 'list' as const, items: reasons }]),
    ...(shown[0] === why.members[0] ? raisedTexts(why.target.currency, why.members) : []).map((each) => ({
      kind: 'text' as const,
      text: each,
    })),
  ]
}

/** How it comes to one member's, who is not to read of the others by name. */
export function ownShareTexts(why: TargetWhy, own: MemberWhy): Text[] {
  return [
    ...(own.rule.kind === 'weight' ? [...splitTexts(why), ...partTexts(why, [own])] : []),
    ...memberTexts(own, why),
    ...raisedTexts(why.target.currency, [own]),
  ]
}

type Weighed = MemberWhy & { readonly rule: ShareRule & { readonly kind: 'weight' } }

/** What the split shares, and how much of it a part is; each member's parts, unless all have one. */
function splitLines(why: TargetWhy, shown: readonly MemberWhy[]): Line[] {
  const parts = partTexts(why, shown)
  return [
    ...splitTexts(why).map((each) => ({ kind: 'text' as const, text: each })),
    ...(parts.length === 0 ? [] : [{ kind: 'list' as const, items: parts }]),
  ]
}

function splitTexts({ members, shared, amount, target: { split, currency, tree } }: TargetWhy): Text[] {
  if (members.some(({ rule }) => rule.kind === 'tree'))
    return shared === 0n ? [] : [text('why-draft-besides', { shared: amountOf(shared, currency) })]
  const weighed = members.filter(isWeighed)
  if (weighed.length === 0) return []
  const all = weighed.reduce((sum, member) => sum + partsOf(member), 0)
  const each = unrounded(Number(shared) / all, currency)
  const facts = { shared: amountOf(shared, currency), all: hundredths(all), each, alike: weighed.every(hasOnePart) ? 'yes' : 'no' }
  return [
    ...(tree === undefined && shared < amount ? [text('why-draft-left')] : []),
    text(split === 'equal' ? 'why-draft-split-equal' : 'why-draft-split-weights', facts),
  ]
}

function partTexts({ members, target }: TargetWhy, shown: readonly MemberWhy[]): Text[] {
  if (members.filter(isWeighed).every(hasOnePart)) return []
  return shown.filter(isWeighed).map((member) => partText(member, target.currency))
}

function hasOnePart(member: Weighed): boolean {
  return partsOf(member) === 1
}

function partText(member: Weighed, currency: string | undefined): Text {
  const { name, byRule } = member
  return text('why-draft-parts', { name, parts: hundredths(partsOf(member)), amount: amountOf(byRule, currency) })
}

function isWeighed(member: MemberWhy): member is Weighed {
  return member.rule.kind === 'weight'
}

function partsOf({ rule, presence }: Weighed): number {
  return rule.weight * presence
}

export function hundredths(value: number): number {
  return Math.round(value * 100) / 100
}

/** An amount that rounding is yet to come to: of a count to two places, of money in whole cents. */
export function unrounded(value: number, currency: string | undefined): TextArg {
  return currency === undefined ? hundredths(value) : amountOf(BigInt(Math.round(value)), currency)
}

/** What the parts do not tell of a member. */
function memberTexts(member: MemberWhy, { target: { currency }, from }: TargetWhy): Text[] {
  const { name, total, byRule, rule } = member
  const facts = { name, total: amountOf(total, currency), byRule: amountOf(byRule, currency), from: date(from) }
  if (rule.kind === 'past') return [text('why-draft-past-only', facts)]
  return [
    ...ruleTexts(member, currency),
    ...reasonTexts(member),
    // What the days before asked for may be more than the rule gives, and then the others have less.
    ...(total === byRule ? [] : [text('why-draft-kept', facts)]),
  ]
}

function ruleTexts({ name, byRule, rule }: MemberWhy, currency: string | undefined): Text[] {
  const facts = { name, amount: amountOf(byRule, currency) }
  if (rule.kind === 'agreed') {
    const { reason = '' } = rule
    return [text(reason === '' ? 'why-draft-agreed' : 'why-draft-agreed-because', { ...facts, reason })]
  }
  if (rule.kind !== 'tree' || rule.besides === 0n) return []
  if (rule.named === 0n) return [text('why-draft-beside-tree', facts)]
  return [text('why-draft-from-tree', { ...facts, named: amountOf(rule.named, currency), besides: amountOf(rule.besides, currency) })]
}

function reasonTexts({ name, presence, joinsOn, leavesOn, daysAway, ramp }: MemberWhy): Text[] {
  if (presence >= 1) return []
  const reasons = [
    ...(joinsOn === undefined ? [] : [text('why-draft-joins', { on: date(joinsOn) })]),
    ...(leavesOn === undefined ? [] : [text('why-draft-leaves', { on: date(leavesOn) })]),
    ...(daysAway === 0 ? [] : [text('why-draft-away', { days: daysAway })]),
    ...(ramp === undefined ? [] : [text('why-draft-ramp', { steps: list(ramp.map((step) => text('time-step', { step }))) })]),
  ]
  return [text('why-draft-counts', { name, share: share(presence), reasons: list(reasons) })]
}

/** Who has one of the units that were left when the exact parts were rounded down. */
function raisedTexts(currency: string | undefined, members: readonly MemberWhy[]): Text[] {
  const raised = members.filter(({ rule }) => rule.kind === 'weight' && rule.isRaised).map(({ name }) => name)
  if (raised.length === 0) return []
  if (currency !== undefined) return [text('why-draft-raised-cents')]
  return [
    raised.length <= MOST_NAMES
      ? text('why-draft-raised', { names: list(raised) })
      : text('why-draft-raised-many', { count: raised.length }),
  ]
}

/** Of whom nobody reads more in one sentence. */
const MOST_NAMES = 8

/** From each member's month to their first day. */
export function dayLines({ firstDay, hasBegun, parts, target }: TargetWhy, shown: readonly MemberWhy[]): Line[] {
  const { currency, rhythm, week } = target
  const working = shown.flatMap(({ name, month }) => (month === undefined || month.workingDays === 0 ? [] : [{ name, month }]))
  const [first] = working
  if (firstDay === undefined || first === undefined) return []
  const shape = targetTimeTexts({ rhythm, week })
  const isEven = shape.length === 0 && currency !== undefined
  const facts = { month: period(first.month.id) }
  return [
    { kind: 'heading', text: text('why-draft-day', { on: date(firstDay, 'weekday') }) },
    { kind: 'text', text: text(`why-draft-day-${hasBegun ? 'left' : parts.length > 0 ? 'share' : 'month'}`, facts) },
    ...shape.map((each) => ({ kind: 'text' as const, text: each })),
    ...(currency === undefined ? [{ kind: 'text' as const, text: text('why-draft-day-whole') }] : []),
    { kind: 'list', items: working.map(({ name, month }) => dayText(name, month, currency, isEven ? 'even' : 'laid-out')) },
  ]
}

function dayText(name: string, { amount, workingDays, onDay }: MonthWhy, currency: string | undefined, how: 'even' | 'laid-out'): Text {
  const facts = { name, amount: amountOf(amount, currency), days: workingDays }
  if (onDay === null) return text('why-draft-day-off', facts)
  return text(how === 'even' ? 'why-draft-day-even' : 'why-draft-day-laid-out', { ...facts, day: amountOf(onDay, currency) })
}
