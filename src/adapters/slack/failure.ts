import { webApi } from '@slack/bolt'
import { DeliveryError, type Outgoing } from '../../chat/model.js'

/** The call cannot have reached Slack: no connection came about. */
const neverConnected = new Set(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH', 'ENETUNREACH', 'UND_ERR_CONNECT_TIMEOUT'])

/** Slack's own troubles: the call may have counted. */
const uncertainCodes = new Set(['internal_error', 'fatal_error', 'service_unavailable', 'request_timeout', 'team_added_to_org'])

const rateCodes = new Set(['ratelimited', 'rate_limited', 'message_limit_exceeded'])

/** Refusals of how a message looks, which the same message without its blocks does not meet. */
const blockCodes = new Set(['invalid_blocks', 'invalid_blocks_format', 'msg_blocks_too_long', 'block_mismatch', 'invalid_attachments'])

/** The token has ended and could not be renewed this time, or another replica has just renewed it. */
const TOKEN_ENDED = 'token_expired'

/** The bot was removed from the channel, or the channel is gone. */
const closedCodes = new Set(['not_in_channel', 'channel_not_found', 'is_archived'])

/** Slack's code when it has refused a call, e.g. `channel_not_found`. */
export function refusal(error: unknown): string | undefined {
  if (!(error instanceof webApi.WebAPIPlatformError)) return undefined
  const code = error.data.error
  // A body that was no JSON stands in the place of a code.
  return /^[a-z0-9_]+$/.test(code) ? code : undefined
}

export function isBlockRefusal(error: unknown): boolean {
  return blockCodes.has(refusal(error) ?? '')
}

/** How long Slack asks to wait, in milliseconds, when it has refused a call for coming too soon. */
export function waitAsked(error: unknown): number | undefined {
  if (error instanceof webApi.WebAPIRateLimitedError) return error.retryAfter * 1000
  if (rateCodes.has(refusal(error) ?? '')) return 1000
  // A 429 without Retry-After comes as a plain error.
  if (error instanceof Error && error.message.startsWith('Retry header did not contain')) return 1000
  return undefined
}

/**
 * A failed call in the outbox's terms. What is no failure of the outside is given back as it is: a bug.
 *
 * @param to what was written to; somebody's direct chat is never closed in the sense that they could open it
 */
export function toDeliveryError(error: unknown, to?: Outgoing['to']): unknown {
  if (error instanceof DeliveryError) return error
  const cause = { cause: error }
  const retryAfterMs = waitAsked(error)
  if (retryAfterMs !== undefined) return new DeliveryError({ kind: 'not-sent', retryAfterMs, scope: 'lane' }, cause)
  const code = refusal(error)
  if (code === TOKEN_ENDED) return new DeliveryError({ kind: 'not-sent', scope: 'lane' }, cause)
  if (code !== undefined && !uncertainCodes.has(code)) {
    return new DeliveryError(
      { kind: 'refused', reason: code, ...(to?.kind === 'conversation' && closedCodes.has(code) ? { isClosed: true } : {}) },
      cause,
    )
  }
  if (error instanceof webApi.WebAPIRequestError && neverConnected.has(networkCode(error.original))) {
    return new DeliveryError({ kind: 'not-sent', scope: 'platform' }, cause)
  }
  if (error instanceof webApi.SlackError) return new DeliveryError({ kind: 'uncertain' }, cause)
  return error
}

function networkCode(error: unknown): string {
  // fetch says only "fetch failed"; the system's code is on its cause.
  for (let at = error; at instanceof Error; at = at.cause) {
    if ('code' in at && typeof at.code === 'string') return at.code
  }
  return ''
}
