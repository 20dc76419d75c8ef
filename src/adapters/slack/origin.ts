import { z } from 'zod'
import { limits } from './limits.js'

/** Where a form was asked for; kept in the view's private_metadata, which only this app can read. */
const origin = z.object({
  conversation: z.string(),
  conversationName: z.string().optional(),
  thread: z.string().optional(),
  message: z.string().optional(),
  /** A response_url is good for 30 minutes and five answers. */
  responseUrl: z.string().optional(),
  /** The message that carried the button was seen by one person only. */
  ephemeral: z.boolean().optional(),
  form: z.string(),
  context: z.string(),
})

export type PackedOrigin = z.infer<typeof origin>
export type Origin = Omit<PackedOrigin, 'form' | 'context'>

/** @throws RangeError when the form's context is longer than the contract allows: a bug */
export function packOrigin(packed: PackedOrigin): string {
  const whole = JSON.stringify(packed)
  if (whole.length <= limits.privateMetadata) return whole
  const { conversation, thread, message, form, context } = packed
  const least = JSON.stringify({ conversation, thread, message, form, context })
  if (least.length > limits.privateMetadata)
    throw new RangeError(`Cannot open form "${form}": its context has ${context.length} characters`)
  return least
}

/** @returns undefined when it is none of ours */
export function unpackOrigin(privateMetadata: string): PackedOrigin | undefined {
  try {
    return origin.safeParse(JSON.parse(privateMetadata)).data
  } catch {
    return undefined
  }
}
