import type { Temporal } from 'temporal-polyfill'
import { postPeriod } from '../../core/schedule/due.js'
import type { PostKind } from '../../core/schedule/post-rule.js'
import { localDate, type Team } from '../../store/repository/teams.js'
import type { Store } from '../../store/store.js'
import type { App } from '../app.js'
import { teamByName } from '../team/by-name.js'
import { publishPost } from './publish-post.js'

export interface WrittenPost {
  readonly key: string
  /** The lane it goes through: platform, workspace and conversation or person. */
  readonly to: string
  readonly post: unknown
  readonly language: 'en' | 'zh-CN'
}

/** Thrown to undo what a dry run has written, and caught again here. */
class DryRun extends Error {
  constructor(readonly posts: WrittenPost[]) {
    super('dry run')
  }
}

/**
 * Publishes one of a team's posts as of an instant, by hand. What is said once stays said once: a post of a date that went out already is
 * not sent again.
 *
 * @param wanted.keep false undoes everything, so that one can look first
 * @returns what was written to the outbox
 * @throws UserError when no team, or more than one, has that name
 */
export async function publishOne(
  app: App,
  wanted: { kind: PostKind; team: string; at: Temporal.Instant; keep: boolean },
): Promise<WrittenPost[]> {
  const team = await teamByName(app, wanted.team)
  try {
    return await app.transaction(team.organisationId, async (store) => {
      const newest = await store.outbox.newestId()
      await publish(store, team, wanted)
      const posts = await store.outbox.since(newest)
      if (!wanted.keep) throw new DryRun(posts)
      return posts
    })
  } catch (error) {
    if (error instanceof DryRun) return error.posts
    throw error
  }
}

/** When a team's post as of an instant went out, in the team's own time zone; undefined while it did not. @throws UserError as publishOne does */
export async function publishedAt(
  app: App,
  wanted: { kind: PostKind; team: string; at: Temporal.Instant },
): Promise<Temporal.ZonedDateTime | undefined> {
  const team = await teamByName(app, wanted.team)
  const { kind, period } = postOf(team, wanted)
  const key = kind === 'midday' || kind === 'evening' ? `nudge:${kind}:${team.id}:${period}:` : `${kind}:${team.id}:${period}`
  return (await app.reading(team.organisationId).outbox.firstUnder(key))?.toZonedDateTimeISO(team.zone)
}

async function publish(store: Store, team: Team, wanted: { kind: PostKind; at: Temporal.Instant }): Promise<void> {
  await publishPost(store, team, { ...postOf(team, wanted), lateMinutes: undefined })
}

function postOf(team: Team, { kind, at }: { kind: PostKind; at: Temporal.Instant }) {
  const on = localDate(team, at)
  return { kind, on, period: postPeriod(kind, on, team.fiscal) }
}
