import { setTimeout as pause } from 'node:timers/promises'
import { randomFrom } from '../src/demo/random.js'

/**
 * Starts work at the times at which independent people would (a Poisson process), whether or not earlier work is done: a server that falls
 * behind is not spared. The same seed gives the same times.
 *
 * @param work gets the moment at which it was to start: its latency is measured from there
 */
export async function openLoop<Piece>(
  pieces: readonly Piece[],
  { perSecond, seed }: { readonly perSecond: number; readonly seed: number },
  work: (piece: Piece, dueAt: number) => Promise<void>,
): Promise<void> {
  const random = randomFrom(seed)
  const underWay: Promise<void>[] = []
  let dueAt = performance.now() + 100
  for (const piece of pieces) {
    dueAt += (-Math.log(1 - random()) * 1_000) / perSecond
    while (performance.now() < dueAt) await pause(Math.max(0, dueAt - performance.now()))
    underWay.push(work(piece, dueAt))
  }
  await Promise.all(underWay)
}
