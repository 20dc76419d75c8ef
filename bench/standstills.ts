/** Longer than a timer of one millisecond and this process's own work ever take. */
const LONGEST_BEAT_MS = 5

/**
 * Notes when this process was given no processor, by a timer that fires each millisecond. On a virtual machine that is mostly the host's doing, and
 * whatever was under way then took as long as it pleased the host.
 */
export interface Standstills {
  /** Whether there was one between the two moments of `performance.now()`; to be asked after the end. */
  within(from: number, to: number): boolean
  /** Notes no more of them. */
  end(): void
}

export function watchStandstills(): Standstills {
  const seen: { readonly from: number; readonly to: number }[] = []
  let last = performance.now()
  const beat = () => {
    const now = performance.now()
    if (now - last > LONGEST_BEAT_MS) seen.push({ from: last, to: now })
    last = now
  }
  const timer = setInterval(beat, 1)
  return {
    within: (from, to) => seen.some((standstill) => standstill.from < to && standstill.to > from),
    end() {
      // One that has just ended may not have been noted yet.
      beat()
      clearInterval(timer)
    },
  }
}
