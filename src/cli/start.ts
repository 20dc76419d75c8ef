import { start } from '../main.js'
import { type CliCall, configFrom } from './call.js'
import { CliError } from './cli-error.js'
import { startupReport } from './startup-report.js'

// SIGTERM must have come to an end within ten seconds; what hangs is let go a little before.
const STOP_WITHIN_MS = 9_000

/**
 * Runs the bot until SIGTERM or SIGINT, then finishes the work in hand and exits with 0.
 *
 * @throws CliError when a platform refuses the bot: half a bot that never gets ready would look like one that runs
 */
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
  try {
    await running.connected
  } catch (error) {
    if (stopping) return
    stopping = true
    setTimeout(() => process.exit(1), STOP_WITHIN_MS).unref()
    await running.stop()
    const why = error instanceof Error ? error.message : String(error)
    throw new CliError(`${why}\nThe bot was stopped. What is wrong with the configuration: npx pacesetter doctor`)
  }
}
