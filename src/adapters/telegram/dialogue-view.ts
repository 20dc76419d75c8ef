import type { InlineKeyboardMarkup } from 'grammy/types'
import type { Say } from '../../chat/model.js'
import { date, list, type Text, text } from '../../chat/text.js'
import { unreachable } from '../../chat/unreachable.js'
import { askedField, isEmpty } from './dialogue.js'
import { type PressableMove, toData } from './dialogue-data.js'
import type { Dialogue, DialogueField } from './dialogue-state.js'
import { toHtml } from './html.js'
import { inRows, type KeyboardButton, rows } from './keyboard.js'
import { limits } from './limits.js'
import { beforeValue, type Words } from './render.js'
import { bold, cut, emptyLine, italic, linesOf, plain, type RichLine } from './rich.js'
import { split } from './split.js'

export interface DialogueView {
  readonly words: Words
  readonly markup: InlineKeyboardMarkup
}

/**
 * The dialogue's one message: the overview of all fields, or the question for one of them.
 *
 * @param complaint why the last answer did not do
 * @param now for the quick days of a date that has no value yet
 */
export function dialogueView(dialogue: Dialogue, say: Say, now: Date, complaint?: string): DialogueView {
  const asked = askedField(dialogue)
  return asked === undefined ? overviewView(dialogue, say) : questionView(dialogue, asked, say, now, complaint)
}

/** The dialogue when it is over: what was sent stays readable, nothing can be pressed. */
export function closedWords(dialogue: Dialogue, word: string): Words {
  return { html: toHtml([{ spans: [bold(dialogue.form.title)] }, { spans: [plain(word)] }]) }
}

/** The question alone, as the post that a reply in a group is to answer; addressed to the person, whose reply box it opens. */
export function questionWords(dialogue: Dialogue, field: DialogueField, say: Say, person: { externalId: string; name: string }): Words {
  const mention = { style: 'link', text: person.name, url: `tg://user?id=${person.externalId}` } as const
  return { html: toHtml([{ spans: [mention, plain(` ${field.label}`)] }, ...askLines(dialogue, field, say, replyText(field))]) }
}

function valueWords(dialogue: Dialogue, field: DialogueField, say: Say): string {
  const value = dialogue.values[field.name]
  if (field.kind === 'toggle') return say(text(value === true ? 'telegram-yes' : 'telegram-no'))
  if (value === undefined || isEmpty(value)) return say(text('telegram-empty'))
  if (typeof value === 'object' && 'fileId' in value) return cut(value.name, limits.shownValueUnits)
  const shown = (Array.isArray(value) ? value : [String(value)]).map(
    (one) => field.options.find((option) => option.value === one)?.label ?? one,
  )
  const inOneLine = say(text('as-typed', { words: list(shown) }))
    .replace(/\s*\n\s*/g, ' · ')
    .replace(/\s+/g, ' ')
  const words = cut(inOneLine, limits.shownValueUnits)
  if (field.kind === 'date') return say(text('telegram-day', { on: date(words, 'weekday') }))
  return words
}

function overviewView(dialogue: Dialogue, say: Say): DialogueView {
  const { fields, submit } = dialogue.form
  const button = (label: string, move: PressableMove): KeyboardButton => ({ label, data: toData(move, fields) })
  const whole = dialogue.errors['']
  const body = [
    ...fields.flatMap((field) => fieldLines(dialogue, field, say)),
    ...(whole === undefined ? [] : [emptyLine, ...warning(whole)]),
  ]
  return {
    words: { html: [...head(dialogue), toHtml(split(body, BODY_UNITS)[0] ?? [])].join('\n') },
    markup: rows([
      [{ ...button(submit, { kind: 'send' }), style: 'primary' }],
      ...inRows(fields.map((field) => button(changeLabel(dialogue, field, say), { kind: 'ask', field: field.name }))),
      [button(say(text('telegram-cancel')), { kind: 'cancel' })],
    ]),
  }
}

function questionView(dialogue: Dialogue, field: DialogueField, say: Say, now: Date, complaint: string | undefined): DialogueView {
  const { fields } = dialogue.form
  const button = (label: string, move: PressableMove): KeyboardButton => ({ label, data: toData(move, fields) })
  const wrong = complaint ?? dialogue.errors[field.name]
  const lines = [
    { spans: [bold(field.label)] },
    ...(field.hint === undefined ? [] : linesOf(field.hint, 'italic')),
    ...askLines(dialogue, field, say, askText(dialogue, field)),
    ...(wrong === undefined ? [] : warning(wrong)),
  ]
  const canSkip = field.optional && field.kind !== 'choices' && !isEmpty(dialogue.values[field.name])
  return {
    words: { html: [...head(dialogue), toHtml(split(lines, BODY_UNITS)[0] ?? [])].join('\n') },
    markup: rows([
      ...pickRows(dialogue, field, say, now, button),
      [
        button(say(text(field.kind === 'choices' ? 'telegram-done' : 'telegram-back')), { kind: 'back', field: field.name }),
        ...(canSkip ? [button(say(text('telegram-skip')), { kind: 'skip', field: field.name })] : []),
        button(say(text('telegram-cancel')), { kind: 'cancel' }),
      ],
    ]),
  }
}

