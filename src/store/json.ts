import type { Prisma } from './generated/client.js'

/** Facts as a JSON column keeps them: a bigint becomes { "$bigint": "123" }. What cannot be kept (functions, undefined) is left out. */
export function toJson(value: unknown): Prisma.InputJsonValue {
  return JSON.parse(JSON.stringify(value, (_key, part: unknown) => (typeof part === 'bigint' ? { $bigint: part.toString() } : part)))
}

/** The facts again. What shape they have is for the caller's schema to say. */
export function fromJson(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(fromJson)
  if (typeof value !== 'object' || value === null) return value
  if ('$bigint' in value && typeof value.$bigint === 'string') return BigInt(value.$bigint)
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, fromJson(part)]))
}
