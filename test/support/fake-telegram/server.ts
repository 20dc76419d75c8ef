import { createServer, type IncomingMessage, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Fault } from '../harness.js'
import { type Method, type Params, Refusal, refusalFor } from './methods.js'
import { readMultipart } from './multipart.js'

export interface Call {
  readonly method: string
  readonly params: Params
  readonly at: number
}

export interface ApiServer {
  readonly apiRoot: string
  readonly calls: Call[]
  fault(method: string, fault: Fault, times: number): void
  close(): Promise<void>
}

/**
 * The Bot API over real HTTP: `/bot<token>/<method>` with JSON bodies, `/file/bot<token>/<path>`, and faults on demand (of a download as
 * of a method called `file`).
 */
export async function apiServer(
  token: string,
  methods: Record<string, Method>,
  fileAt: (path: string) => Uint8Array | undefined,
  violations: string[],
): Promise<ApiServer> {
  const calls: Call[] = []
  const faults: { method: string; fault: Fault; left: number }[] = []

  const takeFault = (method: string): Fault | undefined => {
    const found = faults.find((one) => one.method === method && one.left > 0)
    if (found !== undefined) found.left--
    return found?.fault
  }

  const server: Server = createServer(async (req, res) => {
    const answer = (status: number, body: unknown) => {
      if (!res.destroyed) res.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body))
    }
    const gone = new AbortController()
    res.on('close', () => gone.abort())
    const wanted = /^\/file\/bot([^/]+)\/(.+)$/.exec(req.url ?? '')
    if (wanted?.[1] === token) {
      calls.push({ method: 'file', params: { path: wanted[2] }, at: Date.now() })
      const fault = takeFault('file')
      if (fault?.kind === 'connection-cut') return void req.socket.destroy()
      const bytes = fault === undefined ? fileAt(wanted[2] ?? '') : undefined
      return void (bytes === undefined
        ? answer(404, { ok: false, error_code: 404, description: 'Not Found' })
        : res.writeHead(200).end(bytes))
    }
    const path = /^\/bot([^/]+)\/(\w+)$/.exec(req.url ?? '')
    if (path === null || path[1] !== token) return answer(401, { ok: false, error_code: 401, description: 'Unauthorized' })
    const name = path[2] ?? ''
    const params = await readParams(req)
    calls.push({ method: name, params, at: Date.now() })
    const fault = takeFault(name)
    try {
      if (fault?.kind === 'connection-cut') return void req.socket.destroy()
      if (fault !== undefined && fault.kind !== 'reply-lost') throw refusalFor(fault)
      const method = methods[name]
      if (method === undefined) {
        violations.push(`There is no method "${name}"`)
        throw new Refusal(404, 'Not Found: method not found')
      }
      const result = await method(params, gone.signal)
      if (fault?.kind === 'reply-lost') return void req.socket.destroy()
      answer(200, { ok: true, result })
    } catch (error) {
      const refusal = error instanceof Refusal ? error : new Refusal(500, `The fake broke: ${String(error)}`)
      if (!(error instanceof Refusal)) violations.push(refusal.description)
      answer(refusal.code, {
        ok: false,
        error_code: refusal.code,
        description: refusal.description,
        ...(refusal.parameters === undefined ? {} : { parameters: refusal.parameters }),
      })
    }
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return {
    apiRoot: `http://127.0.0.1:${port}`,
    calls,
    fault: (method, fault, times) => faults.push({ method, fault, left: times }),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

async function readParams(req: IncomingMessage): Promise<Params> {
  const chunks: Buffer[] = []
  for await (const chunk of req) chunks.push(Buffer.from(chunk))
  const body = Buffer.concat(chunks)
  const type = req.headers['content-type'] ?? ''
  if (type.startsWith('multipart/form-data')) return readMultipart(body, type)
  return body.length === 0 ? {} : JSON.parse(body.toString('utf8'))
}
