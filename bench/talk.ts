import { createHmac } from 'node:crypto'
import { Agent, createServer, type IncomingMessage, request } from 'node:http'

/** A person and where they write: both as the platform names them. */
export interface Speaker {
  readonly id: string
  readonly conversation: string
}

/** A request as the platform would send it to the bot's web server. */
export interface Delivery {
  readonly path: string
  readonly headers: Readonly<Record<string, string>>
  readonly body: string
}

export const SIGNING_SECRET = 'bench-signing-secret'
export const WEBHOOK_SECRET = 'bench-webhook-secret'

/** What people do, in a platform's words; and what the bot answers, noted by when it came. */
export interface Talk {
  /** The root of the platform's API. */
  readonly origin: string
  target(speaker: Speaker): Delivery
  openCheckIn(speaker: Speaker): Delivery
  /** Sends the check-in form that was opened before this person, as it is. */
  sendCheckIn(speaker: Speaker): Delivery
  /** Resolves at the next thing that is shown to this person. */
  shown(speaker: Speaker): Promise<void>
  close(): Promise<void>
}

// An idle connection is let go before the server does so: else a request could meet one that is just closing.
const agent = new Agent({ keepAlive: true, maxSockets: 256, timeout: 3_000 })

/** @returns when the answer has been read; rejects when it is none of success */
export function deliver(port: number, { path, headers, body }: Delivery): Promise<void> {
  return new Promise((resolve, reject) => {
    const sent = request(
      { host: '127.0.0.1', port, path, method: 'POST', agent, headers: { ...headers, 'content-length': Buffer.byteLength(body) } },
      (response) => {
        response.resume()
        response.on('end', () => (response.statusCode === 200 ? resolve() : reject(new Error(`${path} answered ${response.statusCode}`))))
      },
    )
    sent.on('error', reject)
    sent.end(body)
  })
}

type Handle = (method: string, body: string) => unknown

