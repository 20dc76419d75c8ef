import type { ChosenFile } from '../harness.js'
import { type Json, records, words } from './json.js'
import type { FakeMessage, Workspace } from './workspace.js'

export interface Uploads {
  /** files.getUploadURLExternal */
  announce(params: Json): Json
  /** A POST to an upload URL. @returns the HTTP status and text */
  receive(id: string, bytes: Buffer, contentType: string): { status: number; text: string }
  /** files.completeUploadExternal */
  complete(params: Json): Json
}

interface Announced {
  readonly name: string
  readonly length: number
  bytes?: Buffer
  isComplete: boolean
}

/** A conversation's id, as files.completeUploadExternal wants it: a person's is refused. */
const CONVERSATION = /^[CGDZ][A-Z0-9]{8,}$/

/** Slack looks a file through before it shows it: the message comes after the answer. */
const SHARED_AFTER_MS = 40

/** Slack's three steps of sharing a file: its name and length, its bytes once, and where it goes, once. */
export function uploads(
  space: Workspace,
  urlOf: (id: string) => string,
  store: (message: Omit<FakeMessage, 'ts' | 'edits'>) => FakeMessage,
): Uploads {
  const announced = new Map<string, Announced>()
  const refuse = (error: string, violation: string): Json => {
    space.violations.push(violation)
    return { ok: false, error }
  }

  function share(channel: string, text: string, files: readonly ChosenFile[], ids: readonly string[]): void {
    const shown = files.map(({ name, bytes }, index) => ({
      id: ids[index] ?? '',
      name,
      title: name,
      size: bytes.length,
      user: space.bot.user,
    }))
    setTimeout(() => store({ channel, user: space.bot.user, text, blocks: [], files: shown }), SHARED_AFTER_MS)
  }

  return {
    announce(params) {
      const name = words(params.filename)
      const length = Number(params.length)
      if (name === '') return refuse('missing_argument', 'files.getUploadURLExternal: no filename')
      if (!Number.isInteger(length) || length <= 0)
        return refuse('missing_argument', `files.getUploadURLExternal: length ${String(params.length)}`)
      const id = space.newId('F')
      announced.set(id, { name, length, isComplete: false })
      return { ok: true, upload_url: urlOf(id), file_id: id }
    },
    receive(id, bytes, contentType) {
      const file = announced.get(id)
      const wrong =
        file === undefined
          ? 'an upload to an address that was never given'
          : file.bytes !== undefined
            ? `${file.name} was uploaded twice to one address`
            : contentType.startsWith('multipart/')
              ? 'an upload in parts, which this fake does not read'
              : bytes.length === file.length
                ? undefined
                : `${bytes.length} bytes of ${file.name} were uploaded, ${file.length} announced`
      if (file === undefined || wrong !== undefined) {
        space.violations.push(wrong ?? '')
        return { status: 400, text: 'bad upload' }
      }
      file.bytes = bytes
      return { status: 200, text: `OK - ${bytes.length}` }
    },
    complete(params) {
      const wanted = records(params.files)
      const channel = words(params.channel_id)
      if (wanted.length === 0) return refuse('invalid_arguments', 'files.completeUploadExternal: no files')
      if (!CONVERSATION.test(channel)) return refuse('invalid_arguments', `files.completeUploadExternal: channel_id "${channel}"`)
      const ids = wanted.map(({ id }) => words(id))
      const known = ids.map((id) => announced.get(id))
      if (known.some((file) => file?.bytes === undefined)) return refuse('file_not_found', 'files.completeUploadExternal before the upload')
      if (known.some((file) => file?.isComplete))
        return refuse('file_not_found', 'files.completeUploadExternal was called twice for a file')
      if (space.channels.get(channel)?.members.has(space.bot.user) !== true) return { ok: false, error: 'channel_not_found' }
      const files = known.flatMap((file) => (file?.bytes === undefined ? [] : [{ name: file.name, bytes: file.bytes }]))
      for (const file of known) if (file !== undefined) file.isComplete = true
      for (const [index, file] of files.entries()) space.files.set(ids[index] ?? '', file)
      share(channel, words(params.initial_comment), files, ids)
      return { ok: true, files: wanted.map(({ id, title }) => ({ id, title, shares: {} })) }
    },
  }
}
