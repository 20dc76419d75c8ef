export interface TeamCreatedPost {
  readonly kind: 'team-created'
  readonly teamId: string
  readonly team: string
  readonly by: string
  readonly zone: string
  readonly morning: string | undefined
  /** The coming year has no official calendar yet. */
  readonly holidaysMissing: number | undefined
}

/** The bot can post nothing in the team's own conversation: to the managers in private, or to the admins where there are none. */
export interface HomeClosedPost {
  readonly kind: 'home-closed'
  readonly team: string
}

/** The platform lets the bot write nothing to somebody: to a manager in private, or to the team where there is no other. */
export interface UnreachablePost {
  readonly kind: 'unreachable'
  readonly team: string
  readonly name: string
  readonly to: 'manager' | 'team'
}
