import { z } from 'zod'
import { readDate } from '../core/forecast/file/read-date.js'
import { readNumber } from '../core/forecast/file/read-number.js'
import type { CliCall } from './call.js'
import { CliError } from './cli-error.js'

/** What `forecast` and `backtest` can be asked. */
export interface ForecastOptions {
  /** The last day that may be known, in days since 1970-01-01; the last one in the file where undefined. */
  readonly asOf: number | undefined
  readonly horizon: number | undefined
  /** Between 0 and 1. */
  readonly level: number
  readonly season: number | undefined
  /** Of each month, in the unit of the deals' values. */
  readonly target: number | undefined
  readonly targetsFile: string | undefined
  readonly json: boolean
}

/** @throws CliError that says which option is wrong and what it may be */
export function forecastOptions(options: CliCall['options']): ForecastOptions {
  return {
    asOf: read('as-of', options['as-of'], asOf, 'a date: --as-of 2026-03-31'),
    horizon: read('horizon', options.horizon, wholeUpTo(1000), 'a whole number from 1 to 1000: --horizon 13'),
    level: read('level', options.level, level, 'a share between 0 and 1: --level 0.8') ?? USUAL_LEVEL,
    season: read('season', options.season, wholeUpTo(5000), 'a whole number of values, 1 for none: --season 52'),
    target: read('target', options.target, amount, 'an amount: --target 250000'),
    targetsFile: options.targets,
    json: options.json === true,
  }
}

const USUAL_LEVEL = 0.8

const asOf = z.iso.date().transform((words) => readDate(words, 'day-first'))
const level = z
  .string()
  .regex(/^(0?\.\d+)$/)
  .transform(Number)
  .pipe(z.number().gt(0).lt(1))

const amount = z
  .string()
  .transform((words) => readNumber(words, 'point'))
  .pipe(z.number().positive())

function wholeUpTo(most: number) {
  return z
    .string()
    .regex(/^\d{1,5}$/)
    .transform(Number)
    .pipe(z.int().min(1).max(most))
}

function read<T>(name: string, words: string | undefined, schema: z.ZodType<T, unknown>, wanted: string): T | undefined {
  if (words === undefined) return undefined
  const parsed = schema.safeParse(words)
  if (!parsed.success) throw new CliError(`--${name} takes ${wanted}`, 2)
  return parsed.data
}
