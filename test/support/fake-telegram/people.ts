import { setTimeout as wait } from 'node:timers/promises'
import type { Channel, ChosenFile, Persona, SeenForm, SeenMessage } from '../harness.js'
import { askedField, isChosen, isDialogue, isOn, isToggle, optionButton, seenForm } from './dialogue-walk.js'
import { isEphemeralCommand, type Method } from './methods.js'
import type { Updates } from './updates.js'
import { asApiChat, asApiMessage, type Button, type Chat, isMessage, type Message, messagesOf, type User, type World } from './world.js'

/** A group, or one topic of a forum. */
export interface TelegramChannel extends Channel {
  readonly thread?: number
}

export interface TelegramPersona extends Persona {
  readonly chatId: string
  /** Presses and nothing else: a button that asks first still asks. */
  tap(label: string | RegExp, on?: SeenMessage): Promise<void>
  /** Presses a button that a dialogue's message showed earlier, as a phone that has not updated it would. */
  tapData(data: string, on: SeenMessage): Promise<void>
  /** Sends a file as a document. */
  send(file: ChosenFile, where?: TelegramChannel): Promise<void>
  openForm(): SeenForm | undefined
}

type Matches = string | RegExp | ((message: SeenMessage) => boolean)

interface Deps {
  readonly world: World
  readonly updates: Updates
  readonly methods: Record<string, Method>
}

/** A group that became a supergroup is the same one to its people: the channel goes along. */
export function channelOf({ world }: Pick<Deps, 'world'>, chat: Chat, name: string, thread?: number): TelegramChannel {
  const posts = () =>
    messagesOf(world)
      .filter((message) => message.chat === chat || message.chat.id === chat.movedTo)
      .filter((message) => message.ephemeralId === undefined && (thread === undefined || message.thread === thread))
      .map((message) => seen(message, 'message'))
  return {
    get id() {
      return String(chat.movedTo ?? chat.id)
    },
    name,
    ...(thread === undefined ? {} : { thread }),
    posts,
    waitFor: (matches, { timeoutMs = WAIT_MS, under } = {}) =>
      until(
        () => posts().find((post) => (under === undefined || isUnder(post, under, posts())) && doesMatch(post, matches)),
        timeoutMs,
        () =>
          `No post matches ${String(matches)} in "${name}":\n${posts()
            .map(({ text }) => text)
            .join('\n---\n')}`,
      ),
  }
}

