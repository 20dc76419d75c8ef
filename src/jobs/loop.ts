import type { Logger } from 'pino'

export interface Loop {
  start(): void
  /** Something may be there: look now instead of at the next poll. */
  wake(): void
  /** Takes nothing more and waits for what is in hand. */
  stop(): Promise<void>
  /** Resolves when nothing that is due was found and nothing is in hand. */
  idle(): Promise<void>
}

const POLL_MS = 1_000

/**
 * Between the beginnings of two looks. Under load something wakes a loop all the time, and looking back to back would take more of the
 * database than the work does; one look finds all that has come meanwhile.
 */
const LEAST_PAUSE_MS = 10

/** How long a look gives way to what has precedence, and between two times that it asks whether it still must. */
const GIVES_WAY_MS = 100
const ASKS_AGAIN_MS = 5

/** Takes work in small batches and does at most `most` pieces at once. An error in one piece is logged and stops nothing. */
export function createLoop<T>(options: {
  readonly name: string
  readonly most: number
  /** Fewer than asked for: there is no more, until something wakes the loop. */
  take(most: number): Promise<readonly T[]>
  work(piece: T): Promise<void>
  /** Whether the end of this piece lets another one be taken; without it every one's does. */
  opensNext?(piece: T): boolean
  /** Whether a look had better wait a little: what it finds would keep somebody waiting who waits already. */
  givesWay?(): boolean
  readonly log: Logger
}): Loop {
  const inHand = new Set<Promise<void>>()
  let state: 'stopped' | 'running' = 'stopped'
  let looking: Promise<number> | undefined
  let wakes = 0
  /** The last look took all that it asked for, or could ask for nothing: there may be more, which nothing has to wake it for. */
  let mayBeMore = true
  let lastLookAt = Number.NEGATIVE_INFINITY
  let gaveWayAt: number | undefined
  let timer: NodeJS.Timeout | undefined

  return { start, wake, stop, idle }

  function start(): void {
    state = 'running'
    wake()
  }

  function wake(): void {
    wakes += 1
    if (looking === undefined) lookIn(lastLookAt + LEAST_PAUSE_MS - performance.now())
  }

  function lookIn(ms: number): void {
    if (state !== 'running') return
    clearTimeout(timer)
    if (ms > 0) timer = setTimeout(lookInTurn, ms)
    else lookInTurn()
  }

  function lookInTurn(): void {
    clearTimeout(timer)
    gaveWayAt ??= performance.now()
    const mayWait = performance.now() < gaveWayAt + GIVES_WAY_MS
    if (mayWait && options.givesWay?.() === true) timer = setTimeout(lookInTurn, ASKS_AGAIN_MS)
    else lookNow()
  }

  function lookNow(): void {
    if (looking !== undefined) return
    const before = wakes
    clearTimeout(timer)
    gaveWayAt = undefined
    lastLookAt = performance.now()
    looking = look().finally(() => {
      looking = undefined
      lookIn(wakes === before ? POLL_MS : lastLookAt + LEAST_PAUSE_MS - performance.now())
    })
  }

  async function look(): Promise<number> {
    const room = options.most - inHand.size
    if (room === 0) {
      mayBeMore = true
      return 0
    }
    try {
      const pieces = await options.take(room)
      mayBeMore = pieces.length >= room
      for (const piece of pieces) hold(piece)
      return pieces.length
    } catch (error) {
      options.log.error({ err: error, loop: options.name }, 'cannot look for work')
      return 0
    }
  }

  function hold(piece: T): void {
    const work = options
      .work(piece)
      .catch((error) => options.log.error({ err: error, loop: options.name }, 'work failed'))
      .finally(() => {
        inHand.delete(work)
        if (mayBeMore || options.opensNext?.(piece) !== false) wake()
      })
    inHand.add(work)
  }

  async function stop(): Promise<void> {
    state = 'stopped'
    clearTimeout(timer)
    await looking
    while (inHand.size > 0) await Promise.all(inHand)
  }

  async function idle(): Promise<void> {
    for (;;) {
      await looking
      const before = wakes
      if (state === 'running') lookNow()
      const found = (await looking) ?? 0
      if (inHand.size > 0) await Promise.all(inHand)
      else if (found === 0 && wakes === before) return
    }
  }
}