function pickRows(
  dialogue: Dialogue,
  field: DialogueField,
  say: Say,
  now: Date,
  button: (label: string, move: PressableMove) => KeyboardButton,
): KeyboardButton[][] {
  const page = dialogue.asking?.page ?? 0
  const name = field.name
  const turn = (hasEarlier: boolean, hasLater: boolean) => [
    ...(hasEarlier ? [button('‹', { kind: 'page', field: name, page: page - 1 })] : []),
    ...(hasLater ? [button('›', { kind: 'page', field: name, page: page + 1 })] : []),
  ]
  switch (field.kind) {
    case 'choice':
    case 'choices': {
      const value = dialogue.values[name]
      const from = page * limits.optionsPerPage
      const options = field.options.slice(from, from + limits.optionsPerPage)
      const isChosen = (option: string) => (Array.isArray(value) ? value.includes(option) : value === option)
      return [
        ...inRows(
          options.map((option) =>
            button(`${isChosen(option.value) ? '✓ ' : ''}${option.label}`, { kind: 'pick', field: name, value: option.value }),
          ),
        ),
        turn(page > 0, from + limits.optionsPerPage < field.options.length),
      ]
    }
    case 'date': {
      const days = quickDays(dialogue, field, now, page)
      return [
        ...inRows(
          days.map((on) => button(say(text('telegram-day', { on: date(on, 'weekday') })), { kind: 'pick', field: name, value: on })),
        ),
        turn(true, true),
      ]
    }
    case 'text':
    case 'number':
    case 'toggle':
    case 'file':
      return []
    default:
      return unreachable(field.kind)
  }
}

/**
 * A week of days. Back from the field's own first value, newest first: the house set that to the team's today. Telegram tells no zone, so
 * without one the week starts a day ahead of UTC, and the person's today is in it wherever they are. Days to come run on from the first
 * that makes sense: of a span, from the day it begins.
 */
function quickDays(dialogue: Dialogue, field: DialogueField, now: Date, page: number): string[] {
  const from = comingFrom(dialogue, field)
  const first = from ?? (field.anchorOn === undefined ? now.getTime() + DAY_MS : Date.parse(`${field.anchorOn}T00:00:00Z`))
  return Array.from({ length: limits.daysPerPage }, (_, index) =>
    new Date(first + (page * limits.daysPerPage + (from === undefined ? -index : index)) * DAY_MS).toISOString().slice(0, 10),
  )
}

function comingFrom({ form, values }: Dialogue, field: DialogueField): number | undefined {
  if (field.comingFrom === undefined) return undefined
  const before = form.fields.slice(0, form.fields.indexOf(field)).flatMap(({ kind, name }) => (kind === 'date' ? [values[name]] : []))
  const days = [field.comingFrom, ...before].map((on) => Date.parse(`${String(on)}T00:00:00Z`))
  return Math.max(...days.filter((day) => !Number.isNaN(day)))
}

function head(dialogue: Dialogue): string[] {
  const title = toHtml([{ spans: [bold(dialogue.form.title)] }])
  return dialogue.form.introHtml === '' ? [title, ''] : [title, dialogue.form.introHtml, '']
}

function fieldLines(dialogue: Dialogue, field: DialogueField, say: Say): RichLine[] {
  const wrong = dialogue.errors[field.name]
  return [
    { spans: [plain(beforeValue(say(text('telegram-field', { label: field.label })))), bold(valueWords(dialogue, field, say))] },
    ...(wrong === undefined ? [] : warning(wrong)),
  ]
}

function askLines(dialogue: Dialogue, field: DialogueField, say: Say, how: Text): RichLine[] {
  return [{ spans: [italic(say(how))] }, ...nowLines(dialogue, field, say)]
}

function nowLines(dialogue: Dialogue, field: DialogueField, say: Say): RichLine[] {
  const value = dialogue.values[field.name]
  if (isEmpty(value)) return []
  if (field.kind !== 'text' || typeof value !== 'string' || !value.includes('\n'))
    return [{ spans: [plain(say(text('telegram-now', { value: valueWords(dialogue, field, say) })))] }]
  // Of ten lines somebody changes one: monospaced, one tap copies them all.
  const lines = linesOf(say(text('as-typed', { words: cut(value, LINES_UNITS) })), 'plain', { kind: 'table' })
  return [{ spans: [plain(say(text('telegram-now-lines')))] }, ...lines]
}

/** In a group the bot is shown nothing but replies to it, so there the answer is one. */
function askText({ spot }: Dialogue, { kind }: DialogueField): Text {
  if (kind === 'choice' || kind === 'choices' || kind === 'toggle') return text(`telegram-ask-${kind}`)
  return text(isGroup(spot) ? `telegram-ask-${kind}-group` : `telegram-ask-${kind}`)
}

/** For the question that opens the reply box. */
function replyText({ kind }: DialogueField): Text {
  return text(kind === 'number' || kind === 'date' || kind === 'file' ? `telegram-ask-${kind}-here` : 'telegram-ask-text-here')
}

/** Telegram's groups have negative ids, people's private chats their own. */
function isGroup({ chat }: Dialogue['spot']): boolean {
  return chat.startsWith('-')
}

function warning(words: string): RichLine[] {
  return linesOf(`⚠️ ${cut(words, WARNING_UNITS)}`)
}

function changeLabel(dialogue: Dialogue, field: DialogueField, say: Say): string {
  if (field.kind === 'toggle') return `${dialogue.values[field.name] === true ? '☑' : '☐'} ${field.label}`
  return say(text('telegram-change', { label: field.label }))
}

const DAY_MS = 86_400_000
/** Room for thirty names with their weights. */
const LINES_UNITS = 1200
/** Room for the ten mistakes of a file. */
const WARNING_UNITS = 1500
/** What title, intro and the blank lines leave of 4096. */
const BODY_UNITS = 2600
