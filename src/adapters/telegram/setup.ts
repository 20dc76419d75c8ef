import { setTimeout as wait } from 'node:timers/promises'
import type { Api } from 'grammy'
import type { BotCommand, UserFromGetMe } from 'grammy/types'
import type { Logger } from 'pino'
import { commandLists, profiles } from './commands.js'
import { failureOf, loggable } from './failure.js'
import { limits } from './limits.js'
import { settings } from './manifest.js'

/**
 * Makes a call of the start until it goes through: a network that is away for a while is no reason to give up.
 *
 * @throws Error when Telegram refuses it, as it does with a wrong token, or the stop comes first
 */
export async function persistently<T>(call: () => Promise<T>, stopping: AbortSignal, log: Logger): Promise<T> {
  for (let backoffMs: number = limits.pollBackoffMs.first; ; backoffMs = Math.min(backoffMs * 2, limits.pollBackoffMs.most)) {
    try {
      return await call()
    } catch (error) {
      const failure = failureOf(error)
      if (failure === undefined) throw error
      const { code, method, description, retryAfterSeconds } = failure
      const isPassing = code === undefined || code >= 500 || code === 429
      // What grammY throws has the token in it; this is printed.
      if (!isPassing) throw new Error(`Telegram refuses ${method}: ${code} ${description}`)
      log.warn(loggable(error), 'Telegram cannot be reached yet')
      await wait(retryAfterSeconds === undefined ? backoffMs : retryAfterSeconds * 1000, undefined, { signal: stopping })
    }
  }
}

/** Says what is set otherwise with @BotFather than the manifest has it: the bot works, but reads too much or cannot be added. */
export function checkSettings(me: UserFromGetMe, log: Logger): void {
  for (const [setting, wanted] of Object.entries(settings)) {
    const found = Object.entries(me).find(([name]) => name === setting)?.[1]
    if (found !== wanted)
      log.warn({ setting, found, wanted }, 'The bot is not set up as manifests/telegram.json has it: @BotFather changes it')
  }
}

/** Brings menu and profile up to the code. They are ornament: when Telegram will not take them (it limits how often), the bot works all the same. */
export async function announce(api: Api, log: Logger): Promise<void> {
  const bringing = Promise.all([
    ...commandLists().map((list) => quietly(log, () => setCommands(api, list))),
    ...profiles().flatMap((profile) => [
      quietly(log, () => setDescription(api, profile)),
      quietly(log, () => setShortDescription(api, profile)),
    ]),
  ])
  await Promise.race([bringing, wait(limits.announceWithinMs, undefined, { ref: false })])
}

async function setCommands(api: Api, { scope, languageCode, commands }: ReturnType<typeof commandLists>[number]): Promise<void> {
  const list = { scope, ...(languageCode === undefined ? {} : { language_code: languageCode }) }
  if (!isSame(await api.getMyCommands(list), commands)) await api.setMyCommands(commands, list)
}

type Profile = ReturnType<typeof profiles>[number]

async function setDescription(api: Api, { languageCode, description }: Profile): Promise<void> {
  const language = languageCode === undefined ? {} : { language_code: languageCode }
  if ((await api.getMyDescription(language)).description !== description) await api.setMyDescription(description, language)
}

async function setShortDescription(api: Api, { languageCode, shortDescription }: Profile): Promise<void> {
  const language = languageCode === undefined ? {} : { language_code: languageCode }
  const now = await api.getMyShortDescription(language)
  if (now.short_description !== shortDescription) await api.setMyShortDescription(shortDescription, language)
}

function isSame(set: readonly BotCommand[], wanted: readonly BotCommand[]): boolean {
  const plain = (list: readonly BotCommand[]) =>
    JSON.stringify(list.map(({ command, description, is_ephemeral }) => [command, description, is_ephemeral === true]))
  return plain(set) === plain(wanted)
}

async function quietly(log: Logger, work: () => Promise<void>): Promise<void> {
  try {
    await work()
  } catch (error) {
    log.warn(loggable(error), 'The bot’s menu or profile could not be brought up to date')
  }
}
