import { type Config, readConfig } from '../config.js'
import { CliError } from './cli-error.js'

/** What a command of the CLI is given. */
export interface CliCall {
  readonly words: readonly string[]
  readonly options: {
    readonly team?: string | undefined
    readonly at?: string | undefined
    readonly 'dry-run'?: boolean | undefined
    readonly json?: boolean | undefined
    readonly force?: boolean | undefined
    readonly reason?: string | undefined
    readonly 'as-of'?: string | undefined
    readonly horizon?: string | undefined
    readonly level?: string | undefined
    readonly season?: string | undefined
    readonly target?: string | undefined
    readonly targets?: string | undefined
  }
  readonly env: Readonly<Record<string, string | undefined>>
  /** A line, or several, on standard output. */
  readonly print: (words: string) => void
  /** The same on standard error. */
  readonly warn: (words: string) => void
}

/** The environment read. @throws CliError that says for each variable what is wrong and what it is for */
export function configFrom(env: CliCall['env']): Config {
  const read = readConfig(env)
  if (read.ok) return read.config
  throw new CliError(
    ['The configuration is not right:', ...read.problems.map(({ variable, problem }) => `  ${variable} ${problem}`)].join('\n'),
  )
}
