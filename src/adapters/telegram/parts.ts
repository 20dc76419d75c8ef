import type { InlineKeyboardMarkup } from 'grammy/types'
import type { Card, Say } from '../../chat/model.js'
import { text } from '../../chat/text.js'
import type { CardButtons } from './card-buttons.js'
import { escapeHtml } from './html.js'
import { render, type Words } from './render.js'

/** One of the messages that a card comes to. */
export interface Part {
  readonly words: Words
  readonly markup: InlineKeyboardMarkup | undefined
}

/** A card in as many messages as its words and its buttons ask for. The buttons stand under the last of the words. */
export async function partsOf(card: Card, say: Say, buttons: CardButtons): Promise<[Part, ...Part[]]> {
  const [first, ...others] = render(card, say)
  const [markup, ...more] = await buttons.markups(card.buttons, say)
  const plain = (words: Words): Part => ({ words, markup: undefined })
  const moreButtons = more.map((keyboard): Part => ({ words: { html: escapeHtml(say(text('telegram-more-buttons'))) }, markup: keyboard }))
  const last = others.at(-1)
  if (last === undefined) return [{ words: first, markup }, ...moreButtons]
  return [plain(first), ...others.slice(0, -1).map(plain), { words: last, markup }, ...moreButtons]
}
