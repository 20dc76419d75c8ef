import { Temporal } from 'temporal-polyfill'
import { z } from 'zod'
import { dayNumber } from '../../core/calendar/day-number.js'
import type { DealId, MemberId, OrganisationId, PersonId, TeamId } from '../../core/id.js'
import { type DealState, type Move, stateAfter } from '../../core/pipeline/deal-state.js'
import { type Place, STAGES } from '../../core/pipeline/stage.js'
import type { FocusSum } from '../../core/plan/focus-shares.js'
import type { Transaction } from '../database.js'
import { fromDateColumn, toDateColumn, toInstantColumn } from '../dates.js'
import type { DealMove as DealMoveRow, Deal as DealRow } from '../generated/client.js'
import { newId } from '../new-id.js'
import type { Sql } from '../sql.js'

export interface Deal {
  readonly id: DealId
  readonly teamId: TeamId
  /** The owner. */
  readonly memberId: MemberId
  readonly name: string
  /** Minor units of the currency; undefined while nobody knows it. */
  readonly amount: bigint | undefined
  readonly currency: string
  /** The strategic focus that it serves, by the name that a plan has for it; undefined: off strategy. */
  readonly focus: string | undefined
  readonly openedOn: Temporal.PlainDate
  readonly state: DealState
}

/** A deal as it is brought in, with all its moves so far. */
export interface NewDeal extends Omit<Deal, 'id' | 'state'> {
  readonly moves: readonly Move[]
  /** The delivery or the file's row that brings it. */
  readonly source: string
}

export interface KeptMove extends Move {
  readonly id: string
}

