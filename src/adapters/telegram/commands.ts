import type { BotCommand, BotCommandScope, LanguageCode } from 'grammy/types'
import type { Language } from '../../chat/model.js'

interface CommandWords {
  readonly command: string
  readonly words: Readonly<Record<Language, string>>
  /** Who finds it in the menu; typing it is open to all, and the house decides who may. */
  readonly shownTo: 'all' | 'private' | 'admins'
  /** In groups the command and its answer are seen by the asking person only, in clients that know how. */
  readonly ephemeral: boolean
}

/** The commands in the order of the menu. manifests/telegram.json says the same; a test compares them. */
const commands: readonly CommandWords[] = [
  { command: 'checkin', words: { en: 'Check in for today', 'zh-CN': '填今日打卡' }, shownTo: 'all', ephemeral: true },
  {
    command: 'target',
    words: { en: 'Your target, what is done, the pace', 'zh-CN': '看目标、完成和进度' },
    shownTo: 'all',
    ephemeral: true,
  },
  {
    command: 'log',
    words: { en: 'Log numbers, e.g. /log 3 visits 2 leads', 'zh-CN': '记一笔，如 /log 拜访3 线索2' },
    shownTo: 'all',
    ephemeral: true,
  },
  { command: 'team', words: { en: 'Your team and its members', 'zh-CN': '查看团队和成员' }, shownTo: 'all', ephemeral: true },
  { command: 'leaderboard', words: { en: 'How the team stands', 'zh-CN': '团队龙虎榜' }, shownTo: 'all', ephemeral: false },
  { command: 'review', words: { en: 'Review of the day, week or month', 'zh-CN': '日、周、月复盘' }, shownTo: 'all', ephemeral: false },
  { command: 'case', words: { en: 'Find or add a case', 'zh-CN': '查案例、加案例' }, shownTo: 'all', ephemeral: true },
  { command: 'leave', words: { en: 'Take days off', 'zh-CN': '登记请假' }, shownTo: 'all', ephemeral: true },
  {
    command: 'plan',
    words: { en: 'Create, preview and publish a plan', 'zh-CN': '制定、预览、发布计划' },
    shownTo: 'admins',
    ephemeral: true,
  },
  { command: 'settings', words: { en: 'Language, schedule and more', 'zh-CN': '语言、时间等设置' }, shownTo: 'all', ephemeral: true },
  { command: 'help', words: { en: 'What I can do for you', 'zh-CN': '看看我能帮什么忙' }, shownTo: 'all', ephemeral: true },
  { command: 'cancel', words: { en: 'Stop the form you are filling in', 'zh-CN': '放弃正在填的表单' }, shownTo: 'all', ephemeral: false },
  { command: 'start', words: { en: 'Start talking to me', 'zh-CN': '开始使用' }, shownTo: 'private', ephemeral: false },
]

interface CommandList {
  readonly scope: BotCommandScope
  /** Without one the list is everybody's whose language has none of its own. */
  readonly languageCode?: LanguageCode
  readonly commands: readonly BotCommand[]
}

/** The command lists as setMyCommands takes them: scope by scope, English for all and Chinese by its code. */
export const commandLists: readonly CommandList[] = (['default', 'all_group_chats', 'all_chat_administrators'] as const).flatMap((type) => {
  const shown = commands.filter(({ shownTo }) => isShown(shownTo, type))
  const listed = (language: Language) =>
    shown.map(({ command, words, ephemeral }) => ({
      command,
      description: words[language],
      ...(ephemeral && type !== 'default' ? { is_ephemeral: true } : {}),
    }))
  return [
    { scope: { type }, commands: listed('en') },
    { scope: { type }, languageCode: 'zh' as const, commands: listed('zh-CN') },
  ]
})

/** A private chat shows managers' commands too: there Telegram has no scope that tells a manager from a rep. */
function isShown(shownTo: CommandWords['shownTo'], scope: 'default' | 'all_group_chats' | 'all_chat_administrators'): boolean {
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

export const profiles: readonly Profile[] = [
  {
    description:
      'I turn your team’s yearly sales target into what each person does today, collect what was done in under 30 seconds, and tell the team every week how it stands and what to change.\n\nAdd me to your team’s group, or press Start to talk to me here.',
    shortDescription: 'Turns a yearly sales target into each person’s day. Check-ins in 30 seconds, honest weekly reviews.',
  },
  {
    languageCode: 'zh',
    description:
      '把全年销售目标拆到每个人的每一天：30 秒打卡，每周告诉团队进度如何、卡在哪一步、下一步怎么干。\n\n把我拉进团队群，或点“开始”在这里单聊。',
    shortDescription: '把全年销售目标拆到每个人的每一天，30 秒打卡，每周复盘说真话。',
  },
]

/** The kinds of update the bot asks for. The chat_member ones come only unasked to nobody: they must be named. */
export const allowedUpdates = ['message', 'callback_query', 'my_chat_member', 'chat_member'] as const
