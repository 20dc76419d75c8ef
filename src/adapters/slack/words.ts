import type { Mention } from '../../chat/model.js'
import type { Person } from './directory.js'

/** What people wrote, as they read it, with the people named in it. */
export interface ReadWords {
  readonly text: string
  readonly mentions: readonly Mention[]
}

const token = /<([@#!]?)([^<>|]*)(?:\|([^<>]*))?>/g

/** The ids of the people named in Slack's text. */
export function mentionedIn(slackText: string): { id: string; label: string }[] {
  return [...slackText.matchAll(token)].flatMap(([, sign, id = '', label = '']) => (sign === '@' ? [{ id, label }] : []))
}

/**
 * Slack's text as plain words: `<@U1|li>` reads "@Li Na", a link reads by its label.
 *
 * @param people in it, by id
 * @param without a person who is left out: the bot, which is not part of what was said
 */
export function readWords(slackText: string, people: ReadonlyMap<string, Person>, without?: string): ReadWords {
  const mentions: Mention[] = []
  const text = slackText.replaceAll(token, (_whole, sign: string, target: string, label: string | undefined) => {
    if (sign === '@') {
      if (target === without) return ''
      const person = people.get(target)
      const name = person?.who.name ?? label ?? target
      mentions.push({ text: `@${name}`, externalId: target, name, ...(person?.account === undefined ? {} : { account: person.account }) })
      return `@${name}`
    }
    if (sign === '#') return `#${label ?? target}`
    if (sign === '!') return label ?? `@${target.split('^')[0]}`
    return label ?? target.replace(/^mailto:/, '')
  })
  return { text: unescaped(text).trim(), mentions }
}

function unescaped(slackText: string): string {
  return slackText.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&')
}
