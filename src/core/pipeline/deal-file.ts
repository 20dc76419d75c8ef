import { MAX_AMOUNT } from '../amount/parse-amount.js'
import { type DealRow, dealRowReader } from '../forecast/deals/read-deal-row.js'
import { type CellStyle, learnStyle } from '../forecast/file/cell-style.js'
import type { Columns } from '../forecast/file/columns.js'
import { gatherRemarks, type RemarkCode, type Remarks } from '../forecast/file/remarks.js'
import { closestName, foldedName } from '../plan/closest-name.js'
import { type FileRow, findDealColumns } from './deal-columns.js'
import { type Outcome, type Stage, stageNamed } from './stage.js'

/** A deal as a file has it. Days are whole days since 1970-01-01. */
export interface FileDeal {
  readonly line: number
  /** The owner's place in the list of owners that was given. */
  readonly owner: number
  readonly name: string
  /** Minor units. */
  readonly amount: bigint | undefined
  /** The strategic focus that it serves, as the plan has its name; undefined: off strategy. */
  readonly focus: string | undefined
  readonly opened: number
  /** The one it is in or was in last; undefined of a closed deal where the file does not tell. */
  readonly stage: Stage | undefined
  readonly end: { readonly kind: 'open' } | { readonly kind: Outcome; readonly on: number }
}

/** What is wrong with a row, or merely noticed. Codes of the forecast's reader, and those that only an import knows. */
export interface RowRemark {
  readonly code: RemarkCode | ImportCode
  /** 0 for the file as a whole. */
  readonly line: number
  readonly found: string
  /** Whom an unknown owner, or what an unknown focus, may stand for. */
  readonly near?: string
}

export type ImportCode =
  | 'columns-missing'
  | 'owner-missing'
  | 'owner-unknown'
  | 'owner-left'
  | 'name-missing'
  | 'stage-unknown'
  | 'value-too-large'
  | 'closed-unread'
  | 'opened-ahead'
  | 'closed-ahead'
  | 'stage-taken'
  | 'focus-unknown'
  /** A column of focuses, while the plan names none. */
  | 'focus-unused'

export interface DealFile {
  readonly deals: readonly FileDeal[]
  /** What cannot be used: with any of these nothing is imported. */
  readonly problems: readonly RowRemark[]
  /** What was read all the same, and how. */
  readonly notes: readonly RowRemark[]
}

export interface DealFileReader {
  /** Who may own deals: a leaver only what is closed. */
  readonly owners: readonly { readonly name: string; readonly hasLeft: boolean }[]
  /** The strategic focuses that a deal may serve; none where the plan names none. */
  readonly focuses: readonly string[]
  readonly currencyDigits: number
  /** In days since 1970-01-01. */
  readonly today: number
}

/**
 * Reads a file of deals to be kept, by the reader that the forecast has for such files, but strictly: a forecast does without an odd row, while
 * a deal that is left out would be missed. Besides the forecast's columns it needs `owner` and `name`, and knows `focus`.
 */
export function readDealFile([header, ...rows]: readonly FileRow[], reader: DealFileReader): DealFile {
  const remarks = gatherRemarks()
  const { owner, name, focus, columns } = findDealColumns(header?.cells ?? [], remarks)
  const missing = [...(columns.kind === 'deals' ? [] : ['opened']), ...(owner < 0 ? ['owner'] : []), ...(name < 0 ? ['name'] : [])]
  if (columns.kind !== 'deals' || missing.length > 0)
    return { deals: [], problems: [{ code: 'columns-missing', line: 0, found: missing.join(', ') }], notes: [] }

  const style = styleOf(rows, columns, remarks)
  const read = rows.map((row) => readRow(row, { columns, style, owner, name, focus, reader }))
  const isUnused = reader.focuses.length === 0 && rows.some(({ cells }) => !isNoFocus(cells[focus] ?? ''))
  const unused: RowRemark[] = isUnused ? [{ code: 'focus-unused', line: 0, found: '' }] : []
  const notes = [...remarksOf(remarks), ...unused, ...read.flatMap((each) => each.notes)]
  const once = onlyOnce(read.flatMap(({ deal }) => (deal === undefined ? [] : [deal])))
  return { deals: once.deals, problems: read.flatMap((each) => each.problems), notes: [...notes, ...once.notes] }
}

type DealColumns = Extract<Columns, { kind: 'deals' }>

function styleOf(rows: readonly FileRow[], { opened, closed, value }: DealColumns, remarks: Remarks): CellStyle {
  const learner = learnStyle()
  for (const { cells } of rows) {
    for (const column of closed === undefined ? [opened] : [opened, closed]) learner.seeDate(cells[column] ?? '')
    if (value !== undefined) learner.seeNumber(cells[value] ?? '')
  }
  return learner.learnt(remarks)
}

interface RowPlaces {
  readonly columns: DealColumns
  readonly style: CellStyle
  readonly owner: number
  readonly name: number
  /** -1 where the file has none. */
  readonly focus: number
  readonly reader: DealFileReader
}

interface RowRead {
  readonly deal: FileDeal | undefined
  readonly problems: readonly RowRemark[]
  readonly notes: readonly RowRemark[]
}

/** What the forecast's reader takes at what is usual, said of a deal to be kept in words of its own, or not at all. */
const OWN_WORDS: readonly RowRemark['code'][] = ['closed-unreadable', 'stage-missing', 'deal-value-missing']

