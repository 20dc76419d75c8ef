import { setTimeout as wait } from 'node:timers/promises'
import type { PlaygroundMessage } from '../../../src/adapters/playground/messages.js'
import type { FieldView, LineView, OptionView } from '../../../src/adapters/playground/view.js'
import type { FormValues } from '../../../src/chat/model.js'
import type { Channel, ChosenFile, Persona, SeenForm, SeenMessage } from '../harness.js'
import type { OpenForm, Page, Spot } from './page.js'

type Matches = string | RegExp | ((message: SeenMessage) => boolean)

const WAIT_MS = 15_000

/** A person at the page. */
export function personaAt(page: Page, id: string, name: string): Persona {
  let taps = 0
  const privateChat = `dm:${id}`
  const spotOf = (where: Channel | undefined, under?: SeenMessage): Spot => ({
    conversation: where?.id ?? privateChat,
    ...(under === undefined ? {} : { thread: under.under ?? under.id }),
  })
  const isPrivate = (message: PlaygroundMessage) =>
    message.content.author === null && (message.conversation === privateChat || message.visibleTo === id)

  const privately = (): SeenMessage[] =>
    page.items().flatMap((item): SeenMessage[] => {
      if (item.kind === 'toast') return [{ id: item.id, text: item.text, buttons: [], kind: 'toast', edits: 0 }]
      const message = page.message(item.id)
      return message !== undefined && isPrivate(message) ? [seenMessage(message, 'private')] : []
    })

  const openForm = (timeoutMs = WAIT_MS): Promise<OpenForm> => until(page.form, timeoutMs, () => `No form is open before ${name}`)

  const say = async (words: string, spot: Spot) => {
    taps += 1
    await page.act({ kind: 'say', words }, spot)
  }

  return {
    id,
    name,
    command: (words, where) => say(words, spotOf(where)),
    say: (words, where, under) => say(words, spotOf(where, under)),
    async press(label, on) {
      const { message, button } = await until(
        () => findButton(page, label, on),
        WAIT_MS,
        () => `${name} sees no button ${String(label)} among: ${labelsOf(page).join(' | ')}`,
      )
      taps += button.confirm === undefined ? 1 : 2
      const { conversation, under } = message
      await page.act(
        { kind: 'press', action: button.action },
        { conversation, message: message.id, ...(under === null ? {} : { thread: under }) },
      )
    },
    form: async ({ timeoutMs } = {}) => seenForm(await openForm(timeoutMs)),
    async fill(values) {
      const { view, spot, values: typed } = await openForm()
      for (const [field, value] of Object.entries(values)) typed[field] = filled(fieldNamed(view.fields, field), value)
      taps += Object.keys(values).length + 1
      await page.act({ kind: 'submit', form: view.key, context: view.context, values: typed }, spot)
    },
    async dismiss() {
      await openForm()
      taps += 1
      page.closeForm()
    },
    privately,
    waitForPrivately: (matches, { timeoutMs = WAIT_MS } = {}) =>
      until(
        () => privately().find((message) => doesMatch(message, matches)),
        timeoutMs,
        () => `${name} sees nothing that matches ${String(matches)}:\n${shown(privately())}`,
      ),
    download: (on) => page.download(on.id),
    home: () => undefined,
    tapsSinceLastAsked() {
      const since = taps
      taps = 0
      return since
    },
  }
}

/** A channel as somebody sees it who looks on. */
export function channelAt(page: Page, id: string, name: string): Channel {
  const posts = () =>
    page
      .messages()
      .filter(({ conversation, visibleTo }) => conversation === id && visibleTo === null)
      .toSorted((a, b) => Number(a.id) - Number(b.id))
      .map((message) => seenMessage(message, 'message'))
  return {
    id,
    name,
    posts,
    waitFor: (matches, { timeoutMs = WAIT_MS, under } = {}) =>
      until(
        () => posts().find((post) => (under === undefined || post.under === under.id) && doesMatch(post, matches)),
        timeoutMs,
        () => `No post matches ${String(matches)} in #${name}:\n${shown(posts())}`,
      ),
  }
}

function findButton(page: Page, label: string | RegExp, on: SeenMessage | undefined) {
  for (const message of page.messages().toReversed()) {
    if (message.content.author !== null || (on !== undefined && on.id !== message.id)) continue
    const button = message.content.card?.buttons.find((each) => (typeof label === 'string' ? each.label === label : label.test(each.label)))
    if (button !== undefined) return { message, button }
  }
  return undefined
}

function labelsOf(page: Page): string[] {
  return page.messages().flatMap(({ content }) => (content.card?.buttons ?? []).map(({ label }) => label))
}

