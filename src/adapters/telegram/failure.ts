import { GrammyError, HttpError } from 'grammy'
import { DeliveryError } from '../../chat/model.js'

/** What a call to Telegram came to nothing by, with nothing secret in it: neither the token (it stands in the URL) nor people's words. */
export interface Failure {
  readonly method: string
  /** Telegram's error code; absent when no answer came. */
  readonly code?: number
  readonly description: string
  readonly retryAfterSeconds?: number
  readonly movedTo?: string
  /** The request certainly never left. */
  readonly neverLeft: boolean
}

/** @returns undefined for what is no failure of a call but a bug */
export function failureOf(error: unknown): Failure | undefined {
  if (error instanceof GrammyError) {
    const { retry_after, migrate_to_chat_id } = error.parameters
    return {
      method: error.method,
      code: error.error_code,
      description: error.description,
      neverLeft: false,
      ...(retry_after === undefined ? {} : { retryAfterSeconds: retry_after }),
      ...(migrate_to_chat_id === undefined ? {} : { movedTo: String(migrate_to_chat_id) }),
    }
  }
  if (error instanceof HttpError) {
    const code = codeOf(error.error)
    return {
      method: METHOD.exec(error.message)?.[1] ?? 'unknown',
      description: code ?? 'no answer',
      neverLeft: neverLeft(error.error, code),
    }
  }
  return undefined
}

/** For logs: the failure of a call without secrets, or the bug as it is. */
export function loggable(error: unknown): Record<string, unknown> {
  const failure = failureOf(error)
  return failure === undefined ? { err: error } : { telegram: failure }
}

/**
 * A failed call in the terms of the outbox.
 *
 * @param isFlooding whether the bot as a whole is sending near its limit: Telegram's 429 does not tell that limit from a chat's
 */
export function toDeliveryError(error: unknown, isFlooding: boolean): unknown {
  const failure = failureOf(error)
  if (failure === undefined) return error
  return new DeliveryError(outcomeOf(failure, isFlooding), {
    cause: new Error(`${failure.method}: ${failure.code ?? ''} ${failure.description}`),
  })
}

function outcomeOf(failure: Failure, isFlooding: boolean): DeliveryError['outcome'] {
  const { code, description, movedTo, retryAfterSeconds } = failure
  if (code === undefined) return failure.neverLeft ? { kind: 'not-sent', scope: 'platform' } : { kind: 'uncertain' }
  if (movedTo !== undefined) return { kind: 'moved', toConversation: movedTo }
  if (code === 429) {
    const after = retryAfterSeconds === undefined ? {} : { retryAfterMs: retryAfterSeconds * 1000 }
    return { kind: 'not-sent', scope: isFlooding ? 'platform' : 'lane', ...after }
  }
  if (code >= 500) return { kind: 'uncertain' }
  // A wrong or revoked token: nothing was sent, and everything goes once the administrator has set the new one.
  if (code === 401 || code === 404) return { kind: 'not-sent', scope: 'platform', retryAfterMs: 60_000 }
  return { kind: 'refused', reason: description, isClosed: code === 403 || description.includes('chat not found') }
}

/** The edit asks for what is there already. */
export function isNotModified(error: unknown): boolean {
  const failure = failureOf(error)
  return failure?.code === 400 && failure.description.includes('message is not modified')
}

/** Telegram will not do it in this place: another one may do. */
export function isRefused(error: unknown): boolean {
  const code = failureOf(error)?.code
  return code === 400 || code === 403
}

/** Whatever was asked for has not been done: Telegram says so, or the request never left. */
export function hasCertainlyFailed(error: unknown): boolean {
  const failure = failureOf(error)
  return failure !== undefined && (failure.neverLeft || (failure.code !== undefined && failure.code < 500))
}

function codeOf(error: unknown): string | undefined {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : undefined
}

function neverLeft(error: unknown, code: string | undefined): boolean {
  return (code !== undefined && NEVER_LEFT.test(code)) || (error instanceof Error && /reason: (connect|getaddrinfo) /.test(error.message))
}

const METHOD = /Network request for '(\w+)' failed/
const NEVER_LEFT = /^(ECONNREFUSED|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|ENETUNREACH|DEPTH_ZERO_|SELF_SIGNED_|UNABLE_TO_|CERT_|ERR_TLS_)/
