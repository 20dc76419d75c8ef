import type { DealsForecast, DealsPoint } from '../core/forecast/deals/forecast-deals.js'
import type { Remark, RemarkCode, RemarkExample } from '../core/forecast/file/remarks.js'
import { biasOf, type Score, scoresOf, type Tried } from '../core/forecast/score.js'
import type { SeriesForecast } from '../core/forecast/series/forecast-series.js'

/** "Left out, the value cannot be read as a number: row 17 “12x”, row 20 “soon” and 412 more." */
export function remarkWords({ code, count, examples }: Remark): string {
  const more = count - examples.length
  const places = examples.map(placeWords).filter((words) => words !== '')
  if (places.length === 0) return `${SENTENCES[code]}.`
  return `${SENTENCES[code]}: ${places.join(', ')}${more > 0 ? ` and ${more} more` : ''}.`
}

/** What a remark of this kind says, without its places. */
export function remarkSentence(code: RemarkCode): string {
  return SENTENCES[code]
}

function placeWords({ line, id, found, taken }: RemarkExample): string {
  const words = [
    ...(line === undefined ? [] : [`row ${line}`]),
    ...(id === undefined ? [] : [`series ${id}`]),
    ...(found === undefined ? [] : [`“${found.length > LONGEST ? `${found.slice(0, LONGEST)}…` : found}”`]),
    ...(taken === undefined ? [] : [`→ ${taken}`]),
  ]
  return words.join(' ')
}

const LONGEST = 40

const SENTENCES: Readonly<Record<RemarkCode, string>> = {
  'column-guessed': 'Read a misspelt column as the one that was surely meant',
  'column-unknown': 'Left out columns that are not needed',
  'header-missing': 'No header: taken as columns in the order [id,] date, value',
  'id-missing': 'Left out, the id is missing',
  'id-guessed': 'Read a name that is written in more than one way as it mostly is',
  'date-missing': 'Left out, the date is missing',
  'date-unreadable': 'Left out, the date cannot be read',
  'value-missing': 'Left out, the value is missing',
  'value-unreadable': 'Left out, the value cannot be read as a number',
  'row-repeated': 'Counted once, the same date and value stand there before',
  'date-twice': 'Took the mean of different values for one date',
  'date-far-off': 'Left out, the date lies years away from all others',
  'after-as-of': 'Left out, later than the day that is asked about',
  'opened-missing': 'Left out, the day it was opened is missing',
  'opened-unreadable': 'Left out, the day it was opened cannot be read',
  'closed-unreadable': 'Taken as still open, the day it was closed cannot be read',
  'closed-before-opened': 'Left out, closed before it was opened',
  'closed-missing': 'Left out, it has an outcome but no day on which it was closed',
  'outcome-missing': 'Left out, closed without an outcome',
  'outcome-unreadable': 'Left out, the outcome is neither won nor lost',
  'outcome-guessed': 'Read a misspelt outcome as the one that was surely meant',
  'stage-missing': 'Taken at the usual mix of stages, the stage is missing',
  'stage-guessed': 'Read a misspelt stage as the one that was surely meant',
  'product-guessed': 'Read a misspelt product as the one that was surely meant',
  'account-missing': 'Counted all the same, the deal names no account',
  'deal-twice': 'Counted once, the deal stands there before',
  'deal-value-missing': 'Taken at the usual value of a deal, its own is missing or cannot be read',
  'target-unreadable': 'Left out, the target cannot be read',
  'date-order-unknown': 'Nothing shows whether the day or the month stands first in dates; taken as',
  'dates-filled': 'Filled in missing dates between their neighbours, from the first on, so many of them',
  'dates-empty': 'Taken dates without a row as 0, from the first on, so many of them',
  'dates-summed': 'Added up the rows of a date, since many dates have several; left are so many dates',
  'dates-irregular': 'The dates follow no rhythm; added up by week',
  'series-ends-early': 'Ends before the day that is asked about; forecast from its own end',
  'backtest-short': 'Too short a history to look back on',
  'history-short': 'Too short a history to choose a method, the mean is carried on and its interval is a guess; values',
  'deals-after-as-of': 'Left out deals opened later than the day that is asked about',
  'deals-few': 'Few deals are closed, so the chances lean on what is usual; closed',
}

