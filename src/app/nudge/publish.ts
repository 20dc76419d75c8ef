import type { Temporal } from 'temporal-polyfill'
import { belongsOn } from '../../core/calendar/stay.js'
import { formForHour } from '../../core/checkin/forms.js'
import type { MemberId } from '../../core/id.js'
import { publishedDays } from '../../core/plan/published.js'
import type { Member, Team } from '../../store/repository/teams.js'
import type { Store } from '../../store/store.js'
import type { NudgePost } from '../check-in/post.js'
import { privateEntries } from '../review/private-entries.js'

/**
 * Reminds in private, and once, those whose day asks something and who were not heard from: not on leave, and nobody who has checked in
 * today by this form or by a later one, or has brought today's numbers by `/log` at its hour.
 *
 * @returns whether anybody was reminded
 */
export async function publishNudges(store: Store, team: Team, on: Temporal.PlainDate, form: 'midday' | 'evening'): Promise<boolean> {
  const missing = (await notHeardFrom(store, team, on, form)).map(({ personId }) => personId)
  const post: NudgePost = { kind: 'nudge', teamId: team.id, team: team.name, on: on.toString(), form }
  await store.outbox.add(await privateEntries(store, team, missing, `nudge:${form}:${team.id}:${on}`, post))
  return missing.length > 0
}

async function notHeardFrom(store: Store, team: Team, on: Temporal.PlainDate, form: 'midday' | 'evening'): Promise<Member[]> {
  const members = await store.teams.members(team.id)
  const asked = new Set(
    publishedDays(await store.targets.between(team.id, on, on), on, on)
      .filter(({ target }) => target !== null && target > 0n)
      .map(({ memberId }) => memberId),
  )
  const heard = new Set(
    (await store.checkIns.between(team.id, on, on))
      .filter((checkIn) => checkIn.form === form || checkIn.form === 'evening')
      .map(({ memberId }) => memberId),
  )
  const reportedAt = await store.entries.lastOwn(team.id, on, on)
  const hasReported = (memberId: MemberId) => {
    const at = reportedAt.get(memberId)
    return at !== undefined && (form === 'midday' || formForHour(at.toZonedDateTimeISO(team.zone).toPlainTime()) === 'evening')
  }
  const away = new Set(
    (
      await store.leaves.between(
        members.map(({ id }) => id),
        on,
        on,
      )
    ).map(({ memberId }) => memberId),
  )
  return members.filter(
    (member) =>
      member.role !== 'spectator' &&
      belongsOn(member, on) &&
      asked.has(member.id) &&
      !heard.has(member.id) &&
      !hasReported(member.id) &&
      !away.has(member.id),
  )
}
