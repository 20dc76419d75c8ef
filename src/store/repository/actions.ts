import { Temporal } from 'temporal-polyfill'
import { z } from 'zod'
import type { MemberId, OrganisationId, PersonId, TeamId } from '../../core/id.js'
import { fromJson } from '../json.js'
import type { Sql } from '../sql.js'

/** How many of a key action a member ticked off on a day. */
export interface MemberTick {
  readonly memberId: MemberId
  /** What a plan knows the action by. */
  readonly key: string
  readonly on: Temporal.PlainDate
  readonly count: number
}

/** The ticks of key actions, and the plans that ask for them. */
export function actionsIn(sql: Sql, organisationId: OrganisationId) {
  return {
    /** Inputs of a team's published plans that have key actions, as core/plan/plan-input has them: one statement. */
    async plans(teamId: TeamId): Promise<readonly unknown[]> {
      const rows = await sql.$queryRaw<{ input: unknown }[]>`
        SELECT input FROM plan WHERE organisation_id = ${organisationId} AND team_id = ${teamId} AND state = 'published'
          AND jsonb_exists(input, 'actions')`
      return rows.map(({ input }) => fromJson(input))
    },
    /** A team's ticks, both dates included: one statement. */
    async ticks(teamId: TeamId, from: Temporal.PlainDate, to: Temporal.PlainDate): Promise<MemberTick[]> {
      return tickRows.parse(
        await sql.$queryRaw`
          SELECT member_id AS "memberId", action AS key, "on"::text, count FROM action_tick
          WHERE organisation_id = ${organisationId} AND team_id = ${teamId}
            AND "on" BETWEEN ${from.toString()}::date AND ${to.toString()}::date`,
      )
    },
    /** Says how many of an action a member did on a day; 0 takes them back. Said twice, it counts once. */
    async tick(tick: {
      teamId: TeamId
      memberId: MemberId
      on: Temporal.PlainDate
      key: string
      count: number
      by: PersonId
      at: Temporal.Instant
    }): Promise<void> {
      const { teamId, memberId, key, count } = tick
      const on = tick.on.toString()
      if (count === 0) {
        await sql.$executeRaw`
          DELETE FROM action_tick
          WHERE organisation_id = ${organisationId} AND member_id = ${memberId} AND "on" = ${on}::date AND action = ${key}`
        return
      }
      await sql.$executeRaw`
        INSERT INTO action_tick (organisation_id, team_id, member_id, "on", action, count, ticked_by, ticked_at)
        VALUES (${organisationId}, ${teamId}, ${memberId}, ${on}::date, ${key}, ${count}::int, ${tick.by}, ${tick.at.toString()}::timestamptz)
        ON CONFLICT (member_id, "on", action)
        DO UPDATE SET count = EXCLUDED.count, ticked_by = EXCLUDED.ticked_by, ticked_at = EXCLUDED.ticked_at
          WHERE action_tick.count <> EXCLUDED.count`
    },
  }
}

const tickRows = z.array(
  z.object({
    memberId: z.string().transform((id) => id as MemberId),
    key: z.string(),
    on: z.string().transform((on) => Temporal.PlainDate.from(on)),
    count: z.number().int(),
  }),
)
