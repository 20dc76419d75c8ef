import { type Cycle, parseCycle } from './cycle.js'
import type { MetricKey } from './metric.js'
import { metricByWords } from './metric-words.js'
import { isBareRate, parsePercent } from './percent-words.js'
import type { Result } from './result.js'
import type { StageInput } from './strategy-input.js'

/**
 * A funnel's stages as a form shows them, a line each, the first contact first: "Leads 40% 2 weeks". "?" is a rate that is learnt, "~40%" one
 * that is assumed until then, "Deals 50k" what one is worth, "Raw leads (Leads)" a stage with a name of its own that a metric counts.
 *
 * @param spanOf how long a stage takes, in words that can be read again
 */
export function stageLines(stages: readonly StageInput[], nameOf: (metric: MetricKey) => string, spanOf: (cycle: Cycle) => string): string {
  return stages
    .map(({ stage, metric, rate, assume, size, cycle }) => {
      const counted = metric === undefined ? '' : nameOf(metric)
      const called = stage === undefined ? counted : counted === '' ? stage : `${stage} (${counted})`
      return [
        called,
        rate ?? (assume === undefined ? (size ?? '?') : `~${assume}`),
        ...(cycle === undefined ? [] : [spanWords(cycle, spanOf)]),
      ].join(' ')
    })
    .join('\n')
}

/** In the reader's language, where that says the same. */
function spanWords(words: string, spanOf: (cycle: Cycle) => string): string {
  const cycle = parseCycle(words)
  const said = cycle && spanOf(cycle)
  const again = said === undefined ? undefined : parseCycle(said)
  return said !== undefined && again?.months === cycle?.months && again?.days === cycle?.days ? said : words
}

/** Reads them again. @returns the line that cannot be read, where there is one; empty when there is none at all */
export function parseStages(words: string): Result<StageInput[], { line: string }> {
  const lines = words
    .normalize('NFKC')
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
  const stages = lines.map(parseStage)
  const unread = lines.find((_, index) => stages[index] === undefined)
  if (unread !== undefined) return { ok: false, error: { line: unread.slice(0, 60) } }
  const read = stages.filter((stage) => stage !== undefined)
  return read.length === 0 ? { ok: false, error: { line: '' } } : { ok: true, value: read }
}

function parseStage(line: string): StageInput | undefined {
  const { cycle, rest } = cycleAtEnd(line)
  const found = LINE.exec(rest)?.groups
  if (found?.name === undefined || found.name.includes('~')) return undefined
  const step = stepOf(found.step ?? '?')
  const named = NAMED.exec(found.name)?.groups
  const metric = metricByWords(named?.metric ?? found.name)
  if (step === undefined || (named !== undefined && metric === undefined)) return undefined
  const stage = named?.stage ?? (metric === undefined ? found.name : undefined)
  return {
    ...(stage === undefined ? {} : { stage }),
    ...(metric === undefined ? {} : { metric }),
    ...step,
    ...(cycle === undefined ? {} : { cycle }),
  }
}

/** A span needs its unit here: a bare number is what a deal is worth. */
function cycleAtEnd(line: string): { cycle: string | undefined; rest: string } {
  const match = /^(?<rest>.*?)[\s,，;、]+(?<cycle>\d{1,4} ?(?:[a-z]+|[天日周月]|星期|个月))$/i.exec(line)
  const cycle = match?.groups?.cycle
  return cycle === undefined || /^\d+ ?(?:k|m|bn|mn|w|million|thousand)$/i.test(cycle) || parseCycle(cycle) === undefined
    ? { cycle: undefined, rest: line }
    : { cycle, rest: match?.groups?.rest ?? line }
}

const LINE = /^(?<name>\S(?:.*?\S)??)(?:[\s:,，;、]+(?<step>[?？]|~ ?\d\S*(?: ?%)?|[¥$€£]?\d\S*(?: ?%)?))?$/u
const NAMED = /^(?<stage>\S.*?) ?\((?<metric>[^()]+)\)$/

function stepOf(words: string): Pick<StageInput, 'rate' | 'assume' | 'size'> | undefined {
  if (words === '?' || words === '？') return {}
  if (words.startsWith('~')) {
    const assume = parsePercent(words.slice(1))
    return assume === undefined ? undefined : { assume }
  }
  if (!isBareRate(words)) return { size: words }
  const rate = parsePercent(words)
  return rate === undefined ? undefined : { rate }
}
