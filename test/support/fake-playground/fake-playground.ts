import { z } from 'zod'
import type { Channel, Harness, Persona } from '../harness.js'
import { openPage, type Page } from './page.js'
import { channelAt, personaAt } from './persona.js'

export interface FakePlaygroundOptions {
  /** Where the product serves the playground, without a final slash. */
  readonly url: string
  /** Tells the product of somebody, or of a channel, before they are used. Without it there is only who and what it knows of itself. */
  readonly admit?: { person(name: string, zone: string): void; channel(name: string): void }
}

export interface FakePlayground extends Harness {
  readonly platform: 'playground'
}

const state = z.object({
  channels: z.array(z.object({ id: z.string(), name: z.string() })),
  people: z.array(z.object({ id: z.string(), name: z.string() })),
})

/** People at the playground's page, over its real HTTP interface and event stream: a browser without its eyes. */
export function fakePlayground({ url, admit }: FakePlaygroundOptions): FakePlayground {
  const violations: string[] = []
  const calls: { method: string; params: Readonly<Record<string, unknown>>; at: number }[] = []
  const pages = new Map<string, Promise<Page>>()
  const personas = new Map<string, Persona>()
  const channels = new Map<string, Channel>()

  function pageOf(person: string, language: 'en' | 'zh-CN'): Promise<Page> {
    const known = pages.get(person)
    if (known !== undefined) return known
    const opened = openPage({ url, person, language, violations, calls })
    pages.set(person, opened)
    return opened
  }

  const everyPage = () => Promise.all(pages.values())

  return {
    platform: 'playground',
    async channel(name) {
      const known = channels.get(name)
      if (known !== undefined) return known
      admit?.channel(name)
      const { channels: there } = await stateAt(url)
      const found = there.find((each) => each.name === name)
      if (found === undefined) throw new Error(`The playground has no channel "${name}" among ${there.map((each) => each.name).join(', ')}`)
      // Nobody in particular: sees what all see.
      const channel = channelAt(await pageOf('looks-on', 'en'), found.id, name)
      channels.set(name, channel)
      return channel
    },
    async person(name, { language = 'en', zone = 'Europe/London' } = {}) {
      const known = personas.get(name)
      if (known !== undefined) return known
      admit?.person(name, zone)
      const { people } = await stateAt(url)
      const found = people.find((each) => each.name === name)
      if (found === undefined)
        throw new Error(`The playground has nobody called "${name}" among ${people.map((each) => each.name).join(', ')}`)
      const persona = personaAt(await pageOf(found.id, language.toLowerCase().startsWith('zh') ? 'zh-CN' : 'en'), found.id, name)
      personas.set(name, persona)
      return persona
    },
    async join(person, channel) {
      const page = await pageOf(person.id, 'en')
      await page.act({ kind: 'join' }, { conversation: channel.id })
    },
    violations: () => violations,
    calls: () => calls,
    fault(method, fault) {
      // Between the product and the playground lies no network: all that can break is a page's connection.
      if (method !== 'messages' || fault.kind !== 'connection-cut')
        throw new Error(`The playground knows no fault "${fault.kind}" of ${method}`)
      void everyPage().then((all) => all.map((page) => page.cut()))
    },
    /** A page sends nothing twice; what comes again is the past, to a page that is loaded anew. */
    async redeliverLast() {
      for (const page of await everyPage()) await page.reload()
    },
    async close() {
      for (const page of await everyPage()) await page.close()
    },
  }
}

async function stateAt(url: string): Promise<z.infer<typeof state>> {
  const response = await fetch(`${url}/playground/api/state?language=en`)
  return state.parse(await response.json())
}
