import { apportion } from '../../amount/apportion.js'

/**
 * The weights of what must be there earlier than what follows from it: of each stretch, so much falls into the one before as the time between the
 * two reaches back. The first stretch reaches back into the last, as one quarter follows another.
 *
 * @param percents of stretches of the same length that follow each other in a circle, a hundred in all
 * @param stretches how much earlier, in stretches: 1.5 is one and a half of them
 * @returns whole percents, a hundred in all
 */
export function earlier(percents: readonly number[], stretches: number): number[] {
  const whole = Math.floor(stretches)
  const part = Math.round((stretches - whole) * PARTS)
  const at = (place: number) => BigInt(percents[place % percents.length] ?? 0)
  const weights = percents.map((_, place) => at(place + whole) * BigInt(PARTS - part) + at(place + whole + 1) * BigInt(part))
  return apportion(100n, weights).map(Number)
}

const PARTS = 1000
