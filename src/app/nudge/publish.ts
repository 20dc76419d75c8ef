import { Temporal } from 'temporal-polyfill'
import { publishedDays } from '../../core/plan/published.js'
import type { Member, Team } from '../../store/repository/teams.js'
import type { Store } from '../../store/store.js'
import type { NudgePost } from '../posts.js'

/**
 * Reminds in private, and once, those whose day asks something and who were not heard from: not on leave, and nobody who has checked in
 * today by this form or by a later one.
 *
 * @returns whether anybody was reminded
 */
export async function publishNudges(store: Store, team: Team, on: Temporal.PlainDate, form: 'midday' | 'evening'): Promise<boolean> {
  const missing = await notHeardFrom(store, team, on, form)
  const accounts = await store.people.identities(
    missing.map(({ personId }) => personId),
    team.home.platform,
  )
  const known = await store.people.known(missing.map(({ personId }) => personId))
  await store.outbox.add(
    missing.flatMap((member) => {
      const account = accounts.find(({ personId }) => personId === member.personId)
      if (account === undefined) return []
      const post: NudgePost = { kind: 'nudge', teamId: team.id, on: on.toString(), form }
      const language = known.get(member.personId)?.language ?? team.language
      return [
        {
          key: `nudge:${form}:${member.id}:${on}`,
          to: { platform: account.platform, kind: 'private' as const, workspace: account.workspace, person: account.externalId },
          post,
          language,
        },
      ]
    }),
  )
  return missing.length > 0
}

async function notHeardFrom(store: Store, team: Team, on: Temporal.PlainDate, form: 'midday' | 'evening'): Promise<Member[]> {
  const members = await store.teams.members(team.id)
  const asked = new Set(
    publishedDays(await store.targets.between(team.id, on, on), on, on)
      .filter(({ target }) => target !== null)
      .map(({ memberId }) => memberId),
  )
  const heard = new Set(
    (await store.work.checkIns(team.id, on, on))
      .filter((checkIn) => checkIn.form === form || checkIn.form === 'evening')
      .map(({ memberId }) => memberId),
  )
  const away = new Set(
    (
      await store.work.leaves(
        members.map(({ id }) => id),
        on,
        on,
      )
    ).map(({ memberId }) => memberId),
  )
  return members.filter(
    ({ id, role, leftOn }) =>
      role !== 'spectator' &&
      (leftOn === undefined || Temporal.PlainDate.compare(leftOn, on) >= 0) &&
      asked.has(id) &&
      !heard.has(id) &&
      !away.has(id),
  )
}
