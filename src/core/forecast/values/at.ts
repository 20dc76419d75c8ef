/** The value at an index that the caller knows to be inside: an array's hole is a bug, and says so rather than spread as a NaN. */
export function at(values: ArrayLike<number>, index: number): number {
  const value = values[index]
  if (value === undefined) throw new RangeError(`Cannot read value ${index} of ${values.length}`)
  return value
}
