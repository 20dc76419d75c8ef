import type { Say } from '../../chat/model.js'
import { text } from '../../chat/text.js'

const COMMANDS = ['target', 'checkin', 'log', 'deal', 'leave', 'leaderboard', 'review', 'case', 'plan', 'team', 'settings', 'help'] as const

export interface Command {
  /** Without the slash. */
  readonly name: string
  readonly meaning: string
}

/** What the composer offers after a slash. */
export function commandList(say: Say): Command[] {
  return COMMANDS.map((name) => ({ name, meaning: say(text(`playground-command-${name}`)) }))
}
