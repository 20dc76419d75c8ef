import { createServer, type IncomingMessage, type RequestListener, type Server, type ServerResponse } from 'node:http'
import { getRequestListener } from '@hono/node-server'
import { Hono } from 'hono'
import type { Logger } from 'pino'

export interface Mount {
  /** Exact paths, without query. */
  readonly paths: readonly string[]
  readonly listener: RequestListener
}

export interface WebOptions {
  readonly mounts: readonly Mount[]
  /** Our own pages below their path, such as the playground. */
  readonly pages: readonly Hono[]
  /** Whether platforms are connected and the database answers; what does not, by name. */
  readonly notReady: () => Promise<readonly string[]>
  readonly log: Logger
}

export interface Web {
  /** @returns the port, which the system chooses when 0 is asked for */
  listen(port: number, host: string): Promise<number>
  close(): Promise<void>
}

/** The one web server: health, the platforms' webhooks by path, and our own pages. */
export function createWeb({ mounts, pages, notReady, log }: WebOptions): Web {
  const routes = new Hono()
  routes.get('/healthz', (context) => context.text('up\n'))
  routes.get('/readyz', async (context) => {
    const missing = await notReady()
    return missing.length === 0 ? context.text('ready\n') : context.text(`not ready: ${missing.join(', ')}\n`, 503)
  })
  for (const page of pages) routes.route('/', page)
  routes.onError((error, context) => {
    // The error alone: a platform library's carries its request, and with it tokens and people's words.
    log.error({ err: error.message, path: context.req.path }, 'request failed')
    return context.text('Something went wrong.\n', 500)
  })
  const ours = getRequestListener(routes.fetch)
  const byPath = new Map(mounts.flatMap(({ paths, listener }) => paths.map((path) => [path, listener] as const)))
  const server = createServer((request, response) => serve(byPath.get(pathOf(request)) ?? ours, request, response, log))
  return { listen: (port, host) => listen(server, port, host), close: () => close(server) }
}

function pathOf({ url = '/' }: IncomingMessage): string {
  return url.split('?', 1)[0] ?? '/'
}

function serve(listener: RequestListener, request: IncomingMessage, response: ServerResponse, log: Logger): void {
  // Bolt's listener throws at once on what it does not know.
  Promise.resolve()
    .then(() => listener(request, response))
    .catch((error: unknown) => {
      log.error({ err: error instanceof Error ? error.message : 'unknown', path: pathOf(request) }, 'request failed')
      if (!response.headersSent) response.writeHead(500).end()
    })
}

function listen(server: Server, port: number, host: string): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, host, () => {
      const address = server.address()
      resolve(typeof address === 'object' && address !== null ? address.port : port)
    })
  })
}

function close(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve())
    // Open event streams would keep it up for ever.
    server.closeAllConnections()
  })
}