/** Nine digits are more than any forecast knows; for `JSON.stringify`. */
export function rounded(_key: string, value: unknown): unknown {
  return typeof value === 'number' && !Number.isInteger(value) ? Number(value.toPrecision(9)) : value
}

/** A series' points as a table for people. */
export function seriesTable({ id, method, points }: SeriesForecast, level: number): string {
  const rows = points.map(({ step, date, value, lower, upper }) => [String(step), date, number(value), number(lower), number(upper)])
  return `${id}: ${method}\n${table([['step', 'date', 'value', `${percent(level)} from`, 'to'], ...rows])}`
}

/** Where the months land, what that is made of, and how far to trust it. */
export function dealsTable({ id, points }: DealsForecast, level: number): string {
  const rows = points.map(({ period, value, lower, upper, won, open, new: fresh, run }) => [
    period,
    ...[value, lower, upper, won, open, fresh, run].map(number),
  ])
  const header = ['month', 'lands at', `${percent(level)} from`, 'to', 'won', '+ open deals', '+ new deals', 'or by the run']
  return `${id}\n${table([header, ...rows])}${points.map(noteWords).join('')}`
}

/** Past forecasts of a file, and of how many of its series; of deals those made on a day of the month. */
export interface ForecastRecord {
  readonly tries: readonly Tried[]
  readonly of: number
  readonly judged: number
  readonly day?: number
}

/** What a forecast's own record comes to in one line: coverage, bias, and its error beside the forecasts that cost nothing. */
export function recordWords({ tries, of, judged, day }: ForecastRecord, level: number): string {
  const [own, ...baselines] = scoresOf(tries, level)
  if (own?.method !== 'pacesetter') return 'Record: none, the history is too short to look back on.\n'
  const count = tries.filter(({ method }) => method === own.method).length
  const asked = `${count} past forecasts${day === undefined ? '' : ` made on day ${day} of a month`}${judged < of ? `, of ${judged} of the ${of} series` : ''}`
  const bias = biasOf(tries, own.method)
  const lean = Number.isNaN(bias) ? '' : ` ${Math.abs(bias).toFixed(1)}% too ${bias >= 0 ? 'high' : 'low'} over all;`
  const beside = baselines.map(({ method, smape }) => `${method} ${smape.toFixed(1)}%`).join(', ')
  return `Record of ${asked}: ${percent(own.coverage)} of what came lay within the ${percent(level)} interval;${lean} error (sMAPE) ${own.smape.toFixed(1)}%, ${beside}.\n`
}

/** How each method did: less is better, but for the coverage, which should come to the level. */
export function scoreTable({ of, scores }: { readonly of: string; readonly scores: readonly Score[] }, level: number): string {
  const rows = scores.map(({ method, smape, mase, msis, coverage }) => [
    method,
    `${number(smape)}%`,
    number(mase),
    number(msis),
    percent(coverage),
  ])
  return `${of}\n${table([['', 'sMAPE', 'MASE', `MSIS ${percent(level)}`, 'covered'], ...rows])}`
}

function noteWords({ period, dealsShare, record, target, chances }: DealsPoint): string {
  const tiers =
    chances === undefined
      ? []
      : [
          `  ${period}: of ${number(target ?? 0)}, base ${percent(chances.base)}, stretch ${percent(chances.stretch)}, breakthrough ${percent(chances.breakthrough)} likely.`,
        ]
  const trust = `  ${period}: the rest is taken ${percent(dealsShare)} from the deals, ${percent(1 - dealsShare)} from the run.`
  const past =
    record.months === 0
      ? ' No month before to be judged by.'
      : ` Asked on this day of the ${record.months} months before, it was off by ${number(record.meanAbsoluteError)} on average (${record.bias >= 0 ? 'too high' : 'too low'} by ${number(Math.abs(record.bias))}).`
  return `${[...tiers, `${trust}${past}`].join('\n')}\n`
}

function percent(share: number): string {
  return `${Math.round(share * 100)}%`
}

/** Whole where it is large, else with the digits that matter. */
function number(value: number): string {
  return new Intl.NumberFormat('en', Math.abs(value) >= 1000 ? { maximumFractionDigits: 0 } : { maximumSignificantDigits: 4 }).format(value)
}

function table(rows: readonly (readonly string[])[]): string {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)))
  return rows.map((row) => `  ${row.map((cell, column) => cell.padStart(widths[column] ?? 0)).join('  ')}\n`).join('')
}
