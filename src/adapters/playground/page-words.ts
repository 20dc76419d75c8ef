import type { Language } from '../../chat/model.js'
import { sayIn } from '../../chat/say.js'
import { text } from '../../chat/text.js'

const KEYS = [
  'channels',
  'private',
  'playing',
  'language',
  'composer-channel',
  'composer-private',
  'composer-thread',
  'send',
  'only-you',
  'edited',
  'thread',
  'reply-here',
  'unread',
  'news-elsewhere',
  'commands',
  'reply-count',
  'close',
  'cancel',
  'optional',
  'clock-morning',
  'clock-midday',
  'clock-evening',
  'clock-weekly',
  'clock-monthly',
  'clock-moving',
  'clock-other',
  'clock-custom',
  'clock-move',
  'lost',
  'empty-channel',
  'empty-private',
  'theme',
  'role-rep',
  'role-manager',
  'role-admin',
  'role-spectator',
  'role-guest',
  'bot',
  'failed',
  'file-too-large',
] as const

/** The page's own words in a language. */
export function pageWords(language: Language): Record<string, string> {
  const say = sayIn(language)
  return Object.fromEntries(KEYS.map((key) => [key, say(text(`playground-${key}`))]))
}
