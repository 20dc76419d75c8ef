import { readdirSync, readFileSync } from 'node:fs'
import { type Entry, type Message, parse, Visitor } from '@fluent/syntax'
import { expect, test } from 'vitest'

const root = new URL('../..', import.meta.url).pathname

/** Every message of a language, with the facts it asks for. */
function catalogue(language: string): Map<string, string[]> {
  const messages = new Map<string, string[]>()
  for (const file of readdirSync(`${root}/locales/${language}`)) {
    const { body } = parse(readFileSync(`${root}/locales/${language}/${file}`, 'utf8'), {})
    for (const entry of body) {
      expect(entry.type, `${language}/${file}: ${entry.type === 'Junk' ? entry.content : ''}`).not.toBe('Junk')
      if (!isMessage(entry)) continue
      expect(messages.has(entry.id.name), `${entry.id.name} stands twice in ${language}`).toBe(false)
      messages.set(entry.id.name, factsOf(entry))
    }
  }
  return messages
}

function isMessage(entry: Entry): entry is Message {
  return entry.type === 'Message'
}

function factsOf(message: Message): string[] {
  const names = new Set<string>()
  class Facts extends Visitor {
    override visitVariableReference(node: { id: { name: string } }): void {
      names.add(node.id.name)
    }
  }
  new Facts().visit(message)
  return [...names].sort()
}

function sources(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.ts') && !entry.parentPath.includes('generated'))
    .map((entry) => readFileSync(`${entry.parentPath}/${entry.name}`, 'utf8'))
}

test('both languages have the same messages, which ask for no fact that the other does not know', () => {
  const [english, chinese] = [catalogue('en'), catalogue('zh-CN')]
  expect([...chinese.keys()].sort()).toEqual([...english.keys()].sort())
  for (const [key, facts] of chinese)
    for (const fact of facts) expect(english.get(key), `${key} in zh-CN asks for { $${fact} }`).toContain(fact)
})

test('every error that is thrown has its sentence', () => {
  const english = catalogue('en')
  const thrown = sources(`${root}/src`).flatMap((source) =>
    [...source.matchAll(/new UserError\(\s*(?:[^,)]*\?\s*)?'([a-z-]+)'(?:\s*:\s*'([a-z-]+)')?/g)].flatMap((match) => [match[1], match[2]]),
  )
  const keys = [...new Set(thrown.filter((key) => key !== undefined))]
  expect(keys.length).toBeGreaterThan(10)
  expect(keys.filter((key) => !english.has(`error-${key}`))).toEqual([])
})

test('every message is said somewhere', () => {
  const code = sources(`${root}/src`).join('\n')
  const unsaid = [...catalogue('en').keys()].filter((key) => {
    if (code.includes(`'${key}'`)) return false
    if (key.startsWith('error-')) return !code.includes(`'${key.slice('error-'.length)}'`)
    // Keys made of a word: role-${role}, metric-${metric}.
    return !key.split('-').some((_, index, parts) => index > 0 && code.includes(`\`${parts.slice(0, index).join('-')}-\${`))
  })
  expect(unsaid).toEqual([])
})
