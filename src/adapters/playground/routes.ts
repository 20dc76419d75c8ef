import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { secureHeaders } from 'hono/secure-headers'
import { streamSSE } from 'hono/streaming'
import type { Logger } from 'pino'
import type { Event, Intake, Interaction, Where } from '../../chat/model.js'
import { sayIn } from '../../chat/say.js'
import { unreachable } from '../../chat/unreachable.js'
import {
  type Act,
  type ActAnswer,
  act,
  type ClockAnswer,
  download,
  language,
  move,
  type StateAnswer,
  type StreamEvents,
  stream,
} from './api.js'
import type { Cast } from './cast.js'
import { commandList } from './commands.js'
import type { DemoClock } from './demo-clock.js'
import { onlyFromHere } from './guard.js'
import type { Live } from './live.js'
import { isVisible, type Messages, privateChat } from './messages.js'
import { pageFiles } from './page-files.js'
import { pageWords } from './page-words.js'
import { carryOut } from './replies.js'

export interface RoutesOptions {
  readonly messages: Messages
  readonly people: Live
  readonly now: () => string
  readonly cast: () => Promise<Cast>
  readonly clock: DemoClock
  readonly intake: () => Intake
  readonly log: Logger
}

/** A form may carry a file. */
const BODY_BYTES = 2_100_000
const HEARTBEAT_MS = 15_000

/** The page, and what it asks of the server. */
export function playgroundRoutes(options: RoutesOptions): Hono {
  const { messages, people, clock, cast } = options
  const routes = new Hono()
  routes.use('*', onlyFromHere())
  routes.use(
    '*',
    secureHeaders({
      contentSecurityPolicy: {
        defaultSrc: ["'none'"],
        scriptSrc: ["'self'"],
        styleSrc: ["'self'"],
        connectSrc: ["'self'"],
        imgSrc: ["'self'", 'data:'],
        baseUri: ["'none'"],
        formAction: ["'none'"],
        frameAncestors: ["'none'"],
      },
    }),
  )
  routes.route('/', pageFiles())

  routes.get('/playground/api/state', async (context) => {
    const say = sayIn(language.catch('en').parse(context.req.query('language')))
    return context.json<StateAnswer>({
      ...(await cast()),
      clock: { now: clock.now(), zone: await clock.zone(), moments: await clock.moments() },
      words: pageWords(say),
      commands: commandList(say),
    })
  })

  routes.get('/playground/api/messages', async (context) => {
    const query = stream.safeParse(context.req.query())
    if (!query.success) return context.json({ error: 'bad request' }, 400)
    const { person, since } = query.data
    return streamSSE(context, async (sse) => {
      const ended = new AbortController()
      let seen = since
      const send = <Name extends keyof StreamEvents>(event: Name, data: StreamEvents[Name]) =>
        sse.writeSSE({ event, data: JSON.stringify(data) }).catch(() => ended.abort())
      // Listening starts before the past is read, so that nothing falls between; the page knows a message by its id and revision.
      const stop = people.listen({
        viewer: person,
        message: (message) => void send('message', message),
        outcome: (outcome) => void send('outcome', outcome),
        close: () => ended.abort(),
      })
      sse.onAbort(() => ended.abort())
      for (const message of await messages.since(seen, person)) {
        await send('message', message)
        seen = message.revision
      }
      await send('caught-up', { revision: seen })
      const heartbeat = setInterval(() => void send('clock', { now: clock.now() }), HEARTBEAT_MS)
      if (!ended.signal.aborted) await once(ended.signal, 'abort')
      clearInterval(heartbeat)
      stop()
    })
  })

  routes.get('/playground/files/:message', async (context) => {
    const query = download.safeParse(context.req.query())
    const id = context.req.param('message')
    const message = query.success ? await messages.find(id) : undefined
    const file = query.success && message !== undefined && isVisible(message, query.data.person) ? await messages.file(id) : undefined
    if (file === undefined) return context.text('There is no such file.\n', 404)
    // To be kept, never to be shown: no browser is to take what stands in it for a page of ours.
    return context.body(Buffer.from(file.base64, 'base64'), 200, {
      'content-type': 'application/octet-stream',
      'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(file.name)}`,
      'cache-control': 'no-store',
    })
  })

  routes.use('/playground/api/*', bodyLimit({ maxSize: BODY_BYTES, onError: (context) => context.json({ error: 'too large' }, 413) }))

  routes.post('/playground/api/act', async (context) => {
    const parsed = act.safeParse(await context.req.json().catch(() => undefined))
    if (!parsed.success) return context.json({ error: 'bad request' }, 400)
    return context.json<ActAnswer>(await perform(parsed.data, options))
  })

  routes.post('/playground/api/clock', async (context) => {
    const parsed = move.safeParse(await context.req.json().catch(() => undefined))
    if (!parsed.success) return context.json({ error: 'bad request' }, 400)
    const moved = await clock.moveTo(parsed.data.to)
    return context.json<ClockAnswer>({ moved, now: clock.now(), moments: await clock.moments() })
  })
  return routes
}

