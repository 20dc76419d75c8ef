import type { Language } from '../../chat/model.js'
import { sayIn } from '../../chat/say.js'
import { text } from '../../chat/text.js'

const COMMANDS = ['target', 'checkin', 'log', 'deal', 'leave', 'leaderboard', 'review', 'case', 'plan', 'team', 'settings', 'help'] as const

/** What the composer offers after a slash. */
export function commandList(language: Language): { name: string; meaning: string }[] {
  const say = sayIn(language)
  return COMMANDS.map((name) => ({ name, meaning: say(text(`playground-command-${name}`)) }))
}
