import type { IncomingMessage, ServerResponse } from 'node:http'
import { setImmediate as nextTurn, setTimeout as wait } from 'node:timers/promises'
import { Api } from 'grammy'
import type { Logger } from 'pino'
import type { Adapter, Intake } from '../../chat/model.js'
import { nearestLanguage, sayIn } from '../../chat/say.js'
import { text } from '../../chat/text.js'
import { callbackAnswers } from './callback-answers.js'
import { cardButtons } from './card-buttons.js'
import { allowedUpdates, isLookUp } from './commands.js'
import { deliver } from './deliver.js'
import { dialogueDesk } from './dialogue-desk.js'
import type { Dialogues } from './dialogues.js'
import { documents } from './documents.js'
import { loggable } from './failure.js'
import { escapeHtml } from './html.js'
import { type Lanes, lanes } from './lanes.js'
import { limits } from './limits.js'
import { longMessages } from './long-messages.js'
import { messenger } from './messenger.js'
import { moves } from './moves.js'
import { onceEach } from './once-each.js'
import type { BotIdentity } from './origin.js'
import { withParking } from './parking.js'
import { type Polling, poll } from './polling.js'
import { laneOf, peopleIn, type Received, receivedFrom } from './received.js'
import { replier } from './replies.js'
import { announce, checkSettings, persistently } from './setup.js'
import { takeReceived } from './take-received.js'
import { type TelegramUpdate, type TelegramUser, updateIdSchema, updateSchema } from './update.js'
import { usernames } from './usernames.js'
import { takeWebhook } from './webhook.js'

export type Log = Logger

export interface TelegramOptions {
  readonly token: string
  /** Of a Bot API server other than Telegram's own; without a slash at its end. */
  readonly apiRoot?: string
  /** Updates come to this https address instead of being asked for. Several replicas need it: only one may ask. */
  readonly webhook?: { readonly url: string /** 1 to 256 of A-Z a-z 0-9 _ - */; readonly secret: string }
  readonly dialogues: Dialogues
  readonly log: Log
  /** Told of each update that is given up. */
  readonly onParked?: () => void
}

export interface TelegramAdapter extends Adapter {
  /** For the path of the webhook's url. Never rejects. */
  handleWebhook(req: IncomingMessage, res: ServerResponse): Promise<void>
}

