import type { Post } from '../../app/posts.js'
import type { Card, Outgoing } from '../model.js'
import { unreachable } from '../unreachable.js'
import { caseRequestCard, caseSharedCard } from './case.js'
import { checkInCard } from './check-in.js'
import { dealChangedPostCard, dealsHandedOverPostCard, dealsImportedPostCard } from './deal-changed.js'
import { leaveChangedCard, leaveSharedCard } from './leave.js'
import { logChangedCard } from './log.js'
import { monthlyCard } from './monthly.js'
import { monthlyCorrectionCard } from './monthly-correction.js'
import { morningCard } from './morning.js'
import { nudgeCard } from './nudge.js'
import { planFileCard } from './plan-export.js'
import { planPublishedCard } from './plan-published.js'
import { overrideAskedCard, windowPostCard } from './plan-window.js'
import { proposalAgreedCard, proposalCard, proposalCounteredCard, proposalSettledCard } from './proposal.js'
import { targetChangedCard } from './target-changed.js'
import { teamCreatedCard } from './team.js'
import { homeClosedCard, unreachableCard } from './unreachable.js'
import { weeklyCard, weeklyManagersCard } from './weekly.js'

/**
 * The card of what the outbox holds.
 *
 * @param facts written by this product's own use cases, perhaps by its version before this one
 * @throws Error for a kind that nobody knows: the entry fails, the others go on
 */
export function postCard(facts: unknown): Card {
  const post = facts as Post
  switch (post.kind) {
    case 'team-created':
      return teamCreatedCard(post)
    case 'plan-published':
      return planPublishedCard(post)
    case 'plan-file':
      return planFileCard(post)
    case 'target-changed':
      return targetChangedCard(post)
    case 'window':
      return windowPostCard(post)
    case 'override-asked':
      return overrideAskedCard(post)
    case 'proposal':
      return proposalCard(post)
    case 'proposal-agreed':
      return proposalAgreedCard(post)
    case 'proposal-countered':
      return proposalCounteredCard(post)
    case 'proposal-settled':
      return proposalSettledCard(post)
    case 'morning':
      return morningCard(post)
    case 'check-in':
      return checkInCard(post)
    case 'nudge':
      return nudgeCard(post)
    case 'unreachable':
      return unreachableCard(post)
    case 'home-closed':
      return homeClosedCard(post)
    case 'leave-changed':
      return leaveChangedCard(post)
    case 'leave-shared':
      return leaveSharedCard(post)
    case 'deal-changed':
      return dealChangedPostCard(post)
    case 'log-changed':
      return logChangedCard(post)
    case 'deals-imported':
      return dealsImportedPostCard(post)
    case 'deals-handed-over':
      return dealsHandedOverPostCard(post)
    case 'weekly':
      return weeklyCard(post)
    case 'weekly-managers':
      return weeklyManagersCard(post)
    case 'monthly':
      return monthlyCard(post)
    case 'monthly-correction':
      return monthlyCorrectionCard(post)
    case 'case-request':
      return caseRequestCard(post)
    case 'case-shared':
      return caseSharedCard(post)
    default:
      return unreachable(post)
  }
}

/** The file that goes with it, where one does, and where it was asked for. */
export function postFile(facts: unknown): Pick<Outgoing, 'file' | 'askedIn'> {
  const post = facts as Post
  if (post.kind !== 'plan-file') return {}
  const { file, askedIn } = post
  return { ...(file === undefined ? {} : { file }), ...(askedIn === undefined ? {} : { askedIn }) }
}
