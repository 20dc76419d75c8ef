import { pino } from 'pino'
import { expect } from 'vitest'
import { postCard } from '../../src/chat/cards/post.js'
import type { Card, Event, Form, FormValues, Language, Reply, Where } from '../../src/chat/model.js'
import { plainCard } from '../../src/chat/plain.js'
import { route } from '../../src/chat/router.js'
import { sayIn } from '../../src/chat/say.js'
import { fromJson } from '../../src/store/json.js'
import { messageKey } from '../../src/store/outbox-queue.js'
import type { TeamWorld, World } from './world.js'

let deliveries = 0

/** Somebody of a team at the keyboard: what they do goes through the router as an adapter would hand it on, and what is answered is read. */
export function speaker(world: World, team: TeamWorld, name: string, language: Language = 'en') {
  const { platform, workspace, conversation } = team.team.home
  const externalId = team.members[name]?.externalId ?? `stranger-${name}`
  const say = sayIn(language)

  async function does(event: Event, where: Partial<Where> = {}, deliveryId?: string): Promise<readonly Reply[]> {
    deliveries += 1
    const answer = await route(world.app, pino({ level: 'silent' }), {
      deliveryId: deliveryId ?? `d${deliveries}`,
      platform,
      who: { externalId, name, locale: language },
      where: { workspace, conversation, kind: 'channel', ...where },
      at: world.app.now().toString(),
      event,
      answerBy: {},
    })
    return answer.replies
  }

  const read = (card: Card): string => {
    const buttons = (card.buttons ?? []).map(({ label, action }) => {
      expect(Buffer.byteLength(action)).toBeLessThanOrEqual(64)
      return `[${say(label)}]`
    })
    const words = [plainCard(card, say), ...buttons].join('\n')
    expect(words).not.toMatch(/undefined|\{ |\[object/)
    if (process.env.SHOW_CARDS !== undefined) console.log(`\n${words}\n`)
    return words
  }

  /** @param told where it was said: in private one goes on in private */
  const seen = (replies: readonly Reply[], told: Partial<Where> = {}): Seen => {
    const further = told.kind === 'private' ? told : {}
    const card = replies.map((reply) => ('card' in reply ? reply.card : undefined)).find((each) => each !== undefined)
    const opened = replies.map((reply) => (reply.kind === 'open' ? reply.form : undefined)).find((each) => each !== undefined)
    for (const field of opened?.fields ?? [])
      for (const { value } of 'options' in field ? field.options : []) expect(value).toMatch(/^.{1,75}$/)
    const errors = Object.fromEntries(
      replies.flatMap((reply) => (reply.kind === 'errors' ? reply.errors.map(({ field, text }) => [field, say(text)] as const) : [])),
    )
    return {
      kinds: replies.map(({ kind }) => kind),
      text: card === undefined ? '' : read(card),
      errors,
      form: opened,
      async press(label, where = further) {
        const button = card?.buttons?.find((each) => say(each.label) === label)
        if (button === undefined) throw new Error(`No button "${label}" on:\n${card === undefined ? 'nothing' : read(card)}`)
        return seen(await does({ kind: 'press', action: button.action }, where), where)
      },
      async send(values = {}, deliveryId) {
        if (opened === undefined) throw new Error('No form is open')
        return seen(
          await does(
            { kind: 'submit', form: opened.key, context: opened.context, values: { ...initialsOf(opened), ...values } },
            further,
            deliveryId,
          ),
          further,
        )
      },
    }
  }

  return {
    async types(command: string, where?: Partial<Where>, deliveryId?: string): Promise<Seen> {
      const [word = '', ...rest] = command.slice(1).split(' ')
      const words = rest.join(' ')
      const mentions = Object.entries(team.members).flatMap(([each, { externalId: id }]) =>
        words.includes(`@${each}`) ? [{ text: `@${each}`, externalId: id, name: each }] : [],
      )
      return seen(await does({ kind: 'command', name: word, text: words, mentions }, where, deliveryId), where)
    },
    async says(words: string, where?: Partial<Where>, deliveryId?: string): Promise<Seen> {
      return seen(await does({ kind: 'words', text: words, mentionsBot: false }, where, deliveryId), where)
    },
    /** To the bot by name, in the channel. */
    async asksBot(words: string): Promise<Seen> {
      return seen(await does({ kind: 'words', text: words, mentionsBot: true }))
    },
    /** What the bot's home has for them. */
    async opensHome(): Promise<Seen> {
      return seen(await does({ kind: 'home' }))
    },
    /** Comes into the channel. */
    async comesIn(): Promise<Seen> {
      return seen(await does({ kind: 'joined', joined: 'person' }))
    },
    /** Takes the bot into the channel. */
    async bringsTheBot(): Promise<Seen> {
      return seen(await does({ kind: 'joined', joined: 'bot' }))
    },
    async presses(action: string, where?: Partial<Where>): Promise<Seen> {
      return seen(await does({ kind: 'press', action }, where))
    },
    /** In the private chat. */
    privately: { conversation: `dm-${externalId}`, kind: 'private' } as const,
  }
}

export interface Seen {
  readonly kinds: readonly Reply['kind'][]
  /** The answered card as it reads, its buttons in brackets. */
  readonly text: string
  /** By field. */
  readonly errors: Readonly<Record<string, string>>
  readonly form: Form | undefined
  press(label: string, where?: Partial<Where>): Promise<Seen>
  /** Sends the open form as it stands, but for these values. */
  send(values?: FormValues, deliveryId?: string): Promise<Seen>
}

/** What a platform sends back of a form that nobody touched. */
export function initialsOf(form: Form): Record<string, string | readonly string[] | boolean> {
  return Object.fromEntries(
    // Without a file no platform sends anything of its field.
    form.fields
      .filter(({ kind }) => kind !== 'file')
      .map((field): [string, string | readonly string[] | boolean] => {
        const initial = 'initial' in field ? field.initial : undefined
        if (field.kind === 'toggle') return [field.name, initial === true]
        if (field.kind === 'choices') return [field.name, Array.isArray(initial) ? initial : []]
        return [field.name, typeof initial === 'string' ? initial : '']
      }),
  )
}

/** What waits in the outbox for a team's organisation, oldest first, as it will read in its own language or another. */
export async function waitingPosts(world: World, team: TeamWorld, language?: Language) {
  const rows = await world.database.client.outbox.findMany({ where: { organisationId: team.organisationId }, orderBy: { id: 'asc' } })
  return rows.map((row) => {
    const say = sayIn(language ?? (row.language === 'zh-CN' ? 'zh-CN' : 'en'))
    const card = postCard(fromJson(row.post))
    return {
      key: row.key,
      /** Whom it is for, where it goes to one person. */
      to: Object.keys(team.members).find((name) => JSON.stringify(row.destination).includes(`"${team.members[name]?.externalId}"`)),
      under: row.under,
      replaces: row.replaces,
      text: plainCard(card, say),
      buttons: (card.buttons ?? []).map(({ label, action }) => ({ label: say(label), action })),
    }
  })
}

/** Notes that a post was sent, as the courier does: words under it are then known to be in its thread. */
export async function arrived(world: World, team: TeamWorld, key: string, message: string): Promise<void> {
  const sent = { conversation: team.team.home.conversation, message }
  await world.database.client.outbox.updateMany({
    where: { organisationId: team.organisationId, key },
    data: { state: 'sent', message: sent, messageKey: messageKey(sent) },
  })
}
