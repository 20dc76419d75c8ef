declare const brand: unique symbol

/** An id that says of what: a member's does not compile where a team's is asked for. */
export type Id<Name extends string> = string & { readonly [brand]: Name }

export type OrganisationId = Id<'organisation'>
export type TeamId = Id<'team'>
export type MemberId = Id<'member'>
export type PersonId = Id<'person'>
export type PlanId = Id<'plan'>
export type CheckInId = Id<'check-in'>
export type DealId = Id<'deal'>
