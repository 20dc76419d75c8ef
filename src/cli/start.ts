import { start } from '../main.js'
import { type CliCall, configFrom } from './call.js'
import { startupReport } from './startup-report.js'

// SIGTERM must have come to an end within ten seconds; what hangs is let go a little before.
const STOP_WITHIN_MS = 9_000

/** Runs the bot until SIGTERM or SIGINT, then finishes the work in hand and exits with 0. */
export async function startCommand({ env, print }: CliCall): Promise<void> {
  const config = configFrom(env)
  const running = await start(config)
  print(startupReport(config, running.port))
  let stopping = false
  const stop = async () => {
    if (stopping) return
    stopping = true
    setTimeout(() => process.exit(0), STOP_WITHIN_MS).unref()
    await running.stop()
    process.exit(0)
  }
  process.on('SIGTERM', () => void stop())
  process.on('SIGINT', () => void stop())
  await running.connected
}