function seenMessage({ id, content, under }: PlaygroundMessage, kind: 'message' | 'private'): SeenMessage {
  return {
    id,
    text: content.card?.plain ?? content.words ?? '',
    buttons: (content.card?.buttons ?? []).map(({ label }) => label),
    ...(under === null ? {} : { under }),
    kind,
    edits: content.edits,
    ...(content.file === undefined ? {} : { file: content.file.name }),
  }
}

function seenForm({ view, values, errors }: OpenForm): SeenForm {
  const known = new Set(view.fields.map(({ name }) => name))
  const whole = Object.entries(errors).filter(([name]) => !known.has(name))
  return {
    title: view.title,
    text: [...view.intro.map(lineText), ...view.fields.flatMap(({ label, hint }) => [label, hint ?? ''])]
      .filter((line) => line !== '')
      .join('\n'),
    fields: view.fields.map((field) => ({
      name: field.name,
      label: field.kind === 'number' && field.unit !== undefined ? `${field.label} (${field.unit})` : field.label,
      value: shownValue(field, values[field.name]),
      ...('options' in field ? { options: field.options.map(({ label }) => label) } : {}),
    })),
    errors: {
      ...Object.fromEntries(Object.entries(errors).filter(([name]) => known.has(name))),
      ...(whole.length === 0 ? {} : { '': whole.map(([, words]) => words).join(' ') }),
    },
  }
}

function lineText(line: LineView): string {
  switch (line.kind) {
    case 'heading':
    case 'text':
    case 'small':
    case 'quote':
      return line.text
    case 'list':
      return line.items.join('\n')
    case 'facts':
      return line.facts.map(({ label, value }) => `${label}: ${value}`).join('\n')
    case 'progress':
      return `${line.label}: ${line.value}`
    case 'table':
      return [line.columns.map(({ label }) => label), ...line.rows].map((row) => row.join(' | ')).join('\n')
    case 'picture':
      return line.alt
    case 'divider':
      return ''
  }
}

function shownValue(field: FieldView, value: FormValues[string] | undefined): string {
  if (typeof value === 'boolean') return value ? 'Yes' : ''
  if (typeof value === 'object' && 'base64' in value) return value.name
  const options = 'options' in field ? field.options : []
  const labelOf = (each: string) => options.find((option) => option.value === each)?.label ?? each
  return (typeof value === 'string' ? [value] : (value ?? [])).map(labelOf).join(', ')
}

function fieldNamed(fields: readonly FieldView[], name: string): FieldView {
  const field = fields.find((each) => each.name === name)
  if (field === undefined) throw new Error(`The form has no field "${name}" among ${fields.map((each) => each.name).join(', ')}`)
  return field
}

/** Options go by their label or their value. */
function filled(field: FieldView, value: string | readonly string[] | boolean | ChosenFile): FormValues[string] {
  if (typeof value === 'object' && 'bytes' in value) {
    if (field.kind !== 'file') throw new Error(`A file for a field of ${field.kind}`)
    // The page itself stops a larger one.
    if (value.bytes.length > field.maxBytes) throw new Error(`${value.name} is larger than ${field.maxBytes} bytes`)
    return { name: value.name, base64: Buffer.from(value.bytes).toString('base64') }
  }
  if (typeof value === 'boolean') return value
  if (field.kind === 'choices') return (typeof value === 'string' ? [value] : value).map((each) => optionOf(field.options, each))
  const words = String(value)
  if (field.kind === 'choice') return words === '' ? '' : optionOf(field.options, words)
  // A browser lets nobody type more than it may take.
  return field.kind === 'text' && field.maxLength !== undefined ? words.slice(0, field.maxLength) : words
}

function optionOf(options: readonly OptionView[], wanted: string): string {
  const option = options.find((each) => each.label === wanted || each.value === wanted)
  if (option === undefined) throw new Error(`No option "${wanted}" among ${options.map(({ label }) => label).join(', ')}`)
  return option.value
}

function doesMatch(message: SeenMessage, matches: Matches): boolean {
  if (typeof matches === 'function') return matches(message)
  return typeof matches === 'string' ? message.text.includes(matches) : matches.test(message.text)
}

function shown(messages: readonly SeenMessage[]): string {
  return messages.map(({ text }) => text).join('\n---\n')
}

async function until<T>(look: () => T | undefined, timeoutMs: number, complaint: () => string): Promise<T> {
  const end = Date.now() + timeoutMs
  for (;;) {
    const found = look()
    if (found !== undefined) return found
    if (Date.now() > end) throw new Error(complaint())
    await wait(5)
  }
}
