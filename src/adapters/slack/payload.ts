/** What Slack sends, as far as we read it; everything else is left aside. */
import { z } from 'zod'

const id = z.string().min(1).max(255)
const named = z.object({ id, name: z.string().optional() })
const team = z.object({ id, domain: z.string().optional() }).nullish()

export const commandPayload = z.object({
  command: z.string().startsWith('/'),
  text: z.string().default(''),
  user_id: id,
  user_name: z.string().default(''),
  team_domain: z.string().optional(),
  channel_id: id,
  channel_name: z.string().optional(),
  response_url: z.url(),
  trigger_id: id,
})
export type CommandPayload = z.infer<typeof commandPayload>

const user = z.object({ id, name: z.string().optional(), username: z.string().optional() })

export const pressPayload = z.object({
  user,
  team,
  trigger_id: id,
  response_url: z.url().optional(),
  container: z
    .looseObject({ message_ts: z.string().optional(), is_ephemeral: z.boolean().optional(), thread_ts: z.string().optional() })
    .optional(),
  channel: named.optional(),
  message: z.looseObject({ ts: z.string(), thread_ts: z.string().optional() }).optional(),
  actions: z.tuple([z.looseObject({ type: z.literal('button'), action_id: z.string(), value: z.string() })], z.unknown()),
})
export type PressPayload = z.infer<typeof pressPayload>

const answer = z.looseObject({
  value: z.string().nullish(),
  selected_option: z.looseObject({ value: z.string() }).nullish(),
  selected_options: z.array(z.looseObject({ value: z.string() })).nullish(),
  selected_date: z.string().nullish(),
  files: z
    .array(
      z.looseObject({
        name: z.string().nullish(),
        size: z.number().default(0),
        url_private: z.string().optional(),
        url_private_download: z.string().optional(),
      }),
    )
    .nullish(),
})
const stateValues = z.record(z.string(), z.record(z.string(), answer))
export type StateValues = z.infer<typeof stateValues>

/** A block of a view, given back as it was sent. `type` is all that all have; the label is there for inputs. */
const block = z.looseObject({
  type: z.string(),
  block_id: z.string().optional(),
  label: z.looseObject({ text: z.string() }).optional(),
})

const plainText = z.object({ type: z.literal('plain_text'), text: z.string(), emoji: z.boolean().optional() })

export const submissionPayload = z.object({
  user,
  team,
  trigger_id: id.optional(),
  view: z.object({
    id,
    /** Of the stack of views it lies in: the lowest, and the one just below; itself and none while it lies alone. */
    root_view_id: id.nullish(),
    previous_view_id: id.nullish(),
    hash: z.string().default(''),
    callback_id: z.string(),
    private_metadata: z.string(),
    title: plainText,
    submit: plainText.nullish(),
    close: plainText.nullish(),
    blocks: z.array(block),
    state: z.object({ values: stateValues }),
  }),
})
export type SubmissionPayload = z.infer<typeof submissionPayload>

const channelEvent = z.object({ channel: id, user: id.optional(), event_ts: z.string().optional() })

const message = z.object({
  channel: id,
  channel_type: z.string().optional(),
  user: id.optional(),
  text: z.string().default(''),
  ts: z.string(),
  thread_ts: z.string().optional(),
  subtype: z.string().optional(),
  bot_id: z.string().optional(),
  app_id: z.string().optional(),
})

/** The events that become interactions. */
const slackEvent = z.discriminatedUnion('type', [
  message.extend({ type: z.literal('message') }),
  message.extend({ type: z.literal('app_mention') }),
  channelEvent.extend({ type: z.literal('member_joined_channel'), inviter: id.optional() }),
  channelEvent.extend({ type: z.literal('member_left_channel') }),
  channelEvent.extend({ type: z.literal('channel_left') }),
  channelEvent.extend({ type: z.literal('group_left') }),
  z.object({
    type: z.literal('app_home_opened'),
    user: id,
    channel: id.optional(),
    tab: z.string().default('home'),
    event_ts: z.string().optional(),
  }),
])
export type SlackEvent = z.infer<typeof slackEvent>
export type MessageEvent = Extract<SlackEvent, { type: 'message' | 'app_mention' }>

export const eventEnvelope = z.object({ event_id: id, event_time: z.number().optional(), event: slackEvent })