/** @param hasOldClient it knows no ephemeral commands: what is typed in a group all can see */
export function personaOf(
  { world, updates, methods }: Deps,
  user: User,
  privateChat: Chat,
  { hasOldClient }: { hasOldClient: boolean },
): TelegramPersona {
  let taps = 0
  let queries = 0

  const chatFor = (where: TelegramChannel | undefined): Chat => {
    const chat = where === undefined ? privateChat : world.chats.get(Number(where.id))
    if (chat === undefined) throw new Error(`There is no chat ${where?.id}`)
    return chat
  }

  async function write(sent: string | ChosenFile, where: TelegramChannel | undefined, under: SeenMessage | undefined): Promise<void> {
    taps++
    const words = typeof sent === 'string' ? sent : ''
    const chat = chatFor(where)
    if (chat.type === 'private') {
      world.started.add(user.id)
      world.blocked.delete(user.id)
    }
    const replied = under === undefined ? undefined : messagesOf(world).find(({ id }) => String(id) === under.id)
    const command = /^\/([a-z0-9_]+)(@\w+)?/i.exec(words)
    const isEphemeral =
      chat.type !== 'private' && !hasOldClient && command !== null && isEphemeralCommand(await commandList(), command[1] ?? '')
    const message: Message = {
      id: isEphemeral ? 0 : world.nextId(),
      ...(isEphemeral ? { ephemeralId: world.nextId(), onlyFor: user.id } : {}),
      chat,
      from: user,
      text: words,
      ...(typeof sent === 'string' ? {} : { document: { fileId: `D${world.nextId()}`, file: sent } }),
      links: [],
      ...(replied === undefined ? {} : { replyTo: replied.id }),
      ...threadOf(where, replied),
      buttons: [],
      forcesReply: false,
      sentAt: Date.now(),
      edits: 0,
      isDeleted: false,
    }
    world.timeline.push(message)
    if (!reachesBot(message, command !== null, replied)) return
    await updates.add(chat.id, 'message', asApiMessage(world, message)).acknowledged()
  }

  /** In privacy mode the bot gets a group's commands, replies to it and mentions of it; as an administrator all. */
  function reachesBot(message: Message, isCommand: boolean, replied: Message | undefined): boolean {
    if (message.chat.type === 'private' || message.chat.botIsAdmin || isCommand) return true
    return replied?.from.is_bot === true || message.text.includes(`@${world.bot.username}`)
  }

  async function commandList(): Promise<unknown> {
    const ask = async (language_code: string | undefined) =>
      methods.getMyCommands?.({ scope: { type: 'all_group_chats' }, language_code }, new AbortController().signal)
    const own = await ask(user.language_code?.slice(0, 2))
    return Array.isArray(own) && own.length > 0 ? own : ask(undefined)
  }

  const visible = () =>
    messagesOf(world).filter(
      (message) =>
        message.from.is_bot &&
        (message.chat === privateChat ||
          (message.chat.type !== 'private' && (message.onlyFor === undefined || message.onlyFor === user.id))),
    )

  async function pressButton(message: Message, button: Button): Promise<void> {
    taps++
    if (button.callback_data === undefined) return
    const id = `${user.id}${Date.now()}${queries++}`
    const query = { id, person: user.id, message, pressedAt: Date.now() }
    world.queries.set(id, query)
    const content = { id, from: asApiUser(user), message: asApiMessage(world, message), chat_instance: '1', data: button.callback_data }
    updates.add(message.chat.id, 'callback_query', content)
    await until(
      () => world.queries.get(id)?.answeredAt,
      ANSWER_MS,
      () => `The press on "${button.text}" was not answered`,
    )
  }

  function find(label: string | RegExp, on: SeenMessage | undefined): { message: Message; button: Button } | undefined {
    const among = on === undefined ? visible().toReversed() : visible().filter((message) => idOf(message) === on.id)
    for (const message of among) {
      const button = message.buttons.flat().find(({ text }) => (typeof label === 'string' ? text === label : label.test(text)))
      if (button !== undefined) return { message, button }
    }
    return undefined
  }

  async function tap(label: string | RegExp, on?: SeenMessage): Promise<{ message: Message; button: Button }> {
    const found = await until(
      () => find(label, on),
      WAIT_MS,
      () =>
        `${user.first_name} sees no button ${String(label)} among: ${visible()
          .flatMap(({ buttons }) => buttons.flat().map(({ text }) => text))
          .join(' | ')}`,
    )
    await pressButton(found.message, found.button)
    return found
  }

  async function press(label: string | RegExp, on?: SeenMessage): Promise<void> {
    const { message, button } = await tap(label, on)
    const asks = button.callback_data?.startsWith('?a')
    const yes = asks
      ? message.buttons.flat().find(({ callback_data }) => callback_data === button.callback_data?.replace('?a', '?y'))
      : undefined
    if (yes !== undefined) await pressButton(message, yes)
  }

  const dialogue = () => visible().filter(isDialogue).at(-1)

  const openDialogue = (timeoutMs = WAIT_MS) => until(dialogue, timeoutMs, () => `No form is open before ${user.first_name}`)

  async function pressData(message: Message, data: string): Promise<void> {
    const button = message.buttons.flat().find(({ callback_data }) => callback_data === data)
    if (button === undefined) throw new Error(`The form has no button ${data}`)
    await pressButton(message, button)
  }

  /** Writes the answer to the question: as a reply to it where the bot posted one to reply to. */
  async function answerInWords(message: Message, words: string | ChosenFile): Promise<void> {
    const before = { edits: message.edits, text: message.text }
    if (message.chat.type === 'private') await write(words, undefined, undefined)
    else {
      // The question before may still stand when the form has gone on to this one.
      const label = seenForm(message).fields[0]?.label ?? ''
      const question = await until(
        () =>
          visible()
            .filter(({ forcesReply, chat, text }) => forcesReply && chat === message.chat && text.includes(label))
            .at(-1),
        WAIT_MS,
        () => 'No question to reply to',
      )
      await write(words, channelOf({ world }, message.chat, message.chat.title ?? ''), seen(question, 'message'))
    }
    // The same answer as before changes nothing to see.
    await until(
      () => (message.edits > before.edits ? true : undefined),
      3_000,
      () => 'The form did not take the answer',
    ).catch(() => {})
  }

  async function fillField(name: string, value: string | readonly string[] | boolean | ChosenFile): Promise<void> {
    const message = await openDialogue()
    if (askedField(message) !== name) {
      if (askedField(message) !== undefined) await pressData(message, `~b:${askedField(message)}`)
      const button = await until(
        () => message.buttons.flat().find(({ callback_data }) => callback_data === `~f:${name}`),
        WAIT_MS,
        () => `The form has no field "${name}"`,
      )
      if (isToggle(button)) {
        if (isOn(button) !== value) await pressButton(message, button)
        return
      }
      await pressButton(message, button)
    }
    if (typeof value === 'object' && 'bytes' in value) return answerInWords(message, value)
    if (Array.isArray(value)) return fillChoices(message, name, value)
    const option = await findOption(message, name, String(value))
    if (option !== undefined) await pressButton(message, option)
    else await answerInWords(message, String(value))
  }

  async function fillChoices(message: Message, name: string, values: readonly string[]): Promise<void> {
    const wanted = new Set<string>(values)
    for (;;) {
      const options = message.buttons.flat().filter(({ callback_data }) => callback_data?.startsWith(`~o:${name}:`))
      const wrong = options.find(
        (option) =>
          isChosen(option) !==
          (wanted.has(option.text.replace(/^✓ /, '')) || wanted.has(option.callback_data?.slice(`~o:${name}:`.length) ?? '')),
      )
      const later = message.buttons.flat().find(({ text }) => text === '›')
      if (wrong !== undefined) await pressButton(message, wrong)
      else if (later !== undefined) await pressButton(message, later)
      else break
    }
    await pressData(message, `~b:${name}`)
  }

  async function findOption(message: Message, name: string, wanted: string): Promise<Button | undefined> {
    const isDated = /^\d{4}-\d{2}-\d{2}$/.test(wanted)
    for (;;) {
      const option = optionButton(message, name, wanted)
      const later = message.buttons.flat().find(({ text }) => text === '›')
      if (option !== undefined || later === undefined || isDated) return option
      await pressButton(message, later)
    }
  }

  const privately = (): SeenMessage[] =>
    world.timeline.flatMap((item): SeenMessage[] => {
      if (!isMessage(item)) return item.person === user.id ? [{ id: item.id, text: item.text, buttons: [], kind: 'toast', edits: 0 }] : []
      const isMine = item.from.is_bot && !item.isDeleted && (item.chat === privateChat || item.onlyFor === user.id)
      return isMine ? [seen(item, 'private')] : []
    })

  return {
    id: String(user.id),
    chatId: String(privateChat.id),
    name: user.first_name,
    command: (words, where) => write(words, where, undefined),
    say: (words, where, under) => write(words, where, under),
    send: (file, where) => write(file, where, undefined),
    press,
    async tap(label, on) {
      await tap(label, on)
    },
    async tapData(data, on) {
      const message = messagesOf(world).find((one) => idOf(one) === on.id)
      if (message === undefined) throw new Error('That message is gone')
      await pressButton(message, { text: data, callback_data: data })
    },
    openForm() {
      const message = dialogue()
      return message === undefined ? undefined : seenForm(message)
    },
    async form({ timeoutMs } = {}) {
      return seenForm(await openDialogue(timeoutMs))
    },
    async fill(values) {
      for (const [name, value] of Object.entries(values)) await fillField(name, value)
      const message = await openDialogue()
      const asked = askedField(message)
      if (asked !== undefined) await pressData(message, `~b:${asked}`)
      await pressData(message, '~s')
    },
    async dismiss() {
      await pressData(await openDialogue(), '~c')
    },
    privately,
    waitForPrivately: (matches, { timeoutMs = WAIT_MS } = {}) =>
      until(
        () => privately().find((message) => doesMatch(message, matches)),
        timeoutMs,
        () =>
          `${user.first_name} sees nothing that matches ${String(matches)}:\n${privately()
            .map(({ text }) => text)
            .join('\n---\n')}`,
      ),
    async download(on) {
      const document = visible().find((message) => idOf(message) === on.id)?.document
      if (document === undefined) throw new Error(`${user.first_name} sees no file on that message`)
      return document.file
    },
    home: () => undefined,
    tapsSinceLastAsked() {
      const since = taps
      taps = 0
      return since
    },
  }
}

