import { type ChildProcess, spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import type { Temporal } from 'temporal-polyfill'

const root = fileURLToPath(new URL('../..', import.meta.url))

/** The built program as a process of its own. */
export interface Program {
  /** Resolves at the log line `ready`. @throws Error with all that it printed, when it ends before */
  ready(): Promise<void>
  /** The bot's time now. */
  now(): Temporal.Instant
  /** All that it printed so far, both streams. */
  output(): string
  /** Resolves when it has ended. */
  ended: Promise<{ readonly code: number | null; readonly signal: NodeJS.Signals | null }>
  kill(signal: 'SIGKILL' | 'SIGTERM'): void
}

/** As `npm start` runs it, in an environment of its own. @param startAt the bot's time; it runs on from there */
export function startProgram(env: Readonly<Record<string, string>>, startAt: Temporal.Instant): Program {
  const began = performance.now()
  const process = spawn(processPath, ['src/pacesetter.mjs', 'start'], {
    cwd: root,
    env: { PATH: pathOf(), ...env, PACESETTER_NOW: startAt.toString() },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let printed = ''
  const listeners = new Set<() => void>()
  for (const stream of [process.stdout, process.stderr]) {
    stream.setEncoding('utf8')
    stream.on('data', (chunk: string) => {
      printed += chunk
      for (const listener of listeners) listener()
    })
  }
  const ended = endOf(process)
  const isReady = () => /"msg":"ready"/.test(printed)
  return {
    ready: () =>
      new Promise((resolve, reject) => {
        const look = () => {
          if (!isReady()) return
          listeners.delete(look)
          resolve()
        }
        listeners.add(look)
        look()
        void ended.then(({ code, signal }) => reject(new Error(`The program ended (${code ?? signal}) before it was ready:\n${printed}`)))
      }),
    now: () => startAt.add({ milliseconds: Math.round(performance.now() - began) }),
    output: () => printed,
    ended,
    kill: (signal) => void process.kill(signal),
  }
}

const processPath = process.execPath

function pathOf(): string {
  return process.env.PATH ?? ''
}

function endOf(child: ChildProcess): Program['ended'] {
  return new Promise((resolve) => {
    child.once('close', (code, signal) => resolve({ code, signal }))
  })
}
