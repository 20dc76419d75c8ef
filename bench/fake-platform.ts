/**
 * A Slack or a Telegram that does nothing but hold the bot to its limits and note what arrived when. In a process of its own, so that its
 * work is not the product's: `forkPlatform` starts it.
 */
import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { createServer, type IncomingMessage } from 'node:http'
import { fileURLToPath } from 'node:url'

/** At most so many within any such stretch of time. */
export interface Limit {
  readonly most: number
  readonly withinMs: number
}

/** Slack says "several hundred a minute a workspace"; Telegram says 30 a second. Both: one a second in a conversation. */
export const OVERALL: Readonly<Record<'slack' | 'telegram', Limit>> = {
  slack: { most: 400, withinMs: 60_000 },
  telegram: { most: 30, withinMs: 1_000 },
}
const CONVERSATION: Limit = { most: 1, withinMs: 1_000 }

export interface Arrival {
  readonly conversation: string
  /** Milliseconds since 1970. */
  readonly at: number
}

export interface FakePlatform {
  readonly origin: string
  arrivals(): Promise<{ readonly arrived: readonly Arrival[]; readonly refused: number }>
  stop(): Promise<void>
}

export async function forkPlatform(kind: 'slack' | 'telegram'): Promise<FakePlatform> {
  const child = fork(fileURLToPath(import.meta.url), [kind], {
    execArgv: ['--import', new URL('typescript.mjs', import.meta.url).href],
  })
  const [port] = await once(child, 'message')
  return {
    origin: `http://127.0.0.1:${port}`,
    async arrivals() {
      child.send('arrivals')
      const [told] = await once(child, 'message')
      return told
    },
    stop: () => ended(child),
  }
}

async function ended(child: ChildProcess): Promise<void> {
  const exit = once(child, 'exit')
  child.disconnect()
  await exit
}

if (process.argv[1] === fileURLToPath(import.meta.url)) serve(process.argv[2] === 'slack' ? 'slack' : 'telegram')

function serve(kind: 'slack' | 'telegram'): void {
  const arrived: Arrival[] = []
  let refused = 0
  const overall = limiter(OVERALL[kind])
  const ofConversation = new Map<string, ReturnType<typeof limiter>>()

  /** @returns the seconds to wait; undefined when it has arrived */
  function post(conversation: string): number | undefined {
    const own = ofConversation.get(conversation) ?? limiter(CONVERSATION)
    ofConversation.set(conversation, own)
    const at = performance.timeOrigin + performance.now()
    const waitMs = Math.max(own.wait(at), overall.wait(at))
    if (waitMs > 0) {
      refused += 1
      return Math.ceil(waitMs / 1_000)
    }
    own.note(at)
    overall.note(at)
    arrived.push({ conversation, at })
    return undefined
  }

  const server = createServer(async (request, response) => {
    const body = await bodyOf(request)
    const method = request.url?.split('/').at(-1) ?? ''
    const { status, answer, headers = {} } = kind === 'slack' ? slackAnswer(method, body, post) : telegramAnswer(method, body, post)
    response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(JSON.stringify(answer))
  })
  server.listen(0, '127.0.0.1', () => {
    const address = server.address()
    process.send?.(typeof address === 'object' && address !== null ? address.port : 0)
  })
  process.on('message', () => process.send?.({ arrived, refused }))
  process.on('disconnect', () => process.exit(0))
}

function limiter({ most, withinMs }: Limit) {
  const notedAt: number[] = []
  return {
    wait: (at: number) => Math.max(0, (notedAt.length < most ? 0 : (notedAt.at(-most) ?? 0) + withinMs) - at),
    note: (at: number) => {
      notedAt.push(at)
    },
  }
}

interface Answer {
  readonly status: number
  readonly answer: unknown
  readonly headers?: Readonly<Record<string, string>>
}

let lastId = 1_700_000_000

function slackAnswer(method: string, body: string, post: (conversation: string) => number | undefined): Answer {
  if (method === 'auth.test') {
    return { status: 200, answer: { ok: true, team: 'Bench', team_id: 'T1', user: 'pacesetter', user_id: 'UBOT', bot_id: 'BBOT' } }
  }
  const channel = new URLSearchParams(body).get('channel') ?? ''
  if (method !== 'chat.postMessage') return { status: 200, answer: { ok: true } }
  const wait = post(channel)
  if (wait !== undefined) return { status: 429, answer: { ok: false, error: 'ratelimited' }, headers: { 'Retry-After': String(wait) } }
  lastId += 1
  return { status: 200, answer: { ok: true, channel, ts: `${lastId}.000001` } }
}

function telegramAnswer(method: string, body: string, post: (conversation: string) => number | undefined): Answer {
  if (method === 'getMe') {
    return { status: 200, answer: { ok: true, result: { id: 123456, is_bot: true, first_name: 'Pacesetter', username: 'pacesetter_bot' } } }
  }
  if (method !== 'sendMessage') return { status: 200, answer: { ok: true, result: true } }
  const { chat_id: chat } = JSON.parse(body)
  const wait = post(String(chat))
  if (wait !== undefined) {
    const description = `Too Many Requests: retry after ${wait}`
    return { status: 429, answer: { ok: false, error_code: 429, description, parameters: { retry_after: wait } } }
  }
  lastId += 1
  return {
    status: 200,
    answer: { ok: true, result: { message_id: lastId, date: 0, chat: { id: chat, type: 'supergroup', title: 'Team' } } },
  }
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(Buffer.from(chunk))
  return Buffer.concat(chunks).toString('utf8')
}