export function asApiUser(user: User): Record<string, unknown> {
  return { ...user }
}

export function memberChange(chat: Chat, from: User, user: User, before: string, after: string): Record<string, unknown> {
  return {
    chat: asApiChat(chat),
    from: asApiUser(from),
    date: Math.floor(Date.now() / 1000),
    old_chat_member: { status: before, user: asApiUser(user) },
    new_chat_member: { status: after, user: asApiUser(user) },
  }
}

function seen(message: Message, kind: 'message' | 'private'): SeenMessage {
  return {
    id: idOf(message),
    text: message.text,
    buttons: message.buttons.flat().map(({ text }) => text),
    ...(message.replyTo === undefined ? {} : { under: String(message.replyTo) }),
    kind,
    edits: message.edits,
    ...(message.document === undefined ? {} : { file: message.document.file.name }),
  }
}

function threadOf(where: TelegramChannel | undefined, replied: Message | undefined): { thread?: number } {
  const thread = replied?.thread ?? where?.thread
  return thread === undefined ? {} : { thread }
}

/** Under a message: a reply to it, or to one that is. */
function isUnder(post: SeenMessage, root: SeenMessage, posts: readonly SeenMessage[]): boolean {
  if (post.under === undefined) return false
  const parent = posts.find(({ id }) => id === post.under)
  return post.under === root.id || (parent !== undefined && isUnder(parent, root, posts))
}

function idOf(message: Message): string {
  return message.ephemeralId === undefined ? String(message.id) : `ephemeral-${message.ephemeralId}`
}

function doesMatch(message: SeenMessage, matches: Matches): boolean {
  if (typeof matches === 'function') return matches(message)
  return typeof matches === 'string' ? message.text.includes(matches) : matches.test(message.text)
}

async function until<T>(look: () => T | undefined, timeoutMs: number, complaint: () => string): Promise<T> {
  const end = Date.now() + timeoutMs
  for (;;) {
    const found = look()
    if (found !== undefined) return found
    if (Date.now() > end) throw new Error(complaint())
    await wait(5)
  }
}

const WAIT_MS = 15_000
const ANSWER_MS = 16_000
