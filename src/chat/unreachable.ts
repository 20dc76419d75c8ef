/** Where the compiler has proved that nothing arrives. @throws Error when something does all the same: a bug */
export function unreachable(value: never): never {
  throw new Error(`Cannot be: ${JSON.stringify(value)}`)
}
