import { type Entry, fromBufferPromise, type ZipFile } from 'yauzl'

/** What an archive that comes from outside may ask of this machine. */
export interface ZipLimits {
  readonly entries: number
  /** Of all that is read from it, inflated. */
  readonly bytes: number
}

/** The parts of an archive, read one at a time and never held as a whole. */
export interface ZipParts {
  has(name: string): boolean
  /** @throws ZipRefusal from the iteration too */
  chunks(name: string): AsyncIterable<Uint8Array>
}

/** Why an archive is not read: it is damaged, or it would grow beyond the limits. */
export class ZipRefusal extends Error {
  override readonly name = 'ZipRefusal'
  constructor(
    readonly reason: 'broken' | 'too-large',
    options?: ErrorOptions,
  ) {
    super(`Archive: ${reason}`, options)
  }
}

/** Opens an archive. @throws ZipRefusal */
export async function openZip(bytes: Uint8Array, limits: ZipLimits): Promise<ZipParts> {
  const { zip, entries } = await directoryOf(bytes, limits)
  let bytesLeft = limits.bytes
  return {
    has: (name) => entries.has(name),
    async *chunks(name) {
      const entry = entries.get(name)
      if (entry === undefined) throw new ZipRefusal('broken')
      // What it says it grows to is refused before it grows; that it does not say less than the truth, yauzl sees to as it inflates.
      bytesLeft -= entry.uncompressedSize
      if (bytesLeft < 0) throw new ZipRefusal('too-large')
      try {
        for await (const chunk of await zip.openReadStreamPromise(entry)) if (chunk instanceof Uint8Array) yield chunk
      } catch (error) {
        throw new ZipRefusal('broken', { cause: error })
      }
    },
  }
}

async function directoryOf(bytes: Uint8Array, limits: ZipLimits): Promise<{ zip: ZipFile; entries: ReadonlyMap<string, Entry> }> {
  try {
    const zip = await fromBufferPromise(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength))
    if (zip.entryCount > limits.entries) throw new ZipRefusal('too-large')
    const entries = new Map<string, Entry>()
    for await (const entry of zip.eachEntry()) entries.set(entry.fileName, entry)
    return { zip, entries }
  } catch (error) {
    if (error instanceof ZipRefusal) throw error
    throw new ZipRefusal('broken', { cause: error })
  }
}
