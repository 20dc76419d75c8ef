import type { Api } from 'grammy'
import type { FieldError, FormValues, SentFile } from '../../chat/model.js'
import { text } from '../../chat/text.js'
import { readBody } from '../read-body.js'
import type { Dialogue, SentDocument } from './dialogue-state.js'
import { limits } from './limits.js'

/** Brings what people sent from Telegram's servers here. */
export interface Documents {
  /**
   * A dialogue's values as the house takes them, its documents fetched.
   *
   * @returns the fields whose document could not be had
   */
  valuesOf(dialogue: Dialogue): Promise<{ values: FormValues; errors: readonly FieldError[] }>
}

/** @param apiRoot without a final slash */
export function documents(api: Api, token: string, apiRoot = 'https://api.telegram.org'): Documents {
  /** Nothing of a failure is told or logged: the address holds the token. */
  async function fetched({ fileId, name }: SentDocument, maxBytes: number): Promise<SentFile | 'lost' | 'too-large'> {
    try {
      const { file_path: path } = await api.getFile(fileId)
      if (path === undefined) return 'lost'
      const response = await fetch(`${apiRoot}/file/bot${token}/${path}`, { signal: AbortSignal.timeout(limits.callTimeoutSeconds * 1000) })
      if (!response.ok || response.body === null) return 'lost'
      const bytes = await readBody(response.body, maxBytes)
      return bytes === undefined ? 'too-large' : { name, base64: bytes.toString('base64') }
    } catch {
      return 'lost'
    }
  }

  return {
    async valuesOf({ form, values }) {
      const found: Record<string, FormValues[string]> = {}
      const errors: FieldError[] = []
      for (const [name, value] of Object.entries(values)) {
        const field = form.fields.find((each) => each.name === name)
        if (typeof value !== 'object' || Array.isArray(value)) {
          if (field?.kind !== 'file') found[name] = value
          continue
        }
        const maxBytes = field?.maxBytes ?? 0
        const file = await fetched(value, maxBytes)
        if (typeof file === 'object') found[name] = file
        else
          errors.push({
            field: name,
            text: file === 'lost' ? text('input-file-lost') : text('input-file-too-large', { maximum: maxBytes / 1_000_000 }),
          })
      }
      return { values: found, errors }
    },
  }
}
