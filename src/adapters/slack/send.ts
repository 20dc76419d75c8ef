import { setTimeout as pause } from 'node:timers/promises'
import { webApi } from '@slack/bolt'
import { request } from 'undici'
import { z } from 'zod'
import { type SlackMessage, withoutBlocks } from './blocks.js'
import { isBlockRefusal, waitAsked } from './failure.js'
import { times } from './limits.js'

export const posted = z.object({ channel: z.string(), ts: z.string() })

/** Sends a message; where Slack refuses its blocks, the next simpler look, at last its words alone. */
export async function sendSimplerIfRefused<Sent>(
  looks: readonly SlackMessage[],
  send: (message: SlackMessage) => Promise<Sent>,
): Promise<Sent> {
  const [look, ...simpler] = looks
  if (look === undefined) throw new RangeError('Cannot send: no look of the message is given')
  try {
    return await send(look)
  } catch (error) {
    const next = simpler.length > 0 ? simpler : look.blocks.length > 0 ? [withoutBlocks(look)] : []
    if (next.length === 0 || !isBlockRefusal(error)) throw error
    return sendSimplerIfRefused(next, send)
  }
}

/** Repeats a call once when Slack asks to wait a little: it is certain then that it did nothing. */
export async function patiently<Result>(call: () => Promise<Result>): Promise<Result> {
  try {
    return await call()
  } catch (error) {
    const wait = waitAsked(error)
    if (wait === undefined || wait > times.longestWait) throw error
    await pause(wait)
    return call()
  }
}

/** An answer by response_url. @throws Error when the URL is used up or expired */
export async function respond(url: string, body: object): Promise<void> {
  // Every answer to a command goes this way: fetch takes twice as long over it as what it is made of.
  const response = await request(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
    headersTimeout: times.call,
    bodyTimeout: times.call,
  })
  if (response.statusCode >= 200 && response.statusCode < 300) return response.body.dump()
  const told = (await response.body.text()).slice(0, 200)
  if (/invalid_blocks|msg_blocks_too_long/.test(told)) throw new webApi.WebAPIPlatformError({ ok: false, error: 'invalid_blocks' })
  throw new Error(`response_url answered ${response.statusCode}`)
}
