/** What came over the wire, read without trust. */
export type Json = Readonly<Record<string, unknown>>

export function record(value: unknown): Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? Object.fromEntries(Object.entries(value)) : {}
}

export function list(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : []
}

export function records(value: unknown): readonly Json[] {
  return list(value).map(record)
}

export function words(value: unknown): string {
  return typeof value === 'string' ? value : ''
}

/** The text of a text object. */
export function textOf(value: unknown): string {
  return words(record(value).text)
}
