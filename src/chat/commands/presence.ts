import { leaveWorkspace, moveConversation } from '../../app/team/presence.js'
import { welcomeCard } from '../cards/team.js'
import type { Reply } from '../model.js'
import type { Request } from '../request.js'
import { text } from '../text.js'

/** The bot, or somebody, came into a channel. */
export async function joined({ visitor }: Request, who: 'bot' | 'person'): Promise<readonly Reply[]> {
  if (who === 'bot')
    return visitor.here === undefined && visitor.conversationKind === 'channel' ? [{ kind: 'post', card: welcomeCard(visitor) }] : []
  const { here } = visitor
  // Who is put down for a later day is not invited: they will be there.
  const known = [...visitor.memberships, ...visitor.coming]
  if (here === undefined || known.some((membership) => membership.team.id === here.id)) return []
  const card = {
    lines: [{ kind: 'text' as const, text: text('team-invite', { team: here.name }) }],
    buttons: [{ label: text('team-button-join'), action: `team:join:${here.id}`, style: 'primary' as const }],
  }
  return [{ kind: 'answer', card }]
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
