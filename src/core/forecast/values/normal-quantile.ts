/**
 * The value that a standard normal variable stays below with the given probability, to seven digits: algorithm AS 241 (PPND7) of
 * Wichura 1988, "The Percentage Points of the Normal Distribution", Applied Statistics 37.
 *
 * @throws RangeError unless 0 < probability < 1: a bug, since levels are checked where they come in
 */
export function normalQuantile(probability: number): number {
  if (!(probability > 0 && probability < 1)) throw new RangeError(`Cannot take the normal quantile of ${probability}`)
  const middle = probability - 0.5
  if (Math.abs(middle) <= 0.425) {
    const r = 0.180625 - middle * middle
    return (
      (middle * (((59.10937472 * r + 159.29113202) * r + 50.434271938) * r + 3.3871327179)) /
      (((67.18756 * r + 78.757757664) * r + 17.895169469) * r + 1)
    )
  }
  const tail = Math.sqrt(-Math.log(Math.min(probability, 1 - probability)))
  return Math.sign(middle) * (tail <= 5 ? nearTail(tail - 1.6) : farTail(tail - 5))
}

function nearTail(r: number): number {
  return (((0.17023821103 * r + 1.3067284816) * r + 2.75681539) * r + 1.4234372777) / ((0.12021132975 * r + 0.7370016425) * r + 1)
}

function farTail(r: number): number {
  return (((0.017337203997 * r + 0.42868294337) * r + 3.081226386) * r + 6.657905115) / ((0.012258202635 * r + 0.24197894225) * r + 1)
}
