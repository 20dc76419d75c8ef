import { setTimeout as wait } from 'node:timers/promises'
import type { ActAnswer } from '../../../src/adapters/playground/api.js'
import type { Outcome } from '../../../src/adapters/playground/live.js'
import type { PlaygroundMessage } from '../../../src/adapters/playground/messages.js'
import type { FormView } from '../../../src/adapters/playground/view.js'
import type { FormValues } from '../../../src/chat/model.js'
import type { ChosenFile } from '../harness.js'
import { readEvents } from './event-stream.js'

/** Where something is done on the page. */
export interface Spot {
  readonly conversation: string
  readonly thread?: string
  readonly message?: string
}

export interface OpenForm {
  readonly view: FormView
  readonly spot: Spot
  /** What is typed and chosen, by field. */
  readonly values: Record<string, FormValues[string]>
  errors: Readonly<Record<string, string>>
}

export type Item =
  | { readonly kind: 'message'; readonly id: string }
  | { readonly kind: 'toast'; readonly id: string; readonly text: string }

/** The playground's page as one person has it open: what the server has told it, and the form before it. */
export interface Page {
  /** In the order in which they came. */
  items(): readonly Item[]
  message(id: string): PlaygroundMessage | undefined
  messages(): readonly PlaygroundMessage[]
  form(): OpenForm | undefined
  closeForm(): void
  act(act: Readonly<Record<string, unknown>>, spot: Spot): Promise<void>
  /** Saves the file of a message, as a browser told to. */
  download(id: string): Promise<ChosenFile>
  /** The connection breaks; the page takes it up again from the last that it saw. */
  cut(): Promise<void>
  /** Loads the page anew: all that it shows then is what the server remembers. */
  reload(): Promise<void>
  close(): Promise<void>
}

export interface PageOptions {
  readonly url: string
  readonly person: string
  readonly language: 'en' | 'zh-CN'
  readonly violations: string[]
  readonly calls: { method: string; params: Readonly<Record<string, unknown>>; at: number }[]
}

const RECONNECT_MS = 50
const CAUGHT_UP_MS = 10_000

/** Opens the page, and waits until it shows what was there before. */
export async function openPage({ url, person, language, violations, calls }: PageOptions): Promise<Page> {
  let messages = new Map<string, PlaygroundMessage>()
  let items: Item[] = []
  let revision = 0
  let isClosed = false
  let form: OpenForm | undefined
  let connection = new AbortController()
  let listening = connect()
  await listening.caughtUp

  function connect(): { caughtUp: Promise<void>; ended: Promise<void> } {
    const own = new AbortController()
    connection = own
    let settle = () => {}
    const caughtUp = new Promise<void>((resolve, reject) => {
      const timer = setTimeout(() => reject(new Error(`The page of ${person} did not catch up`)), CAUGHT_UP_MS)
      settle = () => {
        clearTimeout(timer)
        resolve()
      }
    })
    const receive = (event: string, data: string) => {
      if (own.signal.aborted) return
      const read = JSON.parse(data)
      if (event === 'caught-up') settle()
      else if (event === 'message') receiveMessage(read)
      else if (event === 'outcome') show(read, { conversation: `dm:${person}` })
    }
    const ended = readEvents(`${url}/playground/api/messages?person=${encodeURIComponent(person)}&since=${revision}`, own.signal, receive)
      .catch((error: unknown) => void violations.push(`the event stream of ${person}: ${String(error)}`))
      .then(async () => {
        settle()
        if (isClosed || own.signal.aborted) return
        await wait(RECONNECT_MS)
        if (!isClosed && !own.signal.aborted) listening = connect()
      })
    return { caughtUp, ended }
  }

  function receiveMessage(message: PlaygroundMessage): void {
    calls.push({ method: 'message', params: { ...message, viewer: person }, at: Date.now() })
    if (message.visibleTo !== null && message.visibleTo !== person)
      violations.push(`${person} was shown what only ${message.visibleTo} may see`)
    revision = Math.max(revision, message.revision)
    const known = messages.get(message.id)
    if (known !== undefined && known.revision >= message.revision) return
    messages.set(message.id, message)
    if (known === undefined) items.push({ kind: 'message', id: message.id })
    for (const { action } of message.content.card?.buttons ?? [])
      if (Buffer.byteLength(action) > 64) violations.push(`a button's action of more than 64 bytes: ${action}`)
  }

  /** What an act brings besides messages: a word in passing, the next form, or what to mend in the open one. */
  function show({ toast, form: next, errors }: Outcome, spot: Spot): void {
    if (toast !== undefined) items.push({ kind: 'toast', id: `toast-${items.length}`, text: toast })
    if (next !== undefined) form = { view: next, spot, values: initialValues(next), errors: {} }
    else if (errors !== undefined && form !== undefined) form.errors = errors
    else if (errors !== undefined) items.push({ kind: 'toast', id: `toast-${items.length}`, text: Object.values(errors).join(' ') })
  }

  async function stopListening(): Promise<void> {
    connection.abort()
    await listening.ended
  }

  return {
    items: () => items,
    message: (id) => messages.get(id),
    messages: () => [...messages.values()],
    form: () => form,
    closeForm() {
      form = undefined
    },
    async act(act, spot) {
      const response = await fetch(`${url}/playground/api/act`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ person, language, ...spot, act }),
      })
      const outcome: ActAnswer = JSON.parse(await response.text())
      if (!response.ok || outcome.error !== undefined)
        violations.push(`act ${String(act.kind)} by ${person}: ${response.status} ${JSON.stringify(outcome)}`)
      else show(outcome, spot)
      // As on the page: a form that was sent closes unless it has something to say.
      if (act.kind === 'submit' && outcome.errors === undefined && outcome.form === undefined) form = undefined
    },
    async download(id) {
      const response = await fetch(`${url}/playground/files/${id}?person=${encodeURIComponent(person)}`)
      const [, name] = /^attachment; filename\*=UTF-8''(.+)$/.exec(response.headers.get('content-disposition') ?? '') ?? []
      if (!response.ok || name === undefined) throw new Error(`The page of ${person} was given no file: ${response.status}`)
      if (response.headers.get('x-content-type-options') !== 'nosniff') violations.push('a file that a browser may take for a page')
      return { name: decodeURIComponent(name), bytes: new Uint8Array(await response.arrayBuffer()) }
    },
    async cut() {
      await stopListening()
      listening = connect()
      await listening.caughtUp
    },
    async reload() {
      await stopListening()
      messages = new Map()
      items = items.filter(({ kind }) => kind === 'toast')
      revision = 0
      listening = connect()
      await listening.caughtUp
    },
    async close() {
      isClosed = true
      await stopListening()
    },
  }
}

/** A file field has none before one is chosen. */
function initialValues({ fields }: FormView): OpenForm['values'] {
  return Object.fromEntries(fields.flatMap((field) => (field.kind === 'file' ? [] : [[field.name, field.initial]])))
}