function readRow({ cells, line }: FileRow, { columns, style, owner, name, focus, reader }: RowPlaces): RowRead {
  const remarks = gatherRemarks()
  const row = dealRowReader(columns, style, reader.today, remarks)(cells, line)
  const said = remarksOf(remarks)
  if (row === undefined) return { deal: undefined, problems: said.slice(-1), notes: [] }

  const problems = said.flatMap((remark): RowRemark[] => {
    if (remark.code === 'closed-unreadable') return [{ ...remark, code: 'closed-unread' }]
    return remark.code === 'deal-value-missing' && remark.found !== '' ? [{ ...remark, code: 'value-unreadable' }] : []
  })
  const notes = said.filter(({ code }) => !OWN_WORDS.includes(code))
  const problem = (code: ImportCode, found: string) => problems.push({ code, line, found })
  const called = (cells[name] ?? '').trim()
  if (called === '') problem('name-missing', '')
  const owns = ownerOf((cells[owner] ?? '').trim(), row, reader)
  if (owns.problem !== undefined) {
    const said = (cells[owner] ?? '').trim()
    const near =
      owns.problem === 'owner-unknown'
        ? closestName(
            said,
            reader.owners.map((each) => each.name),
          )
        : undefined
    problems.push({ code: owns.problem, line, found: said, ...(near === undefined ? {} : { near }) })
  }
  const stage = row.deal.stage === undefined ? undefined : stageNamed(row.deal.stage)
  if (row.deal.stage !== undefined && stage === undefined) problem('stage-unknown', row.deal.stage)
  const takesLead = row.deal.end.kind === 'open' && row.deal.stage === undefined
  if (takesLead) notes.push({ code: 'stage-taken', line, found: '' })
  const amount = row.deal.value === undefined ? undefined : BigInt(Math.round(row.deal.value * 10 ** reader.currencyDigits))
  if (amount !== undefined && amount > MAX_AMOUNT) problem('value-too-large', String(row.deal.value))
  const { opened, end } = row.deal
  if (opened > reader.today) problem('opened-ahead', (cells[columns.opened] ?? '').trim())
  if (end.kind !== 'open' && end.on > reader.today) problem('closed-ahead', (cells[columns.closed ?? -1] ?? '').trim())
  const serves = focusOf((cells[focus] ?? '').trim(), reader.focuses)
  if (serves.isUnknown) problems.push({ code: 'focus-unknown', line, found: (cells[focus] ?? '').trim(), ...serves.near })
  if (problems.length > 0) return { deal: undefined, problems, notes: [] }
  const facts = { name: called, amount, focus: serves.focus, opened, end, stage: takesLead ? ('lead' as const) : stage }
  return { deal: { line, owner: owns.index, ...facts }, problems, notes }
}

const NO_FOCUS: readonly string[] = ['', '-', '–', '—', '/', 'none', 'off strategy', '无', '没有', '战略之外']

function isNoFocus(words: string): boolean {
  return NO_FOCUS.includes(foldedName(words))
}

/** The focus that a cell names. Where there is no strategy, whatever it names is left out. */
function focusOf(
  words: string,
  focuses: readonly string[],
): { readonly focus?: string; readonly isUnknown?: true; readonly near?: { readonly near: string } } {
  const focus = focuses.find((each) => foldedName(each) === foldedName(words))
  if (focus !== undefined) return { focus }
  if (focuses.length === 0 || isNoFocus(words)) return {}
  const near = closestName(words, focuses)
  return near === undefined ? { isUnknown: true } : { isUnknown: true, near: { near } }
}

function remarksOf(remarks: Remarks): RowRemark[] {
  return remarks
    .list()
    .flatMap(({ code, examples }) => examples.map(({ line = 0, found, taken = '' }) => ({ code, line, found: found ?? String(taken) })))
}

function ownerOf(words: string, { deal }: DealRow, { owners }: DealFileReader): { index: number; problem?: ImportCode } {
  if (words === '') return { index: -1, problem: 'owner-missing' }
  const folded = (said: string) => said.normalize('NFKC').toLowerCase().replace(/\s+/g, ' ')
  const matches = (test: (known: string) => boolean) => owners.flatMap(({ name }, index) => (test(folded(name)) ? [index] : []))
  const whole = matches((known) => known === folded(words))
  const [index, another] = whole.length > 0 ? whole : matches((known) => known.startsWith(`${folded(words)} `))
  if (index === undefined || another !== undefined) return { index: -1, problem: 'owner-unknown' }
  return deal.end.kind === 'open' && owners[index]?.hasLeft === true ? { index, problem: 'owner-left' } : { index }
}

/** A deal of the same owner, name and opening counts once: the row that tells of its end, or else the first. */
function onlyOnce(deals: readonly FileDeal[]): { deals: FileDeal[]; notes: RowRemark[] } {
  const kept = new Map<string, FileDeal>()
  const notes: RowRemark[] = []
  for (const deal of deals) {
    const key = `${deal.owner}\n${deal.opened}\n${deal.name}`
    const known = kept.get(key)
    if (known !== undefined) notes.push({ code: 'deal-twice', line: deal.line, found: deal.name })
    if (known === undefined || (known.end.kind === 'open' && deal.end.kind !== 'open')) kept.set(key, deal)
  }
  return { deals: [...kept.values()], notes }
}
