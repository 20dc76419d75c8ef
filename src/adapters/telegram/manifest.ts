import { allowedUpdates, commandLists, profiles } from './commands.js'

/** What is set with @BotFather, in the words of getMe. Privacy mode is on: of what people write in groups the bot reads what is meant for it. */
export const settings = { can_join_groups: true, can_read_all_group_messages: false, supports_inline_queries: false } as const

/** The bot's set-up in whole, in the words of Telegram's methods. All but the settings it sees to itself when it starts. */
export function manifest(): object {
  const told = profiles().map(({ languageCode, ...words }) => ({ ...languageOf(languageCode), ...words }))
  return {
    settings,
    allowed_updates: allowedUpdates,
    commands: commandLists().map(({ scope, languageCode, commands }) => ({ scope, ...languageOf(languageCode), commands })),
    descriptions: told.map(({ shortDescription: _, ...list }) => list),
    short_descriptions: told.map(({ description: _, shortDescription, ...list }) => ({ ...list, short_description: shortDescription })),
  }
}

/** A list without a language is for all who have none of their own. */
function languageOf(code: string | undefined): { language_code?: string } {
  return code === undefined ? {} : { language_code: code }
}
