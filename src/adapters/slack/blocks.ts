import type { types } from '@slack/bolt'
import type { Button, Card, Say } from '../../chat/model.js'
import { text } from '../../chat/text.js'
import { cut, escaped, pieces } from './escape.js'
import { limits } from './limits.js'
import { lineUnits } from './line.js'
import type { TableStyle } from './table.js'
import { context, header, plain, section, type Unit } from './unit.js'

/** A message as Slack takes it. `text` is its full plain reading, escaped: notifications and screen readers have nothing else. */
export interface SlackMessage {
  readonly text: string
  readonly blocks: types.KnownBlock[]
}

/** Where the messages after the first stand, and how many there may be. */
export interface Continuation {
  readonly note: 'slack-continued' | 'slack-continued-below'
  readonly most: number
}

/** The card in as many messages as it needs; title, buttons and note stand on the first, which is the one that gets edited later. */
export function messagesOf(card: Card, say: Say, style: TableStyle, { note, most }: Continuation): [SlackMessage, ...SlackMessage[]] {
  const head = headUnits(card, say)
  const foot = footUnits(card, say)
  const inLines = card.lines.map((line) => ({ isHeading: line.kind === 'heading', units: lineUnits(line, say, style) }))
  const body = inLines.flatMap(({ units }) => units)
  const whole = [...head, ...body, ...foot]
  if (fits(whole)) return [messageOf(whole)]

  const more = [moreUnit(text(note), say)]
  const headings = inLines.flatMap(({ isHeading, units: [first] }) => (isHeading && first !== undefined ? [body.indexOf(first)] : []))
  const shown = endOfSections(fitting(body, [...head, ...more, ...foot]), headings)
  const rest = limited(parts(body.slice(shown)), most - 1, moreUnit(text('slack-cut'), say))
  return [messageOf([...head, ...body.slice(0, shown), ...more, ...foot]), ...rest.map(messageOf)]
}

/** The card in one message, for places that hold only one: what does not fit is left out, and said to be. */
export function messageOfCard(card: Card, say: Say, style: TableStyle): SlackMessage {
  return messageOf(shortened(card, say, style, fits))
}

/** The card as the blocks of an App Home. */
export function homeBlocks(card: Card, say: Say): types.KnownBlock[] {
  const fitsHome = (units: readonly Unit[]) => units.flatMap(({ blocks }) => blocks).length <= limits.blocksInView
  return shortened(card, say, 'words', fitsHome).flatMap(({ blocks }) => blocks)
}

/** The same message without blocks, for when Slack refuses them. */
export function withoutBlocks(message: SlackMessage): SlackMessage {
  return { text: message.text, blocks: [] }
}

function shortened(card: Card, say: Say, style: TableStyle, isSmallEnough: (units: readonly Unit[]) => boolean): Unit[] {
  const head = headUnits(card, say)
  const foot = footUnits(card, say)
  const body = card.lines.flatMap((line) => lineUnits(line, say, style))
  const whole = [...head, ...body, ...foot]
  if (isSmallEnough(whole)) return whole
  const more = [moreUnit(text('slack-cut'), say)]
  const shown = fitting(body, [...head, ...more, ...foot], isSmallEnough)
  return [...head, ...body.slice(0, shown), ...more, ...foot]
}

/** How many of `units` fit beside `others`. */
function fitting(units: readonly Unit[], others: readonly Unit[], isSmallEnough = fits): number {
  let count = 0
  while (count < units.length && isSmallEnough([...others, ...units.slice(0, count + 1)])) count += 1
  return count
}

/** Above the last heading, so that a table stays with its name; unless that would leave a third of the message empty. */
function endOfSections(count: number, headings: readonly number[]): number {
  const heading = headings.findLast((index) => index <= count) ?? 0
  return heading >= (count * 2) / 3 ? heading : count
}

function parts(units: readonly Unit[]): Unit[][] {
  const found: Unit[][] = []
  for (const unit of units) {
    const last = found.at(-1)
    if (last !== undefined && fits([...last, unit])) last.push(unit)
    else found.push([unit])
  }
  return found
}

/** At most `most` parts; where some are left out, the last one says so. */
function limited(all: readonly Unit[][], most: number, note: Unit): readonly Unit[][] {
  const last = all[most - 1]
  if (all.length <= most || last === undefined) return all
  return [...all.slice(0, most - 1), [...last.slice(0, fitting(last, [note])), note]]
}

function fits(units: readonly Unit[]): boolean {
  const { text, blocks } = messageOf(units)
  return (
    blocks.length <= limits.blocksInMessage &&
    text.length <= limits.text &&
    JSON.stringify(blocks).length <= limits.blocksJson &&
    blocks.filter(({ type }) => type === 'table').length <= 1 // Slack takes one table a message
  )
}

function messageOf(units: readonly Unit[]): SlackMessage {
  const words = units.map((unit) => unit.words).filter((words) => words !== '')
  return { text: words.length === 0 ? '…' : escaped(words.join('\n')), blocks: units.flatMap(({ blocks }) => blocks) }
}

function headUnits(card: Card, say: Say): Unit[] {
  if (card.title === undefined) return []
  const title = say(card.title)
  if (title.trim() === '') return []
  return [{ words: cut(title, limits.header), blocks: [header(cut(title, limits.header))] }]
}

function footUnits(card: Card, say: Say): Unit[] {
  const rows: Unit[] = []
  const buttons = card.buttons ?? []
  for (let from = 0; from < buttons.length; from += limits.buttonsInRow) {
    const elements = buttons.slice(from, from + limits.buttonsInRow).map((button, index) => buttonElement(button, from + index, say))
    rows.push({ words: '', blocks: [{ type: 'actions', elements }] })
  }
  const note = card.note === undefined ? '' : (pieces(say(card.note), limits.context)[0] ?? '')
  return note === '' ? rows : [...rows, { words: note, blocks: [context(escaped(note))] }]
}

function buttonElement({ label, action, style, confirm }: Button, index: number, say: Say): types.Button {
  return {
    type: 'button',
    action_id: `press:${index}`,
    text: plain(cut(say(label), limits.buttonText)),
    value: action,
    ...(style === undefined ? {} : { style }),
    ...(confirm === undefined ? {} : { confirm: confirmation(cut(say(confirm), limits.confirmText), say) }),
  }
}

function confirmation(question: string, say: Say): types.ConfirmationDialog {
  return {
    title: plain(say(text('slack-confirm-title'))),
    text: plain(question),
    confirm: plain(say(text('slack-confirm-yes'))),
    deny: plain(say(text('slack-confirm-no'))),
  }
}

function moreUnit(words: ReturnType<typeof text>, say: Say): Unit {
  return { words: say(words), blocks: [section(`_${escaped(say(words))}_`)] }
}
