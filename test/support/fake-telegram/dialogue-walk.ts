import type { SeenForm } from '../harness.js'
import type { Button, Message } from './world.js'

/** How a person reads a guided dialogue: by its lines, its buttons, and what they bring back. */
export function isDialogue(message: Message): boolean {
  return message.buttons.flat().some(({ callback_data }) => callback_data === '~c')
}

export function seenForm(message: Message): SeenForm {
  const lines = message.text.split('\n')
  const buttons = message.buttons.flat()
  const asked = askedField(message)
  const errors: Record<string, string> = {}
  if (asked !== undefined) {
    const warning = lines.find((line) => line.startsWith(WARNING))
    if (warning !== undefined) errors[asked] = warning.slice(WARNING.length).trim()
    const value = lines.map((line) => /^(?:Now: |当前：)(.*)$/.exec(line)?.[1]).find((now) => now !== undefined) ?? ''
    const options = buttons.filter(({ callback_data }) => callback_data?.startsWith('~o:')).map(({ text }) => text.replace(/^✓ /, ''))
    const label = lines[lines.lastIndexOf('') + 1] ?? ''
    return {
      title: lines[0] ?? '',
      text: message.text,
      fields: [{ name: asked, label, value, ...(options.length > 0 ? { options } : {}) }],
      errors,
    }
  }
  const fields = buttons.flatMap((button) => {
    const name = /^~f:(.+)$/.exec(button.callback_data ?? '')?.[1]
    if (name === undefined) return []
    const label = labelOf(button)
    const at = lines.findIndex((line) => line.startsWith(`▸ ${label}:`) || line.startsWith(`▸ ${label}：`))
    const value = (lines[at] ?? '').slice(label.length + 3).trim()
    const warning = lines[at + 1]
    if (at !== -1 && warning?.startsWith(WARNING)) errors[name] = warning.slice(WARNING.length).trim()
    return [{ name, label, value: value === '—' || value === '未填' ? '' : value }]
  })
  const last = lines.at(-1) ?? ''
  if (last.startsWith(WARNING) && lines.at(-2) === '') errors[''] = last.slice(WARNING.length).trim()
  return { title: lines[0] ?? '', text: message.text, fields, errors }
}

/** The field whose question the dialogue shows; undefined for the overview. */
export function askedField(message: Message): string | undefined {
  return message.buttons
    .flat()
    .map(({ callback_data }) => /^~b:(.+)$/.exec(callback_data ?? '')?.[1])
    .find((name) => name !== undefined)
}

export function isOn(button: Button): boolean {
  return button.text.startsWith('☑')
}

export function isToggle(button: Button): boolean {
  return button.text.startsWith('☑') || button.text.startsWith('☐')
}

/** The option button for a value or its label. */
export function optionButton(message: Message, field: string, wanted: string): Button | undefined {
  const options = message.buttons.flat().filter(({ callback_data }) => callback_data?.startsWith(`~o:${field}:`))
  return (
    options.find(({ callback_data }) => callback_data === `~o:${field}:${wanted}`) ??
    options.find(({ text }) => text.replace(/^✓ /, '') === wanted)
  )
}

export function isChosen({ text }: Button): boolean {
  return text.startsWith('✓ ')
}

function labelOf({ text }: Button): string {
  return text.replace(/^(✏️|☑|☐) /, '')
}

const WARNING = '⚠️'