/** Talks Telegram: updates into interactions, replies and deliveries into messages. */
export function telegramAdapter({ token, apiRoot, webhook, dialogues, log, onParked }: TelegramOptions): TelegramAdapter {
  const client = apiRoot === undefined ? {} : { apiRoot }
  const api = new Api(token, { ...client, timeoutSeconds: limits.callTimeoutSeconds })
  const pollApi = new Api(token, { ...client, timeoutSeconds: limits.pollTimeoutSeconds })

  const sender = messenger(api)
  const callbacks = callbackAnswers(api, log)
  const buttons = cardButtons(dialogues)
  const long = longMessages(dialogues, log)
  const moved = moves(dialogues, () => run().bot.id)
  const stopping = new AbortController()
  let running: { bot: BotIdentity; intake: Intake; updates: Lanes; polling?: Polling } | undefined
  let isReady = false
  const run = () => {
    if (running === undefined) throw new Error('Telegram: not started')
    return running
  }
  const desk = dialogueDesk({
    botId: () => run().bot.id,
    messenger: sender,
    dialogues,
    documents: documents(api, token, apiRoot),
    intake: () => run().intake,
    carryOut: (interaction, answer, context) => replies.carryOut(interaction, answer, context),
    log,
  })
  const names = usernames(dialogues, () => run().bot.id, log)
  const replies = replier({ messenger: sender, buttons, openForm: desk.open, botUsername: () => run().bot.username, log })

  const receive = withParking(takeIn, {
    log,
    isStoreUp: () =>
      dialogues.load('store').then(
        () => true,
        () => false,
      ),
    async onParked(raw, updateId) {
      onParked?.()
      const person = updateSchema.safeParse(raw).data
      await tellOfParked(person?.message?.from ?? person?.callback_query?.from, updateId)
    },
  })

  const receivePushed = onceEach(receive)

  async function tellOfParked(person: TelegramUser | undefined, updateId: number): Promise<void> {
    if (person === undefined || person.is_bot) return
    const say = sayIn(nearestLanguage(person.language_code) ?? 'en')
    const words = { html: escapeHtml(say(text('telegram-parked', { id: String(updateId) }))) }
    try {
      await sender.send({ chat: String(person.id) }, words, undefined, 'live')
    } catch (error) {
      log.warn({ ...loggable(error), updateId }, 'Nobody could be told of an update that was given up')
    }
  }

  /** Resolves when the update is safe. An update that cannot be read never will be: it is dropped. */
  async function takeIn(raw: unknown): Promise<void> {
    const { bot, intake, updates } = run()
    const update = readUpdate(raw)
    if (update !== undefined) await moved.note(update)
    const received = update === undefined ? undefined : receivedFrom(update, bot, new Date())
    if (update === undefined || received === undefined) return
    const callback = received.kind === 'press' ? callbacks.open(received.pressed.callbackId) : undefined
    const safe = updates.run(laneOf(update), async () => {
      // What came at the same moment is acknowledged before the work on any of it begins.
      if (isAnsweredAtOnce(received)) await nextTurn()
      await names.note(peopleIn(update))
      return takeReceived(received, callback, {
        intake,
        desk,
        buttons,
        replies,
        usernames: names,
        longMessages: long,
        messenger: sender,
        log,
      })
    })
    await (webhook !== undefined && received.kind === 'command' ? soonEnough(safe, received) : safe)
  }

  /** By a webhook, a command that only looks something up is not waited for: there is nothing to lose. */
  function isAnsweredAtOnce(received: Received): boolean {
    return webhook !== undefined && received.kind === 'command' && isLookUp(received.name)
  }

  /** A webhook waits only so long for another command's answer, since Telegram holds this chat's next updates back meanwhile. */
  async function soonEnough(safe: Promise<void>, received: Extract<Received, { kind: 'command' }>) {
    const { deliveryId } = received.interaction
    const outcome = isAnsweredAtOnce(received)
      ? 'late'
      : await Promise.race([safe, wait(limits.commandAckMs, 'late' as const, { ref: false })])
    if (outcome === 'late') safe.catch((error: unknown) => log.error({ ...loggable(error), deliveryId }, 'A command came to nothing'))
  }

  function readUpdate(raw: unknown): TelegramUpdate | undefined {
    const update = updateSchema.safeParse(raw)
    if (update.success) return update.data
    log.error(
      { updateId: updateIdSchema.safeParse(raw).data?.update_id, issues: update.error.issues.map(({ code, path }) => ({ code, path })) },
      'An update was dropped: it cannot be read',
    )
    return undefined
  }

  return {
    platform: 'telegram',
    async start(intake) {
      const insist = <T>(call: () => Promise<T>) => persistently(call, stopping.signal, log)
      const me = await insist(() => api.getMe())
      checkSettings(me, log)
      await announce(api, log)
      const started = { bot: { id: String(me.id), username: me.username }, intake, updates: lanes() }
      running = started
      if (webhook !== undefined) {
        const { url, secret } = webhook
        await insist(() => api.setWebhook(url, { secret_token: secret, allowed_updates: allowedUpdates }))
      } else {
        await insist(() => api.deleteWebhook())
        const polling = poll(pollApi, receive, (raw) => laneOf(updateSchema.safeParse(raw).data ?? { update_id: 0 }), log)
        running = { ...started, polling }
      }
      isReady = true
    },
    async stop() {
      stopping.abort()
      isReady = false
      if (running === undefined) return
      const { polling, updates } = running
      const inHand = Promise.all([polling?.stop(), updates.idle()]).then(() => updates.idle())
      await Promise.race([inHand, wait(limits.stopWithinMs, undefined, { ref: false })])
    },
    isConnected: () => isReady && (running?.polling?.isConnected() ?? true),
    deliver: (outgoing) =>
      deliver(outgoing, { messenger: sender, buttons, longMessages: long, botUsername: () => run().bot.username, log }),
    async reply(interaction, answer) {
      if (!(await moved.explains(interaction))) await replies.carryOut(interaction, answer, {})
    },
    async handleWebhook(req, res) {
      if (webhook === undefined || running === undefined || stopping.signal.aborted) {
        res.writeHead(503).end()
        return
      }
      await takeWebhook(req, res, webhook.secret, receivePushed, log)
    },
  }
}
