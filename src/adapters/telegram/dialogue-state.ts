import { z } from 'zod'
import { where } from '../../chat/interaction.js'
import type { Field, Form, Interaction, Language, Say } from '../../chat/model.js'
import { text } from '../../chat/text.js'
import type { Json } from './dialogues.js'
import { toHtml } from './html.js'
import type { Spot } from './messenger.js'
import { linesIn } from './render.js'
import { cut } from './rich.js'
import { split } from './split.js'

/**
 * A form being filled in, as it is kept between two updates. Its words are said once, when it opens: a later catalogue may
 * word them differently, and the person should not see them change under the thumb.
 */
const spot = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('message'), chat: z.string(), message: z.string(), thread: z.string().optional() }),
  z.object({ kind: z.literal('ephemeral'), chat: z.string(), ephemeral: z.string(), person: z.string(), thread: z.string().optional() }),
])

/** A document of the person's, which stays with Telegram until the form is sent. */
const sentDocument = z.object({ name: z.string(), fileId: z.string(), bytes: z.number().int().optional() })

const value = z.union([z.string(), z.array(z.string()), z.boolean(), sentDocument])

const field = z.object({
  name: z.string(),
  label: z.string(),
  hint: z.string().optional(),
  optional: z.boolean(),
  kind: z.enum(['text', 'number', 'choice', 'choices', 'date', 'toggle', 'file']),
  options: z.array(z.object({ value: z.string(), label: z.string() })),
  maxLength: z.number().int().optional(),
  maxBytes: z.number().int().optional(),
  /** The day that the quick buttons start from, and run back. */
  anchorOn: z.string().optional(),
  /** The day that they run on from. */
  comingFrom: z.string().optional(),
})

const openDialogue = z.object({
  kind: z.literal('open'),
  language: z.enum(['en', 'zh-CN']),
  spot,
  /** Its message may be on the way, so that nobody knows its id yet: only a press on one later than this is a press on it. */
  sending: z.object({ after: z.number().int() }).optional(),
  /** The post that asks for a reply, in groups. */
  question: spot.optional(),
  opened: z.object({ where, message: z.string().optional(), pressed: z.string().optional() }),
  form: z.object({
    key: z.string(),
    context: z.string(),
    title: z.string(),
    introHtml: z.string(),
    submit: z.string(),
    fields: z.array(field),
  }),
  values: z.record(z.string(), value),
  errors: z.record(z.string(), z.string()),
  asking: z.object({ field: z.string(), page: z.number().int() }).optional(),
  /** Deliveries that were applied, newest last: a redelivered press must not flip a toggle back. */
  seen: z.array(z.string()),
})

/** What is left of a dialogue that is over: enough to know its last updates again, nothing of what was typed. */
const endedDialogue = z.object({ kind: z.literal('ended'), seen: z.array(z.string()) })

export const dialogueSchema = z.discriminatedUnion('kind', [openDialogue, endedDialogue])

export type Dialogue = z.infer<typeof openDialogue>
export type EndedDialogue = z.infer<typeof endedDialogue>
export type DialogueField = z.infer<typeof field>
export type DialogueValue = z.infer<typeof value>
export type SentDocument = z.infer<typeof sentDocument>

/** The form as it opens, its message still to be sent. */
export function startDialogue(
  form: Form,
  say: Say,
  language: Language,
  interaction: Interaction,
  at: Spot,
  seen: readonly string[],
): Dialogue {
  const { message, pressed } = interaction.answerBy
  return {
    kind: 'open',
    language,
    spot: at,
    opened: {
      where: interaction.where,
      ...(message === undefined ? {} : { message }),
      ...(pressed === undefined ? {} : { pressed }),
    },
    form: {
      key: form.key,
      context: form.context,
      title: cut(say(form.title), TITLE_UNITS),
      introHtml: toHtml(split(linesIn(form.intro ?? [], say), INTRO_UNITS)[0] ?? []),
      submit: say(form.submit),
      fields: form.fields.map((asked) => saidField(asked, say)),
    },
    values: Object.fromEntries(form.fields.map((asked) => [asked.name, initialOf(asked)])),
    errors: {},
    seen: [...seen],
  }
}

export function asJson(dialogue: Dialogue | EndedDialogue): Json {
  return JSON.parse(JSON.stringify(dialogue))
}

/** The same, with this delivery remembered. */
export function withSeen<T extends Dialogue | EndedDialogue>(dialogue: T, deliveryId: string): T {
  return { ...dialogue, seen: [...dialogue.seen, deliveryId].slice(-SEEN) }
}

function saidField(asked: Field, say: Say): DialogueField {
  return {
    name: asked.name,
    label: cut(labelOf(asked, say), LABEL_UNITS),
    ...(asked.hint === undefined ? {} : { hint: cut(say(asked.hint), HINT_UNITS) }),
    optional: asked.optional === true,
    kind: asked.kind,
    options:
      asked.kind === 'choice' || asked.kind === 'choices' ? asked.options.map(({ value, label }) => ({ value, label: say(label) })) : [],
    ...(asked.kind === 'text' && asked.maxLength !== undefined ? { maxLength: asked.maxLength } : {}),
    ...(asked.kind === 'file' ? { maxBytes: asked.maxBytes } : {}),
    ...(asked.kind === 'date' && asked.initial !== undefined ? { anchorOn: asked.initial } : {}),
    ...(asked.kind === 'date' && asked.comingFrom !== undefined ? { comingFrom: asked.comingFrom } : {}),
  }
}

function labelOf(asked: Field, say: Say): string {
  if (asked.kind !== 'number' || asked.unit === undefined) return say(asked.label)
  return say(text('telegram-with-unit', { label: asked.label, unit: asked.unit }))
}

function initialOf(asked: Field): DialogueValue {
  switch (asked.kind) {
    case 'toggle':
      return asked.initial ?? false
    case 'choices':
      return [...(asked.initial ?? [])]
    case 'file':
      return ''
    default:
      return asked.initial ?? ''
  }
}

const TITLE_UNITS = 200
const INTRO_UNITS = 1200
const LABEL_UNITS = 120
const HINT_UNITS = 300
const SEEN = 20
