import type { RevisionFigures } from '../../app/plan/overview.js'
import type { PlanRevision } from '../../store/repository/plans.js'
import type { Card } from '../model.js'
import { date, period, type Text, text } from '../text.js'

const MOST = 20

/** A team's revisions, newest first: who, when, and what became of each. */
export function planHistoryCard(team: string, revisions: readonly RevisionFigures[]): Card {
  if (revisions.length === 0) return { lines: [{ kind: 'text', text: text('plan-history-none') }] }
  return {
    title: text('plan-history-title', { team }),
    lines: [
      {
        kind: 'list',
        items: revisions.slice(0, MOST).map(({ revision, period: of, by, on }) =>
          text('plan-history-line', {
            period: period(of.id),
            // What was never published is no version of the plan.
            version: revision.publishedAt === undefined ? 0 : revision.version,
            state: stateOf(revision),
            by: by ?? '?',
            on: date(on),
          }),
        ),
      },
    ],
    ...(revisions.length > MOST ? { note: text('plan-history-more', { count: revisions.length - MOST }) } : {}),
  }
}

/** A draft that was put aside never counted, which its state alone does not tell. */
function stateOf({ state, publishedAt }: PlanRevision): Text {
  if (publishedAt === undefined && state === 'superseded') return text('plan-state-redrafted')
  if (publishedAt === undefined && state === 'recalled') return text('plan-state-discarded')
  return text(`plan-state-${state}`)
}
