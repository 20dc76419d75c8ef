import { setTimeout as pause } from 'node:timers/promises'
import { type App, SocketModeReceiver } from '@slack/bolt'
import type { Logger } from 'pino'
import { times } from './limits.js'
import { boltLogger, failure } from './log.js'

/** Two, because a connection is deaf for some seconds each time Slack refreshes it; Slack gives each event to one of them. */
const connections = 2

export interface Socket {
  readonly receiver: SocketModeReceiver
  /** Lets the other connections feed the same app. */
  attach(app: App): void
  /** Resolves with the first connection's hello. @throws Error when Slack refuses the token */
  start(): Promise<void>
  stop(): Promise<void>
  isConnected(): boolean
}

export function socketOf(options: { appToken: string; apiUrl: string; log: Logger }): Socket {
  const { log } = options
  const first = new SocketModeReceiver(receiverOptions(options))
  const receivers = [first, ...Array.from({ length: connections - 1 }, () => new SocketModeReceiver(receiverOptions(options)))]
  const connected = new Set<SocketModeReceiver>()
  const stopping = new AbortController()

  for (const receiver of receivers) {
    const { client } = receiver
    client.on('connected', () => {
      connected.add(receiver)
      // A reconnection that was under way at the stop.
      if (stopping.signal.aborted) void client.disconnect()
    })
    for (const lost of ['close', 'disconnected', 'reconnecting', 'disconnecting']) client.on(lost, () => connected.delete(receiver))
    // The client starts again by itself after a loss, and a refusal there would be an unhandled rejection: it is tried again instead.
    const connect = client.start.bind(client)
    let hasStarted = false
    client.start = async () => {
      while (true) {
        try {
          const hello = await connect()
          hasStarted = true
          return hello
        } catch (error) {
          if (!hasStarted && receiver === first) throw error
          log.error(failure(error), 'Slack refuses a new connection')
          await pause(times.longestStartPause, undefined, { signal: stopping.signal, ref: false })
        }
      }
    }
  }

  return {
    receiver: first,
    attach: (app) => {
      for (const receiver of receivers) receiver.init(app)
    },
    async start() {
      for (const receiver of receivers.slice(1)) receiver.start().catch(() => undefined) // only the stop ends its attempts
      await first.start()
    },
    async stop() {
      stopping.abort()
      await Promise.all(
        receivers.map(async ({ client }) => {
          // Whoever still waits for a hello would reject with nobody to hear it.
          client.removeAllListeners('disconnected')
          // A peer that is gone never answers the farewell.
          await Promise.race([client.disconnect(), pause(times.farewell, undefined, { ref: false })])
        }),
      )
      connected.clear()
    },
    isConnected: () => connected.size > 0,
  }
}

function receiverOptions({ appToken, apiUrl, log }: { appToken: string; apiUrl: string; log: Logger }) {
  return {
    appToken,
    logger: boltLogger(log),
    // An object of its own for each: the client writes into it. With fewer retries one failed reconnection would be the last.
    installerOptions: {
      clientOptions: { slackApiUrl: apiUrl, retryConfig: { forever: true, maxTimeout: times.longestStartPause, unref: true } },
    },
  }
}
