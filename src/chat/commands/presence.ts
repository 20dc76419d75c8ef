import { leaveWorkspace, moveConversation } from '../../app/team/presence.js'
import type { Team } from '../../store/repository/teams.js'
import { welcomeCard } from '../cards/team.js'
import type { Card, Reply } from '../model.js'
import type { Request } from '../request.js'
import { text } from '../text.js'

/** The bot, or somebody, came into a channel. */
export async function joined({ visitor }: Request, who: 'bot' | 'person'): Promise<readonly Reply[]> {
  const { here } = visitor
  if (who === 'bot') {
    if (visitor.conversationKind !== 'channel') return []
    // A team may be made where the bot is not yet: its first post, with the way in, went nowhere.
    return [{ kind: 'post', card: here === undefined ? welcomeCard(visitor) : withJoin('team-bot-here', here) }]
  }
  // Who is put down for a later day is not invited: they will be there.
  const known = [...visitor.memberships, ...visitor.coming]
  if (here === undefined || known.some((membership) => membership.team.id === here.id)) return []
  return [{ kind: 'answer', card: withJoin('team-invite', here) }]
}

function withJoin(said: 'team-invite' | 'team-bot-here', { id, name }: Team): Card {
  return {
    lines: [{ kind: 'text', text: text(said, { team: name }) }],
    buttons: [{ label: text('team-button-join'), action: `team:join:${id}`, style: 'primary' }],
  }
}

/** People who leave a channel stay in the team until its manager says otherwise; a bot that was removed has nothing more to say. */
export async function left({ app, visitor }: Request, who: 'bot' | 'person'): Promise<readonly Reply[]> {
  if (who === 'bot') await leaveWorkspace(app, visitor)
  return []
}

export async function moved({ app, visitor }: Request, toConversation: string): Promise<readonly Reply[]> {
  await moveConversation(app, visitor, toConversation)
  return []
}
