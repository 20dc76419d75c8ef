import type { InlineKeyboardButton, InlineKeyboardMarkup } from 'grammy/types'
import { limits } from './limits.js'
import { cut } from './rich.js'
import { columnsOf } from './width.js'

export interface KeyboardButton {
  readonly label: string
  /** What a press brings back: 1 to 64 bytes. */
  readonly data: string
  readonly style?: 'primary' | 'danger'
}

/**
 * Buttons in rows that a phone can show: those of one row are equally wide, so the widest label decides how many fit. There is one keyboard
 * for each message that they take.
 */
export function keyboards(buttons: readonly KeyboardButton[]): InlineKeyboardMarkup[] {
  const count = Math.ceil(buttons.length / limits.buttons)
  return Array.from({ length: count }, (_, index) => rows(inRows(buttons.slice(index * limits.buttons, (index + 1) * limits.buttons))))
}

/** Rows made by hand, for dialogues. */
export function rows(made: readonly (readonly KeyboardButton[])[]): InlineKeyboardMarkup {
  return { inline_keyboard: made.filter((row) => row.length > 0).map((row) => row.map(inlineButton)) }
}

export function inRows(buttons: readonly KeyboardButton[]): KeyboardButton[][] {
  const made: KeyboardButton[][] = []
  for (const button of buttons) {
    const row = made.at(-1)
    if (row !== undefined && fits([...row, button])) row.push(button)
    else made.push([button])
  }
  return made
}

function fits(row: readonly KeyboardButton[]): boolean {
  const widest = Math.max(...row.map(({ label }) => columnsOf(label)))
  return row.length <= limits.buttonsPerRow && row.length * (widest + 2) <= limits.rowColumns
}

/** @throws RangeError for data over 64 bytes: a bug, since actions are bounded by the contract */
function inlineButton({ label, data, style }: KeyboardButton): InlineKeyboardButton {
  const bytes = Buffer.byteLength(data)
  if (bytes < 1 || bytes > limits.callbackDataBytes) throw new RangeError(`Cannot make a button of ${bytes} bytes: "${data}"`)
  return {
    text: cut(label.trim() === '' ? '…' : label, limits.buttonLabelUnits),
    callback_data: data,
    ...(style === undefined ? {} : { style }),
  }
}