async function listen(handle: Handle): Promise<{ origin: string; close(): Promise<void> }> {
  const server = createServer(async (incoming, response) => {
    const answer = handle(incoming.url ?? '', await bodyOf(incoming))
    response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(answer))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  return {
    origin: `http://127.0.0.1:${typeof address === 'object' && address !== null ? address.port : 0}`,
    async close() {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

async function bodyOf(incoming: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = []
  for await (const chunk of incoming) chunks.push(Buffer.from(chunk))
  return Buffer.concat(chunks).toString('utf8')
}

/** Whoever waits for something to be shown to a person: one thing for each who waits, in their order. */
function audience() {
  const waiting = new Map<string, (() => void)[]>()
  return {
    shown: ({ id }: Speaker) =>
      new Promise<void>((resolve) => {
        waiting.set(id, [...(waiting.get(id) ?? []), resolve])
      }),
    show(id: string) {
      waiting.get(id)?.shift()?.()
    },
  }
}

export async function slackTalk(): Promise<Talk> {
  const people = audience()
  const views = new Map<string, Record<string, unknown>>()
  let lastId = 0
  const server = await listen((url, body) => {
    if (url.startsWith('/respond/')) {
      people.show(url.slice('/respond/'.length))
      return 'ok'
    }
    const params = new URLSearchParams(body)
    switch (url.replace('/api/', '')) {
      case 'auth.test':
        return { ok: true, team: 'Bench', team_id: 'T1', user: 'pacesetter', user_id: 'UBOT', bot_id: 'BBOT' }
      case 'users.info':
        return { ok: true, user: { id: params.get('user'), real_name: 'Rep', locale: 'en-US', tz: 'Asia/Shanghai' } }
      case 'views.open':
        views.set((params.get('trigger_id') ?? '').split('.')[0] ?? '', JSON.parse(params.get('view') ?? '{}'))
        people.show((params.get('trigger_id') ?? '').split('.')[0] ?? '')
        return { ok: true }
      case 'chat.postMessage':
        lastId += 1
        return { ok: true, channel: params.get('channel'), ts: `${1_700_000_000 + lastId}.000001` }
      default:
        return { ok: true }
    }
  })
  const trigger = (id: string) => {
    lastId += 1
    return `${id}.${lastId}`
  }
  const command = (name: string, { id, conversation }: Speaker) =>
    signed(
      new URLSearchParams({
        command: name,
        text: '',
        team_id: 'T1',
        team_domain: 'bench',
        user_id: id,
        user_name: 'rep',
        channel_id: conversation,
        channel_name: 'sales',
        response_url: `${server.origin}/respond/${id}`,
        trigger_id: trigger(id),
      }).toString(),
    )
  return {
    ...server,
    shown: people.shown,
    target: (speaker) => command('/target', speaker),
    openCheckIn: (speaker) => command('/checkin', speaker),
    sendCheckIn({ id }) {
      const view = views.get(id)
      if (view === undefined) throw new Error(`No form was opened before ${id}`)
      const payload = {
        type: 'view_submission',
        team: { id: 'T1', domain: 'bench' },
        user: { id, name: 'rep', username: 'rep' },
        trigger_id: trigger(id),
        view: { ...view, id: `V${id}`, hash: 'h', state: { values: filledIn(view) } },
      }
      return signed(new URLSearchParams({ payload: JSON.stringify(payload) }).toString())
    },
  }
}

/** A modal's state when everything is left as it came. */
function filledIn({ blocks }: Record<string, unknown>): Record<string, unknown> {
  const inputs = Array.isArray(blocks) ? blocks.filter(({ type }) => type === 'input') : []
  return Object.fromEntries(
    inputs.map(({ block_id, element }) => [
      block_id,
      { [element.action_id]: { type: element.type, value: element.initial_value ?? null } },
    ]),
  )
}

function signed(body: string): Delivery {
  const timestamp = String(Math.floor(Date.now() / 1_000))
  const signature = createHmac('sha256', SIGNING_SECRET).update(`v0:${timestamp}:${body}`).digest('hex')
  return {
    path: '/slack/events',
    headers: {
      'content-type': 'application/x-www-form-urlencoded',
      'x-slack-request-timestamp': timestamp,
      'x-slack-signature': `v0=${signature}`,
    },
    body,
  }
}

type Keyboard = { text: string; callback_data?: string }[][]
/** What the button carries that sends a dialogue. */
const SEND = '~s'

export async function telegramTalk(): Promise<Talk> {
  const people = audience()
  const forms = new Map<string, { messageId: number; keyboard: Keyboard }>()
  let lastId = 0
  const server = await listen((url, body) => {
    const method = url.split('/').at(-1)
    const params = body === '' ? {} : JSON.parse(body)
    const chat = String(params.chat_id)
    switch (method) {
      case 'getMe':
        return { ok: true, result: { id: 123456, is_bot: true, first_name: 'Pacesetter', username: 'pacesetter_bot' } }
      case 'sendMessage': {
        lastId += 1
        // An answer's buttons are no form's.
        const keyboard: Keyboard = params.reply_markup?.inline_keyboard ?? []
        if (keyboard.flat().some(({ callback_data }) => callback_data === SEND)) forms.set(chat, { messageId: lastId, keyboard })
        people.show(chat)
        return { ok: true, result: { message_id: lastId, date: 0, chat: { id: params.chat_id, type: 'private', first_name: 'Rep' } } }
      }
      case 'editMessageText':
        people.show(chat)
        return { ok: true, result: true }
      case 'getMyCommands':
        return { ok: true, result: [] }
      default:
        return { ok: true, result: true }
    }
  })
  const update = (content: object): Delivery => {
    lastId += 1
    return {
      path: '/telegram',
      headers: { 'content-type': 'application/json', 'x-telegram-bot-api-secret-token': WEBHOOK_SECRET },
      body: JSON.stringify({ update_id: lastId, ...content }),
    }
  }
  const about = ({ id }: Speaker) => ({
    chat: { id: Number(id), type: 'private', first_name: 'Rep' },
    from: { id: Number(id), is_bot: false, first_name: 'Rep', language_code: 'en' },
  })
  const command = (text: string, speaker: Speaker) => {
    lastId += 1
    const date = Math.floor(Date.now() / 1_000)
    const entities = [{ type: 'bot_command', offset: 0, length: text.length }]
    return update({ message: { message_id: lastId, date, ...about(speaker), text, entities } })
  }
  return {
    ...server,
    shown: people.shown,
    target: (speaker) => command('/target', speaker),
    openCheckIn: (speaker) => command('/checkin', speaker),
    sendCheckIn(speaker) {
      const form = forms.get(speaker.id)
      const send = form?.keyboard.flat().find(({ callback_data }) => callback_data === SEND)
      if (form === undefined || send === undefined) throw new Error(`No form was opened before ${speaker.id}`)
      const { chat, from } = about(speaker)
      lastId += 1
      const message = { message_id: form.messageId, date: 0, chat, text: 'Check-in', reply_markup: { inline_keyboard: form.keyboard } }
      return update({ callback_query: { id: String(lastId), from, message, chat_instance: '1', data: send.callback_data } })
    },
  }
}
