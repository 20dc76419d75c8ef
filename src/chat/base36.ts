import { UserError } from '../app/user-error.js'

/** An amount out of a button's action, where it stands in base 36 to be short. @throws UserError when it is none: the button is none of ours */
export function base36(words = ''): bigint {
  if (!/^[0-9a-z]{1,13}$/.test(words)) throw new UserError('button-gone')
  return [...words].reduce((sum, digit) => sum * 36n + BigInt(Number.parseInt(digit, 36)), 0n)
}
