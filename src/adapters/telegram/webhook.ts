import { createHash, timingSafeEqual } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Logger } from 'pino'
import { loggable } from './failure.js'
import { limits } from './limits.js'

/**
 * Takes one update in from Telegram's webhook: 200 when it is safe, 500 when it must come again, 401 for a wrong secret.
 * Never rejects.
 */
export async function takeWebhook(
  req: IncomingMessage,
  res: ServerResponse,
  secret: string,
  receive: (update: unknown) => Promise<void>,
  log: Logger,
): Promise<void> {
  const answer = (status: number) => {
    res.writeHead(status, { 'content-type': 'text/plain', ...(status === 413 ? { connection: 'close' } : {}) }).end()
  }
  try {
    if (!isSecret(req.headers['x-telegram-bot-api-secret-token'], secret)) return answer(401)
    if (req.method !== 'POST') return answer(405)
    const body = await readBody(req)
    if (body === 'too large') return answer(413)
    const update = parseJson(body)
    if (update === undefined) return answer(400)
    await receive(update)
    answer(200)
  } catch (error) {
    log.error(loggable(error), 'An update could not be taken in; it will come again')
    if (res.headersSent) res.destroy()
    else answer(500)
  }
}

/** Compares digests, which are equally long, in constant time. */
function isSecret(header: string | string[] | undefined, secret: string): boolean {
  const digest = (words: string) => createHash('sha256').update(words).digest()
  return typeof header === 'string' && timingSafeEqual(digest(header), digest(secret))
}

async function readBody(req: IncomingMessage): Promise<string | 'too large'> {
  const chunks: Buffer[] = []
  let bytes = 0
  for await (const chunk of req) {
    const part = Buffer.from(chunk)
    bytes += part.length
    if (bytes > limits.webhookBodyBytes) return 'too large'
    chunks.push(part)
  }
  return Buffer.concat(chunks).toString('utf8')
}

function parseJson(body: string): unknown {
  try {
    return JSON.parse(body)
  } catch {
    return undefined
  }
}
