import { afterEach, beforeEach, expect } from 'vitest'
import type { Adapter, Card, Destination, Interaction, Outgoing, Reply } from '../../src/chat/model.js'
import { sayIn } from '../../src/chat/say.js'
import type { Channel, Harness, Persona, SeenMessage } from '../support/harness.js'
import type { StandInHouse } from './stand-in-house.js'

/** An adapter, started between a platform's people and a house that answers as it is told. */
export interface Stand {
  readonly harness: Harness
  readonly adapter: Adapter
  readonly house: StandInHouse
  /** Where deliveries to a channel go. */
  workspaceOf(channel: Channel): string
  /** The call by which a delivery is posted; undefined where no network lies between. */
  readonly posting: string | undefined
  /** The call by which a file is shared, and how the platform refuses one; undefined where no network lies between. */
  readonly sharing:
    | { readonly call: string; readonly refusal: { readonly call: string; readonly error: string; readonly said: RegExp } }
    | undefined
  /** A conversation that does not exist; undefined where every one does. */
  readonly nowhere: string | undefined
  /** Whether the platform tells if an earlier attempt has arrived. */
  readonly canBeAsked: boolean
  close(): Promise<void>
}

/** What a story is played with: a channel and two people in it. */
export interface Scene {
  readonly stand: Stand
  readonly channel: Channel
  readonly li: Persona
  readonly ben: Persona
  /** From now on the house answers everything with these. */
  answers(...replies: readonly Reply[]): void
  /** What the house heard last. */
  last(): Interaction | undefined
  toChannel(): Destination
  outgoing(card: Card, more?: Partial<Outgoing>): Outgoing
  /** What stands in the channel, when there is as much as expected: a platform may show a post a little later than it takes it. */
  posts(count: number): Promise<readonly SeenMessage[]>
}

/** A scene of its own for each test of the suite it is called in; afterwards the platform's rules must have been kept. */
export function sceneFor(open: () => Promise<Stand>): Scene {
  let stand: Stand
  let channel: Channel
  let li: Persona
  let ben: Persona
  beforeEach(async () => {
    stand = await open()
    channel = await stand.harness.channel('sales')
    li = await stand.harness.person('Li Na', { language: 'zh-CN', zone: 'Asia/Shanghai' })
    ben = await stand.harness.person('Ben')
    for (const person of [li, ben]) await stand.harness.join(person, channel)
    await stand.house.idle()
  })
  afterEach(async () => {
    await stand.house.idle()
    expect(stand.harness.violations()).toEqual([])
    await stand.close()
  })
  const toChannel = (): Destination => ({ kind: 'conversation', workspace: stand.workspaceOf(channel), conversation: channel.id })
  return {
    get stand() {
      return stand
    },
    get channel() {
      return channel
    },
    get li() {
      return li
    },
    get ben() {
      return ben
    },
    answers(...replies) {
      stand.house.answerWith = () => replies
    },
    last: () => stand.house.heard.at(-1),
    toChannel,
    outgoing: (card, more = {}) => ({
      key: 'post-1',
      to: toChannel(),
      card,
      say: sayIn('en'),
      mayHaveArrived: false,
      firstTriedAt: new Date().toISOString(),
      ...more,
    }),
    async posts(count) {
      await expect.poll(() => channel.posts().length, { timeout: 10_000 }).toBe(count)
      return channel.posts()
    },
  }
}
