import { createHmac, randomUUID } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
import type { WebSocket } from 'ws'
import { type Json, record, words } from './json.js'
import type { Workspace } from './workspace.js'

export interface Delivery {
  readonly type: 'events_api' | 'slash_commands' | 'interactive'
  readonly payload: Json
}

/** How the fake reaches the product, with Slack's patience: events are repeated until they are acknowledged, people's acts are not. */
export interface Transport {
  /** @returns what the acknowledgement carried; undefined when there was none */
  deliver(delivery: Delivery): Promise<Json | undefined>
  /** The last event once more, as Slack does when it has missed the acknowledgement. */
  redeliverLast(): Promise<void>
  acks(): readonly { readonly type: string; readonly tookMs: number }[]
}

export interface Patience {
  readonly ackTimeoutMs: number
  readonly retryPausesMs: readonly number[]
}

/** Sends once. @returns the acknowledgement's body, or undefined when there was none */
export type SendOnce = (delivery: Delivery, retry: { number: number; reason: string } | undefined) => Promise<Json | undefined>

export function transport(space: Workspace, sendOnce: SendOnce, patience: Patience): Transport {
  const acks: { type: string; tookMs: number }[] = []
  let lastEvent: Delivery | undefined

  async function attempt(delivery: Delivery, retry?: { number: number; reason: string }): Promise<Json | undefined> {
    const began = performance.now()
    const answer = await sendOnce(delivery, retry)
    if (answer !== undefined) acks.push({ type: delivery.type, tookMs: performance.now() - began })
    return answer
  }

  return {
    async deliver(delivery) {
      const first = await attempt(delivery)
      if (delivery.type !== 'events_api') {
        if (first === undefined)
          space.violations.push(`${delivery.type} ${nameOf(delivery)} was not acknowledged within ${patience.ackTimeoutMs} ms`)
        return first
      }
      lastEvent = delivery
      let answer = first
      for (const [index, ms] of patience.retryPausesMs.entries()) {
        if (answer !== undefined) break
        await pause(ms)
        answer = await attempt(delivery, { number: index + 1, reason: 'timeout' })
      }
      return answer
    },
    async redeliverLast() {
      if (lastEvent === undefined) throw new Error('Slack has sent no event yet')
      await attempt(lastEvent, { number: 1, reason: 'timeout' })
    },
    acks: () => acks,
  }
}

function nameOf({ payload }: Delivery): string {
  return words(payload.command) || words(payload.type)
}

export interface Sockets {
  readonly sendOnce: SendOnce
  /** A connection that the product has opened. */
  add(socket: WebSocket): void
  count(): number
  /** Breaks all connections without a farewell. */
  cut(): void
  /** Asks the product to connect anew, as Slack does every few hours. */
  refresh(): void
}

export function sockets(space: Workspace, patience: Patience): Sockets {
  const open = new Set<WebSocket>()
  const waiting = new Map<string, (answer: Json | undefined) => void>()
  return {
    async sendOnce({ type, payload }, retry) {
      const socket = await space.waitFor('a connection', () => [...open][0], 15_000)
      const envelopeId = randomUUID()
      return new Promise((resolve) => {
        const settle = (answer: Json | undefined) => {
          clearTimeout(timer)
          waiting.delete(envelopeId)
          socket.off('close', lost)
          resolve(answer)
        }
        const lost = () => settle(undefined)
        const timer = setTimeout(lost, patience.ackTimeoutMs)
        socket.once('close', lost)
        waiting.set(envelopeId, settle)
        const repeated =
          retry === undefined ? { retry_attempt: 0, retry_reason: '' } : { retry_attempt: retry.number, retry_reason: retry.reason }
        socket.send(
          JSON.stringify({ type, envelope_id: envelopeId, payload, accepts_response_payload: type !== 'events_api', ...repeated }),
        )
      })
    },
    add(socket) {
      socket.on('message', (data) => {
        const message = record(JSON.parse(String(data)))
        waiting.get(words(message.envelope_id))?.(record(message.payload))
      })
      socket.on('close', () => open.delete(socket))
      socket.send(
        JSON.stringify({
          type: 'hello',
          num_connections: open.size + 1,
          connection_info: { app_id: 'A00000001' },
          debug_info: { host: 'fake' },
        }),
      )
      open.add(socket)
      space.changed()
    },
    count: () => open.size,
    cut() {
      for (const socket of open) socket.terminate()
    },
    refresh() {
      for (const socket of open) {
        open.delete(socket)
        socket.send(JSON.stringify({ type: 'disconnect', reason: 'refresh_requested' }))
      }
    },
  }
}

/** Signed requests to the product's own server. */
export function signedPosts(eventsUrl: () => string, signingSecret: string, patience: Patience): SendOnce {
  return async ({ type, payload }, retry) => {
    const { contentType, body } = encoded(type, payload)
    const timestamp = String(Math.floor(Date.now() / 1000))
    const signature = `v0=${createHmac('sha256', signingSecret).update(`v0:${timestamp}:${body}`).digest('hex')}`
    try {
      const response = await fetch(eventsUrl(), {
        method: 'POST',
        headers: {
          'Content-Type': contentType,
          'X-Slack-Signature': signature,
          'X-Slack-Request-Timestamp': timestamp,
          ...(retry === undefined ? {} : { 'X-Slack-Retry-Num': String(retry.number), 'X-Slack-Retry-Reason': retry.reason }),
        },
        body,
        signal: AbortSignal.timeout(patience.ackTimeoutMs),
      })
      const text = await response.text()
      if (response.status !== 200) return undefined
      return text.startsWith('{') ? record(JSON.parse(text)) : {}
    } catch {
      return undefined
    }
  }
}

function encoded(type: Delivery['type'], payload: Json): { contentType: string; body: string } {
  const form = 'application/x-www-form-urlencoded'
  switch (type) {
    case 'events_api':
      return { contentType: 'application/json', body: JSON.stringify(payload) }
    case 'interactive':
      return { contentType: form, body: new URLSearchParams({ payload: JSON.stringify(payload) }).toString() }
    case 'slash_commands':
      return {
        contentType: form,
        body: new URLSearchParams(Object.entries(payload).map(([name, value]): [string, string] => [name, String(value)])).toString(),
      }
  }
}
