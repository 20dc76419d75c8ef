import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { run } from '../../src/cli.js'

const root = fileURLToPath(new URL('../..', import.meta.url))

interface Outcome {
  readonly status: number | null
  readonly stdout: string
  readonly stderr: string
}

/** `npx pacesetter …` as an operator runs it, on the data in a directory: a process of its own, which takes seconds to open a database. */
export function pacesetterOn(directory: string) {
  return (words: readonly string[], env: Readonly<Record<string, string>> = {}): Outcome => {
    const { status, stdout, stderr } = spawnSync(process.execPath, ['src/pacesetter.mjs', ...words], {
      cwd: root,
      encoding: 'utf8',
      env: { PATH: process.env.PATH ?? '', ...environment(directory), ...env },
    })
    return { status, stdout, stderr }
  }
}

/** The same commands in this process. */
export function commandsOn(directory: string) {
  return async (words: readonly string[], env: Readonly<Record<string, string>> = {}): Promise<Outcome> => {
    const said = { stdout: '', stderr: '' }
    const status = await run(words, {
      env: { ...environment(directory), ...env },
      print: (line) => {
        said.stdout += `${line}\n`
      },
      warn: (line) => {
        said.stderr += `${line}\n`
      },
    })
    return { status, ...said }
  }
}

function environment(directory: string): Record<string, string> {
  return { DATA_DIR: directory, PACESETTER_NOW: '2026-11-25T16:30:00Z' }
}
