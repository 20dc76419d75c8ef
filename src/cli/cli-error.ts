/** A command could not be carried out (1) or was called wrongly (2); the message says so in words. */
export class CliError extends Error {
  override readonly name = 'CliError'
  constructor(
    message: string,
    readonly exitCode: 1 | 2 = 1,
  ) {
    super(message)
  }
}

export function usage(): string {
  return [
    'Usage: npx pacesetter COMMAND',
    '  start                                          run the bot',
    '  post KIND --team NAME [--at ISO-TIME] [--dry-run] [--json]',
    '                                                 send or print one post: morning, midday, evening, weekly, monthly',
    '  plan preview|apply|export FILE [--team NAME] [--reason WHY] [--json]',
    '                                                 a plan as a file: .yaml, .csv or .xlsx (export: .yaml or .xlsx); a reason publishes what a check or a closed window stops',
    '  deals import FILE.csv [--team NAME] [--dry-run] [--json]',
    '                                                 open and closed deals: owner, name, opened, stage, value, closed, outcome; all rows or none',
    '  forecast FILE.csv [--as-of DATE] [--horizon N] [--level 0.8] [--season N] [--target AMOUNT | --targets FILE.csv] [--json]',
    '                                                 where numbers (date, value, id) or deals (opened, stage, value, closed, outcome) go',
    '  backtest FILE.csv [--as-of DATE] [--horizon N] [--level 0.8] [--season N] [--json]',
    '                                                 how that would have done in the past, beside naive forecasts and the run-rate',
    '  backup FILE · restore FILE [--force]           the embedded database as one file',
    '  doctor                                         what is wrong with the configuration',
  ].join('\n')
}
