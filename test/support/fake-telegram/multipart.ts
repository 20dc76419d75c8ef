/** A file in a form. */
export class FilePart {
  constructor(
    readonly name: string,
    readonly bytes: Buffer,
  ) {}
}

/** Reads multipart/form-data as Telegram does, whose clients quote neither names nor files: words by name, objects out of their JSON, files as parts. */
export function readMultipart(body: Buffer, contentType: string): Record<string, unknown> {
  const boundary = /boundary=(.+)$/.exec(contentType)?.[1] ?? ''
  const parts: Record<string, unknown> = {}
  const mark = Buffer.from(`--${boundary}`)
  for (let from = body.indexOf(mark); from >= 0; ) {
    const next = body.indexOf(mark, from + mark.length)
    if (next < 0) break
    // Between a boundary's line break and the one before the next boundary.
    const part = body.subarray(from + mark.length + 2, next - 2)
    const gap = part.indexOf('\r\n\r\n')
    const head = part.subarray(0, gap).toString('utf8')
    const content = part.subarray(gap + 4)
    const name = parameter(head, 'name') ?? ''
    const file = parameter(head, 'filename')
    parts[name] = file === undefined ? readValue(name, content.toString('utf8')) : new FilePart(file, Buffer.from(content))
    from = next
  }
  return parts
}

function parameter(head: string, name: string): string | undefined {
  const value = new RegExp(`;\\s*${name}=("[^"]*"|[^;\\r\\n]*)`, 'i').exec(head)?.[1]
  return value?.replaceAll('"', '')
}

function readValue(name: string, words: string): unknown {
  return OBJECTS.has(name) ? JSON.parse(words) : words
}

const OBJECTS: ReadonlySet<string> = new Set(['reply_markup', 'reply_parameters', 'ephemeral_message_parameters'])
