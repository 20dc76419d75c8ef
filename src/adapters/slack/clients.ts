import { webApi } from '@slack/bolt'
import type { Logger } from 'pino'
import { times } from './limits.js'
import { boltLogger } from './log.js'
import { Recent } from './recent.js'

/** Who the bot is in a workspace, and a client that speaks for it there. */
export interface Home {
  readonly client: webApi.WebClient
  readonly botToken: string
  readonly botUser: string
  readonly botId?: string
  readonly team: string
  readonly teamName?: string
}

/**
 * One attempt a call, with a limit of time: posting twice is worse than not posting, and the outbox knows when to try again.
 * Headers are never given: the object would be shared, and other workspaces would post with the first one's token.
 */
export function clientOptions(apiUrl: string, log: Logger): webApi.WebClientOptions {
  return {
    slackApiUrl: apiUrl,
    retryConfig: { retries: 0 },
    rejectRateLimitedCalls: true,
    timeout: times.call,
    logger: boltLogger(log),
  }
}

/** Clients by token, so that a rotated token's client is forgotten. */
export function clientPool(apiUrl: string, log: Logger): (token: string) => webApi.WebClient {
  const clients = new Recent<webApi.WebClient>(1000, times.personKept)
  return (token) => {
    const known = clients.get(token)
    if (known !== undefined) return known
    const client = new webApi.WebClient(token, clientOptions(apiUrl, log))
    clients.set(token, client)
    return client
  }
}
