import { setTimeout as pause } from 'node:timers/promises'
import type { Logger } from 'pino'
import { Temporal } from 'temporal-polyfill'
import { z } from 'zod'
import { postCard, postFile } from '../chat/cards/post.js'
import { type Adapter, DeliveryError, type MessageRef, type Outgoing, type Platform } from '../chat/model.js'
import { sayIn } from '../chat/say.js'
import { unreachable } from '../chat/unreachable.js'
import type { Attempt, OutboxQueue } from '../store/outbox-queue.js'
import { createLoop, type Loop } from './loop.js'
import { keepPace, type Pace } from './pace.js'
import { createRests, type Rests } from './rests.js'

/** Messages under way at once, over all lanes. */
const MOST_AT_ONCE = 32

/** The least time between two messages of one lane: both platforms allow one a second in a conversation. */
const LANE_REST_MS: Readonly<Record<Platform, number>> = { slack: 1_050, telegram: 1_050, playground: 0 }

/** Telegram takes 30 a second of a bot, over all conversations. */
const PACE: Pace = { most: 30, withinMs: 1_000 }

/** A message is looked for so long before its place in that second is free: about what a look takes on a busy machine. */
const LOOK_AHEAD_MS = 60

/** About as long as it takes to send one. */
const APART_MS = 8

/** Between two looks for lanes that have rested: one look finds all that did meanwhile. */
const LEAST_PAUSE_MS = 20

/** How long a failed attempt waits: 2 s, 4 s … up to 5 min; after a day it is given up. */
const FIRST_WAIT_MS = 2_000
const LONGEST_WAIT_MS = 300_000
const GIVE_UP_AFTER_HOURS = 24

export interface CourierOptions {
  readonly outbox: OutboxQueue
  readonly adapters: readonly Adapter[]
  readonly now: () => Temporal.Instant
  readonly log: Logger
  /** Whether somebody's acknowledgement is waited for: what is posted in a channel may come a moment later. */
  readonly givesWay?: () => boolean
  /** Told of a private chat or a conversation that is closed to the bot, before the message to it is put down as failed. */
  readonly onClosed?: (closed: { organisationId: string; platform: string; to: ClosedTo }) => Promise<void>
}

/** An attempt, and by `performance.now()` when it may start. */
interface Due extends Attempt {
  readonly startsAt: number
}

export type ClosedTo = z.infer<typeof destination>

/**
 * Sends what waits in the outbox: a lane's messages in order and one at a time, within the platform's rate. An attempt's outcome is
 * written before the lane's next message is taken.
 */
export function createCourier({ outbox, adapters, now, log, givesWay = () => false, onClosed = async () => {} }: CourierOptions): Loop {
  const byPlatform = new Map<string, Adapter>(adapters.map((adapter) => [adapter.platform, adapter]))
  const rests = { lanes: createRests(), workspaces: createRests(), platforms: createRests() }
  const telegramPace = keepPace(PACE, { aheadMs: LOOK_AHEAD_MS, apartMs: APART_MS })
  let alarm: NodeJS.Timeout | undefined
  let alarmAt = Number.POSITIVE_INFINITY

  // A lane that rests wakes the loop when it has rested.
  const opensNext = ({ lane }: Due) => !rests.lanes.isResting(lane, performance.now())
  const loop = createLoop<Due>({ most: MOST_AT_ONCE, take, work, opensNext, givesWay, log, name: 'courier' })
  return loop

  async function take(most: number): Promise<Due[]> {
    const at = performance.now()
    const away = ALL_PLATFORMS.filter((platform) => byPlatform.get(platform)?.isConnected() !== true)
    const room = telegramPace.room(at)
    const asked = room === 0 ? most : Math.min(most, room)
    const attempts = await outbox.take(now(), asked, {
      lanes: rests.lanes.names(at),
      workspaces: rests.workspaces.names(at),
      platforms: [...rests.platforms.names(at), ...(room === 0 ? ['telegram'] : []), ...away],
    })
    const found = performance.now()
    const dues = attempts.map((attempt) => ({ ...attempt, startsAt: attempt.platform === 'telegram' ? telegramPace.letIn(found) : found }))
    wakeWhenRested()
    // Telegram's pace held back others too.
    if (asked < most && attempts.length === asked) loop.wake()
    return dues
  }

  function wakeWhenRested(): void {
    const at = performance.now()
    const opensAt = telegramPace.opensAt(at)
    const overs = Object.values(rests).map((each) => each.nextOver(at))
    const next = Math.min(...[...overs, opensAt === at ? undefined : opensAt].map((each) => each ?? Number.POSITIVE_INFINITY))
    clearTimeout(alarm)
    alarmAt = next
    if (next !== Number.POSITIVE_INFINITY) alarm = setTimeout(() => loop.wake(), Math.max(next - at, LEAST_PAUSE_MS)).unref()
  }

  async function work(attempt: Due): Promise<void> {
    const adapter = byPlatform.get(attempt.platform)
    if (adapter === undefined) return outbox.again(attempt.id, now().add({ minutes: 5 }), false)
    try {
      const message = await delivered(adapter, attempt)
      await outbox.sent(attempt.id, message, now())
    } catch (error) {
      if (!(error instanceof DeliveryError)) {
        log.error({ err: error, key: attempt.key, platform: attempt.platform }, 'cannot deliver: a bug')
        await outbox.failed(attempt.id, 'bug', now())
        return
      }
      await settle(attempt, error.outcome)
    } finally {
      rest(rests.lanes, attempt.lane, LANE_REST_MS[adapter.platform])
      // One that is due rings by itself, and its look sets the next.
      if (performance.now() < alarmAt) wakeWhenRested()
    }
  }

  async function delivered(adapter: Adapter, attempt: Due): Promise<MessageRef> {
    try {
      const waitMs = Math.ceil(attempt.startsAt - performance.now())
      if (waitMs > 0) await pause(waitMs)
      return await adapter.deliver(outgoing(attempt))
    } finally {
      if (attempt.platform === 'telegram') telegramPace.ended(performance.now())
    }
  }

  async function settle(attempt: Attempt, outcome: DeliveryError['outcome']): Promise<void> {
    const facts = { key: attempt.key, platform: attempt.platform, attempts: attempt.attempts, outcome: outcome.kind }
    if (Temporal.Instant.compare(now(), attempt.firstTriedAt.add({ hours: GIVE_UP_AFTER_HOURS })) > 0) {
      log.error(facts, 'given up')
      return outbox.failed(attempt.id, `given up after ${GIVE_UP_AFTER_HOURS} h: ${outcome.kind}`, now())
    }
    switch (outcome.kind) {
      case 'not-sent': {
        const waitMs = outcome.retryAfterMs ?? backOffMs(attempt.attempts)
        log.warn({ ...facts, waitMs }, 'not sent yet')
        if (outcome.scope === 'platform') rest(rests.platforms, attempt.platform, waitMs)
        else if (outcome.retryAfterMs !== undefined && mayBeWorkspaces(attempt)) rest(rests.workspaces, workspaceOf(attempt), waitMs)
        return outbox.again(attempt.id, now().add({ milliseconds: waitMs }), false)
      }
      case 'uncertain':
        log.warn(facts, 'may have arrived')
        return outbox.again(attempt.id, now().add({ milliseconds: backOffMs(attempt.attempts) }), true)
      case 'refused':
        log.warn({ ...facts, reason: outcome.reason }, 'refused')
        if (outcome.isClosed === true) {
          const { organisationId, platform } = attempt
          await onClosed({ organisationId, platform, to: destination.parse(attempt.destination) })
        }
        return outbox.failed(attempt.id, outcome.reason, now())
      case 'moved': {
        const from = destination.parse(attempt.destination)
        if (from.kind === 'conversation') await outbox.moveConversation(attempt.platform, from.conversation, outcome.toConversation)
        return outbox.again(attempt.id, now(), false)
      }
      default:
        return unreachable(outcome)
    }
  }
}

