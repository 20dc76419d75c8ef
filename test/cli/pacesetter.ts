import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('../..', import.meta.url))

/** `npx pacesetter …` as an operator runs it, on the data in a directory. */
export function pacesetterOn(directory: string) {
  return (words: readonly string[], env: Readonly<Record<string, string>> = {}) => {
    const { status, stdout, stderr } = spawnSync(process.execPath, ['src/pacesetter.mjs', ...words], {
      cwd: root,
      encoding: 'utf8',
      env: { PATH: process.env.PATH ?? '', DATA_DIR: directory, PACESETTER_NOW: '2026-11-24T08:30:00Z', ...env },
    })
    return { status, stdout, stderr }
  }
}
