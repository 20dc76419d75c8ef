import type { Interaction } from '../../chat/model.js'
import { unreachable } from '../../chat/unreachable.js'
import type { Home } from './clients.js'
import type { Directory } from './directory.js'
import { peopleIn, place } from './interaction.js'
import type { MessageEvent, SlackEvent } from './payload.js'
import { mentionedIn, readWords } from './words.js'

/** An event as an interaction, or undefined where it says nothing to us: bots, edits, joins of other bots. */
export async function eventInteraction(
  event: SlackEvent,
  eventId: string,
  home: Home,
  directory: Directory,
): Promise<Interaction | undefined> {
  switch (event.type) {
    case 'message':
    case 'app_mention':
      return wordsInteraction(event, home, directory)
    case 'member_joined_channel':
    case 'member_left_channel':
    case 'channel_left':
    case 'group_left':
      return memberInteraction(event, eventId, home, directory)
    case 'app_home_opened': {
      if (event.tab !== 'home') return undefined
      const person = await directory.person(home, event.user)
      const conversation = event.channel ?? (await directory.directChat(home, event.user))
      return {
        deliveryId: `event:${eventId}`,
        platform: 'slack',
        who: person.who,
        where: place(home, conversation),
        at: instantOf(event.event_ts),
        event: { kind: 'home' },
        answerBy: {},
      }
    }
    default:
      return unreachable(event)
  }
}

/** What people write: a picture beside the words, or a copy in the channel, makes them no other words. */
const SAID: readonly (string | undefined)[] = [undefined, 'file_share', 'thread_broadcast']

async function wordsInteraction(event: MessageEvent, home: Home, directory: Directory): Promise<Interaction | undefined> {
  const { user, subtype, bot_id, channel, ts, thread_ts } = event
  if (!SAID.includes(subtype) || bot_id !== undefined || user === undefined || user === home.botUser) return undefined
  const [person, people] = await Promise.all([directory.person(home, user), peopleIn(event.text, home, directory)])
  return {
    // A mention comes twice, as message and as app_mention; both are the one message.
    deliveryId: `message:${home.team}:${channel}:${ts}`,
    platform: 'slack',
    who: person.who,
    where: {
      ...place(home, channel),
      ...(thread_ts === undefined ? {} : { thread: thread_ts, message: thread_ts }),
    },
    at: instantOf(ts),
    event: {
      kind: 'words',
      text: readWords(event.text, people, home.botUser).text,
      mentionsBot: mentionedIn(event.text).some(({ id }) => id === home.botUser),
    },
    answerBy: {},
  }
}

type MemberEvent = Extract<SlackEvent, { type: 'member_joined_channel' | 'member_left_channel' | 'channel_left' | 'group_left' }>

async function memberInteraction(event: MemberEvent, eventId: string, home: Home, directory: Directory): Promise<Interaction | undefined> {
  const hasJoined = event.type === 'member_joined_channel'
  const isUs = event.type === 'channel_left' || event.type === 'group_left' || event.user === home.botUser
  // Whoever brought the bot is the one to be greeted.
  const inviter = event.type === 'member_joined_channel' ? event.inviter : undefined
  const user = isUs ? (inviter ?? home.botUser) : event.user
  if (user === undefined) return undefined
  const person = await directory.person(home, user)
  if (person.account === 'bot' && !isUs) return undefined
  const kind = isUs ? 'bot' : 'person'
  const name = hasJoined ? await directory.conversationName(home, event.channel) : undefined
  return {
    deliveryId: `event:${eventId}`,
    platform: 'slack',
    who: person.who,
    where: place(home, event.channel, name),
    at: instantOf(event.event_ts),
    event: hasJoined ? { kind: 'joined', joined: kind } : { kind: 'left', left: kind },
    answerBy: {},
  }
}

/** @param ts Slack's seconds with a fraction; now where there is none */
function instantOf(ts: string | undefined): string {
  const seconds = Number(ts)
  return new Date(ts === undefined || !Number.isFinite(seconds) ? Date.now() : seconds * 1000).toISOString()
}
