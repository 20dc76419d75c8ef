import { createHash } from 'node:crypto'
import type { InlineKeyboardMarkup } from 'grammy/types'
import { z } from 'zod'
import type { Button, Say } from '../../chat/model.js'
import { text } from '../../chat/text.js'
import { type Dialogues, expiry } from './dialogues.js'
import { inRows, type KeyboardButton, keyboards, rows } from './keyboard.js'
import { limits } from './limits.js'
import type { TelegramButton } from './update.js'

/**
 * A card's buttons. One that asks before it counts takes two presses: the first puts [Yes] and [No] in its place. An action
 * may fill all 64 bytes, so such a button carries a short id, and what it stands for is kept.
 */
export interface CardButtons {
  /** A keyboard for each message that they take; none for no buttons. */
  markups(buttons: readonly Button[] | undefined, say: Say): Promise<InlineKeyboardMarkup[]>
  /** Reads a press on one of the two-step buttons. @returns undefined when it is none; 'ended' when what it stood for is forgotten */
  readConfirm(data: string): Promise<Confirm | 'ended' | undefined>
}

export interface Confirm {
  readonly step: 'ask' | 'yes' | 'no'
  readonly action: string
  readonly question: string
  /** The message's keyboard with this button's next look. */
  relabel(buttons: readonly (readonly TelegramButton[])[]): InlineKeyboardMarkup
}

const stored = z.object({
  action: z.string(),
  question: z.string(),
  label: z.string(),
  style: z.enum(['primary', 'danger']).optional(),
  yes: z.string(),
  no: z.string(),
})

type Stored = z.infer<typeof stored>

export function cardButtons(dialogues: Dialogues): CardButtons {
  const toKeyboardButton = async (button: Button, say: Say): Promise<KeyboardButton> => {
    const { action, confirm, style } = button
    const label = say(button.label)
    const look = { label, ...(style === undefined ? {} : { style }) }
    if (confirm === undefined) return { data: action, ...look }
    const asked = {
      action,
      question: say(confirm),
      ...look,
      yes: say(text('telegram-confirm-yes', { label })),
      no: say(text('telegram-confirm-no')),
    }
    // Of the same words comes the same id: an edit of the message finds its row and adds none.
    const id = createHash('sha256').update(JSON.stringify(asked)).digest('base64url').slice(0, 22)
    await dialogues.save(keyOf(id), asked, expiry(limits.confirmDays * 24))
    return { data: STEPS.ask + id, ...look }
  }
  return {
    async markups(buttons = [], say) {
      return keyboards(await Promise.all(buttons.map((button) => toKeyboardButton(button, say))))
    },
    async readConfirm(data) {
      const step = (['ask', 'yes', 'no'] as const).find((name) => data.startsWith(STEPS[name]))
      if (step === undefined) return undefined
      const id = data.slice(STEPS[step].length)
      const asked = stored.safeParse(await dialogues.load(keyOf(id)))
      if (!asked.success) return 'ended'
      return {
        step,
        action: asked.data.action,
        question: asked.data.question,
        relabel: (buttons) => relabel(buttons, id, step, asked.data),
      }
    },
  }
}

/** The buttons in their order; at rest in the rows that they were first sent in. */
function relabel(buttons: readonly (readonly TelegramButton[])[], id: string, step: Confirm['step'], asked: Stored): InlineKeyboardMarkup {
  const all = buttons.flat()
  const isOwn = ({ callback_data }: TelegramButton) => Object.values(STEPS).some((prefix) => callback_data === prefix + id)
  const before = all.slice(0, all.findIndex(isOwn)).map(asSent)
  const after = all.slice(all.findLastIndex(isOwn) + 1).map(asSent)
  const { label, style, yes, no } = asked
  const first: KeyboardButton = { label, data: STEPS.ask + id, ...(style === undefined ? {} : { style }) }
  const pair: KeyboardButton[] = [
    { label: yes, data: STEPS.yes + id, style: 'danger' },
    { label: no, data: STEPS.no + id },
  ]
  return rows(step === 'ask' ? [...inRows(before), pair, ...inRows(after)] : inRows([...before, first, ...after]))
}

/** A button as it came, in the form in which it goes out again. */
function asSent({ text: label, callback_data: data = '-', style }: TelegramButton): KeyboardButton {
  return { label, data, ...(style === undefined ? {} : { style }) }
}

function keyOf(id: string): string {
  return `confirm:${id}`
}

const STEPS = { ask: '?a', yes: '?y', no: '?n' } as const
