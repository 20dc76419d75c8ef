import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pino } from 'pino'
import { Temporal } from 'temporal-polyfill'
import { readConfig } from '../../src/config.js'
import { start } from '../../src/main.js'

export interface Product {
  readonly port: number
  /** Moves the bot's clock on: a zoned time such as 2026-03-02T09:00[Asia/Shanghai]. What falls due on the way is posted. */
  moveTo(at: string): Promise<void>
  /** Stops it and starts it again on the same data, at the time it stood. */
  restart(): Promise<void>
  stop(): Promise<void>
}

/** The whole product in this process, as `npm start` makes it of an environment, on an embedded database of its own. */
export async function startProduct(env: Readonly<Record<string, string>>, startAt: string): Promise<Product> {
  const directory = mkdtempSync(join(tmpdir(), 'pacesetter-e2e-'))
  let running = await run(Temporal.ZonedDateTime.from(startAt).toInstant())

  async function run(at: Temporal.Instant) {
    const read = readConfig({ PORT: '0', DATA_DIR: directory, HOST: '127.0.0.1', ...env, PACESETTER_NOW: at.toString() })
    if (!read.ok) throw new Error(read.problems.map(({ variable, problem }) => `${variable} ${problem}`).join('\n'))
    const started = await start(read.config, pino({ level: process.env.TEST_LOG ?? 'silent' }))
    await started.connected
    return started
  }

  return {
    get port() {
      return running.port
    },
    moveTo: (at) => running.moveTo(Temporal.ZonedDateTime.from(at).toInstant()),
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