export function dealsIn(tx: Transaction, sql: Sql, organisationId: OrganisationId, now: Temporal.Instant) {
  const at = toInstantColumn(now)
  return {
    /** Adds deals with their moves; one whose source is there already stays as it is. @returns how many are new */
    async add(deals: readonly NewDeal[], madeBy: PersonId): Promise<number> {
      const rows = deals.map((deal) => ({
        id: newId<'deal'>(),
        organisationId,
        ...columnsOf(deal),
        ...stateColumns(stateAfter(deal.moves)),
        source: deal.source,
        createdAt: at,
      }))
      const added = await tx.deal.createManyAndReturn({ data: rows, skipDuplicates: true, select: { id: true, source: true } })
      const idOf = new Map(added.map(({ id, source }) => [source, id]))
      const moves = deals.flatMap((deal) => {
        const dealId = idOf.get(deal.source)
        return dealId === undefined ? [] : deal.moves.map((move, index) => moveRow(dealId, move, index + 1, madeBy))
      })
      await tx.dealMove.createMany({ data: moves })
      return added.length
    },
    /** What is known of all deals of a team, to tell whether one that is brought in is there already: those taken back among them. */
    async known(teamId: TeamId): Promise<KnownDeal[]> {
      const rows = await tx.deal.findMany({
        where: { organisationId, teamId },
        select: { memberId: true, name: true, openedOn: true, stage: true, outcome: true, closedOn: true, source: true, voidedAt: true },
      })
      return rows.map(({ memberId, name, openedOn, stage: last, outcome, closedOn, source, voidedAt }) => ({
        memberId: memberId as MemberId,
        name,
        openedOn: fromDateColumn(openedOn),
        place: place.parse(outcome ?? last),
        closedOn: closedOn === null ? undefined : fromDateColumn(closedOn),
        source,
        isTakenBack: voidedAt !== null,
      }))
    },
    async bySource(source: string): Promise<Deal | undefined> {
      return dealOf(await tx.deal.findUnique({ where: { organisationId_source: { organisationId, source } } }))
    },
    async byId(teamId: TeamId, id: string): Promise<Deal | undefined> {
      return dealOf(await tx.deal.findFirst({ where: { id, organisationId, teamId, voidedAt: null } }))
    },
    /** Holds the deal until the transaction ends, so that two changes at once follow each other. */
    async hold(id: string): Promise<void> {
      await tx.$queryRaw`SELECT 1 FROM deal WHERE id = ${id} AND organisation_id = ${organisationId} FOR UPDATE`
    },
    /** The team's or a member's, whose name holds the words. Open ones come first, those worth most before others, then what was closed last. */
    async find(teamId: TeamId, { memberId, words, isOpen }: DealSearch, skip: number, take: number): Promise<Deal[]> {
      const rows = await tx.deal.findMany({
        where: {
          organisationId,
          teamId,
          voidedAt: null,
          ...(memberId === undefined ? {} : { memberId }),
          ...(isOpen ? { closedOn: null } : {}),
          AND: words.map((word) => ({ name: { contains: word, mode: 'insensitive' as const } })),
        },
        orderBy: [
          { closedOn: { sort: 'desc', nulls: 'first' } },
          { amount: { sort: 'desc', nulls: 'last' } },
          { openedOn: 'asc' },
          { id: 'asc' },
        ],
        skip,
        take,
      })
      return rows.flatMap((row) => dealOf(row) ?? [])
    },
    /** How many are open and what those with an amount in the currency come to. */
    async openSum(teamId: TeamId, memberId: MemberId | undefined, currency: string): Promise<{ count: number; amount: bigint }> {
      const where = { organisationId, teamId, voidedAt: null, closedOn: null, ...(memberId === undefined ? {} : { memberId }) }
      const [count, sum] = [
        await tx.deal.count({ where }),
        await tx.deal.aggregate({ where: { ...where, currency }, _sum: { amount: true } }),
      ]
      return { count, amount: sum._sum.amount ?? 0n }
    },
    /** What those with an amount in the currency come to by focus: of all that are open, or of those won within a span. */
    async sumByFocus(teamId: TeamId, currency: string, wonWithin?: Span): Promise<FocusSum[]> {
      const ended = wonWithin && { gte: toDateColumn(wonWithin.start), lte: toDateColumn(wonWithin.end) }
      const which = ended === undefined ? { closedOn: null } : { outcome: 'won', closedOn: ended }
      const where = { organisationId, teamId, voidedAt: null, currency, ...which }
      const rows = await tx.deal.groupBy({ by: ['focus'], where, _sum: { amount: true } })
      return rows.map(({ focus, _sum }) => ({ focus: focus ?? undefined, amount: _sum.amount ?? 0n }))
    },
    /** The moves that stand, in their order. */
    async moves(id: DealId): Promise<KeptMove[]> {
      const rows = await tx.dealMove.findMany({ where: { dealId: id, organisationId, voidedAt: null }, orderBy: { position: 'asc' } })
      return rows.map((row) => ({ id: row.id, ...moveOf(row) }))
    },
    async dealOfMove(moveId: string): Promise<string | undefined> {
      return (await tx.dealMove.findFirst({ where: { id: moveId, organisationId }, select: { dealId: true } }))?.dealId
    },
    /** Adds a move and keeps where the deal stands. @returns the move's id */
    async move(id: DealId, move: Move, madeBy: PersonId): Promise<string> {
      const last = await tx.dealMove.aggregate({ where: { dealId: id, organisationId }, _max: { position: true } })
      const row = moveRow(id, move, (last._max.position ?? 0) + 1, madeBy)
      await tx.dealMove.create({ data: row })
      await tx.deal.updateMany({ where: { id, organisationId }, data: stateColumns(stateAfter([move])) })
      return row.id
    },
    /** Takes a deal's last move back: it stands as before, or, were it the opening, counts nowhere. */
    async voidMove(id: DealId, moveId: string, before: readonly Move[]): Promise<void> {
      await tx.dealMove.updateMany({ where: { id: moveId, organisationId }, data: { voidedAt: at } })
      const data = before.length === 0 ? { voidedAt: at } : stateColumns(stateAfter(before))
      await tx.deal.updateMany({ where: { id, organisationId }, data })
    },
    /** Gives all that is open of one member to another. @returns which */
    async handOver(teamId: TeamId, from: MemberId, to: MemberId): Promise<DealId[]> {
      const where = { organisationId, teamId, memberId: from, voidedAt: null, closedOn: null }
      const rows = await tx.deal.updateManyAndReturn({ where, data: { memberId: to }, select: { id: true } })
      return rows.map(({ id }) => id as DealId)
    },
    async correct(deal: Deal): Promise<void> {
      await tx.deal.updateMany({ where: { id: deal.id, organisationId }, data: columnsOf(deal) })
    },
    ...dealHistoryIn(sql, organisationId),
  }

  function moveRow(dealId: string, { from, to, on, reason }: Move, position: number, madeBy: PersonId) {
    const said = { from: from ?? null, to, on: toDateColumn(on), reason: reason ?? null }
    return { id: newId(), organisationId, dealId, position, ...said, madeBy, madeAt: at }
  }
}

