import type { Say } from '../../chat/model.js'
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

export type PageWords = Readonly<Record<(typeof KEYS)[number], string>>

/** The page's own words, by their keys in the catalogue. */
export function pageWords(say: Say): PageWords {
  // What is made of entries has lost its keys.
  return Object.fromEntries(KEYS.map((key) => [key, say(text(`playground-${key}`))])) as PageWords
}
