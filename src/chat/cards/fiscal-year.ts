import type { Temporal } from 'temporal-polyfill'
import type { FiscalCalendar } from '../../core/calendar/fiscal-year.js'
import { datesOf, monthsOf, type Period, periodContaining } from '../../core/calendar/period.js'
import type { Card, Line } from '../model.js'
import { spanText } from '../period-span.js'
import { period, type Text, text } from '../text.js'

/** What a change of the fiscal year comes to: the running year with its quarters and, where they are weeks, its months. */
export function fiscalYearCard(fiscal: FiscalCalendar, today: Temporal.PlainDate): Card {
  const year = periodContaining('year', today, fiscal)
  const months = monthsOf(year, fiscal)
  const quarters = [
    ...new Map(months.map(({ start }) => periodContaining('quarter', start, fiscal)).map((each) => [each.id, each])).values(),
  ]
  const weeks = datesOf(year).length / 7
  return {
    title: text('fiscal-saved-title', { year: year.id }),
    lines: [
      { kind: 'text', text: spanText(year) },
      { kind: 'list', items: quarters.map(partLine) },
      ...(fiscal.kind === 'weeks' ? weekLines(weeks, months) : []),
    ],
    note: text('fiscal-saved-note'),
  }
}

function weekLines(weeks: number, months: readonly Period[]): Line[] {
  const last = months.at(-1)
  const said = last !== undefined && weeks === 53 ? text('fiscal-year-53', { month: period(last.id) }) : text('fiscal-year-52')
  return [
    { kind: 'text', text: said },
    { kind: 'list', items: months.map(partLine) },
  ]
}

function partLine(of: Period): Text {
  return text('fiscal-span', { period: period(of.id), span: spanText(of) })
}
