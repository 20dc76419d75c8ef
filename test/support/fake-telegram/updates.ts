import { setTimeout as wait } from 'node:timers/promises'

interface Queued {
  readonly id: number
  readonly chat: number
  readonly body: Record<string, unknown>
  attempts: number
  isDone: boolean
}

export interface Webhook {
  readonly url: string
  readonly secret: string | undefined
}

export interface Updates {
  /** @returns when the bot has acknowledged it: confirmed by a later offset, or answered with 2xx */
  add(chat: number, kind: string, content: Record<string, unknown>): { id: number; acknowledged(): Promise<void> }
  again(): Promise<void>
  /** Long polling, as getUpdates does it. */
  take(offset: number | undefined, limit: number, timeoutSeconds: number, gone: AbortSignal): Promise<unknown[]>
  allow(kinds: readonly string[] | undefined): void
  setWebhook(webhook: Webhook | undefined): void
  webhook(): Webhook | undefined
  /** Updates delivered to the webhook, by id, each time it was tried. */
  readonly attempts: { readonly id: number; readonly status: number }[]
  close(): void
}

/** The updates on their way to the bot: kept until it has them, in order within a chat, repeated until it says so. */
export function updates(): Updates {
  const queue: Queued[] = []
  const waiting = new Set<() => void>()
  const attempts: { id: number; status: number }[] = []
  const busy = new Set<number>()
  let last: Queued | undefined
  let nextId = 5000
  let allowed: readonly string[] | undefined
  let hook: Webhook | undefined
  let isClosed = false

  const wake = () => {
    for (const resume of waiting) resume()
    waiting.clear()
    if (hook !== undefined) void push()
  }
  const changed = (ms: number) =>
    new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, ms)
      waiting.add(() => {
        clearTimeout(timer)
        resolve()
      })
    })

  async function push(): Promise<void> {
    for (const item of [...queue]) {
      if (item.isDone || busy.has(item.chat)) continue
      busy.add(item.chat)
      void deliverOne(item).finally(() => {
        busy.delete(item.chat)
        if (!isClosed) wake()
      })
    }
  }

  async function deliverOne(item: Queued): Promise<void> {
    if (hook === undefined) return
    const { url, secret } = hook
    item.attempts++
    try {
      const response = await fetch(url, {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...(secret === undefined ? {} : { 'x-telegram-bot-api-secret-token': secret }) },
        body: JSON.stringify(item.body),
      })
      await response.arrayBuffer()
      attempts.push({ id: item.id, status: response.status })
      if (response.ok) return finish(item)
    } catch {
      attempts.push({ id: item.id, status: 0 })
    }
    await wait(100, undefined, { ref: false })
  }

  function finish(item: Queued): void {
    item.isDone = true
    const index = queue.indexOf(item)
    if (index !== -1) queue.splice(index, 1)
    for (const resume of waiting) resume()
    waiting.clear()
  }

  async function acknowledged(item: Queued): Promise<void> {
    const until = Date.now() + ACKNOWLEDGED_WITHIN_MS
    while (!item.isDone) {
      if (isClosed) return
      if (Date.now() > until) throw new Error(`The bot did not acknowledge update ${item.id}`)
      await changed(200)
    }
  }

  return {
    attempts,
    add(chat, kind, content) {
      const id = nextId++
      const item: Queued = { id, chat, body: { update_id: id, [kind]: content }, attempts: 0, isDone: false }
      const wanted = allowed === undefined || allowed.length === 0 ? kind !== 'chat_member' : allowed.includes(kind)
      if (!wanted) return { id, acknowledged: async () => {} }
      last = item
      queue.push(item)
      wake()
      return { id, acknowledged: () => acknowledged(item) }
    },
    again() {
      if (last === undefined) throw new Error('Nothing was sent yet')
      const item: Queued = { ...last, attempts: 0, isDone: false }
      queue.push(item)
      wake()
      return acknowledged(item)
    },
    async take(offset, limit, timeoutSeconds, gone) {
      const until = Date.now() + timeoutSeconds * 1000
      // A redelivered update may have a lower id than the offset: it counts as confirmed only once it was given out again.
      for (const item of queue.filter(({ id, attempts: given }) => offset !== undefined && id < offset && given > 0)) finish(item)
      while (queue.length === 0 && Date.now() < until && !gone.aborted && !isClosed && hook === undefined)
        await changed(Math.min(200, until - Date.now()))
      if (gone.aborted) return []
      const given = queue.slice(0, limit)
      for (const item of given) item.attempts++
      return given.map(({ body }) => body)
    },
    allow(kinds) {
      allowed = kinds ?? allowed
    },
    setWebhook(webhook) {
      hook = webhook
      wake()
    },
    webhook: () => hook,
    close() {
      isClosed = true
      wake()
    },
  }
}

const ACKNOWLEDGED_WITHIN_MS = 20_000
