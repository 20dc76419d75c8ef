import { type Logger as BoltLogger, LogLevel } from '@slack/bolt'
import type { Logger } from 'pino'

/**
 * Bolt's log lines in ours. Its debug lines hold tokens and what people typed, so they are dropped; of errors the name, code and message stay.
 */
export function boltLogger(log: Logger): BoltLogger {
  return {
    debug: () => {},
    info: (...told: unknown[]) => log.debug({ from: 'bolt' }, words(told)),
    warn: (...told: unknown[]) => log.warn({ from: 'bolt' }, words(told)),
    error: (...told: unknown[]) => log.error({ from: 'bolt' }, words(told)),
    getLevel: () => LogLevel.INFO,
    setLevel: () => {},
    setName: () => {},
  }
}

/** What is safe and useful to log of a failure: never its payload. */
export function failure(error: unknown): { error: string; code?: string } {
  if (!(error instanceof Error)) return { error: typeof error }
  const code = 'code' in error && typeof error.code === 'string' ? { code: error.code } : {}
  return { error: `${error.name}: ${redacted(error.message)}`, ...code }
}

function words(told: readonly unknown[]): string {
  return told
    .map((each) => (typeof each === 'string' ? redacted(each) : failure(each).error))
    .join(' ')
    .slice(0, 500)
}

function redacted(message: string): string {
  return message.replaceAll(/xox[a-z]-[\w-]+|xapp-[\w-]+/g, '[token]').replaceAll(/\b(wss?|https?):\/\/\S+/g, '[url]')
}
