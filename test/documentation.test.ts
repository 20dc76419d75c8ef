import { existsSync, readFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'

const root = fileURLToPath(new URL('..', import.meta.url))
const READMES = ['README.md', 'docs/README.zh-CN.md']
const EACH_THEIR_OWN = /pictures\/|README/

describe('the README in both languages', () => {
  test('gives the same commands to type in a shell', () => {
    const [english, chinese] = READMES.map(shellCommands)
    expect(english?.length).toBeGreaterThan(8)
    expect(chinese).toEqual(english)
  })

  test('has the same sections, steps and settings', () => {
    const [english, chinese] = READMES.map((file) => ({
      headings: (text(file).match(/^#+ /gm) ?? []).map((mark) => mark.trim()),
      steps: text(file).match(/^\d+\. /gm),
      settings: [...new Set(text(file).match(/\b(?:SLACK|TELEGRAM|PACESETTER|DATABASE)_[A-Z_]+/g))].filter(
        (name) => name !== 'PACESETTER_LANGUAGE',
      ),
      commands: [...new Set(text(file).match(/\/(?:team|deal|target|checkin|log|leave|leaderboard|review|case|help|slack)\b/g))].sort(),
    }))
    expect(chinese).toEqual(english)
  })

  test('leads to the same pages, all of them there', () => {
    const [english, chinese] = READMES.map((file) => linkedFiles(file).filter((path) => !EACH_THEIR_OWN.test(path)))
    expect(chinese).toEqual(english)
    for (const path of READMES.flatMap(linkedFiles)) expect(existsSync(join(root, path)), path).toBe(true)
  })
})

const text = (file: string) => readFileSync(join(root, file), 'utf8')

/** Without remarks, and without the language that the demo is asked for. */
function shellCommands(file: string): string[] {
  return [...text(file).matchAll(/^ *```sh\n([\s\S]*?)```/gm)]
    .flatMap(([, block]) => (block ?? '').split('\n'))
    .map((line) => line.replace(/ # .*/, '').replace('PACESETTER_LANGUAGE=zh-CN ', '').trim())
    .filter((line) => line !== '')
}

/** The files of the repository that a page links to, from its root, in the order of the page. */
function linkedFiles(file: string): string[] {
  return [...text(file).matchAll(/\]\((?!https?:)([^)#]+)\)/g)].map(([, to]) => relative(root, join(root, dirname(file), to ?? '')))
}
