import type { Fault } from '../harness.js'
import { type FloodLimits, floodControl } from './flood.js'
import { ParseError, parseHtml } from './html.js'
import { FilePart } from './multipart.js'
import type { Updates } from './updates.js'
import {
  asApiMessage,
  type Button,
  type Chat,
  documentBy,
  type Message,
  messagesOf,
  pathOf,
  type SentDocument,
  type World,
} from './world.js'

/** A refusal as the Bot API words it. */
export class Refusal extends Error {
  constructor(
    readonly code: number,
    readonly description: string,
    readonly parameters?: { retry_after?: number; migrate_to_chat_id?: number },
  ) {
    super(description)
  }
}

export type Params = Readonly<Record<string, unknown>>
export type Method = (params: Params, gone: AbortSignal) => unknown

export interface MethodsOptions {
  readonly flood: FloodLimits
}

/** The Bot API's methods, each checking what it is given by the platform's limits. What only a mistake can cause is noted as a violation. */
export function methods(world: World, updates: Updates, { flood }: MethodsOptions): Record<string, Method> {
  const mayGo = floodControl(flood)
  const commands = new Map<string, unknown>()
  const profile = new Map<string, string>()

  const mistake = (description: string): Refusal => {
    world.violations.push(description)
    return new Refusal(400, `Bad Request: ${description}`)
  }

  function chatOf(params: Params): Chat {
    const id = Number(params.chat_id)
    const chat = world.chats.get(id)
    if (chat?.movedTo !== undefined) {
      throw new Refusal(400, 'Bad Request: group chat was upgraded to a supergroup chat', { migrate_to_chat_id: chat.movedTo })
    }
    if (chat === undefined) {
      if (world.users.has(id)) throw new Refusal(403, "Forbidden: bot can't initiate conversation with a user")
      throw new Refusal(400, 'Bad Request: chat not found')
    }
    if (world.blocked.has(id)) throw new Refusal(403, 'Forbidden: bot was blocked by the user')
    if (chat.type === 'private' && !world.started.has(id)) throw new Refusal(403, "Forbidden: bot can't initiate conversation with a user")
    if (chat.type !== 'private' && !chat.botIsMember) throw new Refusal(403, 'Forbidden: bot was kicked from the supergroup chat')
    return chat
  }

  function readText(params: Params): { text: string; links: string[] } {
    const raw = String(params.text ?? '')
    let parsed = { text: raw.trim(), links: [] as string[] }
    if (params.parse_mode === 'HTML') {
      try {
        parsed = parseHtml(raw)
      } catch (error) {
        if (error instanceof ParseError) throw mistake(`can't parse entities: ${error.message}`)
        throw error
      }
    }
    if (parsed.text === '') throw mistake('message text is empty')
    if (parsed.text.length > 4096) throw mistake('message is too long')
    return parsed
  }

  function readButtons(params: Params): Button[][] {
    const markup = asRecord(params.reply_markup)
    const keyboard = markup.inline_keyboard
    if (!Array.isArray(keyboard)) return []
    const buttons: Button[][] = keyboard
    const all = buttons.flat()
    if (all.length > 100) throw mistake('reply markup is too long')
    if (buttons.some((row) => row.length > 8 || row.length === 0)) throw mistake('a row of buttons has 1 to 8')
    for (const { text, callback_data, url, style } of all) {
      if (typeof text !== 'string' || text.trim() === '') throw mistake('button text is empty')
      if ((callback_data === undefined) === (url === undefined)) throw mistake('a button is of one kind')
      const bytes = Buffer.byteLength(callback_data ?? 'x')
      if (bytes < 1 || bytes > 64) throw mistake('BUTTON_DATA_INVALID')
      if (style !== undefined && !['primary', 'danger', 'success'].includes(style)) throw mistake('unknown button style')
    }
    return buttons
  }

  function checkEphemeral(params: Params, chat: Chat): { person: number } | undefined {
    const ephemeral = asRecord(params.ephemeral_message_parameters)
    const person = ephemeral.receiver_user_id
    if (person === undefined) return undefined
    if (chat.type === 'private') throw mistake('ephemeral messages are for groups')
    const query = world.queries.get(String(ephemeral.callback_query_id))
    const byPress =
      query !== undefined && query.person === person && query.message.chat.id === chat.id && Date.now() - query.pressedAt <= 15_000
    const inAnswerTo = asRecord(params.reply_parameters).ephemeral_message_id
    const byCommand = messagesOf(world).some(
      (message) =>
        inAnswerTo !== undefined &&
        message.ephemeralId === inAnswerTo &&
        message.onlyFor === person &&
        Date.now() - message.sentAt <= 15_000,
    )
    if (!byPress && !byCommand && !chat.botIsAdmin) throw new Refusal(400, 'Bad Request: not enough rights to send ephemeral messages')
    return { person: Number(person) }
  }

  /** A new file comes as a part of the form, which the parameter names. */
  function readDocument(params: Params): SentDocument {
    const { document, caption = '' } = params
    const named = /^attach:\/\/(.+)$/.exec(String(document))?.[1]
    const part = named === undefined ? undefined : params[named]
    if (!(part instanceof FilePart)) throw mistake('there is no document in the request')
    if (part.name === '') throw mistake('a document without a name')
    if (part.bytes.length === 0) throw mistake('file must be non-empty')
    if (part.bytes.length > 50_000_000) throw new Refusal(413, 'Request Entity Too Large')
    if (String(caption).length > 1024) throw mistake('message caption is too long')
    return { fileId: `D${world.nextId()}`, file: { name: part.name, bytes: part.bytes } }
  }

  function send(params: Params, document?: SentDocument): unknown {
    const chat = chatOf(params)
    const wait = mayGo(chat.id, chat.type !== 'private', Date.now())
    if (wait !== undefined) throw new Refusal(429, `Too Many Requests: retry after ${wait}`, { retry_after: wait })
    const { text, links } = document === undefined ? readText(params) : { text: String(params.caption ?? ''), links: [] }
    const buttons = readButtons(params)
    const ephemeral = checkEphemeral(params, chat)
    const reply = asRecord(params.reply_parameters)
    const replyTo = reply.message_id === undefined ? undefined : Number(reply.message_id)
    const isThere = messagesOf(world).some(({ id, chat: at }) => id === replyTo && at === chat)
    if (replyTo !== undefined && !isThere && reply.allow_sending_without_reply !== true)
      throw new Refusal(400, 'Bad Request: message to be replied not found')
    const thread = params.message_thread_id === undefined ? undefined : Number(params.message_thread_id)
    if (thread !== undefined && !chat.topics.has(thread)) throw mistake('message thread not found')
    const message: Message = {
      id: ephemeral === undefined ? world.nextId() : 0,
      ...(ephemeral === undefined ? {} : { ephemeralId: world.nextId(), onlyFor: ephemeral.person }),
      chat,
      from: world.bot,
      text,
      ...(document === undefined ? {} : { document }),
      links,
      ...(replyTo !== undefined && isThere ? { replyTo } : {}),
      ...(thread === undefined ? {} : { thread }),
      buttons,
      forcesReply: asRecord(params.reply_markup).force_reply === true,
      sentAt: Date.now(),
      edits: 0,
      isDeleted: false,
    }
    world.timeline.push(message)
    return asApiMessage(world, message)
  }

  function own(params: Params): Message {
    const chat = chatOf(params)
    const message = messagesOf(world).find(
      (one) =>
        (params.ephemeral_message_id === undefined
          ? one.id !== 0 && one.id === Number(params.message_id)
          : one.ephemeralId === Number(params.ephemeral_message_id)) && one.chat === chat,
    )
    if (message === undefined) throw new Refusal(400, 'Bad Request: message to edit not found')
    if (!message.from.is_bot) throw mistake("message can't be edited")
    if (message.ephemeralId !== undefined && Number(params.receiver_user_id) !== message.onlyFor)
      throw mistake('the ephemeral message is somebody else’s')
    return message
  }

  function edit(params: Params): unknown {
    const message = own(params)
    if (message.forcesReply) throw mistake("message can't be edited")
    const { text, links } = params.text === undefined ? message : readText(params)
    const buttons = readButtons(params)
    if (
      text === message.text &&
      JSON.stringify(buttons) === JSON.stringify(message.buttons) &&
      JSON.stringify(links) === JSON.stringify(message.links)
    ) {
      throw new Refusal(
        400,
        'Bad Request: message is not modified: specified new message content and reply markup are exactly the same as a current content and reply markup of the message',
      )
    }
    message.text = text
    message.links = links
    message.buttons = buttons
    message.edits++
    return message.ephemeralId === undefined ? asApiMessage(world, message) : true
  }

  function remove(params: Params): unknown {
    own(params).isDeleted = true
    return true
  }

  const scopeKey = (params: Params) => `${asRecord(params.scope).type ?? 'default'}:${params.language_code ?? ''}`

  return {
    getMe: () => ({ ...world.bot, ...world.settings }),
    getFile: (params) => {
      const document = documentBy(world, String(params.file_id))
      if (document === undefined) throw mistake('wrong file_id or the file is temporarily unavailable')
      if (document.file.bytes.length > 20_000_000) throw new Refusal(400, 'Bad Request: file is too big')
      return { file_id: document.fileId, file_unique_id: `u${document.fileId}`, file_path: pathOf(document) }
    },
    getUpdates: (params, gone) => {
      if (updates.webhook() !== undefined)
        throw new Refusal(
          409,
          "Conflict: can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first",
        )
      updates.allow(readKinds(params))
      return updates.take(
        params.offset === undefined ? undefined : Number(params.offset),
        Number(params.limit ?? 100),
        Number(params.timeout ?? 0),
        gone,
      )
    },
    setWebhook: (params) => {
      const secret = params.secret_token
      if (secret !== undefined && !/^[\w-]{1,256}$/.test(String(secret))) throw mistake('secret token contains unallowed characters')
      updates.allow(readKinds(params))
      updates.setWebhook({ url: String(params.url), secret: secret === undefined ? undefined : String(secret) })
      return true
    },
    deleteWebhook: () => {
      updates.setWebhook(undefined)
      return true
    },
    getWebhookInfo: () => ({ url: updates.webhook()?.url ?? '', has_custom_certificate: false, pending_update_count: 0 }),
    sendMessage: (params) => send(params),
    sendPhoto: (params) => send({ ...params, text: params.caption ?? '🖼' }),
    sendDocument: (params) => send(params, readDocument(params)),
    sendChatAction: (params) => chatOf(params) !== undefined,
    editMessageText: edit,
    editMessageReplyMarkup: edit,
    editEphemeralMessageText: edit,
    editEphemeralMessageReplyMarkup: edit,
    deleteMessage: remove,
    deleteEphemeralMessage: remove,
    answerCallbackQuery: (params) => {
      const query = world.queries.get(String(params.callback_query_id))
      if (query === undefined) throw mistake('query is too old and response timeout expired or query ID is invalid')
      if (query.answeredAt !== undefined) throw mistake(`callback query ${query.id} was answered twice`)
      if (Date.now() - query.pressedAt > 15_000) throw mistake('query is too old and response timeout expired or query ID is invalid')
      const text = params.text === undefined ? '' : String(params.text)
      if (text.length > 200) throw mistake('MESSAGE_TOO_LONG')
      query.answeredAt = Date.now()
      if (text !== '') world.timeline.push({ id: `toast-${query.id}`, person: query.person, text })
      return true
    },
    setMyCommands: (params) => {
      const list = Array.isArray(params.commands) ? params.commands.map(asRecord) : []
      if (list.length > 100) throw mistake('BOT_COMMANDS_TOO_MUCH')
      for (const { command, description } of list) {
        if (!/^[a-z0-9_]{1,32}$/.test(String(command))) throw mistake('BOT_COMMAND_INVALID')
        if (String(description).length < 1 || String(description).length > 256) throw mistake('BOT_COMMAND_DESCRIPTION_INVALID')
      }
      commands.set(scopeKey(params), list)
      return true
    },
    getMyCommands: (params) => commands.get(scopeKey(params)) ?? [],
    setMyDescription: (params) => {
      if (String(params.description).length > 512) throw mistake('description is too long')
      profile.set(`long:${params.language_code ?? ''}`, String(params.description))
      return true
    },
    getMyDescription: (params) => ({ description: profile.get(`long:${params.language_code ?? ''}`) ?? '' }),
    setMyShortDescription: (params) => {
      if (String(params.short_description).length > 120) throw mistake('short description is too long')
      profile.set(`short:${params.language_code ?? ''}`, String(params.short_description))
      return true
    },
    getMyShortDescription: (params) => ({ short_description: profile.get(`short:${params.language_code ?? ''}`) ?? '' }),
    getChat: (params) => ({ id: chatOf(params).id, type: chatOf(params).type, title: chatOf(params).title }),
    getChatMember: (params) => {
      const chat = chatOf(params)
      const user = world.users.get(Number(params.user_id))
      if (user === undefined) throw new Refusal(400, 'Bad Request: user not found')
      return { status: user.is_bot && chat.botIsAdmin ? 'administrator' : 'member', user }
    },
  }
}

/** Whether a command shows only to its sender in groups, by the lists the bot has set. */
export function isEphemeralCommand(list: unknown, name: string): boolean {
  return Array.isArray(list) && list.map(asRecord).some(({ command, is_ephemeral }) => command === name && is_ephemeral === true)
}

export function refusalFor(fault: Extract<Fault, { kind: 'rate-limited' | 'server-error' | 'refused' }>): Refusal {
  switch (fault.kind) {
    case 'rate-limited':
      return new Refusal(429, `Too Many Requests: retry after ${fault.retryAfterSeconds}`, { retry_after: fault.retryAfterSeconds })
    case 'server-error':
      return new Refusal(500, 'Internal Server Error')
    case 'refused':
      return new Refusal(codeOf(fault.error), fault.error)
  }
}

function codeOf(error: string): number {
  if (error.startsWith('Unauthorized')) return 401
  if (error.startsWith('Conflict')) return 409
  return error.startsWith('Forbidden') ? 403 : 400
}

function readKinds({ allowed_updates }: Params): string[] | undefined {
  return Array.isArray(allowed_updates) ? allowed_updates.map(String) : undefined
}

function asRecord(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null ? { ...value } : {}
}
