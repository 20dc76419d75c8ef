/** A platform's API that takes whatever the product sends, without limits, and tells its parent process what was shown to whom. */
import { createServer, type IncomingMessage } from 'node:http'
import { fileURLToPath } from 'node:url'

/** Something came before a person's eyes, at milliseconds since 1970. */
export interface Shown {
  readonly person: string
  readonly at: number
  /** Where it was a form to fill in. */
  readonly form?: ShownForm
}

export interface ShownForm {
  /** Slack's modal. */
  readonly view?: Record<string, unknown>
  /** Telegram's message that carries it, with its buttons. */
  readonly messageId?: number
  readonly keyboard?: Keyboard
}

type Keyboard = readonly (readonly { readonly text: string; readonly callback_data?: string }[])[]
type Handle = (url: string, body: string) => unknown

/** What the button carries that sends a dialogue. */
export const SEND = '~s'

if (process.argv[1] === fileURLToPath(import.meta.url)) await serve(process.argv[2] === 'slack' ? slack() : telegram())

async function serve(handle: Handle): Promise<void> {
  const server = createServer(async (incoming, response) => {
    const answer = handle(incoming.url ?? '', await bodyOf(incoming))
    response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(answer))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  process.on('disconnect', () => process.exit(0))
  process.send?.(`http://127.0.0.1:${typeof address === 'object' && address !== null ? address.port : 0}`)
}

async function bodyOf(incoming: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = []
  for await (const chunk of incoming) chunks.push(Buffer.from(chunk))
  return Buffer.concat(chunks).toString('utf8')
}

function show(person: string, form?: ShownForm): void {
  const shown: Shown = { person, at: performance.timeOrigin + performance.now(), ...(form === undefined ? {} : { form }) }
  process.send?.(shown)
}

function slack(): Handle {
  let lastId = 0
  return (url, body) => {
    if (url.startsWith('/respond/')) {
      show(url.slice('/respond/'.length))
      return 'ok'
    }
    const params = new URLSearchParams(body)
    switch (url.replace('/api/', '')) {
      case 'auth.test':
        return { ok: true, team: 'Bench', team_id: 'T1', user: 'pacesetter', user_id: 'UBOT', bot_id: 'BBOT' }
      case 'users.info':
        return { ok: true, user: { id: params.get('user'), real_name: 'Rep', locale: 'en-US', tz: 'Asia/Shanghai' } }
      case 'views.open':
        show((params.get('trigger_id') ?? '').split('.')[0] ?? '', { view: JSON.parse(params.get('view') ?? '{}') })
        return { ok: true }
      case 'chat.postMessage':
        lastId += 1
        return { ok: true, channel: params.get('channel'), ts: `${1_700_000_000 + lastId}.000001` }
      default:
        return { ok: true }
    }
  }
}

function telegram(): Handle {
  let lastId = 0
  return (url, body) => {
    const params = body === '' ? {} : JSON.parse(body)
    const chat = String(params.chat_id)
    switch (url.split('/').at(-1)) {
      case 'getMe':
        return { ok: true, result: { id: 123456, is_bot: true, first_name: 'Pacesetter', username: 'pacesetter_bot' } }
      case 'sendMessage': {
        lastId += 1
        // An answer's buttons are no form's.
        const keyboard: Keyboard = params.reply_markup?.inline_keyboard ?? []
        const isForm = keyboard.flat().some(({ callback_data }) => callback_data === SEND)
        show(chat, isForm ? { messageId: lastId, keyboard } : undefined)
        return { ok: true, result: { message_id: lastId, date: 0, chat: { id: params.chat_id, type: 'private', first_name: 'Rep' } } }
      }
      case 'editMessageText':
        show(chat)
        return { ok: true, result: true }
      case 'getMyCommands':
        return { ok: true, result: [] }
      default:
        return { ok: true, result: true }
    }
  }
}
