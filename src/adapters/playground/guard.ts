import type { MiddlewareHandler } from 'hono'

/**
 * Refuses what another site makes a visitor's browser do: a name that was pointed at this machine (DNS rebinding), and requests that come
 * from another page. Whoever reaches the playground can act as anybody in it, so it must be the visitor's own page that asks.
 */
export function onlyFromHere(): MiddlewareHandler {
  return async (context, next) => {
    const host = context.req.header('host') ?? ''
    if (!isOwnHost(host)) return context.text('Open the playground by its own address, such as http://localhost:3000\n', 403)
    const site = context.req.header('sec-fetch-site')
    const origin = context.req.header('origin')
    const isForeign = (site !== undefined && site !== 'same-origin' && site !== 'none') || (origin !== undefined && hostOf(origin) !== host)
    if (context.req.method !== 'GET' && isForeign) return context.text('Not from another site.\n', 403)
    await next()
    return undefined
  }
}

/** Undefined for an origin that is kept secret: a page from a file or in a sandbox says 'null'. */
function hostOf(origin: string): string | undefined {
  return URL.canParse(origin) ? new URL(origin).host : undefined
}

/** A bare address or localhost: a name that somebody else owns can be neither. */
function isOwnHost(host: string): boolean {
  const name = host.replace(/:\d+$/, '')
  return name === 'localhost' || /^\d{1,3}(\.\d{1,3}){3}$/.test(name) || /^\[[0-9a-f:.]+\]$/i.test(name)
}