const ALL_PLATFORMS: readonly Platform[] = ['slack', 'telegram', 'playground']

function backOffMs(attempts: number): number {
  return Math.min(FIRST_WAIT_MS * 2 ** (attempts - 1), LONGEST_WAIT_MS)
}

// Rates are the platform's and run by its clock, not by one that a demo has moved.
function rest(rests: Rests, name: string, ms: number): void {
  if (ms > 0) rests.rest(name, performance.now() + ms)
}

/**
 * Slack limits posts in a channel and in a workspace, and does not say which limit was met. The channel's is kept by its lane's rests, so it
 * is the workspace's. Edits, look-ups and opening a direct chat have limits of their own, which hold up nobody else.
 */
function mayBeWorkspaces({ platform, destination: to, replaces, mayHaveArrived }: Attempt): boolean {
  return platform === 'slack' && replaces === undefined && !mayHaveArrived && destination.parse(to).kind === 'conversation'
}

function workspaceOf(attempt: Attempt): string {
  return `${attempt.platform}:${destination.parse(attempt.destination).workspace}`
}

const messageRef = z.object({ conversation: z.string(), message: z.string(), thread: z.string().optional() })
const destination = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('conversation'), workspace: z.string(), conversation: z.string(), thread: z.string().optional() }),
  z.object({ kind: z.literal('private'), workspace: z.string(), person: z.string() }),
])

function outgoing(attempt: Attempt): Outgoing {
  const under = refOf(attempt.under?.message)
  const replaces = refOf(attempt.replaces?.message)
  return {
    key: attempt.key,
    to: withoutUndefined(destination.parse(attempt.destination)),
    ...(under === undefined ? {} : { under }),
    ...(replaces === undefined ? {} : { replaces }),
    card: postCard(attempt.post),
    ...postFile(attempt.post),
    say: sayIn(attempt.language === 'zh-CN' ? 'zh-CN' : 'en'),
    mayHaveArrived: attempt.mayHaveArrived,
    firstTriedAt: attempt.firstTriedAt.toString(),
  }
}

/** A message that was never sent has no reference: what refers to it then stands by itself. */
function refOf(message: unknown): MessageRef | undefined {
  if (message === undefined) return undefined
  const { thread, ...ref } = messageRef.parse(message)
  return thread === undefined ? ref : { ...ref, thread }
}

function withoutUndefined(to: z.infer<typeof destination>): Outgoing['to'] {
  if (to.kind === 'private') return to
  const { thread, ...rest } = to
  return thread === undefined ? rest : { ...rest, thread }
}
