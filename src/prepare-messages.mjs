/** Writes the catalogue's keys as types, so that a sentence that does not exist, or lacks a fact, fails in the compiler. */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const MESSAGE = /^([a-z][a-zA-Z0-9_-]*)\s*=/gm

/** The English catalogue names the keys; a test holds the other languages to the same ones. */
export function writeMessageKeys(root) {
  const folder = join(root, 'locales/en')
  const keys = readdirSync(folder)
    .filter((file) => file.endsWith('.ftl'))
    .flatMap((file) => [...readFileSync(join(folder, file), 'utf8').matchAll(MESSAGE)].map((match) => match[1]))
    .sort()
  const source = `// Made of locales/en by src/prepare-messages.mjs.\nexport type MessageKey =\n${keys.map((key) => `  | '${key}'`).join('\n')}\n`
  writeFileSync(join(root, 'src/chat/messages.generated.ts'), source)
}
