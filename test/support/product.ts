import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, renameSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { pino } from 'pino'
import { Temporal } from 'temporal-polyfill'
import { inject } from 'vitest'
import { readConfig } from '../../src/config.js'
import { type Running, start } from '../../src/main.js'
import { freePort } from './free-port.js'

export interface Product {
  readonly port: number
  /** Where its web server listens, without a final slash. */
  readonly url: string
  /** Where its embedded database lives. */
  readonly directory: string
  /** Moves the bot's clock on: a zoned time such as 2026-03-02T09:00[Asia/Shanghai]. What falls due on the way is posted. */
  moveTo(at: string): Promise<void>
  /** Resolves when all that the inbox and the outbox hold is done, rests between two messages included. */
  settled(): Promise<void>
  /** Stops it and starts it again on the same data and port, at the time it stood. */
  restart(): Promise<void>
  stop(): Promise<void>
}

/** What of a product's environment depends on where it listens, as a webhook's address does. */
export type Environment = Readonly<Record<string, string>> | ((url: string) => Readonly<Record<string, string>>)

/**
 * The whole product in this process, as `npm start` makes it of an environment, on an embedded database of its own.
 *
 * @param dump what the database holds; empty without it
 */
export async function startProduct(environment: Environment, startAt: string, dump?: string): Promise<Product> {
  const directory = mkdtempSync(join(tmpdir(), 'pacesetter-e2e-'))
  unpack(dump ?? inject('emptyDatabase'), directory)
  const port = await freePort()
  const url = `http://127.0.0.1:${port}`
  const env = typeof environment === 'function' ? environment(url) : environment
  let running = await run(Temporal.ZonedDateTime.from(startAt).toInstant())

  async function run(at: Temporal.Instant): Promise<Running> {
    const read = readConfig({ PORT: String(port), DATA_DIR: directory, HOST: '127.0.0.1', ...env, PACESETTER_NOW: at.toString() })
    if (!read.ok) throw new Error(read.problems.map(({ variable, problem }) => `${variable} ${problem}`).join('\n'))
    const started = await start(read.config, pino({ level: process.env.TEST_LOG ?? 'silent' }))
    await started.connected
    return started
  }

  async function settled(): Promise<void> {
    const { sql } = running.app.database
    // Each look costs statements of the embedded database, which the other tests' processes wait for too.
    for (let pause = 25; ; pause = Math.min(2 * pause, 250)) {
      await running.settled()
      const [{ waits } = { waits: true }] = await sql.$queryRaw<[{ waits: boolean }?]>`
        SELECT EXISTS (SELECT FROM inbox WHERE state = 'pending') OR EXISTS (SELECT FROM outbox WHERE state = 'pending') AS waits`
      if (!waits) return
      await wait(pause)
    }
  }

  return {
    port,
    url,
    directory,
    async moveTo(at) {
      await running.moveTo(Temporal.ZonedDateTime.from(at).toInstant())
      await settled()
    },
    settled,
    async restart() {
      const at = running.app.now()
      await running.stop()
      running = await run(at)
    },
    async stop() {
      await running.stop()
      rmSync(directory, { recursive: true, force: true })
    },
  }
}

/** Puts a dumped database where a product looks for its own: to make and migrate one anew takes seconds each time. */
export function unpack(dump: string, directory: string): void {
  mkdirSync(directory, { recursive: true })
  execFileSync('cp', ['-r', unpacked(dump), join(directory, 'postgres')])
}

/** A dump's files beside it: to unpack them each time takes four times as long as to copy them. */
function unpacked(dump: string): string {
  const files = dump.replace(/\.tar\.gz$/, '.files')
  if (existsSync(files)) return files
  const own = mkdtempSync(`${files}.`)
  execFileSync('tar', ['-xzf', dump, '-C', own], { stdio: ['ignore', 'ignore', 'ignore'] })
  try {
    renameSync(own, files)
  } catch {
    // Another test file was sooner.
    rmSync(own, { recursive: true, force: true })
  }
  return files
}
