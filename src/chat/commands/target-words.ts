import type { TargetPeriod, TargetStep } from '../../app/target/read.js'
import type { Whose } from '../../app/target/subject.js'
import { UserError } from '../../app/user-error.js'
import { type NamedPeriod, readNamedPeriod, takeNamedPeriod } from '../../core/calendar/named-period.js'
import { meaningOf } from '../meaning-of.js'
import type { Mention } from '../model.js'

export interface TargetWords {
  readonly asked: TargetPeriod
  readonly whose: Whose
  /** Where it is not the period that runs. */
  readonly step: TargetStep | undefined
  /** Where it is named by its number. */
  readonly named?: NamedPeriod
  /** The team that was named, one of those given. */
  readonly team: string | undefined
  /** Set where it is asked how the period will end. */
  readonly shows?: 'forecast'
}

/**
 * Reads what follows `/target`: a period and whose, in any order and either language, in Chinese without spaces too (本周团队). What is
 * left over is taken for a name. A period can be named by its number, too: Q3, 2026-11, 第47周; and a month by its English name.
 *
 * @param teams the names of the teams that the person can ask about
 * @throws UserError when it says two periods, or two people
 */
export function readTargetWords(words: string, mentions: readonly Mention[], platform: string, teams: readonly string[]): TargetWords {
  // An account is known by its id; without one a mention is a name like any other.
  const known = mentions.filter(({ externalId }) => externalId !== undefined)
  const typed = known.reduce((rest, { text }) => rest.replace(text, ' '), words).normalize('NFKC')
  const team = teams.toSorted((a, b) => b.length - a.length).find((name) => typed !== without(typed, name))
  const said = team === undefined ? typed : without(typed, team)
  const { named: numbered, rest } = takeNamedPeriod(said) ?? { named: undefined, rest: said }
  const { periods, steps, scopes, name: unknown, isForecast } = sorted(rest)
  // A month's name beside the one whose target it is; alone it may be a person's, which the team's members tell.
  const isWhoseSaid = known.length > 0 || scopes.length > 0 || team !== undefined
  const month = numbered === undefined && isWhoseSaid ? readNamedPeriod(unknown) : undefined
  const [named, name] = month === undefined ? [numbered, unknown] : [month, '']

  const [asked = 'day', ...otherPeriods] = new Set(named === undefined ? periods : [named.kind, ...periods])
  const [whose = ME, ...others] = [
    ...known.map((mention): Whose => ({ kind: 'named', how: 'mentioned', platform, externalId: mention.externalId, name: mention.name })),
    ...(name === '' ? [] : [nameOf(name, platform)]),
    ...new Set(team === undefined ? scopes : [...scopes, TEAM]),
  ]
  const [step, ...otherSteps] = new Set(steps)
  const isOther = step !== undefined || named !== undefined
  const isAside = (isOther && (asked === 'day' || asked === 'tomorrow' || isForecast)) || (step !== undefined && named !== undefined)
  if (otherPeriods.length > 0 || others.length > 0 || otherSteps.length > 0 || isAside) throw new UserError('target-usage')
  return { asked, whose, step, team, ...(named === undefined ? {} : { named }), ...(isForecast ? { shows: 'forecast' } : {}) }
}

const ME: Whose = { kind: 'me' }
const TEAM: Whose = { kind: 'team' }

/** What was typed, less a name, which stands between spaces but for Chinese, which has none. The same again where the name is not said. */
function without(typed: string, name: string): string {
  const space = /\p{Script=Han}/u.test(name) ? '' : ' '
  const wanted = `${space}${name.normalize('NFKC').toLowerCase()}${space}`
  const padded = ` ${typed} `
  const at = padded.toLowerCase().indexOf(wanted)
  return at < 0 ? typed : `${padded.slice(0, at)} ${padded.slice(at + wanted.length)}`
}

function nameOf(words: string, platform: string): Whose {
  const name = words.replace(/^@/, '')
  return { kind: 'named', how: words.startsWith('@') ? 'mentioned' : 'typed', platform, externalId: undefined, name }
}

