import type { Membership } from '../app/access/visitor.js'
import type { Line, Reply } from './model.js'
import type { Request } from './request.js'
import { text } from './text.js'

/** The team's name, where somebody of several teams speaks outside their channels: which of them is meant has to be said. */
export function teamMeant({ visitor }: Request, { team }: Pick<Membership, 'team'>): string | undefined {
  return visitor.here === undefined && visitor.memberships.length > 1 ? team.name : undefined
}

/** Which of somebody's teams it is for, and how to get to the others. */
export function teamLines(inTeam: string | undefined): Line[] {
  return inTeam === undefined ? [] : [{ kind: 'small', text: text('team-meant', { team: inTeam }) }]
}

/** Commands about a team whose answers do not tell its name themselves. */
const OF_A_TEAM = new Set(['case', 'deal', 'leaderboard', 'leave', 'plan', 'review'])

/** What a command is answered with, and first of all which team that is about. */
export function tellingTeam(request: Request, command: string, replies: readonly Reply[]): readonly Reply[] {
  const [own] = request.visitor.memberships
  if (own === undefined || !OF_A_TEAM.has(command)) return replies
  const lines = teamLines(teamMeant(request, own))
  return replies.map((reply, index) => (index === 0 ? withLines(reply, lines) : reply))
}

function withLines(reply: Reply, lines: readonly Line[]): Reply {
  switch (reply.kind) {
    case 'answer':
      return { ...reply, card: { ...reply.card, lines: [...lines, ...reply.card.lines] } }
    case 'open':
      return { ...reply, form: { ...reply.form, intro: [...(reply.form.intro ?? []), ...lines] } }
    default:
      return reply
  }
}
