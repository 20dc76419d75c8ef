import { setTimeout as wait } from 'node:timers/promises'
import type { Api } from 'grammy'
import type { BotCommand } from 'grammy/types'
import type { Logger } from 'pino'
import { commandLists, profiles } from './commands.js'
import { failureOf, loggable } from './failure.js'
import { limits } from './limits.js'
import type { BotIdentity } from './received.js'

/** @throws HttpError when Telegram cannot be reached in a few attempts; GrammyError for a wrong token */
export async function identify(api: Api): Promise<BotIdentity> {
  for (let attempt = 1; ; attempt++) {
    try {
      const { id, username } = await api.getMe()
      return { id: String(id), username }
    } catch (error) {
      const code = failureOf(error)?.code
      const isPassing = code === undefined || code >= 500 || code === 429
      if (!isPassing || attempt >= limits.startAttempts) throw error
      await wait(limits.pollBackoffMs.first * 2 ** (attempt - 1))
    }
  }
}

/** Brings menu and profile up to the code. They are ornament: when Telegram will not take them (it limits how often), the bot works all the same. */
export async function announce(api: Api, log: Logger): Promise<void> {
  for (const { scope, languageCode, commands } of commandLists) {
    await quietly(log, async () => {
      const list = { scope, ...(languageCode === undefined ? {} : { language_code: languageCode }) }
      const set = await api.getMyCommands(list)
      if (!isSame(set, commands)) await api.setMyCommands(commands, list)
    })
  }
  for (const { languageCode, description, shortDescription } of profiles) {
    const language = languageCode === undefined ? {} : { language_code: languageCode }
    await quietly(log, async () => {
      const now = await api.getMyDescription(language)
      if (now.description !== description) await api.setMyDescription(description, language)
    })
    await quietly(log, async () => {
      const now = await api.getMyShortDescription(language)
      if (now.short_description !== shortDescription) await api.setMyShortDescription(shortDescription, language)
    })
  }
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