interface Sorted {
  readonly periods: TargetPeriod[]
  readonly steps: TargetStep[]
  readonly scopes: Whose[]
  /** What is nothing else, in its order. */
  readonly name: string
  readonly isForecast: boolean
}

function sorted(typed: string): Sorted {
  const parts = typed
    .split(/[\s,，、]+/)
    .filter((part) => part !== '')
    .flatMap(taken)
  const periods = parts.flatMap((part) => periodNamed(part) ?? [])
  const steps = parts.flatMap((part) => stepNamed(part) ?? [])
  const scopes = parts.flatMap(scopeOf)
  const name = parts.filter((part) => !isKnown(part)).join(' ')
  return { periods, steps, scopes, name, isForecast: parts.some((part) => FORECAST.includes(part.toLowerCase())) }
}

function scopeOf(part: string): Whose[] {
  const scope = scopeNamed(part)
  return scope === undefined ? [] : [scope === 'me' ? ME : TEAM]
}

/** Chinese is written without spaces: known words of two signs and more are taken off either end. One sign alone may belong to a name. */
function taken(part: string): string[] {
  if (part === '' || isKnown(part)) return part === '' ? [] : [part]
  const first = JOINED.find((word) => part.startsWith(word))
  if (first !== undefined) return [first, ...taken(part.slice(first.length))]
  const last = JOINED.find((word) => part.endsWith(word))
  return last === undefined ? [part] : [...taken(part.slice(0, -last.length)), last]
}

function isKnown(part: string): boolean {
  const word = part.toLowerCase()
  const isNamed = periodNamed(word) !== undefined || stepNamed(word) !== undefined || scopeNamed(word) !== undefined
  return isNamed || FILLERS.includes(word) || FORECAST.includes(word)
}

/** In Chinese one word says both, the step and of what. */
const NEXT = { week: ['下周', '下星期'], month: ['下月', '下个月'], quarter: ['下季', '下季度', '下个季度'], year: ['明年'] } as const
const LAST = { week: ['上周', '上星期'], month: ['上月', '上个月'], quarter: ['上季', '上季度', '上个季度'], year: ['去年'] } as const

const STEPS: Readonly<Record<TargetStep, readonly string[]>> = {
  next: ['next', ...Object.values(NEXT).flat()],
  last: ['last', 'previous', ...Object.values(LAST).flat()],
}
const stepNamed = meaningOf(STEPS)

const PERIODS: Readonly<Record<TargetPeriod, readonly string[]>> = {
  day: ['day', 'today', '日', '天', '今天', '今日', '当天'],
  tomorrow: ['tomorrow', '明天', '明日'],
  week: ['week', '周', '本周', '这周', '这一周', '星期', '本星期', '这星期', ...NEXT.week, ...LAST.week],
  month: ['month', '月', '本月', '当月', '这个月', '月度', ...NEXT.month, ...LAST.month],
  quarter: ['quarter', '季', '季度', '本季', '本季度', '这个季度', ...NEXT.quarter, ...LAST.quarter],
  year: ['year', '年', '本年', '今年', '全年', '年度', '本年度', ...NEXT.year, ...LAST.year],
}
const periodNamed = meaningOf(PERIODS)

const SCOPES = { me: ['me', 'mine', '我'], team: ['team', '团队', '全队', '全组', '大家'] } as const
const scopeNamed = meaningOf(SCOPES)

const FORECAST: readonly string[] = ['forecast', '预测', '落点']

const FILLERS: readonly string[] = [
  'this',
  'the',
  'my',
  'our',
  'for',
  'of',
  'target',
  'targets',
  '的',
  '我的',
  '我们',
  '我们的',
  '目标',
  '查看',
]

/** The longest first, so that 本季度 is not taken for 季度 with something before it. 的 stands between a name and what is asked of it. */
const JOINED: readonly string[] = [...Object.values(PERIODS).flat(), ...Object.values(SCOPES).flat(), ...FILLERS, ...FORECAST]
  .filter((word) => /^\p{Script=Han}+$/u.test(word) && (word.length > 1 || word === '的'))
  .toSorted((a, b) => b.length - a.length)
