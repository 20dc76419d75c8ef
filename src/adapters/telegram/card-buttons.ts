import { createHash } from 'node:crypto'
import type { InlineKeyboardMarkup } from 'grammy/types'
import { z } from 'zod'
import type { Button, Say } from '../../chat/model.js'
import { text } from '../../chat/text.js'
import { type Dialogues, expiry } from './dialogues.js'
import { type KeyboardButton, keyboard } from './keyboard.js'
import { limits } from './limits.js'
import type { TelegramButton } from './update.js'

/**
 * A card's buttons. One that asks before it counts takes two presses: the first puts [Yes] and [No] in its place. An action
 * may fill all 64 bytes, so such a button carries a short id, and what it stands for is kept.
 */
export interface CardButtons {
  markup(buttons: readonly Button[] | undefined, say: Say): Promise<InlineKeyboardMarkup | undefined>
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
    if (confirm === undefined) return { ...look, data: action }
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
    return { ...look, data: STEPS.ask + id }
  }
  return {
    async markup(buttons, say) {
      if (buttons === undefined || buttons.length === 0) return undefined
      return keyboard(await Promise.all(buttons.map((button) => toKeyboardButton(button, say))))
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

function relabel(buttons: readonly (readonly TelegramButton[])[], id: string, step: Confirm['step'], asked: Stored): InlineKeyboardMarkup {
  const { label, style, yes, no } = asked
  const first = { text: label, callback_data: STEPS.ask + id, ...(style === undefined ? {} : { style }) }
  const pair = [
    { text: yes, callback_data: STEPS.yes + id, style: 'danger' as const },
    { text: no, callback_data: STEPS.no + id },
  ]
  const isOwn = ({ callback_data }: TelegramButton) => Object.values(STEPS).some((prefix) => callback_data === prefix + id)
  return {
    inline_keyboard: buttons.flatMap((row) => {
      if (!row.some(isOwn)) return [row.map(asSent)]
      const others = row.filter((button) => !isOwn(button)).map(asSent)
      if (step !== 'ask') return [[first, ...others]]
      return others.length > 0 ? [others, pair] : [pair]
    }),
  }
}

/** A button as it came, in the form in which it goes out again. */
function asSent({ text: label, callback_data, url, style }: TelegramButton) {
  const look = { text: label, ...(style === undefined ? {} : { style }) }
  return url === undefined ? { ...look, callback_data: callback_data ?? '-' } : { ...look, url }
}

function keyOf(id: string): string {
  return `confirm:${id}`
}

const STEPS = { ask: '?a', yes: '?y', no: '?n' } as const
