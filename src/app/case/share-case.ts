import { newId } from '../../store/new-id.js'
import type { Actor } from '../access/visitor.js'
import type { App } from '../app.js'
import { monthlyKey } from '../review/publish-monthly.js'
import { standingMonth } from '../review/standing-month.js'
import { homeOf } from '../team/create.js'
import { UserError } from '../user-error.js'

/**
 * The top seller's case of a month: into the library, and into the announcement's thread. Told again it takes the place of what was told.
 *
 * @param source the delivery that brought it: delivered twice, it is posted once
 * @throws UserError for somebody who did not win that month
 */
export async function shareCase(app: App, actor: Actor, monthId: string, words: string, source: string): Promise<void> {
  const { team, today } = actor
  await app.transaction(actor.organisationId, async (store) => {
    const memberId = await winnerOf(store, actor, monthId)
    const key = `case-shared:${team.id}:${monthId}:${memberId}`
    const isFirst = !(await store.outbox.has(key))
    const alike = await store.cases.find(team.id, [words], 10)
    const isToldAlready = alike.some((told) => told.kind === 'top-seller' && told.memberId === memberId && told.words === words)
    if (!isFirst && isToldAlready) return
    await store.cases.save({ id: newId(), teamId: team.id, memberId, on: today, kind: 'top-seller', words, source: key, at: store.now })
    await store.outbox.add([
      {
        key: isFirst ? key : `${key}:${source}`,
        to: homeOf(team),
        under: monthlyKey(team, monthId),
        ...(isFirst ? {} : { replaces: key }),
        post: { kind: 'case-shared', name: actor.name, period: monthId, words },
        language: team.language,
      },
    ])
  })
}

/** Whoever was announced may tell, and whoever a correction made the winner. @throws UserError for anybody else */
export async function mustHaveWon(app: App, actor: Actor, monthId: string): Promise<void> {
  await winnerOf(app.reading(actor.organisationId), actor, monthId)
}

async function winnerOf(store: Parameters<typeof standingMonth>[0], { team, memberId }: Actor, monthId: string) {
  const month = await standingMonth(store, team.id, monthId)
  const winners = [month?.announced, month?.standing].flatMap((figures) => {
    const top = figures?.honours.topSeller
    return top?.state === 'won' ? top.winners.map((winner) => winner.memberId) : []
  })
  if (memberId === undefined || !winners.includes(memberId))
    throw new UserError('case-not-yours', { period: { kind: 'period', id: monthId } })
  return memberId
}
