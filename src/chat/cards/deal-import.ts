import type { Double } from '../../app/deal/doubles.js'
import type { DealImport } from '../../app/deal/import.js'
import type { DealTable, DealTrial } from '../../app/deal/import-table.js'
import { DEAL_COLUMNS, NEEDED_COLUMNS } from '../../core/pipeline/deal-columns.js'
import type { RowRemark } from '../../core/pipeline/deal-file.js'
import { isStage } from '../../core/pipeline/stage.js'
import type { PlanFileError } from '../../core/plan/raw-plan.js'
import { inPassing } from '../in-passing.js'
import type { Button, Card, Line } from '../model.js'
import { date, list, type Text, text } from '../text.js'
import { stageName } from './deal.js'
import { planErrorText } from './plan-errors.js'
import { columnText } from './plan-table.js'

/** A dry run: what the columns are taken to mean, and what the file would bring or all that is wrong in it. */
export function dealImportCard({ table, outcome }: DealTrial, currency: string): Card {
  const missing = NEEDED_COLUMNS.filter((column) => table.mapping[column] === undefined)
  const bad = missing.length > 0 || outcome.problems.length > 0
  const columns: Button = { label: text('table-button-map'), action: `deal:columns:${table.id}` }
  return {
    title: text('deal-import-title'),
    lines: [
      { kind: 'list', items: DEAL_COLUMNS.filter((column) => table.mapping[column] !== undefined).map((column) => mapped(column, table)) },
      ...(missing.length > 0 ? missingLines(missing) : bad ? problemLines(outcome.problems) : goodLines(outcome, currency)),
    ],
    buttons: bad ? [columns] : [...takeButtons(outcome, table.id), columns],
    note: text('deal-import-note'),
  }
}

/** What was brought in. */
export function dealsImportedCard({ added, known, doubles, deals }: DealImport, teamId: string, wanted: 'all' | 'without-doubles'): Card {
  const leftOut = wanted === 'all' ? 0 : doubles.length
  return {
    title: text('deal-imported', { count: added }),
    lines: [
      ...(known === 0 ? [] : [line(text('deal-import-known', { count: known }))]),
      ...(leftOut === 0 ? [] : [line(text('deal-imported-doubles', { count: leftOut }))]),
      ...(deals.some(({ end }) => end.kind === 'won') ? [line(text('deal-imported-won'))] : []),
    ],
    buttons: [{ label: text('deal-button-team'), action: `deal:list:${teamId}:team:0` }],
  }
}

/** What is wrong with a file as a whole. */
export function dealFileMistake(error: PlanFileError): Text {
  const own = OWN_WORDS.find((code) => code === error.code)
  if (own !== undefined) return text(`deal-file-${own}`, error.facts)
  return SHARED_WORDS.includes(error.code) ? planErrorText(error) : text('deal-file-other')
}

export function dealFileMistakeCard(error: PlanFileError): Card {
  return { title: text('deal-import-unread'), lines: [line(dealFileMistake(error))], note: text('deal-import-nothing') }
}

const OWN_WORDS = ['oversized', 'inflated', 'header-missing', 'rows-missing', 'rows-many'] as const
/** What plans say of a file holds of any. */
const SHARED_WORDS: readonly string[] = ['blank', 'old-excel', 'encrypted', 'foreign', 'damaged']

function mapped(column: (typeof DEAL_COLUMNS)[number], { mapping, headers }: DealTable): Text {
  return text('table-maps', { column: text(`deal-column-${column}`), source: columnText(mapping[column] ?? 0, headers) })
}

function missingLines(missing: readonly (typeof DEAL_COLUMNS)[number][]): Line[] {
  return [line(text('deal-import-columns', { columns: list(missing.map((column) => text(`deal-column-${column}`))) }))]
}

const MOST = 10

function problemLines(problems: readonly RowRemark[]): Line[] {
  const items = problems.slice(0, MOST).map(rowText)
  const more = problems.length > MOST ? [text('plan-import-more', { count: problems.length - MOST })] : []
  return [line(text('deal-import-bad')), { kind: 'list', items: [...items, ...more] }]
}

