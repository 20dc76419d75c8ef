import type { Say } from '../../chat/model.js'
import { text } from '../../chat/text.js'
import { escapeHtml } from './html.js'
import type { Words } from './render.js'

/**
 * What somebody is told in the group who has never pressed Start, so that the bot may not write to them in private.
 *
 * @param command what they wanted, to be taken up when they press it; undefined where it was no command
 */
export function startMe(say: Say, name: string, botUsername: string, command: string | undefined): Words {
  const payload = command !== undefined && /^[a-z0-9_]{1,64}$/.test(command) ? command : 'hello'
  return { html: escapeHtml(say(text('telegram-start-me', { name, link: `t.me/${botUsername}?start=${payload}` }))) }
}
