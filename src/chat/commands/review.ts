import { type ReviewKind, readReview } from '../../app/review/read-review.js'
import { UserError } from '../../app/user-error.js'
import { lastPeriodNamed, readNamedPeriod } from '../../core/calendar/named-period.js'
import { type Period, periodContaining, previousPeriod } from '../../core/calendar/period.js'
import { reviewCard } from '../cards/review.js'
import { meaningOf } from '../meaning-of.js'
import type { Card, Reply } from '../model.js'
import { actorIn, type Request, type Routes } from '../request.js'

export const reviewRoutes: Routes = {
  commands: { review: (request, words) => reviewCommand(request, words) },
  presses: {
    'review:turn': async (request, [kind = '', periodId = '', teamId]) => {
      const wanted = runningNamed(kind)
      if (wanted === undefined) throw new UserError('button-gone')
      return [{ kind: 'replace', card: await review(request, wanted, periodId === '' ? undefined : periodId, teamId) }]
    },
  },
}

/** `/review`, `/review day|week|month`, `/review week 2026-W47`, `/review 2026-10`, `/review last week`, `/review 第10周`. */
async function reviewCommand(request: Request, words: string): Promise<readonly Reply[]> {
  const { kind, id } = wantedPeriod(request, words)
  return [{ kind: 'answer', card: await review(request, kind, id) }]
}

async function review(request: Request, kind: ReviewKind, periodId?: string, teamId?: string): Promise<Card> {
  return reviewCard(await readReview(request.app, actorIn(request, teamId), kind, periodId))
}

function wantedPeriod(request: Request, words: string): { kind: ReviewKind; id: string | undefined } {
  const parts = words
    .normalize('NFKC')
    .split(/\s+/)
    .filter((part) => part !== '')
  const [first, second, ...rest] = parts
  if (first === undefined) return { kind: 'week', id: undefined }
  const [running, last] = [runningNamed(parts.join(' ')), lastNamed(parts.join(' '))]
  if (running !== undefined) return { kind: running, id: undefined }
  if (last !== undefined) return { kind: last, id: lastId(request, last) }
  const said = saidPeriod(request, words)
  if (said?.kind === 'week' || said?.kind === 'month') return { kind: said.kind, id: said.id }
  const kind = runningNamed(first)
  const typed = kind === undefined ? first : second
  const id = typed !== undefined && /^\d/.test(typed) ? typed.toUpperCase() : typed
  if (id === undefined || rest.length > 0 || (kind === undefined && second !== undefined)) throw new UserError('review-usage')
  const meant = kind ?? kindOf(id)
  if (meant === undefined) throw new UserError('review-usage')
  return { kind: meant, id }
}

function saidPeriod(request: Request, words: string): Period | undefined {
  const { today, team } = actorIn(request)
  const named = readNamedPeriod(words)
  return named && lastPeriodNamed(named, today, team.fiscal)
}

const runningNamed = meaningOf<ReviewKind>({
  day: ['day', 'today', '日', '今天'],
  week: ['week', '周', '本周'],
  month: ['month', '月', '本月'],
})

const lastNamed = meaningOf<ReviewKind>({
  day: ['yesterday', '昨天'],
  week: ['last week', '上周'],
  month: ['last month', '上月', '上个月'],
})

function lastId(request: Request, kind: ReviewKind): string {
  const { today, team } = actorIn(request)
  return previousPeriod(periodContaining(kind, today, team.fiscal), team.fiscal).id
}

/** What an id alone is about, by its shape. */
function kindOf(id: string): ReviewKind | undefined {
  if (/^\d{4}-W\d{2}$/.test(id)) return 'week'
  if (/^\d{4}-P?\d{2}$/.test(id)) return 'month'
  return /^\d{4}-\d{2}-\d{2}$/.test(id) ? 'day' : undefined
}
