import { SaxesParser } from 'saxes'
import { ZipRefusal } from './zip-parts.js'

/** Names come without their prefix: some programs write `x:row` for `row`. */
export interface XmlListener {
  open?(name: string, attributes: Readonly<Record<string, string>>): void
  text?(words: string): void
  close?(name: string): void
}

/** Reads a part of an archive as XML, piece by piece. Entities of the document's own are not expanded. @throws ZipRefusal when it is no XML */
export async function readXml(chunks: AsyncIterable<Uint8Array>, { open, text, close }: XmlListener): Promise<void> {
  const parser = new SaxesParser()
  parser.on('error', (error) => {
    throw new ZipRefusal('broken', { cause: error })
  })
  if (open !== undefined) parser.on('opentag', ({ name, attributes }) => open(local(name), attributes))
  if (text !== undefined) {
    parser.on('text', text)
    parser.on('cdata', text)
  }
  if (close !== undefined) parser.on('closetag', ({ name }) => close(local(name)))
  const decoder = new TextDecoder()
  for await (const chunk of chunks) parser.write(decoder.decode(chunk, { stream: true }))
  parser.write(decoder.decode()).close()
}

function local(name: string): string {
  return name.slice(name.indexOf(':') + 1)
}
