import { fork } from 'node:child_process'
import { createHmac } from 'node:crypto'
import { once } from 'node:events'
import { Agent, request } from 'node:http'
import { fileURLToPath } from 'node:url'
import { SEND, type Shown, type ShownForm } from './platform-process.js'

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
  /** Resolves at the next thing that is shown to this person, with when that was by this process's clock (`performance.now()`). */
  shown(speaker: Speaker): Promise<number>
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

/**
 * The platform that the product speaks to, in a process of its own: what it answers there delays nothing that is measured here. Tells whoever
 * waits for something to be shown to a person: one thing for each who waits, in their order.
 */
async function platform(kind: 'slack' | 'telegram', onForm: (person: string, form: ShownForm) => void) {
  const child = fork(fileURLToPath(new URL('./platform-process.ts', import.meta.url)), [kind], {
    execArgv: ['--import', new URL('typescript.mjs', import.meta.url).href],
    serialization: 'advanced',
  })
  const ended = once(child, 'exit')
  const [origin] = (await once(child, 'message')) as [string]
  const waiting = new Map<string, ((at: number) => void)[]>()
  child.on('message', (message) => {
    const { person, at, form } = message as Shown
    if (form !== undefined) onForm(person, form)
    waiting.get(person)?.shift()?.(at - performance.timeOrigin)
  })
  return {
    origin,
    shown: ({ id }: Speaker) =>
      new Promise<number>((resolve) => {
        waiting.set(id, [...(waiting.get(id) ?? []), resolve])
      }),
    async close() {
      child.disconnect()
      await ended
    },
  }
}

export async function slackTalk(): Promise<Talk> {
  const views = new Map<string, Record<string, unknown>>()
  const server = await platform('slack', (person, { view }) => {
    if (view !== undefined) views.set(person, view)
  })
  let lastId = 0
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

export async function telegramTalk(): Promise<Talk> {
  const forms = new Map<string, Pick<ShownForm, 'messageId' | 'keyboard'>>()
  const server = await platform('telegram', (person, form) => forms.set(person, form))
  let lastId = 0
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
    target: (speaker) => command('/target', speaker),
    openCheckIn: (speaker) => command('/checkin', speaker),
    sendCheckIn(speaker) {
      const form = forms.get(speaker.id)
      const send = form?.keyboard?.flat().find(({ callback_data }) => callback_data === SEND)
      if (form === undefined || send === undefined) throw new Error(`No form was opened before ${speaker.id}`)
      const { chat, from } = about(speaker)
      lastId += 1
      const message = { message_id: form.messageId, date: 0, chat, text: 'Check-in', reply_markup: { inline_keyboard: form.keyboard } }
      return update({ callback_query: { id: String(lastId), from, message, chat_instance: '1', data: send.callback_data } })
    },
  }
}
