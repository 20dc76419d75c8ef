import type { Logger } from 'pino'
import { z } from 'zod'
import type { Mention, Who } from '../../chat/model.js'
import type { Home } from './clients.js'
import { times } from './limits.js'
import { failure } from './log.js'
import { Recent } from './recent.js'

export interface Person {
  readonly who: Who
  /** Where nobody stands behind it: a bot's account, or one that was closed. */
  readonly account?: NonNullable<Mention['account']>
}

const userInfo = z.object({
  user: z.object({
    id: z.string(),
    name: z.string().optional(),
    real_name: z.string().optional(),
    locale: z.string().optional(),
    tz: z.string().optional(),
    is_bot: z.boolean().optional(),
    deleted: z.boolean().optional(),
    profile: z.object({ display_name: z.string().optional(), real_name: z.string().optional() }).optional(),
  }),
})
const channelInfo = z.object({ channel: z.object({ name: z.string().optional() }) })
const opened = z.object({ channel: z.object({ id: z.string() }) })

/** What Slack knows of people and conversations, asked at most once an hour each. */
export interface Directory {
  /** Answers in good time: where Slack is slow or refuses, it knows only the name that is given. */
  person(home: Home, user: string, name?: string): Promise<Person>
  conversationName(home: Home, conversation: string): Promise<string | undefined>
  /** The person's direct chat with the bot. @throws what the client throws */
  directChat(home: Home, user: string): Promise<string>
}

export function directory(log: Logger): Directory {
  const people = new Recent<Person | Promise<Person>>(5000, times.personKept)
  const names = new Recent<string>(1000, times.personKept)
  const chats = new Recent<string>(5000, times.personKept)

  async function ask(home: Home, user: string): Promise<Person> {
    const { user: found } = userInfo.parse(await home.client.users.info({ user, include_locale: true }))
    const name = [found.profile?.display_name, found.profile?.real_name, found.real_name, found.name].find(
      (each) => each !== undefined && each !== '',
    )
    const locale = found.locale === undefined ? {} : { locale: found.locale }
    const zone = found.tz === undefined ? {} : { zone: found.tz }
    const who = { externalId: user, name: name ?? user, ...locale, ...zone }
    // Slack's own bot passes for a person.
    if (found.is_bot === true || user === 'USLACKBOT') return { who, account: 'bot' }
    return found.deleted === true ? { who, account: 'closed' } : { who }
  }

  return {
    async person(home, user, name = '') {
      const key = `${home.team}:${user}`
      const known = people.get(key)
      // At once, without a clock: most of what people do is done by whom it knows.
      if (known !== undefined && !(known instanceof Promise)) return known
      const unknown: Person = { who: { externalId: user, name: name === '' ? user : name } }
      const asked = known ?? ask(home, user)
      if (known === undefined) people.set(key, asked)
      const answer = asked.then(
        (person) => {
          people.set(key, person)
          return person
        },
        (error: unknown) => {
          people.delete(key)
          log.warn({ ...failure(error), user }, 'Slack does not tell who this is')
          return unknown
        },
      )
      return Promise.race([answer, after(times.person, unknown)])
    },
    async conversationName(home, conversation) {
      const known = names.get(conversation)
      if (known !== undefined) return known
      try {
        const { name } = channelInfo.parse(await home.client.conversations.info({ channel: conversation })).channel
        if (name !== undefined) names.set(conversation, name)
        return name
      } catch (error) {
        log.warn({ ...failure(error), conversation }, 'Slack does not tell what this conversation is called')
        return undefined
      }
    },
    async directChat(home, user) {
      const key = `${home.team}:${user}`
      const known = chats.get(key)
      if (known !== undefined) return known
      const { id } = opened.parse(await home.client.conversations.open({ users: user })).channel
      chats.set(key, id)
      return id
    },
  }
}

function after<Value>(ms: number, value: Value): Promise<Value> {
  return new Promise((resolve) => setTimeout(resolve, ms, value).unref())
}
