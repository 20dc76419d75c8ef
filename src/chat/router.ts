import { randomBytes } from 'node:crypto'
import type { Logger } from 'pino'
import { learnLanguage } from '../app/access/language.js'
import { recognise, type Visit } from '../app/access/visitor.js'
import type { App } from '../app/app.js'
import { UserError } from '../app/user-error.js'
import { commandSaid } from './command-said.js'
import { home } from './commands/home.js'
import { joined, left, moved } from './commands/presence.js'
import { words } from './commands/words.js'
import type { Answer, Interaction, Language, Mention, Reply } from './model.js'
import type { Request } from './request.js'
import { ROUTES } from './routes.js'
import { nearestLanguage, sayIn } from './say.js'
import { tellingTeam } from './team-meant.js'
import { errorText, text } from './text.js'
import { unreachable } from './unreachable.js'

/** Answers an interaction. Never rejects: what a person can mend is answered in words, a bug under an id that the log has too. */
export async function route(app: App, log: Logger, interaction: Interaction): Promise<Answer> {
  let language: Language = nearestLanguage(interaction.who.locale) ?? 'en'
  try {
    const visitor = await recognise(app, visitOf(interaction))
    language =
      visitor.person?.language ?? visitor.platformLanguage ?? visitor.here?.language ?? visitor.memberships[0]?.team.language ?? 'en'
    await learnLanguage(app, visitor)
    const replies = await dispatch({ app, interaction, visitor, at: app.now(), language })
    return { replies, language, say: sayIn(language) }
  } catch (error) {
    return { replies: [refusal(interaction, error, log)], language, say: sayIn(language) }
  }
}

function visitOf({ platform, who, where }: Interaction): Visit {
  return {
    platform,
    externalId: who.externalId,
    name: who.name,
    workspace: where.workspace,
    workspaceName: where.workspaceName ?? where.conversationName ?? where.workspace,
    conversation: where.conversation,
    conversationName: where.conversationName ?? '',
    conversationKind: where.kind,
    thread: where.thread,
    platformLanguage: nearestLanguage(who.locale),
    platformZone: who.zone,
  }
}

function dispatch(request: Request): Promise<readonly Reply[]> {
  const { event } = request.interaction
  switch (event.kind) {
    case 'command':
      return commanded(request, event.name, event.text.trim(), event.mentions)
    case 'press': {
      const [area = '', verb = '', ...ids] = event.action.split(':')
      const handler = ROUTES.presses.get(`${area}:${verb}`)
      if (handler === undefined) throw new UserError('button-gone')
      return handler(request, ids)
    }
    case 'submit': {
      const handler = ROUTES.forms.get(event.form)
      if (handler === undefined) throw new UserError('form-gone')
      return handler(request, event.values, event.context)
    }
    case 'words':
      return said(request, event)
    case 'joined':
      return joined(request, event.joined)
    case 'left':
      return left(request, event.left)
    case 'moved':
      return moved(request, event.toConversation)
    case 'home':
      return home(request)
    default:
      return unreachable(event)
  }
}

function said(request: Request, { text: typed, mentionsBot }: Extract<Interaction['event'], { kind: 'words' }>): Promise<readonly Reply[]> {
  const isToTheBot = mentionsBot || request.interaction.where.kind === 'private'
  const command = isToTheBot ? commandSaid(typed) : undefined
  return command === undefined ? words(request, typed, mentionsBot) : commanded(request, command, '', [])
}

async function commanded(request: Request, name: string, typed: string, mentions: readonly Mention[]): Promise<readonly Reply[]> {
  const handler = ROUTES.commands.get(name)
  if (handler === undefined) throw new UserError('unknown-command', { command: name })
  return tellingTeam(request, name, await handler(request, typed, mentions))
}

function refusal({ event, platform, deliveryId }: Interaction, error: unknown, log: Logger): Reply {
  if (error instanceof UserError) {
    const said = errorText(error.key, error.facts)
    if (event.kind === 'submit') return { kind: 'errors', errors: [{ field: error.field, text: said }] }
    return { kind: 'answer', card: { lines: [{ kind: 'text', text: said }] } }
  }
  const id = randomBytes(4).toString('hex')
  // The event's text stays out of the log: it is what somebody typed.
  log.error({ err: error, id, platform, deliveryId, event: event.kind }, 'handler failed')
  const said = text('error-unexpected', { id })
  return event.kind === 'submit'
    ? { kind: 'errors', errors: [{ field: '', text: said }] }
    : { kind: 'answer', card: { lines: [{ kind: 'text', text: said }] } }
}
