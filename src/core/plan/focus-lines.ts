import type { MetricKey } from './metric.js'
import { metricByWords } from './metric-words.js'
import { parsePercent } from './percent-words.js'
import type { Result } from './result.js'
import type { FocusInput, FocusKind, FocusTagInput } from './strategy-input.js'

/** Focuses as a form shows them, a line each: "industry: Healthcare 60%". The kind and the share may be left out. */
export function focusLines(focuses: readonly FocusInput[], nameOf: (kind: FocusKind) => string): string {
  return focuses
    .map(({ name, kind, share }) =>
      [...(kind === undefined ? [] : [`${nameOf(kind)}:`]), name, ...(share === undefined ? [] : [share])].join(' '),
    )
    .join('\n')
}

/** Reads them again; none at all is a strategy without focuses. */
export function parseFocuses(words: string): Result<FocusInput[], { line: string }> {
  return parsedLines(words, (line) => {
    const [, before, after] = /^([^:：]*)[:：](.*)$/.exec(line) ?? []
    const kind = before === undefined ? undefined : KINDS.find(([known]) => known.test(before.trim()))?.[1]
    const part = namedPart(kind === undefined ? line : (after ?? '').trim())
    return part && { name: part.name, ...(kind === undefined ? {} : { kind }), ...(part.share === undefined ? {} : { share: part.share }) }
  })
}

/** What targets serve, a line each: "Revenue: Healthcare 60%, Education 20%". */
export function tagLines(
  targets: readonly { readonly metric: MetricKey; readonly focus?: FocusTagInput | undefined }[],
  nameOf: (metric: MetricKey) => string,
): string {
  return targets.map(({ metric, focus }) => `${nameOf(metric)}: ${focus === undefined ? '' : tagWords(focus)}`.trim()).join('\n')
}

/** Reads them again; nothing behind a metric is a target that serves no focus. */
export function parseTags(words: string): Result<Map<MetricKey, FocusTagInput>, { line: string }> {
  const read = parsedLines(words, (line) => {
    const [, before = '', after = ''] = /^([^:：]+)[:：](.*)$/.exec(line) ?? []
    const metric = metricByWords(before)
    const tag = tagOf(after)
    return metric === undefined || tag === undefined ? undefined : { metric, tag }
  })
  if (!read.ok) return read
  return { ok: true, value: new Map(read.value.flatMap(({ metric, tag }) => (tag === 'none' ? [] : [[metric, tag.focus] as const]))) }
}

function tagWords(focus: FocusTagInput): string {
  return typeof focus === 'string' ? focus : focus.map(({ name, share }) => `${name} ${share}`).join(', ')
}

/** One name alone is served wholly; of several each says its share. */
function tagOf(words: string): 'none' | { readonly focus: FocusTagInput } | undefined {
  const parts = words
    .split(/[,，、;；]/)
    .map((part) => part.trim())
    .filter((part) => part !== '')
    .map(namedPart)
  const [first, ...others] = parts
  if (parts.length === 0) return 'none'
  if (first !== undefined && others.length === 0 && first.share === undefined) return { focus: first.name }
  const shared = parts.flatMap((part) => (part?.share === undefined ? [] : [{ name: part.name, share: part.share }]))
  return shared.length === parts.length ? { focus: shared } : undefined
}

function namedPart(words: string): { name: string; share: string | undefined } | undefined {
  const found = /^(?<name>\S(?:.*?\S)??)(?:\s+(?<share>\d{1,3}(?:\.\d+)?\s*%?)|(?<=\D)(?<close>\d{1,3}(?:\.\d+)?\s*%))?$/u.exec(
    words,
  )?.groups
  if (found?.name === undefined || found.name.length > 100) return undefined
  const said = found.share ?? found.close
  const share = said === undefined ? undefined : parsePercent(said)
  return said !== undefined && share === undefined ? undefined : { name: found.name, share }
}

function parsedLines<T>(words: string, read: (line: string) => T | undefined): Result<T[], { line: string }> {
  const lines = words
    .normalize('NFKC')
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
  const parsed = lines.map(read)
  const unread = lines.find((_, index) => parsed[index] === undefined)
  return unread === undefined
    ? { ok: true, value: parsed.filter((each) => each !== undefined) }
    : { ok: false, error: { line: unread.slice(0, 60) } }
}

const KINDS: readonly (readonly [RegExp, FocusKind])[] = [
  [/^(?:regions?|区域|地区)$/i, 'region'],
  [/^(?:products?|产品)$/i, 'product'],
  [/^(?:industry|industries|行业)$/i, 'industry'],
]
