import type { BotCommand, BotCommandScope, LanguageCode } from 'grammy/types'
import type { Language } from '../../chat/model.js'
import { sayIn } from '../../chat/say.js'
import { type Text, text } from '../../chat/text.js'

interface ListedCommand {
  readonly command: string
  readonly description: Text
  /** Who finds it in the menu; typing it is open to all, and the house decides who may. */
  readonly shownTo: 'all' | 'private' | 'admins'
  /** In groups the command and its answer are seen by the asking person only, in clients that know how. */
  readonly ephemeral: boolean
}

/** The commands in the order of the menu. */
const commands: readonly ListedCommand[] = [
  { command: 'checkin', description: text('telegram-command-checkin'), shownTo: 'all', ephemeral: true },
  { command: 'target', description: text('telegram-command-target'), shownTo: 'all', ephemeral: true },
  { command: 'log', description: text('telegram-command-log'), shownTo: 'all', ephemeral: true },
  { command: 'deal', description: text('telegram-command-deal'), shownTo: 'all', ephemeral: true },
  { command: 'leaderboard', description: text('telegram-command-leaderboard'), shownTo: 'all', ephemeral: false },
  { command: 'review', description: text('telegram-command-review'), shownTo: 'all', ephemeral: false },
  { command: 'case', description: text('telegram-command-case'), shownTo: 'all', ephemeral: true },
  { command: 'leave', description: text('telegram-command-leave'), shownTo: 'all', ephemeral: true },
  { command: 'plan', description: text('telegram-command-plan'), shownTo: 'admins', ephemeral: true },
  { command: 'team', description: text('telegram-command-team'), shownTo: 'all', ephemeral: true },
  { command: 'settings', description: text('telegram-command-settings'), shownTo: 'all', ephemeral: true },
  { command: 'help', description: text('telegram-command-help'), shownTo: 'all', ephemeral: true },
  { command: 'cancel', description: text('telegram-command-cancel'), shownTo: 'all', ephemeral: false },
  { command: 'start', description: text('telegram-command-start'), shownTo: 'private', ephemeral: false },
]

export function isListed(name: string): boolean {
  return commands.some(({ command }) => command === name)
}

/** Whether a command changes nothing, whatever is written behind it. */
export function isLookUp(name: string): boolean {
  return LOOK_UPS.has(name)
}

const LOOK_UPS: ReadonlySet<string> = new Set(['target', 'leaderboard', 'review', 'help'])

/** What a client shows in a place of this kind, to whoever uses this language. */
interface CommandList {
  readonly scope: BotCommandScope & { readonly type: Scope }
  /** Without one the list is everybody's whose language has none of its own. */
  readonly languageCode?: LanguageCode
  readonly commands: readonly BotCommand[]
}

type Scope = 'default' | 'all_group_chats' | 'all_chat_administrators'

/** The command lists as setMyCommands takes them: scope by scope, English for all and Chinese by its code. */
export function commandLists(): CommandList[] {
  return (['default', 'all_group_chats', 'all_chat_administrators'] as const).flatMap((type) => [
    { scope: { type }, commands: listed(type, 'en') },
    { scope: { type }, languageCode: 'zh' as const, commands: listed(type, 'zh-CN') },
  ])
}

function listed(scope: Scope, language: Language): BotCommand[] {
  const say = sayIn(language)
  return commands
    .filter(({ shownTo }) => isShown(shownTo, scope))
    .map(({ command, description, ephemeral }) => ({
      command,
      description: say(description),
      ...(ephemeral && scope !== 'default' ? { is_ephemeral: true } : {}),
    }))
}

/** In groups a manager's commands are the administrators'. Of private chats Telegram knows no roles: there the menu is whole. */
function isShown(shownTo: ListedCommand['shownTo'], scope: Scope): boolean {
  switch (scope) {
    case 'default':
      return true
    case 'all_group_chats':
      return shownTo === 'all'
    case 'all_chat_administrators':
      return shownTo !== 'private'
  }
}

interface Profile {
  readonly languageCode?: LanguageCode
  /** What an empty chat with the bot shows, at most 512. */
  readonly description: string
  /** The bot's profile page, at most 120. */
  readonly shortDescription: string
}

export function profiles(): Profile[] {
  const profile = (language: Language) => ({
    description: sayIn(language)(text('telegram-description')),
    shortDescription: sayIn(language)(text('telegram-short-description')),
  })
  return [profile('en'), { languageCode: 'zh', ...profile('zh-CN') }]
}

/** The kinds of update the bot asks for. Unless it is named, chat_member never comes. */
export const allowedUpdates = ['message', 'callback_query', 'my_chat_member', 'chat_member'] as const
