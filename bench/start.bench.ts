/**
 * How soon the built program is ready: its first start, which makes the embedded database and the demo team, and the next ones. And how many
 * statements a `/target` takes.
 */
import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { median } from './figures.js'
import { report } from './report.js'

const ROUNDS = 3
const LATER_STARTS = 2

const first: number[] = []
const later: number[] = []
for (let round = 0; round < ROUNDS; round += 1) {
  const directory = mkdtempSync(join(tmpdir(), 'pacesetter-start-'))
  try {
    first.push(await secondsToReady(directory))
    for (let index = 0; index < LATER_STARTS; index += 1) later.push(await secondsToReady(directory))
  } finally {
    rmSync(directory, { recursive: true, force: true })
  }
}
report(`npm start until it is ready: embedded database, demo team (median of ${ROUNDS} and ${later.length} starts)`, [
  { what: 'first start', figures: { s: median(first).toFixed(1) } },
  { what: 'later start', figures: { s: median(later).toFixed(1) }, ratio: { value: median(later) / median(first), most: 1 } },
])

/** What `npm start` runs once packages are installed, until its log says that it is ready. */
async function secondsToReady(directory: string): Promise<number> {
  const began = performance.now()
  const program = spawn(process.execPath, [fileURLToPath(new URL('../src/pacesetter.mjs', import.meta.url)), 'start'], {
    env: { PATH: process.env.PATH, DATA_DIR: directory, PORT: '0' },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  try {
    await new Promise<void>((resolve, reject) => {
      let said = ''
      program.stdout.setEncoding('utf8').on('data', (chunk: string) => {
        said += chunk
        if (said.includes('"msg":"ready"')) resolve()
      })
      program.once('exit', (code) => reject(new Error(`The program ended with ${code}`)))
    })
    return (performance.now() - began) / 1_000
  } finally {
    program.removeAllListeners('exit')
    const ended = new Promise((resolve) => program.once('exit', resolve))
    program.kill('SIGTERM')
    await ended
  }
}
