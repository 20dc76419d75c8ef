import { Temporal } from 'temporal-polyfill'

/** Prisma speaks Date for both kinds of column; these four keep calendar dates and instants apart everywhere else. */
export function toDateColumn(on: Temporal.PlainDate): Date {
  return new Date(`${on.toString()}T00:00:00Z`)
}

export function fromDateColumn(value: Date): Temporal.PlainDate {
  return Temporal.PlainDate.from(value.toISOString().slice(0, 10))
}

export function toInstantColumn(at: Temporal.Instant): Date {
  return new Date(at.epochMilliseconds)
}

export function fromInstantColumn(value: Date): Temporal.Instant {
  return Temporal.Instant.fromEpochMilliseconds(value.getTime())
}
