import type { Temporal } from 'temporal-polyfill'
import { fractionDigits } from '../../core/amount/unit.js'
import { dateOfDayNumber, dayNumber } from '../../core/calendar/day-number.js'
import { hasLeft } from '../../core/calendar/stay.js'
import type { FileRow } from '../../core/pipeline/deal-columns.js'
import { type DealFile, type FileDeal, readDealFile } from '../../core/pipeline/deal-file.js'
import type { Move } from '../../core/pipeline/deal-state.js'
import type { NewDeal } from '../../store/repository/deals.js'
import type { Member } from '../../store/repository/teams.js'
import { type Actor, mustManage } from '../access/visitor.js'
import type { App } from '../app.js'
import { type Double, doublesIn } from './doubles.js'
import { focusNames } from './focus.js'
import { tellOfImport } from './tell.js'

export interface DealImport extends DealFile {
  /** How many were brought in; 0 in a dry run, and where there is a problem. */
  readonly added: number
  /** How many were brought in before. */
  readonly known: number
  /** Those not brought in before that may be there all the same. */
  readonly doubles: readonly Double[]
}

/**
 * Brings in a team's deals out of a file's rows, all that are wanted or, with a problem in any row, none. A deal that was brought in before stays as
 * it is, whatever the file says of it now: what was done to it since is not undone.
 *
 * @throws UserError unless the actor runs the team
 */
export async function importDeals(
  app: App,
  actor: Actor,
  rows: readonly FileRow[],
  { keep }: { readonly keep: 'all' | 'without-doubles' | 'nothing' },
): Promise<DealImport> {
  mustManage(actor)
  const { team, today, personId } = actor
  return app.transaction(actor.organisationId, async (store) => {
    // Pressed twice at once, the second finds what the first brought in, and tells nobody of it again.
    if (keep !== 'nothing') await store.teams.hold(team.id)
    const members = (await store.teams.members(team.id)).filter(({ role }) => role !== 'spectator')
    const owners = members.map((member) => ({ name: member.name, hasLeft: hasLeft(member, today) }))
    const focuses = await focusNames(store, actor)
    const file = readDealFile(rows, { owners, focuses, currencyDigits: fractionDigits(team.currency), today: dayNumber(today) })
    const there = await store.deals.known(team.id)
    const sources = new Set(there.map(({ source }) => source))
    const fresh = file.deals.filter((deal) => !sources.has(newDeal(deal, actor, members[deal.owner]).source))
    const doubles = doublesIn(
      fresh,
      members,
      there.filter(({ isTakenBack }) => !isTakenBack),
    )
    const found = { ...file, known: file.deals.length - fresh.length, doubles }
    if (file.problems.length > 0 || keep === 'nothing') return { ...found, added: 0 }
    const leftOut = new Set(keep === 'all' ? [] : doubles.map(({ line }) => line))
    const wanted = fresh.filter(({ line }) => !leftOut.has(line))
    const deals = wanted.map((deal) => newDeal(deal, actor, members[deal.owner]))
    let added = 0
    for (let from = 0; from < deals.length; from += CHUNK) added += await store.deals.add(deals.slice(from, from + CHUNK), personId)
    await tellOfImport(store, actor, deals)
    await store.records.audit({ personId, act: 'deal-import', subject: team.id, after: { rows: file.deals.length, added } })
    return { ...found, added }
  })
}

/** Rows a statement: a database takes only so many values at once. */
const CHUNK = 500

function newDeal({ name, amount, focus, opened, stage, end }: FileDeal, { team, today }: Actor, owner: Member | undefined): NewDeal {
  if (owner === undefined) throw new Error(`Cannot import deal "${name}": its owner is not in the list`)
  const openedOn = dateOfDayNumber(opened)
  const source = `deal-import:${team.id}:${owner.id}:${openedOn}:${name}`
  const facts = { name, amount, currency: team.currency, focus, openedOn }
  return { teamId: team.id, memberId: owner.id, ...facts, moves: movesOf(stage, end, today), source }
}

/** When a deal came to its stage no file tells: it was there on the day it was closed, or is today. */
function movesOf(stage: FileDeal['stage'], end: FileDeal['end'], today: Temporal.PlainDate): Move[] {
  const on = end.kind === 'open' ? today : dateOfDayNumber(end.on)
  const opening = stage === undefined ? [] : [{ from: undefined, to: stage, on, reason: undefined }]
  return end.kind === 'open' ? opening : [...opening, { from: stage, to: end.kind, on, reason: undefined }]
}
