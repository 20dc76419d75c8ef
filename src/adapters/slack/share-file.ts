import { request } from 'undici'
import { z } from 'zod'
import { DeliveryError, type Outgoing, type SentFile } from '../../chat/model.js'
import { plainCard } from '../../chat/plain.js'
import { type Text, text } from '../../chat/text.js'
import type { Home } from './clients.js'
import { cut, escaped } from './escape.js'
import { refusal, toDeliveryError } from './failure.js'
import { limits, times } from './limits.js'

/** What came of handing a file to Slack. */
export type Shared =
  | { readonly kind: 'shared'; readonly fileId: string }
  /** Slack does not take it, for a reason that the person is told. */
  | { readonly kind: 'refused'; readonly why: Text; readonly code: string }

const place = z.object({ upload_url: z.url(), file_id: z.string() })

/**
 * Uploads a file and shares it in a conversation, in Slack's three steps. Until the last one nobody sees anything, so that whatever goes wrong
 * before it has certainly not arrived.
 *
 * @param channel a conversation's id: a person's is not taken here
 * @throws DeliveryError
 */
export async function shareFile(home: Home, channel: string, { card, say }: Outgoing, { name, base64 }: SentFile): Promise<Shared> {
  const bytes = Buffer.from(base64, 'base64')
  try {
    const { upload_url, file_id } = await unseen(async () =>
      place.parse(await home.client.files.getUploadURLExternal({ filename: name, length: bytes.length })),
    )
    await unseen(() => upload(upload_url, bytes))
    await home.client.files.completeUploadExternal({
      files: [{ id: file_id, title: name }],
      channel_id: channel,
      initial_comment: escaped(cut(plainCard(card, say), limits.fileComment)),
    })
    return { kind: 'shared', fileId: file_id }
  } catch (error) {
    const code = refusal(error)
    const failed = toDeliveryError(error)
    if (!(failed instanceof DeliveryError) || failed.outcome.kind !== 'refused') throw failed
    return { kind: 'refused', code: code ?? failed.outcome.reason, why: whyOf(code ?? failed.outcome.reason) }
  }
}

/** A step that shows nothing to anybody: failing without an answer, it has not arrived either. */
async function unseen<Result>(step: () => Promise<Result>): Promise<Result> {
  try {
    return await step()
  } catch (error) {
    const failed = toDeliveryError(error)
    if (!(failed instanceof DeliveryError) || failed.outcome.kind !== 'uncertain') throw error
    throw new DeliveryError({ kind: 'not-sent', scope: 'lane' }, { cause: error })
  }
}

/** The address takes one upload, of exactly the announced length; it is a secret of its own and needs no token. */
async function upload(url: string, bytes: Buffer): Promise<void> {
  const response = await request(url, {
    method: 'POST',
    headers: { 'content-type': 'application/octet-stream' },
    body: bytes,
    headersTimeout: times.call,
    bodyTimeout: times.call,
  }).catch((error: unknown) => {
    throw new DeliveryError({ kind: 'not-sent', scope: 'lane' }, { cause: error })
  })
  await response.body.dump()
  const { statusCode, headers } = response
  if (statusCode === 200) return
  const seconds = Number(headers['retry-after'])
  const later = statusCode === 429 && seconds > 0 ? { retryAfterMs: seconds * 1000 } : {}
  if (statusCode === 429 || statusCode >= 500) throw new DeliveryError({ kind: 'not-sent', scope: 'lane', ...later })
  throw new DeliveryError({ kind: 'refused', reason: `upload ${statusCode}` })
}

function whyOf(code: string): Text {
  switch (code) {
    case 'missing_scope':
      return text('slack-file-scope')
    case 'file_uploads_disabled':
    case 'file_uploads_except_images_disabled':
    case 'file_type_not_allowed':
    case 'file_upload_size_restricted':
      return text('slack-file-forbidden')
    default:
      return text('slack-file-refused', { code })
  }
}
