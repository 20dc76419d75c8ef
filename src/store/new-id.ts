import { randomBytes } from 'node:crypto'
import type { Id } from '../core/id.js'

const ALPHABET = '0123456789abcdefghjkmnpqrstvwxyz'

/** A new id: 16 characters of Crockford's base 32 (80 random bits). Short, because a button's action carries up to three of them in 64 bytes. */
export function newId<Name extends string>(): Id<Name> {
  return [...randomBytes(16)].map((byte) => ALPHABET[byte % 32]).join('') as Id<Name>
}
