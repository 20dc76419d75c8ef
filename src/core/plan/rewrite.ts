import { plainly } from '../amount/plainly.js'
import type { Carrier } from './checks/specific.js'
import type { MetricKey } from './metric.js'
import { type ActionRates, type WeeklyActions, weeklyActions } from './weekly-actions.js'

/** A team's own numbers for a period to come: what it would do if all went on. Undefined: it has no history of it. Money in minor units. */
export interface OwnNumbers {
  /** That are left of it. */
  readonly weeks: number
  readonly months: number
  readonly reps: number
  readonly newCustomers: bigint | undefined
  readonly deals: bigint | undefined
  readonly revenue: bigint | undefined
  /** In the period already; a week is asked for the rest. */
  readonly done: { readonly newCustomers: bigint; readonly deals: bigint }
  readonly rates: ActionRates
}

/** A target that says who buys, how much, and what a week asks for it. */
export type Rewrite = { readonly metric: MetricKey; readonly amount: bigint; readonly carrier: Carrier | undefined } & (
  | { readonly kind: 'new-customers'; readonly weekly: WeeklyActions; readonly usual: bigint | undefined }
  /** So much more than usual, by so many orders of existing customers. */
  | { readonly kind: 'repeat-revenue'; readonly more: bigint; readonly orders: bigint; readonly size: bigint }
  | { readonly kind: 'repeat-deals'; readonly weekly: WeeklyActions; readonly usual: bigint | undefined }
  | { readonly kind: 'deal-size'; readonly from: bigint; readonly to: bigint; readonly deals: bigint }
  | { readonly kind: 'visits'; readonly weekly: bigint }
)

/** Where nobody says how much more: a tenth, which the Achievable check calls good. */
const USUAL_GROWTH = 0.1

/**
 * Three targets in place of a vague wish: by new customers, by repeat business, and by deal size, each a little above what the team would do
 * anyhow. Without history they come from its people alone, one customer and one order a month each, and visits take the place of deal size.
 */
export function rewrites(own: OwnNumbers, growth = USUAL_GROWTH): Rewrite[] {
  return [byNewCustomers(own, growth), byRepeat(own, growth), byDealSize(own, growth)]
}

function byNewCustomers({ newCustomers, reps, months, weeks, done, rates }: OwnNumbers, growth: number): Rewrite {
  const amount = raised(newCustomers, growth) ?? BigInt(Math.max(1, reps * months))
  return {
    kind: 'new-customers',
    metric: 'new-customers',
    carrier: 'new',
    amount,
    usual: newCustomers,
    weekly: weeklyActions(left(amount, done.newCustomers), weeks, rates),
  }
}

function byRepeat({ revenue: usual, deals, reps, months, weeks, done, rates }: OwnNumbers, growth: number): Rewrite {
  const revenue = usual === undefined ? undefined : plainly(usual)
  const amount = raised(revenue, growth)
  if (amount !== undefined && revenue !== undefined && deals !== undefined && deals > 0n && revenue >= deals) {
    const size = plainly(revenue / deals)
    const more = amount - revenue
    return { kind: 'repeat-revenue', metric: 'revenue', carrier: 'repeat', amount, more, size, orders: (more + size - 1n) / size }
  }
  const count = raised(deals, growth) ?? BigInt(Math.max(1, reps * months))
  return {
    kind: 'repeat-deals',
    metric: 'deals',
    carrier: 'repeat',
    amount: count,
    usual: deals,
    weekly: weeklyActions(left(count, done.deals), weeks, rates),
  }
}

function byDealSize({ revenue: usual, deals, reps, weeks }: OwnNumbers, growth: number): Rewrite {
  const revenue = usual === undefined ? undefined : plainly(usual)
  const amount = raised(revenue, growth)
  if (amount !== undefined && revenue !== undefined && deals !== undefined && deals > 0n && revenue >= deals)
    return {
      kind: 'deal-size',
      metric: 'revenue',
      carrier: 'deal-size',
      amount,
      from: plainly(revenue / deals),
      to: plainly(amount / deals),
      deals,
    }
  const weekly = BigInt(5 * Math.max(1, reps))
  return { kind: 'visits', metric: 'visits', carrier: undefined, amount: weekly * BigInt(weeks), weekly }
}

function left(amount: bigint, done: bigint): bigint {
  return amount > done ? amount - done : 0n
}

/** So much more, in figures that people remember; a count by at least one. */
function raised(usual: bigint | undefined, growth: number): bigint | undefined {
  if (usual === undefined || usual <= 0n) return undefined
  const more = (usual * BigInt(Math.round(growth * 10_000)) + 9_999n) / 10_000n
  const amount = plainly(usual + more)
  return amount > usual ? amount : usual + 1n
}