/** What the forecast reads of a team's deals. */
function dealHistoryIn(sql: Sql, organisationId: OrganisationId) {
  return {
    /** Those opened from a day on, and all that are open, with the stages each is known to have been in: one statement. */
    async history(teamId: TeamId, from: Temporal.PlainDate): Promise<DealHistory[]> {
      return historyRows.parse(
        await sql.$queryRaw`
          SELECT member_id AS "memberId", amount::text, currency, opened_on::text AS opened, stage, outcome, closed_on::text AS closed,
            (SELECT json_agg(json_build_array(step."on"::text, step.to_stage) ORDER BY step.position) FROM deal_move AS step
              WHERE step.organisation_id = deal.organisation_id AND step.deal_id = deal.id AND step.voided_at IS NULL
                AND step.to_stage NOT IN ('won', 'lost')) AS path
          FROM deal
          WHERE organisation_id = ${organisationId} AND team_id = ${teamId} AND voided_at IS NULL
            AND (closed_on IS NULL OR opened_on >= ${from.toString()}::date)`,
      )
    },
  }
}

export interface KnownDeal {
  readonly memberId: MemberId
  readonly name: string
  readonly openedOn: Temporal.PlainDate
  readonly place: Place
  /** Undefined while it is open. */
  readonly closedOn: Temporal.PlainDate | undefined
  readonly source: string
  readonly isTakenBack: boolean
}

interface Span {
  readonly start: Temporal.PlainDate
  readonly end: Temporal.PlainDate
}

export type DealHistory = z.infer<typeof historyRows>[number]

export interface DealSearch {
  /** Undefined for the whole team. */
  readonly memberId: MemberId | undefined
  readonly words: readonly string[]
  readonly isOpen: boolean
}

function columnsOf({ teamId, memberId, name, amount, currency, focus, openedOn }: Omit<Deal, 'id' | 'state'>) {
  return { teamId, memberId, name, amount: amount ?? null, currency, focus: focus ?? null, openedOn: toDateColumn(openedOn) }
}

function stateColumns(state: DealState) {
  if (state.kind === 'open')
    return { stage: state.stage, stageSince: toDateColumn(state.since), outcome: null, closedOn: null, reason: null }
  const { stage, kind, on, reason } = state
  return { stage: stage ?? null, stageSince: toDateColumn(on), outcome: kind, closedOn: toDateColumn(on), reason: reason ?? null }
}

const day = z.string().transform((on) => dayNumber(Temporal.PlainDate.from(on)))
/** Days are whole days since 1970-01-01. */
const historyRows = z.array(
  z.object({
    memberId: z.string().transform((id) => id as MemberId),
    amount: z.string().transform(BigInt).nullable(),
    currency: z.string(),
    opened: day,
    stage: z.enum(STAGES).nullable(),
    outcome: z.enum(['won', 'lost']).nullable(),
    closed: day.nullable(),
    path: z.array(z.tuple([day, z.enum(STAGES)])).nullable(),
  }),
)

const stage = z.enum(STAGES)
const place = z.enum([...STAGES, 'won', 'lost'])

function dealOf(row: DealRow | null): Deal | undefined {
  if (row === null || row.voidedAt !== null) return undefined
  return {
    id: row.id as DealId,
    teamId: row.teamId as TeamId,
    memberId: row.memberId as MemberId,
    name: row.name,
    amount: row.amount ?? undefined,
    currency: row.currency,
    focus: row.focus ?? undefined,
    openedOn: fromDateColumn(row.openedOn),
    state: stateOf(row),
  }
}

function stateOf({ stage: last, stageSince, outcome, closedOn, reason }: DealRow): DealState {
  if (outcome === null || closedOn === null) return { kind: 'open', stage: stage.parse(last), since: fromDateColumn(stageSince) }
  const kind = z.enum(['won', 'lost']).parse(outcome)
  return { kind, stage: last === null ? undefined : stage.parse(last), on: fromDateColumn(closedOn), reason: reason ?? undefined }
}

function moveOf({ from, to, on, reason }: DealMoveRow): Move {
  const toPlace: Place = place.parse(to)
  return { from: from === null ? undefined : place.parse(from), to: toPlace, on: fromDateColumn(on), reason: reason ?? undefined }
}
