import { z } from 'zod'

/** Of Telegram's updates what the bot reads; everything else is dropped at this edge. */
const user = z.object({
  id: z.number().int(),
  is_bot: z.boolean(),
  first_name: z.string(),
  last_name: z.string().optional(),
  username: z.string().optional(),
  language_code: z.string().optional(),
})

const chat = z.object({
  id: z.number().int(),
  type: z.enum(['private', 'group', 'supergroup', 'channel']),
  title: z.string().optional(),
})

const entity = z.object({ type: z.string(), offset: z.number().int(), length: z.number().int(), user: user.optional() })

const inlineButton = z.object({
  text: z.string(),
  callback_data: z.string().optional(),
  // A style of a later Telegram is no reason to drop the press.
  style: z.enum(['primary', 'danger']).optional().catch(undefined),
})

const message = z.object({
  message_id: z.number().int(),
  ephemeral_message_id: z.number().int().optional(),
  message_thread_id: z.number().int().optional(),
  is_topic_message: z.boolean().optional(),
  /** Seconds; 0 for a message that is no longer accessible. */
  date: z.number().int(),
  from: user.optional(),
  /** Set when somebody writes as a group or channel and not under their own name. */
  sender_chat: z.object({ id: z.number().int() }).optional(),
  chat,
  text: z.string().optional(),
  entities: z.array(entity).optional(),
  caption: z.string().optional(),
  caption_entities: z.array(entity).optional(),
  document: z.object({ file_id: z.string(), file_name: z.string().optional(), file_size: z.number().int().optional() }).optional(),
  /** What is said without words. */
  photo: z.unknown().optional(),
  voice: z.unknown().optional(),
  video_note: z.unknown().optional(),
  reply_to_message: z.object({ message_id: z.number().int() }).optional(),
  new_chat_members: z.array(user).optional(),
  left_chat_member: user.optional(),
  migrate_to_chat_id: z.number().int().optional(),
  migrate_from_chat_id: z.number().int().optional(),
  reply_markup: z.object({ inline_keyboard: z.array(z.array(inlineButton)) }).optional(),
})

const callbackQuery = z.object({ id: z.string(), from: user, message: message.optional(), data: z.string().optional() })

const memberChange = z.object({
  chat,
  from: user,
  date: z.number().int(),
  old_chat_member: z.object({ status: z.string(), is_member: z.boolean().optional(), user }),
  new_chat_member: z.object({ status: z.string(), is_member: z.boolean().optional(), user }),
})

export const updateSchema = z.object({
  update_id: z.number().int(),
  message: message.optional(),
  callback_query: callbackQuery.optional(),
  my_chat_member: memberChange.optional(),
  chat_member: memberChange.optional(),
})

export type TelegramUpdate = z.infer<typeof updateSchema>
export type TelegramUser = z.infer<typeof user>
export type TelegramChat = z.infer<typeof chat>
export type TelegramMessage = z.infer<typeof message>
export type TelegramEntity = z.infer<typeof entity>
export type TelegramMemberChange = z.infer<typeof memberChange>
export type TelegramButton = z.infer<typeof inlineButton>

/** Just enough of an update to know it again, for those that cannot be read. */
export const updateIdSchema = z.object({ update_id: z.number().int() })