function goodLines({ deals, known, doubles, notes }: DealImport, currency: string): Line[] {
  const count = (kind: 'open' | 'won' | 'lost') => deals.filter(({ end }) => end.kind === kind).length
  const worth = deals.reduce((sum, { amount, end }) => (end.kind === 'open' ? sum + (amount ?? 0n) : sum), 0n)
  const facts = { count: deals.length, open: count('open'), won: count('won'), lost: count('lost'), worth: inPassing(worth, currency) }
  const said = notes.flatMap(noteText)
  return [
    line(text('deal-import-good', facts)),
    ...(known === 0 ? [] : [line(text('deal-import-known', { count: known }))]),
    ...(doubles.length === 0 ? [] : listed(text('deal-import-doubles'), doubles.map(doubleText))),
    ...(said.length === 0 ? [] : listed(text('deal-import-noticed'), said)),
  ]
}

function listed(heading: Text, items: readonly Text[]): Line[] {
  const more = items.length > MOST ? [text('plan-import-more', { count: items.length - MOST })] : []
  return [line(heading), { kind: 'list', items: [...items.slice(0, MOST), ...more] }]
}

function takeButtons({ deals, known, doubles }: DealImport, id: string): Button[] {
  const all = deals.length - known
  const once = all - doubles.length
  const take = (wanted: 'all' | 'once', label: Text, style?: 'primary'): Button => ({
    label,
    action: `deal:take:${id}:${wanted}`,
    ...(style === undefined ? {} : { style }),
  })
  if (doubles.length === 0) return all === 0 ? [] : [take('all', text('deal-button-take', { count: all }), 'primary')]
  return [
    ...(once === 0 ? [] : [take('once', text('deal-button-take-once', { count: once }), 'primary')]),
    take('all', text('deal-button-take-all', { count: all })),
  ]
}

function doubleText({ line: at, name, owner, there }: Double): Text {
  const facts = { line: String(at), name, owner }
  if (there.kind === 'row') return text('deal-double-row', { ...facts, other: String(there.line) })
  const place = isStage(there.place) ? stageName(there.place) : text(`deal-place-${there.place}`)
  return text('deal-double-kept', { ...facts, opened: date(there.openedOn), place })
}

function rowText({ code, line: at, found, near }: RowRemark): Text {
  const like = near === undefined ? undefined : LIKE_CODES[code]
  const said = like ?? ROW_CODES.find((each) => each === code) ?? 'other'
  return text('deal-row', { line: String(at), mistake: text(`deal-row-${said}`, { found, near: near ?? '' }) })
}

/** What was read all the same and is worth a look; that a column is not needed is not. */
function noteText({ code, line: at, found }: RowRemark): Text[] {
  if (code === 'date-order-unknown') return [text(found === 'day-first' ? 'deal-note-day-first' : 'deal-note-month-first')]
  if (code === 'focus-unused') return [text('deal-note-focus-unused')]
  const said = NOTE_CODES.find((each) => each === code)
  return said === undefined ? [] : [text('deal-row', { line: String(at), mistake: text(`deal-note-${said}`, { found }) })]
}

const NOTE_CODES = ['stage-taken', 'deal-twice', 'outcome-guessed'] as const

/** What is said of a name that nobody has where one is near. */
const LIKE_CODES: Partial<Record<RowRemark['code'], 'owner-like' | 'focus-like'>> = {
  'owner-unknown': 'owner-like',
  'focus-unknown': 'focus-like',
}

const ROW_CODES = [
  'owner-missing',
  'owner-unknown',
  'owner-left',
  'name-missing',
  'stage-unknown',
  'value-unreadable',
  'value-too-large',
  'opened-missing',
  'opened-unreadable',
  'opened-ahead',
  'closed-unread',
  'closed-ahead',
  'closed-before-opened',
  'closed-missing',
  'outcome-missing',
  'outcome-unreadable',
  'focus-unknown',
] as const

function line(words: Text): Line {
  return { kind: 'text', text: words }
}
