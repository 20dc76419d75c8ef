import type { Temporal } from 'temporal-polyfill'
import { type Actor, actorOf, type Visitor } from '../app/access/visitor.js'
import type { App } from '../app/app.js'
import type { FormValues, Interaction, Language, Mention, Reply } from './model.js'

/** An interaction on its way through a handler. */
export interface Request {
  readonly app: App
  readonly interaction: Interaction
  readonly visitor: Visitor
  /** The instant of the request by the app's clock. */
  readonly at: Temporal.Instant
  /** The language the person is answered in. */
  readonly language: Language
}

/**
 * What an area of the conversation answers to. Presses are named by their action's first two parts (`plan:publish` answers `plan:publish:ID`),
 * and get the rest as ids.
 */
export interface Routes {
  readonly commands?: Readonly<Record<string, (request: Request, words: string, mentions: readonly Mention[]) => Promise<readonly Reply[]>>>
  readonly presses?: Readonly<Record<string, (request: Request, ids: readonly string[]) => Promise<readonly Reply[]>>>
  readonly forms?: Readonly<Record<string, (request: Request, values: FormValues, context: string) => Promise<readonly Reply[]>>>
}

/** Who asks, in the team whose channel this is or else in the person's own. @throws UserError where there is none */
export function actorIn(request: Request, teamId?: string): Actor {
  return actorOf(request.visitor, request.at, teamId)
}
