import { isMetricKey } from '../../core/plan/metric.js'
import type { PlanFileError } from '../../core/plan/raw-plan.js'
import type { Card } from '../model.js'
import { asTyped, metricName, type Text, text } from '../text.js'

const MOST = 10

/** What is wrong in a pasted plan, when there is no form to say it in. */
export function planMistakesCard(errors: readonly PlanFileError[]): Card {
  return { title: text('plan-import-title'), lines: [{ kind: 'text', text: planMistakes(errors) }], note: text('plan-import-nothing') }
}

/** All mistakes as one text, a line each; of very many the first ones. */
export function planMistakes(errors: readonly PlanFileError[]): Text {
  const lines = errors.slice(0, MOST).map(planErrorText)
  const more = errors.length > MOST ? [text('plan-import-more', { count: errors.length - MOST })] : []
  return [...lines, ...more].reduceRight((rest, first) => text('plan-lines', { first, rest }))
}

/** One mistake, with its place where that is known: a line, or a row and column of a table. */
export function planErrorText({ line, column, field, code, facts }: PlanFileError): Text {
  const said = text(saidAs(code, column, facts), {
    words: '',
    written: inPoints(String(facts.words ?? '')) ?? '',
    field: field.split('.').at(-1) ?? '',
    ...facts,
    metric: isMetricKey(String(facts.metric)) ? metricName(String(facts.metric)) : asTyped(String(facts.metric ?? '')),
  })
  if (line === undefined || isOfHeader(code)) return said
  const place = { line: String(line), mistake: said }
  return column === undefined ? text('plan-import-line', place) : text('plan-import-cell', { ...place, column })
}

/** A cell that is empty, or no amount, is told of as what it is. */
function saidAs(code: string, column: string | undefined, { words = '' }: PlanFileError['facts']) {
  if (code === 'missing' && column !== undefined) return 'plan-file-empty-cell'
  if (code !== 'not-a-number' || words === '') return `plan-file-${known(code)}` as const
  return inPoints(String(words)) === undefined ? 'plan-cell-not-a-number' : 'plan-cell-decimal-comma'
}

/** "10.000,50" and "1.234.567", which are not guessed at, as they would have to be written: "10,000.50". */
function inPoints(words: string): string | undefined {
  const [, whole, cents] = /^\D{0,4}(\d{1,3}(?:\.\d{3})+|\d+)(?:,(\d{1,2}))?\D{0,4}$/.exec(words.trim()) ?? []
  if (whole === undefined || (cents === undefined && !/\..*\./.test(whole))) return undefined
  return `${whole.replaceAll('.', ',')}${cents === undefined ? '' : `.${cents}`}`
}

/** A table has one header: its line need not be told. */
function isOfHeader(code: string): boolean {
  return code === 'unknown-column' || code === 'rows-missing' || code.startsWith('column-')
}

/** Those that people make; of the rest only the line is told. */
const CODES = [
  'missing',
  'not-a-number',
  'negative',
  'too-precise',
  'too-large',
  'too-many',
  'too-long',
  'not-a-weight',
  'not-a-name',
  'not-a-split',
  'not-a-hundred',
  'nobody',
  'no-targets',
  'no-weight',
  'unknown-version',
  'unknown-period',
  'unknown-metric',
  'unknown-currency',
  'currency-missing',
  'currency-of-a-count',
  'not-a-month',
  'not-a-layout',
  'not-a-weekday',
  'not-a-year-end',
  'not-a-year-name',
  'calendar-twice',
  'not-a-season',
  'season-length',
  'season-twice',
  'week-without-weight',
  'not-a-day-item',
  'not-a-percentage',
  'not-a-share-rule',
  'not-a-date',
  'member-twice',
  'stranger',
  'stranger-like',
  'member-missing',
  'metric-twice',
  'month-outside-period',
  'month-missing',
  'weight-missing',
  'amount-differs',
  'amount-not-months',
  'weight-beside-months',
  'agreed-above-amount',
  'period-differs',
  'header-missing',
  'rows-missing',
  'unknown-column',
  'column-unnamed',
  'column-twice',
  'column-missing',
  'unrecognized-keys',
  'yaml-duplicate-key',
  'not-a-rate',
  'not-a-cycle',
  'not-a-carrier',
  'not-a-focus-kind',
  'not-a-focus',
  'no-stages',
  'no-funnels',
  'no-focuses',
  'funnel-without-target',
  'funnel-twice',
  'stage-unnamed',
  'stage-twice',
  'stage-unit',
  'rate-twice',
  'rate-missing',
  'rate-into-money',
  'size-of-a-count',
  'shares-over-whole',
  'market-without-money',
  'focus-twice',
  'focus-over-whole',
  'oversized',
  'blank',
  'old-excel',
  'encrypted',
  'foreign',
  'damaged',
  'inflated',
  'not-a-dimension',
  'no-parts',
  'part-twice',
  'two-rules',
  'not-a-share',
  'deal-of-a-count',
  'deal-of-nothing',
  'pin-without-reason',
  'reason-without-pin',
  'tree-shares-not-whole',
  'tree-shares-over',
  'tree-pins-over',
  'tree-pins-short',
  'tree-nothing-open',
  'no-actions',
  'not-an-action-count',
  'not-a-rhythm',
  'not-an-action-carrier',
  'action-twice',
  'not-a-whole-number',
] as const

function known(code: string): (typeof CODES)[number] | 'other' {
  return CODES.find((each) => each === code) ?? 'other'
}