async function perform(input: Act, options: RoutesOptions): Promise<ActAnswer> {
  const { people: everybody } = await options.cast()
  const person = everybody.find((candidate) => candidate.id === input.person)
  if (person === undefined) return { error: 'nobody' }
  const pressed = input.message === undefined ? undefined : await options.messages.find(input.message)
  if (pressed !== undefined && !isVisible(pressed, person.id)) return { error: 'not yours' }

  const interaction = interactionOf(input, person, await placeOf(input, options), options.now())
  if (input.act.kind === 'say') await showWords(input, options)
  if (interaction.event.kind === 'words') {
    await options.intake().accept(interaction)
    return {}
  }
  const answer = await options.intake().handle(interaction)
  return carryOut(interaction, answer, options)
}

async function placeOf({ conversation, thread, message, person, act }: Act, { cast, messages }: RoutesOptions): Promise<Where> {
  const { channels, workspaceName } = await cast()
  const isPrivate = conversation === privateChat(person)
  // A button on a message in a thread is answered in that thread.
  const stands = message === undefined ? undefined : await messages.find(message)
  const inThread = thread ?? stands?.under ?? undefined
  // What is said in a thread replies to what opened it.
  const about = message ?? (act.kind === 'say' ? thread : undefined)
  return {
    workspace: 'playground',
    workspaceName,
    conversation,
    conversationName: channels.find(({ id: channel }) => channel === conversation)?.name ?? '',
    kind: isPrivate ? 'private' : 'channel',
    ...(inThread === undefined ? {} : { thread: inThread }),
    ...(about === undefined ? {} : { message: about }),
  }
}

function interactionOf(input: Act, person: Cast['people'][number], where: Where, at: string): Interaction {
  return {
    deliveryId: randomUUID(),
    platform: 'playground',
    who: { externalId: person.id, name: person.name, locale: input.language, zone: person.zone },
    where,
    at,
    event: eventOf(input.act),
    answerBy: {},
  }
}

function eventOf(input: Act['act']): Event {
  switch (input.kind) {
    case 'say': {
      const command = /^\/(\p{L}+)(?:\s+([\s\S]*))?$/u.exec(input.words)
      if (command === null) return { kind: 'words', text: input.words, mentionsBot: /@pacesetter\b/i.test(input.words) }
      const text = command[2] ?? ''
      return {
        kind: 'command',
        name: (command[1] ?? '').toLowerCase(),
        text,
        mentions: [...text.matchAll(/@([\p{L}\p{N}_-]+(?: [\p{Lu}][\p{L}]*)?)/gu)].map(([whole, name = '']) => ({ text: whole, name })),
      }
    }
    case 'press':
      return { kind: 'press', action: input.action }
    case 'submit':
      return { kind: 'submit', form: input.form, context: input.context, values: input.values }
    case 'join':
      return { kind: 'joined', joined: 'person' }
    default:
      return unreachable(input)
  }
}

/** What somebody writes is seen by all in the conversation; a command, as on the other platforms, by whoever typed it. */
async function showWords(input: Act, { messages, people, now }: RoutesOptions): Promise<void> {
  if (input.act.kind !== 'say') return
  const shown = await messages.add({
    conversation: input.conversation,
    under: input.thread ?? null,
    visibleTo: input.act.words.startsWith('/') ? input.person : null,
    content: { author: input.person, words: input.act.words, edits: 0 },
    at: now(),
  })
  people.changed(shown)
}
