import { createServer, type RequestListener } from 'node:http'

export interface Served {
  /** Without a final slash. */
  readonly url: string
  close(): Promise<void>
}

/** A listener on a port of its own on loopback. */
export async function serve(listener: RequestListener): Promise<Served> {
  const server = createServer(listener)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  return {
    url: `http://127.0.0.1:${typeof address === 'object' && address !== null ? address.port : 0}`,
    async close() {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}
