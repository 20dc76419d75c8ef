import { unreachable } from '../../chat/unreachable.js'
import type { Move } from './dialogue.js'
import type { DialogueField } from './dialogue-state.js'
import { limits } from './limits.js'

/**
 * The dialogue's buttons as callback data of at most 64 bytes: `~`, a letter, the field, and what else it takes.
 * Names and values that are short and plain stand there themselves; others as `#` and their index.
 */
export type PressableMove = Exclude<Move, { kind: 'typed' | 'sent' }>

export function isDialogueData(data: string): boolean {
  return data.startsWith(PREFIX)
}

export function toData(move: PressableMove, fields: readonly DialogueField[]): string {
  switch (move.kind) {
    case 'send':
      return `${PREFIX}s`
    case 'cancel':
      return `${PREFIX}c`
    case 'ask':
      return `${PREFIX}f:${nameData(move.field, fields)}`
    case 'back':
      return `${PREFIX}b:${nameData(move.field, fields)}`
    case 'skip':
      return `${PREFIX}k:${nameData(move.field, fields)}`
    case 'page':
      return `${PREFIX}p:${nameData(move.field, fields)}:${move.page}`
    case 'pick':
      return pickData(move.field, move.value, fields)
    default:
      return unreachable(move)
  }
}

export function fromData(data: string, fields: readonly DialogueField[]): PressableMove | undefined {
  const [verb, nameRef = '', ...rest] = data.slice(PREFIX.length).split(':')
  const field = fieldFrom(nameRef, fields)
  const last = rest.join(':')
  if (verb === 's') return { kind: 'send' }
  if (verb === 'c') return { kind: 'cancel' }
  if (field === undefined) return undefined
  switch (verb) {
    case 'f':
      return { kind: 'ask', field: field.name }
    case 'b':
      return { kind: 'back', field: field.name }
    case 'k':
      return { kind: 'skip', field: field.name }
    case 'p':
      return /^-?\d{1,4}$/.test(last) ? { kind: 'page', field: field.name, page: Number(last) } : undefined
    case 'o':
      return { kind: 'pick', field: field.name, value: last.startsWith('#') ? (field.options[Number(last.slice(1))]?.value ?? '') : last }
    default:
      return undefined
  }
}

function pickData(name: string, value: string, fields: readonly DialogueField[]): string {
  const data = `${PREFIX}o:${nameData(name, fields)}:${value}`
  if (!value.startsWith('#') && Buffer.byteLength(data) <= limits.callbackDataBytes) return data
  const index = fields.find((field) => field.name === name)?.options.findIndex((option) => option.value === value)
  return `${PREFIX}o:${nameData(name, fields)}:#${index}`
}

function nameData(name: string, fields: readonly DialogueField[]): string {
  return PLAIN_NAME.test(name) ? name : `#${fields.findIndex((field) => field.name === name)}`
}

function fieldFrom(ref: string, fields: readonly DialogueField[]): DialogueField | undefined {
  return ref.startsWith('#') ? fields[Number(ref.slice(1))] : fields.find((field) => field.name === ref)
}

const PREFIX = '~'
const PLAIN_NAME = /^[\w.-]{1,24}$/
