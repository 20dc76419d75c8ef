import type { Visit } from '../app/access/visitor.js'
import type { CastMember, DemoTeam } from './cast.js'

/** The one channel of the playground. */
export const PLACE = { platform: 'playground', workspace: 'playground', conversation: 'team' } as const

/** One of the cast writing in the team's channel. */
export function visitOf(demo: DemoTeam, { externalId, name }: CastMember, language: 'en' | 'zh-CN'): Visit {
  return {
    ...PLACE,
    externalId,
    name,
    workspaceName: demo.workspace,
    conversationName: demo.channel,
    conversationKind: 'channel',
    thread: undefined,
    platformLanguage: language,
    platformZone: demo.zone,
  }
}
