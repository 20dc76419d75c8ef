import type { CheckInPost, LogChangedPost, MorningPost, NudgePost } from './check-in/post.js'
import type { DealChangedPost, DealsHandedOverPost, DealsImportedPost } from './deal/post.js'
import type { LeaveChangedPost, LeaveSharedPost } from './leave/post.js'
import type { ProposalAgreedPost, ProposalCounteredPost, ProposalPost, ProposalSettledPost } from './plan/agree/post.js'
import type { OverrideAskedPost, PlanFilePost, PlanPublishedPost, TargetChangedPost, WindowPost } from './plan/post.js'
import type { CaseRequestPost, CaseSharedPost, MonthlyCorrectionPost, MonthlyPost, WeeklyManagersPost, WeeklyPost } from './review/post.js'
import type { HomeClosedPost, TeamCreatedPost, UnreachablePost } from './team/post.js'

/**
 * What the bot posts by itself, as facts: the outbox keeps these, and chat/cards makes them into a card when they are sent.
 * JSON all through but for bigint, which the store keeps. Names and notes are people's own words.
 */
export type Post =
  | TeamCreatedPost
  | PlanPublishedPost
  | PlanFilePost
  | TargetChangedPost
  | WindowPost
  | OverrideAskedPost
  | ProposalPost
  | ProposalAgreedPost
  | ProposalCounteredPost
  | ProposalSettledPost
  | MorningPost
  | CheckInPost
  | NudgePost
  | UnreachablePost
  | HomeClosedPost
  | LeaveChangedPost
  | LeaveSharedPost
  | DealChangedPost
  | LogChangedPost
  | DealsImportedPost
  | DealsHandedOverPost
  | WeeklyPost
  | WeeklyManagersPost
  | MonthlyPost
  | MonthlyCorrectionPost
  | CaseRequestPost
  | CaseSharedPost
