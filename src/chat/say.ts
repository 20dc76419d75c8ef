import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { FluentBundle, FluentNumber, FluentResource, type FluentVariable } from '@fluent/bundle'
import { fractionDigits } from '../core/amount/unit.js'
import { dateFormat, listFormat, numberFormat } from './formatters.js'
import type { Language, Say } from './model.js'
import type { Text, TextArg } from './text.js'
import { unreachable } from './unreachable.js'

export const LANGUAGES: readonly Language[] = ['en', 'zh-CN']

/**
 * Says sentences in a language. What it gives is plain text: people's words stand in it as typed, so an adapter escapes the whole.
 *
 * @throws Error for a key the catalogue lacks or a fact the sentence needs and did not get: a bug that a test finds
 */
export function sayIn(language: Language): Say {
  const known = says.get(language)
  if (known !== undefined) return known
  const bundle = loadBundle(language)
  const say: Say = (text) => sentence(bundle, language, say, text)
  says.set(language, say)
  return say
}

const says = new Map<Language, Say>()

/** The product's language nearest to a BCP 47 tag: all of Chinese is served by zh-CN, all else by English. */
export function nearestLanguage(locale: string | undefined): Language | undefined {
  if (locale === undefined || locale === '') return undefined
  return locale.toLowerCase().startsWith('zh') ? 'zh-CN' : 'en'
}

function loadBundle(language: Language): FluentBundle {
  // Isolation marks are for mixed writing directions; both languages run left to right, and phones show the marks as boxes.
  const bundle = new FluentBundle(language, { useIsolating: false })
  const folder = fileURLToPath(new URL(`../../locales/${language}`, import.meta.url))
  for (const file of readdirSync(folder).filter((name) => name.endsWith('.ftl'))) {
    const errors = bundle.addResource(new FluentResource(readFileSync(`${folder}/${file}`, 'utf8')))
    if (errors[0] !== undefined) throw new Error(`Catalogue ${language}/${file}: ${errors[0].message}`)
  }
  return bundle
}

function sentence(bundle: FluentBundle, language: Language, say: Say, { key, args }: Text): string {
  const pattern = bundle.getMessage(key)?.value
  if (pattern === undefined || pattern === null) throw new Error(`No message "${key}" in ${language}`)
  const variables = Object.fromEntries(Object.entries(args).map(([name, arg]) => [name, variable(arg, language, say)]))
  const errors: Error[] = []
  const said = bundle.formatPattern(pattern, variables, errors)
  if (errors[0] !== undefined) throw new Error(`Message "${key}" in ${language}: ${errors[0].message}`)
  return said
}

function variable(arg: TextArg, language: Language, say: Say): FluentVariable {
  if (typeof arg === 'string') return arg
  // A count needs its number for the plural; beyond what a number holds exactly no language's plural differs.
  if (typeof arg === 'number') return new FluentNumber(arg, { maximumFractionDigits: 2 })
  if (typeof arg === 'bigint') return arg <= MAX_EXACT && arg >= -MAX_EXACT ? new FluentNumber(Number(arg)) : arg.toLocaleString(language)
  if (!('kind' in arg)) return say(arg)
  switch (arg.kind) {
    case 'money':
      return moneyWords(arg.minor, arg.currency, language)
    case 'share':
      return numberFormat(language, {
        style: 'percent',
        maximumFractionDigits: arg.share !== 0 && Math.abs(arg.share) < 0.1 ? 1 : 0,
      }).format(arg.share)
    case 'date':
      return dateWords(arg.on, DATE_STYLES[arg.style], language)
    case 'period': {
      const words = arg.style === 'part' ? partWords(arg.id, language, say) : periodWords(arg.id, language, say)
      return arg.span === undefined ? words : say({ key: 'period-spanned', args: { period: words, span: arg.span } })
    }
    case 'time':
      return arg.at
    case 'list':
      return listFormat(language, { style: language === 'en' ? 'long' : 'narrow', type: 'conjunction' }).format(
        arg.items.map((item) => plain(variable(item, language, say), language)),
      )
    default:
      return unreachable(arg)
  }
}

const MAX_EXACT = BigInt(Number.MAX_SAFE_INTEGER)

function plain(value: FluentVariable, language: Language): string {
  return value instanceof FluentNumber ? numberFormat(language, value.opts).format(value.valueOf()) : String(value)
}

/** Whole amounts go without their zero cents: a phone's line is short. */
function moneyWords(minor: bigint, currency: string, language: Language): string {
  const digits = fractionDigits(currency)
  const scale = 10n ** BigInt(digits)
  const isWhole = minor % scale === 0n
  const sign = minor < 0n ? '-' : ''
  const absolute = minor < 0n ? -minor : minor
  // As a decimal string Intl formats it exactly, however large.
  const decimal = `${sign}${absolute / scale}${isWhole ? '' : `.${String(absolute % scale).padStart(digits, '0')}`}`
  const format = numberFormat(language, {
    style: 'currency',
    currency,
    currencyDisplay: 'narrowSymbol',
    minimumFractionDigits: isWhole ? 0 : digits,
    maximumFractionDigits: isWhole ? 0 : digits,
  })
  return format.format(decimal as `${number}`)
}

const DATE_STYLES = {
  day: { month: 'short', day: 'numeric' },
  dated: { year: 'numeric', month: 'short', day: 'numeric' },
  weekday: { weekday: 'short', month: 'short', day: 'numeric' },
  long: { weekday: 'long', year: 'numeric', month: 'long', day: 'numeric' },
} satisfies Record<string, Intl.DateTimeFormatOptions>

function dateWords(on: string, style: Intl.DateTimeFormatOptions, language: Language): string {
  // A calendar date has no zone: noon UTC written out in UTC is that date everywhere.
  return dateFormat(language === 'en' ? 'en-GB' : language, { timeZone: 'UTC', ...style }).format(new Date(`${on}T12:00:00Z`))
}

function periodWords(id: string, language: Language, say: Say): string {
  const [year = '', part = ''] = id.split('-')
  if (/^\d{4}$/.test(id)) return say({ key: 'period-year', args: { year } })
  if (part.startsWith('Q')) return say({ key: 'period-quarter', args: { year, quarter: part.slice(1) } })
  if (part.startsWith('W')) return say({ key: 'period-week', args: { year, week: String(Number(part.slice(1))) } })
  if (part.startsWith('P')) return say({ key: 'period-fiscal-month', args: { year, month: String(Number(part.slice(1))) } })
  if (/^\d{4}-\d{2}$/.test(id)) return dateWords(`${id}-01`, { year: 'numeric', month: 'long' }, language)
  return dateWords(id, DATE_STYLES.weekday, language)
}

function partWords(id: string, language: Language, say: Say): string {
  const [, quarter] = /^\d{4}-Q(\d)$/.exec(id) ?? []
  if (quarter !== undefined) return say({ key: 'period-quarter-part', args: { quarter } })
  return /^\d{4}-\d{2}$/.test(id) ? dateWords(`${id}-01`, { month: 'short' }, language) : periodWords(id, language, say)
}
