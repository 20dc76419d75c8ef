import type { AuthorizeResult } from '@slack/bolt'

interface Source {
  readonly teamId?: string | undefined
  readonly enterpriseId?: string | undefined
}

/**
 * Asks for a workspace's token once at a time. Where Slack rotates tokens, asking renews one that is about to end, and a refresh token is
 * good for one use: two who renew together leave the second with the old token.
 */
export function oncePerWorkspace<Asked extends Source>(authorize: (source: Asked) => Promise<AuthorizeResult>): typeof authorize {
  const asked = new Map<string, Promise<AuthorizeResult>>()
  return async (source) => {
    const key = source.teamId ?? source.enterpriseId ?? ''
    const asking = asked.get(key) ?? authorize(source).finally(() => asked.delete(key))
    asked.set(key, asking)
    // Bolt writes into what it is given.
    return { ...(await asking) }
  }
}
