/**
 * A year's plan of eight metrics down to each person's working day, for 100 to 10,000 people, a quarter of whom join, or are on leave, in the
 * year: seconds, and memory of the whole process. Then what one change of a published plan touches. Each size runs in a process of its own.
 */
import { execFileSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { Temporal } from 'temporal-polyfill'
import { CALENDAR_YEAR } from '../src/core/calendar/fiscal-year.js'
import { parsePeriod } from '../src/core/calendar/period.js'
import { workingCalendar } from '../src/core/calendar/working-calendar.js'
import { type DecomposeMember, decompose } from '../src/core/plan/decompose.js'
import type { Decomposition } from '../src/core/plan/decomposition.js'
import { METRICS } from '../src/core/plan/metric.js'
import { replan } from '../src/core/plan/replan.js'
import { type Row, report } from './report.js'

const SIZES = [100, 1_000, 10_000] as const
const EIGHT = METRICS.slice(0, 8)
const MOST_SECONDS = 2
const MOST_MB = 500
const CALENDAR = workingCalendar({ weekdays: [1, 2, 3, 4, 5], country: 'CN' })
const YEAR = yearOf(2026)
const CHANGED_ON = Temporal.PlainDate.from('2026-07-01')

interface Measured {
  readonly people: number
  readonly seconds: number
  readonly peakMb: number
  /** Months of a person and metric: all there are, those that come out otherwise after the change, and those that were made anew for it. */
  readonly months: number
  readonly changed: number
  readonly touched: number
}

if (process.argv[2] === 'measure') process.stdout.write(JSON.stringify(measure(Number(process.argv[3]))))
else compare()

function compare(): void {
  const measured = SIZES.map(inProcessOfItsOwn)
  report(
    "A year's plan of eight metrics, down to each person's working day",
    measured.flatMap(({ people, seconds, peakMb }): Row[] => {
      const figures = { seconds: seconds.toFixed(2), 'ms a person': ((seconds * 1000) / people).toFixed(3), 'peak MB': peakMb.toFixed(0) }
      if (people !== 10_000) return [{ what: `${people.toLocaleString('en')} people`, figures }]
      return [
        { what: '10,000 people', figures, ratio: { value: seconds / MOST_SECONDS, most: 1 } },
        { what: '… their memory', figures: { 'peak MB': peakMb.toFixed(0) }, ratio: { value: peakMb / MOST_MB, most: 1 } },
      ]
    }),
    [`The ratios are to ${MOST_SECONDS} s and ${MOST_MB} MB.`],
  )
  report(
    'One person leaves on 1 July: months of a person and metric',
    measured.map(({ people, months, changed, touched }) => ({
      what: `${people.toLocaleString('en')} people`,
      figures: { all: String(months), changed: String(changed), touched: String(touched) },
      ratio: { value: touched / changed, most: 1 },
    })),
    ['The ratio is of the months made anew to those whose days change: 1 is no work in vain. The past half of the year is not among them.'],
  )
}

function yearOf(year: number) {
  const period = parsePeriod(String(year), CALENDAR_YEAR)
  if (period === undefined) throw new Error(`No year ${year}`)
  return period
}

function inProcessOfItsOwn(people: number): Measured {
  const typescript = new URL('typescript.mjs', import.meta.url).href
  const output = execFileSync(
    process.execPath,
    ['--expose-gc', '--import', typescript, fileURLToPath(import.meta.url), 'measure', String(people)],
    {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'inherit'],
    },
  )
  return JSON.parse(output)
}

function measure(people: number): Measured {
  const team = members(people)
  planOf(members(100)) // until it is compiled
  const start = performance.now()
  const plans = planOf(team)
  const seconds = (performance.now() - start) / 1000
  const peakMb = process.resourceUsage().maxRSS / 1024

  // Only who carries deals is looked at: one change of one target.
  const [deals] = plans.filter(({ metric }) => metric === 'deals')
  const fresh = planned(team.with(0, { ...someone(0), leftOn: CHANGED_ON.subtract({ days: 1 }) }), 2)
  if (deals === undefined) throw new Error('No deals are planned')
  const after = replan(deals, fresh, CHANGED_ON)
  if (!after.ok) throw new Error(after.error.code)
  return { people, seconds, peakMb, ...difference(deals, after.value) }
}

function planOf(team: readonly DecomposeMember[]): Decomposition[] {
  return EIGHT.map((_, index) => planned(team, index))
}

/** Every target with a rhythm within the month; amounts that do not divide evenly. */
function planned(team: readonly DecomposeMember[], index: number): Decomposition {
  const { key, unit } = EIGHT[index] ?? METRICS[0]
  const amount = BigInt(team.length) * (unit === 'money' ? 1_234_567_89n : BigInt(37 + 11 * index)) + 7n
  const plan = decompose({ metric: key, amount, period: YEAR, members: team, rhythm: [30n, 50n, 20n] })
  if (!plan.ok) throw new Error(plan.error.code)
  return plan.value
}

function difference(before: Decomposition, after: Decomposition): Pick<Measured, 'months' | 'changed' | 'touched'> {
  const earlier = new Map(before.members.map((plan) => [plan.member, plan]))
  const pairs = after.members.flatMap(({ member, months }) =>
    months.map((month, index) => ({ month, was: earlier.get(member)?.months[index] })),
  )
  return {
    months: pairs.length,
    changed: pairs.filter(({ month, was }) => String(month.days) !== String(was?.days)).length,
    touched: pairs.filter(({ month, was }) => month !== was).length,
  }
}

function members(people: number): DecomposeMember[] {
  return Array.from({ length: people }, (_, index) => someone(index))
}

function someone(index: number): DecomposeMember {
  const monday = Temporal.PlainDate.from('2026-03-02')
  const joinedOn = index % 10 === 1 ? Temporal.PlainDate.from('2026-02-01').add({ days: index % 90 }) : undefined
  const leaveFrom = monday.add({ days: index % 200 })
  const leave = index % 5 === 0 ? [{ from: leaveFrom, until: leaveFrom.add({ days: 9 }) }] : []
  return { member: `member ${index}`, weight: BigInt(1 + (index % 97)), calendar: CALENDAR, joinedOn, leave }
}
