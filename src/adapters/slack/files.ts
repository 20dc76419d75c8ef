import type { FieldError, SentFile } from '../../chat/model.js'
import { text } from '../../chat/text.js'
import { readBody } from '../read-body.js'
import { fieldOf } from './block-id.js'
import type { Home } from './clients.js'
import { times } from './limits.js'
import type { StateValues } from './payload.js'

/** What was uploaded in a form: the files by field, and the fields whose file could not be had. */
export interface Uploads {
  readonly files: Readonly<Record<string, SentFile>>
  readonly errors: readonly FieldError[]
}

/** Downloads the files of a submission with the bot's token, in the time that Slack gives for its acknowledgement. */
export async function uploadsOf(form: string, values: StateValues, home: Home): Promise<Uploads> {
  const deadline = AbortSignal.timeout(times.download)
  const files: Record<string, SentFile> = {}
  const errors: FieldError[] = []
  for (const { field, maxBytes, upload } of uploadsIn(form, values)) {
    const file = upload.size > maxBytes ? 'too-large' : await downloaded(upload, maxBytes, home, deadline)
    if (typeof file === 'object') files[field] = file
    else errors.push({ field, text: file === 'lost' ? text('input-file-lost') : tooLarge(maxBytes) })
  }
  return { files, errors }
}

type Upload = NonNullable<StateValues[string][string]['files']>[number]

function uploadsIn(form: string, values: StateValues): { field: string; maxBytes: number; upload: Upload }[] {
  return Object.entries(values).flatMap(([blockId, elements]) => {
    const field = fieldOf(form, blockId)
    if (field === undefined) return []
    return Object.entries(elements).flatMap(([actionId, { files }]) => {
      const maxBytes = /^file:(\d+)$/.exec(actionId)?.[1]
      const upload = files?.[0]
      return maxBytes === undefined || upload === undefined ? [] : [{ field, maxBytes: Number(maxBytes), upload }]
    })
  })
}

/** Nothing of a failure is told: neither the file's address nor its content belongs in a log. */
async function downloaded(upload: Upload, maxBytes: number, home: Home, deadline: AbortSignal): Promise<SentFile | 'lost' | 'too-large'> {
  const url = upload.url_private_download ?? upload.url_private
  if (url === undefined || !isSlacks(url, home)) return 'lost'
  try {
    const response = await fetch(url, { headers: { authorization: `Bearer ${home.botToken}` }, signal: deadline })
    // To an app that may not read files Slack shows its sign-in page.
    if (!response.ok || response.body === null || response.headers.get('content-type')?.startsWith('text/html') === true) return 'lost'
    const bytes = await readBody(response.body, maxBytes)
    return bytes === undefined ? 'too-large' : { name: upload.name ?? '', base64: bytes.toString('base64') }
  } catch {
    return 'lost'
  }
}

/** The token goes to Slack alone, or to what stands in for it. */
function isSlacks(url: string, { client }: Home): boolean {
  if (!URL.canParse(url)) return false
  const { protocol, host, hostname } = new URL(url)
  return host === new URL(client.slackApiUrl).host || (protocol === 'https:' && /(?:^|\.)slack(?:-gov)?\.com$/.test(hostname))
}

function tooLarge(maxBytes: number) {
  return text('input-file-too-large', { maximum: maxBytes / 1_000_000 })
}
